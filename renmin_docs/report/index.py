"""The figure index: every number that the finished report shows, and where. Offices proofread with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING

from renmin_docs.figures import Figure, Span, scan
from renmin_docs.numerals import MARK_FORMS
from renmin_docs.report.other_numbers import other_numbers
from renmin_docs.report.text import mentions
from renmin_docs.report.texts import PlacedText, plain_texts, texts

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport


KINDS = ("figure", "rank", "ratio", "fraction", "date", "code")
"""What a number can be, in the order of the index: a date is any point in time or period, a code any other number."""


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
        kind: One of `KINDS`.
        places: Every place it is mentioned, in printed order.
    """

    name: str
    printed: str
    figure: Figure | None
    kind: str = "figure"
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
    """The declared figures that texts mention, in declared order, then all numbers typed into text, kind by kind.

    Mentions of unknown figures are left out; `report.check()` names them.
    """
    report = report.checked()
    printed = texts(report)
    form = MARK_FORMS[report.marks[0]]

    def place(text: PlacedText, shown: str) -> FigurePlace:
        return FigurePlace(text.path, form.write(text.chapter) if text.chapter else "", shown)

    declared = {name: IndexEntry(name, str(figure), figure, kind_of(figure)) for name, figure in report.figures.items()}
    typed: dict[tuple[str, str], IndexEntry] = {}
    for text in printed:
        for mention in mentions(text.text):
            if entry := declared.get(mention.name):
                entry.places.append(place(text, format(entry.figure, mention.style)))
    for plain, text in plain_texts(printed):
        for number in _numbers(plain):
            entry = typed.setdefault((number.kind, number.printed), number)
            entry.places.append(place(text, number.printed))
    by_kind = sorted(typed.values(), key=lambda entry: KINDS.index(entry.kind))
    return [entry for entry in (*declared.values(), *by_kind) if entry.places]


def kind_of(figure: Figure) -> str:
    """The kind of a figure; a range of years, months, days or hours is a period."""
    return "date" if isinstance(figure, Span) and figure.is_calendar else figure.kind


def _numbers(plain: str) -> Iterator[IndexEntry]:
    """Every number of a text as an entry without places, in order."""
    hits = scan(plain)
    found = [(hit.start, IndexEntry("", plain[hit.start : hit.end], hit.figure, kind_of(hit.figure))) for hit in hits]
    others = other_numbers(plain, [(hit.start, hit.end) for hit in hits])
    found += [(other.start, IndexEntry("", plain[other.start : other.end], None, other.kind)) for other in others]
    return (entry for _, entry in sorted(found, key=itemgetter(0)))
