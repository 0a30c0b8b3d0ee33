"""Opening a data file: its ending tells the format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.encoding import read_text
from renmin_docs.intake.spelling import in_english
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from os import PathLike

    from renmin_docs.intake.source import DataSource

READERS: dict[str, str] = {".yaml": "read_yaml", ".yml": "read_yaml", ".json": "read_json", ".toml": "read_toml"}
"""Ending → reader: a module here and the function of its name; each is imported when a file asks for it.

A reader takes the text and gives the source, and raises `DataFileError` on what it can't read.
"""

_LEAST = "organization, year, achievements"


def read_source(path: str | PathLike[str]) -> DataSource:
    """Read a data file.

    Raises:
        DataFileError: Missing, not UTF-8, empty, broken, too deep or too large, or not a mapping.
    """
    subject = str(path)
    try:
        source = _read(Path(path))
    except DataFileError as error:
        raise DataFileError(*error.findings, subject=subject) from error.__cause__
    source.subject = subject
    in_english(source)
    return source


def _read(file: Path) -> DataSource:
    text = read_text(file)
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise DataFileError(Finding("file_kind", found=file.suffix or file.name, expected=" ".join(READERS)))
    if not text.strip():
        raise DataFileError(Finding("file_empty", expected=_LEAST))
    source: DataSource = getattr(import_module(f"renmin_docs.intake.{reader}"), reader)(text)
    if not isinstance(source.data, dict):
        raise DataFileError(*source.findings, _no_mapping(source.data))
    if not source.data and not source.findings:
        raise DataFileError(Finding("file_empty", expected=_LEAST))
    return source


def _no_mapping(data: object) -> Finding:
    if data is None:
        return Finding("file_empty", expected=_LEAST)
    found = "@list" if isinstance(data, list) else quote(str(data))
    return Finding("file_not_mapping", found=found, expected="@mapping")
