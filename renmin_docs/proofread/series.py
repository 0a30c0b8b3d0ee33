"""Series: marks that follow one another, 一、二、三、 of headings and 一是 二是, 第一，第二，, （1）（2） in a text.

A series ends where what stands over it does: a mark of a higher level, a new part, an attachment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from renmin_docs.numerals import MARK_FORMS, number_of, to_chinese
from renmin_docs.proofread.marks import Mark, mark_at
from renmin_docs.proofread.passages import BODY, Passage

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_IN_TEXT = re.compile(
    r"(?<![^。；：，、！？;,:!?…—（“”）\s])(?:"
    rf"(?P<是>{_NUMERAL})是(?![否不])|(?P<要>{_NUMERAL})要(?![素闻点求目件])|第(?P<第>{_NUMERAL})[，,：:是]"
    rf"|其(?P<其>{_NUMERAL})[，,：:是]|(?P<圈>[{_CIRCLED}])|[（(](?P<括>[0-9]{{1,2}})[）)]"
    rf"|[（(](?P<中>{_NUMERAL})[）)]|(?P<点>[0-9]{{1,2}})[.．、](?![0-9]))"
)
"""A mark within a text stands at the beginning of a clause."""
_RUNNING_ON = re.compile(rf"(?P<是>{_NUMERAL})是(?![否不])")
"""The next of a series of 一是 is one wherever it stands."""
_WRITTEN = {"是": "{}是", "要": "{}要", "第": "第{}", "其": "其{}", "括": "（{}）", "中": "（{}）", "点": "{}."}
_IN_DIGITS = frozenset("括点")
_LEADING = {"括": "（1）", "中": "（一）", "点": "1."}
"""The marks of headings that are written as those within a text."""
_COUNTED_ON = frozenset("是要")
"""Series that go on from paragraph to paragraph."""
_PART = re.compile(r"\s*第[一二三四五六七八九十]{1,3}(?:部分|[篇章编])")
_ATTACHMENT = re.compile(r"\s*附件\s*[0-9一二三四五六七八九十]{0,3}\s*[：:]?\s*")
_LIST_OF_ATTACHMENTS = re.compile(r"\s*附件\s*[：:]\s*\S")
LIST_FOLLOWS = ("：", ":")
"""Behind a sentence that ends so points may be counted anew, chapters may not."""
_BARE = re.compile(r"\s*(?:[\u4e00-\u9fffA-Za-z0-9“”《》（）\s]|[，,、](?=.)){2,25}\s*")
"""A short line without a mark before it or behind it: probably a heading without number."""
_BEGUN = re.compile("[一首]是|[一首]要|首先|其一|第一|一方面|一来")
"""Where one of these stands before it, 二是 is no first."""
_SHOWN = 8


class Member(NamedTuple):
    """One mark of a series: its form, its number, the passage and the place in it."""

    form: str
    number: int
    passage: int
    start: int
    end: int

    def written(self, number: int) -> str:
        """Another number as this mark is written.

        >>> Member("是", 3, 0, 0, 2).written(2)
        '二是'
        """
        if self.form in MARK_FORMS:
            return MARK_FORMS[self.form].write(number)
        if self.form == "圈":
            return _CIRCLED[number - 1 : number] or str(number)
        return _WRITTEN[self.form].format(number if self.form in _IN_DIGITS else to_chinese(number))


class Run(NamedTuple):
    """The marks of one series.

    Attributes:
        level: The level of headings that they mark, from 1; 0 within a text.
        members: The marks in order.
        breaks: Each mark that does not follow the one before it, and the number that would.
    """

    level: int
    members: list[Member]
    breaks: list[tuple[Member, int]]


def is_new_part(passage: Passage) -> bool:
    """Whether headings are counted anew from here on: a part, an attachment."""
    if passage.role in ("attachment_label", "attachment_title"):
        return True
    return bool(_PART.match(passage.text) or _ATTACHMENT.fullmatch(passage.text))


def is_bare(passage: Passage) -> bool:
    """Whether a line may be a heading without number: short, and without a mark at its end."""
    return passage.role == "paragraph" and passage.cell is None and _BARE.fullmatch(passage.text) is not None


def attachment_lists(passages: Sequence[Passage]) -> frozenset[int]:
    """Numbers of the passages that list the attachments (附件：1.… and the lines below it)."""
    found: set[int] = set()
    is_open = False
    for number, passage in enumerate(passages):
        mark = mark_at(passage.mark or passage.text)
        begins = passage.role == "attachment_item" or _LIST_OF_ATTACHMENTS.match(passage.text) is not None
        is_open = begins or (is_open and mark is not None and mark.level == 3)
        if is_open:
            found.add(number)
    return frozenset(found)


def runs_in(passages: Sequence[Passage], marks: Sequence[Mark | None], listed: frozenset[int]) -> list[Run]:
    """All series of a document but those of the list of attachments, in the order of their first marks.

    >>> from renmin_docs.proofread import read_lines
    >>> lines = read_lines("三项工作：一是抓党建；二是抓治理。")
    >>> [[each.number for each in run.members] for run in runs_in(lines, [None], frozenset())]
    [[1, 2]]
    """
    walk = _Walk()
    for number, (passage, mark) in enumerate(zip(passages, marks, strict=True)):
        if is_new_part(passage):
            walk.restart()
        elif passage.role in BODY and passage.cell is None and passage.role != "title" and number not in listed:
            walk.passage(number, passage, mark)
    return walk.runs


class _Walk:
    """The series that are open while the passages are read."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.restart()

    def restart(self) -> None:
        """Close all series."""
        self._open: dict[str, Run] = {}
        self._last: dict[int, int] = {}
        self._may_restart: set[str] = set()
        self._interrupted: Run | None = None

    def passage(self, number: int, passage: Passage, mark: Mark | None) -> None:
        """Read the mark before a passage and those in it."""
        begin = 0
        if mark is not None and mark.level and mark.number:
            self._leading(_placed(mark, number, passage), mark.level)
            begin = 0 if passage.mark else mark.end
        elif passage.role == "heading" or (mark is None and is_bare(passage)):
            self._may_restart = set(self._open)
        elif mark is None and passage.text.rstrip().endswith(LIST_FOLLOWS):
            self._may_restart |= {form for form, run in self._open.items() if run.level > 1}
        if mark is not None and mark.form == "一是":
            self._may_restart |= {run.members[0].form for run in self._open.values() if run.level}
        if mark is not None and passage.mark and mark.form == "一是" and mark.number:
            self._within(Member("是", mark.number, number, 0, min(_SHOWN, len(passage.text))), "")
        for member in self._marks_in(passage.text, begin, number):
            self._within(member, passage.text)
        self._open = {key: run for key, run in self._open.items() if run.level or key in _COUNTED_ON}

    def _leading(self, member: Member, level: int) -> None:
        """A mark of a heading closes the series below it and those within the text."""
        self._interrupted = self._open.get("是") or self._interrupted
        self._open = {key: run for key, run in self._open.items() if 0 < run.level <= level}
        run = self._open.get(member.form)
        may_restart = level > 2 or member.form in self._may_restart
        if run is None or (member.number == 1 and may_restart):
            is_counted_on = run is None and member.number == self._last.get(level, 0) + 1  # across chapters
            is_start = member.number == 1 or is_counted_on or may_restart
            self._start(member, level, [] if is_start else [(member, 1)])
        else:
            self._append(run, member)
        self._last[level] = member.number
        self._may_restart.discard(member.form)

    def _within(self, member: Member, text: str) -> None:
        """A mark within a text: 1. and （2） belong to a series that is open, 二是 is missing its first."""
        run = self._open.get(member.form) or self._begun_in(member)
        if member.number == 1:
            self._start(member, 0, [])
        elif run is not None:
            if member.form in _COUNTED_ON or member.number <= run.members[-1].number + 2:
                self._append(run, member)
        elif member.form == "是":
            before = self._interrupted
            is_going_on = before is not None and before.members[-1].number + 1 == member.number
            is_begun = is_going_on or _BEGUN.search(text, 0, member.start)
            self._start(member, 0, [] if is_begun else [(member, 1)])

    def _begun_in(self, member: Member) -> Run | None:
        """The series that the passage of a mark begins with, where it is written alike: （1）…；（2）… in one line."""
        run = self._open.get(_LEADING.get(member.form, ""))
        return run if run is not None and run.members[-1].passage == member.passage else None

    def _start(self, member: Member, level: int, breaks: list[tuple[Member, int]]) -> None:
        self._open[member.form] = Run(level, [member], breaks)
        self.runs.append(self._open[member.form])

    def _append(self, run: Run, member: Member) -> None:
        expected = run.members[-1].number + 1
        if member.number != expected:
            run.breaks.append((member, expected))
        run.members.append(member)

    def _marks_in(self, text: str, begin: int, number: int) -> Iterator[Member]:
        at_clause = {match.start(): match for match in _IN_TEXT.finditer(text, begin)}
        run = self._open.get("是")
        reached = run.members[-1].number if run else 0
        for match in sorted((*at_clause.values(), *_RUNNING_ON.finditer(text, begin)), key=lambda each: each.start()):
            form = match.lastgroup or ""
            member = Member(form, _value(match[form], form), number, match.start(), match.end())
            is_at_clause = at_clause.get(match.start()) is match
            if is_at_clause or (match.start() not in at_clause and reached and member.number == reached + 1):
                reached = member.number if form == "是" else reached
                yield member


def _placed(mark: Mark, number: int, passage: Passage) -> Member:
    """The mark before a passage: where it is not typed, the words behind it stand for it."""
    if passage.mark:
        return Member(mark.form, mark.number, number, 0, min(_SHOWN, len(passage.text)))
    return Member(mark.form, mark.number, number, mark.start, mark.end)


def _value(numeral: str, form: str) -> int:
    return _CIRCLED.index(numeral) + 1 if form == "圈" else number_of(numeral)
