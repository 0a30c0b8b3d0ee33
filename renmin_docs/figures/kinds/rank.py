"""A place in an order: 第3位, 第三名, 前10名, 倒数第二."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from renmin_docs.errors import FigureError, Finding, NumeralError
from renmin_docs.figures.arithmetic import Exact, digits, places_of
from renmin_docs.figures.base import Between, Figure, Unhedged, Writers, built
from renmin_docs.figures.chinese import LIMIT, read_chinese
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.tables import MOVES
from renmin_docs.figures.units import is_unit
from renmin_docs.numerals import to_chinese

Form = Literal["第", "前", "倒数第"]

TOP_UNITS = ("位", "名", "强", "甲")
"""What may stand behind 前N in a rank: 前3个月 is a time."""

_MOVES = {-1: ("上升", "升至"), 1: ("下降", "降至")}
"""The words of a move to a smaller number, and to a larger one."""
_LEVEL = ("位次不变", "保持")
_IN_CHINESE, _BY, _FROM_TO = "中文", "升降", "升至"


class Rank(Unhedged):
    """A place in an order, or the places up to one (前10名).

    Attributes:
        value: The place, from 1.
        unit: What is ordered; empty for the bare place.
        form: What stands before the number; it says from where the place is counted.
        chinese: Whether the number is written in Chinese numerals.
        previous: The place of the period before; it gives the styles of a move.
    """

    kind: ClassVar[str] = "rank"
    is_phrase: ClassVar[bool] = True

    value: Exact
    unit: str = ""
    form: Form = "第"
    chinese: bool = False
    previous: Exact | None = None

    @model_validator(mode="after")
    def _sound(self) -> Self:
        for number in (self.value, self.previous):
            if number is not None and (not 1 <= number < LIMIT or places_of(number)):
                raise FigureError(Finding("ordinal_range", found=f"{number:f}", expected="1"))
        if not _takes_unit(self.form, self.unit, chinese=self.chinese):
            raise FigureError(Finding("unit_unreadable", found=self.unit, expected="名、位、次"))
        return self

    @property
    def rank(self) -> Rank:
        """Itself."""
        return self

    def as_printed(self) -> Rank:
        """The rank alone, without the previous one."""
        return self if self.previous is None else self.replace(previous=None)

    def __str__(self) -> str:
        return self._written(self.value, chinese=self.chinese)

    def _written(self, number: Decimal, *, chinese: bool) -> str:
        return f"{self.form}{to_chinese(int(number)) if chinese else digits(number, 0)}{self.unit}"

    def writers(self) -> Writers:
        """Chinese numerals; the move, where a previous place is known."""
        writers = {_IN_CHINESE: self._in_chinese} if self.unit in ("", *MEASURES, *TOP_UNITS) else {}
        return writers if self.previous is None else {**writers, _BY: self._moved_by, _FROM_TO: self._moved_from}

    def _in_chinese(self, _: str) -> str:
        return self._written(self.value, chinese=True)

    def _moved_by(self, _: str) -> str:
        """上升2位, 下降1位, 位次不变."""
        by = self._rise
        return f"{_MOVES[-1 if by > 0 else 1][0]}{abs(by)}{self.unit or TOP_UNITS[0]}" if by else _LEVEL[0]

    def _moved_from(self, _: str) -> str:
        """由第5位升至第3位, 由第3位降至第5位, 保持第3位."""
        by = self._rise
        if not by or self.previous is None:
            return f"{_LEVEL[1]}{self}"
        return f"由{self._written(self.previous, chinese=self.chinese)}{_MOVES[-1 if by > 0 else 1][1]}{self}"

    @property
    def _rise(self) -> int:
        """By how many places it is better than before; counted from the end, a larger number is better."""
        by = 0 if self.previous is None else int(self.previous) - int(self.value)
        return -by if self.form == "倒数第" else by


class Move(Between):
    """From one place in an order to another, with the words before and between them: 由第8位升至第4位."""

    kind: ClassVar[str] = "rank"
    is_phrase: ClassVar[bool] = True

    first: Rank
    last: Rank
    start: Literal["由", "从"] = "由"
    verb: str = "升至"

    @property
    def rank(self) -> Rank:
        """The place now, with the one before."""
        return self.last.replace(previous=self.first.value)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.first.form != self.last.form or self.first.form == "前" or not re.fullmatch(MOVES, self.verb):
            raise FigureError(Finding("figure_unreadable", found=str(self), expected="由第8位升至第4位"))
        return self

    def as_printed(self) -> Move:
        """The move with the places alone."""
        return self.replace(first=self.first.as_printed(), last=self.last.as_printed())

    def __str__(self) -> str:
        return f"{self.start}{self.first}{self.verb}{self.last}"

    def writers(self) -> Writers:
        """By how many places."""
        return {_BY: lambda style: format(self.rank, style)}


def read_move(match: re.Match[str], first: Figure, last: Figure) -> Figure:
    """The move of a match of `readers.MOVE`, between the two ranks in it."""
    return built(Move, first=first, last=last, start=match["start"], verb=match["verb"])


def read_rank(match: re.Match[str]) -> Figure | None:
    """The rank of a match of `readers.RANK`; None for what only begins like one (前3个月, 第十百)."""
    form, unit = match["form"], match["unit"]
    if not _takes_unit(form, unit, chinese=not match["arabic"]):
        return None
    if match["arabic"]:
        return built(Rank, value=match["arabic"], unit=unit, form=form)
    try:
        rank = built(Rank, value=read_chinese(match["chinese"]), unit=unit, form=form, chinese=True)
    except NumeralError:
        return None
    if "两" in match["chinese"]:
        raise FigureError(Finding("numeral_form", found=match[0], expected=str(rank)))
    return rank


def _takes_unit(form: str, unit: str, *, chinese: bool) -> bool:
    """Whether a rank may have this unit behind it."""
    if form == "前":
        return unit in ("", *TOP_UNITS)
    return not unit or (unit in MEASURES if chinese else is_unit(unit))
