"""Old marks against new ones: every number out of turn, and every form and spelling that is printed otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import NUMERALS, ORDINAL, Mark
from renmin_docs.numerals import MARK_FORMS, ordinal

if TYPE_CHECKING:
    from renmin_docs.intake.prose.outline import Draft


class OldNumbers:
    """The walk through a tree that holds the marks in the text against those that will be printed.

    Args:
        marks: The ladder of the report.
    """

    def __init__(self, marks: tuple[str, ...]) -> None:
        self._marks = marks
        self._last_of: dict[str, int] = {}
        self._met: set[tuple[str, str]] = set()

    def notes(self, section: Draft, rung: int = 0) -> Iterator[Finding]:
        """What there is to say of the points in a section, which stand on a rung, and of all that is in them."""
        write = partial(self._new, section, rung)
        last = 0
        for count, draft in enumerate(section.points, 1):
            mark = draft.unit.mark if draft.unit else None
            expected = write(count) if mark is not None and mark.text else ""
            if mark is not None and mark.text and (mark.text != expected or mark.number != last + 1):
                out_of_turn = self._out_of_turn(mark, last) if mark.number else ""
                rewritten = self._rewritten(mark.text, write(1)) if mark.text != expected else ""
                for rule in filter(None, (out_of_turn, rewritten)):
                    yield Finding(rule, line=draft.line, found=mark.text, expected=expected)
            if mark is not None and mark.number:
                last = self._last_of[mark.form] = mark.number
            else:
                last += 1
            if len(draft.body) > draft.own:  # there may be points in it
                yield from self.notes(draft, rung + (section.series == "numbered"))

    def _new(self, section: Draft, rung: int, count: int) -> str:
        return ordinal(count) if section.series == "ordinal" else MARK_FORMS[self._marks[rung]].write(count)

    def _out_of_turn(self, mark: Mark, last: int) -> str:
        """The rule that a number breaks behind the last one; empty where it is the next."""
        if mark.number == last + 1:
            return ""
        if last and mark.number == last:
            return "number_repeated"
        if mark.number < last:
            return "number_back"
        runs_on = not last and mark.form != ORDINAL and mark.number == self._last_of.get(mark.form, 0) + 1
        return "number_runs_on" if runs_on else "number_gap"

    def _rewritten(self, old: str, new: str) -> str:
        """The rule for the first mark of each spelling that is printed otherwise, its number aside; else empty."""
        spellings = (_spelling(old), _spelling(new))
        if spellings[0] == spellings[1] or spellings in self._met:
            return ""
        self._met.add(spellings)
        return "mark_rewritten"


@lru_cache(maxsize=4096)  # the same few stand in every report
def _spelling(mark: str) -> str:
    """A mark whatever its number: how it writes that, and what stands around it."""
    return re.sub("[0-9]+", "1", re.sub(f"[{NUMERALS}]+", "一", mark))
