"""A fraction: 三分之一, 百分之四十点六, 三分之二以上, 过半, 2/3以上.

Both numbers of it are kept as they are written, as Decimals. `exact` is their quotient as a `fractions.Fraction`, to
compare and to add; `value` is the same as a Decimal like that of other figures: exact where the decimals end
(百分之八十五 is 0.85), to 40 digits where they don't (三分之一).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding, NumeralError
from renmin_docs.figures.arithmetic import CONTEXT, Exact, digits, places_of, ratio, tidy
from renmin_docs.figures.base import Figure, Writers, built, only_hedge, refuse
from renmin_docs.figures.chinese import LIMIT, read_chinese, regular_forms
from renmin_docs.figures.growth import growth_text
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.tables import GROWTH_STYLES, HEDGES, PERCENT, is_hedge
from renmin_docs.numerals import DIGITS, to_chinese

if TYPE_CHECKING:
    from fractions import Fraction as ExactFraction


HALVES = {"一半": "", "半数": "", "半": "", "过半": "超过", "过半数": "超过"}
"""The words for one half, printed as they are written, with the hedge that is in them."""
_MOST_BELOW_STROKE = 1000
_RATES = {Decimal(100): PERCENT, Decimal(1000): "‰"}


class Fraction(Figure):
    """A part of a whole, in words or with a stroke.

    Attributes:
        part: The number above the line, 40.6 of 百分之四十点六.
        whole: The number below it, 100.
        places: Decimal places of the part.
        hedge: A word of `tables.HEDGES`, or nothing; 过半 is hedged by 超过.
        word: A word for one half, instead of both numbers; a key of `HALVES`.
        chinese: Whether the numbers are written in Chinese numerals; else with a stroke, 1/3.
    """

    kind: ClassVar[str] = "fraction"
    is_phrase: ClassVar[bool] = True
    unit: ClassVar[str] = ""

    part: Exact
    whole: Exact
    places: int = 0
    hedge: str = ""
    word: str = ""
    chinese: bool = True

    @property
    def value(self) -> Decimal:
        """The quotient: exact where its decimals end, else to 40 digits."""
        return tidy(ratio(self.part, self.whole))

    @property
    def exact(self) -> ExactFraction:
        """The quotient, exact: 1/3."""
        from fractions import Fraction as ExactFraction  # few reports need it

        return ExactFraction(self.part) / ExactFraction(self.whole)

    @property
    def plain(self) -> str:
        """The value as text, for programs and sheets: 1/3, 0.85."""
        value = self.value
        return f"{value:f}" if CONTEXT.multiply(value, self.whole) == self.part else f"{self.part:f}/{self.whole:f}"

    @property
    def rate(self) -> Quantity | None:
        """The fraction in per cent or per mille, to be compared with rates in digits; None of other wholes."""
        unit = _RATES.get(self.whole)
        if unit is None or self.part.is_zero():
            return None
        hedge = "" if self.hedge_row.side == "between" else self.hedge
        return Quantity(value=self.value, unit=unit, scale="", places=self.places, hedge=hedge)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[Finding]:
        """What can't be written in these words, or would not read back."""
        shown = f"{self.part:f}/{self.whole:f}"
        most = LIMIT if self.chinese else _MOST_BELOW_STROKE
        is_written = self.chinese or not (self.places or self.part > self.whole or self.word)
        if not 1 < self.whole < most or places_of(self.whole) or not 0 <= self.part < LIMIT or not is_written:
            yield Finding("fraction_form", found=shown, expected="三分之一、百分之八十五")
        elif places_of(self.part) != self.places and not self._pads():
            yield Finding("places_range", found=str(self.places), expected=str(places_of(self.part)))
        if self.hedge and not is_hedge(self.hedge):
            yield Finding("hedge_unknown", found=self.hedge, expected="、".join(HEDGES))
        if self.word and not self._is_half():
            yield Finding("fraction_form", found=f"{self.hedge}{self.word}（{shown}）", expected="一半、过半")

    def _is_half(self) -> bool:
        """Whether the word says what the numbers and the hedge do."""
        is_known = self.word in HALVES and self.hedge == (HALVES[self.word] or self.hedge)
        return is_known and CONTEXT.add(self.part, self.part) == self.whole

    def _pads(self) -> bool:
        """Whether zeros stand behind the last place: 百分之四十点五零."""
        return places_of(self.part) < self.places <= 10

    def __str__(self) -> str:
        if HALVES.get(self.word):
            return self.word
        if not self.chinese:
            counted = f"{digits(self.part, 0)}/{digits(self.whole, 0)}"
        else:
            counted = self.word or f"{_denominator(int(self.whole))}分之{self._numerator()}"
        return self.hedge + counted if self.hedge_row.side == "before" else counted + self.hedge

    def _numerator(self) -> str:
        if self.part == self.whole:
            return _denominator(int(self.part))
        whole, _, places = f"{self.part:f}".partition(".")
        decimals = "".join(DIGITS[int(digit)] for digit in places.ljust(self.places, "0"))
        return to_chinese(int(whole)) + (f"点{decimals}" if decimals else "")

    def writers(self) -> Writers:
        """Growth: 增长三分之一."""
        return dict.fromkeys(GROWTH_STYLES, self._as_growth) if not self.value.is_zero() else {}

    def _as_growth(self, style: str) -> str:
        return growth_text(style, PERCENT, self.value, str(self))


def _denominator(number: int) -> str:
    """百, 十万; 一千五百 keeps its 一."""
    text = to_chinese(number)
    is_power = str(number).strip("0") == "1"
    return text.removeprefix("一") if is_power and len(text) > 1 else text


def read_fraction(match: re.Match[str]) -> Figure | None:
    """The fraction of a match of `readers.FRACTION`; None where a numeral is none.

    Raises:
        FigureError: It is hedged twice, or a numeral in it is written wrong.
    """
    hedge = only_hedge(match[0], match["before"], match["after"])
    if match["half"]:
        if match["half"] == "半" and not match["before"]:
            return None
        hedge = only_hedge(match[0], HALVES[match["half"]], hedge)
        return built(Fraction, part=1, whole=2, hedge=hedge, word=match["half"])
    if match["stroke"]:
        part, whole = match["stroke"].split("/")
        return built(Fraction, part=part, whole=whole, hedge=hedge, chinese=False) if int(part) < int(whole) else None
    numbers = [_number(match, name) for name in ("whole", "part")]
    decimals = "".join(str(read_chinese(digit)) for digit in match["places"] or "")
    if None in numbers:
        return None
    number = f"{numbers[1]}.{decimals}" if decimals else numbers[1]
    return built(Fraction, part=number, whole=numbers[0], places=len(decimals), hedge=hedge)


def _number(match: re.Match[str], name: str) -> int | None:
    """The number of one of its numerals.

    Raises:
        FigureError: It is written wrong in a way that can be answered.
    """
    numeral = match[name]
    try:
        number = read_chinese(numeral, bare=True)
        right = [numeral.replace("两", "二")] if "两" in numeral else []
    except NumeralError:
        number, right = None, regular_forms(numeral)
    if right:
        forms = (match[0].replace(numeral, form, 1) for form in right)
        raise FigureError(Finding("numeral_form", found=match[0], expected="、".join(forms)))
    return number
