"""The figure index as a sheet: lines for the terminal, data for programs, a workbook for the office."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.errors import Finding, OutputError
from renmin_docs.messages import COLUMNS
from renmin_docs.standard.signature import half_widths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renmin_docs.messages import Language
    from renmin_docs.report.index import IndexEntry

Row: TypeAlias = tuple[str, str, str, str, str]

_WIDTHS = (18, 18, 20, 8, 60)


def as_data(entries: Iterable[IndexEntry]) -> list[dict[str, Any]]:
    """The index as plain data, for JSON: values are decimal text, or null where unknown."""
    return [
        {
            "name": entry.name or None,
            "printed": entry.printed,
            "value": [f"{value:f}" for value in _values(entry)] or None,
            "unit": entry.unit,
            "places": [
                {"path": place.path, "chapter": place.chapter, "printed": place.printed} for place in entry.places
            ],
        }
        for entry in entries
    ]


def as_rows(entries: Iterable[IndexEntry]) -> list[Row]:
    """The index as rows of text: name, printed form, raw value, unit, places."""
    return [
        (
            entry.name,
            entry.printed,
            "～".join(f"{value:f}" for value in _values(entry)),
            entry.unit,
            "；".join(f"{place.chapter}{place.path}" for place in entry.places),
        )
        for entry in entries
    ]


def as_lines(entries: Iterable[IndexEntry], language: Language) -> list[str]:
    """The index as lines for a terminal, its columns headed and aligned (a Chinese character is two wide)."""
    rows = [tuple(COLUMNS[key][language == "zh"] for key in COLUMNS), *as_rows(entries)]
    widths = [max(half_widths(row[column]) for row in rows) for column in range(4)]
    return [_aligned(row, widths) for row in rows]


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [cell + " " * (width - half_widths(cell)) for cell, width in zip(row, widths, strict=False)]
    return "  ".join((*cells, row[-1])).rstrip()


def as_workbook(entries: Iterable[IndexEntry], language: Language) -> bytes:
    """The index as the bytes of an .xlsx, its columns headed in a language.

    Raises:
        OutputError: The package openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError as error:
        raise OutputError(Finding("workbook_package", expected='pip install "renmin-docs[workbook]"')) from error
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append([COLUMNS[key][language == "zh"] for key in COLUMNS])
    for row in as_rows(entries):
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    for row_cells in sheet.iter_rows(min_row=2):
        for cell in row_cells:
            cell.data_type = "s"  # text that begins with = is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _values(entry: IndexEntry) -> tuple[Any, ...]:
    return () if entry.figure is None else entry.figure.values
