"""Figures that are no plain number: an estimate in two numerals, a number that is not known.

Two stand for a number that is not there: `Unfilled` is still to be written, `Faulty` is written wrong.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.arithmetic import CONTEXT, Exact, places_of, product
from renmin_docs.figures.base import Figure, Unhedged, Unvalued, refuse
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.tables import HEDGES, POINTS, RATES, SCALES, is_hedge
from renmin_docs.figures.units import is_unit
from renmin_docs.numerals import to_chinese

MASKING_SIGNS = "X×*x"
"""The signs that stand for digits in scraped reports."""

SIGN_MASK = rf"[0-9]*[{MASKING_SIGNS}]+(?:\.[0-9]*[{MASKING_SIGNS}]+)?"
"""Pattern of a number in which they stand."""

MASKING_WORDS = "几数若成百"
"""Of these characters every word for an unknown number holds one."""

WORD_MASK = "好?几[十百千]?|数[十百千]?|[一二三四五六七八九]?十几|若干|百十|成百上千|成千上万|成倍"
"""Pattern of the words for an unknown number."""

POWERS = {"": 1, "十": 10, "百": 100, "千": 1000}
"""What may stand behind the second number of an estimate."""

UNFILLED: Final = "（待填写）"
"""Placeholder for a number, a date or a text that is still to be written."""

_EXAMPLE_MEASURES = "个、家、次、人"


class Unfilled(Unvalued):
    """A number that is still to be written: it prints （待填写）, in every style, and its value is None."""

    def __str__(self) -> str:
        return UNFILLED

    def __format__(self, style: str) -> str:
        return UNFILLED


class Faulty(Unvalued):
    """A number of a text that is written wrong, as `scan` yields it: 约1200余人次, 13.5万余平方米.

    It prints as it is written and its value is None, so that it is not taken for another number; `findings()`
    reports what is wrong. `parse` never gives one: it raises the same findings as a FigureError.

    Attributes:
        text: The number as it is written.
        faults: What is wrong with it, as findings.
    """

    text: str
    faults: tuple[Any, ...]

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it."""
        return self.faults

    def __str__(self) -> str:
        return self.text


class Unknown(Figure):
    """An unknown number: 几十次, 数十家, X家, **亿元. Its value is None.

    Attributes:
        mask: What stands in the number's place.
        unit: What is counted; behind a word, a measure word.
        hedge: A word of `tables.HEDGES`, or nothing.
        scale: A key of `tables.SCALES`.
        inner: Whether 余 stands before the scale.
    """

    value: ClassVar[None] = None

    mask: str
    unit: str = ""
    hedge: str = ""
    scale: str = ""
    inner: bool = False

    @model_validator(mode="after")
    def _sound(self) -> Self:
        refuse(self._findings())
        return self

    def _findings(self) -> list[Finding]:
        """What would not read back: another mask, hedge, scale or unit."""
        sign, word = re.fullmatch(SIGN_MASK, self.mask), re.fullmatch(WORD_MASK, self.mask)
        side = HEDGES[self.hedge].side if is_hedge(self.hedge) else None
        checks = {
            "figure_unreadable": (sign or word, self.mask, "几十、数十、X"),
            "unit_unreadable": (is_unit(self.unit) if sign else self.unit in {"", *MEASURES}, self.unit, "家、次、人"),
            "hedge_unknown": (not self.hedge or side, self.hedge, "、".join(HEDGES)),
            "scale_unknown": (self.scale in SCALES, self.scale, "万、亿、万亿"),
            "scale_of_rate": (not self.scale or self.unit not in (*RATES, POINTS), self.scale + self.unit, self.unit),
            "stated_only": (not self.inner or (self.scale and side == "between"), "inner", ""),
        }
        return [Finding(rule, found=found, expected=right) for rule, (ok, found, right) in checks.items() if not ok]

    def __str__(self) -> str:
        side = HEDGES[self.hedge].side if self.hedge else ""
        before, between, after = (self.hedge if side == name else "" for name in ("before", "between", "after"))
        counted = f"{between}{self.scale}" if self.inner else f"{self.scale}{between}"
        return f"{before}{self.mask}{counted}{self.unit}{after}"


class Estimate(Unhedged):
    """Two adjacent numbers in Chinese numerals: 三四个月, 七八十种, 十七八岁, 两三万元. Never with a 、.

    Source: GB/T 15835-2011.

    Attributes:
        low: The lower number, in base units.
        high: The next one.
        unit: A measure word.
        scale: 万, 亿 or nothing.
    """

    low: Exact
    high: Exact
    unit: str
    scale: str = ""

    @property
    def value(self) -> tuple[Decimal, Decimal]:
        """Both numbers."""
        return self.low, self.high

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.unit not in MEASURES:
            raise FigureError(Finding("unit_unreadable", found=self.unit, expected=_EXAMPLE_MEASURES))
        if self.scale not in SCALES or not self._numerals():
            found = f"{self.low:f}、{self.high:f}{self.unit}"
            raise FigureError(Finding("estimate_form", found=found, expected="三四个月"))
        return self

    def __str__(self) -> str:
        return f"{self._numerals()}{self.scale}{self.unit}"

    def _numerals(self) -> str:
        """Both numbers run together; empty where they have no such form."""
        worth = product(SCALES[self.scale], RATES.get(self.unit, Decimal(1)))
        for name, power in POWERS.items():
            low, high = (CONTEXT.divide(value, product(worth, Decimal(power))) for value in self.value)
            text = "" if places_of(low) or places_of(high) else _run_together(int(low), int(high), name)
            if text:
                return text
        return ""


def _run_together(low: int, high: int, power: str) -> str:
    """三四 of 3 and 4, 七八十 of 7 and 8 tens, 十七八 of 17 and 18; empty where that can't be written."""
    tens, first = divmod(low, 10)
    second = high - 10 * tens
    adjacent = 0 < first < second < 10 and (second - first == 1 or (first, second) == (3, 5))
    if not adjacent or tens > 9 or (tens and power):
        return ""
    pair = to_chinese(first) + to_chinese(second)
    return (to_chinese(10 * tens) + pair if tens else pair.replace("二", "两")) + power
