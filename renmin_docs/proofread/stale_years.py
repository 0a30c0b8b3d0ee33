"""Left over from last year (C): its year in headings and plans, a five-year plan that is over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.numerals import from_chinese
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.outline import Entry
from renmin_docs.proofread.period import YEAR, number
from renmin_docs.proofread.rules import Slip, rule

_PLANNED = "(?:工作)?(?:目标任务|目标|主要|重点|总体|初步|工作|下步|发展)*(?:打算|计划|安排|思路|展望)"
_YEAR_OF_PLAN = re.compile(rf"(?P<when>{YEAR}){_PLANNED}")
_HEADED = re.compile(rf"(?<![—–\-至到])(?P<when>{YEAR})(?![—–\-至到以之来]|末|底)")
_COMPARED = re.compile("比|较|对照|以来|[三五]年(?:行动|规划|计划)|规划|行动|遗留|结转|续建|跨年|历年|审计|决算")
_TOLD = re.compile("开展情况|完成情况|总结|回顾|成效|成绩")
_WILL = re.compile(
    rf"^\s*(?:到)?(?P<when>{YEAR})[，,](?:[\u4e00-\u9fff]{{0,6}}?)(?:将(?!近)|计划(?!完成)|拟|力争|要(?!素|求|闻))"
)
_FIVE_YEARS = re.compile("“?十(?P<number>[一二三四五六])五”?")
_PAST = re.compile(
    "末|期间|以来|时期|收官|圆满|完成|回顾|评估|期末|总结|比|较|“?十[二三四五六]五”?[^。；]{0,20}“?十[二三四五六]五"
)
_FIRST_PLAN, _YEARS = 1981, 5
"""六五 began in 1981, and each plan is of five years."""


@rule("C20", "manuscript", is_quoted=True)
def stale_years(manuscript: Manuscript) -> Iterator[Slip]:
    """A year that only a report of another year has there."""
    if manuscript.period is None:
        return
    year = manuscript.period.year
    for place, passage in enumerate(manuscript.passages):
        if passage.role == "title" and manuscript.period.is_year:
            yield from (slip._replace(passage=place) for slip in _plan_years(passage.text, year))
    for entry in manuscript.outline:
        if entry.is_heading and entry.part == 0:
            yield from _headings(manuscript, entry, year)
    yield from _plans(manuscript, year)


def _plan_years(text: str, year: int) -> Iterator[Slip]:
    """Plans of a year for the year that it reports on, or for one further off than the next."""
    for match in _YEAR_OF_PLAN.finditer(text):
        if number(match["year"]) != year + 1:
            yield Slip.at(match, f"{year + 1}年", "when")


def _headings(manuscript: Manuscript, entry: Entry, year: int) -> Iterator[Slip]:
    """A year in a heading that is neither that of the report nor the next one."""
    text = manuscript.passages[entry.passage].text
    is_year = manuscript.period is not None and manuscript.period.is_year
    slips = [*_plan_years(text, year)] if is_year else []
    if not slips and not _COMPARED.search(text):
        right = {year} if _TOLD.search(text) else {year, year + 1}
        wrong = [match for match in _HEADED.finditer(text) if number(match["year"]) not in right]
        slips = [Slip.at(match, f"{year}年", "when") for match in wrong]
    yield from (slip._replace(passage=entry.passage) for slip in slips)


def _plans(manuscript: Manuscript, year: int) -> Iterator[Slip]:
    """In chapters on plans: the report's own year as the coming one, and a five-year plan that is over."""
    for sentence in manuscript.sentences:
        is_plan = sentence.passage in manuscript.plans
        match = _WILL.match(sentence.text) if is_plan and manuscript.period and manuscript.period.is_year else None
        if match and number(match["year"]) <= year:
            yield Slip.at(match, f"{year + 1}年", "when").within(sentence)
        if is_plan or sentence.role in ("title", "heading"):
            for found in _FIVE_YEARS.finditer(sentence.text):
                last = _FIRST_PLAN + _YEARS * (from_chinese(found["number"]) + 10 - 6) + _YEARS - 1
                if last + 1 < year + 1 and last < year and not _PAST.search(sentence.text):
                    yield Slip.at(found, f"止于{last}年").within(sentence)
