"""The figure index: as a sheet for people, as data for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from renmin_docs.messages import Language
from renmin_docs.messages.terms import COLUMNS, COMPARED, KINDS
from renmin_docs.report.index import IndexEntry
from renmin_docs.sheets.rows import Sheet

_WIDTHS = (18, 18, 12, 20, 8, 60)


def as_data(entries: Iterable[IndexEntry]) -> list[dict[str, Any]]:
    """The index as plain data, for JSON: values are decimal text, or null where unknown."""
    return [
        {
            "name": entry.name or None,
            "printed": entry.printed,
            "kind": entry.kind,
            "value": [f"{value:f}" for value in entry.figure.values] or None if entry.figure else None,
            "unit": entry.unit,
            "places": [
                {"path": place.path, "chapter": place.chapter, "printed": place.printed} for place in entry.places
            ],
        }
        for entry in entries
    ]


def as_rows(entries: Iterable[IndexEntry], language: Language) -> list[tuple[str, ...]]:
    """The index as rows of text: name, printed form, kind, raw value, unit, places."""
    return [
        (
            entry.name,
            entry.printed,
            KINDS[entry.kind][language == "zh"],
            entry.figure.plain if entry.figure else "",
            entry.unit,
            "；".join(f"{place.chapter}{place.path}" for place in entry.places),
        )
        for entry in entries
    ]


def as_sheets(entries: Iterable[IndexEntry], language: Language) -> list[Sheet]:
    """The index as one sheet, its columns headed in a language."""
    heads = tuple(words[language == "zh"] for words in COLUMNS.values())
    return [Sheet(COMPARED["figures"][language == "zh"], [heads, *as_rows(entries, language)], _WIDTHS)]
