"""A broken report's data, mended so far that the rules behind the first fault can be tried as well.

pydantic tries what concerns a point, a chapter or the whole report only when all that is in it holds. To
name all faults of a file at once, the faulty values are replaced by harmless ones, and the rest tried again.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renmin_docs.errors import Finding
    from renmin_docs.intake.source import KeyPath

CHAPTER_KEYS = ("achievements", "difficulties", "plans", "others")

_TEXT = "？"
_CHAPTER: dict[str, Any] = {"heading": _TEXT}
_STAND_INS: dict[str, Any] = {
    "organization": {"name": _TEXT},
    "name": _TEXT,
    "year": 2000,
    "achievements": _CHAPTER,
    "difficulties": _CHAPTER,
    "plans": _CHAPTER,
    "others": {"heading": _TEXT, "after": "introduction"},
    "heading": _TEXT,
    "lead": _TEXT,
    "body": _TEXT,
    "introduction": _TEXT,
    "conclusion": _TEXT,
    "series": "plain",
    "after": "introduction",
}
"""Harmless values by key; a key that is not here may be left out."""

_MENDS: dict[str, tuple[str, ...]] = {
    "heading_and_lead": ("lead",),
    "inline_numbered": ("inline",),
    "inline_shape": ("inline",),
}
"""Rule on a point or a chapter → the keys without which it holds."""

_ABSENCES = ("empty_point", "heading_missing", "after_missing")
_STRUCTURAL = frozenset({*_MENDS, *_ABSENCES, "after_misplaced", "too_deep"})
"""The rules that are tried only when all that is within holds; `_ABSENCES` miss something."""


class Mended:
    """A copy of the data that is mended bit by bit.

    Attributes:
        data: The copy.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = copy.deepcopy(data)
        self._touched: set[KeyPath] = set()

    def mend(self, faults: Iterable[tuple[KeyPath, Finding]]) -> bool:
        """Replace what is at fault, at these key paths; whether anything could be."""
        mended = [self._mend(path, finding) for path, finding in faults]
        return any(mended)

    def is_news(self, path: KeyPath, finding: Finding) -> bool:
        """Whether a fault of the mended data is one of the file too, and none that was seen before."""
        if finding.rule not in _STRUCTURAL or path in self._touched:
            return False
        if finding.rule == "too_deep":
            return ("marks",) not in self._touched
        # What is missing may stand there under a wrong name, and that was said.
        return finding.rule not in _ABSENCES or all(touched[:-1] != path for touched in self._touched)

    def _mend(self, path: KeyPath, finding: Finding) -> bool:
        if not path or path in self._touched:
            return False
        self._touched.add(path)
        owner = _at(self.data, path[:-1])
        key = path[-1]
        if finding.rule in _MENDS:
            return self._leave_out(_at(self.data, path), _MENDS[finding.rule])
        if isinstance(owner, list) and isinstance(key, int):
            owner[key] = _item_for(path)
        elif isinstance(owner, dict) and key in _STAND_INS and finding.rule not in ("unknown_key", "strange_key"):
            owner[key] = copy.deepcopy(_STAND_INS[key])
        elif isinstance(owner, dict):
            owner.pop(key, None)
        return isinstance(owner, dict | list)

    def _leave_out(self, owner: Any, keys: tuple[str, ...]) -> bool:
        if isinstance(owner, dict):
            for key in keys:
                owner.pop(key, None)
        return isinstance(owner, dict)


def _item_for(path: KeyPath) -> Any:
    """A harmless item for a list: a chapter where chapters stand, else a text."""
    owner = path[-2] if len(path) > 1 else ""
    return copy.deepcopy(_STAND_INS[owner]) if owner in CHAPTER_KEYS else _TEXT


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
