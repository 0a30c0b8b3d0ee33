"""Any file as a report that can be printed: a data file, or a draft in a document or a text.

A draft becomes a data source like a file's, so that profiles, checks and messages are the same for both.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_profile, read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.opening import MAX_DRAFT, read_file
from renmin_docs.report.models import WorkReport

_OF_IMPORT = "picture_saved"
"""A note on a file that only `import` writes: the document has the picture in it."""


class OpenedReport(NamedTuple):
    """A report, and where it comes from.

    Attributes:
        report: The report; it can be printed as long as it is open.
        source: Its data.
        notes: What the reading of a draft leaves to be looked at; none for a data file.
    """

    report: WorkReport
    source: DataSource
    notes: tuple[Finding, ...] = ()


def is_draft(path: str | PathLike[str]) -> bool:
    """Whether a file is no data file, by its ending."""
    return os.path.splitext(path)[1].lower() not in DATA_FILES


@contextmanager
def opened_report(path: str | PathLike[str], profile: str | PathLike[str] | None = None) -> Iterator[OpenedReport]:
    """The report in a file of any kind that can be read; pictures of a draft are there while it is open.

    Raises:
        DataFileError: The file or the profile can't be read, or the two don't make a report.
    """
    if not is_draft(path):
        source = read_source(path, profile)
        yield OpenedReport(report_of(source), source)
        return
    from renmin_docs.intake.datafiles.own_data import own_data
    from renmin_docs.intake.reports import printable, read_report

    reading = read_report(path)
    with printable(reading) as report:
        source = DataSource(own_data(report), subject=str(path), content=read_file(path, MAX_DRAFT))
        source.beneath = None if profile is None else read_profile(profile)
        notes = tuple(note for note in reading.notes if note.rule != _OF_IMPORT)
        yield OpenedReport(report_of(source), source, notes)
