"""Texts of a report: which characters they may hold, the figures they mention, and what is emphasised in them.

`{name}` and `{name:style}` stand for a figure; `{{` and `}}` are braces; `{*` and `*}` and their like stand around
what is emphasised, `{[` and `]}` around a note (see `emphasis`). Everything else is text and is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from renmin_docs import emphasis
from renmin_docs.errors import Finding, TextError
from renmin_docs.messages.shown import quote

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 can't carry (C0, lone surrogates, U+FFFE, U+FFFF), and the other control characters."""

_TOKEN = re.compile(rf"\{{(?:\{{|[{emphasis.SIGNS}]|[^{{}}]*\}})?|\}}\}}?|{emphasis.CLOSING}")
TOKENS = re.compile(f"({_TOKEN.pattern})")
"""Splits a text into what is plain and the tokens between, at the odd places: placeholders, double braces, emphasis."""
_LONGEST_KEPT = 2_000
"""Characters of a text that is kept in pieces for the next who asks: of longer ones few would be kept."""
_EXAMPLE = "@placeholder"


class Mention(NamedTuple):
    """A figure that a text names, and the style that it asks for; empty for the plain form."""

    name: str
    style: str


def literal(text: str) -> str:
    """A text from elsewhere, with its braces doubled, so that they print as braces.

    >>> literal("{% if %}")
    '{{% if %}}'
    """
    if not isinstance(text, str):
        raise TypeError(f"literal takes a text, not {type(text).__name__}")
    return text.replace("{", "{{").replace("}", "}}")


def require_printable(text: str) -> str:
    """The text itself, if a Word document can carry it and its braces pair.

    Raises:
        TextError: With one finding for each control character, surrogate and broken brace.
    """
    if text.isprintable() and "{" not in text and "}" not in text:  # most are
        return text
    if findings := [*character_findings(text), *_broken(text)]:
        raise TextError(*findings)
    return text


def require_characters(text: str) -> str:
    """The text itself, if a Word document can carry it; braces are nothing special in it."""
    if findings := [*character_findings(text)]:
        raise TextError(*findings)
    return text


def is_printable(text: str) -> bool:
    """Whether a Word document can carry a text."""
    return _FORBIDDEN.search(text) is None


def require_one_line(text: str) -> str:
    """The text itself, if there is no line break in it."""
    if "\n" in text:
        raise TextError(Finding("line_break", found=quote(text)))
    return text


def require_name(text: str) -> str:
    """The name itself, if it is not blank and stands in one line; braces are nothing special in it."""
    if not text.strip():
        raise TextError(Finding("blank_name"))
    return require_one_line(require_characters(text))


def mentions(text: str) -> list[Mention]:
    """The figures that a text names, in order."""
    if "{" not in text:
        return []
    return [mention for mention in map(_mention, _pieces(text)[1::2]) if mention is not None]


class Tokens(dict[str, str]):
    """What each token of the texts prints: a placeholder its figure, a double brace a single one, emphasis its mark.

    Attributes:
        has_marks: Whether any text was emphasised.
    """

    def __init__(self, write: Callable[[Mention], str]) -> None:
        super().__init__()
        self._write, self.has_marks = write, False

    def __missing__(self, token: str) -> str:
        if mark := emphasis.MARKS.get(token):
            self.has_marks = True
            self[token] = mark
            return mark
        mention = _mention(token)
        printed = self[token] = token[0] if mention is None else self._write(mention)
        return printed


def fill(text: str, tokens: Tokens) -> str:
    """The text with every placeholder replaced by what it prints, and single braces; emphasis leaves its words.

    >>> fill("{*{shops}*}，{{原文}}", Tokens(lambda mention: "600余家"))
    '600余家，{原文}'
    """
    filled = fill_marked(text, tokens)
    return emphasis.unmarked(emphasis.with_notes_in_brackets(filled)) if tokens.has_marks else filled


def fill_marked(text: str, tokens: Tokens) -> str:
    """The text with placeholders replaced and single braces, and a mark wherever emphasis begins or ends."""
    if "{" not in text and "}" not in text:
        return text
    pieces = [*_pieces(text)]
    pieces[1::2] = map(tokens.__getitem__, pieces[1::2])
    return "".join(pieces)


def _pieces(text: str) -> Sequence[str]:
    """What is plain in a text, and the tokens between, at the odd places."""
    return _kept_pieces(text) if len(text) <= _LONGEST_KEPT else TOKENS.split(text)


@lru_cache(maxsize=512)  # each check takes the texts of a report apart, and then they are printed
def _kept_pieces(text: str) -> tuple[str, ...]:
    return tuple(TOKENS.split(text))


@lru_cache(maxsize=4096)
def _mention(token: str) -> Mention | None:
    """The figure that a token of the text names; None for braces."""
    if len(token) < 3 or not token.startswith("{"):
        return None
    name, _, style = token[1:-1].partition(":")
    return Mention(name.strip(), style.strip())


def character_findings(text: str) -> Iterator[Finding]:
    """What a Word document can't carry of a text."""
    for match in _FORBIDDEN.finditer(text):
        yield Finding(
            "control_character",
            found=f"U+{ord(match.group()):04X}",
            expected=quote(text[max(0, match.start() - 8) : match.start() + 8]),
        )


def _broken(text: str) -> Iterator[Finding]:
    if all(map(_well_formed, _pieces(text)[1::2])):  # most texts mention figures and do nothing else
        return
    for match in _TOKEN.finditer(text):
        token = match.group()
        if len(token) == 1:
            around = quote(text[match.start() : match.start() + 16])
            yield Finding("brace_unclosed", found=around, expected=_EXAMPLE)
        elif token not in ("{{", "}}") and token not in emphasis.MARKS and not _well_formed(token):
            yield Finding("placeholder_malformed", found=quote(token), expected=_EXAMPLE)
    yield from emphasis.broken(text, _TOKEN.finditer(text))


@lru_cache(maxsize=4096)
def _well_formed(token: str) -> bool:
    """Whether a token names a figure as it should; so do braces and emphasis not."""
    mention = _mention(token)
    return mention is not None and mention.name.isidentifier() and bool(mention.style) == (":" in token)
