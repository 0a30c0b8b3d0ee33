"""A report read from a page or for a file: what says no more than what is derived anyway, is derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.report.headings import from_pattern
from renmin_docs.report.names import names_of
from renmin_docs.report.offices import issuer_of

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport


def with_equal_derived(report: WorkReport) -> WorkReport:
    """The same report, with all that is as it would be derived left to be derived.

    So the report of the next office, or year, has its own title, period, headings and issuers; what differs stays as
    it was given.
    """
    words = names_of(report)
    changes: dict[str, Any] = {"title": ""} if report.title == from_pattern(report.title_pattern, words) else {}
    if report.period == f"{report.year}年":
        changes["period"] = ""
    for kind in report.KINDS:
        chapters = getattr(report, kind)
        if len(chapters) == 1 and chapters[0].heading == from_pattern(getattr(report.headings, kind), words):
            changes[kind] = chapters[0].replace(heading="")
    organization = report.organization
    if "issuer" in organization.model_fields_set and organization.issuer == issuer_of(organization.name):
        changes["organization"] = organization.replace(issuer="")
    return report.replace(**changes, **_official(report))


def _official(report: WorkReport) -> dict[str, Any]:
    """Head, signature and imprint, without what they have of issuer and issue date."""
    issuer, changes = report.organization.issuer, dict[str, Any]()
    if report.header and report.header.issuers == (issuer,):
        changes["header"] = report.header.replace(issuers=())
    if report.signature.issuers == (issuer,):
        changes["signature"] = report.signature.replace(issuers=())
    imprint = report.imprint
    if imprint and imprint.printed_by == issuer:
        imprint = imprint.replace(printed_by=None)
    if imprint and report.issue_date and imprint.print_date == report.issue_date:
        imprint = imprint.replace(print_date=None)
    return {**changes, "imprint": imprint}
