"""The part of comments, with further comments in it. Source: ECMA-376-1, 17.13.4.2 (comment), 17.13.4.6 (comments)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.etree import _Element

from renmin_docs.messages import visible
from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.xml import to_part
from renmin_docs.render.preparing.paragraphs import element

_INITIALS = "校对"
_SIZE = "18"
"""Half-points: the text style of the document may be as large as 三号."""


class CommentsPart:
    """The comments of a document, in whose text some ids stand already."""

    def __init__(self, root: _Element | None, used: Iterable[str]) -> None:
        self._root = etree.Element(w("comments"), nsmap={"w": W}) if root is None else root
        numbers = [*used, *(each.get(w("id"), "") for each in self._root.iter(w("comment")))]
        self._next = max((int(each) for each in numbers if each.isascii() and each.isdecimal()), default=-1) + 1

    def add(self, author: str, paragraphs: Sequence[str]) -> str:
        """Add a comment; its id."""
        comment_id, self._next = str(self._next), self._next + 1
        attributes = {w("id"): comment_id, w("author"): visible(author), w("initials"): _INITIALS}
        comment = etree.SubElement(self._root, w("comment"), attributes)
        for text in paragraphs:
            comment.append(_paragraph(text))
        return comment_id

    def content(self) -> bytes:
        """The bytes of the part."""
        return to_part(self._root)


def _paragraph(text: str) -> _Element:
    """A paragraph that looks the same whatever the styles of the document are."""
    properties = element(
        "pPr",
        element("spacing", before=0, after=0, line=240, lineRule="auto"),
        element("ind", left=0, right=0, firstLine=0),
        element("jc", val="left"),
    )
    run = element("r", element("rPr", element("sz", val=_SIZE)), element("t", text=visible(text)))
    return element("p", properties, run)
