"""One report → one .docx; its template stays compiled for the next."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import builtin_templates
from renmin_docs.errors import Finding, TemplateError
from renmin_docs.render.template import Template

if TYPE_CHECKING:
    from renmin_docs.report.fields import Numbering
    from renmin_docs.report.models import WorkReport

_UNMENTIONED = "figure_unmentioned"


def template_for(report: WorkReport) -> str:
    """The template of a report: the one that it names, else `red_head` for one with 版头 or 版记, else `work_report`.

    The one with the red head has a place for every part of an official document. A report without head and imprint
    may have all the other parts in `work_report` as well.
    """
    if report.template is not None:
        return report.template
    return "work_report" if report.header is None and report.imprint is None else "red_head"


def check_for(report: WorkReport, template: str | PathLike[str] | Template | None = None) -> list[Finding]:
    """`report.check()`, but for warnings of figures that no text mentions and the template prints."""
    findings = report.check()
    if not any(finding.rule == _UNMENTIONED for finding in findings):
        return findings
    printed: Collection[str] = ()
    with suppress(TemplateError):  # printing says why
        printed = _opened(template_for(report) if template is None else template).figures
    return [each for each in findings if each.rule != _UNMENTIONED or each.place.partition(".")[2] not in printed]


def render(
    report: WorkReport, *, template: str | PathLike[str] | Template | None, numbering: Numbering | None
) -> bytes:
    """The document of a report, as bytes; see `WorkReport.to_bytes`."""
    return _opened(template_for(report) if template is None else template).render(report, numbering=numbering)


def _opened(template: str | PathLike[str] | Template) -> Template:
    if isinstance(template, Template):
        return template
    path = builtin_templates.find(template)
    state = path.stat()
    return _compiled(path, state.st_dev, state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size)


@lru_cache(maxsize=16)
def _compiled(path: Path, *state: int) -> Template:
    """The template in a file, compiled again only when another file stands there, or it has changed."""
    del state
    return Template.open(path)
