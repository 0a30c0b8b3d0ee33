"""What a data file prints, in data that need not be a report yet: its texts, its tables, its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.report.item_kinds import kind_of_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.intake.source import KeyPath

CHAPTER_KEYS = ("achievements", "difficulties", "plans", "others")

_SECTION_KEYS = (*CHAPTER_KEYS, "attachments")
_TEXT_KEYS = ("title", "introduction", *CHAPTER_KEYS, "conclusion", "note", "attachments")
_PRINTED_KEYS = (
    *("title", "heading", "lead", "body"),
    *("caption", "columns", "rows", "unit", "figures", "label", "alternative_text"),
)
"""Keys below those of the report whose texts are printed; the names of figures in a table mention none."""


def texts_in(data: dict[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Every text that is printed, behind its key path."""
    for key in _TEXT_KEYS:
        yield from _texts(data.get(key), (key,))


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key in _PRINTED_KEYS:
            yield from _texts(value.get(key), (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def items_in(data: dict[str, Any]) -> Iterator[tuple[KeyPath, str, dict[str, Any]]]:
    """Every mapping in a body, behind its key path and its kind."""
    for key in _SECTION_KEYS:
        for path, section in _mappings(data.get(key), (key,)):
            yield from _items(section, path)


def _items(section: dict[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, str, dict[str, Any]]]:
    for place, item in _mappings(section.get("body"), (*path, "body")):
        kind = kind_of_data(item)
        yield place, kind, item
        if kind == "Point":
            yield from _items(item, place)


def _mappings(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """A mapping, or those in a list."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield (*path, index), item
    if isinstance(value, dict):
        yield path, value
