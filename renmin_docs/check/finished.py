"""A finished .docx, made by the library or by any program, as the checks see it."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from renmin_docs.check.line_texts import Placed, mark_of
from renmin_docs.check.roles import placed_paragraphs
from renmin_docs.check.subject import Printed, Subject
from renmin_docs.ooxml.blocks import DocumentTable
from renmin_docs.ooxml.document import Document, read_document
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import is_on, value
from renmin_docs.proofread.passages import ROLE_OF, Passage, Role
from renmin_docs.render.preparing.paragraphs import within
from renmin_docs.standard.elements import BY_IDENTIFIER, Element
from renmin_docs.standard.type import Face
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.package import Package

_TEXTS = (*LINES["above_chapters"], "paragraph", "point", "inline", *(f"heading_{level}" for level in (1, 2, 3, 4)))
_RUN_IN = ("paragraph",)
"""Elements that may begin with a run-in heading, which no style marks."""


class FinishedDocument(Subject):
    """A finished document that is checked.

    Raises:
        PackageError: A part is no sound XML, or the whole is larger than any report.

    Attributes:
        document: What its reader has of it; each paragraph has its `w:p`.
        placed: All its paragraphs with their roles, empty ones too.
        of_passages: The paragraphs of each passage: one that says anything, or all of a cell.
    """

    kind = "document"

    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.document: Document = read_document(package, self.main)
        self.placed: list[Placed] = placed_paragraphs(self.document, self.formatting)
        self.of_passages = grouped(self.placed)
        self._numbers = {id(each): at for at, passage in enumerate(self.of_passages) for each in passage}
        self._printed: dict[int, Printed] = {}
        self._by_role: dict[str, list[int]] = {}
        for at, each in enumerate(self.placed):
            self._by_role.setdefault(each.role, []).append(at)

    @cached_property
    def passages(self) -> list[Passage]:
        """What the rules on text look at."""
        return [passage_of(paragraphs) for paragraphs in self.of_passages]

    @cached_property
    def printed(self) -> list[Printed]:
        """The paragraphs of the text that are an element of the standard, and those with the page number."""
        found = [self.printed_at(at) for at, each in enumerate(self.placed) if each.role in BY_IDENTIFIER and each.text]
        numbers = self.page_numbers.values()
        return found + [Printed(each, BY_IDENTIFIER["page_number"], printing_runs(each)) for each in numbers]

    def printed_at(self, at: int) -> Printed:
        """A paragraph among `placed` as the checks see it."""
        if at not in self._printed:
            placed = self.placed[at]
            element = BY_IDENTIFIER.get(placed.role, BY_IDENTIFIER["paragraph"])
            paragraph = placed.paragraph.element
            assert paragraph is not None  # noqa: S101 - the document was read with its elements
            runs = printing_runs(paragraph)
            runs = behind_lead(runs) if element.identifier in _RUN_IN and mark_of(placed) else runs
            self._printed[at] = Printed(paragraph, element, runs, self._numbers.get(id(placed), -1))
        return self._printed[at]

    def faces_of(self, element: Element) -> tuple[Face, ...]:
        """Of a heading its level's, or that of its layer where a document leaves marks out: 一、 1. （1）."""
        if not element.outline:
            return super().faces_of(element)
        layer = sum(f"heading_{level}" in self._by_role for level in range(1, element.outline + 1))
        return (element.face, BY_IDENTIFIER[f"heading_{max(layer, 1)}"].face)

    # --- places among `placed` ---

    def with_role(self, *roles: str) -> list[int]:
        """The places of the paragraphs with some roles, in their order."""
        return sorted(at for role in roles for at in self._by_role.get(role, ()))

    def empty_lines_above(self, at: int) -> int:
        """How many empty paragraphs stand right above one; one that carries a rule is none."""
        lines = 0
        while at - lines > 0 and self._is_empty(at - lines - 1):
            lines += 1
        return lines

    def next_text(self, at: int) -> int | None:
        """The place of the next paragraph that says anything."""
        return next((number for number in range(at + 1, len(self.placed)) if self.placed[number].role), None)

    @cached_property
    def first_text(self) -> int | None:
        """The place of the first paragraph of the text, behind the title; None where there is none."""
        titles = self.with_role("title")
        return next((at for at in self.with_role(*_TEXTS) if titles and at > titles[-1]), None)

    @cached_property
    def opening(self) -> int:
        """The place of the paragraph that begins the first page: behind a contents page that stands before it."""
        title = next(iter(self.with_role("title")), 0)
        contents = [at for at in self.with_role("contents") if at < title]
        behind = self.next_text(contents[-1]) if contents else None
        return behind if behind is not None and self.breaks_before(behind) else 0

    def begins_page(self, at: int) -> bool:
        """Whether a paragraph begins a page: by a break, or because nothing stands above it."""
        return at <= self._first_said or self.breaks_before(at)

    def breaks_before(self, at: int) -> bool:
        """Whether a page ends before a paragraph's text, behind the text above it."""
        element = self.placed[at].paragraph.element
        if element is None or self.formatting.switch(element, "pageBreakBefore", default=False):
            return element is not None
        if _breaks(element)[0]:
            return True
        for number in range(at - 1, -1, -1):
            above = self.placed[number].paragraph.element
            if above is not None and (_breaks(above)[1] or self._ends_section(above)):
                return True
            if self.placed[number].role:
                break
        return False

    def _ends_section(self, paragraph: _Element) -> bool:
        """Whether a section ends with a paragraph, and the next one begins a page."""
        section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
        return section is not None and section in self._ends_of_pages

    @cached_property
    def _ends_of_pages(self) -> set[_Element]:
        """The `w:sectPr` of the sections behind which a page begins."""
        sections = pairwise(self.main.iter(w("sectPr")))
        return {section for section, behind in sections if value(behind, "type") != "continuous"}

    @cached_property
    def _first_said(self) -> int:
        return next((at for at, each in enumerate(self.placed) if each.role), 0)

    def _is_empty(self, at: int) -> bool:
        placed = self.placed[at]
        element = placed.paragraph.element
        if placed.role or placed.paragraph.boxes or element is None:
            return False
        return all(self.formatting.border(element, side) is None for side in ("top", "bottom"))

    @cached_property
    def tables(self) -> dict[int, tuple[DocumentTable, int]]:
        """Number of a table → the table and the passage of its first cell; without tables that stand in boxes."""
        blocks = (block for block in self.document.blocks if isinstance(block, DocumentTable))
        first: dict[int, int] = {}
        for number, passage in enumerate(self.passages):
            if passage.cell is not None:
                first.setdefault(passage.cell.table, number)
        boxed = {each.cell.table for each in self.placed if each.cell is not None and each.is_boxed}
        return {
            table: (block, first[table]) for table, block in zip(sorted(first.keys() - boxed), blocks, strict=False)
        }


