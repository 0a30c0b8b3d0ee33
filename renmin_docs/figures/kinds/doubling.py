"""Growth in doublings: 翻一番 (twice as much), 翻了近两番 (almost four times), 翻番."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding, NumeralError
from renmin_docs.figures.arithmetic import CONTEXT, Exact, digits, places_of, tidy
from renmin_docs.figures.base import Figure, built, only_hedge
from renmin_docs.figures.chinese import chinese, read_chinese
from renmin_docs.figures.tables import HEDGES, is_hedge

_MOST = 20
_TWO = Decimal(2)
_DONE = "了"


class Doubling(Figure):
    """So many doublings, with the verb. The number with its unit alone (两番) is a `Quantity`.

    Attributes:
        value: How often it doubled; 翻番 says once.
        places: Decimal places, of Arabic digits.
        hedge: A word of `tables.HEDGES`, or nothing.
        chinese: Whether the number is written in Chinese numerals.
        done: Whether 了 stands behind the verb.
        bare: Whether the number is left out: 翻番.
    """

    is_phrase: ClassVar[bool] = True
    unit: ClassVar[str] = "番"

    value: Exact
    places: int = 0
    hedge: str = ""
    chinese: bool = True
    done: bool = False
    bare: bool = False

    @property
    def factor(self) -> Decimal:
        """How many times as much it became: 2 to the value."""
        return tidy(CONTEXT.power(_TWO, self.value))

    @model_validator(mode="after")
    def _sound(self) -> Self:
        most = 0 if self.chinese or self.bare else _MOST
        is_shown = places_of(self.value) <= self.places <= most and (self.value == 1 or not self.bare)
        if not 0 < self.value <= _MOST or not is_shown:
            raise FigureError(Finding("doubling_form", found=f"{self.value:f}番", expected="翻一番、翻了两番"))
        if self.hedge and not is_hedge(self.hedge):
            raise FigureError(Finding("hedge_unknown", found=self.hedge, expected="、".join(HEDGES)))
        return self

    def __str__(self) -> str:
        before, after = (self.hedge, "") if self.hedge_row.side == "before" else ("", self.hedge)
        return f"翻{_DONE if self.done else ''}{before}{self._number()}番{after}"

    def _number(self) -> str:
        if self.bare:
            return ""
        return chinese(int(self.value)) if self.chinese else digits(self.value, self.places)


def read_doubling(match: re.Match[str]) -> Figure | None:
    """The doubling of a match of `readers.DOUBLING`."""
    number = match["arabic"] or match["chinese"]
    words = {
        "hedge": only_hedge(match[0], match["before"], "多" if match["more"] else "", match["after"]),
        "done": bool(match["done"]),
    }
    if match["arabic"]:
        return built(Doubling, value=number, places=len(number.partition(".")[2]), chinese=False, **words)
    try:
        return built(Doubling, value=read_chinese(number) if number else 1, bare=not number, **words)
    except NumeralError:
        return None
