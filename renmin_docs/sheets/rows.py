"""Rows of text, the first of which are headings: as lines for a terminal, and as sheets of a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, OutputError
from renmin_docs.standard.text_width import half_widths

if TYPE_CHECKING:
    Rows = Sequence[tuple[str, ...]]


class Sheet(NamedTuple):
    """One sheet of a workbook: its title, its rows, and the widths of its columns in characters."""

    title: str
    rows: Rows
    widths: tuple[int, ...]


def aligned(rows: Rows) -> list[str]:
    """The rows as lines, their columns below one another; a Chinese character is two wide."""
    widths = [max(map(half_widths, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - half_widths(cell))


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of an .xlsx with these sheets; all cells are text.

    Raises:
        OutputError: The package openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError as error:
        raise OutputError(Finding("workbook_package", expected="renmin-docs[workbook]")) from error
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows, widths in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cells in sheet.iter_rows():
            for cell in cells:
                cell.data_type = "s"  # text that begins with = is no formula
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column, width in zip("ABCDEFGH", widths, strict=False):
            sheet.column_dimensions[column].width = width
        sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
