"""Opening a .docx that may come from anybody: bounded in size and number, no DTD, no encryption."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.names import DOCUMENT_TYPE
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE = 64 * 2**20
MAX_PARTS = 2_000
MAX_TOTAL = 128 * 2**20

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, RuntimeError)
_DOCX = "Word 文档 (.docx)"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened .docx.

    Attributes:
        parts: Name → bytes, in the order of the file.
        main_part: Name of the document part, usually `word/document.xml`.
    """

    parts: dict[str, bytes]
    main_part: str


def read_package(path: Path) -> Package:
    """Read a .docx into memory, within the limits above.

    Raises:
        PackageError: The file is missing, no zip, no .docx, encrypted, over a limit, or has a DTD.
    """
    return parse_package(_file_bytes(path), subject=str(path))


def parse_package(data: bytes, *, subject: str = "") -> Package:
    """The package in these bytes; errors as for `read_package`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _read_parts(archive, subject)
    except PackageError:
        raise
    except _ZIP_ERRORS as error:
        raise PackageError(Finding("not_a_docx", found=_what_it_is(data), expected=_DOCX), subject=subject) from error
    return Package(parts, _main_part(parts, subject))


def _file_bytes(path: Path) -> bytes:
    subject = str(path)
    try:
        if path.stat().st_size > MAX_FILE:
            raise _over_limit(f"{path.stat().st_size} bytes", MAX_FILE, subject)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PackageError(Finding("file_missing"), subject=subject) from error
    except OSError as error:
        raise PackageError(Finding("file_unreadable", found=error.strerror or str(error)), subject=subject) from error


def _read_parts(archive: zipfile.ZipFile, subject: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        raise _over_limit(f"{len(entries)} parts", MAX_PARTS, subject)
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL:
        raise _over_limit(f"{total} bytes", MAX_TOTAL, subject)
    # The directory may lie about sizes; zipfile stops at the stated size and checks the CRC.
    return {entry.filename: archive.read(entry) for entry in entries}


def _main_part(parts: dict[str, bytes], subject: str) -> str:
    """The target of the package's officeDocument relationship, if it is a Word document there."""
    name = ""
    if "_rels/.rels" in parts:
        for relationship in parse_xml(parts["_rels/.rels"], part="_rels/.rels", subject=subject):
            if relationship.get("Type", "").endswith("/officeDocument"):
                name = relationship.get("Target", "").lstrip("/")
    if name not in parts or f"{DOCUMENT_TYPE}.document.main+xml".encode() not in parts.get("[Content_Types].xml", b""):
        raise PackageError(Finding("not_a_docx", found="no Word document inside", expected=_DOCX), subject=subject)
    return name


def _over_limit(found: str, limit: int, subject: str) -> PackageError:
    return PackageError(Finding("package_limit", found=found, expected=str(limit)), subject=subject)


def _what_it_is(data: bytes) -> str:
    if not data:
        return "0 bytes"
    if data.startswith(_OLE_SIGNATURE):
        return ".doc / encrypted (OLE)"
    return "no zip archive" if not data.startswith(b"PK") else "a damaged zip archive"
