"""Numbers of pages and of a reader's slices: in lines of their own, at the beginning of lines, within words.

A number that counts something, numbers a box or marks a heading stays: what is taken out fits nowhere, and counts on
from page to page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from renmin_docs.figures.measures import UNITS
from renmin_docs.intake.prose.marks_alone import heading_numbers
from renmin_docs.intake.prose.paragraphs import Lines, Paragraph
from renmin_docs.patterns import lazy

_LINES: tuple[str, ...] = (
    r"[-—–－―_~\s]*[-—–－―~]\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-—–－―~][-—–－―_~\s]*",
    r"[-—–－]?\s*第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*[(（]?共\s*\d{1,4}\s*页[)）]?)?\s*[-—–－]?",
    r"\d{1,4}\s*/\s*\d{1,4}|Page\s+\d+(?:\s+of\s+\d+)?",
    r"[-—–－―]\s*\d{1,4}\s*一|一\s*\d{1,4}\s*[-—–－―]",  # as a dash is recognized on paper
    r"[-=_*—─━·.]{6,}",
)
"""Lines that a printer or a file puts between pages."""
_LINE = lazy("|".join(_LINES))
_BEGINS, _ENDS = frozenset("-—–－―_~=*─━·.一第P0123456789"), frozenset("-—–－―_~=*─━·.一页)）0123456789")
"""How those lines begin and end, so that others need not be tried."""
_LONGEST = 120
_LONGEST_BARE = 3
_BARE = lazy(f"(?!0)[0-9]{{1,{_LONGEST_BARE}}}")
_LEAST_PAGE = 60
"""Characters of a page, at least."""
_LEAST_PAGES, _BESIDE, _LONGEST_LINE = 3, 2, 40
"""Pages whose numbers have the same words beside them, how many lines away, of how many characters."""
LABELS = ("专栏", "附件", "附表", "附图", "图", "表", "案例", "第", "专题")
"""What a number belongs to that stands behind it."""

INNER_PAGE = lazy(
    r"[-—–－\s](?<=[\u4e00-\u9fff，、].)(?:(?<=[-—–－])|(?<=\s)\s{0,2}[-—–－])"
    r"\s?[0-9]{1,3}\s?[-—–－]\s{0,3}(?=[\u4e00-\u9fff])"
)
"""A page number that copying has put inside a sentence."""

_OF_PAGES = r"第\s?[0-9]{1,4}\s?页\s?[,，/]?\s?共\s?[0-9]{1,4}\s?页"
PAGE = lazy(_OF_PAGES)
"""A page's number and the count of pages."""
OF_PAGES = lazy(rf"{_OF_PAGES}(?=[^\s，。；、）])")
"""The same, with the text glued to it."""


def page_numbers(whole: Lines) -> dict[int, str]:
    """The lines that hold numbers of pages, by place, without them; nothing for lines that are such a number alone."""
    lines = whole.each
    alone = _alone(whole.bare)
    found = dict.fromkeys(alone | _headers(whole.bare, alone), "")
    cut: dict[int, set[_Number]] = {}
    for number in (*_slices(whole), *_within(lines, whole.text + "\n")):
        cut.setdefault(number.place, set()).add(number)
    for place, numbers in cut.items():
        text = lines[place].text
        for number in sorted(numbers, reverse=True):
            text = text[: number.start] + text[number.end :]
        found[place] = text.strip()
    return found


def _alone(texts: list[str]) -> set[int]:
    """The places of the lines that number or part pages.

    A bare number is one where the next one counts on from it and a page's text is between them: those of a list or a
    table stand closer, and those of boxes below the same words.
    """
    likely = [(place, text) for place, text in enumerate(texts) if text[0] in _BEGINS and text[-1] in _ENDS]
    found = {place for place, text in likely if len(text) <= _LONGEST and _LINE().fullmatch(text)}
    bare = [(place, int(text)) for place, text in likely if len(text) <= _LONGEST_BARE and _BARE().fullmatch(text)]
    heading = heading_numbers(texts, bare)
    bare = [(place, number) for place, number in bare if place not in heading]
    if not bare:
        return found
    above = {place: texts[place - 1] if place else "" for place, _ in bare}
    bare = [(place, number) for place, number in bare if not above[place].endswith(LABELS)]
    for (place, number), (next_place, next_number) in pairwise(bare):
        between = sum(map(len, texts[place + 1 : next_place])) if next_number == number + 1 else 0
        if between >= _LEAST_PAGE and above[place] != above[next_place]:
            found |= {place, next_place}
    return found


