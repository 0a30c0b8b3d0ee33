"""Wrong forms as rows: a pattern of what is wrong, and what would be right.

Most rules on numbers, marks and words are of this one form. A pattern never begins with something of open length that
may also stand before it, so that a search takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from renmin_docs.messages import Severity
from renmin_docs.patterns import lazy
from renmin_docs.proofread.passages import Passage
from renmin_docs.proofread.rules import Slip, rule

HAN = "\u4e00-\u9fff"
"""Chinese characters, for use within [ ]."""
START = r"(?<![0-9A-Za-z.．\-])"
"""Before a number that is no part of a code or of a longer number."""
NUMBER = r"[0-9]{1,16}+(?:\.[0-9]{1,8}+)?+"
NUMERALS = "一二三四五六七八九十"
DIGITS = "〇零一二三四五六七八九"

Remedy = str | Callable[["re.Match[str]"], str | None]
"""What would be right: a template for `re.Match.expand`, or a function that gives it; None, or the very words,
where nothing is wrong."""


class Form(NamedTuple):
    """A wrong form: its pattern, whose group `w`, if any, is what is wrong; what would be right; how grave it is."""

    pattern: Callable[[], re.Pattern[str]]
    remedy: Remedy
    severity: Severity | None = None

    def right(self, match: re.Match[str]) -> str | None:
        """What would be right in place of a match; None where nothing is wrong."""
        return match.expand(self.remedy) if isinstance(self.remedy, str) else self.remedy(match)


def form(pattern: str, remedy: Remedy, severity: Severity | None = None) -> Form:
    """A row of a rule; the pattern is compiled when it is first used."""
    return Form(lazy(pattern), remedy, severity)


def register(name: str, *rows: Form, **options: Any) -> None:
    """Register a rule that looks for wrong forms; the options are those of `rules.rule`."""

    @rule(name, "passage", **options)
    def looks(passage: Passage) -> Iterator[Slip]:
        return slips_of(rows, passage)


def slips_of(rows: tuple[Form, ...], passage: Passage) -> Iterator[Slip]:
    r"""The wrong forms in a passage, each place once, by the first row that matches; none in the head of a table.

    >>> from renmin_docs.proofread.passages import Passage
    >>> [slip.expected for slip in slips_of((form("([0-9]+)号", r"\1日"),), Passage("8号"))]
    ['8日']
    """
    if passage.cell is not None and passage.cell.is_head:
        return
    seen = bytearray()
    for row in rows:
        for match in row.pattern().finditer(passage.text):
            start, end = match.span("w" if "w" in match.re.groupindex else 0)
            seen = seen or bytearray(len(passage.text))
            expected = None if any(seen[start:end]) else row.right(match)
            if expected is not None and expected != passage.text[start:end]:
                seen[start:end] = b"\1" * (end - start)
                yield Slip(start, end, expected=expected, severity=row.severity)
