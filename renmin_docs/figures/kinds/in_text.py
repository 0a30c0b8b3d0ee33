"""Where ranks, ratios, fractions in words and doublings stand in a running text.

Each looks like something else as often: 第3网格 and 第一书记 are no ranks, 10:30 is a time, 前3个月 a period. So the
words before and behind decide: a rank needs a unit, or a word of placing before it (居全区第3) and the end of its
phrase behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from renmin_docs.figures.chinese import NUMERALS
from renmin_docs.figures.kinds.readers import RATIO_SIGNS, TERM
from renmin_docs.figures.lookalikes import FALSE_HEDGES
from renmin_docs.figures.measures import UNITS
from renmin_docs.figures.pieces import AFTER
from renmin_docs.figures.tables import CALENDAR, HEDGES, hedges
from renmin_docs.patterns import lazy


class Spot(NamedTuple):
    """Where a figure stands; `ahead` is what its list has only before the first, and is read before it: 第二、三名."""

    start: int
    end: int
    ahead: str = ""


_LOOK_BACK = 20

_HEDGES = [word for word in hedges("before") if HEDGES[word].bound != "reached"]
"""Without 达 and 达到, which are verbs of the sentence: 达百分之九十以上 is hedged once."""
_BEFORE = "|".join(rf"(?<![{FALSE_HEDGES[word]}]){word}" if word in FALSE_HEDGES else word for word in _HEDGES)
_HEDGE = lazy(rf"(?:{_BEFORE})$")
_LONGEST_HEDGE = max(map(len, _HEDGES))
_AFTER = rf"(?:(?:{AFTER})(?![级游班联]))?"

# --- ranks ---

_PLACE = " ?(?:[0-9]{1,4}|[一二三四五六七八九十百零]{1,6})"
_RANK = lazy(rf"(?P<form>倒数第|[第前])(?P<place>{_PLACE})(?![0-9.,:%‰两千万亿分])(?P<unit> ?[位名强甲])?")
_NO_UNIT = {"位": "置于数", "名": "义称单额师牌", "强": "化调势力度劲", "甲": "级"}
"""Unit of a rank → what may not follow it: 第3名单."""
_PHRASE_END = lazy(
    rf"(?P<list>(?:[、和与及]第?{_PLACE}){{0,6}}[位名]?)"
    rf"(?:[，。；：！？…,;()（）“”‘’》】\s的升降退进跃变]|$|[至到]第|[、和与及并且](?!第?{_PLACE})|[上前后攀晋提下回][升移进降滑落])"
)
"""What ends the phrase of a rank, or begins that of a move from it; a list of ranks goes on before."""
_MORE = lazy(rf"[、和与及](?P<place>{_PLACE} ?[位名]?)")
_PLACING = lazy(
    "(?:位居|位列|位于|位次|名次|名列|跻身|进入|进到|挤进|挺进|迈入|跨入|冲入|闯入|"
    "升至|升到|升为|移至|移到|进至|降至|降到|退至|退到|跌至|落至|"
    "获|夺|摘|赢得|取得|蝉联|保持|并列|百强|十强|榜|"
    "居(?![民住委家中多间室])|列(?![入为车出席举支表清])|排(?![查水污放队班除涝序练解洪油烟险])|"
    "全[国省市区县州旗盟镇乡街村校局系]|[国省市区县镇街]内|总量|总分|得分|成绩|增速|增幅|考核|测评|评比|满意度|指数|"
    r"[由从])[^，。；：！？\n]{0,12}$"
)
_PUT = lazy("[放摆置挺记][在到于]?(?:首要)?$|[把将][^，。；！？\n]{1,12}$")
"""放在第一位 says that something comes first."""
_OTHER_TOP = "目日此以提当年月之会事岗赛餐眼先空生课产术节汛婚向面饭睡班天期跟史战午超往朝门楼胸膝床台车村桥店堂身人库"
"""前 behind them ends a word: 目前10名."""


def _ranks(text: str) -> Iterator[Spot]:
    last = -1
    for match in _RANK().finditer(text):
        start, end = match.start(), _end(text, match)
        is_next = start == last + 1 and text[last] in "、和与及至到"
        if is_next or _is_rank(text, match, end):
            yield Spot(start, end)
            last = end
            if text[end - 1] not in _NO_UNIT:
                yield from _listed(text, end, match["form"])


def _end(text: str, match: re.Match[str]) -> int:
    """Where a rank ends: behind its unit, if that is one and begins no longer word."""
    unit = (match["unit"] or "")[-1:]
    is_unit = unit in ("位", "名") or (unit and match["form"] == "前")
    is_whole = is_unit and text[match.end() : match.end() + 1] not in tuple(_NO_UNIT[unit])
    return match.end() if is_whole else match.end("place")


def _listed(text: str, at: int, form: str) -> Iterator[Spot]:
    """The ranks of a list without 第: 第二、三名."""
    while (match := _MORE().match(text, at)) and _PHRASE_END().match(text, match.end()):
        yield Spot(*match.span("place"), form)
        at = match.end()


def _is_rank(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words around a place make it a rank."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    has_unit, is_end = text[end - 1] in _NO_UNIT, _PHRASE_END().match(text, end) is not None
    if has_unit and match["form"] == "前":
        return before[-1:] not in tuple(_OTHER_TOP)
    if not has_unit and not is_end:
        return False
    is_placed = _PLACING().search(before) is not None
    if match[0] == "第一位":
        return is_placed and not _PUT().search(before)
    return is_placed or (has_unit and is_end)


# --- ratios ---

_MEASURED = (*"万亿千百个余多点", *CALENDAR, *UNITS)
"""What makes the number before it a quantity and no term."""
_RATIO = lazy(
    r"[0-9](?<![0-9A-Za-z.:∶︰：/／\-—–~～〔\[].)(?:(?<=0)|(?<=[1-9])[0-9]{0,15})(?:\.[0-9]{1,10})?"
    rf"(?P<sign> ?[{RATIO_SIGNS}比] ?){TERM}(?:(?P=sign){TERM}){{0,6}}"
    rf"(?![0-9A-Za-z.:∶︰：/／\-—–~～]|[至到][0-9])(?P<after>{_AFTER})"
)
_PROPORTION = lazy(r"(?:比(?![赛武拼学])|例(?![会行如外])|配(?![合送电药])|率|结构|构成)[^，。；！？\n]{0,12}$|按照?$")
_CLOCK = lazy(" ?(?:[召离]?开|开?始|结束|[上下]班|[提之以]?[前后]|[早晚准]|推迟|延|集合|举行|出发|发布|[到至起许整])")
_PROPORTIONED = lazy(r" ?的?(?:比例|比率|比重|配比|配备|配置|配套|配建|结构|调整|优化|杠杆)")
_TERM = lazy("[0-9.]+")
_MARKED = lazy(r"[表图件第章条节例项号款步][一二三四五六七八九十]?$")
"""Before a full-width colon the number may be that of a label: 附件1：2022年…"""


def _ratios(text: str) -> Iterator[Spot]:
    for match in _RATIO().finditer(text):
        if not match["after"] and text.startswith(_MEASURED, match.end()):
            continue
        start = _hedged_from(text, match.start())
        before = text[max(0, start - _LOOK_BACK) : start]
        is_named = bool(_PROPORTION().search(before)) and not _CLOCK().match(text, match.end())
        is_named = is_named or bool(_PROPORTIONED().match(text, match.end()))
        is_doubtful = match["sign"].strip() in "比：" or _is_time(_TERM().findall(match[0]))
        if is_named or not (is_doubtful or _MARKED().search(before)):
            yield Spot(start, match.end())


def _is_time(terms: list[str]) -> bool:
    """Whether a clock may show it: 10:30, 8:05:30. Of three terms that add up to 100 it is a structure."""
    if len(terms) > 3 or not all(term.isdecimal() for term in terms):
        return False
    hours, *rest = map(int, terms)
    is_clock = hours <= 24 and all(len(term) == 2 and int(term) < 60 for term in terms[1:])
    return is_clock and not (len(rest) > 1 and hours + sum(rest) == 100)


# --- fractions and doublings ---

_NUMERAL = f"[{NUMERALS}]"
_FRACTION = lazy(
    rf"{_NUMERAL}(?<![{NUMERALS}第].){_NUMERAL}{{0,7}}分之{_NUMERAL}{{1,9}}(?:点[零〇一二三四五六七八九]{{1,6}})?"
    rf"(?![{NUMERALS}点决几来强弱]|比赛|赛|[至到～—–-]{_NUMERAL}{{1,8}}(?!分|{_NUMERAL}))(?:[多余](?![样元数]))?{_AFTER}"
)
_STROKE = lazy(
    r"[1-9](?<![0-9A-Za-z./:\-—].)[0-9]?/[1-9][0-9]{0,2}(?![0-9A-Za-z./\-—年月日号分季楼层])"
    rf"(?P<after>多?(?=的)|{_AFTER})"
)
_SHARED = "前占约近超过达足了为少减增完剩的比成"
"""Before a fraction with a stroke, which is a date or a number of a thing elsewhere."""
_HALF = lazy(
    "[一半过近超](?:(?<=(?<![另前后上下首])一)半|(?<=半)数|(?<=(?<![双年])过)半(?![百圆山径])数?"
    rf"|(?<=(?<![附最邻靠临亲])近)半(?=的)|(?<=超)半(?=的))(?:多(?![样元数])|{_AFTER})"
)
_TIMES_OVER = rf"(?:{_NUMERAL}{{1,3}}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)"
_DOUBLING = lazy(
    rf"(?P<whole>翻了?{_TIMES_OVER}番(?:还多|有余|多))|翻了?(?P<count>(?:{_BEFORE})?{_TIMES_OVER}番(?!半){_AFTER})|(?P<once>翻了?番(?:多|{_AFTER}))"
    "|(?<![完建形达变生组构养造落编集促三四五六七八九])(?P<times>成倍)(?![数率])"
)


def _hedged(pattern: Callable[[], re.Pattern[str]]) -> Callable[[str], Iterator[Spot]]:
    return lambda text: (Spot(_hedged_from(text, each.start()), each.end()) for each in pattern().finditer(text))


def _strokes(text: str) -> Iterator[Spot]:
    for match in _STROKE().finditer(text):
        is_part = text[match.start() - 1 : match.start()] in tuple(_SHARED) or text.startswith("的", match.end())
        if is_part or match["after"]:
            yield Spot(_hedged_from(text, match.start()), match.end())


def _hedged_from(text: str, start: int) -> int:
    """Where a figure begins: at the hedge before it, if there is one."""
    hedge = _HEDGE().search(text, max(0, start - _LONGEST_HEDGE), start)
    return hedge.start() if hedge else start


def _doublings(text: str) -> Iterator[Spot]:
    """The number with its unit, which the verb leaves to the sentence (翻了近两番), or the whole of 翻番 and 成倍."""
    return (Spot(*match.span(match.lastgroup or 0)) for match in _DOUBLING().finditer(text))


class _Kind(NamedTuple):
    """How a kind is found: only in a text that holds one of the words."""

    words: tuple[str, ...]
    spots: Callable[[str], Iterator[Spot]]


_KINDS = (
    _Kind(("第", "前"), _ranks),
    _Kind((*RATIO_SIGNS, "比"), _ratios),
    _Kind(("分之",), _hedged(_FRACTION)),
    _Kind(("半",), _hedged(_HALF)),
    _Kind(("/",), _strokes),
    _Kind(("番", "成倍"), _doublings),
)
_ANY_WORD = lazy("|".join(re.escape(word) for kind in _KINDS for word in kind.words))
"""Most texts hold none, and one look at them is cheaper than one for each word."""


def rare_spots(text: str) -> list[Spot]:
    """Where figures of these kinds stand, in order.

    >>> text = "考核居全区第3位，产值翻了近两番，占三分之一，师生比1:2.5"
    >>> [text[start:end] for start, end, _ in rare_spots(text)]
    ['第3位', '近两番', '三分之一', '1:2.5']
    """
    if _ANY_WORD().search(text) is None:
        return []
    return sorted(spot for kind in _KINDS if any(map(text.__contains__, kind.words)) for spot in kind.spots(text))
