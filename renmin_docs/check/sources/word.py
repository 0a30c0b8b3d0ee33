"""Word documents of anybody as passages: paragraphs as they stand, tables as cells, Word's own numbers as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.check.sources.source import Source
from renmin_docs.intake.documents.opening import open_document
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.proofread.passages import Cell, Passage, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(file: Path) -> Source:
    """The passages of a document.

    Raises:
        DataFileError: It can't be opened.
    """
    _, document = open_document(file)
    reader = _Reader()
    return Source([*reader.passages(document.blocks)])


class _Reader:
    """Goes through the blocks of a document; tables are counted."""

    def __init__(self) -> None:
        self._tables = 0
        self._is_first = True

    def passages(self, blocks: list[DocumentParagraph | DocumentTable]) -> Iterator[Passage]:
        """The passages of blocks, in their order."""
        for block in blocks:
            if isinstance(block, DocumentTable):
                yield from self._table(block)
            elif block.text.strip():
                yield self._paragraph(block)

    def _paragraph(self, block: DocumentParagraph) -> Passage:
        read = read_line(block.text, is_first=self._is_first)
        self._is_first = False
        return read._replace(mark=block.mark.strip())

    def _table(self, block: DocumentTable) -> Iterator[Passage]:
        number, self._tables = self._tables, self._tables + 1
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                text = "\n".join(each.text for each in cell if isinstance(each, DocumentParagraph))
                yield Passage(text, "cell", cell=Cell(number, row, column, row < max(1, block.head)))
