"""The cells of a document's table as a report has them: merged ones, and a head of several rows as nested columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from renmin_docs.ooxml.blocks import Covered
from renmin_docs.report.cells import Cell
from renmin_docs.report.tables import Column
from renmin_docs.standard.tables import MOST_COLUMNS

_BLANK = Column(heading="")


@dataclass
class Shown:
    """A cell that is shown: its text, its first column, and how many columns and rows it goes over."""

    text: str
    column: int
    columns: int
    rows: int = 1


def shown_cells(rows: Sequence[Sequence[str]], covered: Sequence[Sequence[Covered]]) -> list[list[Shown]]:
    """The cells that each row shows, from the left.

    Args:
        rows: The texts of all places, as many in each row.
        covered: For each place, where the cell is that goes over it; rows may be shorter.
    """
    made: list[list[Shown]] = []
    above: dict[int, Shown] = {}
    for texts, hidden in zip(rows, covered, strict=True):
        shown: list[Shown] = []
        going_on: dict[int, Shown] = {}
        for column, columns in _widths(hidden, len(texts)):
            cell = above.get(column)
            if hidden[column : column + 1] == ["above"] and cell is not None and cell.columns == columns:
                cell.rows += 1
            else:
                cell = Shown(texts[column], column, columns)
                shown.append(cell)
            going_on[column] = cell
        made.append(shown)
        above = going_on
    return made


def _widths(hidden: Sequence[Covered], width: int) -> Iterator[tuple[int, int]]:
    """The columns in which cells begin, and how many each goes over."""
    begun = [column for column in range(width) if not column or hidden[column : column + 1] != ["left"]]
    yield from ((column, end - column) for column, end in zip(begun, [*begun[1:], width], strict=False))


def merged_rows(rows: Sequence[Sequence[str]], covered: Sequence[Sequence[Covered]]) -> list[list[str | Cell]]:
    """The rows of a table as a report has them; merged cells are texts in a table wider than Word's."""
    if not any(map(any, covered)) or (rows and len(rows[0]) > MOST_COLUMNS):
        return [[*row] for row in rows]
    return [[_cell(each) for each in row] for row in shown_cells(rows, covered)]


def _cell(shown: Shown) -> str | Cell:
    if shown.columns == shown.rows == 1:
        return shown.text
    return Cell(text=shown.text, column_span=shown.columns, row_span=shown.rows)


def nested_columns(head: Sequence[Sequence[Shown]]) -> list[Column] | None:
    """The columns that the rows of a head name; None where a heading goes over parts of two others."""
    by_column = [{cell.column: cell for cell in row} for row in head]
    return _below(by_column, 0, range(max((cell.column + cell.columns for cell in head[0]), default=0)))


def _below(head: Sequence[Mapping[int, Shown]], row: int, over: range) -> list[Column] | None:
    """The columns that begin in a row of a head, over some columns of cells."""
    made: list[Column] = []
    at = over.start
    while at < over.stop:
        cell = head[row].get(at)
        if cell is None or at + cell.columns > over.stop:
            return None
        at += cell.columns
        heading, below = cell.text.replace("\n", ""), row + cell.rows
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
