"""What a report prints, behind key paths: every text, every table and picture. The one walk that checks share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Section
from renmin_docs.report.tables import Table
from renmin_docs.report.text import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def set_items(report: WorkReport) -> Iterator[tuple[str, Table | Picture]]:
    """Every table and picture of a report behind its key path, in printed order."""
    for path, chapter in report.placed_chapters():
        yield from _set_in(path, chapter)
    for index, attachment in enumerate(report.attachments):
        yield from _set_in(f"attachments[{index}]", attachment)


def mentioned_figures(report: WorkReport, printed: Iterable[PlacedText] | None = None) -> set[str]:
    """The names of the figures that texts mention or tables show; `printed` are its `texts`, where they are at hand."""
    shown = texts(report) if printed is None else printed
    mentioned = {mention.name for text in shown for mention in mentions(text.text)}
    for _, item in set_items(report):
        mentioned.update(item.figure_names if isinstance(item, Table) else ())
    return mentioned


def _set_in(path: str, section: Section) -> Iterator[tuple[str, Table | Picture]]:
    for index, item in enumerate(section.body):
        place = f"{path}.body[{index}]"
        if isinstance(item, Section):
            yield from _set_in(place, item)
        elif not isinstance(item, str):
            yield place, item


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
        yield from item.texts()
    elif isinstance(item, Picture):
        yield "caption", item.caption
        yield "alternative_text", item.alternative_text
    else:
        yield "heading", item.heading
        yield "lead", item.lead
