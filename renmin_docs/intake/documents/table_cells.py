"""The cells of a document's table as a report has them: merged ones, and a head of several rows as nested columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from renmin_docs.ooxml.blocks import Covered
from renmin_docs.report.cells import Cell
from renmin_docs.report.tables import Column
from renmin_docs.standard.tables import MOST_COLUMNS

T = TypeVar("T")
_BLANK = Column(heading="")


@dataclass
class Shown(Generic[T]):
    """A cell that is shown: what it holds, its first row and column, and how many columns and rows it goes over."""

    held: T
    row: int
    column: int
    columns: int
    rows: int = 1


def shown_cells(rows: Sequence[Sequence[T]], covered: Sequence[Sequence[Covered]]) -> list[list[Shown[T]]]:
    """The cells that stand in each row, from the left; one that goes over several rows stands in each of them.

    Args:
        rows: What all places hold, as many in each row.
        covered: For each place, where the cell is that goes over it; rows may be shorter.
    """
    made: list[list[Shown[T]]] = []
    above: dict[int, Shown[T]] = {}
    for row, (held, hidden) in enumerate(zip(rows, covered, strict=True)):
        shown: list[Shown[T]] = []
        for column, columns in _widths(hidden, len(held)):
            cell = above.get(column)
            if hidden[column : column + 1] == ["above"] and cell is not None and cell.columns == columns:
                cell.rows += 1
            else:
                cell = Shown(held[column], row, column, columns)
            shown.append(cell)
        made.append(shown)
        above = {cell.column: cell for cell in shown}
    return made


def _widths(hidden: Sequence[Covered], width: int) -> Iterator[tuple[int, int]]:
    """The columns in which cells begin, and how many each goes over."""
    begun = [column for column in range(width) if not column or hidden[column : column + 1] != ["left"]]
    yield from ((column, end - column) for column, end in zip(begun, [*begun[1:], width], strict=False))


def merged_rows(rows: Sequence[Sequence[str]], covered: Sequence[Sequence[Covered]]) -> list[list[str | Cell]]:
    """The rows of a table as a report has them; merged cells are texts in a table wider than Word's."""
    if not any(map(any, covered)) or (rows and len(rows[0]) > MOST_COLUMNS):
        return [[*row] for row in rows]
    shown = enumerate(shown_cells(rows, covered))
    return [[_cell(each) for each in row if each.row == number] for number, row in shown]


def _cell(shown: Shown[str]) -> str | Cell:
    if shown.columns == shown.rows == 1:
        return shown.held
    return Cell(text=shown.held, column_span=shown.columns, row_span=shown.rows)


def nested_columns(head: Sequence[Sequence[Shown[str]]]) -> list[Column] | None:
    """The columns that the rows of a head name; None where a heading goes over parts of two others."""
    by_column = [{cell.column: cell for cell in row if cell.row == number} for number, row in enumerate(head)]
    return _below(by_column, 0, range(max((cell.column + cell.columns for cell in head[0]), default=0)))


def _below(head: Sequence[Mapping[int, Shown[str]]], row: int, over: range) -> list[Column] | None:
    """The columns that begin in a row of a head, over some columns of cells."""
    made: list[Column] = []
    at = over.start
    while at < over.stop:
        cell = head[row].get(at)
        if cell is None or at + cell.columns > over.stop:
            return None
        at += cell.columns
        heading, below = cell.held.replace("\n", ""), row + cell.rows
        inner: list[Column] | None = [_BLANK] * cell.columns
        if below < len(head):
            inner = _below(head, below, range(cell.column, cell.column + cell.columns))
        if inner is None:
            return None
        is_leaf = (
            len(inner) == 1 and not inner[0].columns and inner[0].heading in ("", heading)
        )  # the same in both rows
        made.append(Column(heading=heading, columns=() if is_leaf else inner))
    return made
