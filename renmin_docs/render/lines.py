"""Lines of a title: broken by meaning, and even.

Source: GB/T 9704-2012, 7.3.1 (G): a long title is broken so that its words stay whole, and its lines
form a trapezoid or a diamond.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import comb

from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.page import TYPE_AREA_WIDTH
from renmin_docs.standard.signature import half_widths

LINE = 2 * (TYPE_AREA_WIDTH // BY_IDENTIFIER["title"].size - 2)
"""How many half 字 of the title's size a line takes: one 字 less at either end than the type area holds."""

_AFTER = re.compile(r"[和与及的、，；：—](?=.)|(?<=[年月度])(?=.)|[）》”〕](?=.)")
"""Places after which a title may well be broken: conjunctions, 的, a date, punctuation."""
_BEFORE = re.compile(r"(?=关于)|(?=工作)|(?=[（《“〔])|(?=\d{4}年)")
"""Places before which it may be."""
_GLUED = re.compile(r"[0-9A-Za-z.%—-](?=[0-9A-Za-z.%年月日—-])|.(?=[，。、；：？！）》”〕])|[（《“〔](?=.)")
"""Characters after which it may not be: inside numbers and words, before closing punctuation."""

_MOST_DIVISIONS = 20_000


def balanced(title: str) -> str:
    """The title with newlines where its lines end; lines that are given stay as they are.

    >>> balanced("人民街道2022年工作总结")
    '人民街道2022年工作总结'
    """
    if "\n" in title or half_widths(title) <= LINE:
        return title
    return "\n".join(_best(title))


def _best(title: str) -> list[str]:
    """The division into as few lines as possible with the least cost; by width alone if none fits."""
    good, possible = _breaks(title)
    fewest = -(-half_widths(title) // LINE)
    for count in (fewest, fewest + 1):
        for places in (good, possible):
            if comb(len(places), count - 1) > _MOST_DIVISIONS:
                continue
            divisions = (_cut(title, at) for at in combinations(sorted(places), count - 1))
            fitting = [lines for lines in divisions if max(map(half_widths, lines)) <= LINE]
            if fitting:
                return min(fitting, key=_cost)
    return _by_width(title)


def _breaks(title: str) -> tuple[set[int], set[int]]:
    """Where the title is best broken, and where it may be at all."""
    glued = {match.end() for match in _GLUED.finditer(title)}
    possible = set(range(1, len(title))) - glued
    good = {match.end() for match in _AFTER.finditer(title)} | {match.start() for match in _BEFORE.finditer(title)}
    return good & possible, possible


def _cut(title: str, places: tuple[int, ...]) -> list[str]:
    ends = (0, *places, len(title))
    return [title[start:end] for start, end in pairwise(ends)]


def _cost(lines: list[str]) -> tuple[int, bool]:
    """Unevenness; of two equal ones the upright trapezoid loses to the one that widens upwards."""
    widths = [half_widths(line) for line in lines]
    return max(widths) - min(widths), widths[0] < widths[-1]


def _by_width(title: str) -> list[str]:
    """Lines filled one after another, for titles of very many lines."""
    lines = [""]
    for character in title:
        if half_widths(lines[-1] + character) > LINE:
            lines.append("")
        lines[-1] += character
    return lines
