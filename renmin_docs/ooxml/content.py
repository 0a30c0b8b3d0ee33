"""The content of a paragraph as the page shows it: runs of text, and what is anchored in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lxml.etree import _Element

from renmin_docs.emphasis import NOTE, SCRIPTS, marked
from renmin_docs.ooxml.drawings import Drawing

_Hidden = Literal["hidden", "struck", "deleted", "cells", "placeholder"]
_Told = Literal["pronunciation", "formula", "raised", "field", "drawing", "picture"]
Reason = _Hidden | _Told
"""Why something is left out, or what it is."""


@dataclass(slots=True)
class Run:
    """A piece of text in one style.

    Attributes:
        text: What it says; a line break is a newline, a tab a tab.
        style: The id of its character style.
        size: Its size in half-points, where it says one itself; 0 where not.
        is_bold: It is bold or in 黑体, by itself or by a style.
        emphasis: What sets it apart in its paragraph, by the bits of `emphasis`.
        typed: What it says where that is raised or lowered, and is not so by itself.
        note: The note at the foot of the page that it refers to first.
        element: The `w:r` or `m:oMath` that says it, where elements are kept; two pieces may be of one run.
    """

    text: str
    style: str = ""
    size: int = 0
    is_bold: bool = False
    emphasis: int = 0
    typed: str = ""
    note: str = ""
    element: _Element | None = field(default=None, compare=False, repr=False)

    @property
    def marked(self) -> str:
        """What it says, with the marks of its emphasis."""
        text = marked(self.typed or self.text, self.emphasis)
        return text + marked(self.note, self.emphasis & ~SCRIPTS | NOTE.bit) if self.note else text


class NoteReference(NamedTuple):
    """A reference to a footnote or endnote: the kind of part that holds it, its id there, and the run that has it."""

    kind: str
    note_id: str
    run: Run


@dataclass(slots=True)
class Left:
    """What is left out of a text: why, the paragraph where it stands, from 1, and what it says."""

    reason: Reason
    line: int
    pieces: list[str]

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Content:
    """All that stands in a paragraph.

    Attributes:
        line: The place of the paragraph that is read.
        runs: Its runs of text, also empty ones.
        boxes: Text boxes anchored in it, each with the elements within.
        drawings: Pictures.
        notes: References to footnotes and endnotes.
        comments: The ids of comments on it.
        left: What is left out.
        page_break: How many characters stand before the last end of a page within it; -1 where there is none.
        contents: How many characters of it, without spaces, are a table of contents'.
        keeps_elements: Whether each run keeps its element.
    """

    line: int = 0
    runs: list[Run] = field(default_factory=list)
    boxes: list[list[_Element]] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    page_break: int = -1
    contents: int = 0
    keeps_elements: bool = False
    _left_behind: int = -1  # how many runs stood before what was left out last

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def marked(self) -> str:
        """The same with the marks of its emphasis."""
        return "".join(run.marked for run in self.runs)

    @property
    def ends_page(self) -> bool:
        """Whether a page ends behind all that it says."""
        text = self.text if self.page_break > 0 else ""
        return bool(text[: self.page_break].strip()) and not text[self.page_break :].strip()

    @property
    def is_contents(self) -> bool:
        """Whether all that it says is a table of contents'."""
        return 0 < self.contents >= letters_in(self.text)

    @property
    def bold(self) -> tuple[int, int]:
        """How many letters and digits stand before its first bold words, and how many these have."""
        before = count = 0
        for run in self.runs if any(run.is_bold for run in self.runs) else ():
            letters = sum(map(str.isalnum, run.text))
            if run.is_bold:
                count += letters
            elif letters and count:
                break
            else:
                before += letters
        return before, count

    def leave(self, reason: Reason, text: str, line: int = 0) -> None:
        """Leave a text out; pieces that stand side by side are one."""
        if not text:
            return
        line, last = line or self.line, self.left[-1] if self.left else None
        if last and (last.reason, last.line) == (reason, line) and self._left_behind == len(self.runs):
            last.pieces.append(text)
        else:
            self.left.append(Left(reason, line, [text]))
        self._left_behind = len(self.runs)


def letters_in(text: str) -> int:
    """How many characters it has, without spaces."""
    return sum(map(len, text.split()))
