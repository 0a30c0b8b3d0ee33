"""What one part of a report says of another: figures that are missing or don't add up, marks out of order."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from renmin_docs.errors import FigureError, Finding
from renmin_docs.numerals import MARKS
from renmin_docs.report.text import mentions, quote
from renmin_docs.report.walk import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.walk import PlacedText

_GRAVITY = {"error": 0, "warning": 1, "notice": 2}


def check(report: WorkReport) -> list[Finding]:
    """All findings on the report's data: errors first, then in printed order."""
    printed = list(texts(report))
    findings = [
        *_figure_findings(report),
        *_mention_findings(report, printed),
        *_empty_paragraphs(printed),
        *_title_findings(report),
        *_ladder_findings(report),
    ]
    return sorted(findings, key=lambda finding: _GRAVITY[finding.severity])


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names most like this one; all of them where none is like it."""
    names = list(known)
    return "、".join(difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names[:8])


def _figure_findings(report: WorkReport) -> Iterator[Finding]:
    for name, figure in report.figures.items():
        for finding in figure.findings():
            yield finding.at(f"figures.{name}" + (f".{finding.place}" if finding.place else ""))


def _mention_findings(report: WorkReport, printed: list[PlacedText]) -> Iterator[Finding]:
    for path, text, _ in printed:
        for mention in mentions(text):
            figure = report.figures.get(mention.name)
            if figure is None:
                near = nearest(mention.name, report.figures)
                yield Finding("unknown_figure", place=path, found=mention.name, expected=near)
                continue
            try:
                format(figure, mention.style)
            except FigureError as error:
                yield from (finding.at(path) for finding in error.findings)


def _empty_paragraphs(printed: list[PlacedText]) -> Iterator[Finding]:
    yield from (Finding("empty_paragraph", place=path) for path, text, _ in printed if not text.strip())


def _title_findings(report: WorkReport) -> Iterator[Finding]:
    if "打算" in report.title and not report.plans:
        expected = f"{report.organization.name}{report.period}工作总结"
        yield Finding("title_promises_plans", place="title", found=report.title, expected=quote(expected))


def _ladder_findings(report: WorkReport) -> Iterator[Finding]:
    order = [mark for mark in MARKS if mark in report.marks]
    if order != list(report.marks):
        found = " ".join(report.marks)
        yield Finding("ladder_order", place="marks", found=found, expected=" ".join(order))
