"""Typed numbers that a clerk's slip makes of a declared figure: two digits are swapped, or one is another.

680户 beside 860户 is a slip only if both count the same: the words before the numbers agree, and none of them speaks
of another time, of a plan or of a part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.figures import Quantity
from renmin_docs.figures.tables import RATES
from renmin_docs.report.figure_names import name_before
from renmin_docs.report.name_context import clause_before
from renmin_docs.report.name_words import PART_OF_YEAR, YEAR
from renmin_docs.report.text import mentions
from renmin_docs.report.texts import PLACEHOLDER, PlacedText, plain_texts

if TYPE_CHECKING:
    from renmin_docs.report.typed_numbers import TypedNumber

_MOST = 16
"""How many declared figures of equal digits, and how many mentions of one, are looked at."""
_FEWEST_SWAPPED, _FEWEST_OTHER = 2, 3
"""How many digits a number has at least, in which two are swapped or one is another."""
_TAIL, _LONG_TAIL, _RATE_TAIL = 2, 3, 4
"""How many signs of two nouns agree at least: where digits are swapped, where one is another, where one of a rate is
another (满意率 alone may be that of many things).
"""
_BEHIND = re.compile("[^，。；！？、]{0,12}")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_OTHER = re.compile(
    "去年|上年|前年|往年|同期|明年|下年|来年|目标|计划|任务|指标|力争|预计|拟|其中|新增|净增|剩余|结余|未|"
    "(?:年|月|日|人|户|亩|平)均|最[高低多少]|增加|减少|增长|下降"
)
"""Words that make the same noun count something else, where they stand before one of two numbers only."""
_PERIOD = re.compile(f"{YEAR}|{PART_OF_YEAR}")


class _Context(NamedTuple):
    """What a number counts: names for it, the words of `_OTHER` and the times before it, whether it is a plan."""

    nouns: tuple[str, ...]
    words: frozenset[str]
    periods: frozenset[str]
    is_plan: bool


def pairs(noun: str) -> set[str]:
    """The pairs of characters in a noun."""
    return {noun[at : at + 2] for at in range(len(noun) - 1)}


class _Index:
    """The declared quantities of one unit by what they have in common with numbers that differ by one slip."""

    def __init__(self, declared: Iterable[tuple[str, Quantity]]) -> None:
        self._names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._shapes = set()
        for name, quantity in declared:
            self._shapes.add(_shape(quantity))
            for key in _keys(quantity):
                self._names[key].append(name)

    def like(self, typed: Quantity) -> list[str]:
        """Those whose digits may differ from a typed number's by one slip, `_MOST` at most."""
        if _shape(typed) not in self._shapes:
            return []
        found = dict.fromkeys(name for key in _keys(typed) for name in self._names.get(key, ())[:_MOST])
        return [*found][:_MOST]


