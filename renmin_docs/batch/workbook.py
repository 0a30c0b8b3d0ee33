"""The rows of a workbook as jobs of a batch run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renmin_docs.batch.jobs import Job
from renmin_docs.errors import DataFileError, Finding
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.intake.workbooks.report_rows import ReportRows


class Rows:
    """The reports of a workbook, one a row, over a text that they share; called `reports.xlsx!3` by their rows.

    Args:
        workbook: Path of the .xlsx.
        text: The data file that the rows share; by default the one beside it that has its name.
        profile: The profile beneath the text, in place of the one that it names.

    Raises:
        DataFileError: One of them can't be read, or the headings are wrong.
    """

    def __init__(self, workbook: str, text: Path | None = None, profile: Path | None = None) -> None:
        self._workbook = workbook
        shared = text or _text_beside(Path(workbook))
        self._rows = ReportRows(Path(workbook), shared, profile)
        self._inputs: tuple[str, ...] = (workbook, str(shared), *([] if profile is None else [str(profile)]))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Job]:
        for row in self._rows:
            name = f"{self._workbook}!{row.number}"
            report = "" if row.report is None else row.report.model_dump_json()
            yield Job(
                name,
                report=report,
                faults=tuple(dict.fromkeys(row.faults)),
                inputs=self._inputs,
                located=row.origin.located,
            )


def _text_beside(workbook: Path) -> Path:
    for ending in DATA_FILES:
        text = workbook.with_suffix(ending)
        if text.exists():
            return text
    raise DataFileError(Finding("rows_text", found=workbook.name, expected=workbook.with_suffix(".yaml").name))
