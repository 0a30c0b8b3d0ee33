"""Finding figures in running text, by longest match.

Unlike `parse`, it takes units from a closed list, and leaves alone what only looks like a figure: dates,
fixed terms (“四上”, 十家村, 二十大), the article 一.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import FigureError
from renmin_docs.figures.chinese import NUMERAL, NUMERALS
from renmin_docs.figures.kinds.in_text import rare_spots
from renmin_docs.figures.notation import (
    JOINER,
    LONGEST,
    MEASURE,
    MIXED,
    NUMBER,
    STEPS,
    half_width,
    parse,
)
from renmin_docs.figures.others import MASKING_SIGNS, MASKING_WORDS, SIGN_MASK, Faulty
from renmin_docs.figures.span import Span
from renmin_docs.figures.tables import (
    CALENDAR,
    DATES,
    FALSE_HEDGES,
    FALSE_UNITS,
    FIXED_TERMS,
    HEDGES,
    MEASURES,
    SCALES,
    UNITS,
    hedges,
    longest_first,
)
from renmin_docs.patterns import Shape, lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renmin_docs.figures.base import Figure


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


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, longest_first(words)))


_BEFORE = "|".join(rf"(?<![{FALSE_HEDGES[word]}]){word}" if word in FALSE_HEDGES else word for word in hedges("before"))
_BETWEEN = rf"(?:{_any(hedges('between'))})?"
_AFTER = rf"(?:{_any(hedges('after'))})(?![级游班联])"
_SCALE = _any(scale for scale in SCALES if scale)
_TAIL = rf"{_BETWEEN}(?:个(?=[万亿]))?(?:{_SCALE})?{_BETWEEN}"
_REAL = rf"(?!{_any(FALSE_UNITS)})"
_UNIT = rf"{_REAL}(?:{_any(UNITS)})(?![A-Za-z])"
_MEASURE = rf"{_REAL}(?:{MEASURE})"
_FREE = r"(?<![0-9A-Za-z.,第])(?<![0-9][-—])"
_ARABIC = rf"[-+]?(?:{NUMBER})"
_END = rf"(?:{_SCALE})?(?:{_UNIT})?"
_CALENDAR_END = f"[{''.join(CALENDAR)}]"
_NUMERAL = rf"(?<![零〇一二两三四五六七八九十百千万亿第]){NUMERAL}"
_SIGNS = rf"(?<![0-9A-Za-z×*.第])(?:{SIGN_MASK})"
_JOINERS = "～~〜∼—–-─―至到"
_SCALE_SIGNS = "万亿"
_HEDGING_SIGNS = {word[0] for word in hedges("after")}
_WORDS = "好?几[十百千]?|数(?=[十百千万亿])[十百千]?|[一二三四五六七八九]?十几"


def _hedged(number: str, tail: str) -> str:
    """A number with what must follow it, hedged before or behind or not at all."""
    return rf"(?:{_BEFORE})?(?:{number}){tail}(?:{_AFTER})?"


def _shape(pattern: str, signs: Iterable[str] = ()) -> Shape:
    return Shape(lazy(pattern), frozenset(signs))


_SIGN_SHAPE = _shape(_hedged(_SIGNS, _TAIL + _UNIT), MASKING_SIGNS)
_WORD_SHAPE = _shape(_hedged(_WORDS, rf"{_TAIL}{_MEASURE}|(?:{_WORDS})(?:{_SCALE})"), MASKING_WORDS)
_NUMERAL_SHAPE = _shape(_hedged(_NUMERAL, _TAIL + _MEASURE))
_ARABIC_SHAPES = (
    _shape(_FREE + _hedged(_ARABIC, _TAIL + _UNIT), string.digits),
    _shape(_FREE + _hedged(_ARABIC, rf"{_BETWEEN}(?:个(?=[万亿]))?(?:{_SCALE}){_BETWEEN}"), _SCALE_SIGNS),
    _shape(_FREE + _hedged(MIXED, rf"{_BETWEEN}(?:{_UNIT})?"), STEPS),
)
_BARE_SHAPES = (
    _shape(rf"{_FREE}{_ARABIC}{_END}(?:{JOINER}){_ARABIC}(?:{_SCALE})?(?:{_UNIT}|{_CALENDAR_END})", _JOINERS),
    # hedged wrong behind: the right part of it
    _shape(rf"{_FREE}{_ARABIC}{_TAIL}{_UNIT}", _HEDGING_SIGNS),
    _shape(rf"{_FREE}{_ARABIC}(?:{_SCALE})", _SCALE_SIGNS),
)
_HEDGED_SHAPES = (*_ARABIC_SHAPES, _NUMERAL_SHAPE, _WORD_SHAPE, _SIGN_SHAPE)
_SHAPES = {
    **dict.fromkeys("0123456789.+-", (*_ARABIC_SHAPES, *_BARE_SHAPES, _SIGN_SHAPE)),
    **dict.fromkeys(NUMERALS, (_NUMERAL_SHAPE, _WORD_SHAPE)),
    **dict.fromkeys("几数好", (_WORD_SHAPE,)),
    **dict.fromkeys(MASKING_SIGNS, (_SIGN_SHAPE,)),
}
"""First character → what a figure that begins so can look like; any other character begins a hedge."""

_NUMBER_SIGNS = f"+0-9.{NUMERALS}几数好{MASKING_SIGNS}-"
_FOLLOWING = "".join(sorted({word[0] for word in MEASURES.union(hedges("between"))}))


def _hedge_start(word: str) -> str:
    """Where a hedge begins that stands before a number."""
    start = rf"(?<=(?<![{FALSE_HEDGES[word]}]){word[0]})" if word in FALSE_HEDGES else f"(?<={word[0]})"
    return start + word[1:]


_STARTS = (
    "(?<=[-+])[0-9.]|(?<=(?<![0-9A-Za-z.第])[0-9.])",
    rf"(?<=(?<![{NUMERALS}第])[{NUMERALS}])(?=[{NUMERALS}]{{0,{LONGEST}}}[{_FOLLOWING}])",
    rf"(?<=[几{MASKING_SIGNS}])|(?<=[好十])(?=几)|(?<=[一二三四五六七八九])(?=十几)|(?<=数)(?=[十百千万亿])",
    rf"(?:{'|'.join(map(_hedge_start, hedges('before')))})(?=[{_NUMBER_SIGNS}])",
)
_HEDGE_SIGNS = "".join(sorted({word[0] for word in hedges("before")}))
_START = lazy(rf"[{_HEDGE_SIGNS}{_NUMBER_SIGNS}](?:{'|'.join(_STARTS)})")
"""Where a figure may begin: one class of characters, for which the search is fast, and looks back at it and ahead."""

_FAULTS = frozenset({"hedges_stacked", "hedge_on_decimal"})
"""What is wrong with a number, and still shows that it is one; any other error says that it is none."""

_REACHED = tuple(word for word, row in HEDGES.items() if row.bound == "reached")
"""达300余人 is right: 达 is the verb of the sentence, and the figure begins behind it."""

_CLOSED = lazy("|".join((*DATES, *FIXED_TERMS)))
_ARTICLES = "一二"
_ARTICLE = lazy(rf"[{_ARTICLES}](?:{MEASURE})")


def scan(text: str) -> list[Hit]:
    """Every figure of a text, from left to right, none within another.

    A number that is written wrong is yielded as a `Faulty`, which has no value; `Hit.fault` is the error that `parse`
    raises for it.

    >>> [(str(hit.figure), hit.start, hit.end) for hit in scan("新增3家企业，营业额9.75亿元，1-10月增长10.67%。")]
    [('3家', 2, 4), ('9.75亿元', 10, 16), ('1—10月', 17, 22), ('10.67%', 24, 30)]
    >>> hit = scan("惠及约1200余人次")[0]
    >>> str(hit.figure), hit.figure.value, hit.fault.findings[0].rule
    ('约1200余人次', None, 'hedges_stacked')
    """
    plain = half_width(text)
    hits: list[Hit] = []
    closed: list[tuple[int, int]] | None = None
    end = 0
    for match in _START().finditer(plain):
        hit = _hit_at(plain, match.start()) if match.start() >= end else None
        if hit is None:
            continue
        if closed is None:
            closed = [found.span() for found in _CLOSED().finditer(plain)]
        if isinstance(hit.figure, Span) or not _touches(closed, hit):
            hits.append(hit)
            end = hit.end
    return _with_rare(plain, hits)


def _with_rare(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits with the rarer kinds of figures, which go before what else is found in the same place."""
    found = [Hit(figure, *spot) for spot in rare_spots(text) if (figure := _read(text[slice(*spot)])) is not None]
    if not found:
        return hits
    taken = [(hit.start, hit.end) for hit in found]
    return sorted([*found, *(hit for hit in hits if not _touches(taken, hit))], key=attrgetter("start"))


def _hit_at(text: str, start: int) -> Hit | None:
    """The longest figure that begins at a place."""
    shapes = _SHAPES.get(text[start], _HEDGED_SHAPES)
    near = text[start : start + LONGEST]  # no figure is longer
    tried = (shape.pattern().match(text, start) for shape in shapes if shape.may_be_in(near))
    ends = {match.end() for match in tried if match}
    for end in sorted(ends, reverse=True):
        found = text[start:end]
        if found[0] not in _ARTICLES or not _ARTICLE().fullmatch(found):
            figure = _read(found)
            if figure is not None:
                return Hit(figure, start, end)
    return None


def _read(text: str) -> Figure | None:
    """The figure of a text; a `Faulty` where it is one that is written wrong, None where it is none."""
    try:
        return parse(text)
    except FigureError as error:
        is_fault = any(finding.rule in _FAULTS for finding in error.findings) and not text.startswith(_REACHED)
        return Faulty(text=text, faults=error.findings) if is_fault else None


def _touches(closed: list[tuple[int, int]], hit: Hit) -> bool:
    """Whether the hit lies on one of the places (dates, fixed terms), which stand in order."""
    before = bisect_left(closed, (hit.end,)) - 1
    return before >= 0 and closed[before][1] > hit.start
