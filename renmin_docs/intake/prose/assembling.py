"""The tree as the data of a report: drafts made those of points and chapters, texts made literal.

A report is validated once, as a whole: parts that were models before would each be validated twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.report.headings import Headings, from_pattern
from renmin_docs.report.periods import next_period
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.intake.prose.chapters import Placed
    from renmin_docs.intake.prose.end import End
    from renmin_docs.intake.prose.head import Head
    from renmin_docs.intake.prose.identity import Identity
    from renmin_docs.intake.prose.outline import Draft
    from renmin_docs.intake.prose.paragraphs import Paragraph


class Frame(NamedTuple):
    """What stands around the chapters.

    Attributes:
        head: 版头; None where there is none.
        above: Lines above the title that are no head.
        title: The title; empty where the report gets its default.
        below: Lines below the title.
        addressee: Whom it is addressed to.
        introduction: Paragraphs before the first chapter.
        end: What stands below the last.
    """

    head: Head | None
    above: list[Paragraph]
    title: str
    below: list[Paragraph]
    addressee: list[str]
    introduction: list[str]
    end: End


def assemble(placed: Iterable[Placed], identity: Identity, frame: Frame, marks: tuple[str, ...]) -> dict[str, Any]:
    """The report that the parts make, as the arguments of `WorkReport`."""
    period = identity.period or f"{identity.year}年"
    end, head = frame.end, frame.head
    parts: dict[str, Any] = dict(
        organization=identity.organization,
        year=identity.year,
        period=period,
        title=literal(frame.title),
        header={"issuers": tuple(head.marks), **head.fields} if head else None,
        addressee=frame.addressee,
        subtitle=literal("\n".join(line.text for line in frame.below)),
        introduction=[literal(text) for text in (*(line.text for line in frame.above), *frame.introduction)],
        conclusion=[literal(line.text) for line in end.conclusion],
        issue_date=end.issued,
        note=literal(end.note),
        attachments=end.attachments,
        imprint=end.imprint or None,
        marks=marks,
        **_chapters(placed, {"period": period, "next_period": next_period(period)}),
    )
    if end.signers:
        parts["signature"] = {"issuers": tuple(end.signers)}
    return parts


def _chapters(placed: Iterable[Placed], words: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The chapters by the keys of a report; `words` are those of default headings."""
    chapters: dict[str, list[dict[str, Any]]] = {"achievements": []}
    for draft, kind, after in placed:
        heading = draft.heading or _made_heading(draft.kind, kind, words)
        place: dict[str, Any] = {"after": after} if after else {}
        chapter = {"heading": literal(heading), **_section(draft), **place}
        chapters.setdefault(kind or "others", []).append(chapter)
    return chapters


def _made_heading(said: str, kind: str, words: dict[str, str]) -> str:
    """A chapter's default heading: as its opening sentence says, or that of a report that is all of plans."""
    if not said and kind == "plans":
        return from_pattern(Headings().plans, words | {"next_period": words["period"]})
    return from_pattern(getattr(Headings(), said or "achievements"), words)


def _section(draft: Draft) -> dict[str, Any]:
    """What a chapter or a point is made of, its heading aside; defaults are left out, since each value is checked.

    The draft is used up: of a large text all of them need as much memory as its report.
    """
    parts: dict[str, Any] = {"body": [literal(item) if isinstance(item, str) else _point(item) for item in draft.body]}
    draft.body, draft.unit = [], None
    if draft.series != "numbered":
        parts |= {"series": draft.series, "inline": draft.inline}
    return parts


def _point(draft: Draft) -> dict[str, Any]:
    parts = _section(draft)
    if draft.heading:
        parts["heading"] = literal(draft.heading)
    if draft.lead:
        parts["lead"] = literal(draft.lead)
    return parts
