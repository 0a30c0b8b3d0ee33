"""Spaces that print as gaps: in a spread title, around numbers in Chinese text, and where lines of a page ended."""

from __future__ import annotations

from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    import re

_HAN = "\u3400-\u9fff"
_NUMBER = "[0-9](?:[0-9.,]*[0-9])?[%‰]?"
_BEFORE = f"{_HAN}，、；：（“"
"""What stands before a number within a sentence; a number at the beginning of a line may be a mark."""

SPREAD = lazy(f"(?<![^\n])(?:[{_HAN}][ \u3000]+){{3,}}[{_HAN}](?![^\n])")
"""A line of single characters, as titles are set wide by hand."""
GAPS_BEFORE = lazy(f" (?<=[{_BEFORE}] ) *{_NUMBER} *(?=[{_HAN}])")
GAPS_BEHIND = lazy(f"[0-9](?:(?<=[{_BEFORE}].)(?:[0-9.,]*[0-9])?[%‰]?|(?<![0-9].)[0-9]{{3}}(?= +年)) +(?=[{_HAN}])")
"""A number with a space before it, or behind it; a year also at the beginning of a line."""
_YEAR = lazy(" +(?:19|20)[0-9]{2} *年")

FOLDS = lazy(f" (?=[{_HAN}])(?<=[{_HAN}，、；] )")
"""A space that may stand where a line of the page ended."""
_LEAST_FOLDS = 3
_NARROWEST = 10
"""Characters of most pieces, where spaces stand for line breaks."""


def unfolded(match: re.Match[str]) -> str:
    """Nothing where spaces stand for line breaks and the place is within a sentence; else the space.

    A space behind a heading stays: between a mark and the first sentence's end.
    """
    return "" if match.start() in _folds(match.string) else match[0]


@lru_cache(maxsize=2)  # asked for every space of a line in turn
def _folds(text: str) -> frozenset[int]:
    """The spaces of a line that end a line of the page within a sentence."""
    pieces = text.split(" ")
    if len(pieces) <= _LEAST_FOLDS or median(map(len, pieces)) < _NARROWEST:
        return frozenset()
    found: set[int] = set()
    at, in_sentence, stops = 0, False, "，。；"
    for piece in pieces:
        if begins_with_mark(piece):
            in_sentence, stops = False, "。；"
        in_sentence = in_sentence or any(stop in piece for stop in stops)
        at += len(piece)
        if in_sentence:
            found.add(at)
        at += 1
    return frozenset(found)


def without_spaces(match: re.Match[str]) -> str:
    """The same without spaces; a space before a year that may part a heading from its text stays.

    >>> SPREAD().sub(without_spaces, "工 作 总 结"), GAPS_BEFORE().sub(without_spaces, "召开会议 32 场")
    ('工作总结', '召开会议32场')
    >>> [GAPS_BEFORE().sub(without_spaces, text) for text in ("工作总结和 2023 年打算", "一、抓党建 2023年集中学习")]
    ['工作总结和2023年打算', '一、抓党建 2023年集中学习']
    >>> GAPS_BEFORE().sub(without_spaces, "一 2023年工作情况")
    '一 2023年工作情况'
    """
    bare = "".join(match[0].split())
    if not match[0][0].isspace() or not _YEAR().match(match.string, match.start()):
        return bare
    parts = match[0].startswith("  ") or match.start() < _end_of_heading(match.string)
    gap = match[0][: len(match[0]) - len(match[0].lstrip())]
    return gap + bare if parts else bare


@lru_cache(maxsize=2)  # asked for every gap of a line in turn
def _end_of_heading(text: str) -> int:
    """Where the first sentence of a line that begins with a mark ends; 0 for any other line."""
    if not begins_with_mark(text):
        return 0
    return min((at for stop in "。；" if (at := text.find(stop)) >= 0), default=len(text))
