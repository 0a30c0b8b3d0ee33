"""Figures made of two others: the change from one value to the next, the share of a part in a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.arithmetic import ratio
from renmin_docs.figures.base import Figure, Writers
from renmin_docs.figures.quantity import Quantity, growth_between
from renmin_docs.figures.tables import GROWTH_STYLES, PERCENT, RATES


class Compared(Figure):
    """A rate that two values give, or that is stated beside them.

    Attributes:
        stated: The rate as it is written; it prints, and `findings()` compares it with the two values.
        places: Decimal places of the computed rate; None prints at most 2 and cuts final zeros.
    """

    stated: Quantity | None = None
    places: int | None = None

    @property
    def computed(self) -> Quantity:
        """The rate that the two values give, unrounded."""
        raise NotImplementedError

    @property
    def rate(self) -> Quantity:
        """The rate that is printed."""
        return self.computed if self.stated is None else self.stated

    @property
    def value(self) -> Decimal:
        """The rate as a fraction, or in percentage points."""
        return self.rate.value

    @property
    def unit(self) -> str:
        """% or 个百分点, or the unit of the stated rate."""
        return self.rate.unit

    @property
    def hedge(self) -> str:
        """The hedge of the stated rate."""
        return self.rate.hedge

    def as_printed(self) -> Figure:
        """The rate alone, rounded."""
        return self.rate.as_printed()

    def findings(self) -> tuple[Finding, ...]:
        """A stated rate that the two values don't give at its places."""
        given = self.stated and self._given(self.stated)
        if given is None or given.value == self.value or self.hedge:
            return ()
        return (Finding("rate_disagrees", found=str(self.stated), expected=str(given)),)

    def _given(self, stated: Quantity) -> Quantity:
        """The computed rate in the unit and at the places of the stated one."""
        printed = stated.as_printed()
        return printed.altered(value=self.computed.value).as_printed()

    def __str__(self) -> str:
        return str(self.rate)


class Change(Compared):
    """The growth from one value to the next; between two rates it is in percentage points.

    Attributes:
        current: The value of this period.
        previous: The value of the one before, of the same unit.
    """

    current: Quantity
    previous: Quantity

    @property
    def computed(self) -> Quantity:
        """The growth that the two values give."""
        return growth_between(self.current.value, self.previous.value, self.current.unit, self.places)

    @property
    def direction(self) -> str:
        """增长, 下降 or 持平 (提高 for percentage points)."""
        return self.rate.direction

    @model_validator(mode="after")
    def _sound(self) -> Self:
        current, previous = self.current, self.previous
        if current.unit != previous.unit:
            raise FigureError(Finding("change_units", found=f"{current}、{previous}", expected=current.unit))
        if previous.value <= 0 and previous.unit not in RATES:
            raise FigureError(Finding("previous_not_positive", found=str(previous)))
        if self.stated is not None and self.stated.unit != self.computed.unit:
            raise FigureError(Finding("rate_unit", found=str(self.stated), expected=self.computed.unit))
        return self

    def writers(self) -> Writers:
        """Growth in its styles."""
        return dict.fromkeys(GROWTH_STYLES, self.rate.growth_text)


class Share(Compared):
    """The share of a part in a whole.

    Attributes:
        part: The part.
        whole: The whole, of the same unit.
    """

    part: Quantity
    whole: Quantity

    @property
    def computed(self) -> Quantity:
        """The share that the two values give."""
        return Quantity(value=ratio(self.part.value, self.whole.value), unit=PERCENT, places=self.places)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.part.unit != self.whole.unit:
            raise FigureError(Finding("change_units", found=f"{self.part}、{self.whole}", expected=self.whole.unit))
        if self.whole.value <= 0:
            raise FigureError(Finding("previous_not_positive", found=str(self.whole)))
        if self.stated is not None and self.stated.unit not in RATES:
            raise FigureError(Finding("rate_unit", found=str(self.stated), expected=PERCENT))
        return self

    def findings(self) -> tuple[Finding, ...]:
        """A share over 100%, or one that its two values don't give."""
        if max(self.computed.value, self.value) <= 1:
            return super().findings()
        return (Finding("shares_over", found=str(self), expected="100%"), *super().findings())
