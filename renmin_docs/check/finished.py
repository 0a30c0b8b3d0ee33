"""A finished .docx, of the library's own making or anybody's, as the checks see it."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from renmin_docs.check.roles import Placed, placed_paragraphs
from renmin_docs.check.subject import Printed, Subject
from renmin_docs.ooxml.document import read_document
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import is_on
from renmin_docs.proofread.passages import Passage
from renmin_docs.render.preparing.paragraphs import within
from renmin_docs.standard.elements import BY_IDENTIFIER

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.document import Document
    from renmin_docs.ooxml.package import Package
    from renmin_docs.proofread.passages import Cell, Role

_ROLES: dict[str, Role] = {
    "title": "title",
    **dict.fromkeys(("heading_1", "heading_2", "heading_3", "heading_4"), "heading"),
    **dict.fromkeys(("table_head", "table_text"), "cell"),
    **dict.fromkeys(("table_caption", "table_unit", "picture_caption"), "caption"),
    "addressee": "addressee",
    **dict.fromkeys(("issuer", "issuers", "position"), "issuer"),
    **{role: role for role in ("issue_date", "note", "attachment_item", "attachment_label", "attachment_title")},
    **dict.fromkeys(("copied_to", "printed_by"), "imprint"),
    **dict.fromkeys(("copy_number", "classification", "urgency", "issuer_mark"), "header"),
    **dict.fromkeys(("document_number", "signatory_row", "header_line"), "header"),
}
"""Element → the role of its passage, where that is no `paragraph`."""


class FinishedDocument(Subject):
    """A finished document that is checked.

    Args:
        package: Its parts.

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
        groups = ([*group] for _, group in groupby(self.placed, _cell_of))
        self.of_passages = [each for group in groups for each in _passages_of(group)]

    @cached_property
    def passages(self) -> list[Passage]:
        """What the rules on text look at."""
        return [_passage(paragraphs) for paragraphs in self.of_passages]

    @cached_property
    def printed(self) -> list[Printed]:
        """The paragraphs of the text that are an element of the standard, and those with the page number."""
        found = [
            Printed(each.paragraph.element, BY_IDENTIFIER[each.role], printing_runs(each.paragraph.element), number)
            for number, paragraphs in enumerate(self.of_passages)
            for each in paragraphs
            if each.role in BY_IDENTIFIER and each.paragraph.element is not None
        ]
        numbers = self.page_numbers.values()
        return found + [Printed(each, BY_IDENTIFIER["page_number"], printing_runs(each)) for each in numbers]


def printing_runs(paragraph: _Element) -> list[_Element]:
    """The runs of a paragraph that print characters: no deleted ones, no hidden ones."""
    return [run for run in within(paragraph, w("r")) if _is_printed(run)]


def _is_printed(run: _Element) -> bool:
    if not any((text.text or "").strip() for text in run.iterchildren(w("t"))):
        return False
    properties = run.find(w("rPr"))
    is_hidden = properties is not None and is_on(properties.find(w("vanish")))
    return not is_hidden and next(run.iterancestors(w("del"), w("moveFrom")), None) is None


def _cell_of(placed: Placed) -> Cell | None:
    return placed.cell


def _passages_of(group: list[Placed]) -> list[list[Placed]]:
    """The paragraphs of each passage among those that share a cell, or stand in none."""
    if group[0].cell is not None:
        return [group]
    return [[each] for each in group if each.paragraph.text.strip()]


def _passage(paragraphs: list[Placed]) -> Passage:
    first = paragraphs[0]
    role: Role = "cell" if first.cell else "paragraph"
    role = _ROLES.get(next((each.role for each in paragraphs if each.role), ""), role)
    level = int(first.role[-1]) if role == "heading" else 0
    text = "\n".join(each.paragraph.text for each in paragraphs)
    return Passage(text, role, level, first.paragraph.mark.strip(), cell=first.cell if role == "cell" else None)
