"""The period of a report, as its title has it, and dates as they are written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from renmin_docs.numerals import IN_DIGITS, number_of
from renmin_docs.proofread.passages import Passage
from renmin_docs.report.years.years import is_called_ahead

_PARTS: dict[str, tuple[int, int]] = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    **{f"{name}季度": (3 * at + 1, 3 * at + 3) for at, name in enumerate("一二三四")},
    **{f"{at + 1}季度": (3 * at + 1, 3 * at + 3) for at in range(4)},
    "前三季度": (1, 9),
}
YEAR = "(?P<year>[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年度?"
"""Pattern of a year."""
_SINCE = re.compile(rf"{YEAR}[至到—–-]")
_PERIOD = re.compile(rf"{YEAR}第?(?P<part>{'|'.join(_PARTS)}|(?:1[0-2]|[1-9])月(?![0-9]))?(?![0-9]{{1,2}}月)")
_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
DATE = re.compile(
    rf"(?:(?<![0-9])(?P<year>[12][0-9]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})年)?"
    rf"(?<![0-9一二三四五六七八九十个])(?P<month>{_NUMBER})月(?P<day>{_NUMBER})[日号]"
)


_REVIEWED, _PLANNED = re.compile("回顾|总结|情况"), re.compile("打算|计划|安排|思路|展望|任务|部署")
_NO_REPORT = re.compile(
    "(?!.*(?:总结|小结|情况|回顾|报告|汇报|述职)).*(?:计划|要点|安排|打算|思路|方案|规划)(?:[（(].*)?"
    "|.*(?:通知|通告|公告|请示|函|意见|批复|决定|纪要)(?:[（(].*)?"
)
"""Titles of what reports on no period: plans, and the other kinds of official documents."""
_LONGEST_HEADING = 40


class Period(NamedTuple):
    """What a report covers: the year, the first and the last month."""

    year: int
    first: int = 1
    last: int = 12

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return (self.first, self.last) == (1, 12)

    @property
    def signed_from(self) -> date:
        """The first day on which its report is likely to be signed: in its last months, and of a year from October."""
        months = self.last - self.first + 1
        if months == 1:
            return date(self.year, self.last, 20)
        return date(self.year, self.last - (2 if months > 6 else 0), 1)


def period_of(passages: Sequence[Passage]) -> Period | None:
    """The period in the title: its first; None where the title names none, or is no report's.

    >>> from renmin_docs.proofread import read_lines
    >>> period_of(read_lines("人民街道2022年工作总结和2023年工作打算"))
    Period(year=2022, first=1, last=12)
    >>> period_of(read_lines("人民街道2022年工作计划"))
    """
    titles = [passage.text for passage in passages if passage.role == "title"]
    match = next((found for title in titles if (found := _PERIOD.search(_SINCE.sub("", title)))), None)
    if match is None or _NO_REPORT.fullmatch("".join(titles)):
        return None
    year, part = number(match["year"]), match["part"]
    if part is None:
        return Period(year - _plans_for(year, passages) if any(map(is_called_ahead, titles)) else year)
    if part in _PARTS:
        return Period(year, *_PARTS[part])
    return Period(year, int(part[:-1]), int(part[:-1]))


def _plans_for(year: int, passages: Sequence[Passage]) -> bool:
    """Whether headings plan for a year, and review another."""
    short = [passage.text for passage in passages if passage.role != "title" and len(passage.text) <= _LONGEST_HEADING]
    headings = {words: {first_year(text) for text in short if words.search(text)} for words in (_REVIEWED, _PLANNED)}
    return year in headings[_PLANNED] - headings[_REVIEWED]


def first_year(text: str) -> int:
    """The first year that a text names; 0 where it names none."""
    match = re.search(YEAR, text)
    return number(match["year"]) if match else 0


def number(numeral: str) -> int:
    """A year, month, day or small number; 0 where the numeral is none.

    >>> number("2022"), number("二〇二二"), number("十二"), number("两")
    (2022, 2022, 12, 2)
    """
    digits = numeral.translate(IN_DIGITS)
    return number_of(digits if len(digits) == 4 and digits.isdecimal() else numeral)


def days_of(year: int | None, month: int) -> int:
    """How many days a month has; of a year that is not known the most that it can have."""
    return monthrange(year or 2024, month)[1]


def day(year: int, month: int, day_of_month: int) -> date | None:
    """A date; None where there is no such."""
    if not (0 < year < 10000 and 1 <= month <= 12 and 1 <= day_of_month <= days_of(year, month)):
        return None
    return date(year, month, day_of_month)


def signed_on(passages: Sequence[Passage]) -> tuple[int, date] | None:
    """The passage with the date of the signature, and the date; None where there is none."""
    for place, passage in enumerate(passages):
        match = DATE.search(passage.text) if passage.role == "issue_date" else None
        when = day(number(match["year"] or ""), number(match["month"]), number(match["day"])) if match else None
        if when:
            return place, when
    return None
