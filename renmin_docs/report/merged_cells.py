"""Merged cells and heads of several rows: which columns and rows each cell goes over.

As in HTML, what a cell goes over is not written: the next cell of a row stands in its next free column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from renmin_docs.errors import Finding
from renmin_docs.report.cells import Cell, has_merged, leaves, text_in
from renmin_docs.standard.tables import MOST_COLUMNS

if TYPE_CHECKING:
    from renmin_docs.report.tables import Column, Table


class Place(NamedTuple):
    """Where a cell stands, and what it goes over.

    Attributes:
        row, column: Its first row and column.
        rows, columns: How many it goes over.
        text: What stands in it.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str


class HeadCell(NamedTuple):
    """A cell of a head: a column, its key path in the table, its first column of cells, what it goes over."""

    path: str
    column: Column
    first: int
    columns: int
    rows: int


_Grid = list[list["Place | None"]]


def grid_of(rows: Sequence[Sequence[str | Cell]], width: int) -> list[list[Place]]:
    """The cell that goes over each column of each row, of rows that fit."""
    return cast("list[list[Place]]", _laid(rows, width, []))


def first_columns(rows: Sequence[Sequence[str | Cell]], width: int) -> list[list[int]]:
    """The column in which each cell of each row begins."""
    if not has_merged(rows):
        return [[*range(width)]] * len(rows)
    grid = grid_of(rows, width)
    return [
        [column for column, place in enumerate(row) if (place.row, place.column) == (number, column)]
        for number, row in enumerate(grid)
    ]


def texts_by_column(table: Table) -> list[list[str]]:
    """The texts of each column, as they are written; nothing where a cell goes over several columns or goes on."""
    grid = grid_of(table.rows, len(table.leaf_columns))
    return [
        [each.text if each.columns == 1 and each.row == row else "" for row, each in enumerate(column)]
        for column in zip(*grid, strict=True)
    ]


def misfits(rows: Sequence[Sequence[str | Cell]], width: int, unread: int) -> list[Finding]:
    """The rows and cells that do not fit a table of so many columns, above the row of a cell that could not be read."""
    if width > MOST_COLUMNS:
        return [Finding("table_columns_many", found=str(width), expected=str(MOST_COLUMNS))]
    findings: list[Finding] = []
    _laid(rows, width, findings)
    return [finding for finding in findings if int(finding.place[1:].partition("]")[0]) < unread]


def _laid(rows: Sequence[Sequence[str | Cell]], width: int, findings: list[Finding]) -> _Grid:
    grid: _Grid = [[None] * width for _ in rows]
    for number, row in enumerate(rows):
        at = 0
        for index, cell in enumerate(row):
            at = next((column for column in range(at, width) if grid[number][column] is None), width)
            columns, down = (1, 1) if isinstance(cell, str) else (cell.column_span, cell.row_span)
            left = len(rows) - number
            if at < width and (at + columns > width or any(grid[number][at : at + columns])):
                room = next((column for column in range(at, width) if grid[number][column]), width) - at
                findings.append(Finding("cell_columns", f"[{number}][{index}]", str(columns), str(room)))
                break
            if down > left:
                findings.append(Finding("cell_rows", f"[{number}][{index}]", str(down), str(left)))
            _cover(grid, Place(number, at, min(down, left), columns, text_in(cell)))
            at += columns
        else:
            filled = at if at > width else sum(place is not None for place in grid[number])
            if filled != width:
                findings.append(Finding("table_merged_ragged", f"[{number}]", str(filled), str(width)))
    return grid


def _cover(grid: _Grid, place: Place) -> None:
    for row in grid[place.row : place.row + place.rows]:
        for column in range(place.column, min(place.column + place.columns, len(row))):
            row[column] = place


def head_rows(columns: Sequence[Column]) -> list[list[HeadCell]]:
    """The rows of a head, from the top; a heading with no other below it goes down to the last row."""
    rows: list[list[HeadCell]] = [[] for _ in range(_depth(columns))]
    for level, cell in _head_cells(columns, "columns", 0, 0):
        rows[level].append(cell if _named_below(cell.column) else cell._replace(rows=len(rows) - level))
    return rows


def _head_cells(columns: Sequence[Column], path: str, first: int, level: int) -> Iterator[tuple[int, HeadCell]]:
    for index, column in enumerate(columns):
        here, over = f"{path}[{index}]", leaves([column])
        yield level, HeadCell(here, column, first, over, 1)
        yield from _head_cells(_named_below(column), f"{here}.columns", first, level + 1)
        first += over


def _named_below(column: Column) -> tuple[Column, ...]:
    """The columns below a heading; none where all of them are without a heading of their own."""
    below: tuple[Column, ...] = column.columns
    return below if any(each.heading or each.unit or each.columns for each in below) else ()


def _depth(columns: Sequence[Column]) -> int:
    return max((1 + _depth(_named_below(column)) for column in columns), default=0)
