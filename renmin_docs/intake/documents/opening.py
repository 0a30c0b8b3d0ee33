"""A Word document in a file, whatever its format, as a package that can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from renmin_docs.errors import DataFileError, PackageError
from renmin_docs.file_kinds import CONVERTED, is_open_document
from renmin_docs.ooxml.document import Document, read_document
from renmin_docs.ooxml.package import Package, parse_package
from renmin_docs.opening import read_office_file

ReadT = TypeVar("ReadT")


def open_document(file: Path) -> tuple[Package, Document]:
    """The document in a file; errors as for `open_package`."""
    return open_package(file, lambda package: (package, read_document(package)))


def open_package(file: Path, read: Callable[[Package], ReadT]) -> ReadT:
    """What is read of the package in a file, or of the one that LibreOffice makes of it.

    Args:
        file: The file.
        read: Reads the package; its errors are those of the file.

    Raises:
        DataFileError: The file is missing, no document, damaged, protected, not safe to open, or larger than any
            report; or there is no LibreOffice to read its format.
    """
    try:
        data = read_office_file(file)
        if is_open_document(data) or (file.suffix.lower() in CONVERTED and not data.startswith(b"PK\x03\x04")):
            from renmin_docs.intake.documents.other_formats import as_docx  # most files are no such ones

            data = as_docx(data)
        return read(parse_package(data))
    except PackageError as error:
        findings = (replace(each, rule=_RULES.get(each.rule, each.rule)) for each in error.findings)
        raise DataFileError(*findings) from error


_RULES = {"package_limit": "document_limit"}
"""Message about a template → the same message about a document."""
