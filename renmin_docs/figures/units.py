"""Units: which texts can be one, and what a unit named beside a raw number is worth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal

from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.figures.measures import DENOMINATORS, FALSE_UNITS, PHYSICAL, UNITS
from renmin_docs.figures.pieces import AFTER, BEHIND
from renmin_docs.figures.tables import (
    CALENDAR,
    POINTS,
    RATES,
    SCALES,
    UNIT_ALIASES,
    hedges,
    longest_first,
)
from renmin_docs.patterns import lazy

_LONGEST = 12
# A choice and no set: a set of many runs of characters takes Python's compiler milliseconds, and this one comes often.
_LETTER = r"(?:[\u3400-\u9fff](?<![\u4dc0-\u4dff])|[°A-WYZa-wyzµ/²³·]|μ|㎡|㎥|℃)"
_NO_START = "|".join((*hedges("between"), *hedges("after"), "个?[十百千万亿]"))
_SIGNS = "|".join(unit for unit in RATES if not unit.isalpha())
_KILO = longest_first(unit for unit in UNITS if unit[0] in "十百千万亿")
"""Units that begin like a numeral."""

_ODD = longest_first(unit for unit in UNITS if (not unit.isalpha() and unit not in RATES) or re.match(_NO_START, unit))
"""Units with digits or brackets in them, or that begin like a scale: m2, dB(A), 个千分点."""

_NAMED = "|".join((_SIGNS, POINTS, *UNIT_ALIASES, *map(re.escape, _ODD)))
_BRACKETED = r"[\u4e00-\u9fff]{1,6}?/(?:\(|（)[\u4e00-\u9fff·]{1,9}?(?:\)|）)"

UNIT = (
    rf"(?:{_NAMED}|(?:{'|'.join(_KILO)}){_LETTER}{{0,{_LONGEST}}}?"
    rf"|(?!{_NO_START})(?:{_BRACKETED}|{_LETTER}{{1,{_LONGEST}}}?))"
)
"""Pattern of any unit, as short as what follows it allows."""

_COMMON = (UNITS | CALENDAR.keys()) - UNIT_ALIASES.keys()
"""Units that need no look at the pattern."""

_WHOLE = lazy(rf"(?P<unit>{UNIT})(?:{AFTER}|{BEHIND})?")


def is_unit(text: str) -> bool:
    """Whether the unit, printed after a number, reads back as itself (余家, 人左右 and 万户 don't)."""
    if not text or text in _COMMON:
        return True
    match = _WHOLE().fullmatch(text)
    return match is not None and match["unit"] == text and text not in UNIT_ALIASES


def unit_end(text: str, start: int, units: AbstractSet[str] = UNITS) -> int:
    """Where the unit that begins at a place of a text ends; the place itself where none of the list does.

    A word that only begins like a unit is none (3年级), and no unit is cut short: behind a stroke the other half of a
    compound one must follow.

    >>> unit_end("微克/立方米", 0), unit_end("元/月·人", 0), unit_end("年级", 0)
    (6, 5, 0)
    """
    end = _word_end(text, start, units)
    if end == start and units is UNITS and (match := _UNLISTED().match(text, start)):
        end = match.end()
    stroke = text[end : end + 1] if end > start else ""
    if stroke == "/":
        other = _NUMBER().match(text, end + 1)
        if other:  # 100兆瓦/200兆瓦时 are two; 5例/10万 is one unit that is not known
            return end if _word_end(text, other.end(), UNITS) > other.end() else start
        return max(start, _denominator_end(text, end + 1) if units is UNITS else 0)
    if stroke == "每" and text[start:end] in PHYSICAL:
        per = _word_end(text, end + 1, PHYSICAL)
        return per if per > end + 1 else end
    return end


def begins_with_unit(text: str, start: int) -> bool:
    """Whether a unit begins at a place, be it cut short by what follows."""
    return _word_end(text, start, UNITS) > start


def _denominator_end(text: str, start: int) -> int:
    """Where what stands behind the stroke of a compound unit ends; 0 where it is not understood."""
    match = _IN_BRACKETS().match(text, start)
    end = match.end() if match else _word_end(text, start, DENOMINATORS)
    if end == start:
        return 0
    while text[end : end + 1] in _TIMES and (more := _word_end(text, end + 1, DENOMINATORS)) > end + 1:
        end = more
    return end


def _word_end(text: str, start: int, units: AbstractSet[str]) -> int:
    """Where the longest known word at a place ends, if it is one of the units; else the place itself."""
    for length in _LENGTHS.get(text[start : start + 1], ()):
        word = text[start : start + length]
        end = start + len(word)
        if word in units and not (_is_latin(word[-1]) and _goes_on(text[end : end + 1])):
            return end
        if word in FALSE_UNITS:
            return start
    return start


def _goes_on(sign: str) -> bool:
    """Whether a sign behind a Latin unit makes another one of it: cm³."""
    return _is_latin(sign) or sign in ("²", "³")


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _lengths() -> Mapping[str, tuple[int, ...]]:
    """How long the known words are that begin with a character, the longest first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in (*UNITS, *DENOMINATORS, *FALSE_UNITS):
        lengths[word[0]].add(len(word))
    return {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


_LENGTHS = _lengths()
_UNLISTED = lazy("[\u4e00-\u9fff]{1,3}(?=/[\u4e00-\u9fff])")
"""A stroke shows that what stands before it is a unit, also one of no list: 管/日."""

_NUMBER = lazy(r"[0-9]+(?:\.[0-9]+)?")
_TIMES = tuple("·•⋅/")
_IN_BRACKETS = lazy(r"[(（][\u4e00-\u9fff]{1,4}(?:[·•⋅][\u4e00-\u9fff]{1,4})?[)）]")


def unit_scale(unit: str) -> str:
    """The scale that a unit begins with, as data files write it: 亿 of 亿元."""
    return next((scale for scale in longest_first(SCALES) if unit.startswith(scale)), "")


def worth(unit: str) -> Decimal:
    """What one of a unit of a data file is worth in base units: 100000000 of 亿元, 0.01 of %."""
    return CONTEXT.multiply(SCALES[unit_scale(unit)], RATES.get(unit, Decimal(1)))
