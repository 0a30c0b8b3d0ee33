"""What a story of a document is made of: paragraphs, tables, and the notes that they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lxml.etree import _Element

from renmin_docs.ooxml.content import Content, Left

Covered = Literal["", "above", "left"]


@dataclass(slots=True)
class DocumentParagraph:
    """A paragraph.

    Attributes:
        content: What stands in it.
        line: Its place among the paragraphs of the document, from 1.
        style: The name of its style in lower case.
        mark: The number that Word shows before it.
        level: The level of its list, from 0; -1 where Word numbers nothing.
        num_id: The list.
        outline: Its outline level, from 1; 0 for text.
        alignment: `w:jc`.
        size: The size of its type in half-points, that of its first run with text; 0 where nothing says it.
        new_page: It begins a page.
        in_contents: It stands in a content control for a table of contents.
        landscape: It stands on a landscape page.
        boxes: What stands in the text boxes anchored in it.
        notes: The footnotes and endnotes that it is the first to refer to.
        element: Its `w:p`, where elements are kept.
    """

    content: Content
    line: int = 0
    style: str = ""
    mark: str = ""
    level: int = -1
    num_id: str = ""
    outline: int = 0
    alignment: str = ""
    size: int = 0
    new_page: bool = False
    in_contents: bool = False
    landscape: bool = False
    boxes: list[list[DocumentParagraph | DocumentTable]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    element: _Element | None = None

    @property
    def text(self) -> str:
        """What it says, without its number."""
        return self.content.text


@dataclass(slots=True)
class DocumentTable:
    """A table: rows of cells, each cell what stands in it; how many rows are its head.

    Attributes:
        rows: Its rows. A cell that goes over several columns stands in the first.
        head: How many rows are marked as repeated on each page.
        line: The place of its first paragraph.
        landscape: It stands on a landscape page.
        covered: For each cell of each row, where the cell is that goes over it; empty for one that is shown.
    """

    rows: list[list[list[DocumentParagraph | DocumentTable]]]
    head: int = 0
    line: int = 0
    landscape: bool = False
    covered: list[list[Covered]] = field(default_factory=list)


Block: TypeAlias = DocumentParagraph | DocumentTable


@dataclass(slots=True)
class Note:
    """A footnote or endnote: what it says, and what is left out of it."""

    text: str
    left: list[Left]
