"""The ladder of a report, found out: which forms of marks nest in which, and as what each is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.marks import DECIMALS, LETTER, ORDINAL, PART, ROMAN, SUBPART, TOPIC
from renmin_docs.numerals import MARKS

if TYPE_CHECKING:
    from renmin_docs.intake.prose.dividing import Unit

BARE = "bare"
"""The form of chapters whose headings have no mark."""
SPOKEN = "spoken"
"""The form of chapters that a sentence opens."""

OUTER = "outer "
"""Before the form of marks that stand above others of the same form."""
LABEL = "above "
"""Before the form of a series: that of the lines which stand above each such series without a mark of their own."""
LINE = "line"
"""The form of lines that stand alone below a heading: it takes the next rung below what is open."""

_ORDER = (
    SPOKEN,
    BARE,
    PART,
    SUBPART,
    ROMAN,
    LETTER,
    TOPIC,
    "一、",
    "（一）",
    "1.",
    *DECIMALS,
    "（1）",
    "1）",
    "①",
    ORDINAL,
)
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


def ladder_of(forms: tuple[str, ...], *, in_chapters: bool) -> Ladder:
    """The ladder of a text.

    Args:
        forms: The forms of its marks, from the highest down.
        in_chapters: The first form is that of chapters; else they have none.
    """
    rungs = (forms if in_chapters else (BARE, *forms))[: len(MARKS)]
    return Ladder(rungs, _printed(rungs))


class Nesting(NamedTuple):
    """How the forms of a text nest, from the highest down, and how often a number is not the next one then."""

    forms: tuple[str, ...]
    breaks: int


def nesting(units: Iterable[Unit]) -> Nesting:
    """The nesting in which the numbers of the units run on best; the usual one if others are no better."""
    numbers = [(mark.form, mark.number) for unit in units if (mark := unit.mark) and mark.form != ORDINAL]
    as_met = list(dict.fromkeys(form for form, _ in numbers))
    usual = sorted(as_met, key=usual_depth)
    breaks = _breaks(usual, numbers)
    # 第一、 stands above 一、 only where it comes first
    if as_met != usual and (others := _breaks(as_met, numbers)) < breaks + (usual[0] == TOPIC):
        return Nesting(tuple(as_met), others)
    return Nesting(tuple(usual), breaks)


@cache
def usual_depth(form: str) -> float:
    """How deep a form usually stands."""
    for beginning in (OUTER, LABEL):
        if form.startswith(beginning):
            return usual_depth(form.removeprefix(beginning)) - 0.5
    if form in _ORDER:
        return _ORDER.index(form)
    return int(form.removeprefix("outline ")) + _ORDER.index("一、") - 1.5


def form_of_level(level: int, forms: Mapping[int, str]) -> str:
    """The form of headings on an outline level: that of their marks, or one below the marks of the levels above.

    >>> form_of_level(2, {}), form_of_level(3, {1: "1.", 2: "1.1"})
    ('outline 2', 'outline 5')
    """
    if level in forms:
        return forms[level]
    above = (int(usual_depth(form) - usual_depth("一、")) + 1 - at for at, form in forms.items() if at < level)
    return f"outline {level + max((0, *above))}"


def _breaks(order: list[str], numbers: list[tuple[str, int]]) -> int:
    """How often a number is not the next one, if the forms nest in this order."""
    depths = {form: depth for depth, form in enumerate(order)}
    counts = [0] * len(order)
    below = [[0] * depth for depth in reversed(range(len(order)))]
    breaks = 0
    for form, number in numbers:
        depth = depths[form]
        breaks += number not in (0, counts[depth] + 1)
        counts[depth:] = [number, *below[depth]]
    return breaks


@lru_cache(maxsize=256)  # many reports have the same
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
