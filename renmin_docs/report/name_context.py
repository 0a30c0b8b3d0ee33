"""What stands around the figures of a text: the noun of each, and what distinguishes two figures of one noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from renmin_docs.figures import Hit, Quantity
from renmin_docs.report.figure_names import belongs_to_earlier, growth_before, name_before, share_before
from renmin_docs.report.name_words import PART_OF_YEAR, YEAR

CHAPTERS = {"difficulties": "问题", "plans": "打算"}
"""Key of chapters → what a figure of theirs is called beside one of another chapter."""

_LONGEST_HEADING = 8
_NEAR = 40
_RESPECTIVELY = "分别"
_NO_WORD = re.compile("[^\u4e00-\u9fffA-Za-z0-9]")
_COUNTED = re.compile("[\u4e00-\u9fffA-Za-z“”]")
_CLAUSE = re.compile("(?:[^，。；！？、\n\0]{0,10}，)?[^，。；！？\n]*$")
_SENTENCE_END = re.compile("[。；！？\n]")
_PERIOD = re.compile(f"(?:{YEAR})?(?:{PART_OF_YEAR})|{YEAR}|[去上前今明]年|同期")
_PART = re.compile("其中|新增|净增|累计|计划|目标|平均")
_LIMITS = frozenset({"at_least", "at_most"})


class Facets(NamedTuple):
    """What distinguishes a figure from another of its noun, in the order of a name; empty where unknown."""

    period: str
    part: str
    limit: str
    chapter: str
    heading: str
    topic: str

    @property
    def scope(self) -> tuple[str, ...]:
        """Those in which equal figures of one noun must agree to be the same figure."""
        return self[:4]


class Context:
    """Goes through the figures of one text, from left to right.

    Args:
        text: The text.
        chapter: What figures of its chapter are called beside those of another one.
        heading: The first words of its point's heading.
    """

    def __init__(self, text: str, chapter: str = "", heading: str = "") -> None:
        self._text, self._chapter, self._heading = text, chapter, heading
        self._before = self._limit = self._topic = ""
        self._end = 0

    def noun(self, hit: Hit) -> str:
        """The words that name a figure; a growth or a share without a noun of its own has that of the one before."""
        text, start, unit = self._text, hit.start, hit.figure.unit
        change, follows = growth_before(text, start, unit)
        if change and _RESPECTIVELY in text[max(self._end, start - _LONGEST_HEADING) : start]:
            return ""
        if not change:
            change, follows = share_before(text, start, unit)
        if follows:
            return self._before + change if self._before else ""
        name = name_before(text, start, hit.end, self._end, unit)
        if belongs_to_earlier(name):
            return f"{self._before}_{name}" if self._before else ""
        return name + change.removeprefix(name[-len(change) :]) if name else ""

    def facets(self, hit: Hit) -> Facets:
        """What distinguishes the figure from another of its noun."""
        clause = clause_before(self._text, hit.start)
        period, part = ([*pattern.finditer(clause)][-1:] for pattern in (_PERIOD, _PART))
        if _SENTENCE_END.search(self._text, self._end, hit.start):
            self._topic = ""
        return Facets(
            period=_NO_WORD.sub("至", period[0][0]) if period else "",
            part=part[0][0] if part else "",
            limit=self._limit,
            chapter=self._chapter,
            heading=self._heading,
            topic=self._topic,
        )

    def is_limit(self, hit: Hit) -> bool:
        """Whether a figure bounds a class of things (60岁以上老人): it belongs to their name."""
        row = hit.figure.hedge_row if isinstance(hit.figure, Quantity) else None
        return row is not None and row.side == "after" and row.bound in _LIMITS and self._is_counted(hit.end)

    def skip(self, hit: Hit) -> None:
        """Leave a figure behind that gets no name; before a noun it distinguishes the next one from others."""
        self._limit = _NO_WORD.sub("", self._text[hit.start : hit.end]) if self._is_counted(hit.end) else ""
        self._before, self._end = "", hit.end

    def take(self, name: str, noun: str, end: int) -> None:
        """Leave a figure behind that has got a name; what belongs to an earlier one is none that others belong to."""
        if not (self._before and noun.startswith(f"{self._before}_")):
            self._before = name
        self._topic, self._limit, self._end = self._topic or name, "", end

    def _is_counted(self, end: int) -> bool:
        return _COUNTED.match(self._text, end) is not None


def clause_before(text: str, start: int) -> str:
    """The clause up to a number, with a short one before it.

    >>> clause_before("已完成。去年，走访居民860户", 10)
    '去年，走访居'
    """
    match = _CLAUSE.search(text, max(0, start - _NEAR), start)
    return match[0] if match else ""


def first_words(heading: str) -> str:
    """The first words of a heading, if a name can hold them.

    >>> first_words("底线工作走在前，稳住经济安全发展")
    '底线工作走在前'
    """
    words = _NO_WORD.sub("", re.split("[，。、：；]", heading, maxsplit=1)[0])
    return words if len(words) <= _LONGEST_HEADING else ""
