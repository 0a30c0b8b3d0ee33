"""Ranges of comments in a paragraph: runs are split at the very words, and nothing else is changed.

A range that begins or ends within a field or a content control goes around it: both are written anew by programs.
Source: ECMA-376-1, 17.13.4 (comments), 17.16.18 (complex fields).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from renmin_docs.ooxml.characters import TEXT, character_of
from renmin_docs.ooxml.content import Run
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import element

_RUN, _PROPERTIES, _PARAGRAPH = w("r"), w("rPr"), w("p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIMPLE = frozenset(
    map(
        w,
        (
            *("rPr", "t", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen"),
            *("lastRenderedPageBreak", "footnoteReference", "endnoteReference", "annotationRef"),
        ),
    )
)
"""What a run may hold that is split: each is some characters, or none."""
_HOLDERS = frozenset(map(w, ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir")))
"""Elements in which ranges of comments may begin and end."""


class Range(NamedTuple):
    """A comment, and the characters of its paragraph that it is on; all of it where `end` is 0."""

    comment_id: str
    start: int = 0
    end: int = 0


class _Piece(NamedTuple):
    """An element with the characters that it stands for."""

    element: _Element
    start: int
    end: int


def anchor(paragraph: _Element, runs: Sequence[Run], ranges: Sequence[Range], style: str = "") -> None:
    """Put the ranges of comments into a paragraph, their references in a style if the document has one for them."""
    places = sorted({place for each in ranges if each.end for place in (each.start, each.end)})
    pieces = [*_split(_pieces(runs), places)]
    around = (_paragraph_of(piece.element) for piece in pieces)
    fields = _Fields(dict.fromkeys(each for each in around if each is not None))
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    for each in ranges:
        first, last = bisect_right(ends, each.start), bisect_left(starts, each.end) - 1
        if each.end and first <= last:
            _enclose(*fields.outside(pieces[first].element, pieces[last].element), each.comment_id, style)
        else:
            _enclose_all(paragraph, each.comment_id, style)


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    """The elements that say anything, in order; pieces of one run are one."""
    at, begun, last = 0, 0, None
    for run in runs:
        if run.text and run.element is not None:
            if last is not None and run.element is not last:
                yield _Piece(last, begun, at)
            if run.element is not last:
                begun, last = at, run.element
        at += len(run.text)
    if last is not None:
        yield _Piece(last, begun, at)


# --- runs -------------------------------------------------------------------------------------


def _split(pieces: Iterable[_Piece], places: list[int]) -> Iterator[_Piece]:
    """The pieces, those that can be split being split at the places."""
    for piece in pieces:
        within = places[bisect_right(places, piece.start) : bisect_left(places, piece.end)]
        if within and _is_simple(piece):
            yield from _split_run(piece, within)
        else:
            yield piece


def _is_simple(piece: _Piece) -> bool:
    run = piece.element
    if run.tag != _RUN or any(child.tag not in _SIMPLE for child in run):
        return False
    return sum(len(character_of(child)) for child in run) == piece.end - piece.start


def _split_run(piece: _Piece, places: list[int]) -> Iterator[_Piece]:
    """A run as several that look alike."""
    run, at = piece.element, piece.start
    children = deque(child for child in run if child.tag != _PROPERTIES)
    for place in places:
        made, begun = _like(run), at
        run.addprevious(made)
        while at < place:
            text = character_of(children[0])
            if at + len(text) <= place:
                made.append(children.popleft())
            else:  # a `w:t`: all else is one character
                _set_text(etree.SubElement(made, TEXT), text[: place - at])
                _set_text(children[0], text[place - at :])
            at = min(at + len(text), place)
        yield _Piece(made, begun, place)
    yield _Piece(run, at, piece.end)


def _like(run: _Element) -> _Element:
    """An empty run that looks as another."""
    made = deepcopy(run)
    made[:] = made.findall(_PROPERTIES)
    return made


def _set_text(element: _Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


# --- ranges -----------------------------------------------------------------------------------


class _Fields:
    """The complex fields of paragraphs: first and last run of each outermost one."""

    def __init__(self, paragraphs: Iterable[_Element]) -> None:
        self._around: dict[_Element, tuple[_Element, _Element]] = {}
        for paragraph in paragraphs:
            self._read([run for run in paragraph.iter(_RUN) if _paragraph_of(run) is paragraph])

    def _read(self, runs: list[_Element]) -> None:
        depth, begun = 0, 0
        for place, run in enumerate(runs):
            kinds = [each.get(w("fldCharType")) for each in run.iter(w("fldChar"))]
            begun = place if depth == 0 and "begin" in kinds else begun
            depth += kinds.count("begin")
            if "end" in kinds:
                depth = max(0, depth - kinds.count("end"))
                if depth == 0:  # also where it began in a paragraph before
                    self._add(runs[begun : place + 1])
                    begun = place + 1
        if depth:
            self._add(runs[begun:])

    def _add(self, runs: list[_Element]) -> None:
        for run in runs:
            self._around[run] = (runs[0], runs[-1])

    def outside(self, first: _Element, last: _Element) -> tuple[_Element, _Element]:
        """What a range begins before and ends behind that is from one run to another."""
        begin = self._around.get(first, (first, first))[0]
        end = self._around.get(last, (last, last))[1]
        return _outside(begin), _outside(end)


def _paragraph_of(element: _Element) -> _Element | None:
    return next(element.iterancestors(_PARAGRAPH), None)


def _outside(element: _Element) -> _Element:
    """The element itself, or the outermost one around it in which no range may begin or end."""
    found = element
    for ancestor in element.iterancestors():
        if ancestor.tag == _PARAGRAPH:
            break
        if ancestor.tag not in _HOLDERS:
            found = ancestor
    return found


def _enclose(begin: _Element, end: _Element, comment_id: str, style: str) -> None:
    begin.addprevious(element("commentRangeStart", id=comment_id))
    closing = element("commentRangeEnd", id=comment_id)
    end.addnext(closing)
    closing.addnext(_reference(comment_id, style))


def _enclose_all(paragraph: _Element, comment_id: str, style: str) -> None:
    properties = paragraph.find(w("pPr"))
    start = 0 if properties is None else paragraph.index(properties) + 1
    paragraph.insert(start, element("commentRangeStart", id=comment_id))
    paragraph.append(element("commentRangeEnd", id=comment_id))
    paragraph.append(_reference(comment_id, style))


def _reference(comment_id: str, style: str) -> _Element:
    look = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *look, element("commentReference", id=comment_id))
