"""The headings and the title that a report makes by itself: patterns with the names of its periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Annotated, TypeAlias

from pydantic import AfterValidator

from renmin_docs.errors import Finding, TextError
from renmin_docs.report.fields import Line, Model, Text
from renmin_docs.report.names import KNOWN
from renmin_docs.report.text import literal, mentions

_OF_HEADINGS = ("period", "next_period")
_OF_TITLES = ("name", *_OF_HEADINGS)
"""The names that messages suggest; those of `names.KNOWN` are known in either pattern."""
_NAME = {"name": "organization"}
_PART = re.compile(r"\{\{|\}\}|\{\s*(\w+)\s*\}")


def _require(known: Collection[str]) -> Callable[[str], str]:
    def require(pattern: str) -> str:
        parts = [mention.name + (f":{mention.style}" if mention.style else "") for mention in mentions(pattern)]
        expected = "、".join(f"{{{name}}}" for name in known)
        if findings := [
            Finding("pattern_part", found=f"{{{part}}}", expected=expected)
            for part in parts
            if part not in (*known, *KNOWN)
        ]:
            raise TextError(*findings)
        return pattern

    return require


HeadingPattern: TypeAlias = Annotated[Line, AfterValidator(_require(_OF_HEADINGS))]
TitlePattern: TypeAlias = Annotated[Text, AfterValidator(_require(_OF_TITLES))]

DEFAULT_TITLE = "{name}{period}工作总结和{next_period}工作打算"


class Headings(Model):
    """The headings of the three kinds of chapters, for a chapter that has none and is alone of its kind."""

    achievements: HeadingPattern = "{period}工作开展情况"
    """Of 工作情况; `{period}` and `{next_period}` stand for the periods."""
    difficulties: HeadingPattern = "存在的困难和问题"
    """Of 困难和问题."""
    plans: HeadingPattern = "{next_period}工作打算"
    """Of 工作打算."""


def from_pattern(pattern: str, words: Mapping[str, str]) -> str:
    """The text that a pattern makes; braces in the words are doubled, as texts have them.

    Args:
        pattern: A pattern.
        words: See `names.names_of`; `{name}` stands for the organisation too.

    >>> from_pattern("{name}{时段}工作总结", {"organization": "人民街道", "时段": "2022年"})
    '人民街道2022年工作总结'
    """
    return _PART.sub(lambda match: literal(words[_NAME.get(match[1], match[1])]) if match[1] else match[0], pattern)


def is_from_pattern(text: str | None, pattern: str, words: Callable[[], Mapping[str, str]]) -> bool:
    """Whether a text is what a pattern makes; most end otherwise, and the words need not be found."""
    if text is None or "{" not in pattern:
        return text == pattern
    return text.endswith(pattern.rpartition("}")[2]) and text == from_pattern(pattern, words())
