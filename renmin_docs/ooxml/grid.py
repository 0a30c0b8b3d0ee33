"""Which columns of a table the cells of its rows go over. Source: ECMA-376-1, 17.4.14, 17.4.17, 17.4.22, 17.4.84."""

from __future__ import annotations

from lxml.etree import _Element

from renmin_docs.ooxml.blocks import Covered
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value, whole
from renmin_docs.standard.tables import MOST_COLUMNS

_SPAN, _DOWN, _ACROSS = (f"{w('tcPr')}/{w(name)}" for name in ("gridSpan", "vMerge", "hMerge"))


class Grid:
    """The columns of a table, row by row.

    Attributes:
        begun: The columns in which the cells of some row begin; no text can stand in others.
    """

    def __init__(self) -> None:
        self.begun = set[int]()
        self._column = 0
        self._above: set[int] = set()  # columns with a cell that goes on downwards
        self._going_on: set[int] = set()

    def begin_row(self, row: _Element) -> None:
        """Begin with the first column of the next row."""
        self._column = max(whole(value(row.find(w("trPr")), "gridBefore")), 0)
        self._above, self._going_on = self._going_on, set()

    def place(self, cell: _Element, cells: int) -> tuple[int, Covered]:
        """How many columns a cell goes over, and where the cell is that covers it, so that it is not shown."""
        self.begun.add(cells)
        if not len(cell):
            self._column += 1
            return 1, ""
        span, down, across = cell.find(_SPAN), cell.find(_DOWN), cell.find(_ACROSS)
        at, columns = self._column, 1 if span is None else max(whole(span.get(w("val"))), 1)
        columns = min(columns, max(MOST_COLUMNS - cells, 1))
        self._column += columns
        is_covered = down is not None and down.get(w("val")) != "restart" and at in self._above
        if down is not None:
            self._going_on.add(at)
        goes_on = across is not None and across.get(w("val")) != "restart" and cells > 0
        return columns, "left" if goes_on else "above" if is_covered else ""
