"""Slips in how tags are written: full-width signs, a prefix apart from its brace, words of other languages.

A slip is reported once, with the tag as it would be right, and the tag is put right in the tree: what follows is
examined as if it had been written so, and no error follows from another. Spaces that only look different from
ASCII's (U+3000, no-break, zero-width) are put right without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.known_names import is_variable
from renmin_docs.render.preparing.paragraphs import with_texts
from renmin_docs.render.preparing.split_tags import pieces_of, replace_span
from renmin_docs.render.values.context import VARIABLES

_LIKE_A_TAG = re.compile(
    r"(?P<open>[{｛](?:[{｛]{1,3}|[%％#＃]|\s[{｛%％#＃])?)"
    r"(?P<body>[^{}｛｝]+?)"
    r"(?P<close>(?:[%％#＃]\s?)?(?:[}｝]{2,}|[}｝]\s[}｝]|[}｝]))"
)
"""A tag, or what may be meant as one. No brace stands in its body, nor
many in its beginning, so that a search takes time as the text is long."""
_TERM = r"[a-z_]+(?:\.[a-z_]+)*(?: [=!]= (?:\"\w+\"|[0-9]+))?"
RIGHT = re.compile(
    rf"(?:[^{{}}｛｝]|\{{\{{[pr]? {_TERM} \}}\}}|\{{%[pr] (?:(?:el)?if {_TERM}(?: and {_TERM})*|for [a-z_]+ in {_TERM}"
    r"|else|endif|endfor) %\})*"
)
"""A text whose tags are written as they should be, which most are."""
_LONGEST = 2_000
_BRACES = str.maketrans("｛｝％＃", "{}%#")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_NO_WIDTH = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
_QUOTED = re.compile("""["“”„][^"“”„]*["“”„]|['‘’][^'‘’]*['‘’]""")
_KEYWORD = r"(?:for|if|elif|else|endfor|endif)\b(?!\s*\.)"
_PREFIX = re.compile(
    rf"[-+]?\s*(?P<prefix>p|r|tr|tc)\s*[-+]?(?:\s*(?={_KEYWORD})|\s+(?=\w)(?!(?:and|or|not|in|is)\b))",
    re.IGNORECASE,
)
"""What a tag takes with it: its paragraph, run, row or cell."""
_ROW_TAG = re.compile(r"(\{[{%#])t[rc](?=\s)")
_ROW = w("tr")
_LEAD = re.compile(r"[-+]?\s*")
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"end[ _]?(for|if)(?:each)?\b.*?(?=\s*-?\Z)", re.IGNORECASE | re.DOTALL), r"end\1"),
    (re.compile(r"(?:else\s*|els)if\b", re.IGNORECASE), "elif"),
    (re.compile(r"for(?:each)?\b(?!\s*\.)", re.IGNORECASE), "for"),
    (re.compile(r"(if|elif|else)\b(?!\s*\.)", re.IGNORECASE), r"\1"),
)
"""What a statement begins with, in any spelling → as the language has it."""
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![=!<>])=(?!=)|===+"), "=="),
    (re.compile("<>|!=="), "!="),
    (re.compile(r"\s*&&\s*"), " and "),
    (re.compile(r"\s*\|\|\s*"), " or "),
)
"""Signs of conditions in other languages → ours."""
_NEAR = 200
_HALF_END = re.compile(r"[%％][^\w\s]?\s*\Z")
"""What is left of the end of a statement that is not closed."""
_PATH = re.compile(r"[A-Za-z_]+(?:\.[A-Za-z_]+)*")
_STOP_IN_PATH = re.compile(r"(?<=\w)。(?=\w)")


class Slip(NamedTuple):
    """A tag that is written in another way than it is understood.

    Attributes:
        start, end: Where it stands in the text of its paragraph.
        expected: How it is written.
        rule: What is wrong; empty where the tag is understood as well as if it had been written so.
    """

    start: int
    end: int
    expected: str
    rule: str


class Respelled(NamedTuple):
    """A tag that was put right: its paragraph with the text that stood there, and the slip."""

    paragraph: _Element
    text: str
    slip: Slip

    @property
    def found(self) -> str:
        """The tag as it stood there."""
        return self.text[self.slip.start : self.slip.end]


def respell(root: _Element, *, silent: bool = False) -> Iterator[Respelled]:
    """Put the tags of a part right, and give those that break a rule; with `silent` those too that don't."""
    for paragraph, text in with_texts(root):
        if ("{" not in text and "｛" not in text) or RIGHT.fullmatch(text):
            continue
        in_table = next(paragraph.iterancestors(_ROW), None) is not None
        if not any(slips_in(text, in_table=in_table)):
            continue
        pieces = pieces_of(paragraph)
        whole = "".join(piece.text for piece in pieces)  # with what stands for a character: tabs, breaks
        slips = [*slips_in(whole, in_table=in_table)]
        for slip in reversed(slips):
            replace_span(pieces, slip.start, slip.end, slip.expected)
        yield from (Respelled(paragraph, whole, slip) for slip in slips if slip.rule or silent)


def respelled(text: str) -> str:
    """A text with its tags put right."""
    for slip in reversed([*slips_in(text)]):
        text = text[: slip.start] + slip.expected + text[slip.end :]
    return text


