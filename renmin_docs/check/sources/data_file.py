"""Data files as passages: the report is loaded, and what it prints is read, with the lines of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import ClassVar

from renmin_docs.check.rules import PageFinding
from renmin_docs.check.sources.report import report_passages
from renmin_docs.check.sources.source import Source
from renmin_docs.errors import FigureError, Finding
from renmin_docs.intake.datafiles.loading import located, report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.render.one_document import check_for
from renmin_docs.report.models import WorkReport


@dataclass
class _DataFile(Source):
    """A data file: findings get its lines, and its own spelling of the keys."""

    data: DataSource = field(kw_only=True)
    report: WorkReport = field(kw_only=True)
    may_be_empty: ClassVar[bool] = True  # where a figure is unknown, nothing is printed

    def notes(self) -> Iterator[PageFinding]:
        """What the report says against itself."""
        findings = self.report.check() if self.report.template is None else check_for(self.report)
        return (PageFinding(located(finding, self.data)) for finding in findings)

    def placed(self, finding: Finding, passage: int) -> Finding:
        """A finding on a passage as one on the file."""
        del passage
        return located(finding, self.data)


def read(file: Path, profile: str | PathLike[str] | None = None) -> Source:
    """The passages of a data file.

    Raises:
        DataFileError: It is no report.
    """
    data = read_source(file, profile)
    report = report_of(data)
    try:
        passages = report_passages(report)
    except (LookupError, FigureError):  # a figure is unknown, or has no such style: `notes` say so
        passages = []
    return _DataFile(passages, None, data.check, data=data, report=report)
