"""What must hold between the parts of a report before anything can be printed: headings, places, depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.report.sections import Chapter, Section

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

    _Placed = list[tuple[str, Chapter]]


def structure_findings(report: WorkReport) -> list[Finding]:
    """Every break of the report's structure, with its key path."""
    chapters = [*all_chapters(report)]
    return [
        *_heading_findings(report, chapters),
        *_place_findings(report, chapters),
        *_depth_findings(report, chapters),
        *_date_findings(report),
        *(Finding("field_and_figure", f"fields.{name}", name) for name in report.fields if name in report.figures),
    ]


def all_chapters(report: WorkReport) -> Iterator[tuple[str, Chapter]]:
    """Every chapter of the data behind its key path, in the order of the keys."""
    for kind in (*report.KINDS, "others"):
        chapters: tuple[Chapter, ...] = getattr(report, kind)
        for index, chapter in enumerate(chapters):
            yield (kind if len(chapters) == 1 and kind != "others" else f"{kind}[{index}]"), chapter


def _heading_findings(report: WorkReport, chapters: _Placed) -> Iterator[Finding]:
    if not any(getattr(report, kind) for kind in report.KINDS):
        yield Finding("chapter_missing", place=report.KINDS[0])
    for path, chapter in chapters:
        if not chapter.heading and report.period:
            yield Finding("heading_missing", place=path)


def _place_findings(report: WorkReport, chapters: _Placed) -> Iterator[Finding]:
    for path, chapter in chapters:
        if not path.startswith("others"):
            if chapter.after is not None:
                yield Finding("after_misplaced", place=path, found=chapter.after)
        elif chapter.after is None:
            parts = [kind for kind in report.KINDS if getattr(report, kind)]
            yield Finding("after_missing", place=path, expected=" / ".join(["introduction", *parts]))


def _depth_findings(report: WorkReport, chapters: _Placed) -> Iterator[Finding]:
    marks = report.marks
    if _levels_below([*(chapter for _, chapter in chapters), *report.attachments]) < len(marks):  # as in most reports
        return
    sections: list[tuple[str, Section, int]] = [
        *((path, chapter, 1) for path, chapter in chapters),
        *((f"attachments[{index}]", attachment, 0) for index, attachment in enumerate(report.attachments)),
    ]  # an attachment's ladder starts anew
    for path, section, rung in sections:
        for place in _too_deep(section, rung, len(marks)):
            yield Finding("too_deep", place=path + place, found=" ".join(marks), expected=str(len(marks)))


def _levels_below(sections: Sequence[Section]) -> int:
    """How many levels of points stand below sections."""
    levels = -1
    while sections:
        items = (item for section in sections for item in section.body if not isinstance(item, str))
        sections, levels = [item for item in items if isinstance(item, Section)], levels + 1
    return levels


def _date_findings(report: WorkReport) -> Iterator[Finding]:
    """What is signed or printed, and has no date."""
    if report.issue_date is not None:
        return
    if report.signature.kind != "unsealed" or report.signature.issuers:
        yield Finding("date_missing", place="signature", found="@signature", expected="issue_date")
    if report.imprint is not None and report.imprint.print_date is None:
        yield Finding("date_missing", place="imprint", found="@imprint", expected="print_date / issue_date")


def _too_deep(section: Section, rung: int, rungs: int) -> Iterator[str]:
    """The places in a section of the points whose number would need a rung that the ladder does not have."""
    numbered = section.series == "numbered"
    for index, item in enumerate(section.body):
        if isinstance(item, str) or not isinstance(item, Section):  # most are texts
            continue
        if numbered and rung >= rungs:
            yield f".body[{index}]"
        else:
            yield from (f".body[{index}]{place}" for place in _too_deep(item, rung + numbered, rungs))
