"""Texts of one year for the next year's report: no number in them that could pass for the new year's.

Growth beside a figure (税收{税收}，同比增长{增幅} or 6.2%) is computed from that figure; where it is not clear of
what it is the growth, and wherever else a number is typed, the number is still to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.figures import UNFILLED, Figure, Hit, Quantity, scan
from renmin_docs.figures.tables import GROWTH_STYLES, PERCENT, POINTS, RATES
from renmin_docs.report.text import TOKENS, mentions
from renmin_docs.report.texts import texts
from renmin_docs.report.years.carrying import DIFFERENCES, growing, is_fixed
from renmin_docs.report.years.years import moved_on

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_SINCE = (
    "(?P<since>同比|环比|"
    "[较比与](?:上一?年度?|去年|前年|上月|上季度|上半年|年初|期初|同期)(?:同期|同月|末|底)?(?:相比)?)?"
)
_GROWTH = re.compile(
    _SINCE + r"(?P<how>[^，。；：、（({}\s]{0,4}?)"
    r"(?:增长|下降|增加|减少|上升|上涨|下跌|提高|提升|降低|回落|下滑|攀升|增幅|降幅|涨幅|增速|增长率|翻)"
    r"(?:了|为|约|近|超过?|逾|将近|接近|达到?)?$"
)
"""Words before a rate that say of what it is the growth; 提高到 says so of none."""
_LEVEL = re.compile(_SINCE + "(?P<how>基本)?持平")
_LONGEST = 24
_YEARLY = re.compile("(?P<how>[较比与])(?:上一?年度?|去年)(?P<same>同期)?(?:相比)?")
_GROWTH_NAME = re.compile("增幅|增速|增长|降幅|涨幅|同比|环比|growth")
_BETWEEN = re.compile(r"[，,、]?[（(]?")
"""What may stand between a figure and its growth."""
_IN_LIST = re.compile("[、，和及与]")
_PLACE = re.compile("倒数第|[第前]")
"""What stands before the number of a rank, and stays there."""
_CELL = re.compile(r"\s*(?:约|近|超)?[-+−]?[0-9][0-9.,]*(?:余|多)?(?P<rest>\s*[%‰]?)\s*")
_DIGIT = re.compile("[0-9]")


class _Number(NamedTuple):
    """A number of a text: what a mention prints, or what is typed.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        figure: The figure; None for a mention of an unknown one, and for the words of no growth.
        name: The name of the figure that is mentioned; empty for what is typed.
        style: Its style.
        growth: What the words before it, or its style, say of growth; None where it is no growth.
    """

    start: int
    end: int
    figure: Figure | None
    name: str = ""
    style: str = ""
    growth: _Growth | None = None


class _Growth(NamedTuple):
    """The words that make a number a growth, and the growth style that says the same; empty where there is none."""

    start: int
    style: str


class Renewal:
    """Makes the texts of a report into those of the next year's.

    Attributes:
        growths: Names of the figures that are the growth of something else.
    """

    def __init__(self, report: WorkReport) -> None:
        self._figures, self._year, self._period = report.figures, report.year, report.period
        named = {name for name, figure in report.figures.items() if _is_rate(figure) and _GROWTH_NAME.search(name)}
        numbers = (number for text in texts(report) for number in self._numbers(text.text))
        self.growths = named | {number.name for number in numbers if number.name and number.growth}

    def years(self, text: str, *, also_last: bool = False) -> str:
        """A text with its years moved on alone."""
        return moved_on(text, self._year, self._period, also_last=also_last)

    def text(self, text: str) -> str:
        """A text for the next year."""
        return self.years(self.numbers(text))

    def numbers(self, text: str) -> str:
        """A text with no number typed into it, and growth computed where it is clear of what.

        Of a number in two parts (3百20户) the first is seen only when the second is gone, so this is done until
        nothing changes.
        """
        while (made := self._numbers_once(text)) != text:
            text = made
        return text

    def _numbers_once(self, text: str) -> str:
        made: list[str] = []
        end, before = 0, None
        for number in self._numbers(text):
            if base := self._growth_of(text, before, number):
                assert number.growth is not None  # noqa: S101 - only growth has a base
                made += (text[end : number.growth.start], base)
                end = number.end
            elif not number.name and _is_news(text, number):
                made += (text[end : number.start], UNFILLED, _unit(text, number))
                end = number.end
            before = number
        return "".join((*made, text[end:]))

    def cell(self, text: str) -> str:
        """A cell of a table: of a number alone the unit stands elsewhere."""
        match = _CELL.fullmatch(text)
        return UNFILLED + match["rest"] if match else self.text(text)

    def _numbers(self, text: str) -> Iterator[_Number]:
        """The numbers of a text in order."""
        plain = TOKENS.sub(lambda token: "\n" * len(token[0]), text)
        found = [_Number(_start(plain, hit), hit.end, hit.figure) for hit in scan(plain)]
        found += [_Number(*match.span(), None, growth=_growth(match)) for match in _LEVEL.finditer(plain)]
        for token in TOKENS.finditer(text):
            for mention in mentions(token[0]):
                figure = self._figures.get(mention.name)
                found.append(_Number(*token.span(), figure, mention.name, mention.style))
        before: _Number | None = None
        for number in sorted(found, key=lambda number: number.start):
            before = number._replace(growth=number.growth or _growth_at(text, number) or _listed(text, before, number))
            yield before

    def _growth_of(self, text: str, before: _Number | None, rate: _Number) -> str:
        """The mention of the growth of the figure just before, where a growth is that one's; else nothing."""
        if before is None or before.style or before.name in self.growths or not (rate.growth and rate.growth.style):
            return ""
        base = growing(self._figures.get(before.name))
        if base is None or not _BETWEEN.fullmatch(text, before.end, rate.growth.start):
            return ""
        wanted = POINTS if base.unit in RATES else PERCENT
        is_of_it = rate.figure is None or rate.figure.unit == wanted
        return f"{{{before.name}:{rate.growth.style}}}" if is_of_it else ""


