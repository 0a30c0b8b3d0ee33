"""Marks before a text: 一、 （一） 1. （1） of headings, 一是 and 第一， of series.

Wrong forms are read too (1、 or （一）、 or half-width brackets), since rules look at them.
Source: GB/T 9704-2012, 7.3.3.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from renmin_docs.numerals import number_of

_CHINESE = "[一二三四五六七八九十百零〇]{1,4}"
_FORMS: tuple[tuple[str, str, int], ...] = (
    ("一、", rf"({_CHINESE})[、,，.．](?![一二三四五六七八九十]、)", 1),
    ("（一）", rf"[（(]({_CHINESE})[）)][、，,.]?", 2),
    ("1.", r"([0-9]{1,3})(?:[.．](?:(?![0-9])|(?=[12][0-9]{3}年))|、)", 3),
    ("（1）", r"[（(]([0-9]{1,3})[）)][、，,.]?", 4),
    ("一是", rf"({_CHINESE})是", 0),
    ("第一，", rf"第({_CHINESE})[，、,：:]", 0),
)
"""Form, pattern of what is read as it, and the level of heading that it marks; 0 for series within a text."""
_MARKS = tuple((form, re.compile(pattern), level) for form, pattern, level in _FORMS)
_NEXT = re.compile(rf"{_CHINESE}(?![是大项个件方要])")
_SPACE = re.compile(r"\s*")


class Mark(NamedTuple):
    """A mark at the beginning of a text.

    Attributes:
        form: Which of the forms it is, by that of the first.
        number: Its number, from 1; 0 where the numeral is none.
        level: The level of heading that the form stands for, from 1; 0 for a series.
        start, end: Where it stands.
    """

    form: str
    number: int
    level: int
    start: int
    end: int


def mark_at(text: str, start: int = 0) -> Mark | None:
    """The mark that a text begins with, blanks before it aside.

    >>> mark_at("（十二）党建"), mark_at("党建")
    (Mark(form='（一）', number=12, level=2, start=0, end=4), None)
    """
    space = _SPACE.match(text, start)
    begin = space.end() if space else start
    for form, pattern, level in _MARKS:
        match = pattern.match(text, begin)
        if match and not (level == 1 and _counts_on(text, match)):
            return Mark(form, number_of(match[1]), level, begin, match.end())
    return None


def _counts_on(text: str, match: re.Match[str]) -> bool:
    """Whether the next number follows at once: 三、四季度 is no heading."""
    behind = _NEXT.match(text, match.end())
    return behind is not None and number_of(behind[0]) == number_of(match[1]) + 1
