"""Figures from one year to the next: with their value as the previous one, or still to be written."""

from __future__ import annotations

from renmin_docs.figures import Breakdown, Change, Figure, Quantity, Span, Unfilled
from renmin_docs.figures.tables import POINTS, RATES

_CLASSES = ("以上", "以下")
"""What is so hedged is a class of size, and the same every year."""
DIFFERENCES = (POINTS, "倍", "番")
"""Units of what is the growth of something else."""


def carried_over(figure: Figure) -> Figure:
    """A figure for the next year's report.

    What grows keeps its value, and has it as the previous one, too: growth computes itself once the new value is
    written, and until then `check()` says that it is unchanged. A class of size and a part of the calendar stay. All
    else (a rank, a share, a range, growth itself) could pass for this year's, and is still to be written.
    """
    if isinstance(figure, Breakdown):
        total, parts = carried_over(figure.total), {name: carried_over(part) for name, part in figure.parts.items()}
        return total if isinstance(total, Unfilled) else figure.replace(total=total, parts=parts)
    if isinstance(figure, Change) and _grows(figure.current):
        return figure.replace(previous=figure.current, stated=None)
    if is_fixed(figure):
        return figure
    return figure.replace(previous=figure.value) if isinstance(figure, Quantity) and _grows(figure) else Unfilled()


def is_fixed(figure: Figure) -> bool:
    """Whether a figure is the same every year."""
    return (isinstance(figure, Span) and figure.is_calendar) or figure.hedge in _CLASSES


def growing(figure: Figure | None) -> Quantity | None:
    """The number of a figure that has a growth of its own next year; None where there is none."""
    number = figure.total if isinstance(figure, Breakdown) else figure
    return number if isinstance(number, Quantity) and _grows(number) else None


def _grows(figure: Quantity) -> bool:
    """Whether there is growth from its value."""
    measured = bool(figure.unit) and figure.unit not in DIFFERENCES and not is_fixed(figure)
    return measured and (figure.value > 0 or figure.unit in RATES)
