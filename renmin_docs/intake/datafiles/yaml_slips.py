"""Slips that YAML reads as text in silence: a list sign without its blank, a key that ends up in a text.

One row a slip: the rule it breaks, how a line with it begins, and in which texts it is one. What is quoted in one line
is meant as it stands. Slips that only the place of a text in a report can tell are in `doubts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.vocabulary import MAPPINGS

WORDS = frozenset(word for keys in MAPPINGS.values() for key, row in keys.items() for word in (key, row.zh))
"""All keys of data files, in both spellings."""
COLONS = ":：﹕︰∶꞉"
"""The colon, and what is typed for it."""
BLANKS = "\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
"""What looks like a blank, or like nothing, and does not indent: full-width, non-breaking, zero-width."""
_HYPHENS = "−－﹣‐‑+-"
_BULLETS = "*·•∙‧・●○◦▪▫■□◆◇‣►▶➢➤–—―"
_NUMERALS = "一二三四五六七八九十"
_MARK = (
    rf"[（(](?:[{_NUMERALS}]+|[0-9]+)[)）]|第?[{_NUMERALS}]+[、章]|第[{_NUMERALS}]+[，：:]"
    rf"|[0-9]+[.．、)）](?![0-9])|[{_NUMERALS}]+是|[①-⑳]"
)
_SENTENCE_END = re.compile(r"[。！？][”’」』）)》]*\Z")
_OPENING = "“‘「『《〈【（([{"
"""Marks with which the lines of one text may begin as well."""
_AMOUNT = r"[0-9.,]+[^\s，。；、：！？]{0,8}\Z"
"""A number with its unit: what stands behind a sign there is no list item."""
_STUCK = rf"(?P<sign>[{_HYPHENS}])(?!(?P=sign))(?!{_AMOUNT})"
SIGN = rf"(?P<sign>[{_BULLETS}{_HYPHENS}])(?!(?P=sign))(?!{_AMOUNT})"
"""A sign of a list, and what is typed for it; two of them are a dash, or bold text."""


class Scalar(NamedTuple):
    """A text as a file writes it.

    Attributes:
        style: Its quotation mark, `|` or `>`; empty for a plain one.
        lines: The lines of the file from its beginning to its end.
        source: The same lines, whole.
        before: What stands before it in its first line.
        line: The number of that line, from 1.
        is_key: Whether it is a key.
        in_flow: Whether it stands in brackets.
    """

    style: str
    lines: list[str]
    source: list[str]
    before: str
    line: int
    is_key: bool = False
    in_flow: bool = False

    @property
    def begins_line(self) -> bool:
        """Whether only blanks stand before it."""
        return not self.before.strip()

    @property
    def stands_alone(self) -> bool:
        """Whether it stands in a line of its own, or right behind its key: it is no item of a list."""
        return not self.in_flow and (self.begins_line or self.before.rstrip().endswith(":"))


class Slip(NamedTuple):
    """One kind of slip: its message's row, how its line begins (a `word` in it is a key of ours), where it is one."""

    rule: str
    pattern: Callable[[], re.Pattern[str]]
    applies: Callable[[Scalar], bool] = lambda _: True

    def matches(self, line: str) -> bool:
        """Whether a line begins so."""
        match = self.pattern().match(line)
        return match is not None and match.groupdict().get("word") in {None, *WORDS}


_FIRST = (
    Slip("yaml_list_sign", lazy(rf"[{BLANKS}]*{_STUCK}\s*\S")),
    Slip("yaml_list_sign", lazy(rf"[{BLANKS}]*{SIGN}\s*\S"), lambda scalar: scalar.stands_alone),
    Slip("yaml_wide_comma", lazy(rf".*[，；、]\s*(?P<word>\w+)\s?[{COLONS}]"), lambda scalar: scalar.in_flow),
)
"""Slips at the beginning of a plain text."""
_KEY = (
    Slip("yaml_wide_blank", lazy(rf"[{BLANKS}]"), lambda scalar: scalar.begins_line),
    Slip("yaml_list_sign", lazy(rf"{SIGN}\s*\S"), lambda scalar: scalar.begins_line),
    Slip("yaml_no_blank", lazy(r"(?P<word>\w+):.")),
    Slip("yaml_wide_colon", lazy(rf"(?P<word>\w+)[{COLONS}].")),
)
"""Slips in a plain key."""
_NEXT = (
    Slip("yaml_item_folded", lazy(rf"{SIGN}(?:[\s{BLANKS}]+\S|[^\s0-9.])")),
    Slip("yaml_key_folded", lazy(rf"(?P<word>\w+)\s?[{COLONS}]")),
    Slip("yaml_key_folded", lazy(r"[^\W\d]\w{0,11}:[^\s/\\]")),
    Slip("yaml_line_folded", lazy(_MARK)),
    Slip("yaml_line_folded", lazy("＃|//")),  # a comment, as it is typed or as other languages write it
)
"""How a further line of a plain text begins that is no part of the text above."""
_ENCLOSED = (Slip("", lazy(r"-\s")), Slip("", lazy(r"(?:-\s+)?(?P<word>\w+)\s?:(?:\s|\Z)")))
"""How a line begins that stands in a text by mistake: in quotation marks, or below `|` or `>`."""

