"""What a finished document shows of its pages: a first page with text, tables whose head is repeated."""

from __future__ import annotations

from collections.abc import Iterator

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.geometry import geometry_of
from renmin_docs.check.rules import PageFinding, checks
from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.values import measure, whole
from renmin_docs.units import Length, Pt

_LEAST = Pt(10.5)
"""The least height of a line whose pitch follows its font."""


@checks("first_page", of="document")
def first_page(subject: FinishedDocument) -> Iterator[PageFinding]:
    """Text on the first page, as far as breaks and heights show that there is none."""
    first = subject.first_text
    if first is None:
        return
    above = [number for number in range(subject.opening, first) if subject.placed[number].cell is None]
    behind = (number for number in (*above, first) if number != subject.opening)
    breaks = any(subject.breaks_before(number) for number in behind if subject.placed[number].role)
    height = sum(_height(subject, subject.placed[number].paragraph) for number in above)
    if breaks or (subject.upright and height >= geometry_of(subject.upright[0]).room[1]):
        yield subject.printed_at(first).finding("first_page")


@checks("title_unknown", of="document")
def title(subject: FinishedDocument) -> Iterator[Finding]:
    """A document whose title is not recognised."""
    if not subject.with_role("title"):
        yield Finding("title_unknown")


@checks("table_head", of="document")
def table_heads(subject: FinishedDocument) -> Iterator[PageFinding]:
    """Tables that no page holds, whose head is not repeated."""
    room = geometry_of(subject.upright[0]).room[1] if subject.upright else 0
    for table, first in subject.tables.values():
        if not table.head and room and sum(_row_height(subject, row) for row in table.rows) > room:
            place = f"表头 {quote(subject.passages[first].text)}"
            yield PageFinding(Finding("table_head", place, str(len(table.rows))), (first,))


def _row_height(subject: FinishedDocument, row: list[list[DocumentParagraph | DocumentTable]]) -> Length:
    """The least height of a row: that of the paragraphs of its fullest cell."""
    cells = (sum(_height(subject, each) for each in cell if not isinstance(each, DocumentTable)) for cell in row)
    return Length(max(cells, default=0))


def _height(subject: FinishedDocument, paragraph: DocumentParagraph) -> Length:
    """The least height of a paragraph: one line."""
    if paragraph.element is None:
        return Length(0)
    line = measure(subject.formatting.of_paragraph(paragraph.element, "spacing", "line"))
    if line and subject.formatting.of_paragraph(paragraph.element, "spacing", "lineRule") == "exact":
        return line
    return Pt(whole(str(paragraph.size)) / 2) if paragraph.size else _LEAST
