"""One story of a document (its body, a header, a note, a comment) as paragraphs and tables, from top to bottom.

Each paragraph comes with what Word shows before it and what its style says; what is anchored in it (boxes, pictures,
notes) is kept beside it, and so is what is left out: hidden and deleted text, placeholders.
Source: ECMA-376-1, 17.3.1 (paragraphs), 17.4 (tables), 17.13.5 (revisions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.etree import _Element

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.blocks import Covered, DocumentParagraph, DocumentTable, Note
from renmin_docs.ooxml.characters import words_of
from renmin_docs.ooxml.content import Content, Left, Reason
from renmin_docs.ooxml.fields import OpenFields
from renmin_docs.ooxml.grid import Grid
from renmin_docs.ooxml.inline import DROPPED, MATH_PARAGRAPH, content_of, first_choice, is_placeholder
from renmin_docs.ooxml.lists import Lists
from renmin_docs.ooxml.looks import Looks, ParagraphLooks
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import is_on, value, whole

MAX_ELEMENTS = 600_000
"""Elements and attributes of all parts that are read, and cells of all tables; a report of a hundred pages has a
third of it."""
_PARAGRAPH, _TABLE = w("p"), w("tbl")
_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")
_SECTION = f"{_PROPERTIES}/{w('sectPr')}"
_THROUGH = {*map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml"))}
_ELSEWHERE = {w("altChunk"), w("subDoc")}
_TEXT_OUTLINE = 9
_DELETED_CELL = f"{w('tcPr')}/{w('cellDel')}"
_GALLERY, _CONTENTS = w("docPartGallery"), "Table of Contents"
_LEFT: Covered = "left"
_MARK_REMOVED = tuple(map(w, ("del", "moveFrom")))


class Story:
    """Reads blocks in their order, since lists count as they go.

    Args:
        styles: The styles of the document.
        lists: Its lists, none of which has counted yet.
        notes: Kind and id → the notes that paragraphs may refer to.
        keep_elements: Whether each paragraph keeps its `w:p`, and with it the whole tree.

    Attributes:
        blocks: The paragraphs and tables.
        section: What the section that was met last says.
        paragraphs: All paragraphs, also those within tables and boxes, in order.
        unread: What was met and can't be read.
    """

    def __init__(
        self,
        styles: Stylesheet,
        lists: Lists,
        notes: Mapping[tuple[str, str], Note] | None = None,
        *,
        keep_elements: bool = False,
    ) -> None:
        self._keep_elements = keep_elements
        self.lists, self.section, self.unread = lists, dict[str, str](), set[str]()
        self.blocks: list[DocumentParagraph | DocumentTable] = []
        self.paragraphs: list[DocumentParagraph] = []
        self._styles, self._looks = styles, Looks(styles)
        self._notes = dict(notes or {})
        self._left: list[Left] = []
        self._line = self._depth = self._cells = 0
        self._table_style = ""
        self._contents: set[_Element] = set()  # the paragraphs in content controls for tables of contents
        self._fields = OpenFields()
        self._page_ended = False  # behind the text of the last paragraph
        self._open: list[DocumentParagraph | DocumentTable] = []  # since the last end of a section

    @property
    def left(self) -> list[Left]:
        """What was left out, in order of its place."""
        found = [*self._left, *(each for paragraph in self.paragraphs for each in paragraph.content.left)]
        return sorted(found, key=lambda left: left.line)

    @property
    def text(self) -> str:
        """All its text in one line."""
        return " ".join(filter(None, ((each.mark + each.text).strip() for each in self.paragraphs)))

    def read(self, parent: _Element) -> None:
        """Read all that stands in an element."""
        self._looks.begin(parent)
        self._contents = contents_in(parent)
        self.blocks = self._blocks(parent)
        self._fields.close()

    def _blocks(self, parent: Iterable[_Element]) -> list[DocumentParagraph | DocumentTable]:
        made: list[DocumentParagraph | DocumentTable] = []
        joined: list[_Element] = []  # paragraphs whose mark is not shown, which run on in the next one
        waiting = [iter(parent)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            elif element.tag in (_PARAGRAPH, MATH_PARAGRAPH):
                joined.append(element)
                if not self._runs_on(element):
                    made.append(self._paragraph(joined))
                    joined = []
            elif element.tag == _TABLE:
                made += [self._paragraph(joined)] if joined else []
                joined = []
                made.append(self._table(element))
            elif inner := self._inner_blocks(element):
                waiting.append(inner)
        return [*made, self._paragraph(joined)] if joined else made

    def _inner_blocks(self, element: _Element) -> Iterator[_Element] | None:
        """What is to be read of an element that is no block itself."""
        if is_placeholder(element):
            self._leave("placeholder", element)
        elif element.tag in _THROUGH:
            return iter(element)
        elif element.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            return first_choice(element)
        elif element.tag in DROPPED:
            self._leave("deleted", element)
        elif element.tag == w("sectPr"):
            self._end_section(element)
        elif element.tag in _ELSEWHERE:
            self.unread.add("altChunk")
        return None

    def _leave(self, reason: Reason, element: _Element) -> None:
        """Leave all that stands in an element out; its paragraphs count nevertheless."""
        if text := words_of(element):
            self._left.append(Left(reason, self._line + 1, [text]))
        self._line += sum(1 for _ in element.iter(_PARAGRAPH))

    # --- paragraphs ---

    def _runs_on(self, element: _Element) -> bool:
        """Whether the mark of a paragraph is deleted or hidden, so that the next one goes on in its line."""
        properties = element.find(_PROPERTIES)
        if properties is None:
            return self._hides_mark(element, None)
        mark = properties.find(_RUN_PROPERTIES)
        if mark is not None and any(mark.find(tag) is not None for tag in _MARK_REMOVED):
            return True
        return self._hides_mark(element, mark) and properties.find(w("sectPr")) is None

    def _hides_mark(self, element: _Element, properties: _Element | None) -> bool:
        looks = self._looks_of(element) if self._looks.may_hide else None
        return looks is not None and looks.of(properties).left_out == "hidden"

    def _style_of(self, element: _Element) -> str:
        style = value(element.find(_PROPERTIES), "pStyle")
        return style if style in self._styles.names else self._styles.default

    def _looks_of(self, element: _Element) -> ParagraphLooks | None:
        """How the runs of a paragraph are shown; None where all are plain."""
        return self._looks.of(self._style_of(element), self._table_style)

    def _paragraph(self, elements: list[_Element]) -> DocumentParagraph:
        """The paragraph that elements make together; it is what the first that shows any text says."""
        content, main = Content(keeps_elements=self._keep_elements), elements[-1]
        begun = False
        for element in elements:
            self._line += 1
            content.line = self._line
            content_of(element, self._looks_of(element), self._fields, content)
            if not begun and (content.text.strip() or content.boxes or content.drawings):
                begun, main = True, element
        content.line = self._line - len(elements) + 1 + elements.index(main)
        made = DocumentParagraph(content, content.line, element=main if self._keep_elements else None)
        self.paragraphs.append(made)
        if not self._depth:
            self._open.append(made)
        self._describe(made, main)
        self._add_notes(made)
        made.boxes = [self._inner(box) for box in content.boxes]
        section = elements[-1].find(_SECTION)
        if section is not None:
            self._end_section(section)
        return made

    def _describe(self, made: DocumentParagraph, element: _Element) -> None:
        properties, style = element.find(_PROPERTIES), self._style_of(element)
        made.in_contents = element in self._contents
        made.style = self._styles.names.get(style, "")
        made.outline = self._outline(properties, style)
        made.alignment = self._value(properties, style, "jc")
        made.size = next((run.size for run in made.content.runs if run.text.strip()), 0)
        made.size = made.size or whole(_val(self._styles.property(style, "rPr/sz")))
        is_broken = made.content.page_break >= 0 and not made.content.ends_page
        made.new_page = is_broken or self._page_ended or self._breaks(properties, style)
        self._page_ended = made.content.ends_page
        numbered = self.lists.of(properties, style)
        if numbered is not None:
            made.mark, made.level, made.num_id = self.lists.mark(numbered), numbered.level, numbered.num_id

    def _add_notes(self, made: DocumentParagraph) -> None:
        """A note stands where it is referred to first."""
        for reference in made.content.notes:
            note = self._notes.pop((reference.kind, reference.note_id), None)
            if note is not None:
                made.notes += [note.text] if note.text else []
                reference.run.note += " ".join(note.text.split())
                self._left += [Left(left.reason, made.line, left.pieces) for left in note.left]

    def _outline(self, properties: _Element | None, style: str) -> int:
        """The outline level: the paragraph's own, its style's, or that of a built-in heading."""
        level = whole(self._value(properties, style, "outlineLvl"), _TEXT_OUTLINE)
        named = self._styles.names.get(style, "").removeprefix("heading ")
        if level >= _TEXT_OUTLINE and named.isdecimal() and len(named) == 1:
            return int(named)
        return level + 1 if 0 <= level < _TEXT_OUTLINE else 0

    def _value(self, properties: _Element | None, style: str, name: str) -> str:
        return value(properties, name) or _val(self._styles.property(style, f"pPr/{name}"))

    def _breaks(self, properties: _Element | None, style: str) -> bool:
        own = None if properties is None else properties.find(w("pageBreakBefore"))
        return is_on(own if own is not None else self._styles.property(style, "pPr/pageBreakBefore"))

    def _end_section(self, section: _Element) -> None:
        landscape = value(section, "pgSz", "orient") == "landscape"
        self.section = {"type": value(section, "type"), "pitch": value(section, "docGrid", "linePitch")}
        for block in self._open:
            block.landscape = landscape
        self._open.clear()

    # --- tables ---

    def _table(self, element: _Element) -> DocumentTable:
        made, grid, in_head = DocumentTable([], line=self._line + 1), Grid(), True
        if not self._depth:
            self._open.append(made)
        around = self._table_style
        style = element.find(f"{w('tblPr')}/{w('tblStyle')}")
        self._table_style = self._styles.default_table if style is None else _val(style)
        for row in _inside(element, "tr"):
            if reason := _left_out(row):
                self._leave(reason, row)
                continue
            in_head = in_head and row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            made.head += in_head
            self._read_row(row, grid, made)
        self._table_style = around
        if max(map(len, made.rows), default=0) > len(grid.begun):
            made.rows = [[cell for at, cell in enumerate(row) if at in grid.begun] for row in made.rows]
            made.covered = [[each for at, each in enumerate(row) if at in grid.begun] for row in made.covered]
        _require_cells(len(made.rows) * len(grid.begun))
        return made

    def _read_row(self, row: _Element, grid: Grid, table: DocumentTable) -> None:
        """Read the cells of a row; an empty one for each further column of a cell, and for what another covers."""
        made: list[list[DocumentParagraph | DocumentTable]] = []
        hidden: list[Covered] = []
        grid.begin_row(row)
        for cell in _inside(row, "tc"):
            if len(cell) and cell.find(_DELETED_CELL) is not None:
                self._leave("cells", cell)
                continue
            columns, covered = grid.place(cell, len(made))
            if covered:
                self._leave("hidden", cell)
            made.append([] if covered else self._inner(cell))
            made += [[]] * (columns - 1)
            hidden.append(covered)
            hidden += [_LEFT] * (columns - 1)
        table.rows.append(made)
        table.covered.append(hidden)
        self._cells += len(made)
        _require_cells(self._cells)

    def _inner(self, parent: Sequence[_Element] | _Element) -> list[DocumentParagraph | DocumentTable]:
        """The blocks in a cell or box, which belong to no section of their own."""
        if not len(parent):
            return []
        outer, self._fields = self._fields, OpenFields()
        self._depth += 1
        made = self._blocks(parent)
        self._depth -= 1
        self._fields.close()
        self._fields = outer
        return made


def too_large(found: int, most: int) -> PackageError:
    """The error for what is larger than any report."""
    return PackageError(Finding("document_large", found=f"{found:,}", expected=f"{most:,}"))


def _require_cells(count: int) -> None:
    """Refuse tables of more cells than any report has."""
    if count > MAX_ELEMENTS:
        raise too_large(count, MAX_ELEMENTS)


def _left_out(row: _Element) -> Reason | None:
    """Why a row is not read; None for one that is."""
    properties = row.find(w("trPr"))
    if properties is None:
        return None
    if any(properties.find(tag) is not None for tag in _MARK_REMOVED):
        return "cells"
    return "hidden" if is_on(properties.find(w("hidden"))) else None


def contents_in(parent: _Element) -> set[_Element]:
    """The paragraphs in content controls that hold tables of contents."""
    found: set[_Element] = set()
    for gallery in parent.iter(_GALLERY):
        control = gallery.getparent()
        while control is not None and control.tag != w("sdt"):
            control = control.getparent()
        if gallery.get(w("val"), "").startswith(_CONTENTS) and control is not None:
            first = next(control.iter(_PARAGRAPH), None)
            found.update(() if first is None or first in found else control.iter(_PARAGRAPH))
    return found


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    tag, waiting = w(name), [iter(parent)]
    while waiting:
        for element in waiting[-1]:
            if element.tag == tag:
                yield element
            elif element.tag in _THROUGH:
                waiting.append(iter(element))
                break
        else:
            waiting.pop()


def _val(element: _Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")
