"""The figure index as a sheet: lines for the terminal, data for programs, a workbook for the office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.messages import Language
from renmin_docs.messages.terms import COLUMNS, COMPARED, KINDS
from renmin_docs.sheets.rows import Sheet, aligned, workbook_of

if TYPE_CHECKING:
    from renmin_docs.report.index import IndexEntry

Row: TypeAlias = tuple[str, str, str, str, str, str]

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


def as_rows(entries: Iterable[IndexEntry], language: Language) -> list[Row]:
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


def as_lines(entries: Iterable[IndexEntry], language: Language) -> list[str]:
    """The index as lines for a terminal, its columns headed and aligned."""
    return aligned(_headed(entries, language))


def as_workbook(entries: Iterable[IndexEntry], language: Language) -> bytes:
    """The index as the bytes of an .xlsx, its columns headed in a language.

    Raises:
        OutputError: The package openpyxl is not installed.
    """
    return workbook_of([Sheet(COMPARED["figures"][language == "zh"], _headed(entries, language), _WIDTHS)])


def _headed(entries: Iterable[IndexEntry], language: Language) -> list[tuple[str, ...]]:
    return [tuple(COLUMNS[key][language == "zh"] for key in COLUMNS), *as_rows(entries, language)]
