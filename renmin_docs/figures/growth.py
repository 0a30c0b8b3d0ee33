"""Growth: the rate between two values, and how it is printed (同比增长10.67%, 与上年持平).

Source: GB/T 15835-2011 in usage: (current − previous) / previous, a fall is 下降 with a positive number.
"""

from __future__ import annotations

from decimal import Decimal

from renmin_docs.figures.arithmetic import CONTEXT, ratio
from renmin_docs.figures.tables import DEFAULT_VERBS, GROWTH_STYLES, LEVEL, VERBS, GrowthStyle


def growth(current: Decimal, previous: Decimal) -> Decimal:
    """The growth from one value to the next, as a fraction.

    >>> from decimal import Decimal
    >>> growth(Decimal(975), Decimal(780))
    Decimal('0.25')
    """
    return ratio(CONTEXT.subtract(current, previous), previous)


def growth_text(style: str, unit: str, value: Decimal, magnitude: str) -> str:
    """A rate printed as growth.

    Args:
        style: A key of `tables.GROWTH_STYLES`.
        unit: The unit of the rate; percentage points rise and fall by another verb than percent.
        value: The rate itself; its sign says which verb, zero that nothing changed.
        magnitude: The printed rate without its sign; empty where it rounds to nothing.
    """
    row = GROWTH_STYLES[style]
    if not magnitude:
        return _level(row, exactly=value.is_zero())
    return f"{row.before}{direction(unit, value)}{magnitude}"


def direction(unit: str, value: Decimal) -> str:
    """增长, 下降 or 持平; percentage points rise by 提高."""
    rise, fall = VERBS.get(unit, DEFAULT_VERBS)
    return LEVEL if value.is_zero() else fall if value.is_signed() else rise


def _level(row: GrowthStyle, *, exactly: bool) -> str:
    """Nothing changed, or nothing that shows at the places that are printed (基本持平)."""
    return row.level if exactly else row.level.replace(LEVEL, f"基本{LEVEL}")
