"""Faults of data as findings on the file that holds the data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.localized_keys import in_spelling_of
from renmin_docs.report.validation.key_paths import show_path

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.validation.faults import Fault

_OF_REPORT = ("missing_key", "date_missing")
"""What is missing is missing in the report: a profile may leave out everything."""


def located_fault(fault: Fault, source: DataSource) -> Finding:
    """A finding with place and line, in the spelling of the file; it names its file where that is the profile."""
    holder = source if fault.finding.rule in _OF_REPORT else source.holder(fault.path)
    finding = in_spelling_of(holder, fault.finding, fault.path)
    placed = finding.at(show_path(holder.as_written(fault.path)), holder.line_of(fault.spot or fault.path))
    return placed if holder is source else replace(placed, file=holder.subject)
