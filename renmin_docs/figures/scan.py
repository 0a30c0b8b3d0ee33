"""Finding figures in running text, by longest match.

Unlike `parse`, it takes units from closed lists (`measures`), and leaves alone what only looks like a figure
(`lookalikes`): dates, fixed terms (“四上”, 十家村, 二十大), the article 一. How figures begin is in `beginnings`, where
they end in `endings`; what they say is `parse`'s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.base import Figure
from renmin_docs.figures.beginnings import START, after_hedges, ends_of
from renmin_docs.figures.kinds.in_text import Spot, rare_spots
from renmin_docs.figures.lookalikes import lookalike_end
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.notation import parse
from renmin_docs.figures.others import Faulty
from renmin_docs.figures.pieces import half_width
from renmin_docs.figures.series import in_unit_of, items_at
from renmin_docs.figures.tables import HEDGES
from renmin_docs.patterns import lazy


class Hit(NamedTuple):
    """A figure in a text.

    Attributes:
        figure: What `parse` reads there; a `Faulty` where a number is written wrong, whose value is None.
        start: Where it begins.
        end: Where it ends.
    """

    figure: Figure
    start: int
    end: int

    @property
    def fault(self) -> FigureError | None:
        """What is wrong with a number that is written wrong (约300余次); None for every other figure."""
        return FigureError(*self.figure.faults) if isinstance(self.figure, Faulty) else None


_ENDS = ends_of()
_ARTICLES = "一二"
_COUNTED_ONE = MEASURES - {"年", "倍"}
"""Behind 一 and 二 these say nothing of a number: 一个, 一起."""
_FAULTS = frozenset({"hedges_stacked", "hedge_on_decimal", "span_hedged", "digits_parted", "times_negative"})
"""What is wrong with a number, and still shows that it is one; most other errors say that it is none."""

_FAULTS_IN = {
    "estimate_form": lazy("、"),
    "span_order": lazy("[～至到]"),
    "numeral_form": lazy(".+点|^[一二两三四五六七八九][十百千万亿]."),
}
"""What is wrong only in a text of this form: 3-2栋 is no range, 百户 no number."""

_OF_AGE = lazy("岁及?以[上下]$")
"""超过60岁以上老人的一半: the first hedge belongs to what follows."""

_WITHIN = "内"
"""3至5年内 is right: within a time that is itself a range."""

_OPEN_UNITS = ("", "个")
"""Units of numbers in a list that may have that of the last one."""

_VERBS = tuple(word for word, row in HEDGES.items() if row.bound == "reached" or row.round_only)
"""Hedges that are words of the sentence where the number has another one."""

_BARE = lazy(r"[0-9]+(?:\.[0-9]+)?(?=[的，。；、）)])")
"""A number without a unit, which behind a hedge is a figure: 指数超过100的天数."""


def scan(text: str) -> list[Hit]:
    """Every figure of a text, from left to right, none within another.

    A number that is written wrong is yielded as a `Faulty`, which has no value; `Hit.fault` is the error that `parse`
    raises for it. In a list whose unit stands behind the last number, each number has that unit.

    >>> [(str(hit.figure), hit.start, hit.end) for hit in scan("新增3家企业，营业额9.75亿元，1-10月增长10.67%。")]
    [('3家', 2, 4), ('9.75亿元', 10, 16), ('1—10月', 17, 22), ('10.67%', 24, 30)]
    >>> [str(hit.figure) for hit in scan("分别回落2.16和1.66个百分点")]
    ['2.16个百分点', '1.66个百分点']
    >>> hit = scan("惠及约1200余人次")[0]
    >>> str(hit.figure), hit.figure.value, hit.fault.findings[0].rule
    ('约1200余人次', None, 'hedges_stacked')
    """
    plain = half_width(text)
    hits: list[Hit] = []
    end = 0
    for match in START().finditer(plain):
        start = match.start()
        if start < end:
            continue
        number = after_hedges(plain, start)
        end = lookalike_end(plain, number)
        if not end:
            hits += _hits_at(plain, start, number)
            end = hits[-1].end if hits else 0
    rare = rare_spots(plain)
    return _with_rare(plain, hits, rare) if rare else hits


def _with_rare(text: str, hits: list[Hit], spots: list[Spot]) -> list[Hit]:
    """The hits with the rarer kinds of figures, which go before what else is found in the same place."""
    found = [
        Hit(figure, start, end) for start, end, ahead in spots if (figure := _read(ahead + text[start:end])) is not None
    ]
    taken = [(hit.start, hit.end) for hit in found]
    others = (hit for hit in hits if not touches(taken, hit.start, hit.end))
    return sorted([*found, *others], key=attrgetter("start"))


def _read(text: str) -> Figure | None:
    """The figure of a text; a `Faulty` where it is one that is written wrong, None where it is none."""
    try:
        return parse(text)
    except FigureError as error:
        return Faulty(text=text, faults=error.findings) if _is_fault(text, error.findings) else None


def _hits_at(text: str, start: int, number: int) -> Iterator[Hit]:
    """The longest figure that begins at a place, its number behind any hedge, or all figures of the list there."""
    hit = _hit_at(text, start, number)
    items, at = items_at(text, number) if hit is None or hit.figure.unit in _OPEN_UNITS else ([], number)
    last = _hit_at(text, at, at) if items else None
    carried = in_unit_of(last.figure, items, text[start:number]) if last else []
    if last and carried:
        places = [start, *(item.start for item in items[1:])]
        yield from (Hit(*made) for made in zip(carried, places, (item.end for item in items), strict=True))
        yield last
    elif hit:
        yield hit


def _hit_at(text: str, start: int, number: int) -> Hit | None:
    """The longest figure that begins at a place, its number behind a hedge."""
    found_ends = {end for ends in _ENDS.get(text[number : number + 1], ()) for end in ends(text, number)}
    if not found_ends and start < number and (bare := _BARE().match(text, number)):
        found_ends = {bare.end()}
    for end in sorted(found_ends, reverse=True):
        found = text[start:end]
        if found[0] in _ARTICLES and found[1:] in _COUNTED_ONE:
            continue
        try:
            return Hit(parse(found), start, end)
        except FigureError as error:
            if start < number and _is_of_sentence(found, error.findings):
                return _hit_at(text, number, number)
            if _is_fault(found, error.findings):
                return Hit(Faulty(text=found, faults=error.findings), start, end)
    return None


def _is_of_sentence(text: str, findings: tuple[Finding, ...]) -> bool:
    """Whether a hedge before a hedged number is a word of the sentence: 达300余人."""
    is_stacked = any(finding.rule == "hedges_stacked" for finding in findings)
    return is_stacked and (text.startswith(_VERBS) or _OF_AGE().search(text) is not None)


def _is_fault(text: str, findings: tuple[Finding, ...]) -> bool:
    """Whether what keeps a text from being read shows that it is a figure."""
    rules = {finding.rule for finding in findings}
    if rules == {"span_hedged"} and text.endswith(_WITHIN):
        return False
    if not rules.isdisjoint(_FAULTS):
        return True
    return any(rule in rules and form().search(text) for rule, form in _FAULTS_IN.items())


def touches(places: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a place shares characters with one of several others, which stand in order and apart."""
    before = bisect_left(places, (end,)) - 1
    return before >= 0 and places[before][1] > start
