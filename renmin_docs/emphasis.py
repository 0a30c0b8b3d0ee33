"""Emphasis within a text: `{*bold*}`, `{+underlined+}`, `500m{^2^}`, `CO{~2~}`; and notes: `三项{[note at the foot]}`.

Its signs stand inside braces, which a text has to double for any other use: no text means another thing by them.
A filled text, and one that is read of a document, has a control character for each, which neither can hold itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy


class Kind(NamedTuple):
    """A kind of emphasis.

    Attributes:
        sign: The sign behind its opening brace and before its closing one.
        bit: Its bit in the look of a run, which may have several.
        position: `superscript` or `subscript`, as `w:vertAlign` has it; empty where the characters stand in the line.
        end: The sign before its closing brace, where it is another.
    """

    sign: str
    bit: int
    position: str = ""
    end: str = ""

    @property
    def opening(self) -> str:
        """What it begins with."""
        return "{" + self.sign

    @property
    def closing(self) -> str:
        """What it ends with."""
        return (self.end or self.sign) + "}"


BOLD, UNDERLINE = Kind("*", 1), Kind("+", 2)
SUPERSCRIPT, SUBSCRIPT = Kind("^", 4, "superscript"), Kind("~", 8, "subscript")
KINDS = (BOLD, UNDERLINE, SUPERSCRIPT, SUBSCRIPT)
NOTE = Kind("[", 16, end="]")
"""A note at the foot of the page: its words stand there, and not in the line."""
_ALL = (*KINDS, NOTE)
SCRIPTS = SUPERSCRIPT.bit | SUBSCRIPT.bit
_BY_SIGN = {sign: kind for kind in _ALL for sign in (kind.sign, kind.end) if sign}

SIGNS, _ENDS = r"*+^~\[", r"*+^~\]"
CLOSING = rf"[{_ENDS}]\}}(?=(?:\}}\}})*(?!\}}))"
"""A sign with its closing brace; one that is doubled belongs to the text."""
SIGN = lazy(rf"\{{[{SIGNS}]|{CLOSING}")
MARKS = {
    token: chr(0x0E + number)
    for number, token in enumerate(token for kind in _ALL for token in (kind.opening, kind.closing))
}
"""Token → the control character that stands for it in a filled text."""
ANY_MARK = "[" + "".join(MARKS.values()) + "]"
_BITS = {MARKS[kind.opening]: (kind.bit, True) for kind in _ALL}
_BITS |= {MARKS[kind.closing]: (kind.bit, False) for kind in _ALL}
ANY_NOTE = f"{MARKS[NOTE.opening]}[^{MARKS[NOTE.closing]}]*{MARKS[NOTE.closing]}"
"""A note in a filled text."""
_NOTES, _BETWEEN_NOTES = lazy(ANY_NOTE), lazy(f"(?<={MARKS[NOTE.closing]})(?={MARKS[NOTE.opening]})")
_NO_MARKS = dict.fromkeys(map(ord, MARKS.values()))
_NO_STYLE = {ord(MARKS[token]): None for kind in (BOLD, UNDERLINE) for token in (kind.opening, kind.closing)}
_SCRIPT = lazy(
    "|".join(
        f"{MARKS[kind.opening]}([^{MARKS[kind.closing]}]*){MARKS[kind.closing]}" for kind in KINDS if kind.position
    )
)
_HAS_MARK = lazy(ANY_MARK)
_PIECES = lazy(f"{ANY_MARK}|\n|[^\n{ANY_MARK[1:]}+")
_AROUND = 16
"""Characters of a text that a finding shows."""

_PLAIN = "0123456789０１２３４５６７８９+-−=()（） \t"
_SUPERSCRIPTS = dict(zip(_PLAIN + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ \tⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip(_PLAIN + "aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ \tₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_RAISED = {"superscript": _SUPERSCRIPTS, "subscript": _SUBSCRIPTS}


class Emphasised(str):
    """A printed text with emphasis. It is its plain words wherever it is measured, compared or cut.

    `str()` alone gives its marks, which is what a template prints: `filling.escaping` takes `str` of every value, so
    that a text without emphasis is printed no slower.
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
    return "".join([_plain(piece, look) for piece, look in pieces_of(marked) if not look & NOTE.bit])


def without_notes(marked: str) -> str:
    """A marked text without its notes."""
    return _NOTES().sub("", marked)


def with_notes_in_brackets(marked: str) -> str:
    """The same with its notes in the line, for who sees the text alone."""
    return _NOTES().sub(lambda note: f"（注：{note[0][1:-1]}）", marked)


def _plain(piece: str, look: int) -> str:
    position = next((kind.position for kind in KINDS if kind.position and look & kind.bit), "")
    return (raised(piece, position) if position else None) or piece


def in_line(marked: str) -> str:
    """A filled text with its raised and lowered characters alone: a heading has a type of its own."""
    return marked.translate(_NO_STYLE)


