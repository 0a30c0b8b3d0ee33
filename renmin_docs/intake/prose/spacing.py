"""Spaces that print as gaps: in a spread title, around numbers in Chinese text, before stops."""

from __future__ import annotations

import re
from functools import lru_cache

from renmin_docs.intake.prose.marks import begins_with_mark, read_mark
from renmin_docs.intake.prose.page_numbers import LABELS
from renmin_docs.patterns import lazy

_HAN = "\u3400-\u9fff"
_NUMBER = "[0-9](?:[0-9.,]*[0-9])?[%‰]?"
_BEFORE = f"{_HAN}，、；：（“"
"""What stands before a number within a sentence; a number at the beginning of a line may be a mark."""

_MARKS = "，。；：！？、”）"
_ANY = f"[{_HAN}{_MARKS}“（]|{_NUMBER}"
_LINE_OF_ONES = rf"(?:{_NUMBER}[ \u3000]+)?(?:[{_HAN}][ \u3000]+){{2}}(?:(?:{_ANY})[ \u3000]+)+[{_HAN}{_MARKS}]"
_END_OF_TITLE = "|".join(r"[ \u3000]+".join(word) for word in ("总结", "报告", "汇报", "小结", "计划"))
SPREAD = lazy(rf"(?<![^\n])(?P<indent>[ \u3000\t]*)(?:{_LINE_OF_ONES}|{_END_OF_TITLE})(?![^\n])")
"""A line of single characters and numbers, as titles are set wide by hand; of two where they end a title."""
STRAY = lazy(f" (?<=[^ \n] ) *(?=[{_MARKS}])| (?<=[，、；（“] ) ?(?=[{_HAN}])")
"""Spaces before a stop, and one or two behind a comma: more are a blank to be filled in."""
GAPS_BEFORE = lazy(f" (?<=[{_BEFORE}] ) *{_NUMBER} *(?=[{_HAN}])")
GAPS_BEHIND = lazy(f"[0-9](?:(?<=[{_BEFORE}].)(?:[0-9.,]*[0-9])?[%‰]?|(?<![0-9].)[0-9]{{3}}(?= +年)) +(?=[{_HAN}])")
"""A number with a space before it, or behind it; a year also at the beginning of a line."""
_LONGEST = 60
"""Characters in which the mark of a heading is looked for before a gap."""
_NAMES = lazy("(?:情况|工作|成效|成绩|问题|困难|不足|措施|经验|做法|亮点|举措|建设|管理|治理|服务)\\Z")
"""Words that headings end in and that are not counted."""
_COUNTS = lazy(f"[{_HAN}]{{1,3}}[，。；、：）]")
"""A unit with nothing behind it: the number counts what stands before it."""
_SIGNED = lazy(" +[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日(?:印发)?(?![^\n])")
"""What parts a date at the end of a line from who signs or prints."""
_YEAR = lazy(" +(?:19|20)[0-9]{2} *年")

LONG, _LEAST_GAPS, _SHORTEST = 120, 2, 4
NO_LINE = frozenset("。！？：；，")
"""What no line that stands alone holds."""


def gathered(match: re.Match[str]) -> str:
    """A spread line without the spaces in it; its indent stays.

    >>> SPREAD().sub(gathered, "  工 作 总 结")
    '  工作总结'
    """
    return str(match["indent"]) + "".join(match[0].split())


def without_spaces(match: re.Match[str]) -> str:
    """The same without spaces; a space before a number that may part a heading from its text stays.

    >>> GAPS_BEFORE().sub(without_spaces, "召开会议 32 场")
    '召开会议32场'
    >>> [GAPS_BEFORE().sub(without_spaces, text) for text in ("工作总结和 2023 年打算", "一、抓党建 2023年集中学习")]
    ['工作总结和2023年打算', '一、抓党建 2023年集中学习']
    >>> GAPS_BEFORE().sub(without_spaces, "一 2023年工作情况")
    '一 2023年工作情况'
    """
    bare, text, start = "".join(match[0].split()), match.string, match.start()
    if match[0][0].isspace() and _SIGNED().match(text, start):
        return match[0]
    gap = match[0][: len(match[0]) - len(match[0].lstrip())]
    if not gap:
        return match[0] if text[max(0, start - 2) : start].endswith(LABELS) else bare
    is_year = _YEAR().match(text, start) is not None
    parts = (is_year and (gap.startswith("  ") or _stands_alone(match))) or _ends_heading(match, is_year=is_year)
    return gap + bare if parts else bare


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the gap before a year is behind a line that was put in one with others."""
    before = match.string[max(0, match.start() - _LONGEST) : match.start()].rpartition(" ")[2]
    is_line = len(before) >= _SHORTEST and NO_LINE.isdisjoint(before) and " " not in match[0].strip()
    return is_line and not match[0][-1].isspace() and is_of_lines(match.string)


@lru_cache(maxsize=2)  # asked for every year of a line in turn
def is_of_lines(text: str) -> bool:
    """Whether a text is of several lines that were put in one with spaces between them."""
    return len(text) > LONG and text.count("。 ") >= _LEAST_GAPS


def _ends_heading(match: re.Match[str], *, is_year: bool) -> bool:
    """Whether the gap before a number stands behind words that a mark opened, and the number counts none of them."""
    before = match.string[max(0, match.start() - _LONGEST) : match.start()]
    words = before[max(before.rfind(stop) for stop in "。；！？") + 1 :]
    if len(words) == _LONGEST or not begins_with_mark(words + match[0] + match.string[match.end()]):
        return False
    if is_year or _NAMES().search(words):
        return True
    has_gap = " " in read_mark(words)[1] or not begins_with_mark(words)
    return not (has_gap or match[0][-1].isspace() or _COUNTS().match(match.string, match.end()))