FIRST_CHARACTERS = f"{BLANKS}{_BULLETS}{_HYPHENS}"
"""What a slip begins with, where it is no key; as part of a set of characters in a pattern."""
is_suspect = re.compile(rf"[{FIRST_CHARACTERS}]|\w+\s?[{COLONS}]|[^，；、]*[，；、]\s*\w+\s?[{COLONS}]").match
"""How every plain text in one line, and every key, begins that may be a slip: the others need no closer look."""
_KEY_HEAD = re.compile(rf"\w{{1,20}}\s?([{COLONS}])")


def slip_of(scalar: Scalar) -> Finding | None:
    """The first slip in a text, with its line."""
    if not scalar.style:
        return next(_in_plain(scalar), None)
    return next(_in_quotes(scalar) if scalar.style in "\"'" else _in_block(scalar), None)


def _in_plain(scalar: Scalar) -> Iterator[Finding]:
    for slip in _KEY if scalar.is_key else _FIRST:
        if slip.matches(scalar.lines[0]) and slip.applies(scalar):
            yield _found(slip.rule, scalar, 0)
    for index, line in enumerate(scalar.lines[1:], 1):
        yield from _folded(scalar, index, line.strip(" \t"))


def _folded(scalar: Scalar, index: int, line: str) -> Iterator[Finding]:
    """A line that does not go on with the text above: it begins like something else, or another ended before it."""
    bare = re.sub(rf"\A[{BLANKS}\s]+", "", line)
    before = scalar.lines[index - 1].strip()
    rule = next((slip.rule for slip in _NEXT if slip.matches(bare)), "")
    head = _KEY_HEAD.match(scalar.lines[0])
    if rule == "yaml_key_folded" and head:  # the slip is in the first line, which should be a key as well
        yield _found("yaml_no_blank" if head[1] == ":" else "yaml_wide_colon", scalar, 0)
    elif rule or (bare and before and (bare != line or _begins_anew(bare, before, scalar.lines[0]))):
        yield _found(rule or "yaml_line_folded", scalar, index)


def _begins_anew(line: str, before: str, first: str) -> bool:
    """Whether a line is one of several of a kind: a sentence ended before it, or a sign begins it and the first one."""
    is_sign = not (line[0].isalnum() or line[0] in _OPENING)
    return _SENTENCE_END.search(before) is not None or (is_sign and line[0] == first[:1])


def _in_quotes(scalar: Scalar) -> Iterator[Finding]:
    indent = _column(scalar.before) + (not scalar.begins_line)
    for line in scalar.lines[1:]:
        is_left = not scalar.in_flow and _column(line) < indent
        if line.strip() and (is_left or _is_enclosed(line)):
            last = str(scalar.line + len(scalar.lines) - 1)
            yield Finding("yaml_quote_swallows", found=_shown(scalar, 0), expected=last, line=scalar.line)


def _in_block(scalar: Scalar) -> Iterator[Finding]:
    if not any(line.strip() for line in scalar.lines[1:]):
        yield _found("yaml_block_empty", scalar, 0)
    for index, line in enumerate(scalar.lines[1:], 1):
        if _is_enclosed(line):
            yield _found("yaml_block_swallows", scalar, index)


def _is_enclosed(line: str) -> bool:
    return any(slip.matches(line.strip()) for slip in _ENCLOSED)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _found(rule: str, scalar: Scalar, index: int) -> Finding:
    return Finding(rule, found=_shown(scalar, index), line=scalar.line + index)


def _shown(scalar: Scalar, index: int) -> str:
    return quote((scalar.lines if scalar.in_flow else scalar.source)[index].strip(" \t"))
