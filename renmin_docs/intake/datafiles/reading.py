"""Opening a data file: its ending tells the format."""

from __future__ import annotations

import os
from importlib import import_module
from os import PathLike
from pathlib import Path

from renmin_docs.errors import DataFileError, Finding, about
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.intake.datafiles.encoding import decoded
from renmin_docs.intake.datafiles.likely_slips import judge
from renmin_docs.intake.datafiles.source import MAX_BYTES, DataSource
from renmin_docs.intake.datafiles.spelling import in_english
from renmin_docs.messages.shown import quote, shown
from renmin_docs.opening import read_file
from renmin_docs.report.validation.key_paths import show_path
from renmin_docs.vocabulary import PROFILE, Shape


def read_source(
    path: str | PathLike[str], profile: str | PathLike[str] | None = None, content: bytes | None = None
) -> DataSource:
    """Read a report's data file, or a content in its place, and a profile beneath it in place of the one that it names.

    Raises:
        DataFileError: Missing, not UTF-8, empty, broken, too deep or too large, or not a mapping.
    """
    source = _read_as("WorkReport", path, content)
    if profile is not None:
        source.beneath = read_profile(profile)
    elif PROFILE in source.data:
        source.beneath = read_profile(_named_profile(source))
    return source


def read_profile(path: str | PathLike[str]) -> DataSource:
    """Read a profile alone; errors as for a report."""
    return _read_as("Profile", path)


def _named_profile(source: DataSource) -> Path:
    """The profile that a report names; its path counts from the report's folder."""
    name = source.data[PROFILE]
    if isinstance(name, str) and os.path.exists(path := Path(source.subject).parent / name):
        return path
    if isinstance(name, str):
        finding = Finding("profile_missing", found=name)
    else:
        finding = Finding("wrong_type", found=shown(name), expected="@profile_path")
    placed = finding.at(show_path(source.as_written((PROFILE,))), source.line_of((PROFILE,)))
    raise DataFileError(*source.findings, placed, subject=source.subject)


def _read_as(root: Shape, path: str | PathLike[str], content: bytes | None = None) -> DataSource:
    """The data of a file that are meant for a mapping."""
    with about(path, DataFileError):
        source = _read(str(path), root, content)
    source.subject = str(path)
    in_english(source, root)
    judge(source, root)
    return source


def _read(file: str, root: Shape, content: bytes | None) -> DataSource:
    least = "@least" if root == "WorkReport" else ""
    content = read_file(file, MAX_BYTES) if content is None else content
    text = decoded(content)
    ending = os.path.splitext(file)[1]
    reader = DATA_FILES.get(ending.lower())
    if reader is None:
        raise DataFileError(Finding("file_kind", found=ending or os.path.basename(file), expected=" ".join(DATA_FILES)))
    if not text or text.isspace():
        raise DataFileError(Finding("file_empty", expected=least))
    source: DataSource = getattr(import_module(f"renmin_docs.intake.datafiles.{reader}"), reader)(text)
    source.content = content
    if not isinstance(source.data, dict):
        judge(source, root)
        raise DataFileError(*(source.findings or [_no_mapping(source.data, least)]))
    if not source.data and not source.findings:
        raise DataFileError(Finding("file_empty", expected=least))
    return source


def _no_mapping(data: object, least: str) -> Finding:
    if data is None:
        return Finding("file_empty", expected=least)
    found = "@list" if isinstance(data, list) else quote(str(data))
    return Finding("file_not_mapping", found=found, expected="@mapping")
