"""Text files as passages; lines that break off at the right edge are put together first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.check.sources.source import Source
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.intake.prose.paragraphs import lines_of
from renmin_docs.intake.prose.wrapping import joined
from renmin_docs.proofread.passages import read_each

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.intake.prose.paragraphs import Paragraph


def read(file: Path) -> Source:
    """The passages of a text file.

    Raises:
        DataFileError: It can't be read, is too large, or is no text.
    """
    return source_of(lines_of(read_prose(file).text))


def source_of(lines: list[Paragraph]) -> Source:
    """The passages that lines make."""
    paragraphs, _ = joined(lines)
    found = [*read_each(paragraph.text for paragraph in paragraphs)]
    return Source([passage for _, passage in found], [paragraphs[place].line for place, _ in found])
