"""What one part of a report says of another: figures that are missing or don't add up, marks out of order.

Hints on what it says as an official document (GB/T 9704) keep nothing from being printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from renmin_docs.errors import FigureError, Finding
from renmin_docs.messages.shown import quote
from renmin_docs.messages.suggestions import Nearest
from renmin_docs.numerals import MARKS
from renmin_docs.report.document_number import EXAMPLE, code_of
from renmin_docs.report.names import Mentionable, Word, mentionable, mentionable_in_fields, nearest, written
from renmin_docs.report.own_fields import field_texts
from renmin_docs.report.page import page_findings
from renmin_docs.report.structure import all_chapters
from renmin_docs.report.tables import Table, resolved
from renmin_docs.report.text import fill, mentions
from renmin_docs.report.text_lints import emphasis_findings, note_findings, slip_findings
from renmin_docs.report.texts import PlacedText, items, mentioned_figures, texts
from renmin_docs.report.typed_numbers import typed_number_findings
from renmin_docs.report.unfilled import unfilled_findings
from renmin_docs.report.years.years import first_year, is_called_ahead

if TYPE_CHECKING:
    from renmin_docs.figures import Figure
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Content

_FIELDS = "fields."
"""Begins the key paths of texts in fields."""
_STOPS = tuple("。；，、：.;,:")
"""Signs that no name of an attachment ends with."""
_GRAVITY = {"error": 0, "warning": 1, "notice": 2}


def errors(report: WorkReport) -> list[Finding]:
    """What keeps the report from being printed: the errors among `check`, without the work for the rest."""
    findings = (
        *figure_findings(report.figures),
        *_mention_findings(report, texts(report)),
        *_table_findings(report, items(report)),
    )
    return [finding for finding in findings if finding.severity == "error"]


def check(report: WorkReport) -> list[Finding]:
    """All findings on the report's data: errors first, then in printed order."""
    report = report.checked()
    printed, shown = texts(report), [*items(report)]
    marked = [each for each in printed if "{" in each.text]  # figures, emphasis and notes stand in braces
    findings = [
        *figure_findings(report.figures),
        *_mention_findings(report, marked),
        *_table_findings(report, shown),
        *_unmentioned(report, marked, shown),
        *typed_number_findings(printed, report.figures, report.year),
        *slip_findings(printed),
        *emphasis_findings(marked),
        *note_findings(marked),
        *unfilled_findings(report, printed),
        *_title_findings(report),
        *_year_findings(report),
        *_ladder_findings(report),
        *_official_findings(report),
        *page_findings(report.page),
    ]
    return sorted(dict.fromkeys(findings), key=lambda finding: _GRAVITY[finding.severity])


