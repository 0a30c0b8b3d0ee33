"""A table as WordprocessingML: fixed widths, ruled, its head repeated on every page, no row broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from renmin_docs.errors import ReportError
from renmin_docs.render.tables.cells import KEPT, Halves, PrintedHead, cells_of, head_row
from renmin_docs.render.tables.columns import Needs, PrintedColumn, Write, printed_columns, shared_widths, too_wide
from renmin_docs.report.cells import has_merged
from renmin_docs.standard.tables import CELL_MARGIN_EDGE, CELL_MARGIN_SIDE, RULE_COLOR, RULE_WIDTH, TABLE_SIZE
from renmin_docs.units import Length, Twips

if TYPE_CHECKING:
    from renmin_docs.render.tables.merged import MergedCells
    from renmin_docs.report.tables import Table

_STANDARD = TABLE_SIZE.half_points
_WIDTH = re.compile('(<w:(?:tblW|gridCol|tcW) w:w="|<w:ind w:right=")([0-9]+)')
"""A width, or an indent, that grows with the type."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = {side: CELL_MARGIN_EDGE if side in ("top", "bottom") else CELL_MARGIN_SIDE for side in _EDGES[:4]}


class PrintedTable:
    """A table with its texts written out and its columns measured: what both its page and its XML are made from.

    Args:
        table: The table; its figures are resolved.
        write: Makes what is printed of a text with placeholders.
        size: Size of its type in half points. A table in larger type than the standard's is made as in that, on a page
            that is narrower by as much, and enlarged.

    Attributes:
        columns: Its columns as they print.
        least_width: The least width in which it can stand: numbers unbroken, texts as narrow as can still be read.
    """

    def __init__(self, table: Table, write: Write, size: int = 0) -> None:
        self._size = max(size, _STANDARD)
        self.columns = printed_columns(table, write)
        self._merged: MergedCells | None = None
        if has_merged(table.rows) or any(column.columns for column in table.columns):
            from renmin_docs.render.tables.merged import MergedCells  # few tables have merged cells

            self._merged = MergedCells(table, self.columns, write)
        self._needs: Sequence[PrintedColumn | Needs] = self._merged.needs if self._merged else self.columns
        self.least_width: Length = Twips(-(-sum(column.least for column in self._needs) * self._size // _STANDARD))

    def widths(self, width: Length) -> tuple[Length, ...]:
        """The widths of the columns, in whole twips, before they are enlarged; together they are the width.

        Raises:
            ReportError: The table needs more than the width.
        """
        if self.least_width > width:
            raise ReportError(too_wide(self.least_width, width))
        return tuple(map(Twips, shared_widths(self._needs, Twips(int(width // Twips(1)) * _STANDARD // self._size))))

    def xml(self, width: Length, *, keep_next: bool) -> str:
        """The table as `w:tbl`, without its caption and the line of its unit.

        Args:
            width: The width of the table, which it fills to the twip.
            keep_next: Keep the last row on the page of what follows.

        Raises:
            ReportError: The table needs more than the width.
        """
        widths = [each.twips for each in self.widths(width)]
        rows: list[tuple[Halves, ...]] = list(zip(*map(cells_of, self.columns, widths), strict=True))
        rows = self._merged.rows(rows, widths) if self._merged else rows
        kept = {len(rows) - 2, len(rows) - 1} if keep_next else {len(rows) - 2}  # no last row alone on a page
        kept |= self._merged.kept if self._merged else set()
        body = (_row(row, kept=number in kept) for number, row in enumerate(rows))
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        made = (
            f"<w:tbl>{_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{self._head(widths)}{''.join(body)}</w:tbl>"
        )
        return made if self._size == _STANDARD else _WIDTH.sub(self._enlarged, made)

    def _enlarged(self, match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) * self._size // _STANDARD}"

    def _head(self, widths: list[int]) -> str:
        """The rows of headings, kept with the row below them."""
        if self._merged:
            return self._merged.head(widths)
        return head_row([PrintedHead(column, width) for column, width in zip(self.columns, widths, strict=True)])


def _properties(width: int) -> str:
    rules = "".join(
        f'<w:{edge} w:val="single" w:sz="{RULE_WIDTH.eighth_points}" w:space="0" w:color="{RULE_COLOR}"/>'
        for edge in _EDGES
    )
    margins = "".join(f'<w:{edge} w:w="{margin.twips}" w:type="dxa"/>' for edge, margin in _MARGINS.items())
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )


def _row(cells: Sequence[Halves], *, kept: bool) -> str:
    """A row of cells."""
    keep = KEPT if kept else ""
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + "".join(f"{a}{keep}{b}" for a, b in cells) + "</w:tr>"
