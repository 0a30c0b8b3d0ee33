"""A broken report's data, mended so far that the rules behind the first fault can be tried as well.

pydantic tries what concerns a point, a table, the head or the whole report only when all that is in it holds. To
name all faults of a file at once, the faulty values are replaced by harmless ones, and the rest tried again.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from renmin_docs.errors import Finding
from renmin_docs.report.validation.expected import key_at, value_at
from renmin_docs.report.validation.key_paths import KeyPath
from renmin_docs.vocabulary.key import STAND_IN

_BY_FORM: dict[str, Any] = {"text": STAND_IN, "paragraphs": STAND_IN, "chapters": {"heading": STAND_IN}}
"""Harmless values, by the form of a key's value."""

_MENDS: dict[str, dict[str, str | None]] = {
    "heading_and_lead": {"lead": None},
    "inline_numbered": {"inline": None},
    "inline_shape": {"inline": None},
    "classification_missing": {"classification_period": None},
    "positions_count": {"positions": None, "kind": "sealed"},
    "positions_misplaced": {"positions": None},
    "table_both": {"columns": None, "rows": None},
}
"""Rule on a mapping → the keys with which it holds; None for those that are left out."""

_MISFITS = ("table_ragged", "table_merged_ragged")
"""Rules on a row that is not as wide as its table."""

_SPEAKS_OF: dict[str, tuple[str, ...]] = {
    "empty_point": ("heading", "lead", "body"),
    "heading_missing": ("heading",),
    "after_missing": ("after",),
    "classification_missing": ("classification",),
    "positions_count": ("kind", "issuers", "positions"),
    "positions_misplaced": ("kind",),
    "table_empty": ("columns", "rows", "figures"),
    "table_columns_missing": ("columns",),
    "table_rows_missing": ("rows",),
    **dict.fromkeys(_MISFITS, ("columns",)),
    "attachment_title": ("title",),
    "date_missing": ("print_date",),
}
"""Rule on a mapping in which something is missing → what. It is passed over where that is wrong itself, or may stand
there under a wrong name: a finding says so already."""

_BELOW = {"attachment_title": 1, **dict.fromkeys(_MISFITS, 2)}
"""How far below that mapping the rule's key path ends."""

_SPEAKS_OF_REPORT = {"too_deep": "marks", "date_missing": "issue_date"}
"""The same for keys of the report that a rule on one of its parts speaks of."""

_STRUCTURAL = frozenset({*_MENDS, *_SPEAKS_OF, *_SPEAKS_OF_REPORT, "after_misplaced", "field_and_figure"})
"""The rules that are tried only when all that is within holds."""


class Mended:
    """A copy of the data that is mended bit by bit."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = copy.deepcopy(data)
        self._touched: set[KeyPath] = set()
        self._misnamed: set[KeyPath] = set()

    def mend(self, faults: Iterable[tuple[KeyPath, Finding]]) -> bool:
        """Replace what is at fault, at these key paths; whether anything could be."""
        mended = [self._mend(path, finding) for path, finding in faults]
        return any(mended)

    def is_news(self, path: KeyPath, finding: Finding) -> bool:
        """Whether a fault of the mended data is one of the file too, and none that was seen before."""
        rule = finding.rule
        if rule not in _STRUCTURAL or path in self._touched:
            return False
        if rule in _SPEAKS_OF_REPORT and self._was_said((), _SPEAKS_OF_REPORT[rule]):
            return False
        owner = path[: len(path) - _BELOW.get(rule, 0)]
        return not any(self._was_said(owner, key) for key in _SPEAKS_OF.get(rule, ()))

    def _was_said(self, owner: KeyPath, key: str) -> bool:
        """Whether a key was at fault, or may be one that stands there under a wrong name."""
        return (*owner, key) in self._touched or owner in self._misnamed

    def _mend(self, path: KeyPath, finding: Finding) -> bool:
        rule = finding.rule
        mark = (*path, rule) if rule in _MENDS else path
        if not path or mark in self._touched:
            return False
        self._touched.add(mark)
        if rule in _MENDS:
            return _change(value_at(self.data, _of_section(path) if rule == "inline_shape" else path), _MENDS[rule])
        path = path[:2] if path[0] == "figures" else path  # a figure is one thing
        if rule in ("unknown_key", "strange_key", "text_as_key"):
            self._misnamed.add(path[:-1])
            return _change(value_at(self.data, path[:-1]), {str(path[-1]): None})
        return self._replace(path)

    def _replace(self, path: KeyPath) -> bool:
        """Put a harmless value in the place of another, or leave it out."""
        owner, key = value_at(self.data, path[:-1]), path[-1]
        value = self._harmless(path)
        if isinstance(owner, list) and isinstance(key, int) and key < len(owner):
            owner[key] = STAND_IN if value is None else value
        elif isinstance(owner, dict) and value is not None:
            owner[key] = value
        else:
            return _change(owner, {str(key): None})
        return True

    def _harmless(self, path: KeyPath) -> Any:
        """A harmless value for a key, or for an item of its list; None for a key that may be left out."""
        is_item = isinstance(path[-1], int)
        if "rows" in path[-2:]:
            row = self._row(path[: -2 if is_item else -1])
            return row if is_item else [row]
        key = key_at(path, self.data)
        if key is None:
            return None
        value = copy.deepcopy(_BY_FORM.get(key.form) if key.stand_in is None else key.stand_in)
        return [value] if key.form == "list" and value is not None and not is_item else value

    def _row(self, table: KeyPath) -> list[str]:
        """A row with a cell for each column of the table at a key path."""
        return [STAND_IN] * max(_width(value_at(self.data, (*table, "columns"))), 1)


def _width(columns: Any) -> int:
    """How many columns of cells stand under columns."""
    if not isinstance(columns, list):
        return 0
    return sum(_width(each.get("columns")) or 1 if isinstance(each, dict) else 1 for each in columns)


def _change(owner: Any, keys: dict[str, str | None]) -> bool:
    if isinstance(owner, dict):
        owner.update(keys)
        for key in [key for key, value in keys.items() if value is None]:
            del owner[key]
    return isinstance(owner, dict)


def _of_section(path: KeyPath) -> KeyPath:
    """The key path of the section in whose body an item stands."""
    return path[: len(path) - 1 - path[::-1].index("body")]
