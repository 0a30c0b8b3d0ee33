"""Emphasis in a text that is read as plain words: where its words stand in the report, the report has it.

What finds the structure sees no emphasis. Afterwards each emphasised piece is sought by the words around it, in the
order of the text; what has become a heading or a run-in heading has a type of its own.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from pydantic import BaseModel

from renmin_docs.emphasis import BOLD, KINDS, SCRIPTS, SIGN, is_readable, raised, signed
from renmin_docs.report.text import literal
from renmin_docs.report.texts import DataPath, texts_in
from renmin_docs.vocabulary import keys_with

_NEAR = 8
_AROUND = tuple((before, after) for size in (_NEAR, 4, 2) for before, after in ((size, size), (0, size), (size, 0)))
"""How many characters before a piece and behind it are sought with it, one pair after another."""
_ALONE = 4
"""Characters of a piece that is sought without what stands around it."""
_MOST_MISSED = 100
_MOST_BOLD = 0.5
"""Of the letters of a text: where more are bold, it says nothing."""
_IN_TEXT, _HEADINGS = (*keys_with("paragraphs"), "rows", "text"), ("heading", "lead", "caption")


class Piece(NamedTuple):
    """A piece of a line in one look.

    Attributes:
        text: Its words, raised ones in characters that are so by themselves.
        look: How they look, by the bits of `emphasis`.
        typed: The words that are raised or lowered; empty where they are `text`.
    """

    text: str
    look: int = 0
    typed: str = ""


class Span(NamedTuple):
    """An emphasised piece with the words around it."""

    before: str
    piece: Piece
    after: str


def spans_in(lines: Iterable[Sequence[Piece]]) -> list[Span]:
    """The emphasised pieces of lines; bold says nothing where all of a line is bold, or most of the text."""
    lines = [*lines]
    emphasised = [_settled(line) for line in lines if any(piece.look for piece in line)]
    bold = sum(_letters(line, BOLD.bit) for line in emphasised)
    is_most = all(bold > _MOST_BOLD * sum(_letters(line, 0) for line in some) for some in (emphasised, lines))
    return [span for line in emphasised for span in _spans(line, ~BOLD.bit if is_most else ~0)]


def _settled(line: Sequence[Piece]) -> list[Piece]:
    """A line without looks that characters have by themselves, or that say nothing."""
    made = [piece._replace(look=_look(piece)) if piece.look else piece for piece in line]
    if not any(any(map(str.isalnum, piece.text)) for piece in made if not piece.look & BOLD.bit):
        made = [piece._replace(look=piece.look & ~BOLD.bit) for piece in made]
    return made


def _look(piece: Piece) -> int:
    if not is_readable(piece.text):
        return 0
    position = next((kind.position for kind in KINDS if kind.position and piece.look & kind.bit), "")
    has_characters = position and raised(piece.typed or piece.text, position) is not None
    return piece.look & ~SCRIPTS if has_characters else piece.look


def _letters(line: Iterable[Piece], look: int) -> int:
    """How many letters and digits of a line have a look."""
    return sum(sum(map(str.isalnum, piece.text)) for piece in line if piece.look & look == look)


def _spans(line: Sequence[Piece], says: int) -> Iterator[Span]:
    whole, at = "".join(piece.text for piece in line), 0
    for piece in line:
        end = at + len(piece.text)
        if look := piece.look & says:
            yield Span(whole[max(at - _NEAR, 0) : at], piece._replace(look=look), whole[end : end + _NEAR])
        at = end


def emphasise(data: dict[str, Any], spans: Sequence[Span]) -> None:
    """Emphasise words in the data of a report, where they stand in a text that can have it."""
    if not spans:
        return
    places = [(path, text) for path, text in texts_in(data) if _allowed(path) and not SIGN().search(text)]
    plain = [text.replace("{{", "{").replace("}}", "}") for _, text in places]
    starts = [0, *accumulate(len(text) + 1 for text in plain)]
    found: dict[int, list[tuple[int, Piece]]] = {}
    for at, piece in _found("\n".join(plain), spans):
        number = bisect(starts, at) - 1
        found.setdefault(number, []).append((at - starts[number], piece))
    for number, pieces in found.items():
        path, _ = places[number]
        _put(data, path, _emphasised(plain[number], sorted(pieces), _allowed(path)))


def _allowed(path: DataPath) -> int:
    """The looks that the text at a key path can have; 0 where none."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    return ~0 if key in _IN_TEXT and path[0] != "fields" else SCRIPTS if key in _HEADINGS else 0


def _found(whole: str, spans: Iterable[Span]) -> Iterator[tuple[int, Piece]]:
    """Where pieces stand in the report's texts; one that stands nowhere is a mark, or was changed."""
    at = missed = 0
    for span in spans:
        place = _place(whole, span, at)
        if place >= 0:
            yield place, span.piece
            at = place + len(span.piece.text)
        else:
            missed += 1
        if missed > _MOST_MISSED:
            return


def _place(whole: str, span: Span, start: int) -> int:
    """Where the words of a span stand, at best behind a place; -1 for nowhere."""
    for before, after in dict.fromkeys(_sides(span)):
        needle = before + span.piece.text + after
        place = whole.find(needle, max(start - len(before), 0))
        if place < 0 and len(needle) > _NEAR:
            place = whole.find(needle)
        if place >= 0:
            return place + len(before)
    return -1


def _sides(span: Span) -> Iterator[tuple[str, str]]:
    """What is sought around a piece, from the surest on; nothing around a long one at last."""
    for before, after in _AROUND:
        left, right = span.before[-before:] if before else "", span.after[:after]
        if left or right:
            yield left, right
    if len(span.piece.text) >= _ALONE:
        yield "", ""


def _emphasised(text: str, pieces: Iterable[tuple[int, Piece]], allowed: int) -> str:
    """A text with its pieces in their looks, as a report has it."""
    parts: list[tuple[str, int]] = []
    at = 0
    for start, piece in pieces:
        look, end = piece.look & allowed, start + len(piece.text)
        if look and start >= at:
            words = piece.typed if look & SCRIPTS and piece.typed else piece.text
            parts += [(literal(text[at:start]), 0), (literal(words), look)]
            at = end
    return signed([*parts, (literal(text[at:]), 0)])


def _listed(value: Any) -> Any:
    """A value that can be changed: lists for tuples, dicts for models."""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [*map(_listed, value)] if isinstance(value, list | tuple) else value


def _put(data: Any, path: DataPath, text: str) -> None:
    for part in path[:-1]:
        if not isinstance(data[part], dict | list):
            data[part] = _listed(data[part])
        data = data[part]
    data[path[-1]] = text
