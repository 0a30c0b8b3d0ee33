"""Tables and pictures of a document as those of a report."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.report.pictures import ENDINGS, Picture
from renmin_docs.report.tables import Table
from renmin_docs.report.text import literal
from renmin_docs.standard.page import PAPER_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.ooxml.document import Document
    from renmin_docs.ooxml.drawings import Drawing

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EMU_PER_MM = 36_000
_WIDEST = Decimal(round(PAPER_HEIGHT.mm))
_KINDS = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))


def printable(text: str) -> str:
    """A text without the characters that no document carries."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """The same in one line: breaks within it were made for the page."""
    return printable(text).replace("\n", "")


def cell_text(blocks: Iterable[DocumentParagraph | DocumentTable]) -> str:
    """What stands in a cell: a line for each paragraph, a table within it row by row."""
    return "\n".join(texts_in(blocks))


def texts_in(blocks: Iterable[DocumentParagraph | DocumentTable]) -> Iterator[str]:
    """The texts of paragraphs and of tables' rows, boxes too."""
    for block in blocks:
        if isinstance(block, DocumentTable):
            yield from (row_text(row) for row in block.rows)
        else:
            yield printable(block.mark + block.text) + "".join(footnotes(block))
            for box in block.boxes:
                yield from texts_in(box)


def footnotes(paragraph: DocumentParagraph) -> list[str]:
    """The notes of a paragraph, as a report has them: in brackets."""
    return [f"（注：{printable(text)}）" for text in paragraph.notes]


def row_text(row: Iterable[Iterable[DocumentParagraph | DocumentTable]]) -> str:
    """A row as a line of text, a tab between its cells."""
    return "\t".join(cell_text(cell).replace("\n", " ") for cell in row)


def table_of(table: DocumentTable, caption: str = "", unit: str = "") -> Table | None:
    """The table; None for one that is a frame around text, with a single row or column."""
    rows = [[cell_text(cell) for cell in row] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width < 1 or (width < 2 and not table.head):
        return None
    rows = [[literal(text) for text in row] + [""] * (width - len(row)) for row in rows]
    return Table(
        caption=literal(one_line(caption)),
        unit=literal(one_line(unit)),
        columns=tuple(heading.replace("\n", "") for heading in rows[0]),
        rows=tuple(map(tuple, rows[1:])),
        orientation="landscape" if table.landscape else "auto",
    )


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
