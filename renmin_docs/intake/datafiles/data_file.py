"""A report's data file by its path: `WorkReport.load` and `WorkReport.dump`."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from renmin_docs.errors import Finding, OutputError
from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.report.models import WorkReport
from renmin_docs.vocabulary import Spelling

_DUMPED = (".yaml", ".yml", ".json")


class DataFile:
    """A data file, which need not be there yet."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._path = path

    def load(self, profile: str | PathLike[str] | None) -> WorkReport:
        """The report that it holds; see `WorkReport.load`."""
        return report_of(read_source(self._path, profile))

    def dump(self, report: WorkReport, keys: Spelling) -> None:
        """Write a report into it; see `WorkReport.dump`."""
        from renmin_docs.intake.datafiles.write_yaml import report_to_json, report_to_yaml
        from renmin_docs.writing import write_file

        target = Path(self._path)
        ending = target.suffix.lower()
        if ending not in _DUMPED:
            right = target.with_suffix(_DUMPED[0]).name if target.name else f"report{_DUMPED[0]}"
            raise OutputError(Finding("output_kind_yaml", found=target.name, expected=right), subject=str(target))
        if ending == ".json":
            text = report_to_json(report, target.parent)
        else:
            text = report_to_yaml(report, keys=keys, folder=target.parent)
        write_file(target, text.encode())
