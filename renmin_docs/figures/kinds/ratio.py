"""A ratio of two or more numbers: 1.86:1, 1∶2.5, 6.0:46.9:47.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from renmin_docs.errors import Finding
from renmin_docs.figures.arithmetic import MOST_PLACES, Exact, digits, places_of, rounded, tidy, total
from renmin_docs.figures.base import Figure, Writers, built, only_hedge, refuse
from renmin_docs.figures.tables import HEDGES, is_hedge

Sign = Literal[":", "∶", "︰", "：", "比"]

MOST_TERMS = 8
_FEWEST_TERMS = 2
_MOST_STATED_PLACES = 10
_IN_WORDS = "比"


class Ratio(Figure):
    """Numbers that stand to one another; a structure (三次产业) is one whose terms add up to 100.

    Attributes:
        terms: The numbers, in order, rounded to their places.
        places: Decimal places of each term; where none are given there are at most 2, and final zeros are cut.
        sign: What stands between them, as it is written.
        hedge: A hedging word before or behind the whole, or nothing.
    """

    kind: ClassVar[str] = "ratio"
    is_phrase: ClassVar[bool] = True
    unit: ClassVar[str] = ""

    terms: tuple[Exact, ...]
    places: tuple[int, ...] = ()
    sign: Sign = ":"
    hedge: str = ""

    @property
    def value(self) -> tuple[Decimal, ...]:
        """The terms."""
        return self.terms

    @property
    def total(self) -> Decimal:
        """What the terms add up to; 100 of a structure in per cent."""
        return total(self.terms)

    @property
    def plain(self) -> str:
        """The terms as text, for programs and sheets."""
        return ":".join(f"{term:f}" for term in self.terms)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.places:
            self._derive(places=tuple(min(places_of(term), MOST_PLACES) for term in self.terms))
        refuse(self._faults())
        terms = (rounded(term, places) for term, places in zip(self.terms, self.places, strict=True))
        self.__dict__["terms"] = tuple(map(tidy, terms))
        return self

    def _faults(self) -> Iterator[Finding]:
        """What would not read back."""
        if not _FEWEST_TERMS <= len(self.terms) <= MOST_TERMS or any(term < 0 for term in self.terms):
            shown = self.sign.join(f"{term:f}" for term in self.terms)
            yield Finding("ratio_terms", found=shown, expected="1.86:1、6.0:46.9:47.1")
        if len(self.places) != len(self.terms) or not all(0 <= each <= _MOST_STATED_PLACES for each in self.places):
            shown = "、".join(map(str, self.places))
            yield Finding("places_range", found=shown, expected=f"0–{_MOST_STATED_PLACES}")
        if self.hedge and (not is_hedge(self.hedge) or HEDGES[self.hedge].side == "between"):
            yield Finding("hedge_unknown", found=self.hedge, expected="约、近、左右")

    def __str__(self) -> str:
        return self._joined(self.sign)

    def _joined(self, sign: str) -> str:
        numbers = sign.join(digits(term, places) for term, places in zip(self.terms, self.places, strict=True))
        is_behind = self.hedge in HEDGES and HEDGES[self.hedge].side == "after"
        return numbers + self.hedge if is_behind else self.hedge + numbers

    def writers(self) -> Writers:
        """With the word between the numbers: 1比2.5."""
        return {_IN_WORDS: self._joined}


def read_ratio(match: re.Match[str]) -> Figure:
    """The ratio of a match of `readers.RATIO`."""
    sign, hedge = match["sign"], only_hedge(match[0], match["before"], match["after"])
    terms = match["terms"].split(sign)
    places = tuple(len(term.partition(".")[2]) for term in terms)
    return built(Ratio, terms=tuple(terms), places=places, sign=sign, hedge=hedge)
