"""The cells of a table as WordprocessingML: their widths, where texts and numbers stand in them, a row of headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from renmin_docs.emphasis import Emphasised
from renmin_docs.render.filling.escaping import run_content
from renmin_docs.render.runs import emphasised_runs
from renmin_docs.render.tables.columns import HALF, PrintedColumn, head_room
from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.tables import CELL_MARGIN_SIDE, CELL_MARGIN_TIGHT

_SIDES = (f'<w:{side} w:w="{CELL_MARGIN_TIGHT.twips}" w:type="dxa"/>' for side in ("left", "right"))
_TIGHT = f"<w:tcMar>{''.join(_SIDES)}</w:tcMar>"
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
KEPT = "<w:keepNext/>"
Halves: TypeAlias = tuple[str, str]
"""A cell: what stands before the place of `w:keepNext`, and what stands behind."""
_HEADING = f'<w:p><w:pPr><w:pStyle w:val="{BY_IDENTIFIER["table_head"].style_id}"/>{KEPT}</w:pPr>'


class PrintedHead(NamedTuple):
    """A cell of a head: its texts, its width, and its marks of a merged cell."""

    column: PrintedColumn
    width: int
    merged: str = ""

    @property
    def has_room(self) -> bool:
        """Whether the unit has room behind the heading."""
        inner = self.width - 2 * CELL_MARGIN_SIDE.twips
        return not self.column.unit or head_room(self.column.heading + self.column.unit) <= inner


def head_row(cells: Sequence[PrintedHead]) -> str:
    """A row of headings, repeated on each page; units on a line of their own in all cells or in none."""
    breaks = not all(cell.has_room for cell in cells)
    made = "".join(
        f"{cell_start(width, merged)}{_HEADING}{_run(_head_text(column, breaks=breaks))}</w:p></w:tc>"
        for column, width, merged in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _head_text(column: PrintedColumn, *, breaks: bool) -> str:
    between = "\n" if breaks and column.unit and column.heading else ""
    return column.heading + between + column.unit


def cells_of(column: PrintedColumn, width: int) -> Iterator[Halves]:
    """The cells of a column."""
    start = f'<w:p><w:pPr><w:pStyle w:val="{BY_IDENTIFIER["table_text"].style_id}"/>'
    text_start, text_place = cell_start(width) + start, _text_place(column, width)
    number_start, places = _number_places(column, width)
    made: dict[str, Halves] = {}
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
    return cell_start(width, "" if free >= 0 else _TIGHT), places


def cell_start(width: int, more: str = "") -> str:
    """How a cell begins; `more` are its properties between its width and its vertical alignment."""
    return f'{cell_opened(width)}{more}<w:vAlign w:val="center"/></w:tcPr>'


def cell_opened(width: int) -> str:
    """The beginning of a cell, up to its width."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'


def _run(text: str) -> str:
    if not text:
        return ""
    run = _RUN.format(run_content(text))
    return emphasised_runs(run) if isinstance(text, Emphasised) else run
