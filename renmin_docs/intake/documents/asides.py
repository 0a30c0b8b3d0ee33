"""What a document holds beside its text, each piece of it a note: nothing hidden is read, nothing is lost in silence.

Hidden and deleted words, comments, headers and footers, what forms and formulas show, pictures that no report can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.errors import Finding
from renmin_docs.intake.documents.tables import Pictures, footnotes
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.blocks import DocumentParagraph
from renmin_docs.ooxml.content import Reason
from renmin_docs.ooxml.document import Document

RAISED = "document_raised"
_RULES: dict[Reason, str] = {
    "hidden": "document_hidden",
    "struck": "document_struck",
    "deleted": "document_deleted",
    "cells": "document_deleted_cells",
    "placeholder": "document_placeholder",
    "pronunciation": "document_pronunciation",
    "formula": "document_formula",
    "raised": RAISED,
    "field": "document_field",
    "drawing": "document_drawing",
    "picture": "picture_hidden",
}
"""Why something is left out → the row in `messages.rules()` that tells it."""
_MARGINS = {"header": "document_header", "footer": "document_footer"}
_PAGE_NUMBER = re.compile(r"第|页|共|总|/|Page|of|[-—–－·|｜\s\d]", re.IGNORECASE)
"""What stands in a header or footer that only numbers pages."""


def asides(document: Document, pictures: Pictures) -> Iterator[Finding]:
    """A note on each thing beside the text, in the order of the document."""
    if "altChunk" in document.unread:
        yield Finding("document_chunk")
    if "changes" in document.unread:
        yield Finding("document_changes")
    yield from _margins(document)
    notes = [*_left(document), *_comments(document), *_anchored(document, pictures)]
    yield from sorted(notes, key=lambda note: note.line or 0)


def remarks(document: Document) -> list[Finding]:
    """A note on each text in the headers and footers, and on each comment: what people add beside a text."""
    return [*_margins(document), *_comments(document)]


def _margins(document: Document) -> Iterator[Finding]:
    """Headers and footers with text of their own, each text once."""
    for kind, text in dict.fromkeys(document.margins):
        if _PAGE_NUMBER.sub("", text):
            yield Finding(_MARGINS[kind], found=quote(text, None))


def _left(document: Document) -> Iterator[Finding]:
    for left in document.left:
        yield Finding(_RULES[left.reason], line=left.line, found=quote(left.text, None))


def _comments(document: Document) -> Iterator[Finding]:
    for comment in document.comments:
        beside = quote(comment.beside) if comment.beside else ""
        yield Finding("document_comment", line=comment.line or None, found=quote(comment.text, None), expected=beside)


def _anchored(document: Document, pictures: Pictures) -> Iterator[Finding]:
    """Footnotes that are read as words of the text; pictures within tables and boxes, which a report has not."""
    on_the_page = {id(block) for block in document.blocks if isinstance(block, DocumentParagraph)}
    for paragraph in document.paragraphs:
        is_in_place = id(paragraph) in on_the_page and any(run.note for run in paragraph.content.runs)
        for note in () if is_in_place else footnotes(paragraph):
            yield Finding("document_footnote", line=paragraph.line, found=note)
        for drawing in paragraph.content.drawings if id(paragraph) not in on_the_page else ():
            yield Finding("picture_within", line=paragraph.line, found=pictures.name_of(drawing))
