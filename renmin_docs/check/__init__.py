"""Findings on a .docx: where its page leaves GB/T 9704; of a template also what would break, what would be lost.

The rules on the page are the same for a template and for a finished document (`Subject`): what each prints, and how it
looks in the end. This package is a layer above `render`: the compiler reports what it refuses, and a template is tried
by being filled. Errors are what a template can't be used with, warnings what the standard demands (R) or a report would
be refused for, notices the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import builtin_templates
from renmin_docs.check.rules import PageFinding, findings_of
from renmin_docs.errors import Finding, PackageError, TemplateError, about, together

if TYPE_CHECKING:
    from renmin_docs.check.finished import FinishedDocument
    from renmin_docs.check.subject import Subject
    from renmin_docs.ooxml.package import Package
    from renmin_docs.render.preparing.compiler import Examined
    from renmin_docs.report.models import WorkReport

_WITHOUT_TAGS = "template_without_tags"
_GRAVITY = ("error", "warning", "notice")

_MODULES = (
    *("page", "page_number", "fonts", "position", "head_and_imprint", "pages", "signature", "attachments"),
    *("styles", "tags", "leftovers"),
)
"""The modules whose checks register when they are imported, in reporting order."""

__all__ = ["check_template", "page_findings"]


def check_template(template: str | PathLike[str], report: WorkReport | None = None) -> list[Finding]:
    """All that is wrong with a template, or worth a look: the grave things first, each with its paragraph.

    Errors are what every report is refused for, warnings what some are, or what is printed wrong. What is the same in
    several paragraphs is found once, with their number behind the first of them.

    Args:
        template: The path of a .docx, or the name of one of the library's.
        report: A report that it is to print: its fields and figures are those that the template may name.

    Raises:
        TemplateError: There is no such file, or it can't be read.
    """
    path = builtin_templates.find(template)
    return together(template_findings(path, report))


def template_findings(path: Path, report: WorkReport | None = None) -> list[Finding]:
    """All that `check_template` finds, with findings that are alike in several paragraphs not put together."""
    from renmin_docs.opening import read_office_file
    from renmin_docs.render.preparing.compiler import examine_template

    with about(path, TemplateError, PackageError):
        data = read_office_file(path)
    try:
        found = _findings(examine_template(data), path, report)
    except PackageError as error:
        found = list(error.findings)
    return sorted(dict.fromkeys(found), key=lambda finding: _GRAVITY.index(finding.severity))


def page_findings(document: str | PathLike[str] | Package | FinishedDocument) -> list[PageFinding]:
    """What the page of a finished .docx has against GB/T 9704-2012, whatever program made it.

    Raises:
        PackageError: There is no such file, it is no .docx, or it is not safe to open.
    """
    from renmin_docs.check.finished import FinishedDocument  # texts and data files are checked without it
    from renmin_docs.ooxml.package import Package, read_package

    if not isinstance(document, FinishedDocument):
        document = FinishedDocument(document if isinstance(document, Package) else read_package(Path(document)))
    return [*dict.fromkeys(_checked(document))]


def _checked(subject: Subject) -> Iterator[PageFinding]:
    for module in _MODULES:
        import_module(f"renmin_docs.check.{module}")
    return findings_of(subject)


def _findings(examined: Examined, path: Path, report: WorkReport | None) -> list[Finding]:
    from renmin_docs.check.subject import TemplateSubject
    from renmin_docs.check.trial import trial
    from renmin_docs.render.values.own_names import own_findings, uses_in

    if any(finding.rule == _WITHOUT_TAGS for finding in examined.findings):
        return [*examined.findings]  # it may be any document
    own = [] if report is None else own_findings(report, uses_in(examined.asked))
    found = [*examined.findings, *own, *(each.finding for each in _checked(TemplateSubject(examined)))]
    if not any(finding.severity == "error" for finding in found):
        found += trial(path, report)
    return found
