"""Spaces that print as gaps: between the letters of a spread title, and around numbers in Chinese text."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    f"(?<=[{_BEFORE}]) +(?!(?:19|20)[0-9]{{2}} *年){_NUMBER} *(?=[{_HAN}])|(?<=[{_BEFORE}]){_NUMBER} +(?=[{_HAN}])"
    "|(?<![0-9])(?:19|20)[0-9]{2} +(?=年)"
)
"""A number with a space before or behind it; before a year the space may part a heading from its text."""


def without_spaces(match: re.Match[str]) -> str:
    """The same without spaces.

    >>> SPREAD().sub(without_spaces, "工 作 总 结"), GAPS().sub(without_spaces, "召开会议 32 场")
    ('工作总结', '召开会议32场')
    """
    return "".join(match[0].split())
