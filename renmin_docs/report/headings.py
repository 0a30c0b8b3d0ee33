"""The headings and the title that a report makes by itself: patterns with the names of its periods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator

from renmin_docs.errors import Finding, TextError
from renmin_docs.report.fields import Line, Model, Text
from renmin_docs.report.periods import next_period
from renmin_docs.report.text import mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_OF_HEADINGS = ("period", "next_period")
_OF_TITLES = ("name", *_OF_HEADINGS)
_PART = re.compile(r"\{\{|\}\}|\{\s*(\w+)\s*\}")


def _require(known: Collection[str]) -> Callable[[str], str]:
    def require(pattern: str) -> str:
        parts = [mention.name + (f":{mention.style}" if mention.style else "") for mention in mentions(pattern)]
        expected = "、".join(f"{{{name}}}" for name in known)
        if findings := [
            Finding("pattern_part", found=f"{{{part}}}", expected=expected) for part in parts if part not in known
        ]:
            raise TextError(*findings)
        return pattern

    return require


HeadingPattern: TypeAlias = Annotated[Line, AfterValidator(_require(_OF_HEADINGS))]
TitlePattern: TypeAlias = Annotated[Text, AfterValidator(_require(_OF_TITLES))]

DEFAULT_TITLE = "{name}{period}工作总结和{next_period}工作打算"


class Headings(Model):
    """The headings of the three kinds of chapters, for a chapter that brings none and is alone of its kind."""

    achievements: HeadingPattern = "{period}工作开展情况"
    """Of 工作情况; `{period}` and `{next_period}` stand for the periods."""
    difficulties: HeadingPattern = "存在的困难和问题"
    """Of 困难和问题."""
    plans: HeadingPattern = "{next_period}工作打算"
    """Of 工作打算."""


def from_pattern(pattern: str, period: str, name: str = "") -> str:
    """The text that a pattern makes; braces in the name are doubled, as texts have them.

    >>> from_pattern("{name}{period}工作总结", "2022年", "人民街道"), from_pattern("{next_period}打算", "2022年")
    ('人民街道2022年工作总结', '2023年打算')
    """
    words = {"period": period, "next_period": next_period(period), "name": name.replace("{", "{{").replace("}", "}}")}
    return _PART.sub(lambda match: words[match[1]] if match[1] else match[0], pattern)
