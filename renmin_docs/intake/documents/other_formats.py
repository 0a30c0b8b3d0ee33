"""Formats that LibreOffice reads for us: which one a file is in, by its content, and what speaks against opening it.

The ending of a name says little: .doc files hold RTF and web pages, .wps files hold .doc. LibreOffice would read what
it finds, and fetch what a web page names; so only three formats are let through, each to its own filter.
"""

from __future__ import annotations

import re

from renmin_docs.errors import DataFileError, Finding, OfficeError
from renmin_docs.file_kinds import is_open_document
from renmin_docs.ooxml.document import MAX_PARAGRAPHS
from renmin_docs.ooxml.story import too_large

_COMPOUND, _WORD_STREAM = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "WordDocument".encode("utf-16-le")
_RICH_TEXT, _WEB_PAGE = re.compile(rb"\s*\{\\rtf"), re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEAD = 1024

_RICH_TEXT_SIGNS = re.compile(rb"\\bin(\d{1,9}) ?|\\(?:par|cell|row|sect|page|line)(?![a-z])|\\[{}\\]|[{}]")
_MOST_GROUPS, _DEEPEST = 2_000_000, 500


def as_docx(data: bytes) -> bytes:
    """A document in another format as a .docx.

    Raises:
        DataFileError: It is no document, or LibreOffice is missing or makes nothing of it.
        PackageError: It is over a limit, or an .odt that is not safe to open.
    """
    from renmin_docs.intake.documents.odf import without_links
    from renmin_docs.libreoffice import converted

    ending = _format(data)
    if ending == ".odt":
        data = without_links(data)
    elif ending == ".rtf":
        _require_moderate(data)
    try:
        return converted(data, ending, ".docx")
    except OfficeError as error:
        raise DataFileError(*error.findings) from error


def _format(data: bytes) -> str:
    """The ending that fits the content."""
    if is_open_document(data):
        return ".odt"
    if _RICH_TEXT.match(data):
        return ".rtf"
    if data.startswith(_COMPOUND) and _WORD_STREAM in data:
        return ".doc"
    found = "@web_page" if _WEB_PAGE.search(data[:_HEAD]) else "@ole" if data.startswith(_COMPOUND) else "@other_file"
    raise DataFileError(Finding("not_a_docx", found=found if data else "@nothing"))


def _require_moderate(data: bytes) -> None:
    """Refuse RTF that costs LibreOffice gigabytes: groups deep within one another, or more of all than a report has."""
    depth = groups = paragraphs = position = 0
    while sign := _RICH_TEXT_SIGNS.search(data, position):
        position = sign.end()
        match sign[0]:
            case b"{":
                groups, depth = groups + 1, depth + 1
            case b"}":
                depth -= 1
            case b"\\{" | b"\\}" | b"\\\\":
                pass
            case _ if sign[1] is not None:  # raw bytes follow, in which braces are no groups
                position += int(sign[1])
            case _:
                paragraphs += 1
        if depth > _DEEPEST:
            raise DataFileError(Finding("file_too_deep", found=str(_DEEPEST)))
        for count, most in ((groups, _MOST_GROUPS), (paragraphs, MAX_PARAGRAPHS)):
            if count > most:
                raise too_large(count, most)
