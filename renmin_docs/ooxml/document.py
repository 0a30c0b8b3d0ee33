"""The text of a document from top to bottom, each paragraph with what Word shows before it and what its style says.

A view for readers: what is anchored in a paragraph (boxes, pictures, notes) is kept beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.content import Content, content_of, first_choice
from renmin_docs.ooxml.lists import Lists
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.relationships import targets
from renmin_docs.ooxml.stylesheet import Stylesheet, value, whole
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from renmin_docs.ooxml.package import Package

MAX_ELEMENTS = 600_000
"""Elements and attributes of all parts that are read; a report of a hundred pages has a third of it."""
MAX_PARAGRAPHS = 100_000
_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_THROUGH = {*map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml"))}
_TEXT_OUTLINE = 9
_SPAN = f"{w('tcPr')}/{w('gridSpan')}"
_MOST_COLUMNS = 63
"""Of a table in Word."""


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
        landscape: It stands on a landscape page.
        boxes: What stands in the text boxes anchored in it.
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
    landscape: bool = False
    boxes: list[list[DocumentParagraph | DocumentTable]] = field(default_factory=list)

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
        has_merged: Cells go over several columns or rows.
    """

    rows: list[list[list[DocumentParagraph | DocumentTable]]]
    head: int = 0
    line: int = 0
    landscape: bool = False
    has_merged: bool = False


class Document(NamedTuple):
    """A document that has been read.

    Attributes:
        blocks: Its paragraphs and tables in order.
        styles: Its styles.
        lists: Its lists.
        notes: Kind and id of a footnote or endnote → its paragraphs.
        pictures: Relationship id → name of the part of the picture.
        last_section: `w:type` of the last section, its grid's `w:linePitch`.
        unread: What could not be read: `altChunk`, comments …
    """

    blocks: list[DocumentParagraph | DocumentTable]
    styles: Stylesheet
    lists: Lists
    notes: dict[tuple[str, str], list[str]]
    pictures: dict[str, str]
    last_section: dict[str, str]
    unread: frozenset[str]


def read_document(package: Package) -> Document:
    """The document in a package.

    Raises:
        PackageError: A part is no sound XML, or the whole is larger than any report.
    """
    parts, main = package.parts, package.main_part
    names = {
        kind: [*targets(parts, main, (kind,)).values()] for kind in ("styles", "numbering", "footnotes", "endnotes")
    }
    _require_size(parts, [main, *(name for each in names.values() for name in each[:1])])

    def root(kind: str) -> _Element | None:
        return parse_xml(parts[names[kind][0]], part=names[kind][0]) if names[kind] else None

    styles = Stylesheet(root("styles"))
    reader = _Reader(styles, Lists(root("numbering"), styles))
    body = parse_xml(parts[main], part=main).find(w("body"))
    if body is None:
        raise PackageError(Finding("part_damaged", found=main, expected="w:body"))
    blocks = reader.blocks(body)
    notes = {key: texts for kind in ("footnotes", "endnotes") for key, texts in _notes(kind, root(kind))}
    pictures = targets(parts, main, ("image",))
    return Document(blocks, styles, reader.lists, notes, pictures, reader.section, frozenset(reader.unread))


def _require_size(parts: dict[str, bytes], names: list[str]) -> None:
    """Refuse what would take more memory as a tree than a report can need, before it is one."""
    size = sum(parts[name].count(b"<") + parts[name].count(b'="') + parts[name].count(b"='") for name in names)
    if size > MAX_ELEMENTS:
        raise _too_large(size, MAX_ELEMENTS)
    paragraphs = max(sum(1 for _ in _PARAGRAPH.finditer(parts[name])) for name in names)
    if paragraphs > MAX_PARAGRAPHS:
        raise _too_large(paragraphs, MAX_PARAGRAPHS)


def _too_large(found: int, most: int) -> PackageError:
    return PackageError(Finding("document_large", found=f"{found:,}", expected=f"{most:,}"))


def _notes(kind: str, root: _Element | None) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for note in () if root is None else root.iter(w(kind.removesuffix("s"))):
        if note.get(w("type"), "normal") == "normal":
            texts = [content_of(paragraph).text.strip() for paragraph in note.iter(w("p"))]
            yield (kind, note.get(w("id"), "")), [text for text in texts if text]


