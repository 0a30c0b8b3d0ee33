"""Units: which texts can be one, and what a unit named beside a raw number is worth."""

from __future__ import annotations

from decimal import Decimal

from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.figures.tables import (
    CALENDAR,
    KILO_UNITS,
    POINTS,
    RATES,
    SCALES,
    UNIT_ALIASES,
    UNITS,
    hedges,
    longest_first,
)
from renmin_docs.patterns import lazy

_LONGEST = 12
# A choice and no set: a set of many runs of characters takes Python's compiler milliseconds, and this one comes often.
_LETTER = r"(?:[\u3400-\u9fff](?<![\u4dc0-\u4dff])|[°A-WYZa-wyz/²³·]|㎡|㎥|℃)"
_NO_START = "|".join((*hedges("between"), *hedges("after"), "个?[十百千万亿]"))
_SIGNS = "|".join(unit for unit in RATES if not unit.isalpha())
_KILO = "|".join(longest_first(KILO_UNITS))
_NAMED = "|".join((_SIGNS, POINTS, *UNIT_ALIASES))

AFTER = "|".join(hedges("after"))
"""Pattern of the hedges behind a unit."""

UNIT = rf"(?:{_NAMED}|(?:{_KILO}){_LETTER}{{0,{_LONGEST}}}?|(?!{_NO_START}){_LETTER}{{1,{_LONGEST}}}?)"
"""Pattern of any unit, as short as what follows it allows."""

_COMMON = (UNITS | CALENDAR.keys()) - UNIT_ALIASES.keys()
"""Units that need no look at the pattern."""

_WHOLE = lazy(rf"(?P<unit>{UNIT})(?:{AFTER})?")


def is_unit(text: str) -> bool:
    """Whether the unit, printed after a number, reads back as itself (余家, 人左右 and 万户 don't)."""
    if not text or text in _COMMON:
        return True
    match = _WHOLE().fullmatch(text)
    return match is not None and match["unit"] == text and text not in UNIT_ALIASES


def unit_scale(unit: str) -> str:
    """The scale that a unit begins with, as data files write it: 亿 of 亿元."""
    return next((scale for scale in longest_first(SCALES) if unit.startswith(scale)), "")


def worth(unit: str) -> Decimal:
    """What one of a unit of a data file is worth in base units: 100000000 of 亿元, 0.01 of %."""
    return CONTEXT.multiply(SCALES[unit_scale(unit)], RATES.get(unit, Decimal(1)))
