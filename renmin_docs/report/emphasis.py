"""Emphasis within a text: `{*bold*}`, `{+underlined+}`, `500m{^2^}`, `CO{~2~}`.

Its signs stand inside braces, which a text has to double for any other use: no text means another thing by them.
A filled text has a control character for each, which no report and no document can hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.raised import raised

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Self


class Kind(NamedTuple):
    """A kind of emphasis.

    Attributes:
        sign: The sign behind its opening brace and before its closing one.
        bit: Its bit in the look of a run, which may have several.
        position: `superscript` or `subscript`, as `w:vertAlign` has it; empty where the characters stand in the line.
    """

    sign: str
    bit: int
    position: str = ""

    @property
    def opening(self) -> str:
        """What it begins with."""
        return "{" + self.sign

    @property
    def closing(self) -> str:
        """What it ends with."""
        return self.sign + "}"


BOLD, UNDERLINE = Kind("*", 1), Kind("+", 2)
SUPERSCRIPT, SUBSCRIPT = Kind("^", 4, "superscript"), Kind("~", 8, "subscript")
KINDS = (BOLD, UNDERLINE, SUPERSCRIPT, SUBSCRIPT)
_BY_SIGN = {kind.sign: kind for kind in KINDS}

TOKEN = r"\{[*+^~]|[*+^~]\}(?=(?:\}\})*(?!\}))"
"""A sign with its brace; a closing brace that is doubled belongs to the text."""
MARKS = {
    token: chr(0x0E + number)
    for number, token in enumerate(token for kind in KINDS for token in (kind.opening, kind.closing))
}
"""Token → the control character that stands for it in a filled text."""
ANY_MARK = "[" + "".join(MARKS.values()) + "]"
_BITS = {MARKS[kind.opening]: (kind.bit, True) for kind in KINDS}
_BITS |= {MARKS[kind.closing]: (kind.bit, False) for kind in KINDS}
_NO_MARKS = dict.fromkeys(map(ord, MARKS.values()))
_NO_STYLE = {ord(MARKS[token]): None for kind in (BOLD, UNDERLINE) for token in (kind.opening, kind.closing)}
_SCRIPT = lazy(
    "|".join(
        f"{MARKS[kind.opening]}([^{MARKS[kind.closing]}]*){MARKS[kind.closing]}" for kind in KINDS if kind.position
    )
)
_HAS_MARK = lazy(ANY_MARK)
_AROUND = 16
"""Characters of a text that a finding shows."""


class Emphasised(str):
    """A printed text with emphasis. It is its plain words wherever it is measured, compared or cut.

    `str()` alone gives its marks, which is what a template prints: `filling.escaping` takes `str` of every value, so
    that a text without emphasis is printed no slower.

    Args:
        marked: The text with its marks.
    """

    __slots__ = ("_marked",)
    _marked: str

    def __new__(cls, marked: str) -> Self:  # noqa: D102 - the class says it
        made = super().__new__(cls, unmarked(marked))
        made._marked = marked
        return made

    def __str__(self) -> str:
        return self._marked

    def __format__(self, style: str) -> str:
        return format(str.__str__(self), style)

    def __add__(self, other: str) -> Emphasised:
        return Emphasised(str(self) + str(other))

    def __radd__(self, other: str) -> Emphasised:
        return Emphasised(other + str(self))


def as_printed(marked: str) -> str:
    """A filled text as a template prints it."""
    return Emphasised(marked) if _HAS_MARK().search(marked) else marked


def unmarked(marked: str) -> str:
    r"""The words of a filled text; what is raised or lowered in characters that are so by themselves, if there are any.

    >>> unmarked("500m\x122\x13")
    '500m²'
    """
    plain = marked.translate(_NO_STYLE)
    return _SCRIPT().sub(_raised, plain).translate(_NO_MARKS)


def in_line(marked: str) -> str:
    """A filled text with its raised and lowered characters alone: a heading has a type of its own."""
    return marked.translate(_NO_STYLE)


def characters(text: str) -> str:
    """The characters that a text prints, none of them raised otherwise than by its run."""
    return str(text).translate(_NO_MARKS)


def look_after(look: int, mark: str) -> int:
    """The look of what stands behind a mark."""
    bit, is_on = _BITS[mark]
    return look | bit if is_on else look & ~bit


def broken(text: str, tokens: Iterable[re.Match[str]]) -> Iterator[Finding]:
    """What is wrong with the emphasis in a text: each is closed in its line, the inner one first, and says something.

    Args:
        text: The text.
        tokens: Its placeholders, signs and braces.
    """
    opened: list[tuple[Kind, int]] = []
    crossed: list[Kind] = []
    for token in tokens:
        kind, at = _BY_SIGN.get(token[0].strip("{}")), token.start()
        if kind is None or token[0] not in MARKS:
            continue
        if token[0] == kind.opening:
            if any(_exclude(each, kind) for each, _ in opened):
                yield Finding("emphasis_nested", found=_shown(text, at))
            opened.append((kind, at))
        elif kind in [each for each, _ in opened]:
            yield from _closed(opened, crossed, kind, text[: at + len(token[0])])
        elif kind in crossed:
            crossed.remove(kind)
        else:
            yield Finding("emphasis_unopened", found=quote(text[max(0, at - _AROUND) : at + 2]), expected=kind.opening)
    for kind, at in opened:
        yield Finding("emphasis_unclosed", found=_shown(text, at), expected=kind.closing)


def _exclude(one: Kind, other: Kind) -> bool:
    """Whether no character can have both: the same, or raised and lowered."""
    return one is other or bool(one.position and other.position)


def _closed(opened: list[tuple[Kind, int]], crossed: list[Kind], kind: Kind, text: str) -> Iterator[Finding]:
    """Close a kind at the end of a text, with a finding on what is open within it, and on itself."""
    while opened[-1][0] is not kind:
        inner, start = opened.pop()
        crossed.append(inner)
        yield Finding("emphasis_crossed", found=_shown(text, start), expected=f"{inner.closing} … {kind.closing}")
    _, start = opened.pop()
    if "\n" in text[start:]:
        yield Finding("emphasis_unclosed", found=_shown(text, start), expected=kind.closing)
    elif text[start:] == kind.opening + kind.closing:
        yield Finding("emphasis_empty", found=text[start:])


def _shown(text: str, at: int) -> str:
    return quote(text[at : at + _AROUND])


def _raised(match: re.Match[str]) -> str:
    kind = SUPERSCRIPT if match[1] is not None else SUBSCRIPT
    text = match[1] or match[2] or ""
    return raised(text, kind.position) or text
