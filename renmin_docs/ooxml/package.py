"""Opening a .docx that may come from anybody: bounded in size and number, no DTD, no encryption."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from renmin_docs.errors import Finding, PackageError, about
from renmin_docs.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE, PACKAGE_RELATIONSHIPS
from renmin_docs.ooxml.xml import parse_xml
from renmin_docs.opening import read_office_file

MAX_PARTS = 2_000
MAX_TOTAL = 128 * 2**20
MAX_XML = 16 * 2**20

_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that OPC allows
_ENCRYPTED = 0x1
_MOST_SHOWN = 200
_ENTRY = b"PK\1\2"
"""How an entry of the archive's directory begins."""
_TYPES_PART = "[Content_Types].xml"
_ZIP_ERRORS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(NotImplementedError, EOFError, OSError, ValueError, RuntimeError, IndexError, OverflowError),
)
"""What zipfile raises on damaged archives."""

_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = f"{DOCUMENT_TYPE}.document.main+xml"
_OTHER_KINDS: tuple[tuple[str, str], ...] = (
    ("wordprocessingml.template.main", "@word_template"),
    ("word.document.macroEnabled", "@word_macros"),
    ("word.template.macroEnabled", "@word_template"),
    ("spreadsheetml", "@workbook"),
    ("ms-excel", "@workbook"),
    ("presentationml", "@slides"),
    ("ms-powerpoint", "@slides"),
)
"""What the content type of a main part begins with that is no document → what the file is."""

_SIGNATURES = {b"\xd0\xcf\x11\xe0": "@old_word", b"%PDF": "@pdf"}
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ODD_NAME = re.compile(r"^/|\\|^[A-Za-z]:|[\x00-\x1f]")


class Package(NamedTuple):
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
    return parse_package(read_office_file(path), subject=str(path))


def parse_package(data: bytes, *, subject: str = "", most: int = MAX_TOTAL, most_xml: int = MAX_XML) -> Package:
    """The package in these bytes; errors as for `read_package`.

    Args:
        data: The bytes of the file.
        subject: Its name, for messages.
        most: How large all parts may be together, where that is less than the limit above.
        most_xml: How large a part may be that is XML.
    """
    with about(subject, PackageError):
        parts = read_parts(data, most, most_xml)
        return Package(parts, _main_document(parts))


# --- the archive ------------------------------------------------------------------------------


def read_parts(
    data: bytes, most: int = MAX_TOTAL, most_xml: int = MAX_XML, *, wanted: Callable[[str], bool] = bool
) -> dict[str, bytes]:
    """The parts of any archive of parts, .docx, .xlsx or .odt, within the limits.

    Args:
        data: The bytes of the file.
        most: How large all parts may be together, unpacked.
        most_xml: How large a part may be that is XML.
        wanted: Whether a part of a name is read.

    Raises:
        PackageError: It is no zip, damaged, encrypted, or over a limit.
    """
    if not data.startswith(b"PK"):
        raise PackageError(_no_zip(data))
    if (count := data.count(_ENTRY)) > MAX_PARTS:  # before zipfile makes an object of each
        raise PackageError(_over_limit(f"{count} parts", f"{MAX_PARTS} parts"))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except _ZIP_ERRORS as error:
        raise _damaged_zip() from error
    if findings := [*_refused(entries, most, most_xml)]:
        raise PackageError(*findings)
    try:
        return {entry.filename: _content(archive, entry) for entry in entries if wanted(entry.filename)}
    except _ZIP_ERRORS as error:
        raise _damaged_zip() from error


def _damaged_zip() -> PackageError:
    return PackageError(Finding("package_damaged", found="@damaged_zip"))


def _refused(entries: list[zipfile.ZipInfo], most: int, most_xml: int) -> Iterator[Finding]:
    """What the directory of the archive says against it, before anything is unpacked."""
    seen: set[str] = set()
    findings = [finding for entry in entries for finding in _refused_entry(entry, seen, most_xml)]
    yield from dict.fromkeys(findings)  # what is wrong with every part alike is named once
    total = sum(entry.file_size for entry in entries)
    if total > most and all(finding.rule != "package_limit" for finding in findings):  # the part is the cause
        yield _over_limit(_size(total), _size(most))


