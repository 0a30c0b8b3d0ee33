"""Lines of a title: broken by meaning, and even.

Source: GB/T 9704-2012, 7.3.1 (G): a long title is broken so that its words stay whole, and its lines
form a trapezoid or a diamond.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from math import comb

from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.page import TYPE_AREA_WIDTH
from renmin_docs.standard.text_width import half_widths

_WHOLE = 2 * (TYPE_AREA_WIDTH // BY_IDENTIFIER["title"].size)
LINE = _WHOLE - 4
"""How many half 字 of the title's size a line takes: one 字 less at either end than the type area holds."""

_AFTER = re.compile(r"[和与及的、，；：—](?=.)|(?<=[年月度])(?=.)|[）》”〕](?=.)")
"""Places after which a title may well be broken: conjunctions, 的, a date, punctuation."""
_BEFORE = re.compile(r"(?=关于)|(?=工作)|(?=[（《“〔])|(?=\d{4}年)")
"""Places before which it may be."""
_GLUED = re.compile(r"[0-9A-Za-z.%—-](?=[0-9A-Za-z.%年月日—-])|.(?=[，。、；：？！）》”〕])|[（《“〔](?=.)")
"""Characters after which it may not be: inside numbers and words, before closing punctuation."""

_MOST_DIVISIONS = 20_000


@lru_cache(maxsize=512)
def balanced(title: str) -> str:
    """The title with newlines where its lines end; lines that are given stay, if the type area holds them.

    >>> balanced("人民街道2022年工作总结")
    '人民街道2022年工作总结'
    """
    given = title.split("\n")
    return "\n".join(_broken(line, LINE if len(given) == 1 else _WHOLE) for line in given)


def _broken(line: str, most: int) -> str:
    """A line as it is if it is no wider than `most`; else several."""
    reach = [0, *accumulate(map(half_widths, line))]
    if reach[-1] <= most:
        return line
    ends = (0, *_best(line, reach), len(line))
    return "\n".join(line[start:end] for start, end in pairwise(ends))


def _best(title: str, reach: list[int]) -> tuple[int, ...]:
    """The breaks into as few lines as possible with the least cost; by width alone if none fits.

    Args:
        title: The title.
        reach: Place in the title → width of what stands before it.
    """
    good, possible = _breaks(title)
    fewest = -(-reach[-1] // LINE)
    for count in (fewest, fewest + 1):
        for places in (good, possible):
            if comb(len(places), count - 1) > _MOST_DIVISIONS:
                continue
            costs = [(_cost(at, reach), at) for at in combinations(sorted(places), count - 1)]
            fitting = [(cost, at) for cost, at in costs if cost is not None]
            if fitting:
                return min(fitting)[1]
    return _by_width(reach)


def _breaks(title: str) -> tuple[set[int], set[int]]:
    """Where the title is best broken, and where it may be at all."""
    glued = {match.end() for match in _GLUED.finditer(title)}
    possible = set(range(1, len(title))) - glued
    good = {match.end() for match in _AFTER.finditer(title)} | {match.start() for match in _BEFORE.finditer(title)}
    return good & possible, possible


def _cost(places: tuple[int, ...], reach: list[int]) -> tuple[int, bool] | None:
    """Unevenness; of two equal ones that which widens downwards loses. None where a line is too long."""
    ends = [0, *(reach[place] for place in places), reach[-1]]
    widths = [end - start for start, end in pairwise(ends)]
    widest = max(widths)
    return None if widest > LINE else (widest - min(widths), widths[0] < widths[-1])


def _by_width(reach: list[int]) -> tuple[int, ...]:
    """Lines filled one after another, for titles of very many lines."""
    places: list[int] = []
    start = 0
    for place, width in enumerate(reach):
        if width - start > LINE:
            places.append(place - 1)
            start = reach[place - 1]
    return tuple(places)
