"""Lists of numbers whose unit stands behind the last one: 0.15、5.64个百分点, 分别为3、5和8家."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renmin_docs.errors import FigureError
from renmin_docs.figures.base import Figure
from renmin_docs.figures.endings import is_enumerated
from renmin_docs.figures.notation import parse
from renmin_docs.figures.pieces import BLANK, NUMBER, SIGN, plain_number
from renmin_docs.figures.quantity import Quantity
from renmin_docs.patterns import lazy

_B = f"{BLANK}?"
_ITEM = rf"(?P<number>(?:{SIGN})?(?:{NUMBER}))(?P<ge>个)?(?P<sign>{_B}(?:、|和|与|及|以及){_B})"
_ITEMS = lazy(_ITEM)
_NUMBER = lazy(rf"(?:{SIGN})?(?:{NUMBER})")
_MOST = 12
_TOO_FAR = 1000
_MARK_BEHIND = frozenset("：；。:;\n")


class Item(NamedTuple):
    """A number of a list, before the last one: where it stands, and whether 个 stands behind it."""

    number: str
    start: int
    end: int
    has_measure: bool


def items_at(text: str, start: int) -> tuple[list[Item], int]:
    """The numbers of a list that begins at a place, and where its last number begins; none where there is no list."""
    items: list[Item] = []
    at = start
    while len(items) < _MOST and (match := _ITEMS().match(text, at)):
        items.append(Item(match["number"], at, match.start("sign"), bool(match["ge"])))
        at = match.end()
    is_none = (
        not items or not _NUMBER().match(text, at) or _is_mark(text, items[0]) or _may_be_estimate(text, items, at)
    )
    return ([], start) if is_none else (items, at)


def _is_mark(text: str, first: Item) -> bool:
    """Whether the first number marks a line or a clause: 1、3家企业."""
    is_listed = text[first.end : first.end + 1] == "、" and first.number.isdecimal() and not first.has_measure
    return is_listed and (not first.start or text[first.start - 1] in _MARK_BEHIND)


def _may_be_estimate(text: str, items: list[Item], last: int) -> bool:
    """Whether two digits may be an estimate, 3、4个, which no word before makes a list."""
    second = _NUMBER().match(text, last)
    numbers = [items[0].number, second[0] if second else ""]
    if len(items) > 1 or items[0].has_measure or not all(len(number) == 1 for number in numbers):
        return False
    is_next = all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1
    return is_next and text[items[0].end] == "、" and not is_enumerated(text, items[0].start)


def in_unit_of(last: Figure, items: list[Item], hedge: str) -> list[Figure]:
    """The numbers in the scale and unit of the last one, the first behind its hedge; none where that can't be meant."""
    if not isinstance(last, Quantity) or last.wants_whole or last.chinese:
        return []
    tail = (last.scale or "") + last.unit
    if not tail or any(item.has_measure and not tail.startswith("个") for item in items):
        return []
    try:
        largest = max(abs(Decimal(plain_number(item.number))) for item in items)
        if last.scale and largest >= _TOO_FAR * max(Decimal(1), abs(last.shown().number)):
            return []
        return [parse(f"{hedge * (not place)}{item.number}{tail}") for place, item in enumerate(items)]
    except FigureError:
        return []