def slips_in(text: str, *, in_table: bool = True) -> Iterator[Slip]:
    """The tags of a text that are written in another way than they are understood.

    Outside of tables a tag can't take a row or a cell with it, and is meant to take its paragraph.

    >>> [slip.expected for slip in slips_in("｛｛ title ｝｝{%P for b in blocks %}{% if a = 1 %}")]
    ['{{ title }}', '{%p for b in blocks %}', '{% if a == 1 %}']
    """
    for match in _LIKE_A_TAG.finditer(text):
        spelled = _spelled(match)
        if spelled and not in_table and _ROW_TAG.match(spelled[0]):
            spelled = _ROW_TAG.sub(r"\1p", spelled[0]), "tag_outside_table"
        if spelled and spelled[0] != match.group():
            yield Slip(match.start(), match.end(), *spelled)


def _spelled(match: re.Match[str]) -> tuple[str, str] | None:
    """A tag as it is right, with the rule that it breaks; None for text in single braces."""
    opening, closing = (re.sub(r"\s", "", match[name]).translate(_BRACES) for name in ("open", "close"))
    if len(opening) == 1 == len(closing) or len(match["body"]) > _LONGEST or _goes_on(match, closing):
        return None
    if opening.startswith("{#") or closing.startswith("#"):
        if (opening[1:2], closing[:1]) != ("#", "#"):
            return None
        kind, prefix, words = "#", "", match["body"]
    else:
        body = _HALF_END.sub("", match["body"]) if len(closing) == 1 else match["body"]
        prefix, rest = _parted(_in_ascii(body))
        words = _in_our_words(rest)
        kind = _kind(opening, closing, words)
    if not kind:
        return None
    middle = f"{prefix} {words.lstrip()}" if prefix else words
    expected = f"{{{kind}{middle}{'}' if kind == '{' else kind}}}"
    return expected, _rule_of(match.group(), expected, prefix)


def _goes_on(match: re.Match[str], closing: str) -> bool:
    """Whether a single brace only seems to end a tag, whose end stands behind it."""
    behind = match.string[match.end() : match.end() + _NEAR].partition("{")[0]
    return len(closing) == 1 and re.search(r"[%#}]\}", behind) is not None


def _kind(opening: str, closing: str, words: str) -> str:
    """`{` for a tag that prints, `%` for a statement; empty for half a tag in which nothing is known."""
    if re.match(rf"[-+]?\s*{_KEYWORD}", words):
        return "%"
    if is_variable(words.strip(" -+")):
        return "{"
    return "" if 1 in (len(opening), len(closing)) else opening[1]


def _rule_of(tag: str, expected: str, prefix: str) -> str:
    """What is wrong with a tag, in view of how it is right; empty where only its spaces are."""
    plain = _plain(tag)
    if plain == _plain(expected):
        return ""
    if plain.translate(_FULL_WIDTH) != plain or "。" in plain:
        return "tag_full_width"
    if (plain[:2], plain[-2:]) != (expected[:2], expected[-2:]) or "{{{" in plain or "}}}" in plain:
        return "tag_braces"
    return "tag_prefix" if prefix and not plain[2:].startswith(f"{prefix} ") else "tag_words"


def _plain(tag: str) -> str:
    """A tag with each stretch of spaces as one, and without what has no width."""
    return " ".join(re.split(r"[\s\u2000-\u200a]+", _NO_WIDTH.sub("", tag)))


def _in_ascii(body: str) -> str:
    """What stands in a tag, with signs and spaces as ASCII has them; texts in quotation marks stay."""
    body = _NO_WIDTH.sub("", _SPACES.sub(" ", body.replace("＂", '"').replace("＇", "'")))
    return _outside_quotes(body, _plain_names)


def _plain_names(text: str) -> str:
    """Names as the language has them; Word begins a paragraph with a capital: {{ Title }}."""
    return _PATH.sub(_small, _STOP_IN_PATH.sub(".", text.translate(_FULL_WIDTH)))


def _small(match: re.Match[str]) -> str:
    name, small = match.group(), match.group().lower()
    is_meant = small.partition(".")[0] in VARIABLES or name.isupper()
    return small if name != small and is_meant and is_variable(small) else name


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """A text with what stands outside of quotation marks changed."""
    made, at = [], 0
    for quoted in _QUOTED.finditer(text):
        made += [change(text[at : quoted.start()]), quoted.group()]
        at = quoted.end()
    return "".join((*made, change(text[at:])))


def _parted(body: str) -> tuple[str, str]:
    """The prefix of a tag (`p`, `tr` …), and the rest."""
    match = _PREFIX.match(body)
    return (match["prefix"].lower(), body[match.end() :]) if match else ("", body)


def _in_our_words(rest: str) -> str:
    """A statement with its keyword and signs as the language has them; anything else as it is."""
    lead = _LEAD.match(rest)
    at = lead.end() if lead else 0
    for pattern, word in _WORDS:
        if match := pattern.match(rest, at):
            keyword, behind = match.expand(word).lower(), rest[match.end() :]
            return rest[:at] + keyword + (_outside_quotes(behind, _conditions) if keyword.endswith("if") else behind)
    return rest


def _conditions(text: str) -> str:
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text
