"""Quantities of a sentence as intervals: how exactly each is known decides whether two of them disagree.

A whole number without 万 is exact; any other is known to half its last printed place; a hedge widens one side.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renmin_docs.figures import Quantity, scan
from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.figures.sums import Reach, reach
from renmin_docs.figures.tables import POINTS, RATES, SCALES

_TWO = Decimal(2)


class Amount(NamedTuple):
    """A quantity in a text.

    Attributes:
        figure: What it says.
        start, end: Where it stands.
        low, high: The least and the most that it can mean, in base units.
    """

    figure: Quantity
    start: int
    end: int
    low: Decimal
    high: Decimal

    @property
    def value(self) -> Decimal:
        """The printed value in base units; of percentage points their number."""
        return self.figure.value

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.figure.unit

    @property
    def is_rate(self) -> bool:
        """Whether it is a fraction: %, ‰, 成."""
        return self.unit in RATES

    @property
    def is_points(self) -> bool:
        """Whether it counts percentage points."""
        return self.unit == POINTS

    def __str__(self) -> str:
        return str(self.figure)


def amounts_in(text: str) -> list[Amount]:
    """The quantities of a text from left to right: numbers with a unit, no dates, spans or ranks.

    >>> [(str(each), int(each.low), int(each.high)) for each in amounts_in("新增3家，营业额9.75亿元")]
    [('3家', 3, 3), ('9.75亿元', 974500000, 975500000)]
    """
    found = []
    for hit in scan(text):
        if isinstance(hit.figure, Quantity) and hit.figure.unit:
            known = interval(hit.figure)
            found.append(Amount(hit.figure, hit.start, hit.end, known.low, known.high))
    return found


def interval(figure: Quantity) -> Reach:
    """The least and the most that a printed figure can mean: by its rounding, and by its hedge."""
    hedged = reach(figure)
    assert hedged is not None  # noqa: S101 - a quantity has a value
    printed = figure.as_printed()
    worth = CONTEXT.multiply(SCALES[printed.scale or ""], RATES.get(figure.unit, Decimal(1)))
    if not printed.places and worth == 1:
        return hedged
    half = CONTEXT.divide(worth.scaleb(-(printed.places or 0), CONTEXT), _TWO)
    return Reach(
        min(hedged.low, CONTEXT.subtract(figure.value, half)), max(hedged.high, CONTEXT.add(figure.value, half))
    )
