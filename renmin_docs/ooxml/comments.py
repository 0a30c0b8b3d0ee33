"""Reviewers' comments and the replies to them, each with its place. Source: ECMA-376-1, 17.13.4; MS-DOCX, 2.5.1.

Names and initials of the reviewers are not read: what they say is for the report, who they are is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.blocks import DocumentParagraph
from renmin_docs.ooxml.characters import words_of
from renmin_docs.ooxml.names import WORD_2010, WORD_2012, w

_PARAGRAPH_ID = f"{{{WORD_2010}}}paraId"
_ENTRY, _ENTRY_ID, _PARENT_ID = (f"{{{WORD_2012}}}{name}" for name in ("commentEx", "paraId", "paraIdParent"))

_BEGINNING = 40
"""Characters of a paragraph that show which one it is."""


class Comment(NamedTuple):
    """A comment: what it says, the place of its paragraph, 0 where it is on none, and how that begins."""

    text: str
    line: int = 0
    beside: str = ""


def comments_of(
    root: _Element | None, extended: _Element | None, paragraphs: Iterable[DocumentParagraph]
) -> list[Comment]:
    """The comments of a document in the order of their places."""
    if root is None:
        return []
    places: dict[str, tuple[int, str]] = {}
    for paragraph in paragraphs:
        beginning = paragraph.text.strip()[:_BEGINNING] if paragraph.content.comments else ""
        for comment_id in paragraph.content.comments:
            places.setdefault(comment_id, (paragraph.line, beginning))
    elements = list(root.iter(w("comment")))
    parents = dict(_parents(elements, extended))
    made = (_made(element, places, parents) for element in elements)
    return sorted((comment for comment in made if comment.text), key=lambda comment: comment.line)


def _made(element: _Element, places: dict[str, tuple[int, str]], parents: dict[str, str]) -> Comment:
    comment_id = element.get(w("id"), "")
    place = places.get(comment_id) or places.get(parents.get(comment_id, ""))
    return Comment(words_of(element), *(place or ()))


def _parents(elements: list[_Element], extended: _Element | None) -> Iterator[tuple[str, str]]:
    """The id of each reply → that of the comment that it answers."""
    ids = {
        paragraph.get(_PARAGRAPH_ID): element.get(w("id"), "")
        for element in elements
        for paragraph in element.iter(w("p"))
    }
    for entry in () if extended is None else extended.iter(_ENTRY):
        reply, parent = ids.get(entry.get(_ENTRY_ID)), ids.get(entry.get(_PARENT_ID))
        if reply and parent:
            yield reply, parent
