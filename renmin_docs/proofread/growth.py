"""Growth (C): two values and the growth, times or difference stated beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.figures.sums import Reach, written_like
from renmin_docs.figures.tables import POINTS
from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.identities import (
    BEFORE,
    DOWN,
    HALF,
    HUNDRED,
    ONE,
    OTHER_BASE,
    UP,
    bare,
    considered,
    difference,
    differs,
    falls,
    less_one,
    meets,
    number,
    percent,
    quotient,
    rate_severity,
)
from renmin_docs.proofread.manuscript import Sentence
from renmin_docs.proofread.rules import Slip, rule

_SINCE = f"(?:同比|比{BEFORE}|较{BEFORE}|与{BEFORE}相比)?(?:净|共|累计)?"
_WAY = re.compile(f"^，?{_SINCE}(?P<way>{UP}|{DOWN})(?:了|幅度?为|幅达)?$")
_WAS = re.compile(f"^[，（]?(?:比|较|而|相比|同比|与)?{BEFORE}(?:为|的|是|仅|只有|完成|实现)?$")


@rule("C2", "sentence")
def rate_of_two_values(sentence: Sentence) -> Iterator[Slip]:
    """A value, the value of the year before, and a rate or a difference that they don't give."""
    text, amounts = sentence.text, considered(sentence)
    for now, before, rate in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if now.unit != before.unit or not _WAS.search(text[now.end : before.start]):
            continue
        way = _WAY.search(text[before.end : rate.start])
        if way and not OTHER_BASE.search(text[now.start : rate.end + 6]):
            yield from _slips(now, before, rate, is_fall=falls(way["way"]))


