"""Tags that Word has split over runs, put together again.

Word splits runs where the proofing, a bookmark, a change of keyboard or a content control begins. A tag moves
whole into the run it begins in; what stands between its pieces stays, behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import ANY_TAG, within

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT, _PARAGRAPH, _RUN, _RUN_PROPERTIES = w("t"), w("p"), w("r"), w("rPr")
_PROOFING = w("proofErr")
"""Where Word found a word that it does not know: a tag, mostly."""
_SIGNS: dict[str, str] = {
    w("tab"): " ",
    w("br"): " ",
    w("cr"): " ",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    w("lastRenderedPageBreak"): "",
}
"""Elements that stand for a character → what they mean within a tag."""
_OPENING, _CLOSING = re.compile(r"\{[{%#]|\{$"), re.compile(r"[}%#]\}")


class Piece(NamedTuple):
    """A stretch of a paragraph's text: the element that holds it, and where it ends."""

    element: _Element
    text: str
    end: int


class SplitTag(NamedTuple):
    """A tag that stands in several elements, the one it begins in first.

    Attributes:
        tag: The tag.
        elements: Where it stands.
        begun: How many of its characters stand in the first of them, at its end.
    """

    tag: str
    elements: tuple[_Element, ...]
    begun: int


def split_tags(paragraph: _Element) -> Iterator[SplitTag]:
    """The tags of a paragraph that stand in more than one element."""
    pieces = pieces_of(paragraph)
    start = 0
    for match in ANY_TAG.finditer("".join(piece.text for piece in pieces)):
        while pieces[start].end <= match.start():
            start += 1
        stop = start
        while pieces[stop].end < match.end():
            stop += 1
        if stop > start:
            elements = tuple(piece.element for piece in pieces[start : stop + 1])
            yield SplitTag(match.group(), elements, pieces[start].end - match.start())


def join_tags(root: _Element) -> None:
    """Put the split tags of a part together."""
    for paragraph in root.iter(_PARAGRAPH):
        splits = [*split_tags(paragraph)] if _is_split(paragraph) else []
        for split in splits:
            _join(split)
        for mark in [*within(paragraph, _PROOFING)] if splits else ():
            drop_from_run(mark)


def _is_split(paragraph: _Element) -> bool:
    """Whether a look at the pieces is worth it: some text opens what it does not close, or the other way round."""
    return any(
        text.text and (len(_OPENING.findall(text.text)) != len(_CLOSING.findall(text.text)))
        for text in within(paragraph, _TEXT)
    )


def pieces_of(paragraph: _Element) -> list[Piece]:
    """The paragraph's own pieces of text in their order, without those in its text boxes."""
    pieces: list[Piece] = []
    end = 0
    for element in within(paragraph, _TEXT, *_SIGNS):
        text = element.text or "" if element.tag == _TEXT else _SIGNS[str(element.tag)]
        if text or element.tag != _TEXT:
            end += len(text)
            pieces.append(Piece(element, text, end))
    return pieces


def replace_span(pieces: list[Piece], start: int, end: int, new: str) -> None:
    """Put another text in the place of a stretch of a paragraph, into the element that it begins in.

    Args:
        pieces: The paragraph's, of which nothing before the end of the stretch was changed.
        start: Where the stretch begins.
        end: Where it ends; it is not empty.
        new: What stands there then.
    """
    begins = [0, *(piece.end for piece in pieces)]
    touched = [number for number, piece in enumerate(pieces) if begins[number] < end and piece.end > start]
    for number in touched:
        element, begin = pieces[number].element, begins[number]
        text = element.text or ""
        if number == touched[0]:
            kept, new = text[: start - begin] + new, ""
        else:
            kept = ""
        if element.tag == _TEXT:
            element.text = kept + text[end - begin :]
            element.set(SPACE, "preserve")
        if not element.text:
            drop_from_run(element)


def _join(split: SplitTag) -> None:
    """Move a tag into the element it begins in; later tags of the paragraph keep their own places."""
    first, *others = split.elements
    missing = split.tag[split.begun :]
    first.text = (first.text or "") + missing
    for element in others:
        text = element.text or "" if element.tag == _TEXT else _SIGNS[str(element.tag)]
        taken = len(text) if missing.startswith(text) else len(missing)
        missing = missing[taken:]
        if element.tag == _TEXT:
            element.text = text[taken:]
        if not element.text:
            drop_from_run(element)


def drop_from_run(element: _Element) -> None:
    """Take an emptied element out, and its run with it where that holds nothing else."""
    run = element.getparent()
    if run is None:
        return
    run.remove(element)
    parent = run.getparent()
    if parent is not None and run.tag == _RUN and all(child.tag == _RUN_PROPERTIES for child in run):
        parent.remove(run)
