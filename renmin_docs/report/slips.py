"""Slips of the keyboard in the texts of a report: what prints, and is hardly meant.

One row a slip: the rule it breaks, where in a text it shows, and in which texts it is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.report.walk import PlacedText

# Chinese characters, their punctuation and full-width forms (from U+3001), quotation marks and dashes.
# Two runs and no more: sets of many runs take Python's compiler milliseconds.
_CHINESE = "[\u2014-\u2026\u3001-\U0003ffff]"
_BESIDE = rf"(?:(?![\u3001-\U0003ffff])[0-9%{{}}]|{_CHINESE})"
_NUMERALS = "一二三四五六七八九十百零〇"
_AROUND = 6


class Slip(NamedTuple):
    """One kind of slip.

    Attributes:
        rule: Key of the row in `messages.RULES`.
        pattern: Where it shows.
        keys: The ends of the key paths that it is looked for in; all texts where there are none.
    """

    rule: str
    pattern: re.Pattern[str]
    keys: tuple[str, ...] = ()


SLIPS: tuple[Slip, ...] = (
    Slip("empty_paragraph", re.compile(r"\A\s*\Z")),
    # a folded text of YAML (`>-`) leaves a space at each fold
    Slip("space_between_chinese", re.compile(f"(?<={_CHINESE}) +(?={_BESIDE})|(?<=[0-9%{{}}]) +(?={_CHINESE})")),
    Slip("indent_typed", re.compile(r"\A[ \t\u3000]+(?=\S)")),
    Slip("full_width_braces", re.compile("｛[^｛｝]*｝")),
    Slip(
        "own_mark",
        re.compile(
            rf"\A\s*(?:[（(](?:[{_NUMERALS}]+|[0-9]+)[)）]、?|第?[{_NUMERALS}]+[、章]|[0-9]+[.．、](?![0-9])"
            rf"|[{_NUMERALS}]+是(?=.)|[①-⑳])"
        ),
        ("heading", "lead"),
    ),
)


def slip_findings(printed: Iterable[PlacedText]) -> Iterator[Finding]:
    """The slips in the texts, each kind at its first place in each text."""
    for path, text, _ in printed:
        for slip in SLIPS:
            if slip.keys and not path.endswith(slip.keys):
                continue
            if match := slip.pattern.search(text):
                yield Finding(slip.rule, place=path, found=_around(text, match))


def _around(text: str, match: re.Match[str]) -> str:
    """The match with a few characters on either side."""
    return quote(text[max(0, match.start() - _AROUND) : match.end() + _AROUND])