def figure_findings(figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """What is wrong within the figures, each at its key path."""
    for name, figure in figures.items():
        for finding in figure.findings():
            yield finding.at(f"figures.{name}" + (f".{finding.place}" if finding.place else ""))


def _table_findings(report: WorkReport, shown: Iterable[tuple[str, Content]]) -> Iterator[Finding]:
    """Figures that a table shows by name and that are unknown, or have nothing that a table could show; totals."""
    near, tokens = Nearest(report.figures), cache(partial(written, report))
    for path, item in shown:
        names = item.figure_names if isinstance(item, Table) else ()
        unknown = [(index, name) for index, name in enumerate(names) if name not in report.figures]
        for index, name in unknown:
            place = f"{path}.figures[{index}]"
            yield Finding("unknown_figure", place=place, found=name, expected=near.to(name))
        if not unknown and isinstance(item, Table):
            try:
                resolved(item, report.figures, lambda text: fill(text, tokens()))
            except LookupError:
                continue  # a text mentions an unknown figure, which is found where texts are
            except FigureError as error:
                yield from (finding.at(f"{path}.{finding.place}".rstrip(".")) for finding in error.findings)


def _unmentioned(
    report: WorkReport, printed: Iterable[PlacedText], shown: Iterable[tuple[str, Content]]
) -> Iterator[Finding]:
    mentioned = mentioned_figures(printed, shown)
    for name, figure in report.figures.items():
        if name not in mentioned:
            yield Finding("figure_unmentioned", place=f"figures.{name}", found=str(figure))


def _mention_findings(report: WorkReport, printed: Iterable[PlacedText]) -> Iterator[Finding]:
    """What texts mention that they can't; a field's text mentions no other field."""
    for is_field, group in groupby(printed, lambda text: text.path.startswith(_FIELDS)):
        known = mentionable_in_fields(report) if is_field else mentionable(report)
        own = report.figures if is_field else [*report.figures, *field_texts(report.fields)]
        yield from mention_findings(known, group, nearest(own))


def mention_findings(
    figures: Mapping[str, Mentionable], printed: Iterable[PlacedText], near: Nearest
) -> Iterator[Finding]:
    """Figures that texts mention and that are unknown, or not to be had in the style that is asked for."""
    for path, text, _ in printed:
        for mention in mentions(text):
            figure = figures.get(mention.name)
            if figure is None:
                yield Finding("unknown_figure", place=path, found=mention.name, expected=near.to(mention.name))
            elif isinstance(figure, Word) and not figure.text:
                yield Finding("field_empty", place=path, found=mention.name)
            try:
                if figure is not None and mention.style:
                    format(figure, mention.style)
            except FigureError as error:
                yield from (finding.at(path) for finding in error.findings)


def _title_findings(report: WorkReport) -> Iterator[Finding]:
    if "打算" in report.title and not report.plans:
        expected = f"{report.organization.name}{report.period}工作总结"
        yield Finding("title_promises_plans", place="title", found=report.title, expected=quote(expected))


def _year_findings(report: WorkReport) -> Iterator[Finding]:
    """What was given for another year's report: its title, the headings of its chapters, its date.

    A 政府工作报告 is called after the year that it plans for: its achievements may be those of the year before.
    """
    given = [("title", report.title)] if "title" in report.model_fields_set else []
    given += [(f"{path}.heading", each.heading) for path, each in all_chapters(report) if each.has_given_heading]
    years = {place: first_year(text) for place, text in given}
    plans = any(place.startswith("plans") and year == report.year for place, year in years.items())
    is_ahead = plans and is_called_ahead(report.title)
    for place, text in given:
        other = 1 if place.startswith(("difficulties", "plans")) else -1 if is_ahead else 0
        may_be_other = place != "title" and years[place] == report.year + other
        if years[place] not in (None, report.year) and not may_be_other and not place.startswith("others"):
            yield Finding("year_other", place=place, found=quote(text), expected=f"{report.year}年")
    if isinstance(report.issue_date, date) and report.issue_date.year < report.year:
        yield Finding("date_early", place="issue_date", found=str(report.issue_date), expected=report.period)


def _official_findings(report: WorkReport) -> Iterator[Finding]:
    """Hints on an official document: slips in head and names of attachments, what an imprint on an even page brings."""
    header = report.header
    if header is not None:
        if not code_of(header.number):
            yield Finding("document_code", place="header.number", found=header.number, expected=EXAMPLE)
        if header.classification and not header.copy_number:
            yield Finding("copy_number_missing", place="header")
    if report.imprint is not None and report.imprint.even_page:
        yield Finding("imprint_even_page", place="imprint.even_page")
    for index, attachment in enumerate(report.attachments):
        if attachment.title.endswith(_STOPS):
            yield Finding("attachment_title_mark", place=f"attachments[{index}].title", found=quote(attachment.title))


def _ladder_findings(report: WorkReport) -> Iterator[Finding]:
    order = [mark for mark in MARKS if mark in report.marks]
    if order != list(report.marks):
        found = " ".join(report.marks)
        yield Finding("ladder_order", place="marks", found=found, expected=" ".join(order))
