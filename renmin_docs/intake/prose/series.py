"""Series within paragraphs: 一是 … 二是 …, 首先 … 其次 …, 第一 … 第二 ….

Only 一是 is a mark that is written anew; the other words are part of the text and stay in it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from renmin_docs.numerals import ordinal, to_chinese

_STOPS = "。！？；：，”）"
_MOST = 30


class Words(NamedTuple):
    """The words of one kind of series.

    Attributes:
        first: What every text with the series holds: the word before its first point.
        words: What stands before the first point, the second …; alternatives for one place in one pattern.
        is_mark: They are marks, and no part of the text.
    """

    first: str
    words: tuple[str, ...]
    is_mark: bool = False


SERIES: tuple[Words, ...] = (
    Words("一是", tuple(ordinal(number) + r"(?=\S)" for number in range(1, _MOST)), is_mark=True),
    Words("一要", tuple(to_chinese(number) + "要" for number in range(1, 10))),
    Words("第一", tuple(f"第{to_chinese(number)}[，,、：]" for number in range(1, 10))),
    Words(
        "首先", tuple(f"(?:{words})[，,是要]?" for words in ("首先", "其次|然后|再次", "再次|再者|此外|最后", "最后"))
    ),
)


class Piece(NamedTuple):
    """A part of a paragraph: a point of a series, or what stands before the first.

    Attributes:
        mark: Its mark, if it has one.
        text: The part, without the mark.
        is_point: It is one of the points.
    """

    mark: str
    text: str
    is_point: bool


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    """Any of the words where a part of a sentence begins."""
    return re.compile(rf"(?:\A|(?<=[{_STOPS}])|(?<=[{_STOPS}] ))(?:{'|'.join(words.words)})")


def inline_series(text: str) -> tuple[Words, list[Piece]] | None:
    """The series that a paragraph holds, in pieces; None where it holds none of two points or more.

    Numbers must follow one another from the first on, and what stands before the first must be a sentence of
    its own, or end in a colon.
    """
    for words in SERIES:
        if words.first not in text or len(starts := _starts(text, words)) < 2:
            continue
        if not starts[0].start() or text[starts[0].start() - 1] not in "，”）":
            return words, _pieces(text, words, starts)
    return None


def runs_on_inline(text: str) -> bool:
    """Whether a paragraph that begins with 一是 holds the next points as well."""
    return len(_starts(text, SERIES[0])) > 1


def series_up_to(text: str, last: int) -> list[Piece]:
    """The pieces of a paragraph in which 一是 … run up to a number, where a sentence or a colon ends before them."""
    words = SERIES[0]
    starts = list(_pattern(words).finditer(text)) if words.first in text else []
    numbers = [_places(words, match[0])[0] + 1 for match in starts]
    if numbers != [*range(1, last + 1)] or (starts[0].start() and text[starts[0].start() - 1] in "，”）"):
        return []
    return _pieces(text, words, starts)


def leading_series(texts: list[str]) -> tuple[int, int] | None:
    """Where a series of one paragraph a point stands among texts, as a range; None where there is none.

    Only series whose words are part of the text: 一是 is a mark, and read as one.
    """
    for words in SERIES[1:] if len(texts) > 1 else ():
        patterns = _words(words)
        for start in (place for place, text in enumerate(texts) if patterns[0].match(text)):
            pairs = zip(patterns, texts[start:], strict=False)
            count = sum(1 for _ in takewhile(lambda pair: pair[0].match(pair[1]), pairs))
            if count > 1:
                return start, start + count
    return None


def _starts(text: str, words: Words) -> list[re.Match[str]]:
    """The words of one series in their order; none where it begins twice.

    Numbers may leave some out, other words not.
    """
    matches = list(_pattern(words).finditer(text))
    if len(matches) < 2:
        return []
    places = [_places(words, match[0]) for match in matches]
    starts: list[re.Match[str]] = []
    reached = -1
    for match, possible in zip(matches, places, strict=True):
        later = [place for place in possible if place > reached]
        if later and (later[0] == reached + 1 or (words.is_mark and starts)):
            starts.append(match)
            reached = later[0]
    return [] if sum(0 in possible for possible in places) > 1 else starts


@lru_cache(maxsize=1024)  # the same few stand in every report
def _places(words: Words, written: str) -> list[int]:
    """The places in the series that a word may stand at."""
    return [place for place, word in enumerate(_words(words)) if word.fullmatch(written)]


@cache
def _words(words: Words) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(word.replace(r"(?=\S)", "")) for word in words.words)


def _pieces(text: str, words: Words, starts: list[re.Match[str]]) -> list[Piece]:
    first = text[: starts[0].start()].rstrip()
    pieces = [Piece("", first, is_point=False)] if first else []
    ends = [*(match.start() for match in starts[1:]), len(text)]
    for match, end in zip(starts, ends, strict=True):
        begin = match.end() if words.is_mark else match.start()
        pieces.append(Piece(match[0] if words.is_mark else "", text[begin:end].strip(), is_point=True))
    return pieces
