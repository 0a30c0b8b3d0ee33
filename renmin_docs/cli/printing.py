"""Documents printed to PDFs, by commands."""

from __future__ import annotations

from pathlib import Path

from renmin_docs.cli.console import complain_about
from renmin_docs.cli.progress import waiting
from renmin_docs.errors import Finding, PreviewError, about
from renmin_docs.messages import Language
from renmin_docs.preview import pdf_of, replaced_families


def printed(document: bytes, file: Path, language: Language) -> bytes:
    """The PDF of a document, with a message on fonts that were replaced.

    Raises:
        PreviewError: It can't be printed; about the file.
    """
    with about(file, PreviewError), waiting(language):
        pdf = pdf_of(document)
    if replaced := replaced_families(document, pdf):
        complain_about(file, Finding("fonts_replaced", found="、".join(replaced)), language)
    return pdf
