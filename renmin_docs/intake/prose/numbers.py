"""Old marks against new ones: every number out of turn, and every form and spelling that is printed otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import NUMERALS, ORDINAL
from renmin_docs.numerals import MARK_FORMS, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.intake.prose.marks import Mark
    from renmin_docs.intake.prose.outline import Draft


class OldNumbers:
    """The walk through a tree that holds the marks in the text against those that will be printed.

    Args:
        marks: The ladder of the report.
    """

    def __init__(self, marks: tuple[str, ...]) -> None:
        self._marks = marks
        self._last_of: dict[str, int] = {}
        self._rewritten: set[tuple[str, str]] = set()

    def notes(self, section: Draft, rung: int = 0) -> Iterator[Finding]:
        """What there is to say of the points in a section, which stand on a rung, and of all that is in them."""
        last = 0
        for count, draft in enumerate(section.points, 1):
            mark = draft.unit.mark if draft.unit else None
            if mark is not None and mark.number:
                new = self._new(section, rung, count)
                yield from self._number_notes(mark, draft.line, last, new)
                yield from self._form_notes(mark, draft.line, new)
                last = self._last_of[mark.form] = mark.number
            else:
                last += 1
            yield from self.notes(draft, rung + (section.series == "numbered"))

    def _new(self, section: Draft, rung: int, count: int) -> str:
        return ordinal(count) if section.series == "ordinal" else MARK_FORMS[self._marks[rung]].write(count)

    def _number_notes(self, mark: Mark, line: int | None, last: int, new: str) -> Iterator[Finding]:
        if mark.number == last + 1:
            return
        rule = "number_gap"
        if last and mark.number == last:
            rule = "number_repeated"
        elif mark.number < last:
            rule = "number_back"
        elif not last and mark.form != ORDINAL and mark.number == self._last_of.get(mark.form, 0) + 1:
            rule = "number_runs_on"
        yield Finding(rule, line=line, found=mark.text, expected=new)

    def _form_notes(self, mark: Mark, line: int | None, new: str) -> Iterator[Finding]:
        """The first mark of each spelling that is printed otherwise, its number aside."""
        spellings = (_spelling(mark.text), _spelling(new))
        if spellings[0] != spellings[1] and spellings not in self._rewritten:
            self._rewritten.add(spellings)
            yield Finding("mark_rewritten", line=line, found=mark.text, expected=new)


def _spelling(mark: str) -> str:
    """A mark whatever its number: how it writes that, and what stands around it."""
    return re.sub("[0-9]+", "1", re.sub(f"[{NUMERALS}]+", "一", mark))
