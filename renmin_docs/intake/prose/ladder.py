"""The ladder of a report, found out: which forms of marks nest in which, and as what each is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.marks import DECIMALS, ORDINAL, PART, SUBPART
from renmin_docs.numerals import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renmin_docs.intake.prose.dividing import Unit

BARE = "bare"
"""The form of chapters whose headings have no mark."""

_ORDER = (BARE, PART, SUBPART, "一、", "（一）", "1.", *DECIMALS, "（1）", "1）", "①")
"""How deep each form usually stands."""


class Ladder(NamedTuple):
    """The forms of a text from the chapters' down, and the marks that they are printed as.

    Attributes:
        forms: Forms that the text uses, as far as there are marks for them.
        marks: The ladder of the report.
    """

    forms: tuple[str, ...]
    marks: tuple[str, ...]

    def rung(self, form: str) -> int | None:
        """Where a form stands, from 0; None for one that is too deep."""
        return self.forms.index(form) if form in self.forms else None


def ladder_of(units: Sequence[Unit], *, in_chapters: bool) -> Ladder:
    """The ladder that the marks of the units follow.

    Args:
        units: All units.
        in_chapters: The first form is that of chapters; else they have none.
    """
    forms = nested_forms(units)
    forms = (forms if in_chapters else (BARE, *forms))[: len(MARKS)]
    return Ladder(forms, _printed(forms))


def nested_forms(units: Sequence[Unit]) -> tuple[str, ...]:
    """The forms of the text from the highest down.

    That is their usual order, unless the numbers run on better if each form is below those that come before it.
    """
    numbers = _numbers(units)
    as_met = list(dict.fromkeys(form for form, _ in numbers))
    orders: list[list[str]] = [sorted(as_met, key=_usual_depth), as_met]
    return tuple(orders[_breaks(orders[1], numbers) < _breaks(orders[0], numbers)])


def runs_better(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether the numbers of one reading of a text run on better than those of another."""
    return _breaks(list(nested_forms(one)), _numbers(one)) < _breaks(list(nested_forms(other)), _numbers(other))


def _numbers(units: Sequence[Unit]) -> list[tuple[str, int]]:
    return [(unit.mark.form, unit.mark.number) for unit in units if unit.mark and unit.mark.form != ORDINAL]


def _usual_depth(form: str) -> float:
    if form in _ORDER:
        return _ORDER.index(form)
    return int(form.removeprefix("outline ")) + _ORDER.index("一、") - 1.5


def _breaks(order: list[str], numbers: list[tuple[str, int]]) -> int:
    """How often a number is not the next one, if the forms nest in this order."""
    deeper = {form: order[place + 1 :] for place, form in enumerate(order)}
    counts = dict.fromkeys(order, 0)
    breaks = 0
    for form, number in numbers:
        breaks += number not in (0, counts[form] + 1)
        counts[form] = number
        counts.update(dict.fromkeys(deeper[form], 0))
    return breaks


def _printed(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The marks that the forms are printed as: their own; a form that is none of ours takes the next free one."""
    marks: list[str] = []
    for form in forms:
        below = MARKS.index(marks[-1]) + 1 if marks else 0
        mark = form if form in MARKS else next(iter(MARKS[below:]), "")
        if not mark or mark in marks or (mark != form and mark in forms):
            return MARKS
        marks.append(mark)
    if marks == list(MARKS[: len(marks)]):
        return MARKS
    return (*marks, *(mark for mark in MARKS[MARKS.index(marks[-1]) + 1 :] if mark not in marks))
