"""A table as WordprocessingML: fixed widths, ruled, its head repeated on every page, no row broken."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from renmin_docs.render.runs import emphasised_runs
from renmin_docs.render.tables.columns import HALF, PrintedColumn, Write, head_room, printed_columns, shared_widths
from renmin_docs.report.emphasis import Emphasised
from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.tables import (
    CELL_MARGIN_EDGE,
    CELL_MARGIN_SIDE,
    CELL_MARGIN_TIGHT,
    RULE_COLOR,
    RULE_WIDTH,
)
from renmin_docs.units import Length, Twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.report.tables import Table

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = {
    "top": CELL_MARGIN_EDGE,
    "left": CELL_MARGIN_SIDE,
    "bottom": CELL_MARGIN_EDGE,
    "right": CELL_MARGIN_SIDE,
}
_TIGHT = "".join(
    (
        "<w:tcMar>",
        *(f'<w:{side} w:w="{CELL_MARGIN_TIGHT.twips}" w:type="dxa"/>' for side in ("left", "right")),
        "</w:tcMar>",
    )
)
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_KEPT = "<w:keepNext/>"
_HEADING = f'<w:p><w:pPr><w:pStyle w:val="{BY_IDENTIFIER["table_head"].style_id}"/>{_KEPT}</w:pPr>'


class PrintedTable:
    """A table with its texts written out and its columns measured: what both its page and its XML are made from.

    Args:
        table: The table; its figures are resolved.
        write: Makes what is printed of a text with placeholders.

    Attributes:
        columns: Its columns as they print.
        least_width: The least width in which it can stand.
    """

    def __init__(self, table: Table, write: Write) -> None:
        self.columns = printed_columns(table, write)
        self.least_width: Length = Twips(sum(column.least for column in self.columns))

    def widths(self, width: Length) -> tuple[Length, ...]:
        """The widths of the columns, in whole twips; together they are the width.

        Raises:
            ReportError: The table needs more than the width.
        """
        return tuple(map(Twips, shared_widths(self.columns, width)))

    def xml(self, width: Length, *, keep_next: bool) -> str:
        """The table as `w:tbl`, without its caption and the line of its unit.

        Args:
            width: The width of the table, which it fills to the twip.
            keep_next: Keep the last row on the page of what follows.

        Raises:
            ReportError: The table needs more than the width.
        """
        widths = [each.twips for each in self.widths(width)]
        rows = list(zip(*map(_cells, self.columns, widths), strict=True))
        last = len(rows) - 1
        body = (_row(row, kept=keep_next and number == last) for number, row in enumerate(rows))
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        return (
            f"<w:tbl>{_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{self._head(widths)}{''.join(body)}</w:tbl>"
        )

    def _head(self, widths: list[int]) -> str:
        """The row of headings, kept with the row below it; units on a line of their own in all cells or in none."""
        inner = [width - 2 * CELL_MARGIN_SIDE.twips for width in widths]
        pairs = list(zip(self.columns, inner, strict=True))
        breaks = any(column.unit and head_room(column.heading + column.unit) > wide for column, wide in pairs)
        cells = "".join(
            f"{_cell_start(width)}{_HEADING}{_run(_head_text(column, breaks=breaks))}</w:p></w:tc>"
            for column, width in zip(self.columns, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def least_width(table: Table, write: Write) -> Length:
    """The least width in which the table can stand: numbers unbroken, texts as narrow as can still be read."""
    return PrintedTable(table, write).least_width


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


def _head_text(column: PrintedColumn, *, breaks: bool) -> str:
    between = "\n" if breaks and column.unit and column.heading else ""
    return column.heading + between + column.unit


def _row(cells: tuple[tuple[str, str], ...], *, kept: bool) -> str:
    """A row; each cell is what stands before the place of `w:keepNext`, and what stands behind."""
    keep = _KEPT if kept else ""
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + "".join(f"{a}{keep}{b}" for a, b in cells) + "</w:tr>"


def _cells(column: PrintedColumn, width: int) -> Iterator[tuple[str, str]]:
    """The cells of a column, each in two halves, between which `w:keepNext` would stand."""
    start = f'<w:p><w:pPr><w:pStyle w:val="{BY_IDENTIFIER["table_text"].style_id}"/>'
    text_start, text_place = _cell_start(width) + start, _text_place(column, width)
    number_start, places = _number_places(column, width)
    made: dict[str, tuple[str, str]] = {}
    for cell in column.cells:
        key = str(cell)  # with its emphasis: cells of the same words may look different
        if key not in made:
            place = places.get(column.tails.get(cell, -1))
            end = f"</w:pPr>{_run(cell)}</w:p></w:tc>"
            made[key] = (text_start, text_place + end) if place is None else (number_start + start, place + end)
        yield made[key]


def _text_place(column: PrintedColumn, width: int) -> str:
    """The alignment of texts: as asked for, else in the middle (the style's) unless one needs several lines."""
    alignment = column.column.alignment
    if alignment is None and not column.is_number and column.cells_room > width - 2 * CELL_MARGIN_SIDE.twips:
        alignment = "left"
    return f'<w:jc w:val="{alignment}"/>' if alignment else ""


def _number_places(column: PrintedColumn, width: int) -> tuple[str, dict[int, str]]:
    """How the cell of a number begins, and by the width of its tail its place in it.

    A number stands at the right, less what its tail lacks to the longest. Unless the column is to be aligned
    right, its numbers stand in the middle of it together.
    """
    if not column.on_point:
        return "", {}
    free = width - 2 * CELL_MARGIN_SIDE.twips - column.number_room
    margin = CELL_MARGIN_SIDE if free >= 0 else CELL_MARGIN_TIGHT
    beside = 0 if column.column.alignment else (width - 2 * margin.twips - column.number_room) // 2
    indents = {tail: beside + (column.longest_tail - tail) * HALF for tail in set(column.tails.values())}
    places = {tail: f'<w:ind w:right="{indent}"/><w:jc w:val="right"/>' for tail, indent in indents.items()}
    return _cell_start(width, "" if free >= 0 else _TIGHT), places


def _cell_start(width: int, margins: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margins}<w:vAlign w:val="center"/></w:tcPr>'


def _run(text: str) -> str:
    if not text:
        return ""
    run = _RUN.format(escape(str(text)).replace("\t", _TAB).replace("\n", _BREAK))
    return emphasised_runs(run) if isinstance(text, Emphasised) else run
