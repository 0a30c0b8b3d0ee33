"""A file as passages, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.errors import DataFileError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from renmin_docs.errors import Finding
    from renmin_docs.proofread import Passage

_READERS = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf"), "word"),
    **dict.fromkeys((".yaml", ".yml", ".json", ".toml"), "data_file"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
}
"""Ending → the module beside this one that reads it, by its function `read`; anything else is read as text."""


@dataclass
class Source:
    """A file that has been read.

    Attributes:
        passages: Its passages.
        lines: The line of each in a text; None where the file has no lines.
        notes: What was seen while reading: findings with their own places.
    """

    passages: Sequence[Passage]
    lines: Sequence[int] | None = None
    notes: Sequence[Finding] = field(default=())

    def placed(self, finding: Finding, passage: int) -> Finding:
        """A finding on a passage as one on the file."""
        if self.lines is None or passage < 0:
            return finding
        return finding.at(finding.place, self.lines[passage])


def read_source_of(path: str | PathLike[str]) -> Source:
    """The passages of a file, by its ending.

    Raises:
        DataFileError: It is missing, damaged, protected, too large, or of a kind that can't be read.
    """
    file = Path(path)
    reader = import_module(f"renmin_docs.check.sources.{_READERS.get(file.suffix.lower(), 'text')}")
    try:
        source: Source = reader.read(file)
    except DataFileError as error:
        raise DataFileError(*error.findings, subject=error.subject or str(path)) from error.__cause__
    return source