class DigitSlips:
    """The declared figures by their digits; of each counts the first of the quantities that it can print."""

    def __init__(self, declared: Mapping[str, Sequence[Quantity]], texts: Sequence[PlacedText], year: int) -> None:
        self._texts, self._years = texts, {f"{year}年"}
        self._figures = {name: counted[0] for name, counted in declared.items() if counted}
        self._units = {figure.unit for figure in self._figures.values()}
        self._indexes: dict[str, _Index] = {}
        self._contexts: dict[str, list[_Context]] | None = None

    def behind(self, typed: TypedNumber) -> tuple[str, ...]:
        """The figure of which a slip makes a typed number, the first where there are several: one slip, one message."""
        figure = typed.figure
        if not isinstance(figure, Quantity) or figure.unit not in self._units:
            return ()
        found = self._of_unit(figure.unit).like(figure)
        if not found:
            return ()
        here = _context(typed.plain, typed.start, typed.end, typed.text)
        return tuple(islice((name for name in found if self._is_slip(here, figure, name)), 1))

    def may_be(self, typed: TypedNumber, name: str) -> bool:
        """Whether a typed number may count what a figure does: not where both have nouns that share nothing."""
        here = pairs(name_before(typed.plain, typed.start, typed.end, unit=typed.figure.unit))
        there = [pairs(noun) for context in self._mentions().get(name, ()) for noun in context.nouns]
        return not here or not there or any(not here.isdisjoint(other) for other in there)

    def _of_unit(self, unit: str) -> _Index:
        """The declared quantities of a unit; indexed when the first typed number of it comes."""
        index = self._indexes.get(unit)
        if index is None:
            same = ((name, figure) for name, figure in self._figures.items() if figure.unit == unit)
            index = self._indexes[unit] = _Index(same)
        return index

    def _is_slip(self, here: _Context, figure: Quantity, name: str) -> bool:
        """Whether the digits differ by one slip, and one of the mentions counts the same."""
        digits, others = _number(figure), _number(self._figures[name])
        differing = sum(one != other for one, other in zip(digits, others, strict=True))
        if differing not in (1, 2) or (differing == 2 and sorted(digits) != sorted(others)):
            return False
        tail = _TAIL if differing == 2 else _RATE_TAIL if figure.unit in RATES else _LONG_TAIL
        fewest = tail if tail == _RATE_TAIL else 1
        return any(self._agree(here, there, tail, fewest) for there in self._mentions().get(name, ()))

    def _agree(self, here: _Context, there: _Context, tail: int, fewest: int) -> bool:
        """Whether both count the same: at the same time and with nouns that are equal or end alike."""
        if here.is_plan != there.is_plan or here.words != there.words:
            return False
        known = there.periods | self._years
        if not here.periods <= known or any(each.endswith("年") for each in known - self._years - here.periods):
            return False
        return any(
            (one == other and len(one) >= fewest) or (min(len(one), len(other)) >= tail and _ends_alike(one, other))
            for one in here.nouns
            for other in there.nouns
        )

    def _mentions(self) -> dict[str, list[_Context]]:
        """Declared figure → what it counts where it is mentioned; read when the first number is like one."""
        if self._contexts is None:
            self._contexts = {}
            for plain, text in plain_texts(self._texts):
                places = (match.start() for match in re.finditer(PLACEHOLDER, plain))
                for mention, at in zip(mentions(text.text), places, strict=True):
                    contexts = self._contexts.setdefault(mention.name, [])
                    if len(contexts) < _MOST:
                        contexts.append(_context(plain, at, at + 1, text, mention.name))
        return self._contexts


def _context(plain: str, start: int, end: int, text: PlacedText, name: str = "") -> _Context:
    """What the number at a place of a text counts; a Chinese name of a figure is a noun too."""
    behind = _BEHIND.match(plain, end)
    around = clause_before(plain, start) + (behind[0] if behind else "")
    nouns = (name_before(plain, start, end), name.partition("_")[0] if _CHINESE.search(name) else "")
    return _Context(
        nouns=tuple(filter(None, nouns)),
        words=frozenset(_OTHER.findall(around)),
        periods=frozenset(_PERIOD.findall(around)),
        is_plan=text.path.startswith("plans"),
    )


def _keys(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """What numbers have in common that differ by one slip: their digits, or all of them but one."""
    number, shown = _number(quantity), quantity.shown()
    unit = shown.scale + quantity.unit
    digits = number.replace(".", "")
    if len(digits) >= _FEWEST_SWAPPED:
        yield unit, f"{''.join(sorted(digits))} {number.find('.')}"
    if len(digits) >= _FEWEST_OTHER and len(digits.strip("0")) > 1:
        for at, digit in enumerate(number):
            if digit.isdigit():
                yield unit, f"{number[:at]}?{number[at + 1 :]}"


def _shape(quantity: Quantity) -> tuple[str, int, int]:
    """What numbers of equal length have in common: scale, places, digits before the point."""
    shown = quantity.shown()
    return shown.scale, shown.places, shown.number.adjusted()


def _number(quantity: Quantity) -> str:
    shown = quantity.shown()
    return f"{shown.number:.{shown.places}f}"


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)