class _Reader:
    """Reads blocks in their order, since lists count as they go.

    Attributes:
        section: What the section that was met last says.
        unread: What was met and can't be read.
    """

    def __init__(self, styles: Stylesheet, lists: Lists) -> None:
        self.lists, self.section, self.unread = lists, dict[str, str](), set[str]()
        self._styles, self._line = styles, 0
        self._open: list[DocumentParagraph | DocumentTable] = []  # of the section that is not at its end yet
        self._depth = 0

    def blocks(self, parent: Iterable[_Element]) -> list[DocumentParagraph | DocumentTable]:
        """The paragraphs and tables in an element."""
        made: list[DocumentParagraph | DocumentTable] = []
        waiting = [iter(parent)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            elif element.tag == w("p"):
                made.append(self._paragraph(element))
            elif element.tag == w("tbl"):
                made.append(self._table(element))
            elif element.tag in _THROUGH:
                waiting.append(iter(element))
            elif element.tag == f"{{{COMPATIBILITY}}}AlternateContent":
                waiting.append(first_choice(element))
            elif element.tag == w("sectPr"):
                self._end_section(element)
            elif element.tag == w("altChunk"):
                self.unread.add("altChunk")
        return made

    def _paragraph(self, element: _Element) -> DocumentParagraph:
        self._line += 1
        properties, content = element.find(w("pPr")), content_of(element)
        style = "" if properties is None else value(properties, "pStyle")
        style = style or self._styles.default
        made = DocumentParagraph(content, self._line, self._styles.names.get(style, ""))
        if not self._depth:
            self._open.append(made)
        made.outline = self._outline(properties, style)
        made.alignment = self._value(properties, style, "jc")
        made.size = next((run.size for run in content.runs if run.text.strip()), 0)
        made.size = made.size or whole(_val(self._styles.property(style, "rPr/sz")))
        made.new_page = content.has_page_break or self._breaks(properties, style)
        numbered = self.lists.of(properties, style)
        if numbered is not None:
            made.mark, made.level, made.num_id = self.lists.mark(numbered), numbered.level, numbered.num_id
        made.boxes = [self._inner(box) for box in content.boxes]
        section = None if properties is None else properties.find(w("sectPr"))
        if section is not None:
            self._end_section(section)
        return made

    def _table(self, element: _Element) -> DocumentTable:
        made = DocumentTable([], line=self._line + 1)
        if not self._depth:
            self._open.append(made)
        in_head = True
        for row in _inside(element, "tr"):
            made.has_merged = made.has_merged or any(
                next(row.iter(w(tag)), None) is not None for tag in ("gridSpan", "vMerge")
            )
            in_head = in_head and row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            made.head += in_head
            made.rows.append([block for cell in _inside(row, "tc") for block in self._cell(cell)])
        return made

    def _cell(self, cell: _Element) -> list[list[DocumentParagraph | DocumentTable]]:
        """A cell, and an empty one for each further column that it goes over."""
        if not len(cell):
            return [[]]
        span = cell.find(_SPAN)
        further = 0 if span is None else whole(span.get(w("val"))) - 1
        return [self._inner(cell), *([] for _ in range(min(further, _MOST_COLUMNS)))]

    def _inner(self, parent: Iterable[_Element]) -> list[DocumentParagraph | DocumentTable]:
        """The blocks in a cell or box, which belong to no section of their own."""
        self._depth += 1
        made = self.blocks(parent)
        self._depth -= 1
        return made

    def _outline(self, properties: _Element | None, style: str) -> int:
        """The outline level: the paragraph's own, its style's, or that of a built-in heading."""
        level = whole(self._value(properties, style, "outlineLvl"), _TEXT_OUTLINE)
        named = self._styles.names.get(style, "").removeprefix("heading ")
        if level >= _TEXT_OUTLINE and named.isdecimal() and len(named) == 1:
            return int(named)
        return level + 1 if 0 <= level < _TEXT_OUTLINE else 0

    def _value(self, properties: _Element | None, style: str, name: str) -> str:
        own = "" if properties is None else value(properties, name)
        return own or _val(self._styles.property(style, f"pPr/{name}"))

    def _breaks(self, properties: _Element | None, style: str) -> bool:
        own = None if properties is None else properties.find(w("pageBreakBefore"))
        said = own if own is not None else self._styles.property(style, "pPr/pageBreakBefore")
        return said is not None and said.get(w("val")) not in ("0", "false", "off")

    def _end_section(self, section: _Element) -> None:
        size, grid = section.find(w("pgSz")), section.find(w("docGrid"))
        landscape = size is not None and size.get(w("orient")) == "landscape"
        self.section = {"type": value(section, "type"), "pitch": "" if grid is None else grid.get(w("linePitch"), "")}
        for block in self._open:
            block.landscape = landscape
        self._open.clear()


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    waiting = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == w(name):
            yield element
        elif element.tag in _THROUGH:
            waiting.append(iter(element))


def _val(element: _Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")