def _refused_entry(entry: zipfile.ZipInfo, seen: set[str], most_xml: int) -> Iterator[Finding]:
    name = entry.filename
    if entry.flag_bits & _ENCRYPTED:
        yield Finding("package_encrypted")
    # Windows' zipfile turns the backslashes of `filename`
    if name.lower() in seen or _ODD_NAME.search(entry.orig_filename) or ".." in name.split("/"):
        yield Finding("package_name", found=name[:_MOST_SHOWN])
    if entry.compress_type not in _STORED_OR_DEFLATED:
        yield Finding("package_damaged", found="@damaged_zip")
    is_tree = name.lower().endswith(".rels") or name == _TYPES_PART  # read as a whole, whatever the other parts are
    limit = min(most_xml, MAX_XML) if is_tree else most_xml
    if name.lower().endswith((".xml", ".rels")) and entry.file_size > limit:
        yield _over_limit(f"{name}: {_size(entry.file_size)}", _size(limit))
    seen.add(name.lower())


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part; never more than the directory says, which may lie."""
    with archive.open(entry) as stream:
        # `archive.read` would inflate all that is there and then cut it to the stated size.
        return stream.read(entry.file_size) + stream.read(1)


# --- what the package is ----------------------------------------------------------------------


def _main_document(parts: dict[str, bytes]) -> str:
    """The main part, if it is a Word document.

    Raises:
        PackageError: It is something else.
    """
    name, content_type, kind = main_part(parts)
    if content_type != _MAIN:
        raise PackageError(Finding("not_a_docx", found=kind_of(content_type)))
    if kind.startswith(_STRICT):
        raise PackageError(Finding("not_a_docx", found="@word_strict"))
    return name


def main_part(parts: dict[str, bytes]) -> tuple[str, str, str]:
    """Name, content type and relationship type of a package's main part.

    Raises:
        PackageError: There is none.
    """
    if "_rels/.rels" not in parts or _TYPES_PART not in parts:
        raise PackageError(Finding("not_a_docx", found=_other_archive(parts)))
    name, kind = _relationship(parts["_rels/.rels"])
    if name not in parts:
        raise PackageError(Finding("package_damaged", found="@no_main_part"))
    return name, _content_type(parts[_TYPES_PART], name), kind


def kind_of(content_type: str) -> str:
    """What a file is whose main part has this content type, as messages name it."""
    return next((word for start, word in _OTHER_KINDS if start in content_type), "@other_zip")


def _relationship(data: bytes) -> tuple[str, str]:
    """Target and type of the first officeDocument relationship; both empty where there is none."""
    root = parse_xml(data, part="_rels/.rels")
    for relationship in root.iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        kind = relationship.get("Type", "")
        if kind.endswith("/officeDocument") and relationship.get("TargetMode") != "External":
            return posixpath.normpath(relationship.get("Target", "")).lstrip("/"), kind
    return "", ""


def _content_type(data: bytes, name: str) -> str:
    """What the package declares a part to be, by its name or by its ending."""
    root = parse_xml(data, part=_TYPES_PART)
    for override in root.iter(f"{{{CONTENT_TYPES}}}Override"):
        if override.get("PartName", "").lower() == f"/{name}".lower():
            return override.get("ContentType", "")
    ending = posixpath.splitext(name)[1].lstrip(".").lower()
    for default in root.iter(f"{{{CONTENT_TYPES}}}Default"):
        if default.get("Extension", "").lower() == ending:
            return default.get("ContentType", "")
    return ""


def _other_archive(parts: dict[str, bytes]) -> str:
    mimetype = parts.get("mimetype", b"")
    return "@opendocument" if mimetype.startswith(b"application/vnd.oasis.opendocument.text") else "@other_zip"


def _no_zip(data: bytes) -> Finding:
    if _ENCRYPTED_STREAM in data:
        return Finding("package_encrypted")
    found = next((word for signature, word in _SIGNATURES.items() if data.startswith(signature)), "@other_file")
    return Finding("not_a_docx", found=found if data else "@nothing")


def _over_limit(found: str, limit: str) -> Finding:
    return Finding("package_limit", found=found, expected=limit)


def _size(size: int) -> str:
    return f"{size / 2**20:.0f} MB"
