"""The figure index: every number that the finished report shows, and where. Offices proofread with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from renmin_docs.numerals import MARK_FORMS
from renmin_docs.report.loose import loose_numbers
from renmin_docs.report.text import mentions
from renmin_docs.report.texts import texts

if TYPE_CHECKING:
    from decimal import Decimal

    from renmin_docs.figures import Figure
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.texts import PlacedText


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """One mention of a figure.

    Attributes:
        path: Key path of the text, `plans.body[1]`.
        chapter: The mark of the chapter as printed (二、); empty outside chapters.
        printed: How the figure stands there.
    """

    path: str
    chapter: str
    printed: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A figure of the finished report.

    Attributes:
        name: Its name under `figures`; empty for a number typed straight into text.
        printed: Its plain printed form.
        figure: The typed figure; None for a typed number that is not understood as one (a date, a code).
        places: Every place it is mentioned, in printed order.
    """

    name: str
    printed: str
    figure: Figure | None
    places: list[FigurePlace] = field(default_factory=list)

    @property
    def value(self) -> Decimal | tuple[Decimal, ...] | None:
        """The raw value in base units; None where it is unknown."""
        return None if self.figure is None else self.figure.value

    @property
    def unit(self) -> str:
        """What is counted."""
        return "" if self.figure is None else self.figure.unit


def figure_index(report: WorkReport) -> list[IndexEntry]:
    """The declared figures that texts mention, in declared order, then the numbers typed into text.

    Mentions of unknown figures are left out; `report.check()` names them.
    """
    report = report.checked()
    printed = list(texts(report))
    form = MARK_FORMS[report.marks[0]]

    def place(text: PlacedText, shown: str) -> FigurePlace:
        return FigurePlace(text.path, form.write(text.chapter) if text.chapter else "", shown)

    declared = {name: IndexEntry(name, str(figure), figure) for name, figure in report.figures.items()}
    typed: dict[str, IndexEntry] = {}
    for text in printed:
        for mention in mentions(text.text):
            if entry := declared.get(mention.name):
                entry.places.append(place(text, format(entry.figure, mention.style)))
    for loose in loose_numbers(printed):
        entry = typed.setdefault(loose.printed, IndexEntry("", loose.printed, loose.figure))
        entry.places.append(place(loose.text, loose.printed))
    return [entry for entry in (*declared.values(), *typed.values()) if entry.places]
