"""A file as passages, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from renmin_docs.check.rules import PageFinding
from renmin_docs.errors import DataFileError, Finding
from renmin_docs.file_kinds import DATA_FILES, DOCUMENTS

if TYPE_CHECKING:
    from renmin_docs.proofread import Passage
    from renmin_docs.report.file_keys import CheckSettings

_READERS = {**dict.fromkeys(DOCUMENTS, "word"), **dict.fromkeys(DATA_FILES, "data_file")}
"""Ending → the module beside this one that reads it, by its function `read`; anything else is read as text."""


@dataclass
class Source:
    """A file that has been read.

    Attributes:
        passages: Its passages.
        lines: The line of each in a text; None where the file has no lines.
        settings: What the file, or its profile, says to `check`.
        may_be_empty: Whether there may be no text in files of the kind.
    """

    passages: Sequence[Passage]
    lines: Sequence[int] | None = None
    settings: CheckSettings | None = None
    may_be_empty: ClassVar[bool] = False

    def notes(self) -> Iterable[PageFinding]:
        """What is found beside the rules on text: of a document its page, of a report what it says against itself."""
        return ()

    def printed(self) -> Iterable[PageFinding]:
        """What its pages have against the standard as LibreOffice prints them; nothing where it is no .docx."""
        return ()

    def placed(self, finding: Finding, passage: int) -> Finding:
        """A finding on a passage as one on the file."""
        if self.lines is None or passage < 0:
            return finding
        return finding.at(finding.place, self.lines[passage])


def read_source_of(path: str | PathLike[str], profile: str | PathLike[str] | None = None) -> Source:
    """The passages of a file, by its ending; a profile goes before the one that a data file names.

    Raises:
        DataFileError: It is missing, damaged, protected, too large, or of a kind that can't be read; or there is no
            text in it.
    """
    file = Path(path)
    kind = _READERS.get(file.suffix.lower(), "text")
    over = {"profile": profile} if kind == "data_file" else {}
    try:
        source: Source = import_module(f"renmin_docs.check.sources.{kind}").read(file, **over)
    except DataFileError as error:
        raise DataFileError(*error.findings, subject=error.subject or str(path)) from error.__cause__
    if not source.may_be_empty and not any(passage.text.strip() for passage in source.passages):
        raise DataFileError(Finding("text_empty"), subject=str(path))
    if source.settings is None and profile is not None:
        from renmin_docs.intake.datafiles.loading import settings_of_profile

        source.settings = settings_of_profile(profile)
    return source
