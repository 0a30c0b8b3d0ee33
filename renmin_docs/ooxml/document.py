"""A document as it is read: its body from top to bottom, its headers and footers, its comments.

A view for readers: notes stand where they are referred to; comments, headers and what is left out are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable, Note
from renmin_docs.ooxml.comments import Comment, comments_of
from renmin_docs.ooxml.lists import Lists
from renmin_docs.ooxml.names import CHANGES, w
from renmin_docs.ooxml.relationships import related, targets
from renmin_docs.ooxml.story import MAX_ELEMENTS, Story, too_large
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.content import Left
    from renmin_docs.ooxml.package import Package

MAX_PARAGRAPHS = 100_000
_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended")
_NOTES, _MARGINS = ("footnotes", "endnotes"), ("header", "footer")


class Margin(NamedTuple):
    """A header or footer: which of the two, and its text."""

    kind: str
    text: str


class Document(NamedTuple):
    """A document that has been read.

    Attributes:
        blocks: Its paragraphs and tables in order.
        paragraphs: All its paragraphs, those in tables and boxes too.
        styles: Its styles.
        pictures: Relationship id → name of the part of the picture.
        last_section: `w:type` of the last section, its grid's `w:linePitch`.
        margins: Its headers and footers.
        comments: The comments on it.
        left: What is left out of the text.
        unread: What could not be read: `altChunk`; and `changes` where some are not accepted.
    """

    blocks: list[DocumentParagraph | DocumentTable]
    paragraphs: list[DocumentParagraph]
    styles: Stylesheet
    pictures: dict[str, str]
    last_section: dict[str, str]
    margins: list[Margin]
    comments: list[Comment]
    left: list[Left]
    unread: frozenset[str]


def read_document(package: Package, main: _Element | None = None) -> Document:
    """The document in a package; where its main part is parsed already, each paragraph keeps its `w:p`.

    Raises:
        PackageError: A part is no sound XML, or the whole is larger than any report.
    """
    parts, source = package.parts, package.main_part
    names = {kind: next(iter(related(parts, source, (kind,))), "") for kind in _KINDS}
    margins = [(kind, name) for kind in _MARGINS for name in related(parts, source, (kind,))]
    _require_size(parts, [source, *filter(None, names.values()), *(name for _, name in margins)])
    roots = {kind: parse_xml(parts[name], part=name) for kind, name in names.items() if name}
    tree = parse_xml(parts[source], part=source) if main is None else main
    body = tree.find(w("body"))
    if body is None:
        raise PackageError(Finding("part_damaged", found=source, expected="w:body"))
    styles, numbering = Stylesheet(roots.get("styles")), roots.get("numbering")
    notes = dict(note for kind in _NOTES if kind in roots for note in _notes(kind, roots[kind], styles, numbering))
    story = Story(styles, Lists(numbering, styles), notes, keep_elements=main is not None)
    story.read(body)
    return Document(
        story.blocks,
        story.paragraphs,
        styles,
        targets(parts, source, ("image",)),
        story.section,
        [_margin(kind, parse_xml(parts[name], part=name), styles, numbering) for kind, name in margins],
        comments_of(roots.get("comments"), roots.get("commentsExtended"), story.paragraphs),
        story.left,
        frozenset(story.unread | ({"changes"} if next(tree.iter(*CHANGES), None) is not None else set())),
    )


def _margin(kind: str, root: _Element, styles: Stylesheet, numbering: _Element | None) -> Margin:
    """What a header or a footer says; its numbers count by themselves."""
    story = Story(styles, Lists(numbering, styles))
    story.read(root)
    return Margin(kind, story.text)


def _require_size(parts: dict[str, bytes], names: Sequence[str]) -> None:
    """Refuse what would take more memory as a tree than a report can need, before it is one."""
    size = sum(parts[name].count(b"<") + parts[name].count(b'="') + parts[name].count(b"='") for name in names)
    if size > MAX_ELEMENTS:
        raise too_large(size, MAX_ELEMENTS)
    paragraphs = max(sum(1 for _ in _PARAGRAPH.finditer(parts[name])) for name in names)
    if paragraphs > MAX_PARAGRAPHS:
        raise too_large(paragraphs, MAX_PARAGRAPHS)


def _notes(
    kind: str, root: _Element, styles: Stylesheet, numbering: _Element | None
) -> Iterator[tuple[tuple[str, str], Note]]:
    """Kind and id of each footnote or endnote → the note."""
    lists = Lists(numbering, styles)
    for element in root.iter(w(kind.removesuffix("s"))):
        if element.get(w("type"), "normal") == "normal":
            story = Story(styles, lists)
            story.read(element)
            yield (kind, element.get(w("id"), "")), Note(story.text, story.left)
