"""A report read from a page or for a file: what says no more than what is derived anyway, is derived."""

from __future__ import annotations

from typing import Any

from renmin_docs.report.models import Chapter, WorkReport


def with_equal_derived(report: WorkReport) -> WorkReport:
    """The same report, with title, period, headings and issuer derived where they are what would be derived.

    So the report of the next office, or year, has its own; what differs stays as it was given.
    """
    blank = report.replace(title="", **{kind: Chapter() for kind in report.KINDS})
    changes: dict[str, Any] = {"title": ""} if report.title == blank.title else {}
    if report.period == f"{report.year}年":
        changes["period"] = ""
    for kind in report.KINDS:
        chapters, (derived,) = getattr(report, kind), getattr(blank, kind)
        if len(chapters) == 1 and chapters[0].heading == derived.heading:
            changes[kind] = chapters[0].replace(heading="")
    office = report.organization.replace(issuer="")
    return report.replace(**changes, **({"organization": office} if office == report.organization else {}))
