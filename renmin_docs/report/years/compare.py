"""Two reports side by side: figures with their growth, and what became of the plans."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures import Breakdown, Figure, Quantity
from renmin_docs.report.models import WorkReport
from renmin_docs.report.names import written
from renmin_docs.report.sections import Point, Section
from renmin_docs.report.text import fill
from renmin_docs.report.texts import texts
from renmin_docs.report.unfilled import is_unfilled

_ENOUGH = 0.6
"""The share of the pairs of characters in a plan's name that a text of achievements must have."""
_MOST_TEXTS = 200
"""How many texts one plan is held against; only in a report of as many like sentences are there more."""
_CLAUSE = re.compile(r"[^，。；：！？\s]{1,24}")
_NO_WORD = re.compile("[^\u4e00-\u9fffA-Za-z0-9]")


class ComparedFigure(NamedTuple):
    """A figure in both reports, or in one of them.

    Attributes:
        name: Its name.
        last: The earlier report's; None where it has none of this name.
        this: The later report's.
        growth: The growth as a report writes it, 同比增长10.67%; empty where the two can't be compared.
    """

    name: str
    last: Figure | None
    this: Figure | None
    growth: str = ""


class Plan(NamedTuple):
    """A plan of the earlier report, and where the later one mentions it.

    Attributes:
        path: Its key path in the earlier report.
        promise: Its heading, its lead, or its first words.
        mentioned_at: The key path of what the later report achieved of it; empty where it is not mentioned again.
        mention: What stands there.
    """

    path: str
    promise: str
    mentioned_at: str = ""
    mention: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it is mentioned among the later report's achievements."""
        return bool(self.mentioned_at)


class Comparison(NamedTuple):
    """What `compare` finds.

    Attributes:
        figures: All figures, in the order of the later report, then those that it lacks.
        plans: The plans of the earlier report.
        findings: Figures whose `previous` in the later report is not what the earlier one has.
    """

    figures: tuple[ComparedFigure, ...]
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...] = ()


def compare(last: WorkReport, this: WorkReport) -> Comparison:
    """An earlier report beside a later one."""
    last, this = last.checked(), this.checked()
    names = dict.fromkeys((*this.figures, *last.figures))
    figures = tuple(_compared(name, last.figures.get(name), this.figures.get(name)) for name in names)
    mentions = _Mentions(_achieved(this))
    plans = tuple(mentions.of(path, promise) for path, promise in _promises(last))
    return Comparison(figures, plans, tuple(finding for each in figures for finding in _disagreement(each)))


def _disagreement(compared: ComparedFigure) -> Iterator[Finding]:
    """A previous value in the later report that is not the earlier one's; growth computed from it differs, too."""
    before, now = _rank(compared.last), _rank(compared.this)
    if before is None or now is None:
        before, now = _number(compared.last), _number(compared.this)
    if before is None or now is None or now.previous is None or before.unit != now.unit:
        return
    said = before.altered(value=now.previous)
    if said.as_printed().value != before.as_printed().value:
        place = f"figures.{compared.name}"
        yield Finding("previous_differs", place=place, found=str(said), expected=str(before))


def _compared(name: str, last: Figure | None, this: Figure | None) -> ComparedFigure:
    before, now = _number(last), _number(this)
    growth = ""
    if before is not None and now is not None and before.unit == now.unit:
        try:
            growth = format(Quantity(**{**dict(now), "previous": before.value}), "同比")
        except (FigureError, ValueError):  # nothing grows from zero
            growth = ""
    return ComparedFigure(name, last, this, growth or _move(last, this))


def _move(last: Figure | None, this: Figure | None) -> str:
    """By how many places a rank is another; empty for other figures."""
    before, now = _rank(last), _rank(this)
    if before is None or now is None or before.form != now.form:
        return ""
    return format(now.replace(previous=before.value), "升降")


def _rank(figure: Figure | None) -> Any:
    """The rank that a figure is, or moved to; None for one that is none."""
    return getattr(figure, "rank", None)


def _number(figure: Figure | None) -> Quantity | None:
    """The one number that a figure is; None for one that is none."""
    if isinstance(figure, Breakdown):
        return _number(figure.total)
    return figure if isinstance(figure, Quantity) or figure is None else figure.rate


# --- plans ------------------------------------------------------------------------------------


def _promises(report: WorkReport) -> Iterator[tuple[str, str]]:
    """Every plan with its key path: the points, those with points in them by these."""
    write = _writer(report)
    for path, chapter in report.placed_chapters():
        if path.startswith("plans"):
            for place, point in _points(path, chapter):
                match = _CLAUSE.match(write(point.heading or point.lead or _first(point)))
                if match:
                    yield place, match[0]


def _points(path: str, section: Section) -> Iterator[tuple[str, Point]]:
    for at, item in enumerate(section.body):
        if isinstance(item, Section):
            inner = [*_points(f"{path}.body[{at}]", item)]
            yield from inner or [(f"{path}.body[{at}]", item)]


def _first(point: Point) -> str:
    return next((item for item in point.body if isinstance(item, str)), "")


def _achieved(report: WorkReport) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every text of the achievements that is filled in, with its pairs of characters."""
    write = _writer(report)
    achieved = [text for text in texts(report) if text.path.startswith(("achievements", "others"))]
    unfilled = {text.path.rpartition(".body")[0] for text in achieved if is_unfilled(text.text)}
    for text in achieved:
        if unfilled.isdisjoint(_above(text.path)):
            printed = write(text.text)
            yield text.path, printed, _pairs(printed)


def _above(path: str) -> Iterator[str]:
    """The key paths above one."""
    while path := path.rpartition(".")[0]:
        yield path


def _writer(report: WorkReport) -> Callable[[str], str]:
    """Makes what a text prints."""
    tokens = written(report)
    return lambda text: fill(text, tokens)


class _Mentions:
    """The texts of a later report, found by the pairs of characters in them."""

    def __init__(self, texts: Iterable[tuple[str, str, frozenset[str]]]) -> None:
        self._texts = list(texts)
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, _, pairs) in enumerate(self._texts):
            for pair in pairs:
                self._with[pair].append(at)

    def of(self, path: str, promise: str) -> Plan:
        """A plan with the text that has most of its words; the first of them."""
        wanted = _pairs(promise)
        shares = ((len(wanted & self._texts[at][2]) / len(wanted), -at) for at in self._candidates(wanted))
        share, at = max(shares, default=(0.0, 0))
        if share < _ENOUGH:
            return Plan(path, promise)
        return Plan(path, promise, self._texts[-at][0], self._texts[-at][1])

    def _candidates(self, wanted: frozenset[str]) -> Iterable[int]:
        """The texts that may have enough of the pairs: those with none of the rarest have too few of the others."""
        rarest = sorted((self._with.get(pair, []) for pair in wanted), key=len)
        needed = len(rarest) - math.ceil(_ENOUGH * len(rarest)) + 1
        return dict.fromkeys(islice(chain.from_iterable(rarest[:needed]), _MOST_TEXTS))


def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, punctuation left out."""
    words = _NO_WORD.sub("", text)
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
