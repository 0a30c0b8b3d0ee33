"""What a skeleton leaves to be filled in, and what of it is still there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.figures import UNFILLED, Breakdown, Change, Figure, Quantity, Unfilled
from renmin_docs.messages.shown import quote

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.texts import PlacedText

_OPENING = UNFILLED[:-1]


def question(label: str) -> str:
    """What stands under a difficulty of last year until it is answered."""
    return f"{_OPENING}：去年提出的“{label}”是否已经解决？仍未解决的请写明现状。）"


def is_unfilled(text: str) -> bool:
    """Whether a text is still to be written."""
    return _OPENING in text


def unfilled_findings(report: WorkReport, texts: Iterable[PlacedText]) -> Iterator[Finding]:
    """Texts, numbers and dates that are still to be written, and figures whose value is still last year's."""
    for text in texts:
        if _OPENING in text.text:
            yield Finding("text_unfilled", place=text.path, found=quote(text.text))
    for name, figure in report.figures.items():
        if type(figure) is not Quantity or figure.previous is not None:  # most are plain ones
            yield from _of_figure(f"figures.{name}", figure)
    for place, value in _outside_text(report):
        if isinstance(value, str) and is_unfilled(value):
            yield Finding("text_unfilled", place=place, found=quote(value))


def _of_figure(place: str, figure: Figure) -> Iterator[Finding]:
    """A figure that is still to be written, or whose value is also the previous one; of a breakdown also its parts."""
    if isinstance(figure, Quantity):  # most are
        if figure.previous == figure.value:
            yield Finding("figure_unchanged", place=place, found=str(figure))
    elif isinstance(figure, Breakdown):
        yield from _of_figure(place, figure.total)
        for name, part in figure.parts.items():
            if isinstance(part, Unfilled):
                yield from _of_figure(f"{place}.parts.{name}", part)
    elif isinstance(figure, Unfilled):
        yield Finding("text_unfilled", place=place, found=quote(str(figure)))
    elif isinstance(figure, Change) and figure.current == figure.previous:
        yield Finding("figure_unchanged", place=place, found=str(figure.current))


def _outside_text(report: WorkReport) -> Iterator[tuple[str, object]]:
    """What is printed beside the text and is new in every document."""
    yield "issue_date", report.issue_date
    if report.header is not None:
        yield from (("header.number", report.header.number), ("header.copy_number", report.header.copy_number))
    if report.imprint is not None:
        yield "imprint.print_date", report.imprint.print_date
