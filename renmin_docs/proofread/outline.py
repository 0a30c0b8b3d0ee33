"""The tree of headings: headings, and paragraphs that begin with the mark of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from renmin_docs.proofread.marks import Mark
from renmin_docs.proofread.passages import BODY, Passage, may_sign
from renmin_docs.proofread.series import is_bare, is_new_part
from renmin_docs.vocabulary.official import CLOSING_WORDS

_PLAN = re.compile("打算|计划(?!完成|执行|落实)|安排(?!落实)|思路|下一?步|今后|展望|目标任务(?!完成)")
_CLOSING = re.compile(rf"\s*(?:{CLOSING_WORDS}).{{0,12}}[。！？]?\s*")
"""What a report ends with, below its last heading and of no chapter."""
_LEAD = re.compile("[^。；：！？]*")


@dataclass(eq=False)
class Entry:
    """A heading, or a paragraph that begins with the mark of one.

    Attributes:
        passage: Number of its passage.
        level: From 1.
        mark: Its mark; None for a heading without.
        start, end: Where the mark stands; the whole heading where it is not typed.
        written: The mark as it is written.
        text: The heading, or the words of the paragraph up to its first full stop.
        is_heading: Whether it stands on a line of its own.
        parent: The entry above it.
        part: Which part of the document it is in: the text is 0, each attachment another.
        section: Which section between headings without number it is in.
        children: The entries right below it.
        has_text: Whether a text stands under it, before the next entry.
    """

    passage: int
    level: int
    mark: Mark | None
    start: int
    end: int
    written: str
    text: str
    is_heading: bool
    parent: Entry | None
    part: int
    section: int
    children: list[Entry] = field(default_factory=list)
    has_text: bool = False

    @property
    def is_plan(self) -> bool:
        """Whether it stands over plans."""
        return _PLAN.search(self.text) is not None

    @property
    def is_empty(self) -> bool:
        """Whether neither a text nor a point stands under it."""
        return self.is_heading and not self.has_text and not self.children


def outline_of(passages: Sequence[Passage], marks: Sequence[Mark | None], listed: frozenset[int]) -> list[Entry]:
    """The entries of a document but for the list of attachments, in order."""
    entries: list[Entry] = []
    open_: list[Entry] = []
    part, section, is_over = 0, 0, False
    for number, (passage, mark) in enumerate(zip(passages, marks, strict=True)):
        if is_new_part(passage):
            part, open_ = part + 1, []
        section += mark is None and is_bare(passage)
        level = (mark.level if mark else 0) or (passage.level if passage.role == "heading" else 0)
        if not level or number in listed or passage.role not in BODY or passage.cell is not None:
            if open_ and passage.text.strip() and passage.role in BODY:
                is_over = is_over or _is_end(passage, passages[number + 1 : number + 2])
                open_[-1].has_text |= not is_over
            continue
        is_over = False
        open_ = [entry for entry in open_ if entry.level < level]
        entry = _entry(number, passage, mark if mark and mark.level else None, level)
        entry.parent, entry.part, entry.section = (open_[-1] if open_ else None), part, section
        if entry.parent:
            entry.parent.children.append(entry)
        entries.append(entry)
        open_.append(entry)
    return entries


def _is_end(passage: Passage, following: Sequence[Passage]) -> bool:
    """Whether a passage is of no chapter: closing words, or who signs, above the date."""
    is_above_date = any(each.role == "issue_date" for each in following)
    return _CLOSING.fullmatch(passage.text) is not None or (is_above_date and may_sign(passage.text))


def _entry(number: int, passage: Passage, mark: Mark | None, level: int) -> Entry:
    is_typed = mark is not None and not passage.mark
    begin = mark.end if mark and is_typed else 0
    start, end = (mark.start, mark.end) if mark and is_typed else (0, len(passage.text))
    written = (passage.mark or passage.text)[mark.start : mark.end] if mark else ""
    lead = _LEAD.match(passage.text, begin)
    text = lead[0].strip() if lead else ""
    return Entry(number, level, mark, start, end, written, text, passage.role == "heading", None, 0, 0)


def plans_of(outline: Sequence[Entry], many: int) -> frozenset[int]:
    """Numbers of the passages under the headings of plans (打算, 计划, 安排), of a document of so many passages."""
    tops = [entry for entry in outline if entry.parent is None]
    ends = [*(entry.passage for entry in tops[1:]), many]
    return frozenset(
        number for entry, end in zip(tops, ends, strict=False) if entry.is_plan for number in range(entry.passage, end)
    )
