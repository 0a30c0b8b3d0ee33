"""A range: 13万元～17万元, 15%～30%, 10～20人, 2021—2025年, 1—10月."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Self

from pydantic import model_validator

from renmin_docs.errors import Finding
from renmin_docs.figures.arithmetic import CONTEXT, places_of
from renmin_docs.figures.base import Between, Writers, refuse
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.tables import CALENDAR, DASH, RATES, SCALES, WAVE

_SIGNS = {"一字线": DASH, "浪纹线": WAVE}
"""Style → the sign that joins the ends."""


class Span(Between):
    """From one value to another of the same unit.

    A scale or a percent sign stands at both ends, any other unit once, at the last one. The default sign is ～,
    and — between points of the calendar. Source: GB/T 15835-2011.

    Attributes:
        first: The lower end; without hedge, in Arabic digits.
        last: The higher end.
    """

    first: Quantity
    last: Quantity

    @property
    def low(self) -> Decimal:
        """The lower value, in base units."""
        return self.first.value

    @property
    def high(self) -> Decimal:
        """The higher value, in base units."""
        return self.last.value

    @property
    def is_calendar(self) -> bool:
        """Whether it runs between years, months, days or hours of the calendar (but 3～5年 is a duration)."""
        row = CALENDAR.get(self.unit)
        ends = [end.shown() for end in (self.first, self.last)] if row else []
        return row is not None and all(not end.scale and row.first <= end.number <= row.last for end in ends)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        first, last = (end.altered(chinese=False, previous=None) for end in (self.first, self.last))
        last = _like(first, last)
        refuse(_findings(first, last))
        self.__dict__.update(first=first, last=last)  # an end has nothing but its number
        return self

    def as_printed(self) -> Span:
        """The span as it is printed, both ends rounded."""
        return Span(first=self.first.as_printed(), last=self.last.as_printed())

    def __str__(self) -> str:
        return self._joined(DASH if self.is_calendar else WAVE)

    def _joined(self, sign: str) -> str:
        first = str(self.first)
        return f"{first if self._repeats_unit() else first.removesuffix(self.unit)}{sign}{self.last}"

    def _repeats_unit(self) -> bool:
        """%, 万 and 亿 stand at both ends, and so does the unit behind them."""
        return self.unit in RATES or any(end.shown().scale for end in (self.first, self.last))

    def writers(self) -> Writers:
        """Either sign of joining, whatever the range is of."""
        return dict.fromkeys(_SIGNS, self._in_style)

    def _in_style(self, style: str) -> str:
        return self._joined(_SIGNS[style])


def _findings(first: Quantity, last: Quantity) -> Iterator[Finding]:
    """What keeps two quantities from being the ends of one range."""
    shown = f"{first}{WAVE}{last}"
    if first.unit != last.unit:
        yield Finding("span_units", found=shown, expected=last.unit or first.unit)
    if first.hedge or last.hedge:
        yield Finding("span_hedged", found=shown)
    if first.value > last.value or first.as_printed().value > last.as_printed().value:
        yield Finding("span_order", found=shown, expected=f"{last}{WAVE}{first}")


def _like(first: Quantity, last: Quantity) -> Quantity:
    """The last end; without a unit, in the scale of the first (8000～12000, for 8000～1.2万 reads as 8000万)."""
    scale = first.as_printed().scale or ""
    if last.unit or first.unit or last.as_printed().scale == scale:
        return last
    places = None if first.places is None else places_of(CONTEXT.divide(last.value, SCALES[scale]))
    return Quantity(**dict(last) | {"scale": scale, "places": places})
