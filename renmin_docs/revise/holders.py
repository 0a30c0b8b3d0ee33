"""Where the value of a changed text stands that is no text of the report: in its head, its profile, a workbook."""

from __future__ import annotations

from typing import Any, NamedTuple

from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.report.validation.key_paths import KeyPath, show_path
from renmin_docs.revise.figure_edits import leaves

FRAME = ("header", "addressee", "imprint")
"""Keys whose texts are printed in one place each, beside other words."""
_SHORTEST = 2


class ChangedValue(NamedTuple):
    """A value that a passage shows: its key path, and what the passage showed of it before and shows now."""

    path: KeyPath
    old: str
    new: str


def changed_value(data: dict[str, Any], old: str, new: str, keys: tuple[str, ...] = ()) -> ChangedValue | None:
    """The value, below some keys if any are given, whose change alone makes one passage the other; the longest."""
    texts = [(path, leaf) for path, leaf in leaves(data) if isinstance(leaf, str) and len(leaf) >= _SHORTEST]
    wanted = (each for each in texts if not keys or each[0][0] in keys)
    for path, text in sorted(wanted, key=lambda each: -len(each[1])):
        before, found, behind = old.partition(text)
        is_long = len(new) >= len(before) + len(behind)
        if found and is_long and new.startswith(before) and new.endswith(behind):
            return ChangedValue(path, text, new[len(before) : len(new) - len(behind)])
    return None


def key_in_profile(source: DataSource, path: KeyPath, old: str, new: str) -> str:
    """The key of the profile that holds what is at a key path, or else what a passage shows; empty where none does."""
    profile = source.beneath
    if profile is None:
        return ""
    holders = (path[:end] for end in range(len(path), 0, -1) if not source.has(path[:end]))
    found = next((each for each in holders if profile.has(each)), None)
    if found is None and not path and old:
        value = changed_value(profile.data, old, new)
        found = None if value is None else value.path
    return "" if found is None else show_path(profile.as_written(found))
