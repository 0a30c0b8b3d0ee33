"""Where a figure of a running text may end: behind its unit, the hedge that follows, or the other end of a range.

A function for each sort of number. It gets the place at which the number begins, behind any hedge, and gives every
place at which a figure may end there; `parse` then decides which text is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from renmin_docs.figures.chinese import NUMERAL
from renmin_docs.figures.lookalikes import FALSE_AFTER
from renmin_docs.figures.measures import MEASURES, UNITS
from renmin_docs.figures.others import MASKING_SIGNS, SIGN_MASK, WORD_MASK
from renmin_docs.figures.pieces import (
    AFTER,
    BEHIND,
    BETWEEN,
    BLANK,
    FROST,
    HALVES,
    JOINER,
    MIXED,
    PAIRS,
    REST,
    SCALE,
    SIGN,
    WHOLE,
)
from renmin_docs.figures.tables import CALENDAR
from renmin_docs.figures.units import begins_with_unit, unit_end
from renmin_docs.patterns import lazy

_Pattern: TypeAlias = "Callable[[], re.Pattern[str]]"

_B = f"{BLANK}?"
_CLEAR = r"(?=$|[^\u4e00-\u9fffA-Za-z0-9])"
_AMOUNTS = "资金|投资|贷款|债|税|的|人民币|补贴|补助|营收|利润|融资|授信|订单|缺口|用于"
_COLLOQUIAL = (
    rf"个(?=(?:{BEHIND})亿|(?:万亿|亿|万)(?:(?:以上|以下|左右|上下)?{_CLEAR}|元(?:左右|上下)?{_CLEAR}|元?(?:{_AMOUNTS})|[多余])"
    r"|(?:万亿|亿)(?=[\u4e00-\u9fff])(?!元|以[上下]|级|项目|企业|工程|产业|园区|集群|示范|大县|[村镇强人亩斤吨]))"
)
"""5个亿 is 5亿; but a scale that belongs to the next word is none of this number: 5个亿元以上项目, 2个万亩示范片."""

_TAIL = rf"{_B}(?P<inner>{BETWEEN})?{_B}(?P<scale>{SCALE})?{_B}(?P<outer>{BETWEEN})?{_B}"
_ARABIC = lazy(
    rf"(?:{SIGN})?(?:{WHOLE}?\.[0-9]+{_B}(?:个(?=[万亿]))?|{WHOLE}{_B}(?:{BETWEEN})?{_B}(?:{_COLLOQUIAL})?){_TAIL}"
)
_MIXED = lazy(rf"(?:{MIXED.replace('个?亿', '(?:个(?=亿[0-9]))?亿')}){REST}{_TAIL}")
_NUMERAL = lazy(rf"{NUMERAL}(?:点[零一二三四五六七八九]+)?(?P<ge>{_COLLOQUIAL})?{_TAIL}")
_WORD = lazy(rf"(?:{WORD_MASK.replace('数', '数(?=[十百千万亿])')}){_TAIL}")
_MASK = lazy(rf"(?:{SIGN_MASK}){_TAIL}")
_PARTED = lazy(rf"(?!(?:19|20)[0-9]{{2}}{BLANK})[0-9]+(?:(?:,|{BLANK})[0-9]+){{1,6}}(?:\.[0-9]+)?{_TAIL}")
_LISTED = lazy(rf"[0-9一二三四五六七八]、(?:[0-9](?![0-9.])|[二三四五六七八九][十百千]?){_TAIL}(?!、)")
_AFTER = lazy(rf"{_B}(?:{'|'.join(word + FALSE_AFTER.get(word, '') for word in AFTER.split('|'))}){FALSE_AFTER['']}")
_FROST = lazy(FROST)
_PARTED_HEDGE = lazy("(?:[（(]不?含[^（）()]{1,10})?[）)]以[上下内]")
_BRACKETS = frozenset("（()）")
_WITHIN = lazy(rf"日(?={_B}[以之]?内)")
_PAIR = lazy(rf"个(?:{BEHIND}| )(?:{PAIRS})")
_HALVES = lazy(rf"{HALVES}(?![导成岛山自径封截])")
_BEHIND = lazy(rf"(?<=[成倍番年天周岁里米斤吨亩元时钟])(?:{BEHIND})(?![次个种名家方样元层年项部人处头])")
"""Hedges behind units of measuring: 5天多, and not 5家多次."""

_JOINED = lazy(rf"{_B}(?P<sign>{JOINER}){_B}")
_AFTER_DIGITS = frozenset("0123456789十百千、,") | set(MASKING_SIGNS)
"""What follows a number that is written otherwise than in digits alone, or listed."""

_NEAR = 24

_JOINING = {BLANK} | set("～~〜∼—–-─―至到")
_BETWEEN = frozenset(BEHIND.split("|"))
_HEDGING = {BLANK} | _BETWEEN | {word.lstrip("\\")[0] for word in AFTER.split("|")}
_MASKING = frozenset(MASKING_SIGNS)
_CALENDAR = frozenset(CALENDAR)
_DATED = ("年", "日")
_FROM = frozenset("由从自")
_TOWARDS = frozenset("至到")
_LIST_SIGNS = frozenset("\n第、：；。:;")
_NEXT = {
    digits[at : at + 2] for digits in ("0123456789", "一二三四五六七八九", "一两三四") for at in range(len(digits) - 1)
}
"""Digits that stand next to each other, in pairs."""

_YEARS_BEFORE = lazy(
    "(?:[近约逾超满上过]|连续|过去|历时|为期|长达|用时|耗时|任期|今后|未来|最近|前后|时隔|整整|至少|不足|工作|服务|从业|从事|有效期|聘期"
    "|期限|坚持|坚守|历经|经过)[了为的]?$"
)
_YEARS_AFTER = lazy("年(?:零|来|间|多|余|以[上下内来]|左右|之[内久后前]|内|有余)")
_ONE_YEAR = lazy("年(?:零|多|余|以[上下内]|左右|之?内)")
_SOME = frozenset(("一两", "两三", "三五"))
"""Estimates of years; others may be the end of a year: 八九年."""

_EACH = lazy("(?:分别|依次|各)[\u4e00-\u9fff]{0,6}$")
_VALUED = lazy(
    r"(?:(?:比|系数|指数|得分|评分|均分)(?:[为达是]|达到|约为?|值为?)?|[由从]-?[0-9.]+[\u4e00-\u9fff]{1,8}[到至为])$"
)
_DECIMAL = lazy(r"-?[0-9]+\.[0-9]+(?![0-9A-Za-z.%‰:：∶︰/—～~-])")
_TO = lazy("[\u4e00-\u9fff]{1,8}[到至为]-?[0-9]")
_MARKED = lazy(rf"(?:^|\n|[表图件第]{_B})$")


def arabic_ends(text: str, start: int) -> Iterator[int]:
    """Of Arabic digits, also with steps or masking signs in them, or parted; what follows decides what is tried."""
    number = _ARABIC().match(text, start)
    if number is None:
        return
    at = number.end()
    following = text[at : at + 1]
    if following not in _AFTER_DIGITS:
        yield from _ends(text, number, _ARABIC, UNITS) or _bare_ends(text, start)
    elif following == "、":
        yield from listed_ends(text, start) or _bare_ends(text, start)
    elif following in _MASKING:
        yield from mask_ends(text, start)
    else:
        yield from _ends(text, number, _ARABIC, UNITS)
        yield from _ends_of(_MIXED, text, start, UNITS)
        if not _MARKED().search(text, max(0, start - 4), start):
            yield from _ends_of(_PARTED, text, start, UNITS)


def numeral_ends(text: str, start: int) -> Iterator[int]:
    """Of a Chinese numeral; before 年 only where the words around it make it a duration (连续三年, 三年以上)."""
    number = _NUMERAL().match(text, start)
    if number is None:
        return
    at = number.end()
    is_date = text[at : at + 1] in _DATED and not _lasts(text, number)
    yield from (end for end in _ends(text, number, _NUMERAL, MEASURES) if not (is_date and end == at + 1))
    if text[start + 1 : start + 2] == "、":
        yield from listed_ends(text, start)


def _lasts(text: str, number: re.Match[str]) -> bool:
    """Whether so many years or days are a duration."""
    if text[number.end()] == "日":
        return _WITHIN().match(text, number.end()) is not None
    if number[0] == "一":  # 一年来 and 近一年 say no number
        return _ONE_YEAR().match(text, number.end()) is not None
    if number["inner"] or number["outer"] or number[0] in _SOME or _YEARS_AFTER().match(text, number.end()):
        return True
    return _YEARS_BEFORE().search(text, max(0, number.start() - 6), number.start()) is not None


def word_ends(text: str, start: int) -> list[int]:
    """Of a word for a number that is not known: 几十, 若干."""
    return _ends_of(_WORD, text, start, MEASURES)


def frost_ends(text: str, start: int) -> Iterator[int]:
    """Of 零下 before Chinese numerals."""
    number = _FROST().match(text, start)
    if number:
        yield number.end()


def mask_ends(text: str, start: int) -> list[int]:
    """Of signs that stand for digits: X家."""
    return _ends_of(_MASK, text, start, UNITS)


def listed_ends(text: str, start: int) -> list[int]:
    """Of two digits next to each other (3、4个月), which may be an estimate; not behind what makes 3、 a mark."""
    is_mark = not start or text[start - 1] in _LIST_SIGNS
    if is_mark or text[start : start + 3 : 2] not in _NEXT or is_enumerated(text, start):
        return []
    return _ends_of(_LISTED, text, start, MEASURES)


def is_enumerated(text: str, start: int) -> bool:
    """Whether a word before a number introduces a list of numbers: 分别为3、4个."""
    return _EACH().search(text, max(0, start - _NEAR), start) is not None


def _bare_ends(text: str, start: int) -> list[int]:
    """Of a decimal without a unit, where the words around it make it a value: 系数0.38, 由1.93缩小到1.86."""
    number = _DECIMAL().match(text, start)
    if number is None:
        return []
    from_here = text[start - 1 : start] in _FROM and _TO().match(text, number.end())
    return [number.end()] if from_here or _VALUED().search(text, max(0, start - _NEAR), start) else []


def _ends_of(pattern: _Pattern, text: str, start: int, units: AbstractSet[str]) -> list[int]:
    """The ends of a number of one pattern; none where it has another."""
    number = pattern().match(text, start)
    return _ends(text, number, pattern, units) if number else []


def _ends(text: str, number: re.Match[str], pattern: _Pattern, units: AbstractSet[str]) -> list[int]:
    """The ends of a number with its unit, with the hedge behind it, and of the range that it begins."""
    half = _HALVES().match(text, number.start()) if text[number.end() + 1 : number.end() + 2] == "半" else None
    if half:
        return [half.end()]
    counted = _counted_end(text, number, units)
    found = _with_hedge(text, counted) if counted else []
    end = counted or _calendar_end(text, number.end()) or _trimmed(text, number.end())
    joined = _JOINED().match(text, end) if text[end : end + 1] in _JOINING else None
    second = pattern().match(text, joined.end()) if joined else None
    if joined is None or second is None:
        return found
    before = text[number.start() - 1 : number.start()]
    last = _counted_end(text, second, units) or _calendar_end(text, second.end())
    if last and (before not in _FROM or joined["sign"] not in _TOWARDS or text[last - 1] in _CALENDAR):
        found += _with_hedge(text, last)
    return found


def _counted_end(text: str, number: re.Match[str], units: AbstractSet[str]) -> int:
    """Where the unit of a number ends, or its scale where no unit follows; 0 where neither is there."""
    at = number.end()
    pair = _PAIR().match(text, at) if text[at : at + 1] == "个" else None
    end = pair.end() if pair else unit_end(text, at, units)
    if end > at:
        return end
    if units is UNITS and _WITHIN().match(text, at):
        return at + 1
    is_denominator = text[number.start() - 1 : number.start()] == "/"
    goes_on = begins_with_unit(text, at) or (text[at : at + 1].isdecimal() and text[at - 1] != BLANK)  # 1万2
    if is_denominator or goes_on or not _is_scaled(number):
        return 0
    return _trimmed(text, at)


def _is_scaled(number: re.Match[str]) -> bool:
    """Whether a number is a figure without a unit: by its scale, which a numeral holds itself (but 三百多万)."""
    if number.re is _NUMERAL():
        return bool(number["scale"] and (number["ge"] or number["inner"]))
    return bool(number["scale"]) or number.re is _MIXED()


def _calendar_end(text: str, at: int) -> int:
    """Where a unit of the calendar ends; 0 where there is none."""
    return at + 1 if text[at : at + 1] in _CALENDAR else 0


def _with_hedge(text: str, end: int) -> list[int]:
    """An end, and the end of the hedge that follows; none where a bracket parts the two, as in 60岁（含60岁）以上."""
    following = text[end : end + 1]
    if following in _BRACKETS and _PARTED_HEDGE().match(text, end):
        return []
    after = (_BEHIND if following in _BETWEEN else _AFTER)().match(text, end) if following in _HEDGING else None
    return [after.end(), end] if after else [end]


def _trimmed(text: str, end: int) -> int:
    """The end without the blanks before it."""
    while text[end - 1] == BLANK:
        end -= 1
    return end
