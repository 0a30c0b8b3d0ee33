"""Markdown as passages: the text without its signs, which are no text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.check.sources.text import source_of
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.intake.prose.markdown import EMPHASIS, SIGNS, plain, rules
from renmin_docs.intake.prose.paragraphs import lines_of

if TYPE_CHECKING:
    from renmin_docs.check.sources.source import Source


def read(file: Path) -> Source:
    """The passages of a file in Markdown.

    Raises:
        DataFileError: It can't be read, is too large, or is no text.
    """
    lines = lines_of(read_prose(file).text)
    parting = rules(lines)
    kept = [line for place, line in enumerate(lines) if place not in parting]
    return source_of([line._replace(text=_plain(line.text)) for line in kept])


def _plain(text: str) -> str:
    return EMPHASIS().sub(plain, SIGNS().sub("", text))