def in_heading(text: str) -> str:
    """A printed text with its raised and lowered characters alone."""
    return as_printed(in_line(str(text))) if isinstance(text, Emphasised) else text


def marked(text: str, look: int) -> str:
    """A text with marks around it for a look.

    >>> written(marked("甲", 1) + marked("乙", 3))
    '{*甲{+乙+}*}'
    """
    for kind in reversed(_ALL) if look and text else ():
        text = f"{MARKS[kind.opening]}{text}{MARKS[kind.closing]}" if look & kind.bit else text
    return text


def written(text: str) -> str:
    """A marked text as a report has it: its braces doubled, the emphasis in signs, the same for the same look."""
    if not text:
        return text
    literal = text.replace("{", "{{").replace("}", "}}")
    if not _HAS_MARK().search(text):
        return literal
    return "".join([signed(pieces_of(part)) for part in _BETWEEN_NOTES().split(literal)])


def signed(pieces: Iterable[tuple[str, int]]) -> str:
    """Pieces of a text with their looks in one, with signs where the look changes; what lasts longer stands around.

    >>> signed([("甲", 3), ("乙", 2)])
    '{+{*甲*}乙+}'
    """
    parts = [(piece, look) for piece, look in pieces if piece] + [("", 0)]
    ends = [dict.fromkeys(_ALL, len(parts))]  # for each part, where each kind is over
    for at in range(len(parts) - 1, -1, -1):
        ends.append({kind: end if parts[at][1] & kind.bit else at for kind, end in ends[-1].items()})
    made: list[str] = []
    opened: list[Kind] = []
    for (piece, look), over in zip(parts, reversed(ends), strict=False):
        while any(not look & kind.bit for kind in opened):
            made.append(opened.pop().closing)
        begun = [kind for kind in _ALL if look & kind.bit and kind not in opened]
        for kind in sorted(begun, key=over.__getitem__, reverse=True):
            opened.append(kind)
            made.append(kind.opening)
        made.append(piece)
    return "".join(made)


def in_characters(marked: str) -> str:
    """A marked text with what is raised or lowered in characters that are so by themselves, where all of it has such.

    What says nothing where it is raised, as ① and [1], stands in the line.
    """
    if not _HAS_MARK().search(marked):
        return marked
    for kind in KINDS:
        marked = marked.replace(MARKS[kind.closing] + MARKS[kind.opening], "")
    return _SCRIPT().sub(_in_characters, marked)


def _in_characters(match: re.Match[str]) -> str:
    text = match[1] or match[2] or ""
    kind = SUPERSCRIPT if match[1] is not None else SUBSCRIPT
    return raised(text, kind.position) or (match[0] if is_readable(text) else text)


def is_readable(text: str) -> bool:
    """Whether it has letters or digits that say something else where they are not raised; ① and [1] do not."""
    is_reference = text.strip()[:1] in ("[", "［", "〔", "【")
    return not is_reference and any(character.isalpha() or character.isdecimal() for character in text)


def pieces_of(marked: str) -> Iterator[tuple[str, int]]:
    """The pieces of a marked text with their looks; no emphasis goes over the end of a line."""
    look = 0
    for piece in _PIECES().findall(marked):
        if piece in _BITS:
            look = look_after(look, piece)
        else:
            yield piece, 0 if piece == "\n" else look


def characters(text: str) -> str:
    """The characters that a text prints, none of them raised otherwise than by its run."""
    return without_notes(str(text)).translate(_NO_MARKS)


def raised(text: str, position: str) -> str | None:
    """A raised or lowered text in characters that are so by themselves, one for each; None where some have none.

    >>> raised("2", "superscript"), raised("２", "subscript"), raised("th", "superscript")
    ('²', '₂', None)
    """
    table = _RAISED.get(position, {})
    found = [table.get(character, "") for character in text]
    return "".join(found) if all(found) else None


def look_after(look: int, mark: str) -> int:
    """The look of what stands behind a mark."""
    bit, is_on = _BITS[mark]
    return look | bit if is_on else look & ~bit


def broken(text: str, tokens: Iterable[re.Match[str]]) -> Iterator[Finding]:
    """What is wrong with a text's emphasis: each is closed in its line, the inner one first, and says something."""
    opened: list[tuple[Kind, int]] = []
    crossed: list[Kind] = []
    for token in tokens:
        kind, at = _BY_SIGN.get(token[0].strip("{}")), token.start()
        if kind is None or token[0] not in MARKS:
            continue
        if token[0] == kind.opening:
            if NOTE in [each for each, _ in opened]:
                yield Finding("note_holds", found=_shown(text, at))
            elif kind is NOTE and not text[:at].rpartition("\n")[2].strip():
                yield Finding("note_first", found=_shown(text, at))
            elif any(_exclude(each, kind) for each, _ in opened):
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
