"""Tables and pictures of a document as those of a report."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from renmin_docs.emphasis import in_characters, in_line, without_notes, written
from renmin_docs.errors import Finding
from renmin_docs.intake.documents.table_cells import Shown, merged_rows, nested_columns, shown_cells
from renmin_docs.intake.prose.text_tables import UNIT
from renmin_docs.ooxml.blocks import Covered, DocumentParagraph, DocumentTable
from renmin_docs.ooxml.document import Document
from renmin_docs.ooxml.drawings import Drawing
from renmin_docs.report.pictures import ENDINGS, Picture
from renmin_docs.report.tables import Column, Table
from renmin_docs.report.text import literal
from renmin_docs.standard.page import PAPER_HEIGHT

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x0d\x18-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Without the marks of emphasis, which no document holds itself."""
_EMU_PER_MM = 36_000
_WIDEST = Decimal(round(PAPER_HEIGHT.mm))
_FEWEST, _MOST_HEAD = 2, 3
"""Rows of a table below its caption; of a head without a mark on each of its rows."""
_KINDS = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))


def printable(text: str) -> str:
    """A text without the characters that no document carries."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """A printable text in one line: breaks within it were made for the page."""
    return printable(text).replace("\n", "")


def cell_text(blocks: Iterable[DocumentParagraph | DocumentTable], *, is_marked: bool = False) -> str:
    """What stands in a cell: a line for each paragraph, a table within it row by row."""
    return "\n".join(texts_in(blocks, is_marked=is_marked))


def texts_in(blocks: Iterable[DocumentParagraph | DocumentTable], *, is_marked: bool = False) -> Iterator[str]:
    """The texts of paragraphs and of tables' rows, boxes too; those of paragraphs with their emphasis, if asked for."""
    for block in blocks:
        if isinstance(block, DocumentTable):
            yield from (row_text(row) for row in block.rows)
        else:
            text = without_notes(block.content.marked) if is_marked else block.text
            yield printable(block.mark + text) + "".join(footnotes(block))
            for box in block.boxes:
                yield from texts_in(box)


def footnotes(paragraph: DocumentParagraph) -> list[str]:
    """The notes of a paragraph, as a report has them: in brackets."""
    return [f"（注：{printable(text)}）" for text in paragraph.notes]


def row_text(row: Iterable[Iterable[DocumentParagraph | DocumentTable]]) -> str:
    """A row as a line of text, a tab between its cells."""
    return "\t".join(cell_text(cell).replace("\n", " ") for cell in row)


def table_of(table: DocumentTable, caption: str = "", unit: str = "", *, is_ours: bool = False) -> Table | None:
    """The table; None for one that is a frame around text, with a single row or column.

    Args:
        table: The document's.
        caption: What stands above it.
        unit: Its unit.
        is_ours: The library wrote it: it has its caption above it, and its head is marked.
    """
    if not is_ours:
        table, caption, unit = _titled(table, caption, unit)
    rows = [[cell_text(cell, is_marked=True) for cell in row] for row in table.rows]
    width, head = max((len(row) for row in rows), default=0), (is_ours and table.head) or _head_rows(table)
    if len(rows) <= head or width < 1 or (width < 2 and not table.head):
        return None
    write = written if is_ours else _written
    head_rows = [[in_line(text) for text in row] for row in rows[:head]]
    rows = [[write(text) for text in row] + [""] * (width - len(row)) for row in (*head_rows, *rows[head:])]
    return Table(
        caption=write(one_line(caption)),
        unit=literal(one_line(unit)),
        columns=_columns(rows[:head], table.covered),
        rows=merged_rows(rows[head:], table.covered[head:]),
        orientation="landscape" if table.landscape else "auto",
    )


def _written(text: str) -> str:
    return written(in_characters(text)) if text else text


def _columns(head: list[list[str]], covered: list[list[Covered]]) -> list[Column]:
    """The columns of a head; where its headings go over parts of others, all those of a column in one."""
    cells = shown_cells(head, covered[: len(head)])
    return nested_columns(cells) or [Column(heading=_heading(cells, at)) for at in range(len(head[0]))]


