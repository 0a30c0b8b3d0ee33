"""The parts that were read of a document, put together as a report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from renmin_docs.emphasis import unmarked, written
from renmin_docs.errors import Finding
from renmin_docs.intake.documents.official import UNKNOWN_ORGAN, Foot, value_in
from renmin_docs.intake.documents.tree import Branch
from renmin_docs.intake.prose.chapters import place_chapters
from renmin_docs.intake.prose.head import Head
from renmin_docs.intake.prose.identity import (
    Given,
    Identity,
    Signed,
    identify,
    issuer_among,
    names_office,
    organs_among,
)
from renmin_docs.intake.prose.marks import number_in
from renmin_docs.intake.prose.outline import Draft
from renmin_docs.intake.prose.reading import Reading
from renmin_docs.numerals import MARKS
from renmin_docs.report.closing import Imprint
from renmin_docs.report.equal_defaults import without_equal
from renmin_docs.report.header import Header
from renmin_docs.report.models import WorkReport
from renmin_docs.report.offices import name_of
from renmin_docs.report.sections import Attachment, Chapter, Point
from renmin_docs.report.text import literal
from renmin_docs.standard.title_lines import balanced
from renmin_docs.vocabulary import LINES

_LIST = "附件："


@dataclass
class Parts:
    """What was read of a document.

    Attributes:
        foot: What stands below the text.
        title: The title as it is broken over its lines.
        above: Lines above the title that are no head.
        head: The red head.
        addressee: 主送机关.
        paragraphs: Those before the first chapter and after the last, by their keys.
        chapters: The chapters in printed order.
        attachments: The attachments that are bound with the text; the title of each is its heading.
        labels: The label of each of these.
        imprint: The fields of the imprint.
        texts: The lines below the title, by their keys.
        notes: What was not understood.
    """

    foot: Foot
    title: str = ""
    above: list[str] = field(default_factory=list)
    head: Head | None = None
    addressee: list[str] = field(default_factory=list)
    paragraphs: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    chapters: list[Branch] = field(default_factory=list)
    attachments: list[Branch] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    imprint: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    notes: list[Finding] = field(default_factory=list)


def made(parts: Parts, marks: tuple[str, ...], given: Given) -> Reading:
    """The report of the parts.

    Args:
        parts: The parts; chapters and attachments have their trees.
        marks: The ladder.
        given: What the caller knows.

    Raises:
        ValidationError: They make no report.
    """
    foot, title = parts.foot, whole_title(parts.title)
    listed = _listed(foot.items)
    left = [*parts.above, *foot.unsigned(), *foot.kept, *([] if listed or parts.attachments else foot.items)]
    notes = [*parts.notes, *(Finding("line_kept", found=text) for text in left)]
    signers = _signers(parts, notes)
    identity = _identity(parts, title, signers, given)
    chapters = _chapters(parts.chapters, identity.year, title, notes)
    parts.paragraphs["introduction"][:0] = parts.above
    parts.paragraphs["conclusion"] += left[len(parts.above) :]
    lines = {key: value_in("below_title", key, text) for key, text in parts.texts.items()} | foot.texts
    fields: dict[str, Any] = dict(
        organization=identity.organization,
        year=identity.year,
        period=identity.period or f"{identity.year}年",
        title=literal(title),
        header=Header(issuers=tuple(parts.head.marks), **parts.head.fields) if parts.head else None,
        addressee=tuple(parts.addressee),
        issue_date=foot.issued,
        signature=foot.signature(signers, notes),
        attachments=_attachments(parts, listed),
        imprint=Imprint(**parts.imprint) if parts.imprint else None,
        marks=marks,
        **{key: tuple(map(written, texts)) for key, texts in parts.paragraphs.items()},
        **lines,
        **chapters,
    )
    return Reading(WorkReport(**without_equal(fields)), (*identity.notes, *notes))


def _identity(parts: Parts, title: str, signers: list[str], given: Given) -> Identity:
    """Whose report it is, and of which time."""
    texts = [*map(unmarked, (title, *parts.paragraphs["introduction"], *(branch.heading for branch in parts.chapters)))]
    issued = parts.foot.issued if isinstance(parts.foot.issued, date) else None
    organs = organs_among(signers)
    persons = () if organs else signers
    below = [line for key in LINES["below_title"] for line in parts.texts.get(key, "").split("\n")]
    signed = Signed(_issuer(parts, organs), issued, persons, below)
    return identify(title, texts, signed, given)


def _chapters(branches: list[Branch], year: int, title: str, notes: list[Finding]) -> dict[str, Any]:
    """The chapters by the keys of a report; what was guessed of them goes to the notes."""
    placed, found = place_chapters([Draft(heading=unmarked(branch.heading)) for branch in branches], year, title)
    notes += found
    chapters: dict[str, Any] = {"achievements": []}
    for branch, (_, kind, after) in zip(branches, placed, strict=True):
        place: dict[str, Any] = {"after": after} if after else {}
        chapter = Chapter(heading=written(branch.heading), **_section(branch), **place)
        chapters.setdefault(kind or "others", []).append(chapter)
    return chapters


def whole_title(broken: str) -> str:
    """The title with no break or one, where printing would make the others; else with all that it has."""
    lines = broken.split("\n")
    titles = ["".join(lines), *("".join(lines[:end]) + "\n" + "".join(lines[end:]) for end in range(1, len(lines)))]
    return next((title for title in titles if balanced(title) == broken), broken)


def _listed(items: list[str]) -> list[str]:
    """The titles in 附件说明; none where a line is no such one."""
    marks = [f"{number}." if len(items) > 1 else "" for number in range(1, len(items) + 1)]
    begins = [("" if at else _LIST) + mark for at, mark in enumerate(marks)]
    if not all(item.startswith(begin) and item != begin for item, begin in zip(items, begins, strict=True)):
        return []
    return [item.removeprefix(begin) for item, begin in zip(items, begins, strict=True)]


def _attachments(parts: Parts, listed: list[str]) -> tuple[Attachment, ...]:
    """The attachments: those with a label that tells which of the list they are, the others of the list among them."""
    bound = [Attachment(title=literal(each.heading), **_section(each)) for each in parts.attachments]
    numbers = [number_in(label) or 1 for label in parts.labels]
    if numbers != sorted({*numbers} & {*range(1, len(listed) + 1)}):
        return tuple(bound)
    found = dict(zip(numbers, bound, strict=True))
    return tuple(found.get(at) or Attachment(title=literal(title)) for at, title in enumerate(listed, 1))


def _signers(parts: Parts, notes: list[Finding]) -> list[str]:
    """Who signs. Under several stamps the page names no organ: those of the head, or none that is known."""
    foot = parts.foot
    if foot.kind != "stamped" or len(foot.positions) < 2:
        return foot.organs
    if parts.head and len(parts.head.marks) == len(foot.positions):
        return parts.head.marks
    notes.append(Finding("organs_unknown", found=str(len(foot.positions)), expected=UNKNOWN_ORGAN))
    return [UNKNOWN_ORGAN] * len(foot.positions)


def _issuer(parts: Parts, signers: list[str]) -> str:
    """The organ whose report it is: of those that sign, head or print it, that which the title names; or the first."""
    marks = parts.head.marks if parts.head else []
    single = [organs[0] for organs in (signers, marks) if len(organs) == 1]
    known = [*filter(None, (*single, parts.imprint.get("printed_by", ""), *marks, *signers))]
    named = [organ for organ in known if name_of(organ) in parts.title.replace("\n", "")]
    if not named and names_office(parts.title):  # whose issuer follows from its name, if the page has several others
        known = single
    return issuer_among(named or known, parts.title)


def _section(branch: Branch) -> dict[str, Any]:
    body = [_point(item) if isinstance(item, Branch) else item for item in branch.body]
    return {"series": branch.series, "inline": branch.inline, "body": body}


def _point(branch: Branch) -> Point:
    return Point(heading=branch.heading, lead=branch.lead, **_section(branch))


def ladder_with(forms: list[str], rungs: int) -> tuple[str, ...]:
    """The ladder: the forms that were met, below them those that usually follow, and others where it has more rungs."""
    if forms == list(MARKS[: len(forms)]):
        return MARKS
    behind = MARKS[MARKS.index(forms[-1]) + 1 :]
    marks = [*dict.fromkeys((*forms, *behind))]
    others = [mark for mark in MARKS if mark not in marks]
    return (*marks, *others[: max(0, rungs - len(marks))])
