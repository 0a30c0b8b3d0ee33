"""Of which year and of which part of it a report is: from the title, the lines below it, the date, or the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from renmin_docs.errors import Finding, ReportError
from renmin_docs.intake.prose.frame_lines import dated
from renmin_docs.intake.prose.head import is_occasion
from renmin_docs.intake.prose.kinds import PAPERS, PLANS, tells_of_work
from renmin_docs.numerals import IN_DIGITS, YEAR_DIGITS
from renmin_docs.patterns import lazy
from renmin_docs.report.periods import FIRST_YEAR, LAST_YEAR, require_period

_YEAR = lazy(r"((?:19|20)(?<!\d..)\d\d)(?:(?:\s?[-—–~至]{1,2}\s?(?:20)?\d\d)?学)?\s?年")
"""A year, or a school's year by the first of its two: 2022-2023学年, 2022学年."""
_DAY = lazy(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_BARE_YEAR = lazy(r"((?:19|20)\d\d)(?=[\u4e00-\u9fff])")
_CHINESE_YEAR = lazy(f"(?<![一二三四五六七八九])([一二][{YEAR_DIGITS}]{{3}})年")
_PLANNED = lazy(rf"((?:19|20)(?<!\d..)\d\d)年度?(?:政府)?(?:(?:重点|主要|总体)?工作(?:的)?)?(?:{PLANS}|设想|部署|谋划)")
"""The year that is planned for, which follows the report's."""
_REPORTED = lazy(
    r"现将(?:本?单位|我\S{1,4}?)?((?:19|20)\d\d)年度?[^，。；：]{0,20}?工作[^，。；：]{0,20}?(?:汇报|报告|总结)如下"
)
"""How a sentence says of which year the report is that it begins."""
_DONE = lazy(r"((?:19|20)\d\d)\s?年(?:度|[上下]半年|和今年以来)?(?:政府|主要|重点)?工作[^，。；：]{0,12}\Z")
"""How a heading ends that looks back on a year."""
_BEGINS = lazy(r"\s*((?:19|20)\d\d)\s?年(?:度|[上下]半年|第[一二三四]季度)?\s?[，,]")
"""How the first paragraph of a report begins that says its year."""
_PART = lazy(r"(?:19|20)\d\d年度?(上半年|下半年|第[一二三四]季度|(?:1[0-2]|[1-9])月)")
_PART_ALONE = lazy(rf"(?<![0-9年下])(上半年|第[一二三四]季度)(?=(?!.{{0,12}}(?:打算|计划)).{{0,12}}(?:{PAPERS}|情况))")
REPORT_NAMED = lazy(r"(?:公布|编制|[现特]将)(?P<title>[^，。；：《》（）]{4,50}(?:报告|总结|情况))")
"""What a sentence calls the report that it begins."""
FIRST = 3
"""How many paragraphs from the top such a sentence is looked for."""
SEARCHED = 400
"""How many paragraphs are searched for a name or a year."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_FULL_WIDTH = re.compile("[０-９]")


def _spoken_on(lines: Iterable[str]) -> date | None:
    """When a speech was held, by the lines below the title."""
    days = (dated(match[0]) for line in lines if (match := _DAY().search(line)))
    return next((day.day for day in days if day), None)


def _said(texts: list[str], below: Iterable[str]) -> int | None:
    """The year that a line below the title, a sentence on the report or the headings on what was done say."""
    lines = (line for line in below if not (is_occasion(line) or _DAY().search(line)))
    reports = (match["title"] for text in texts[:FIRST] for match in REPORT_NAMED().finditer(text))
    if named := years_in("\n".join(lines)) or years_in("\n".join(each for each in reports if "以来" not in each)):
        return named[0]
    done = {match[1] for text in texts[:SEARCHED] if tells_of_work(text) and (match := _DONE().search(text))}
    return int(done.pop()) if len(done) == 1 else None


def year_of(title: str, texts: list[str], below: Sequence[str], issued: date | None) -> tuple[int, list[Finding]]:
    """The year, and a note where it is guessed.

    Args:
        title: The title, in one line.
        texts: The paragraphs, in order.
        below: The lines below the title.
        issued: The date of the signature.
    """
    if named := years_in(title):
        planned = _PLANNED().search(title)
        before = title[: planned.start()] if planned else ""  # 工作总结及 of 工作总结及2023年工作思路
        year = named[0] - ("总结" in before and not years_in(before))
        reported = next((int(match[1]) for text in texts[:FIRST] if (match := _REPORTED().search(text))), year)
        if reported == year - 1:  # a site renews the year of its titles
            return reported, [Finding("year_guessed", found=str(reported))]
        return year, []
    if bare := _BARE_YEAR().match(title):
        return int(bare[1]), []
    if said := _said(texts, below):
        return said, []
    searched = [
        _PLANNED().sub(lambda match: f"{int(match[1]) - 1}年", half_width(text))
        for text in texts[:SEARCHED]
        if "年" in text
    ]
    met = Counter(year for text in searched for year in years_in(text))
    day = issued or _spoken_on(below)
    written = max(day or datetime.now(tz=UTC).date(), date(FIRST_YEAR, 12, 31))
    usual = min((written - timedelta(days=180)).year, LAST_YEAR)  # a report is written around the year's end
    met[usual] += 2 * (day is not None)  # a text may name one year by the way
    first = min(met, key=lambda year: (-met[year], year))
    is_said = any(int(match[1]) == first for text in texts[:FIRST] if (match := _BEGINS().match(text)))
    return first, [] if is_said else [Finding("year_guessed", found=str(first))]


def half_width(text: str) -> str:
    """A text with the digits of half width; `str.translate` looks at each character, and few texts have such ones."""
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


def years_in(text: str) -> list[int]:
    """The years that a text names, in order of their writing.

    >>> years_in("2022年工作总结和2023年工作打算"), years_in("二〇二二年工作总结")
    ([2022, 2023], [2022])
    """
    found = [int(match[1]) for match in islice(_YEAR().finditer(text), 50)]
    if found:
        return found
    return [int(match[1].translate(IN_DIGITS)) for match in islice(_CHINESE_YEAR().finditer(text), 50)]


def period_of(title: str, year: int) -> str:
    """The part of the year that a title names: 2024年上半年; empty for the whole year."""
    match = _PART().search(title) or _PART_ALONE().search(title)
    if match is None:
        return ""
    try:
        return require_period(f"{year}年{match[1]}", year)
    except ReportError:
        return ""
