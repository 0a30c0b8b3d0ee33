"""A Word document in a file, whatever its format, as a package that can be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renmin_docs.errors import DataFileError, OfficeError, PackageError
from renmin_docs.ooxml.document import Document, read_document
from renmin_docs.ooxml.package import parse_package, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.ooxml.package import Package

OTHERS = (".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf")
"""Endings of files that LibreOffice makes packages of."""
_OPEN_DOCUMENT, _HEAD = b"mimetypeapplication/vnd.oasis.opendocument.text", 128
""".odt is a zip, too; its first part says what it is."""


def open_document(file: Path) -> tuple[Package, Document]:
    """The document in a file.

    Raises:
        DataFileError: The file is missing, no document, damaged, protected, not safe to open, or larger than any
            report; or there is no LibreOffice to read its format.
    """
    try:
        data = read_bytes(file)
        ending = ".odt" if data[:_HEAD].find(_OPEN_DOCUMENT) > 0 else file.suffix.lower()
        if ending == ".odt" or (ending in OTHERS and not data.startswith(b"PK\x03\x04")):
            data = _as_docx(data, ending)
        package = parse_package(data)
        return package, read_document(package)
    except PackageError as error:
        findings = (replace(each, rule=_RULES.get(each.rule, each.rule)) for each in error.findings)
        raise DataFileError(*findings) from error


def _as_docx(data: bytes, ending: str) -> bytes:
    from renmin_docs.libreoffice import converted

    try:
        return converted(data, ending, ".docx")
    except OfficeError as error:
        raise DataFileError(*error.findings) from error


_RULES = {"package_limit": "document_limit"}
"""What is said of a template → what is said of a document."""
