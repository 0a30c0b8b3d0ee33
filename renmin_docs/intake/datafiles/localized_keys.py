"""Faults of data as findings on the file that holds it, which name keys and values as the file writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.report.validation.expected import shape_at
from renmin_docs.report.validation.faults import Fault
from renmin_docs.report.validation.key_paths import KeyPath, path_in_file, show_path
from renmin_docs.vocabulary import Shape, spelled, words_for

_OF_REPORT = ("missing_key", "date_missing")
"""What is missing is missing in the report: a profile may leave out everything."""

_NAMES_KEYS: dict[str, tuple[str, ...]] = {
    "missing_key": ("found", "expected"),
    "unknown_key": ("expected",),
    "strange_key": ("expected",),
    "key_of_report": ("expected",),
    "wrong_type": ("expected",),
    "after_missing": ("expected",),
    "after_misplaced": ("found",),
    "inline_numbered": ("expected",),
    "date_missing": ("expected",),
    "table_both": ("found",),
    "table_empty": ("expected",),
    "table_columns_missing": ("expected",),
    "table_rows_missing": ("expected",),
    "figure_declared_twice": ("expected",),
}
"""Rule → the fields of its findings that are keys or values of ours, or examples with some in them."""

_NAMES_PLACES = ("hedges_differ",)
"""The rules that expect something with a key path of the report behind it, in brackets."""

_WORD = re.compile(r"(?<![@\w.])[a-z][a-z_0-9]*(?![\w.])")
_PLACE = re.compile(r"\(([^()]+)\)$")


def located_fault(fault: Fault, source: DataSource) -> Finding:
    """A finding with place and line, in the spelling of the file; it names its file where that is the profile."""
    holder = source if fault.finding.rule in _OF_REPORT else source.holder(fault.path)
    finding = _in_spelling_of(holder, fault.finding, fault.path)
    placed = finding.at(show_path(holder.as_written(fault.path)), holder.line_of(fault.spot or fault.path))
    return placed if holder is source else replace(placed, file=holder.subject)


def _in_spelling_of(source: DataSource, finding: Finding, path: KeyPath) -> Finding:
    """A finding as one on a file with Chinese keys names them; the finding itself where the keys are English."""
    if source.keys == "en":
        return finding
    words = _Words(source.data, path, source.root)
    named: dict[str, Any] = {
        field: words.put_into(getattr(finding, field)) for field in _NAMES_KEYS.get(finding.rule, ())
    }
    if finding.rule in _NAMES_PLACES:
        named["expected"] = _PLACE.sub(lambda match: f"({_written(source, match[1])})", finding.expected)
    return replace(finding, keys="zh", **named)


def _written(source: DataSource, place: str) -> str:
    return show_path(source.as_written(path_in_file(place, source.data)))


class _Words:
    """The Chinese words for what may be named at a key path: keys of its model, values of its key."""

    def __init__(self, data: Any, path: KeyPath, root: Shape) -> None:
        self._shape = shape_at(path, data, root)
        values = words_for(shape_at(path[:-1], data, root), str(path[-1])) if path else {}
        self._values = {str(value): word for word, value in values.items()}

    def put_into(self, text: str) -> str:
        """A text of ours with its keys and values in Chinese."""
        return text if text.startswith("@") else _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        return self._values.get(match[0]) or spelled(match[0], "zh", self._shape)
