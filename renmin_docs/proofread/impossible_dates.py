"""Dates and periods (C): days that there are not, spans that end before they begin, a signature before its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.period import DATE, day, days_of, number
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.scope import blanked

_TO = r"\s*(?:[—–\-－~～〜―至到]{1,2})\s*"
_MONTH = re.compile(r"(?<![0-9第.．个/])(?P<month>[0-9]{1,2})月(?![龄大亮饼子嫂球氏星坛])(?!工资|薪)")
_MONTHS = re.compile(
    rf"(?<![0-9.年/])(?:(?P<year>[12][0-9]{{3}})年)?(?P<first>[0-9]{{1,2}})月?{_TO}(?P<last>[0-9]{{1,2}})月(?![0-9]{{1,2}}日)"
)
_YEARS = re.compile(rf"(?<![0-9.])(?P<first>[12][0-9]{{3}})年?{_TO}(?P<last>[12][0-9]{{3}})年")
_YEAR_MONTHS = re.compile(
    rf"(?<![0-9.])(?P<a>[12][0-9]{{3}})年(?P<b>[0-9]{{1,2}})月{_TO}(?P<c>[12][0-9]{{3}})年(?P<d>[0-9]{{1,2}})月(?![0-9])"
)
_QUARTER = re.compile("第(?P<quarter>[0五六七八九]|[5-9])季度|(?<![一二三四1-4、第])[五六七八九5-9]季度")
_LUNAR = re.compile("(?:农历|阴历|旧历|闰|腊月|正月)$")
_JOINED = re.compile(rf"{_TO}")
_DAYS = re.compile(rf"(?P<month>[0-9]{{1,2}})月(?P<first>[0-9]{{1,2}})日?{_TO}(?P<last>[0-9]{{1,2}})日")
_ORDERED = ((_YEARS, ("first",), ("last",)), (_YEAR_MONTHS, ("a", "b"), ("c", "d")), (_DAYS, ("first",), ("last",)))
"""Spans whose ends are numbers of one year or month: pattern, groups of the beginning, groups of the end."""
_TIMES = re.compile(
    rf"(?<![0-9:：])(?P<h1>[0-9]{{1,2}})[:：](?P<m1>[0-9]{{2}}){_TO}(?P<next>次日|翌日|第二天)?"
    r"(?P<h2>[0-9]{1,2})[:：](?P<m2>[0-9]{2})(?![0-9:：])"
)
_WEEKDAY = re.compile("[（(]?(?:星期|周|礼拜)(?P<name>[一二三四五六日天])[）)]?")
_WEEKDAYS = "一二三四五六日"
_PLAN = re.compile(
    "将|拟|计划|预计|力争|确保|争取|打算|安排|要求|目标|底前|之?前|截止|起|须|应|要|待|下一步|届时|有效期|到期|期限|任期|启动|开放|生效|施行|执行"
)
_DONE = re.compile(
    "完成|召开|举办|开展|组织|建成|印发|投入|启用|揭牌|荣获|获评|通过|累计|共|已|走访|检查|整治|受理|办结|实现|达"
)
_TURNED = "止早于起"
_OVER_NIGHT = 18
_WINTER = (10, 6)


@rule("C16", "manuscript", is_quoted=False)
def impossible_dates(manuscript: Manuscript) -> Iterator[Slip]:
    """A day, month, quarter or span that there is not; a report signed too early."""
    for place, passage in enumerate(manuscript.passages):
        for slip in (*_days(passage.text, manuscript), *_months(passage.text), *_spans(passage.text)):
            yield slip._replace(passage=place)
    yield from _signature(manuscript)


def _days(text: str, manuscript: Manuscript) -> Iterator[Slip]:
    """Days that there are not, and days with another weekday."""
    for match in DATE.finditer(text):
        month, day_of_month = number(match["month"]), number(match["day"])
        written = number(match["year"]) if match["year"] else None
        if _LUNAR.search(text[: match.start()]) or (not written and not (match["month"].isdecimal() or month)):
            continue
        if not 1 <= month <= 12:
            yield Slip.at(match, "1—12月")
        elif not 1 <= day_of_month <= days_of(written, month):
            yield Slip.at(match, f"{month}月最多{days_of(written, month)}天")
        elif written or manuscript.period:
            year = written or (manuscript.period.year if manuscript.period else 0)
            yield from _weekday(text, match, day(year, month, day_of_month), is_sure=bool(written))


def _weekday(text: str, match: re.Match[str], when: date | None, *, is_sure: bool) -> Iterator[Slip]:
    behind = _WEEKDAY.match(text, match.end())
    right = _WEEKDAYS[when.weekday()] if when else ""
    if behind and right and behind["name"].replace("天", "日") != right:
        yield Slip(match.start(), behind.end(), "", f"星期{right}", severity=None if is_sure else "warning")


def _months(text: str) -> Iterator[Slip]:
    """Months and quarters that there are not."""
    spans = list(_MONTHS.finditer(text))
    wrong = [match.span() for match in spans if not (_is_month(match["first"]) and _is_month(match["last"]))]
    rest = blanked(_MONTHS, blanked(DATE, text))
    wrong += [match.span() for match in _MONTH.finditer(rest) if not _is_month(match["month"])]
    yield from (Slip(start, end, expected="1—12月") for start, end in wrong)
    yield from (Slip.at(match, "一至四季度") for match in _QUARTER.finditer(text))


def _is_month(numeral: str) -> bool:
    return 1 <= int(numeral) <= 12


def _spans(text: str) -> Iterator[Slip]:
    """Spans that do not end behind their beginning."""
    for pattern, start, end in _ORDERED:
        for match in pattern.finditer(text):
            if [int(match[name]) for name in start] >= [int(match[name]) for name in end]:
                yield Slip.at(match, _TURNED)
    for match in _MONTHS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if 1 <= last <= first <= 12 and not (first >= _WINTER[0] and last <= _WINTER[1]):
            yield Slip.at(match, _TURNED)
    for match in _TIMES.finditer(text):
        first, last = (60 * int(match[f"h{at}"]) + int(match[f"m{at}"]) for at in "12")
        if first >= last and int(match["h1"]) < _OVER_NIGHT and not match["next"] and last > 360:
            yield Slip.at(match, _TURNED)
    yield from _dates_turned(text)


def _dates_turned(text: str) -> Iterator[Slip]:
    """Two whole dates of which the second is the earlier one; without years only within a few months."""
    dates = list(DATE.finditer(text))
    for first, last in pairwise(dates):
        if not _JOINED.fullmatch(text[first.end() : last.start()]):
            continue
        begin = number(first["year"] or "2024"), number(first["month"]), number(first["day"])
        end = number(last["year"] or first["year"] or "2024"), number(last["month"]), number(last["day"])
        is_near = last["year"] or first["month"] == last["month"] or 0 < begin[1] - end[1] <= 3
        starts, ends = day(*begin), day(*end)
        if starts and ends and is_near and starts >= ends and ends + timedelta(days=1) != starts:
            yield Slip(first.start(), last.end(), expected=f"{last[0]}早于{first[0]}")


def _signature(manuscript: Manuscript) -> Iterator[Slip]:
    """A report signed before its period is over, or before a date on which it reports something done."""
    period, signed = manuscript.period, manuscript.signed
    if period is None or signed is None or signed[1].year not in (period.year, period.year + 1):
        return
    place, when = signed
    if when < period.signed_from:
        early = f"早于{_in_words(period.signed_from)}"
        yield Slip(0, len(manuscript.passages[place].text), expected=early, passage=place, severity="warning")
    for sentence in manuscript.sentences:
        if sentence.passage not in manuscript.plans and _is_done(sentence.text):
            for match in DATE.finditer(sentence.text):
                done = day(number(match["year"] or str(period.year)), number(match["month"]), number(match["day"]))
                if done and when < done:
                    yield Slip.at(match, f"成文日期{_in_words(when)}", severity="warning").within(sentence)


def _in_words(when: date) -> str:
    return f"{when.year}年{when.month}月{when.day}日"


def _is_done(text: str) -> bool:
    return bool(_DONE.search(text)) and not _PLAN.search(text)
