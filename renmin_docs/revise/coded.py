"""Texts in which a character stands wherever emphasis changes: two of them are compared as any texts are.

The character says how what follows it looks, so that the same look is written in one way, however the data nest it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from renmin_docs.emphasis import MARKS, SCRIPTS, look_after, marked, pieces_of, signed, unmarked
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.revise.printed_lines import Token

_FIRST, _MOST = 0xFDD0, 0xFDEF  # no characters, by Unicode
_CODE = re.compile(f"([{chr(_FIRST)}-{chr(_MOST)}])")


def is_code(text: str) -> bool:
    """Whether a text holds a change of emphasis."""
    return _CODE.search(text) is not None


def coded(text: str, plain: int = 0) -> str:
    """A marked text with its changes of emphasis; so many characters at its beginning count as plain."""
    made, last, at = "", 0, 0
    for piece, look in pieces_of(text):
        head = piece[: max(plain - at, 0)]
        for part, its in ((head, 0), (piece[len(head) :], look)):
            made += (chr(_FIRST + its) if its != last else "") + part if part else ""
            last = its if part else last
        at += len(piece)
    return made + (chr(_FIRST) if last else "")


def looks_in(text: str, look: int = 0) -> Iterator[tuple[str, int]]:
    """The pieces of a coded text with their looks, the last one empty: what follows begins with its look."""
    for number, piece in enumerate(_CODE.split(text)):
        if number % 2:
            look = ord(piece) - _FIRST
        elif piece:
            yield piece, look
    yield "", look


def words(text: str) -> str:
    """The words of a coded text, as a reader has them."""
    return unmarked("".join(marked(piece, look) for piece, look in looks_in(text))) if is_code(text) else text


def shown(text: str) -> str:
    """A coded text for a person, with the signs of emphasis."""
    return signed(looks_in(text)) if is_code(text) else text


def raw(text: str) -> str:
    """A coded text as the data have it."""
    return signed((literal(piece), look) for piece, look in looks_in(text)) if is_code(text) else literal(text)


def with_codes(tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens of a line, those of signs of emphasis with the change that is printed there."""
    made, look, last, at = [*tokens], 0, 0, -1
    for number, token in enumerate(made):
        if token.raw in MARKS:
            look, at = look_after(look, MARKS[token.raw]), number
        elif token.printed and look != last:
            made[at], last = made[at]._replace(printed=chr(_FIRST + look)), look
    if last:
        made[at] = made[at]._replace(printed=chr(_FIRST))
    return made


def in_place(look: int, place: str) -> int:
    """What of a look a text can have: a heading is raised or lowered alone."""
    return look & SCRIPTS if place.endswith((".heading", ".lead", ".caption")) else look