def _titled(table: DocumentTable, caption: str = "", unit: str = "") -> tuple[DocumentTable, str, str]:
    """A table without the rows above its head that are a single cell: its caption and its unit."""
    while len(table.rows) > _FEWEST and len(table.covered[0]) > 1 and set(table.covered[0][1:]) == {"left"}:
        text = cell_text(table.rows[0][0])
        match = UNIT().fullmatch(text.strip())
        if unit if match else caption:
            break
        caption, unit = (caption, match[1]) if match else (text, unit)
        table = replace(table, rows=table.rows[1:], covered=table.covered[1:], head=max(table.head - 1, 0))
    return table, caption, unit


def _head_rows(table: DocumentTable) -> int:
    """How many rows the head of a table has: a cell goes from one down into the next, or over columns named there."""
    count = max(table.head, 1)
    while count < len(table.rows) and ("above" in table.covered[count] or _names_columns(table, count)):
        count += 1
    return count if count < len(table.rows) and count <= max(table.head, _MOST_HEAD) else max(table.head, 1)


def _names_columns(table: DocumentTable, row: int) -> bool:
    """Whether a row only names the columns that the cells above it go over."""
    above = table.covered[row - 1]
    if "left" not in above:
        return False
    texts = [(cell_text(cell).strip(), "left" in above[at : at + 2]) for at, cell in enumerate(table.rows[row])]
    named = [text for text, is_below in texts if is_below]
    return any(named) and all(map(_is_name, named)) and not any(text for text, is_below in texts if not is_below)


def table_notes(table: DocumentTable) -> list[Finding]:
    """What a table of a report can't say as this one does: a head whose headings go over parts of others."""
    table, _, _ = _titled(table)
    head = _head_rows(table)
    width = max(map(len, table.covered[:head]), default=0)
    cells = shown_cells([[""] * width] * head, table.covered[:head])
    return [] if nested_columns(cells) else [Finding("table_heads_joined", line=table.line, found=str(head))]


def _is_name(text: str) -> bool:
    """Whether a text names a column, and is no value; an empty one is no value either."""
    return not any(character.isdecimal() for character in text) or text.rstrip().endswith(("年", "月", "季度"))


def _heading(head: list[list[Shown[str]]], at: int) -> str:
    """The texts of a column's head in one: those of the cells that go over it included, each once."""
    over = (cell for row in head for cell in row if cell.column <= at < cell.column + cell.columns)
    return "".join(dict.fromkeys(cell.held.replace("\n", "") for cell in over))


@dataclass
class Pictures:
    """The pictures of a document, each with the name of the file that it goes to.

    Args:
        document: The document.
        parts: Name of a part → its bytes.
        stem: What the files' names begin with.

    Attributes:
        files: Name of a file → its bytes.
        notes: What was found.
    """

    document: Document
    parts: dict[str, bytes]
    stem: str
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Finding] = field(default_factory=list)

    def read(self, drawing: Drawing, line: int) -> Picture | None:
        """The picture of a drawing; None with a note where it is of no kind that a report can hold."""
        part = self._part(drawing)
        data = self.parts.get(part, b"")
        ending = next((ending for signature, ending in _KINDS if data.startswith(signature)), "")
        if ending not in ENDINGS:
            rule = "picture_left" if data else "picture_linked"
            self.notes.append(Finding(rule, line=line, found=self.name_of(drawing)))
            return None
        name = next((name for name, known in self.files.items() if known == data), "")
        name = name or f"{self.stem}_{len(self.files) + 1}{ending}"
        self.files[name] = data
        self.notes.append(Finding("picture_saved", line=line, found=name))
        return Picture(path=name, alternative_text=literal(one_line(drawing.description)), width=_width(drawing.width))

    def name_of(self, drawing: Drawing) -> str:
        """The file that a drawing comes from, or its alternative text where it is linked and not in the package."""
        return posixpath.basename(self._part(drawing)) or drawing.description or "@unnamed"

    def _part(self, drawing: Drawing) -> str:
        return self.document.pictures.get(drawing.relationship, "")


def _width(emu: int) -> Decimal | None:
    width = (Decimal(emu) / _EMU_PER_MM).quantize(Decimal("0.1"))
    return width.normalize() if 1 <= width <= _WIDEST else None
