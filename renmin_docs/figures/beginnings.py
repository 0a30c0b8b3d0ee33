"""How figures begin in a running text: a row for each sort of number, and the hedges before it.

A new kind of figure needs a reader among those of `notation` and a row in `BEGINNINGS`.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from renmin_docs.figures.chinese import NUMERALS
from renmin_docs.figures.endings import arabic_ends, frost_ends, mask_ends, numeral_ends, word_ends
from renmin_docs.figures.lookalikes import FALSE_HEDGES
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.others import MASKING_SIGNS
from renmin_docs.figures.pieces import BEFORE, BLANK
from renmin_docs.figures.tables import hedges, longest_first
from renmin_docs.patterns import lazy

Ends: TypeAlias = "Callable[[str, int], Iterable[int]]"
"""The places at which a figure may end whose number begins at a place of a text, behind any hedge."""


class Beginning(NamedTuple):
    """How figures of one sort begin.

    Attributes:
        first: The characters with which their number can begin.
        start: A pattern tried behind one of these characters. It looks back at the character and ahead, consumes
            nothing, and leaves out most places where no figure begins, before anything dearer is tried. It may be
            empty where the starts of other rows with these characters do.
        ends: Where they may end.
    """

    first: str
    start: str
    ends: Ends


_B = f"{BLANK}?"
FREE = (
    r"(?<![0-9A-Za-z.,第±])(?<![0-9A-Za-z]/)(?<![0-9]\+)(?<![0-9]，)(?<![0-9][-—])(?<![0-9.][×xX*✕])"
    "(?<![0-9][十百千万亿])(?<![0-9][十百千万亿][余多])"
)
"""No digit, letter or sign of a code stands before the number, nor a step of a longer one (2万3户)."""

_DIGITS = string.digits + ".+-"  # the hyphen last, since it stands in a class of characters
_NUMERAL_FOLLOWS = "".join(sorted({word[0] for word in MEASURES.union(hedges("between"))})) + "～~—至到、点 "
_MOST_NUMERALS = 20
_ODD = "廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟"
"""Numerals of the old script and of cheques, of which no number is read in part: 廿五户."""

BEGINNINGS: tuple[Beginning, ...] = (
    Beginning(_DIGITS, rf"(?<={FREE}[-+])(?=\.?[0-9])|(?<={FREE}[0-9])|(?<={FREE}\.)(?=[0-9])", arabic_ends),
    Beginning(
        "零负",
        rf"(?<=零)(?=下{_B}[0-9])|(?<=(?:(?<![\u4e00-\u9fff])|(?<=[为是至到由长比达从速幅近约]))负)(?={_B}[0-9])",
        arabic_ends,
    ),
    Beginning("零", f"(?<=零)(?=下[{NUMERALS}])", frost_ends),
    Beginning(
        NUMERALS,
        rf"(?<=(?:(?<![{NUMERALS}第{_ODD}])(?<![{NUMERALS}]点)|(?<=年零))[{NUMERALS}])(?=[{NUMERALS}]{{0,{_MOST_NUMERALS}}}[{_NUMERAL_FOLLOWS}])"
        rf"|(?<=“[{NUMERALS}])",
        numeral_ends,
    ),
    Beginning(
        f"几数好若成{NUMERALS}",
        "(?<=几)|(?<=[好十])(?=几)|(?<=[一二三四五六七八九])(?=十几)|(?<=数)(?=[十百千万亿])|(?<=若)(?=干)"
        "|(?<=成)(?=百上千|千上万)",
        word_ends,
    ),
    Beginning(MASKING_SIGNS, rf"(?<=(?<![0-9A-Za-z×*.第])[{MASKING_SIGNS}])", mask_ends),
)
"""Every way in which a figure begins; several rows may begin with one character."""


def ends_of() -> dict[str, tuple[Ends, ...]]:
    """First character of a number → what gives the ends of a figure that begins so."""
    firsts = {first for row in BEGINNINGS for first in row.first}
    return {first: tuple(row.ends for row in BEGINNINGS if first in row.first) for first in firsts}


def _not_behind(word: str) -> str:
    """What keeps a hedge from being the end of another word: 近 in 附近."""
    return rf"(?<![{FALSE_HEDGES[word]}])" if word in FALSE_HEDGES else ""


_HEDGES_BEFORE = BEFORE.split("|")
_HEDGE_SIGNS = "".join(sorted({word[0] for word in _HEDGES_BEFORE}))
_FIRSTS = "".join(sorted({first for row in BEGINNINGS for first in row.first} - {"-"})) + "-"
_HEDGES = lazy(rf"(?:(?:{'|'.join(_not_behind(word.partition('(')[0]) + word for word in _HEDGES_BEFORE)}){_B}){{1,2}}")


def _hedge_starts() -> Iterator[str]:
    """Where a hedge begins that stands before a number or another hedge, by first character."""
    for first, words in groupby(sorted(_HEDGES_BEFORE), key=itemgetter(0)):
        rests = longest_first(word[1:] for word in words)
        if rests[-1].startswith("(") or not rests[-1]:
            yield rf"(?<={_not_behind(first)}{first}){rests.pop()}"
        if rests:
            yield rf"(?<={first})(?:{'|'.join(rests)})"


def _starts_of(signs: str, starts: str) -> str:
    """Ways to begin, with a look at the character first: most places fail there."""
    return rf"(?<=[{signs}])(?:{starts})"


_HEDGES_GO_ON = "".join(sorted({word[1] for word in _HEDGES_BEFORE if word[1:2] not in ("", "(")}))
_NUMBERS = _HEDGE_SIGNS + _FIRSTS
HEDGED = rf"(?=[{BLANK}{_HEDGES_GO_ON}{_NUMBERS}])(?:{'|'.join(_hedge_starts())})(?={_B}[{_NUMBERS}])"
_STARTS = "|".join(
    (*(_starts_of(row.first, row.start) for row in BEGINNINGS if row.start), _starts_of(_HEDGE_SIGNS, HEDGED))
)
START = lazy(rf"[{_NUMBERS}](?:{_STARTS})")
"""Where a figure may begin: one class of characters, for which the search is fast, and looks back at it and ahead."""


def after_hedges(text: str, start: int) -> int:
    """Where the number begins that stands behind the hedges at a place; the place itself where there are none."""
    match = _HEDGES().match(text, start) if text[start] in _HEDGE_SIGNS else None
    return match.end() if match else start
