"""What a skeleton leaves to be filled in, and what of it is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.figures import Breakdown, Quantity
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from renmin_docs.figures import Figure
    from renmin_docs.report.walk import PlacedText

_OPENING = "（待填写"
UNFILLED = f"{_OPENING}）"
"""Stands where somebody has to write."""


def question(label: str) -> str:
    """What stands under a difficulty of last year until somebody has answered it."""
    return f"{_OPENING}：去年提出的“{label}”是否已经解决？仍未解决的请写明现状。）"


def is_unfilled(text: str) -> bool:
    """Whether a text is still to be written."""
    return _OPENING in text


def unfilled_findings(texts: Iterable[PlacedText], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Texts that are still to be filled in, and figures whose value is still last year's."""
    for text in texts:
        if is_unfilled(text.text):
            yield Finding("text_unfilled", place=text.path, found=quote(text.text))
    for name, figure in figures.items():
        total = figure.total if isinstance(figure, Breakdown) else figure
        if isinstance(total, Quantity) and total.previous == total.value:
            yield Finding("figure_unchanged", place=f"figures.{name}", found=str(total))
