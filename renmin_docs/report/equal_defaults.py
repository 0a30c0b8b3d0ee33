"""Leave out of a report what it derives anyway (title, period, headings, issuer), when it was read or is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from renmin_docs.report.headings import DEFAULT_TITLE, Headings, is_from_pattern
from renmin_docs.report.models import Chapter, Organization, WorkReport
from renmin_docs.report.names import names_of
from renmin_docs.report.offices import issuer_of


class _Named(NamedTuple):
    """What the names of a report are made from, before there is one."""

    organization: Organization
    year: int
    period: str


def with_equal_derived(report: WorkReport) -> WorkReport:
    """The same report, with all that is as it would be derived left to be derived.

    So the report of the next office, or year, has its own title, period, headings and issuers; what differs stays as
    it was given.
    """
    return WorkReport(**without_equal(report.given()))


def without_equal(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a report without those that are as they would be derived: it need not be built to be changed.

    Args:
        parts: Field → value, each of the type that a report holds, chapters in any sequence and as data, too.
    """
    named = _Named(parts["organization"], parts["year"], parts.get("period") or f"{parts['year']}年")
    words = partial(names_of, named)
    changes: dict[str, Any] = {"period": ""} if named.period == f"{named.year}年" else {}
    if is_from_pattern(parts.get("title"), parts.get("title_pattern", DEFAULT_TITLE), words):
        changes["title"] = ""
    patterns = parts.get("headings", Headings())
    for kind in WorkReport.KINDS:
        chapters = parts.get(kind, ())
        if len(chapters) == 1 and is_from_pattern(_heading(chapters[0]), getattr(patterns, kind), words):
            changes[kind] = _without_heading(chapters[0])
    organization = named.organization
    if "issuer" in organization.model_fields_set and organization.issuer == issuer_of(organization.name):
        changes["organization"] = organization.replace(issuer="")
    return {**parts, **changes, **_official(parts)}


def _heading(chapter: Chapter | dict[str, Any]) -> Any:
    return chapter.get("heading") if isinstance(chapter, dict) else chapter.heading


def _without_heading(chapter: Chapter | dict[str, Any]) -> Chapter | dict[str, Any]:
    return chapter | {"heading": ""} if isinstance(chapter, dict) else chapter.replace(heading="")


def _official(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Head, signature and imprint, without what they have of issuer and issue date."""
    issuer, changes = parts["organization"].issuer, dict[str, Any]()
    for key in ("header", "signature"):
        if (part := parts.get(key)) and part.issuers == (issuer,):
            changes[key] = part.replace(issuers=())
    if imprint := parts.get("imprint"):
        if imprint.printed_by == issuer:
            imprint = imprint.replace(printed_by=None)
        if imprint.print_date is not None and imprint.print_date == parts.get("issue_date"):
            imprint = imprint.replace(print_date=None)
        changes["imprint"] = imprint
    return changes
