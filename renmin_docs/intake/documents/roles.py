"""What each paragraph of a document is, by the style that it has: the roles of `standard.elements`.

Styles are recognised by their names, not their ids: names are what programs keep when they save a document anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from renmin_docs.numerals import MARK_FORMS, number_of, ordinal
from renmin_docs.ooxml.blocks import DocumentParagraph
from renmin_docs.ooxml.content import Run
from renmin_docs.ooxml.document import Document
from renmin_docs.standard.elements import BY_STYLE_NAME, CHARACTER_ROLES, TELLING_STYLES

_PARTS: dict[str, str] = {role.style_name.lower(): role.identifier.removesuffix("_2") for role in CHARACTER_ROLES}
"""Name of a character style → mark, lead or signatory."""
ORDINAL = "一是"
"""The form of the marks of an ordinal series."""
_LONGEST_MARK = 24


class OldMark(NamedTuple):
    """A mark in one of the forms that the library writes: the form, by its first mark, and the number."""

    form: str
    number: int


class Piece(NamedTuple):
    """A part of a paragraph: a point with its mark and run-in heading, as far as it has them."""

    mark: str = ""
    lead: str = ""
    text: str = ""


def has_roles(document: Document) -> bool:
    """Whether the styles of the roles can be relied upon: the document knows them, and has a heading by them."""
    knows = set(document.styles.names.values()) >= TELLING_STYLES
    return knows and any(getattr(block, "style", "") == "heading 1" for block in document.blocks)


def role_of(paragraph: DocumentParagraph) -> str:
    """The role that a paragraph's style names; empty for any other style."""
    return BY_STYLE_NAME.get(paragraph.style, "")


def part_of(names: dict[str, str]) -> Callable[[Run], str]:
    """A function that finds a run to be a mark, a lead, or neither, by the names of the document's styles."""
    return lambda run: _PARTS.get(names.get(run.style, ""), "")


def pieces_of(runs: Sequence[Run], part: Callable[[Run], str]) -> list[Piece]:
    """The points in a paragraph. One begins at each mark, also an empty one, or at a lead behind text."""
    pieces = [Piece()]
    before = ""
    for run in runs:
        kind = part(run) or "text"
        if kind == "text" and not run.text:
            continue
        begins = (kind == "mark" and before not in ("", "mark")) or (kind == "lead" and before == "text")
        if begins:
            pieces.append(Piece())
        pieces[-1] = pieces[-1]._replace(**{kind: getattr(pieces[-1], kind) + run.text})
        before = kind
    return pieces


def heading_of(runs: Sequence[Run]) -> tuple[str, str]:
    """The mark and the text of a heading: the mark is its first run, or begins the first where a program merged them.

    An empty first run shows that there is no mark.
    """
    text = "".join(run.text for run in runs)
    if len(runs) > 1 and (not runs[0].text or read_old_mark(runs[0].text)):
        return runs[0].text, text[len(runs[0].text) :]
    ends = [end for end in range(1, min(_LONGEST_MARK, len(text)) + 1) if read_old_mark(text[:end])]
    end = max(ends, default=0)
    return text[:end], text[end:]


def read_old_mark(text: str) -> OldMark | None:
    """The mark that a text is, in the library's own forms; None for any other text.

    >>> read_old_mark("（十二）"), read_old_mark("三是"), read_old_mark("1、")
    (OldMark(form='（一）', number=12), OldMark(form='一是', number=3), None)
    """
    for name, form in MARK_FORMS.items():
        if text.startswith(form.before) and text.endswith(form.after):
            number = number_of(text[len(form.before) : len(text) - len(form.after)])
            if number and form.write(number) == text:
                return OldMark(name, number)
    number = number_of(text.removesuffix("是"))
    return OldMark(ORDINAL, number) if number and ordinal(number) == text else None
