"""Inputs of a batch run (paths of data files, reports, reports under a name), normalised to `Job`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from renmin_docs.batch.work import Item, Settings, checksum, file_checksum
from renmin_docs.errors import Finding, RenminDocsError

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

JobSource: TypeAlias = "str | PathLike[str] | WorkReport | tuple[str, WorkReport | RenminDocsError] | Job"
"""A data file, a report, a report under a name; or under that name why there is none."""


def _unchanged(finding: Finding) -> Finding:
    return finding


def _with_given_path(folder: str, whole: str, finding: Finding) -> Finding:
    """A finding about a file beside a data file, with that file's path as the data file's was given."""
    if not finding.file:
        return finding
    return replace(finding, file=os.path.normpath(os.path.join(folder, os.path.relpath(finding.file, whole))))


@dataclass(frozen=True, slots=True)
class Job:
    """One report of a run.

    Attributes:
        name: Identifies it: the path, or a name.
        path: The data file, absolute; empty where there is none.
        report: The report as JSON; empty where it is read from a file.
        faults: Why it can't be made, where that is known already.
        inputs: Further files that were read for it.
        located: Gives a finding on the report the place that the reader knows.
    """

    name: str
    path: str = ""
    report: str = ""
    faults: tuple[Finding, ...] = ()
    inputs: tuple[str, ...] = ()
    located: Callable[[Finding], Finding] = field(default=_unchanged)

    def checksum(self) -> str:
        """Of the data file as it is now, or of the report; empty where it can't be read."""
        return file_checksum(self.path) if self.path else checksum(self.report.encode())

    def item(self, settings: Settings, ticket: str, template: tuple[bytes, str] | None = None) -> Item:
        """The work that is to be done for it."""
        return Item(self.name, self.path, self.report, settings, ticket, template)


def job_of(index: int, source: JobSource) -> Job:
    """The job of an input. A report without a name is called by its place: `reports[2]`."""
    if isinstance(source, Job):
        return source
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        whole = os.path.abspath(path)
        return Job(path, path=whole, located=partial(_with_given_path, os.path.dirname(path), os.path.dirname(whole)))
    name, report = source if isinstance(source, tuple) else (f"reports[{index}]", source)
    if isinstance(report, RenminDocsError):
        return Job(name, faults=report.findings)
    return Job(name, report=report.checked().model_dump_json())
