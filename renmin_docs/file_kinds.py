"""The kinds of files that are read, by their endings; an OpenDocument text also by its first bytes."""

from __future__ import annotations

DATA_FILES = {".yaml": "read_yaml", ".yml": "read_yaml", ".json": "read_json", ".toml": "read_toml"}
"""Ending of a data file → its reader: a module of `intake/datafiles/` and the function of its name.

A reader takes the text and gives the source, and raises `DataFileError` on what it can't read.
"""
CONVERTED = (".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf")
"""Endings of documents that LibreOffice makes packages of."""
DOCUMENTS = (".docx", ".docm", ".dotx", ".dotm", *CONVERTED)
MARKDOWN = (".md", ".markdown")
DRAFTS = (*DOCUMENTS, ".txt", *MARKDOWN)
"""Endings of drafts, which are looked for in folders; any other file is read as text where it is named."""

ODF_TEXT = b"application/vnd.oasis.opendocument.text"
"""The media type of an .odt. Source: OASIS OpenDocument 1.3, part 2, 3.3."""
_HEAD = 128


def is_open_document(data: bytes) -> bool:
    """Whether an archive is an OpenDocument text: its first part says what it is."""
    return data.startswith(b"PK") and data[:_HEAD].find(b"mimetype" + ODF_TEXT) > 0
