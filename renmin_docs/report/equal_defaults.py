"""Leave out of a report what it derives anyway (title, period, headings, issuer), when it was read or is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from renmin_docs.report.fields import Model
from renmin_docs.report.headings import DEFAULT_TITLE, Headings, is_from_pattern
from renmin_docs.report.models import Organization, WorkReport
from renmin_docs.report.names import names_of
from renmin_docs.report.offices import issuer_of

_Part = TypeVar("_Part", Model, dict[str, Any])
_DEFAULT = Headings()


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
        parts: Field → value, each of the type that a report holds; chapters, head, signature and imprint as data, too.
    """
    named = _Named(parts["organization"], parts["year"], parts.get("period") or f"{parts['year']}年")
    words = partial(names_of, named)
    changes: dict[str, Any] = {"period": ""} if named.period == f"{named.year}年" else {}
    if is_from_pattern(parts.get("title"), parts.get("title_pattern", DEFAULT_TITLE), words):
        changes["title"] = ""
    patterns = parts.get("headings", _DEFAULT)
    for kind in WorkReport.KINDS:
        chapters = parts.get(kind, ())
        if len(chapters) == 1 and is_from_pattern(_get(chapters[0], "heading"), getattr(patterns, kind), words):
            changes[kind] = _with(chapters[0], heading="")
    organization = named.organization
    if "issuer" in organization.model_fields_set and organization.issuer == issuer_of(organization.name):
        changes["organization"] = organization.replace(issuer="")
    return {**parts, **changes, **_official(parts)}


def _get(part: Model | dict[str, Any], name: str) -> Any:
    return part.get(name) if isinstance(part, dict) else getattr(part, name)


def _with(part: _Part, **changes: Any) -> _Part:
    return part | changes if isinstance(part, dict) else part.replace(**changes)


def _official(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Head, signature and imprint, without what they have of issuer and issue date."""
    issuer, changes = parts["organization"].issuer, dict[str, Any]()
    for key in ("header", "signature"):
        if (part := parts.get(key)) and _get(part, "issuers") == (issuer,):
            changes[key] = _with(part, issuers=())
    if imprint := parts.get("imprint"):
        printed = {"printed_by": issuer, "print_date": parts.get("issue_date")}
        same = {name: None for name, value in printed.items() if value is not None and _get(imprint, name) == value}
        changes["imprint"] = _with(imprint, **same)
    return changes
