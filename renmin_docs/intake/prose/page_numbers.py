"""Numbers of pages and of a reader's slices: in lines of their own, at the beginning of lines, within words.

A number that counts something, numbers a box or marks a heading stays: what is taken out fits nowhere, and counts on
from page to page.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.figures.measures import UNITS
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.intake.prose.paragraphs import Paragraph

_LINES: tuple[str, ...] = (
    r"[-—–－―_~\s]*[-—–－―~]\s*\d{1,4}\s*[-—–－―~][-—–－―_~\s]*",
    r"[-—–－]?\s*第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*[(（]?共\s*\d{1,4}\s*页[)）]?)?\s*[-—–－]?",
    r"\d{1,4}\s*/\s*\d{1,4}|Page\s+\d+(?:\s+of\s+\d+)?",
    r"[-=_*—─━·.]{6,}",
)
"""Lines that a printer or a file puts between pages."""
_BEGINS = frozenset("-—–－―_~=*─━·.第P0123456789")
"""How those lines begin, so that others need not be tried."""
_LONGEST = 120
_BARE = lazy("[0-9]{1,3}")
_LEAST_PAGE = 60
"""Characters of a page, at least."""
LABELS = ("专栏", "附件", "附表", "附图", "图", "表", "案例", "第", "专题")
"""What a number belongs to that stands behind it."""

INNER_PAGE = lazy(r"(?<=[\u4e00-\u9fff，、])\s{0,3}[-—–－]\s?[0-9]{1,3}\s?[-—–－]\s{0,3}(?=[\u4e00-\u9fff])")
"""A page number that copying has put inside a sentence."""


def page_numbers(lines: list[Paragraph]) -> dict[int, str]:
    """The lines that hold numbers of pages, by place, without them; nothing for lines that are such a number alone."""
    found = dict.fromkeys(_alone(lines), "")
    cut: dict[int, set[_Number]] = {}
    for number in (*_slices(lines), *_within(lines)):
        cut.setdefault(number.place, set()).add(number)
    for place, numbers in cut.items():
        text = lines[place].text
        for number in sorted(numbers, reverse=True):
            text = text[: number.start] + text[number.end :]
        found[place] = text.strip()
    return found


@cache
def _line() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in _LINES))


def _alone(lines: list[Paragraph]) -> set[int]:
    """The places of the lines that number or part pages.

    A bare number is one where the next one counts on from it and a page's text is between them: those of a list or a
    table stand closer, and those of boxes below the same words.
    """
    texts = ((place, line.text.strip()) for place, line in enumerate(lines))
    likely = [(place, text) for place, text in texts if text[:1] in _BEGINS]
    found = {place for place, text in likely if len(text) <= _LONGEST and _line().fullmatch(text)}
    bare = [(place, int(text)) for place, text in likely if _BARE().fullmatch(text)]
    above = {place: lines[place - 1].text.strip() if place else "" for place, _ in bare}
    bare = [(place, number) for place, number in bare if not above[place].endswith(LABELS)]
    for (place, number), (next_place, next_number) in pairwise(bare):
        between = sum(len(line.text) for line in lines[place + 1 : next_place]) if next_number == number + 1 else 0
        if between >= _LEAST_PAGE and above[place] != above[next_place]:
            found |= {place, next_place}
    return found


class _Number(NamedTuple):
    """A number that may be a page's: the line that it stands in, from where to where, what it counts."""

    place: int
    start: int
    end: int
    number: int


def _pairs(lines: list[Paragraph]) -> set[str]:
    """All pairs of characters that stand beside each other: words of the text, cut by no page's end."""
    return {one + other for line in lines for one, other in pairwise(line.text)}


