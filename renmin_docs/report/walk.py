"""Every text of a report that is printed, behind its key path: the one walk that checks and indexes share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Section


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
    """Title, introduction, chapters, conclusion: all texts in printed order."""
    yield PlacedText("title", report.title)
    yield from _paragraphs("introduction", report.introduction)
    for number, (path, chapter) in enumerate(report.placed_chapters(), 1):
        yield PlacedText(f"{path}.heading", chapter.heading, number)
        yield from _section(path, chapter, number)
    yield from _paragraphs("conclusion", report.conclusion)


def _paragraphs(path: str, paragraphs: tuple[str, ...]) -> Iterator[PlacedText]:
    for index, paragraph in enumerate(paragraphs):
        yield PlacedText(path if len(paragraphs) == 1 else f"{path}[{index}]", paragraph)


def _section(path: str, section: Section, chapter: int) -> Iterator[PlacedText]:
    alone = len(section.body) == 1 and isinstance(section.body[0], str)
    for index, item in enumerate(section.body):
        place = f"{path}.body" if alone else f"{path}.body[{index}]"
        if isinstance(item, str):
            yield PlacedText(place, item, chapter)
            continue
        for key, text in (("heading", item.heading), ("lead", item.lead)):
            if text:
                yield PlacedText(f"{place}.{key}", text, chapter)
        yield from _section(place, item, chapter)
