"""Every text of a report that is printed, behind its key path: the one walk that checks and indexes share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Section
from renmin_docs.report.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Point


class PlacedText(NamedTuple):
    """A text and where it stands.

    Attributes:
        path: Key path, as a data file has it: `plans.body[1].lead`.
        text: The text as written, placeholders included.
        chapter: Number of the printed chapter, from 1; 0 outside chapters.
    """

    path: str
    text: str
    chapter: int = 0


def texts(report: WorkReport) -> Iterator[PlacedText]:
    """Title, introduction, chapters, conclusion, note, attachments: all texts in printed order."""
    yield PlacedText("title", report.title)
    yield from _paragraphs("introduction", report.introduction)
    for number, (path, chapter) in enumerate(report.placed_chapters(), 1):
        yield PlacedText(f"{path}.heading", chapter.heading, number)
        yield from _section(path, chapter, number)
    yield from _paragraphs("conclusion", report.conclusion)
    if report.note:
        yield PlacedText("note", report.note)
    for index, attachment in enumerate(report.attachments):
        yield PlacedText(f"attachments[{index}].title", attachment.title)
        yield from _section(f"attachments[{index}]", attachment, 0)


def _paragraphs(path: str, paragraphs: tuple[str, ...]) -> Iterator[PlacedText]:
    for index, paragraph in enumerate(paragraphs):
        yield PlacedText(path if len(paragraphs) == 1 else f"{path}[{index}]", paragraph)


def _section(path: str, section: Section, chapter: int) -> Iterator[PlacedText]:
    alone = len(section.body) == 1 and isinstance(section.body[0], str)
    for index, item in enumerate(section.body):
        place = f"{path}.body" if alone else f"{path}.body[{index}]"
        if isinstance(item, str):
            yield PlacedText(place, item, chapter)
        else:
            for key, text in _own_texts(item):
                if text:
                    yield PlacedText(f"{place}.{key}", text, chapter)
            if isinstance(item, Section):
                yield from _section(place, item, chapter)


def _own_texts(item: Point | Table | Picture) -> Iterator[tuple[str, str]]:
    """The texts of an item but for those in its body, each behind its key."""
    if isinstance(item, Table):
        yield "caption", item.caption
        yield "unit", item.unit
        for index, column in enumerate(item.columns):
            yield f"columns[{index}].heading", column.heading
        for number, row in enumerate(item.rows):
            for index, cell in enumerate(row):
                yield f"rows[{number}][{index}]", cell
    elif isinstance(item, Picture):
        yield "caption", item.caption
    else:
        yield "heading", item.heading
        yield "lead", item.lead