def _growth_at(text: str, number: _Number) -> _Growth | None:
    """What makes a rate the growth of something: its style, or the words before it."""
    if number.figure is None or not _is_rate(number.figure):
        return None
    if number.style in GROWTH_STYLES:
        return _Growth(number.start, "" if number.style == "环比" else number.style)
    match = _GROWTH.search(text, max(0, number.start - _LONGEST), number.start)
    return _growth(match) if match else None


def _listed(text: str, before: _Number | None, number: _Number) -> _Growth | None:
    """What makes a rate a growth in a list of them (分别增长5%、6%); of which figure it is not clear."""
    if before is None or before.growth is None or number.figure is None or not _is_rate(number.figure):
        return None
    return _Growth(number.start, "") if _IN_LIST.fullmatch(text, before.end, number.start) else None


def _growth(match: re.Match[str]) -> _Growth:
    style = _style_of(match["since"] or "")
    return _Growth(match.start(), "" if match["how"] and match["how"] != "基本" else style)


def _style_of(since: str) -> str:
    """The style that tells growth since the year before in these words; empty for another time."""
    if since in ("", "同比"):
        return since or "增长"
    match = _YEARLY.fullmatch(since)
    if match is None:
        return ""
    return "较上年同期" if match["same"] else "比上年" if match["how"] == "比" else "较上年"


def _is_rate(figure: Figure) -> bool:
    """Whether a figure is a rate that has no value before it, as growth is."""
    return isinstance(figure, Quantity) and figure.previous is None and figure.unit in (*RATES, *DIFFERENCES)


def _is_news(text: str, number: _Number) -> bool:
    """Whether a typed number is last year's news: growth, a rank, any in digits that is not the same every year."""
    if number.growth or number.figure is None:
        return bool(number.growth)
    is_written = number.figure.kind == "rank" or _DIGIT.search(text, number.start, number.end) is not None
    return is_written and not is_fixed(number.figure)


def _start(text: str, hit: Hit) -> int:
    """Where what is to be written begins: of a rank, the number."""
    match = _PLACE.match(text, hit.start, hit.end) if hit.figure.kind == "rank" else None
    return match.end() if match else hit.start


def _unit(text: str, number: _Number) -> str:
    """The unit that stays behind what is to be written."""
    unit = "" if number.figure is None else number.figure.unit
    return unit if text.endswith(unit, number.start, number.end) else ""