def printing_runs(paragraph: _Element) -> list[_Element]:
    """The runs of a paragraph that print characters: no deleted ones, no hidden ones."""
    return [run for run in within(paragraph, w("r")) if _is_printed(run)]


def behind_lead(runs: list[_Element]) -> list[_Element]:
    """The runs behind a run-in heading, which may have a type of its own; all where it is not set apart."""
    text = ""
    for at, run in enumerate(runs):
        if "。" in text or "：" in text:
            return runs[at:]
        text += "".join(each.text or "" for each in run.iter(w("t")))
    return runs


def _is_printed(run: _Element) -> bool:
    if not any((text.text or "").strip() for text in run.iterchildren(w("t"))):
        return False
    properties = run.find(w("rPr"))
    is_hidden = properties is not None and is_on(properties.find(w("vanish")))
    return not is_hidden and next(run.iterancestors(w("del"), w("moveFrom")), None) is None


def _breaks(paragraph: _Element) -> tuple[bool, bool]:
    """Whether a page ends within a paragraph before its text, and behind it; before no text is both."""
    before = after = has_text = False
    for element in within(paragraph, w("br"), w("t")):
        if element.tag == w("t"):
            has_text = has_text or bool((element.text or "").strip())
            after = after and not (element.text or "").strip()
        elif element.get(w("type")) == "page":
            before, after = before or not has_text, True
    return before, after


def grouped(placed: list[Placed]) -> list[list[Placed]]:
    """The paragraphs of each passage: one that says anything, or all of a cell."""
    found: list[list[Placed]] = []
    for group in ([*each] for _, each in groupby(placed, attrgetter("cell"))):
        found += [[each] for each in group if each.paragraph.text.strip()] if group[0].cell is None else [group]
    return found


def passage_of(paragraphs: list[Placed]) -> Passage:
    """The passage that paragraphs are together."""
    first = paragraphs[0]
    role: Role = "cell" if first.cell else "paragraph"
    role = ROLE_OF.get(next((each.role for each in paragraphs if each.role), ""), role)
    level = int(first.role[-1]) if role == "heading" else 0
    text = "\n".join(each.paragraph.text for each in paragraphs)
    return Passage(text, role, level, first.paragraph.mark.strip(), cell=first.cell if role == "cell" else None)
