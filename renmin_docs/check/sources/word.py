"""Word documents of anybody as passages with their roles, and what their page has against the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.check import page_findings
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.sources.source import Source
from renmin_docs.intake.documents.opening import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.ooxml.package import Package


def read(file: Path) -> Source:
    """The passages of a document; the findings on its page are among the notes.

    Raises:
        DataFileError: It can't be opened.
    """
    return open_package(file, _source)


def _source(package: Package) -> Source:
    document = FinishedDocument(package)
    return Source(document.passages, None, [each.finding for each in page_findings(document)])
