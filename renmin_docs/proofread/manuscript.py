"""A manuscript: the passages of one document with what rules share, each made once and only if a rule asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from renmin_docs.messages import Severity
from renmin_docs.proofread.amounts import Amount, amounts_in
from renmin_docs.proofread.facts import Fact, facts_of
from renmin_docs.proofread.grids import Grid
from renmin_docs.proofread.marks import Mark, mark_at
from renmin_docs.proofread.outline import Entry, outline_of, plans_of
from renmin_docs.proofread.passages import BODY, Passage, Role
from renmin_docs.proofread.period import Period, first_year, period_of, signed_on
from renmin_docs.proofread.placings import Placing, placings_of
from renmin_docs.proofread.series import Run, attachment_lists, runs_in

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’）》」』]*|\n|$)")
_QUOTED = re.compile(
    r"“[^“”]{0,60}”|《[^《》]{0,80}》|「[^「」]{0,60}」|https?://[\x21-\x7e]+|[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{1,64}|www\.[\x21-\x7e]+"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage, up to its full stop.

    Attributes:
        text: What it says; positions in it begin at 0.
        passage: Number of its passage in the manuscript, from 0.
        start: Where in the passage it begins.
        role: What its passage is.
    """

    text: str
    passage: int
    start: int
    role: Role

    @cached_property
    def amounts(self) -> list[Amount]:
        """Its quantities from left to right, each with a unit and how exactly it is known."""
        return amounts_in(self.text)


class OwnWord(NamedTuple):
    """A word of an office's own list: what is wrong, what would be right, how grave it is."""

    wrong: str
    right: str = ""
    level: Severity = "warning"


class Manuscript:
    """The passages of a document, last year's report and the office's own words, and what is made of them."""

    def __init__(
        self, passages: Sequence[Passage], last: Sequence[Passage] = (), words: Sequence[OwnWord] = ()
    ) -> None:
        self.passages, self.words = tuple(passages), tuple(words)
        self.last = Manuscript(last) if last else None

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the running text, in order."""
        return [
            Sentence(match[0], number, match.start(), passage.role)
            for number, passage in enumerate(self.passages)
            if passage.role in BODY
            for match in _SENTENCE.finditer(passage.text)
            if match[0].strip()
        ]

    @cached_property
    def of_passage(self) -> dict[int, list[Sentence]]:
        """Number of a passage → its sentences."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.passage, []).append(sentence)
        return found

    @cached_property
    def marks(self) -> list[Mark | None]:
        """The mark of each passage: that before it, or that it begins with."""
        return [mark_at(passage.mark or passage.text) if passage.cell is None else None for passage in self.passages]

    @cached_property
    def listed(self) -> frozenset[int]:
        """Numbers of the passages that list the attachments."""
        return attachment_lists(self.passages)

    @cached_property
    def runs(self) -> list[Run]:
        """Its series of marks, of headings and within the text."""
        return runs_in(self.passages, self.marks, self.listed)

    @cached_property
    def outline(self) -> list[Entry]:
        """Its headings and the paragraphs that begin with the mark of one, as a tree."""
        return outline_of(self.passages, self.marks, self.listed)

    @cached_property
    def headings(self) -> list[str]:
        """The text of the entry that each passage stands under, its own if it is one; empty before the first."""
        heads = {entry.passage: entry.text for entry in self.outline}
        found = accumulate(range(len(self.passages)), lambda head, place: place if place in heads else head, initial=-1)
        return [heads.get(head, "") for head in islice(found, 1, None)]

    @cached_property
    def facts(self) -> list[Fact]:
        """The quantities of its running text with what they count, and of which period and area."""
        return facts_of(self)

    @cached_property
    def plans(self) -> frozenset[int]:
        """Numbers of the passages on what is to be done: those of the chapters on plans."""
        return plans_of(self.outline, len(self.passages))

    @cached_property
    def period(self) -> Period | None:
        """What the report covers, by its title; None where the title does not say."""
        return period_of(self.passages)

    @cached_property
    def year(self) -> int:
        """The year that the report is of: that of its title, else the first in its text; 0 where there is none."""
        if self.period is not None:
            return self.period.year
        return next((found for passage in self.passages if (found := first_year(passage.text))), 0)

    @cached_property
    def signed(self) -> tuple[int, date] | None:
        """The passage with the date of the signature, and the date."""
        return signed_on(self.passages)

    @cached_property
    def places(self) -> list[str]:
        """Where each passage stands, as messages name it: its own place, or the marks of the headings above it."""
        open_: list[tuple[int, str]] = []
        places = []
        for passage, mark in zip(self.passages, self.marks, strict=True):
            if mark is not None and mark.level and passage.role in BODY:
                open_ = [each for each in open_ if each[0] < mark.level]
                open_.append((mark.level, (passage.mark or passage.text)[mark.start : mark.end]))
            headings = "".join(written for _, written in open_)
            places.append(passage.place or f"{headings} {_cell_place(passage)}".strip())
        return places

    @cached_property
    def grids(self) -> list[Grid]:
        """Its tables, with numbers and names of rows and columns."""
        tables: dict[int, dict[tuple[int, int], int]] = {}
        for number, passage in enumerate(self.passages):
            if passage.cell is not None:
                tables.setdefault(passage.cell.table, {})[passage.cell.row, passage.cell.column] = number
        return [Grid(self.passages, cells) for cells in tables.values()]

    @cached_property
    def placings(self) -> list[Placing]:
        """The ranks of its running text with what is ranked."""
        return placings_of(self)

    @cached_property
    def exempt(self) -> list[list[tuple[int, int]]]:
        """In each passage the quoted words, names of documents and addresses, which are quoted as they were written."""
        return [[match.span() for match in _QUOTED.finditer(passage.text)] for passage in self.passages]


def _cell_place(passage: Passage) -> str:
    """Where a cell stands, as messages name it; empty for what is none."""
    cell = passage.cell
    return "" if cell is None else f"表{cell.table + 1}第{cell.row + 1}行第{cell.column + 1}列"
