"""Spaces that print as gaps: between the letters of a spread title, and around numbers in Chinese text."""

from __future__ import annotations

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
GAPS = lazy(
    f"(?<=[{_BEFORE}]) +{_NUMBER} *(?=[{_HAN}])|(?<=[{_BEFORE}]){_NUMBER} +(?=[{_HAN}])"
    "|(?<![0-9])(?:19|20)[0-9]{2} +(?=年)"
)
"""A number with a space before or behind it."""
_YEAR = lazy(" +(?:19|20)[0-9]{2} *年")


def without_spaces(match: re.Match[str]) -> str:
    """The same without spaces; a space before a year that may part a heading from its text stays.

    >>> SPREAD().sub(without_spaces, "工 作 总 结"), GAPS().sub(without_spaces, "召开会议 32 场")
    ('工作总结', '召开会议32场')
    >>> GAPS().sub(without_spaces, "工作总结和 2023 年打算"), GAPS().sub(without_spaces, "一、抓党建 2023年集中学习")
    ('工作总结和2023年打算', '一、抓党建 2023年集中学习')
    """
    bare = "".join(match[0].split())
    if not match[0][0].isspace() or not _YEAR().match(match.string, match.start()):
        return bare
    before = match.string[: match.start()]
    parts = match[0].startswith("  ") or (begins_with_mark(before) and not any(stop in before for stop in "。；"))
    gap = match[0][: len(match[0]) - len(match[0].lstrip())]
    return gap + bare if parts else bare
