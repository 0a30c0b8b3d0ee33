"""A number with its unit: counts, money, rates, percentage points, 倍; the figure that all others are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.arithmetic import (
    CONTEXT,
    MOST_PLACES,
    Exact,
    digits,
    places_of,
    product,
    rounded,
    stepped,
    tidy,
)
from renmin_docs.figures.base import Figure, Writers, built
from renmin_docs.figures.chinese import LIMIT, chinese
from renmin_docs.figures.growth import direction, growth, growth_text
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.tables import (
    AUTOMATIC_SCALES,
    GROWTH_STYLES,
    HEDGE_FORMS,
    HEDGES,
    MONEY,
    PERCENT,
    POINTS,
    RATES,
    SCALES,
)
from renmin_docs.figures.units import is_unit
from renmin_docs.numerals import sum_of

MOST_STATED_PLACES = 10
IN_CHINESE = "中文"
_TEN_THOUSAND = 10_000
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_NO_SCALE = (*RATES, POINTS)
_NEVER_NEGATIVE = ("倍", "番")


class Printed(NamedTuple):
    """What stands on the page: a number of a scale, at so many places, 余 before the scale or behind it."""

    number: Decimal
    places: int
    scale: str
    inner: bool


class Quantity(Figure):
    """A number with a unit.

    A figure read from text is *stated*: scale and places are as written, and the value is the printed one.
    One made of a raw value leaves them open, and is rounded in the direction that keeps its hedge true.

    Attributes:
        value: The number in base units.
        unit: What is counted.
        hedge: A word of `tables.HEDGES`, or nothing.
        scale: A key of `tables.SCALES`; None lets the library choose (money: from 1万 up; else none).
        places: Decimal places to print; None prints at most 2 and cuts final zeros.
        step: What the value is rounded to before it prints (312 at a step of 100 → 300), in base units.
        inner: Whether the 余 of a stated figure stands before the scale (10余万元) or behind it (10万余元);
            elsewhere it follows from the step.
        previous: The value of the period before, in base units; it gives the growth styles.
        chinese: Whether the number is written in Chinese numerals (四个).
        behind: Whether the 多 of a stated figure stands behind its unit: 2倍多, 3个多月.
        hedge_form: The hedge as it is written where that is another form of it: 及以上 for 以上.
        numeral: The numeral as it was written, where the library would write it with 二 for 两 (两百个).
    """

    value: Exact
    unit: str = ""
    hedge: str = ""
    scale: str | None = None
    places: int | None = None
    step: Exact | None = None
    inner: bool = False
    previous: Exact | None = None
    chinese: bool = False
    numeral: str = ""
    behind: bool = False
    hedge_form: str = ""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        findings = [*_word_findings(self), *_number_findings(self)] or [*_printed_findings(self)]
        if findings:
            raise FigureError(*findings)
        shown = self.shown()
        if self.step is None and not is_stated(self) and self.value_of(shown) == self.value:
            # nothing is known but what is printed: equal to the figure read from text
            self._derive(scale=shown.scale, places=shown.places)
        _ = str(self), self.change  # computed once, here: a report that is printed finds its figures written
        return self

    def __str__(self) -> str:
        text: str | None = self.__dict__.get("_text")
        if text is None:
            shown = self.shown()
            text = self.__dict__["_text"] = self._assembled(self._number(shown), shown)
        return text

    def as_printed(self) -> Quantity:
        """The figure that a reader gets from what is printed: rounded, with scale and places stated."""
        shown = self.shown()
        stated = {"value": self.value_of(shown), "scale": shown.scale, "places": shown.places, "inner": shown.inner}
        return self.altered(**stated, step=None, previous=None)

    def value_of(self, shown: Printed) -> Decimal:
        """What is printed, in base units."""
        return tidy(product(shown.number, SCALES[shown.scale], self._base))

    @property
    def change(self) -> Quantity | None:
        """The growth against `previous`, a rate or percentage points; None where there is no previous.

        A number that is only known hedged has none: its true growth is unknown.
        """
        if self.previous is None or (self.hedge and is_stated(self)):
            return None
        found: Quantity | None = self.__dict__.get("_change")
        if found is None:
            found = self.__dict__["_change"] = growth_between(self.value, self.previous, self.unit)
        return found

    def doubt(self, number: Decimal) -> None:
        """Note of a new figure that a bare number below 1 is behind it; `findings` asks whether it is a share."""
        self.__dict__["_doubt"] = number

    def findings(self) -> tuple[Finding, ...]:
        """A doubt about the number that the figure was made of."""
        number: Decimal | None = self.__dict__.get("_doubt")
        if number is None:
            return ()
        expected = "、".join(f"{tidy(each):f}{PERCENT}" for each in (product(number, _HUNDRED), number))
        return (Finding("rate_below_one", found=f"{number:f}", expected=expected),)

    @property
    def direction(self) -> str:
        """增长, 下降 or 持平, as a rate; 提高 for percentage points."""
        return direction(self.unit, self.value)

    def growth_text(self, style: str) -> str:
        """This rate as growth, in one of the styles of `tables.GROWTH_STYLES`."""
        magnitude = self.altered(value=self.value.copy_abs()) if self.value.is_signed() else self
        return growth_text(style, self.unit, self.value, str(magnitude) if magnitude.shown().number else "")

    @property
    def _base(self) -> Decimal:
        """The value of one printed unit."""
        return RATES.get(self.unit, _ONE)

    @property
    def wants_whole(self) -> bool:
        """Whether the hedge wants a whole number before it (余 and 多)."""
        return self.hedge_row.side == "between"

    def shown(self) -> Printed:
        """What stands on the page; computed once, since the figure is frozen (`functools.cached_property` locks)."""
        shown: Printed | None = self.__dict__.get("_shown")
        if shown is None:
            shown = self.__dict__["_shown"] = self._rounded()
        return shown

    def _rounded(self) -> Printed:
        """The step first, then the scale, then the places."""
        value = self.value if self.step is None else stepped(self.value, self.step, self.hedge_row.rounding)
        if self.unit in RATES:
            value = CONTEXT.divide(value, self._base)
        scale = self._chosen_scale(value) if self.scale is None else self.scale
        number = self._at_places(CONTEXT.divide(value, SCALES[scale]) if scale else value)
        places = places_of(number) if self.places is None else self.places
        return Printed(number, places, scale, self._is_inner(scale, number))

    def _at_places(self, number: Decimal) -> Decimal:
        """The number as it is printed: as many places as asked for, or at most two."""
        most = 0 if self.wants_whole and self.step is None else MOST_PLACES
        return rounded(number, most if self.places is None else self.places, self.hedge_row.rounding)

    def _chosen_scale(self, value: Decimal) -> str:
        """Money grows a scale as long as it would print five digits before the point."""
        if self.unit not in MONEY:
            return ""
        chosen = ""
        for scale in AUTOMATIC_SCALES:
            number = self._at_places(CONTEXT.divide(value, SCALES[scale]))
            if scale and self.wants_whole and places_of(number):
                break  # 10.5万余 is no figure, 105000余 is
            chosen = scale
            if number.copy_abs() < _TEN_THOUSAND:
                break
        return chosen

    def _is_inner(self, scale: str, number: Decimal) -> bool:
        """10余万 where the step is a 万 or more, 10万余 where it is less; a stated figure says it itself."""
        if not (scale and self.wants_whole):
            return False
        if is_stated(self) and product(number, SCALES[scale], self._base) == self.value:
            return self.inner
        return self.step is None or self.step >= SCALES[scale]

    def _number(self, shown: Printed) -> str:
        return self._numeral(shown.number) if self.chinese else digits(shown.number, shown.places)

    def _numeral(self, number: Decimal) -> str:
        if self.numeral and sum_of(self.numeral) == number:
            return self.numeral
        return chinese(int(number), bare=bool(self.hedge) and not self.behind, measured=bool(self.unit))

    def _assembled(self, number: str, shown: Printed) -> str:
        """Number, scale and unit with the hedge in its place."""
        counted, hedge = number + shown.scale, self.hedge_form or self.hedge
        if not hedge:
            return counted + self.unit
        if self.hedge_row.side == "before":
            return hedge + counted + self.unit
        if self.hedge_row.side == "after":
            return counted + self.unit + hedge
        if self.behind:
            first = "个" if self.unit.startswith("个") else self.unit
            return counted + first + hedge + self.unit.removeprefix(first)
        return (number + hedge + shown.scale if shown.inner else counted + hedge) + self.unit

    def writers(self) -> Writers:
        """Growth, for a rate or where a previous value is known, and Chinese numerals."""
        grows = self.change is not None or (self.previous is None and self.unit in _NO_SCALE)
        writers: dict[str, Callable[[str], str]] = dict.fromkeys(GROWTH_STYLES if grows else (), self._as_growth)
        if self.has_numeral(self.shown()):
            writers[IN_CHINESE] = self._in_chinese
        return writers

    def _as_growth(self, style: str) -> str:
        return (self.change or self).growth_text(style)

    def has_numeral(self, shown: Printed) -> bool:
        """Whether Chinese numerals can write it: a whole number from 0, of anything but a fraction."""
        value = product(shown.number, SCALES[shown.scale])
        return self.unit not in (PERCENT, "‰") and 0 <= value < LIMIT and not places_of(value)

    def _in_chinese(self, _: str) -> str:
        shown = self.shown()
        if shown.inner:
            return self._assembled(self._numeral(shown.number), shown)
        number = product(shown.number, SCALES[shown.scale])
        return self._assembled(self._numeral(number), shown._replace(scale=""))


def growth_between(current: Decimal, previous: Decimal, unit: str, places: int | None = None) -> Quantity:
    """The growth from one value to the next: a rate, or percentage points between two rates."""
    if unit in RATES:
        points = CONTEXT.divide(CONTEXT.subtract(current, previous), RATES[PERCENT])
        return built(Quantity, value=points, unit=POINTS, places=places)
    return built(Quantity, value=growth(current, previous), unit=PERCENT, places=places)


def _word_findings(figure: Quantity) -> Iterator[Finding]:
    """The words of the notation: unit, hedge, scale."""
    if not is_unit(figure.unit) or (figure.chinese and figure.unit and figure.unit not in MEASURES):
        yield Finding("unit_unreadable", found=figure.unit, expected="家、人次、元")
    if figure.hedge and figure.hedge not in HEDGES:
        yield Finding("hedge_unknown", found=figure.hedge, expected="、".join(HEDGES))
    if figure.behind and not (figure.unit and figure.wants_whole and not figure.inner):
        yield Finding("stated_only", found="behind")
    if figure.hedge_form and HEDGE_FORMS.get(figure.hedge_form) != figure.hedge:
        yield Finding("hedge_unknown", found=figure.hedge_form, expected="、".join(HEDGE_FORMS))
    if figure.scale is not None and figure.scale not in SCALES:
        yield Finding("scale_unknown", found=figure.scale, expected="万、亿、万亿")
    elif figure.scale and figure.unit in _NO_SCALE:
        yield Finding("scale_of_rate", found=figure.scale + figure.unit, expected=figure.unit)


def _number_findings(figure: Quantity) -> Iterator[Finding]:
    """The numbers beside the value: places, step, previous."""
    if figure.places is not None and not 0 <= figure.places <= MOST_STATED_PLACES:
        yield Finding("places_range", found=str(figure.places), expected=f"0–{MOST_STATED_PLACES}")
    if figure.step is not None and figure.step <= 0:
        yield Finding("step_not_positive", found=f"{figure.step:f}", expected="100")
    if figure.previous is not None and figure.previous <= 0 and figure.unit not in _NO_SCALE:
        yield Finding("previous_not_positive", found=f"{figure.previous:f}{figure.unit}")
    if figure.unit in _NEVER_NEGATIVE and figure.value < 0:
        yield Finding("times_negative", found=f"{figure.value:f}{figure.unit}", expected="-80%")


def _printed_findings(figure: Quantity) -> Iterator[Finding]:
    """What only the printed number shows: a hedge must be true of the value, a numeral whole."""
    shown = figure.shown()
    if figure.hedge_row.round_only and not (figure.chinese and str(figure)[1] in "十百千万亿"):
        yield Finding("hedge_round_only", found=str(figure), expected=f"{figure.hedge}百{figure.unit}")
    elif figure.wants_whole and places_of(shown.number):
        yield Finding("hedge_on_decimal", found=str(figure), expected=without_hedge(figure))
    elif figure.hedge and (shown.number.is_zero() or not (is_stated(figure) or is_hedge_true(figure))):
        yield Finding("hedge_untrue", found=str(figure), expected=without_hedge(figure))
    if figure.chinese and not _is_numeral(figure, shown):
        yield Finding("numerals_whole", found=f"{figure.value:f}{figure.unit}", expected="0")


def _is_numeral(figure: Quantity, shown: Printed) -> bool:
    """Whether a stated figure reads back from Chinese numerals: a whole number, a scale only behind 余."""
    whole = figure.has_numeral(shown) and shown.places == 0 and shown.inner == bool(shown.scale)
    return whole and figure.step is None and figure.value_of(shown) == figure.value


def is_stated(figure: Quantity) -> bool:
    """Whether scale and places are stated, so that the value is the printed one."""
    return figure.step is None and figure.scale is not None and figure.places is not None


def is_hedge_true(figure: Quantity) -> bool:
    """Whether the hedge is true of a raw value: rounding has kept it on the right side, but not off the value."""
    return not figure.hedge_row.strict or figure.value_of(figure.shown()) != figure.value


def without_hedge(figure: Quantity) -> str:
    """How the same value prints without its hedge."""
    return str(figure.altered(hedge="", hedge_form="", behind=False, step=None, inner=False))
