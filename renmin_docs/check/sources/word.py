"""Word documents of any program as passages with their roles, and the deviations of their pages from the standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from renmin_docs.check import page_findings
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.rules import PageFinding
from renmin_docs.check.sources.source import Source
from renmin_docs.errors import DataFileError, PackageError, about
from renmin_docs.file_kinds import CONVERTED
from renmin_docs.intake.documents.opening import open_package


@dataclass
class WordSource(Source):
    """A Word document."""

    document: FinishedDocument = field(kw_only=True)
    file: Path = field(kw_only=True)

    def notes(self) -> list[PageFinding]:
        """What its page has against the standard; nothing where LibreOffice made the page from another format.

        Raises:
            DataFileError: A part that the page needs is damaged.
        """
        if self.file.suffix.lower() in CONVERTED:
            return []
        with about(self.file, DataFileError, PackageError):
            return page_findings(self.document)

    def printed(self) -> list[PageFinding]:
        """What its pages have against the standard as LibreOffice prints them.

        Raises:
            PreviewError: LibreOffice is missing or fails, or what reads its pages is missing.
        """
        from renmin_docs.check.printed import printed_findings

        return [] if self.file.suffix.lower() in CONVERTED else printed_findings(self.document)


def read(file: Path) -> WordSource:
    """The passages of a document.

    Raises:
        DataFileError: It can't be opened.
    """
    document = open_package(file, FinishedDocument)
    return WordSource(document.passages, document=document, file=file)