_SLICE = lazy(r"\s*([0-9]{1,3})\s?[、.．]\s*(?=[^\s0-9])")
_HIGHER_MARK = lazy("[。！；](?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_BROKEN_OFF = lazy(r"[，。；].*[\u4e00-\u9fff0-9，、]\Z")
_FIRST = 2
"""The number of the page that a text may begin with, at most."""
_EVEN = 0.9
"""The shortest of slices, measured by the longest."""
_LEAST_SLICE = 25


def _slices(lines: list[Paragraph]) -> Iterator[_Number]:
    """The numbers that a reader of documents puts before its slices: lines that begin in the middle of a sentence."""
    pairs: set[str] = set()
    for run in _runs_of_slices(lines):
        joints = [number for number in run if number.place and (number.number > 1 or number is not run[0])]
        if joints and all(_BROKEN_OFF().search(_above(lines, number)) for number in joints):
            pairs = pairs or _pairs(lines)
            if _are_slices(joints, lines, pairs):
                yield from run


def _runs_of_slices(lines: list[Paragraph]) -> list[list[_Number]]:
    """The lines that begin with 1、 2、 3、, those of one run together."""
    runs: list[list[_Number]] = []
    for place, line in enumerate(lines):
        match = _SLICE().match(line.text) if line.text.lstrip()[:1].isdecimal() else None
        if match:
            number = _Number(place, match.start(), match.end(), int(match[1]))
            if runs and number.number == runs[-1][-1].number + 1:
                runs[-1].append(number)
            elif number.number <= _FIRST:
                runs.append([number])
    return runs


def _above(lines: list[Paragraph], number: _Number) -> str:
    return lines[number.place - 1].text.strip()[-_LONGEST:]


def _are_slices(joints: list[_Number], lines: list[Paragraph], pairs: set[str]) -> bool:
    """Whether lines are slices: a higher mark within them, words that stand whole elsewhere, or equal lengths."""
    texts = [lines[number.place].text[number.end :] for number in joints]
    above = [_above(lines, number) for number in joints]
    if any(map(_HIGHER_MARK().search, (*texts, *above))):
        return True
    words = sum(one[-1] + other[0] in pairs and "。" in other for one, other in zip(above, texts, strict=True))
    lengths = [len(lines[number.place - 1].text) for number in joints]
    even = len(lengths) > 2 and min(lengths) >= max(_LEAST_SLICE, _EVEN * max(lengths))
    return 2 * words >= len(joints) or even


_INNER = lazy(
    "[0-9](?<=[\u4e00-\u9fff，。；！？：”）].)[0-9]{0,2}(?![0-9个名家户次项件年月日号万亿元余多条场人处米时岁版期届类级种])"
    "(?:、(?=[\u4e00-\u9fff])|(?=[\u4e00-\u9fff“（\n]))"
)
"""A number within a sentence that counts nothing by the commonest units."""
_LONGEST_UNIT = 4
_BUILDS = (
    "构建",
    "打造",
    "实施",
    "形成",
    "建设",
    "围绕",
    "聚焦",
    "推进",
    "建立",
    "落实",
    "完善",
    "推行",
    "坚持",
    "开展",
)
"""What stands before a number that begins the name of a plan: 打造1核2翼."""
_AT_MARK = lazy(r"[一二三四五六七八九十]{1,2}[是、]|（[一二三四五六七八九十]{1,2}）")
_UNEVEN = 2.5
"""How much longer than the shortest page the longest may be."""


class _Inner(NamedTuple):
    """A number within the text, in a run from the first page on.

    Attributes:
        number: The number.
        at: Where it stands, counted from the beginning of the text.
        before: The run before it.
        length: How many numbers the run has with it.
    """

    number: _Number
    at: int
    before: _Inner | None
    length: int


def _within(lines: list[Paragraph]) -> list[_Number]:
    """The numbers of pages within sentences: a run that counts from 1 or 2 on, a page's text between each two."""
    ends: dict[int, _Inner] = {}
    at = 0
    for place, line in enumerate(lines):
        text = line.text
        for match in _INNER().finditer(text + "\n"):
            if _fits(text, match.start(), match.end()):
                continue
            number = _Number(place, match.start(), match.end(), int(match[0].rstrip("、")))
            before = ends.get(number.number - 1)
            if before and at + match.start() - before.at >= _LEAST_PAGE:
                ends[number.number] = _Inner(number, at + match.start(), before, before.length + 1)
            elif number.number <= _FIRST and number.number not in ends:
                ends[number.number] = _Inner(number, at + match.start(), None, 1)
        at += len(text)
    run = _run(max(ends.values(), key=lambda inner: inner.length, default=None))
    return [inner.number for inner in run] if len(run) > 1 and _are_pages(run, lines) else []


def _fits(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to the words around it: a label before it, a unit behind it, the name of a plan."""
    before = text[max(0, start - 2) : start]
    if before.endswith((*LABELS, *_BUILDS)) or (end == len(text) and start == 0):
        return True
    return any(text[end : end + length] in UNITS for length in range(1, _LONGEST_UNIT + 1))


def _run(last: _Inner | None) -> list[_Inner]:
    run: list[_Inner] = []
    while last:
        run.append(last)
        last = last.before
    return run[::-1]


def _are_pages(run: list[_Inner], lines: list[Paragraph]) -> bool:
    """Whether a run is the pages': never twice below the same words, and in a word, before a mark, or evenly spread."""
    texts = [(lines[inner.number.place].text, inner.number) for inner in run]
    if len({text[max(0, number.start - 2) : number.start] for text, number in texts}) < len(run):
        return False
    pairs = _pairs(lines)
    if any(
        _AT_MARK().match(text, number.end) or text[number.start - 1] + text[number.end : number.end + 1] in pairs
        for text, number in texts
    ):
        return True
    pages = [other.at - one.at for one, other in pairwise(run)]
    pages += [run[0].at] if run[0].number.number == 1 else []
    return len(run) > 2 and max(pages) <= _UNEVEN * min(pages)
