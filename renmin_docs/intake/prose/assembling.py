"""The tree as a report: drafts made points and chapters, texts made literal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.report.equal_defaults import with_equal_derived
from renmin_docs.report.headings import Headings, from_pattern
from renmin_docs.report.models import Chapter, Point, WorkReport
from renmin_docs.report.periods import next_period
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from renmin_docs.intake.prose.chapters import Placed
    from renmin_docs.intake.prose.identity import Identity
    from renmin_docs.intake.prose.outline import Draft
    from renmin_docs.report.sections import Attachment


class Ends(NamedTuple):
    """What stands around the chapters.

    Attributes:
        title: The title; empty where the report gets its default.
        addressee: Whom it is addressed to.
        introduction: Paragraphs before the first chapter.
        conclusion: Paragraphs behind the last.
        issued: The date of the signature.
        note: 附注.
        attachments: 附件.
    """

    title: str
    addressee: list[str]
    introduction: list[str]
    conclusion: list[str]
    issued: date | None
    note: str
    attachments: list[Attachment]


def assemble(placed: Iterable[Placed], identity: Identity, ends: Ends, marks: tuple[str, ...]) -> WorkReport:
    """The report that the parts make."""
    chapters: dict[str, list[Chapter]] = {"achievements": []}
    period = identity.period or f"{identity.year}年"
    words = {"period": period, "next_period": next_period(period)}
    for draft, kind, after in placed:
        heading = draft.heading or from_pattern(getattr(Headings(), draft.kind or "achievements"), words)
        place = {"after": after} if after else {}
        chapter = Chapter(heading=literal(heading), **_section(draft), **place)
        chapters.setdefault(kind or "others", []).append(chapter)
    report = WorkReport(
        organization=identity.organization,
        year=identity.year,
        period=period,
        title=literal(ends.title),
        addressee=ends.addressee,
        introduction=[literal(text) for text in ends.introduction],
        conclusion=[literal(text) for text in ends.conclusion],
        issue_date=ends.issued,
        note=literal(ends.note),
        attachments=ends.attachments,
        marks=marks,
        **chapters,
    )
    return with_equal_derived(report)


def _section(draft: Draft) -> dict[str, Any]:
    """What a chapter or a point is made of, its heading aside; defaults are left out, since each value is checked."""
    parts: dict[str, Any] = {"body": [literal(item) if isinstance(item, str) else _point(item) for item in draft.body]}
    if draft.series != "numbered":
        parts |= {"series": draft.series, "inline": draft.inline}
    return parts


def _point(draft: Draft) -> Point:
    heads = {"heading": draft.heading, "lead": draft.lead}
    return Point(**{key: literal(head) for key, head in heads.items() if head}, **_section(draft))