def _headers(lines: list[str], alone: set[int]) -> set[int]:
    """The places of what stands above or below each page, beside its number; of a title all places but the first."""
    if len(alone) < _LEAST_PAGES:
        return set()
    near = {at for place in alone for at in range(max(place - _BESIDE, 0), place + _BESIDE + 1)} - alone
    texts = {at: lines[at] for at in sorted(near) if at < len(lines) and len(lines[at]) <= _LONGEST_LINE}
    counts = Counter(texts.values())
    repeated = {at: text for at, text in texts.items() if counts[text] >= _LEAST_PAGES and not text.endswith("。")}
    titles = {text: at for at, text in reversed(repeated.items()) if _TITLED().match(text)}
    return {at for at, text in repeated.items() if titles.get(text) != at}


class _Number(NamedTuple):
    """A number that may be a page's: the line that it stands in, from where to where, what it counts."""

    place: int
    start: int
    end: int
    number: int


_SLICE = lazy(r"\s*([0-9]{1,3})\s?(?:[、.．]\s*(?=[^\s0-9])|、(?=[0-9]))")
_HIGHER_MARK = lazy("[。！；]\\s?(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_BROKEN_OFF = lazy(r"(?<=[\u4e00-\u9fff0-9，、])\Z")
_STOPS = frozenset("，。；")
_TITLED = lazy(r"\A.{4,60}?(?:总结|报告|汇报|小结|计划|要点|思路)(?:\s|\Z)")
"""A title, which a reader's first slice begins with and a list does not."""
_BEGINS_SLICE = frozenset(" \t\u30000123456789")
_FIRST = 2
"""The number of the page that a text may begin with, at most."""
_EVEN = 0.9
"""The shortest of slices, measured by the longest."""
_LEAST_SLICE = 25


def _slices(whole: Lines) -> Iterator[_Number]:
    """The numbers that a reader of documents puts before its slices: lines that begin in the middle of a sentence."""
    lines, pairs = whole.each, set[str]()
    for run in _runs_of_slices(lines):
        joints = [number for number in run if number.place and (number.number > 1 or number is not run[0])]
        are_broken = bool(joints) and all(_is_broken_off(_above(lines, number)) for number in joints)
        may_be_titled = are_broken or (bool(joints) and "。" in lines[run[0].place].text)
        if are_broken and not pairs:  # what stands beside each other in words that no page's end cuts
            pairs = set(map(add, whole.text, whole.text[1:]))
        if (may_be_titled and _is_titled(run[0], lines)) or (are_broken and _are_slices(joints, lines, pairs)):
            yield from run


def _is_titled(first: _Number, lines: list[Paragraph]) -> bool:
    """Whether a first slice begins with the title: in the first line, or as a line above has it, too."""
    match = _TITLED().match(lines[first.place].text, first.end if first.place else 0) if first.number == 1 else None
    return match is not None and (
        not first.place or any(line.text.strip() == match[0].strip() for line in lines[: first.place])
    )


def _runs_of_slices(lines: list[Paragraph]) -> list[list[_Number]]:
    """The lines that begin with 1、 2、 3、, those of one run together."""
    runs: list[list[_Number]] = []
    for place in [place for place, line in enumerate(lines) if line.text[0] in _BEGINS_SLICE]:
        if match := _SLICE().match(lines[place].text):
            number = _Number(place, match.start(), match.end(), int(match[1]))
            if runs and number.number == runs[-1][-1].number + 1:
                runs[-1].append(number)
            elif number.number <= _FIRST:
                runs.append([number])
    return runs


def _is_broken_off(text: str) -> bool:
    """Whether a line ends within a sentence, and has some of it or another before."""
    return _BROKEN_OFF().search(text, len(text)) is not None and not _STOPS.isdisjoint(text[:-1])


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


_COUNTED = "个名家户次项件年月日号万亿元余多条场人处米时岁版期届类级种"
"""What a number counts by the commonest units."""
_INNER = lazy(
    "[0-9](?:(?<=[\u4e00-\u9fff，。；！？：”）].)|(?<=[\u4e00-\u9fff，、] .)(?=[0-9]{0,2}\n))[0-9]{0,2}"
    f"(?![0-9{_COUNTED}])"
    "(?:、(?=[\u4e00-\u9fff])|(?=[\u4e00-\u9fff“（\n]))"
)
_INNER_HINT = lazy(f"[0-9](?:(?<=[^\x00-\x7f].)|(?<=[^\x00-\x7f] .))[0-9]{{0,2}}[^\x00-\x09\x0b-\x7f{_COUNTED}]")
"""A number within a sentence that counts nothing by these units, and a simple pattern that each such place holds."""
_LONGEST_UNIT = 4
_WORDS = "街道 部门 干部 支部 党组 小组 站点 试点 平台 单位 条件 事项 市场 方面 部分"
"""Words that end as a unit does."""
_BUILDS = ("构建", "打造", "实施", "形成", "建设", "围绕", "聚焦", "推进", "建立", "落实", "完善", "推行", "坚持")
"""What stands before a number that begins the name of a plan: 打造1核2翼."""
_AT_MARK = lazy(r"[一二三四五六七八九十]{1,2}[是、]|（[一二三四五六七八九十]{1,2}）")
_FIRST_AGAIN = lazy("(?<![0-9])1、")
_LEAST_EVEN, _MOST_WORDS = 3, 20
_UNEVEN = 2.5
"""How much longer than the shortest page the longest may be."""


class _Inner(NamedTuple):
    """A number within the text, in a run from the first page on.

    Attributes:
        start: Where it begins, counted from the beginning of the text.
        end: Where it ends.
        number: What it counts.
        before: The number before it in the run.
    """

    start: int
    end: int
    number: int
    before: _Inner | None


def _within(lines: list[Paragraph], text: str) -> Iterator[_Number]:
    """The numbers of pages within sentences: a run that counts from 1 or 2 on, a page's text between each two."""
    first = _SLICE().match(text)
    ends = {1: _Inner(0, first.end(), 1, None)} if first and first[1] == "1" else {}
    for match in _INNER().finditer(text) if _INNER_HINT().search(text) else ():
        start, end = match.span()
        number = int(match[0].rstrip("、"))
        before = ends.get(number - 1)
        is_next = before is not None and start - before.start >= (_LEAST_SLICE if "、" in match[0] else _LEAST_PAGE)
        if (is_next or (number <= _FIRST and number not in ends)) and not _fits(text, start, end):
            ends[number] = _Inner(start, end, number, before if is_next else None)
    run = _run(ends[max(ends)]) if ends else []
    if len(run) > 1 and _are_pages(run, text):
        starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
        for inner in run:
            place = bisect_right(starts, inner.start) - 1
            start = inner.start - (text[inner.start - 1] == " ")
            yield _Number(place, start - starts[place], inner.end - starts[place], inner.number)


def _fits(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to the words around it: a label before it, a unit behind it, the name of a plan."""
    before = text[max(0, start - 2) : start]
    if text[start - 1] + text[end] in _WORDS:
        return False
    units = (text[end : end + length] for length in range(1, _LONGEST_UNIT + 1))
    return before.endswith((*LABELS, *_BUILDS)) or any(unit in UNITS for unit in units)


def _run(last: _Inner | None) -> list[_Inner]:
    run: list[_Inner] = []
    while last:
        run.append(last)
        last = last.before
    return run[::-1]


def _cut_word(text: str, inner: _Inner) -> str:
    """The characters on both sides of a number, spaces and the line's end aside."""
    return text[max(0, inner.start - 2) : inner.start].strip()[-1:] + text[inner.end : inner.end + 2].strip()[:1]


def _are_pages(run: list[_Inner], text: str) -> bool:
    """Whether a run is the pages': never twice behind the same words; in a word, at a mark, or evenly spread."""
    words = [_cut_word(text, inner) for inner in run[:_MOST_WORDS]]
    cut = [word in text for word in words]
    if not all(cut) and len({text[max(0, inner.start - 2) : inner.start] for inner in run}) < len(run):
        return False
    if text[run[-1].end - 1] == "、":  # a list that runs on is numbered so, too, and its marks are the highest
        if _FIRST_AGAIN().search(text, run[0].end):  # pages don't begin anew
            return False
        return any(cut) or _HIGHER_MARK().search(text, run[0].end, run[-1].start) is not None
    if any(cut) or any(_AT_MARK().match(text, inner.end) for inner in run):
        return True
    if all(text[inner.start - 1] == " " and text[inner.end] == "\n" for inner in run):
        return True
    pages = [other.start - one.start for one, other in pairwise(run)]
    pages += [run[0].start] if run[0].number == 1 else []
    return len(run) >= _LEAST_EVEN and max(pages) <= _UNEVEN * min(pages)
