"""Which element of a document each of its paragraphs is, also where another program or person made it.

A style of ours says it, then a heading style of Word's, then what the paragraph says and where it stands: the title
first, marks before headings, date and signature at the end. What stays uncertain is a paragraph of text.
Source: GB/T 9704-2012, 7.2 to 7.4 (what the elements look like).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renmin_docs.check.line_texts import UNIT, Placed, imprint_role, is_like_heading
from renmin_docs.check.lines import Lines
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.document import Document
from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.proofread.passages import Cell
from renmin_docs.standard.elements import BY_STYLE_NAME, TELLING_STYLES

_BUILT_IN = ("title", "heading 1", "heading 2", "heading 3", "heading 4")
"""Names of styles that mean the same in every document."""
_CONTENTS = "toc "
"""What the names of the styles of a table of contents begin with."""
_LEVELS = 4
_LAST = 12
"""Paragraphs at the end among which an imprint is looked for."""


def placed_paragraphs(document: Document, formatting: Formatting) -> list[Placed]:
    """The paragraphs of a document in their order, with those of tables and text boxes, each with its role."""
    is_ours = set(document.styles.names.values()) >= TELLING_STYLES
    names = BY_STYLE_NAME if is_ours else {name: BY_STYLE_NAME[name] for name in _BUILT_IN}
    return _placed(document.blocks, names, formatting, is_ours=is_ours)


def placed_lines(blocks: Sequence[DocumentParagraph | DocumentTable]) -> list[Placed]:
    """The lines of a text, each with its role; nothing is known of how they look."""
    return _placed(blocks, {}, None, is_ours=False)


def _placed(
    blocks: Sequence[DocumentParagraph | DocumentTable],
    names: dict[str, str],
    formatting: Formatting | None,
    *,
    is_ours: bool,
) -> list[Placed]:
    placed = [*_Walk(names).of(blocks)]
    lines = [each for each in placed if each.cell is None and each.role]
    reading = Lines(lines, formatting, is_ours=is_ours)
    reading.place()
    _place_captions(placed)
    reading.place_asides()
    _place_imprint_tables(placed)
    for each in placed:
        each.role = "paragraph" if each.role == "?" else each.role
    return placed


class _Walk:
    """Goes through the blocks of a document; a paragraph whose style names no role has the role `?` for now."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names, self._tables = names, 0

    def of(
        self, blocks: Sequence[DocumentParagraph | DocumentTable], cell: Cell | None = None, *, is_boxed: bool = False
    ) -> Iterator[Placed]:
        """The paragraphs of blocks, in a cell or box."""
        for block in blocks:
            if isinstance(block, DocumentParagraph):
                yield Placed(block, self._role(block, cell), cell, is_boxed)
                for box in block.boxes:
                    yield from self.of(box, is_boxed=True)
            elif cell is None:
                yield from self._of_table(block, is_boxed=is_boxed)
            else:  # a table within a cell belongs to the cell
                for row in block.rows:
                    for inner in row:
                        yield from self.of(inner, cell, is_boxed=is_boxed)

    def _of_table(self, table: DocumentTable, *, is_boxed: bool) -> Iterator[Placed]:
        number, self._tables = self._tables, self._tables + 1
        head = table.head or int(len(table.rows) > 1)
        for row_number, row in enumerate(table.rows):
            for column, blocks in enumerate(row):
                cell = Cell(number, row_number, column, is_head=row_number < head)
                yield from self.of(blocks, cell, is_boxed=is_boxed)

    def _role(self, paragraph: DocumentParagraph, cell: Cell | None) -> str:
        if not paragraph.text.strip():
            return "picture" if paragraph.content.drawings else ""
        if cell is not None:
            return "table_head" if cell.is_head else "table_text"
        if role := self._names.get(paragraph.style, ""):
            return role
        if paragraph.style.startswith(_CONTENTS) or paragraph.in_contents or paragraph.content.is_contents:
            return "contents"
        return f"heading_{paragraph.outline}" if 0 < paragraph.outline <= _LEVELS else "?"


def _place_captions(placed: list[Placed]) -> None:
    """The lines right above a table or below a picture that name it."""
    above: list[Placed] = []  # lines since the last table
    for each in placed:
        if each.cell is None:
            if above and above[-1].role == "picture" and each.role == "?" and each.text.startswith("图"):
                each.role = "picture_caption"
            above += [each] if each.role else []
        elif above:
            _place_above(above)
            above.clear()


def _place_above(lines: list[Placed]) -> None:
    if lines[-1].role == "?" and UNIT.fullmatch(lines[-1].text):
        lines.pop().role = "table_unit"
    if lines and lines[-1].role == "?" and lines[-1].text.startswith("表") and is_like_heading(lines[-1].text):
        lines[-1].role = "table_caption"


def _place_imprint_tables(placed: list[Placed]) -> None:
    """The cells of tables that people set an imprint in."""
    last = [each for each in placed if each.role][-_LAST:]
    imprints = {each.cell.table for each in last if each.cell is not None and imprint_role(each.text)}
    for each in placed:
        if each.cell is not None and each.cell.table in imprints and each.role:
            each.role = imprint_role(each.text) or "printed_by"
