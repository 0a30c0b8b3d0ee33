"""A report as passages: its blocks as they are printed, figures written out, each with its key path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from renmin_docs.errors import ReportError
from renmin_docs.proofread.passages import ROLE_OF, Cell, Passage
from renmin_docs.render.values.blocks import Block, Printer
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.report.cells import text_in
from renmin_docs.report.merged_cells import first_columns, head_rows
from renmin_docs.report.tables import Table, resolved

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_HEADING = "heading_"


def report_passages(report: WorkReport) -> list[Passage]:
    """The passages of a report in printed order.

    Raises:
        LookupError: A text mentions an unknown figure.
        FigureError: A text asks for a style that its figure does not have.
    """
    printer = Printer(report)
    text = [*printer.blocks]
    with suppress(ReportError):  # a name that is too long for its line: printing says so
        text += closing_blocks(report, printer)
    return [*_first_page(report, printer), *_passages(text, report, printer)]


def _first_page(report: WorkReport, printer: Printer) -> Iterator[Passage]:
    if report.header is not None and report.header.number:
        yield Passage(report.header.number, "header", place="header.number")
    yield Passage(printer.text(report.title).replace("\n", ""), "title", place="title")
    for key, text in printer.values("below_title", report).items():
        if text:
            yield Passage(text, ROLE_OF[key], place=key)
    if report.addressee:
        yield Passage("，".join(report.addressee) + "：", "addressee", place="addressee")


def _passages(blocks: list[Block], report: WorkReport, printer: Printer) -> Iterator[Passage]:
    tables = 0
    for block in blocks:
        content = block.get("content")
        if isinstance(content, Table):
            yield from _cells(resolved(content, report.figures, printer.text), block["path"], tables, printer)
            tables += 1
        elif content is None and (text := _text(block)):
            yield Passage(text, ROLE_OF.get(block["kind"], "paragraph"), _level(block), block["mark"], block["path"])


def _text(block: Block) -> str:
    points = "".join(point["mark"] + point["lead"] + point["text"] for point in block["points"])
    return block["lead"] + block["text"] + points


def _level(block: Block) -> int:
    return int(block["kind"][-1]) if block["kind"].startswith(_HEADING) else 0


def _cells(table: Table, path: str, number: int, printer: Printer) -> Iterator[Passage]:
    heads = head_rows(table.columns)
    for row, head in enumerate(heads):
        for each in head:
            unit = f"（{each.column.unit}）" if each.column.unit else ""
            cell = Cell(number, row, each.first, is_head=True)
            yield Passage(printer.text(each.column.heading + unit), "cell", place=f"{path}.{each.path}", cell=cell)
    places = first_columns(table.rows, len(table.leaf_columns))
    for row, cells in enumerate(table.rows):
        for index, (column, text) in enumerate(zip(places[row], map(text_in, cells), strict=True)):
            place = f"{path}.rows[{row}][{index}]"
            yield Passage(printer.text(text), "cell", place=place, cell=Cell(number, len(heads) + row, column))
