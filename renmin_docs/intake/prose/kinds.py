"""Kinds of chapters: what the words of a heading, or of a sentence that opens a chapter, say that it tells of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from renmin_docs.patterns import lazy

PAPERS, PLANS = "总结|报告|汇报|小结", "打算|计划|安排|思路|要点"
"""What papers call themselves that tell what was done, and that tell what will be, as the patterns have it."""
KINDS = ("achievements", "difficulties", "plans")
"""The three kinds, in the order in which they are printed."""
BACKGROUND = "background"
"""The kind of a chapter on the office itself (街道概况), which is none of the three."""
MEASURES = "measures"
"""The kind of a chapter of measures: what was done, or what will be done about problems named before."""

ADVICE = "advice"
"""The kind of a chapter of advice: what will be done about problems, or what is asked for behind plans."""

WORDS: dict[str, Callable[[], re.Pattern[str]]] = {
    "plans": lazy(
        "打算|计划|规划|设想|谋划|展望|努力(?:的)?方向|下一?步|下阶段|下一?年度?|今后|后续|来年|明年|新的?一年|新学[年期]|下一?学[年期]|未来(?!社区)|思路$|改进(?:措施|举措|方案|方向)"
        "|整改(?:措施|举措|方向|打算)|工作(?:思路|安排|部署|建议|重点|要点)|工作的?(?:目标|任务)|主要(?:思路|安排|任务)"
        "|总体(?:思路|安排)|这[样么]干|怎[么样]干|具体(?:思路|安排)|意见建议|对策|重点任务|目标任务"
    ),
    "difficulties": lazy(
        "困难|难点|问题|不足|短板|弱项|差距|薄弱|瓶颈|挑战|制约|原因|教训|(?:需要?|有待|亟待)(?:改进|加强|提高|完善)"
    ),
    "achievements": lazy(
        "成绩|成效|成果|亮点|特色(?:工作|做法|$)|经验|做法|回[顾忆]|总结|取得|荣誉|收获|体会$|启示$|感悟$|表现$|过去|去年|上年|一年来|今年以来"
        "|工作情况|主要情况|总体情况|任务情况|指标情况|开展情况|完成情况|落实情况|推进情况|进展情况|履职情况|执行情况"
        "|工作进展|主要工作|重点工作|全年工作|今年工作|本年度?工作"
    ),
    MEASURES: lazy("措施|举措"),
    ADVICE: lazy("建议$|建议[和与及]"),
    BACKGROUND: lazy("^[^工年职]{0,12}(?:基本情况|概况|简介)$|^(?:工作|活动)?(?:背景|前言|引言)$|^(?:结语|结束语)$"),
}
"""Kind → words that its headings hold. Each begins with a character, no group: so other text is passed over fast."""

_ENDS_OF_WORK = ("情况", "成效", "成果", "成绩", "回顾", "总结")
"""How a heading ends that tells what became of something, be it a plan or a problem; 安排情况 are what is planned."""
_ENDS_BACK = lazy("(?:目标|任务|重点)[^，。；]{0,4}(?:回顾|总结)$")
"""How a heading ends that looks back on what was planned: 指导思想与工作目标回顾."""
_OVERCOME = lazy(
    "(?:问题|目标|需求)导向|规划引领|(?:免疫|城乡|空间)规划|巩固[^，。]{0,12}成[果效]|(?:目标|任务)(?=[^，、。]{0,4}(?:完成|落实|执行|推进)情况)|(?:自查|检查|排查|督查|整治)工作[^，。；]{0,6}(?:安排|部署)"
    "|(?:解决|破解|化解|补齐|补足|补强|整治|攻克|克服|聚焦|直面|缩小|突破|打破|破除|应对|战胜|防范)"
    "[^，、。和及与]{0,10}?(?:问题|难题|短板|弱项|困难|难点|瓶颈|差距|挑战|制约)"
)
"""Words of problems that stand for work done: 坚持问题导向, 补齐民生短板."""
_LONGEST = 30
"""How long a heading is at the most."""
_OPEN = ("存在", "困难", "不足", "短板", "原因")
_CONJUNCTIONS = frozenset("和及与暨、")

_FAULTS = "(?:问题|困难|不足|差距|短板|弱项|薄弱|瓶颈|挑战)"
_SEEN = "(?:存在|还有|仍有|看到|认识到|面临|正视)"
_SOON = "下一?(?:步|年度?|阶段|学[期年])|今后|明年|来年|接下来|新的一年|新学[期年]"
_WILL = "(?:将|(?<![主重需])要)(?:重点|着力|着重|继续|全力|切实|认真|突出|聚焦|围绕|紧扣|坚持|以|从|抓|做|在|进一步)"
_OF_NEXT = "20[0-9]{2}年，?[^，。]{0,16}将(?![^，。]{0,20}(?:作为|放在|摆在|纳入|列入|融入))"
"""A year of which is said what will be done in it."""
SAID: dict[str, Callable[[], re.Pattern[str]]] = {
    "difficulties": lazy(f"{_SEEN}.*{_FAULTS}.{{0,10}}$|{_FAULTS}.{{0,8}}(?:表现|体现|是|有|如下)"),
    "plans": lazy(f"{_SOON}|{_WILL}|{_OF_NEXT}|(?:打算|计划|安排)(?:是|有|如下|从)"),
    "achievements": lazy(
        "(?:工作|做法|成效|成绩|任务|方面|进展|事|进步|变化)(?:情况)?(?:是|有|如下)?$|(?:主要|重点|着力|突出)[做抓]"
    ),
}
"""Kind → how a sentence with a colon at its end says that a series of it follows."""
TOLD: dict[str, Callable[[], re.Pattern[str]]] = {
    "difficulties": lazy(f"[^。]{{0,60}}{_SEEN}[^。]{{0,60}}{_FAULTS}"),
    "plans": lazy(f"在?(?:{_SOON})[^。]{{0,40}}(?:将|要|力争|继续)|(?:20[0-9]{{2}}年)[^。]{{0,40}}{_WILL}"),
}
"""Kind → how a paragraph begins that tells of it without a series."""


class Kind(NamedTuple):
    """What a heading says that its chapter is.

    Attributes:
        name: A key of `WORDS`; empty where no word tells.
        is_mixed: It names several of the three kinds, and the name is the first that it names.
    """

    name: str
    is_mixed: bool = False


def kind_of(heading: str, year: int | None = None) -> Kind:
    """The kind of a chapter, by its heading.

    >>> [kind_of(heading).name for heading in ("存在的困难和问题", "下一步工作打算", "2022年工作开展情况", "党的建设")]
    ['difficulties', 'plans', 'achievements', '']
    """
    heading = heading.rstrip("。：")
    said, met = _said_in(heading)
    of_three = [name for name in met if name in KINDS]
    are_several = len(of_three) > 1 and not _CONJUNCTIONS.isdisjoint(said)
    if are_several and ("difficulties" in met or not _ENDS_BACK().search(said)):  # which looks back on what was planned
        return Kind(min(of_three, key=met.__getitem__), is_mixed=True)
    if BACKGROUND in met:
        return Kind(BACKGROUND)
    if year is not None and f"{year + 1}年" in heading and "difficulties" not in met:
        return Kind("plans")
    if tells_of_work(said) and not any(map(heading.__contains__, _OPEN)):
        return Kind("achievements")
    return Kind(next(iter(met), ""))


def tells_of_work(heading: str) -> bool:
    """Whether a heading ends like those of what was done (情况, 成效), and not of what is planned."""
    return heading.endswith(_ENDS_OF_WORK) and not heading.endswith("安排情况")


@lru_cache(maxsize=1024)  # levels, runs and kinds of chapters ask for the same headings in turn
def _said_in(heading: str) -> tuple[str, Mapping[str, int]]:
    """A heading without words of problems that stand for work done, and the kinds that it names."""
    met = _met_in(heading)
    said = _OVERCOME().sub("", heading) if met else heading
    return said, met if said == heading else _met_in(said)


def _met_in(heading: str) -> Mapping[str, int]:
    """The kinds whose words a heading holds, as in `WORDS`, and where the first of each stands."""
    return {name: match.start() for name, words in WORDS.items() if (match := words().search(heading))}


def kind_of_head(text: str) -> str:
    """The kind that the first sentence behind a mark tells, as far as it can be a heading; empty for none."""
    head = text.partition("。")[0]
    return kind_of(head).name if len(head) <= _LONGEST else ""


def kind_said(sentence: str) -> str:
    """The kind of chapter that a sentence opens; empty for none.

    >>> kind_said("2024年，我们将重点做好以下工作"), kind_said("同时也要看到，还存在一些问题")
    ('plans', 'difficulties')
    """
    return next((kind for kind, words in SAID.items() if words().search(sentence)), "")


def kind_told(text: str) -> str:
    """The kind of chapter that a paragraph is, by how it begins; empty for none."""
    return next((kind for kind, words in TOLD.items() if words().match(text)), "")


_GIST = lazy("^(?:本?年度?|全年)?(?:主要|重点)?(?:工作)?(?:重点|要点|任务)$")
"""Headings of plans that are of what was done where plans for later stand behind them: 工作重点."""
_PLANNING = lazy(f"{PLANS}|方案|设想|部署")
_LOOKING_BACK = lazy("总结|回顾|小结|述职|情况|成效|完成|执行|落实")


_OPINIONS = lazy(
    "(?:讲|谈|提)(?:以下|如下)?[几两三四五六七八九]个?[点方](?:面)?(?:的)?(?:意见|要求|建议)"
    f"|(?:报告|汇报|制定)(?:(?!总结|情况)[^，。])*工作(?:{PLANS})(?:[汇报告]{{2}})?(?:如下)?[。：]$"
)


def gives_opinions(text: str) -> bool:
    """Whether a paragraph says that opinions on what is to be done follow, or plans alone: 讲四点意见."""
    return _OPINIONS().search(text) is not None


def is_of_plans(title: str) -> bool:
    """Whether a title says that the whole report is of plans: 工作要点, 工作计划."""
    return _PLANNING().search(title) is not None and _LOOKING_BACK().search(title) is None


def is_of_work(title: str) -> bool:
    """Whether a title says that the whole report is of what was done: 工作总结 without 打算."""
    return _LOOKING_BACK().search(title) is not None and _PLANNING().search(title) is None


def kinds_of(headings: Iterable[str], year: int, title: str = "") -> list[Kind]:
    """The kinds of a report's chapters, by all their headings.

    Args:
        headings: The headings.
        year: The report's year. It is planned for where another heading looks back on the year before.
        title: The report's title.
    """
    headings = list(headings)
    looks_back = any(f"{year - 1}年" in heading for heading in headings)
    is_planned = looks_back and not any(f"{year}年" in heading and tells_of_work(heading) for heading in headings)
    read = [heading.replace("下半年", "下一步") for heading in headings] if "上半年" in title else headings
    kinds = [kind_of(heading, year - is_planned) for heading in read]
    if not is_of_plans(title):
        return _looking_back(kinds, headings)
    stays = [kind.name == "difficulties" for kind in kinds]
    stays = [kept or bool(_LOOKING_BACK().search(heading)) for kept, heading in zip(stays, headings, strict=True)]
    return [kind if kept else Kind("plans") for kind, kept in zip(kinds, stays, strict=True)]


def _looking_back(kinds: list[Kind], headings: list[str]) -> list[Kind]:
    """The kinds, with the first chapter one of achievements where it names the gist of the work, above other plans."""
    first, *others = [kind.name for kind in kinds] or [""]
    if first != "plans" or KINDS[0] in others or first not in others or not _GIST().search(headings[0]):
        return kinds
    return [Kind(KINDS[0]), *kinds[1:]]
