"""Merged cells and heads of several rows, printed: the width they ask for, their cells as WordprocessingML.

Source: ECMA-376-1, 17.4.17 (`w:gridSpan`), 17.4.84 (`w:vMerge`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from renmin_docs.render.tables.cells import Halves, PrintedHead, cell_opened, cells_of, head_row
from renmin_docs.render.tables.columns import Needs, PrintedColumn, Write, printed_column
from renmin_docs.report.merged_cells import Place, grid_of, head_rows
from renmin_docs.report.tables import Table

_MOST_KEPT = 6
"""Rows below one cell that stay on a page; more would leave too much of the page before empty."""
_DOWN, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


class _Heading(NamedTuple):
    """A cell of the head: its texts, its first column, and how many columns and rows it goes over."""

    printed: PrintedColumn
    column: int
    columns: int
    rows: int


class MergedCells:
    """The cells of a table of which some go over others.

    Args:
        table: The table.
        columns: Its columns as they print.
        write: Makes what is printed of a text with placeholders.

    Attributes:
        needs: The widths of its columns, with room for the cells that go over several.
        kept: The rows that stand on the page of the next one, since a cell goes over both.
    """

    def __init__(self, table: Table, columns: Sequence[PrintedColumn], write: Write) -> None:
        self._columns = columns
        self._grid = grid_of(table.rows, len(columns))
        self._head = [*_headings(table, write)]
        places = (place for row in self._grid for place in row if place.columns > 1)
        self._wide = {place: self._printed(place, write) for place in dict.fromkeys(places)}
        self.needs = self._widened()
        down = (place for row in self._grid for place in row if 1 < place.rows <= _MOST_KEPT)
        self.kept = {row for place in down for row in range(place.row, place.row + place.rows - 1)}

    def _printed(self, place: Place, write: Write) -> PrintedColumn:
        """A cell over several columns, as a column of its own; it stands as the first of them says."""
        column = self._columns[place.column].column.altered(kind=None, heading="", unit="")
        return PrintedColumn(column, "", "", (write(place.text),))

    def _widened(self) -> list[Needs]:
        needs = [{kind: getattr(column, kind) for kind in Needs._fields} for column in self._columns]
        wide = [(place.columns, place.column, printed) for place, printed in self._wide.items()]
        wide += ((each.columns, each.column, each.printed) for row in self._head for each in row if each.columns > 1)
        for count, first, printed in sorted(dict.fromkeys(wide), key=itemgetter(0, 1)):
            over = needs[first : first + count]
            least = [0] * count
            for kind in Needs._fields:
                least = [max(each[kind], low) for each, low in zip(over, least, strict=True)]
                lacking = max(getattr(printed, kind) - sum(least), 0)
                least = [width + (lacking + number) // count for number, width in enumerate(least)]
                for each, width in zip(over, least, strict=True):
                    each[kind] = width
        return [Needs(**each) for each in needs]

    def head(self, widths: Sequence[int]) -> str:
        """The rows of the head."""
        width = len(widths)
        under: dict[int, _Heading] = {}  # the heading that goes on downwards, by its first column
        made = []
        for row in self._head:
            begun = {each.column: each for each in row}
            cells, at = [], 0
            while at < width:
                each = begun.get(at) or under[at]
                over = sum(widths[at : at + each.columns])
                is_on = at not in begun
                printed = PrintedColumn(each.printed.column, "", "", ()) if is_on else each.printed
                cells.append(PrintedHead(printed, over, _marks(each.columns, each.rows, goes_on=is_on)))
                under[at] = each
                at += each.columns
            made.append(head_row(cells))
        return "".join(made)

    def rows(self, plain: Sequence[Sequence[Halves]], widths: Sequence[int]) -> list[tuple[Halves, ...]]:
        """The rows of cells, made from those of a table in which no cell goes over others."""
        made: dict[Place, Halves] = {}
        for place, printed in self._wide.items():
            over = sum(widths[place.column : place.column + place.columns])
            made[place] = next(cells_of(printed, over))
        return [tuple(self._row(number, cells, made, widths)) for number, cells in enumerate(plain)]

    def _row(
        self, number: int, cells: Sequence[Halves], wide: dict[Place, Halves], widths: Sequence[int]
    ) -> Iterator[Halves]:
        for column, place in enumerate(self._grid[number]):
            if place.column != column:
                continue
            is_on, over = place.row < number, sum(widths[column : column + place.columns])
            first, rest = cells[column] if place.columns == 1 else self._empty(column, over) if is_on else wide[place]
            opened = cell_opened(over)
            marks = _marks(place.columns, place.rows, goes_on=is_on)
            yield f"{opened}{marks}{first.removeprefix(opened)}", rest

    def _empty(self, column: int, width: int) -> Halves:
        return next(cells_of(PrintedColumn(self._columns[column].column, "", "", ("",)), width))


def _headings(table: Table, write: Write) -> Iterator[list[_Heading]]:
    """The rows of the head with their texts written out."""
    for row in head_rows(table.columns):
        yield [_Heading(printed_column(each.column, (), write), each.first, each.columns, each.rows) for each in row]


def _marks(columns: int, rows: int, *, goes_on: bool) -> str:
    """The properties of a cell that goes over others, or of the place that one from above goes over."""
    across = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return across + (_GOES_ON if goes_on else _DOWN if rows > 1 else "")
