"""Data files as passages: the report is loaded, and what it prints is read, with the lines of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from renmin_docs.check.sources.report import report_passages
from renmin_docs.check.sources.source import Source
from renmin_docs.errors import FigureError
from renmin_docs.intake.datafiles.loading import located, report_of
from renmin_docs.intake.datafiles.reading import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.errors import Finding
    from renmin_docs.intake.datafiles.source import DataSource


@dataclass
class _DataFile(Source):
    """A data file: findings get its lines, and its own spelling of the keys."""

    data: DataSource = field(kw_only=True)

    def placed(self, finding: Finding, passage: int) -> Finding:
        """A finding on a passage as one on the file."""
        del passage
        return located(finding, self.data)


def read(file: Path) -> Source:
    """The passages of a data file; what its report says against itself is among the notes.

    Raises:
        DataFileError: It is no report.
    """
    data = read_source(file)
    report = report_of(data)
    notes = [located(finding, data) for finding in report.check()]
    try:
        passages = report_passages(report)
    except (LookupError, FigureError):  # a figure that is unknown, or has no such style: among the notes
        passages = []
    return _DataFile(passages, None, notes, data=data)