def _slips(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> Iterator[Slip]:
    """A stated rate, times, points or difference against two values."""
    if now.is_rate:
        yield from _slip_of_points(now, before, rate, is_fall=is_fall)
    elif rate.is_rate:
        yield from _slip_of_rate(now, before, rate, is_fall=is_fall)
    elif rate.unit in ("倍", "番"):
        yield from _slip_of_times(now, before, rate, is_fall=is_fall)
    elif rate.unit == now.unit:
        yield from _slip_of_difference(now, before, rate, is_fall=is_fall)


def _slip_of_rate(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> Iterator[Slip]:
    known = quotient(now, before)
    if known is None:
        return
    growth = CONTEXT.divide(now.value, before.value) - ONE
    computed = -growth if is_fall else growth
    if severity := rate_severity(rate, less_one(known, is_fall=is_fall), computed):
        formula = f"1－{bare(now)}÷{bare(before)}" if is_fall else f"{bare(now)}÷{bare(before)}－1"
        yield differs(rate, formula, percent(computed, rate), severity)


def _slip_of_points(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> Iterator[Slip]:
    """Of two rates the difference counts percentage points."""
    one, other = (before, now) if is_fall else (now, before)
    known = difference(one, other)
    if rate.is_rate:  # one that is not the difference is a rate of rates, or of something else
        is_right = not meets(rate, known)
    else:
        is_right = not rate.is_points or meets(rate, Reach(known.low * HUNDRED, known.high * HUNDRED))
    if not is_right:
        points = number((one.value - other.value) * HUNDRED)
        yield differs(rate, f"{bare(one)}－{bare(other)}", f"{points}{POINTS}")


def _slip_of_times(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> Iterator[Slip]:
    known = quotient(now, before)
    if known is None or is_fall:
        return
    times = CONTEXT.divide(now.value, before.value)
    half = HALF if rate.low == rate.high else 0  # whole times are rounded ones too
    if rate.unit == "番":
        yield from _slip_of_doubling(times, now, before, rate)
    elif not meets(Reach(rate.low - half, rate.high + half), less_one(known, is_fall=False)):
        yield differs(rate, f"{bare(now)}÷{bare(before)}－1", f"{number(times - ONE)}倍")


_SLACK = ("0.95", "1.05")
_MOST_DOUBLINGS = 10


def _slip_of_doubling(times: Decimal, now: Amount, before: Amount, rate: Amount) -> Iterator[Slip]:
    """翻n番 is 2ⁿ times, within a twentieth; 多 and 近 widen it to the next doubling."""
    if rate.value > _MOST_DOUBLINGS:
        return
    bound = rate.figure.hedge_row.bound
    low, high = (2**rate.value * type(times)(each) for each in _SLACK)
    low = low / 2 if bound in ("below", "about") else low
    high = high * 2 if bound in ("above", "at_least", "about") else high
    if not low <= times <= high:
        result = f"{number(times)}倍（翻{number(rate.value)}番为{number(2**rate.value)}倍）"
        yield differs(rate, f"{bare(now)}÷{bare(before)}", result)


def _slip_of_difference(now: Amount, before: Amount, stated: Amount, *, is_fall: bool) -> Iterator[Slip]:
    one, other = (before, now) if is_fall else (now, before)
    if not meets(stated, difference(one, other)):
        result = written_like(stated.figure, one.value - other.value)
        yield differs(stated, f"{bare(one)}－{bare(other)}", result)


# --- from one value to another ----------------------------------------------------------------

_FROM = re.compile(f"(?:由|从)(?:原来的?|最初的?|年初的?|{BEFORE}的?|过去的?)?[^，。；、由从]{{0,8}}$")
_TO = re.compile(
    f"^[^，。；、]{{0,8}}?(?P<way>{UP}|{DOWN})?(?:了)?(?:到|至|为)(?:了)?(?:[今本]年的?|[目当]前的?|现在的?|如今的?|{BEFORE}的?)?$"
)
_BEHIND = re.compile(
    f"^，?{_SINCE}(?:同比|共|累计|净|整整|直接)?(?P<way>{UP}|{DOWN}|增幅|降幅|翻)?(?:了|达|为|幅度?为|幅达)?(?:近|将近)?$"
)
_MOST_BEHIND = 2


@rule("C4", "sentence", over=("N20",))
def from_one_value_to_another(sentence: Sentence) -> Iterator[Slip]:
    """由A到B: the direction, and the stated difference behind it."""
    text, amounts = sentence.text, considered(sentence)
    for place, (first, last) in enumerate(pairwise(amounts)):
        start = amounts[place - 1].end if place else 0
        way = _TO.search(text[first.end : last.start])
        if first.unit != last.unit or way is None or not _FROM.search(text[start : first.start]):
            continue
        yield from _direction(first, last, way["way"])
        if not OTHER_BASE.search(text[last.end : last.end + 20]):
            yield from _difference_behind(sentence, place, first, last)


def _direction(first: Amount, last: Amount, way: str | None) -> Iterator[Slip]:
    if not way:
        return
    if (first.high < last.low) if falls(way) else (first.low > last.high):
        sign = "＜" if first.high < last.low else "＞"
        yield Slip(last.start, last.end, expected=f"{bare(first)}{sign}{bare(last)}，文中为“{way}”")


def _difference_behind(sentence: Sentence, place: int, first: Amount, last: Amount) -> Iterator[Slip]:
    """The stated differences behind the two values."""
    end = last.end
    is_fall = last.high < first.low
    for stated in considered(sentence)[place + 2 : place + 2 + _MOST_BEHIND]:
        said_way = _BEHIND.search(sentence.text[end : stated.start])
        if said_way is None or (not said_way["way"] and stated.unit != "番"):
            return
        if said_way["way"] and said_way["way"] not in ("翻", "增幅", "降幅") and falls(said_way["way"]) != is_fall:
            return  # the direction is wrong, which `_direction` reports, or this is of something else
        yield from _slips(last, first, stated, is_fall=is_fall)
        end = stated.end


# --- an amount, its increase, the rate of it --------------------------------------------------

_MORE, _LESS = "增收|增支|增加|新增|多收|多支|增长|增", "减收|减支|减少|少收|少支|下降|减"
_BY = re.compile(f"^，?{_SINCE}(?P<way>{_MORE}|{_LESS})(?:了)?$")
_RATE_OF = re.compile(f"^[，、]?(?:{_SINCE})(?P<way>{UP}|{DOWN}|增幅|降幅)(?:了|为|达)?$")


@rule("C6", "sentence")
def rate_of_an_increase(sentence: Sentence) -> Iterator[Slip]:
    """A value, how much more it is, and how many per cent that is."""
    text, amounts = sentence.text, considered(sentence)
    for now, more, rate in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if now.unit != more.unit or not rate.is_rate or now.is_rate or now.value <= more.value:
            continue
        by, way = _BY.search(text[now.end : more.start]), _RATE_OF.search(text[more.end : rate.start])
        if by is None or way is None or OTHER_BASE.search(text[now.start : rate.end + 6]):
            continue
        is_fall = re.fullmatch(_LESS, by["way"]) is not None
        before = Reach(now.low + more.low, now.high + more.high) if is_fall else difference(now, more)
        known = quotient(more, before)
        if known is None:
            continue
        computed = CONTEXT.divide(more.value, now.value + more.value if is_fall else now.value - more.value)
        if severity := rate_severity(rate, known, computed):
            formula = f"{bare(more)}÷（{bare(now)}{'＋' if is_fall else '－'}{bare(more)}）"
            yield differs(rate, formula, percent(computed, rate), severity)
