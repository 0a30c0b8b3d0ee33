"""Drawings in a run: text boxes, pictures, and what can't be read. Source: ECMA-376-1, 20.4 (drawings), 19 (VML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import COMPATIBILITY, DRAWING, RELATIONSHIPS, VML, WORD_DRAWING, w
from renmin_docs.ooxml.values import ON, whole

TAGS = frozenset(map(w, ("drawing", "pict", "object")))
_BOX = w("txbxContent")
_CHOICE, _FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
_HIDDEN = re.compile(r"visibility\s*:\s*hidden")
_UNREADABLE = ("chart", "chartex", "diagram", "ink")
"""The last words of the kinds of `a:graphicData` whose text stands in parts of their own."""


class Drawing(NamedTuple):
    """A picture.

    Attributes:
        relationship: The relationship id of its part.
        width: Its width in EMU.
        description: Its alternative text.
        height: Its height in EMU.
        floats: Whether it lies over or behind the text, and not in a line of it.
    """

    relationship: str
    width: int
    description: str
    height: int = 0
    floats: bool = False


def is_hidden(element: _Element) -> bool:
    """Whether a drawing is not shown."""
    properties = next(element.iter(f"{{{WORD_DRAWING}}}docPr"), None)
    if properties is not None:
        return properties.get("hidden") in ON
    return any(_HIDDEN.search(shape.get("style", "")) for shape in element.iterchildren(f"{{{VML}}}*"))


def boxes_of(element: _Element) -> Iterator[list[_Element]]:
    """What stands in each text box of a drawing; WordArt of old documents is a box with one paragraph."""
    for box in element.iter(_BOX, f"{{{VML}}}textpath"):
        if not _is_outermost(box, element):
            continue
        if box.tag == _BOX:
            yield list(box)
        elif text := box.get("string", "").strip():
            words = box.makeelement(w("t"))
            words.text = text
            paragraph, run = box.makeelement(w("p")), box.makeelement(w("r"))
            run.append(words)
            paragraph.append(run)
            yield [paragraph]


def pictures_of(element: _Element) -> Iterator[Drawing]:
    """The pictures of a drawing; one within a text box is among what the box holds."""
    properties = next(element.iter(f"{{{WORD_DRAWING}}}docPr"), None)
    extent = next(element.iter(f"{{{WORD_DRAWING}}}extent"), None)
    description = "" if properties is None else properties.get("descr", "")
    width, height = (0, 0) if extent is None else (whole(extent.get("cx")), whole(extent.get("cy")))
    floats = element.find(f"{{{WORD_DRAWING}}}anchor") is not None
    for tag, attribute in ((f"{{{DRAWING}}}blip", "embed"), (f"{{{VML}}}imagedata", "id")):
        for picture in element.iter(tag):
            if _is_outermost(picture, element):
                yield Drawing(picture.get(f"{{{RELATIONSHIPS}}}{attribute}", ""), width, description, height, floats)


def unreadable_in(element: _Element) -> Iterator[str]:
    """What a drawing shows that is neither text nor picture: `chart`, `diagram`."""
    for data in element.iter(f"{{{DRAWING}}}graphicData"):
        kind = data.get("uri", "").rpartition("/")[2]
        if kind in _UNREADABLE:
            yield kind


def _is_outermost(inner: _Element, top: _Element) -> bool:
    """Whether what is in a drawing is in no text box of it, and in no version that is not read."""
    for above in inner.iterancestors():
        if above is top:
            return True
        if above.tag in (_BOX, _FALLBACK) or (above.tag == _CHOICE and above.getprevious() is not None):
            return False
    return True
