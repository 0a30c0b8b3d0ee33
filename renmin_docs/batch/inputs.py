"""The words of a command line as reports: paths, patterns and folders. Windows' shells expand no patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from renmin_docs.batch.journal import MANIFEST
from renmin_docs.errors import DataFileError, Finding
from renmin_docs.file_kinds import DATA_FILES, DRAFTS
from renmin_docs.fingerprint import DOCUMENT, is_as_written
from renmin_docs.opening import MAX_DRAFT, read_file

WORKBOOK = ".xlsx"
_LOCK = "~$"  # Word's and Excel's, beside a file that is open
_PROFILE = ".profile"  # what `new` calls them: linjiang.profile.yaml
_KINDS = " ".join((*DATA_FILES, WORKBOOK))


def expanded(words: Iterable[str], output: Path) -> list[str]:
    """The files that the words name, each once, in their order; those of a pattern or a folder sorted.

    A path that exists is taken as it is. Of a pattern's and a folder's files the data files are taken, profiles
    (`….profile.yaml`) not among them; where there are none, the drafts. A pattern may also ask for workbooks, or
    for a kind of drafts (`*.docx`). What an earlier run wrote into the folder of the output is no draft beside others.

    Args:
        words: Paths, patterns (`data/*.yaml`, `**` for folders within) and folders.
        output: The folder of the documents, whose manifest is no data file.

    Raises:
        DataFileError: With every word that names nothing.
    """
    manifest = os.path.realpath(output / MANIFEST)
    found: dict[str, str] = {}
    faults: list[Finding] = []
    for word in words:
        files = [file for file in _files(word) if os.path.realpath(file) != manifest]
        if not files:
            faults.append(_nothing(word))
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    if faults:
        raise DataFileError(*faults)
    drafts = [file for file in found.values() if not _is_output(file, output)]
    return drafts or list(found.values())


def _is_output(path: str, output: Path) -> bool:
    """Whether a file is a document in the folder of the output, and as the library wrote it."""
    if not path.lower().endswith(".docx") or os.path.realpath(os.path.dirname(path)) != os.path.realpath(output):
        return False
    try:
        return is_as_written(read_file(Path(path), MAX_DRAFT), DOCUMENT, ".docx")
    except DataFileError:  # reading it reports what is wrong with it
        return False


def _files(word: str) -> Iterator[str]:
    if os.path.isdir(word):
        yield from _reports([entry.path for entry in os.scandir(word)])
    elif os.path.exists(word):
        yield word
    else:
        found = glob.glob(word, recursive=True)
        ending = os.path.splitext(word)[1].lower()
        yield from _data_files(found, (ending,)) if ending in (WORKBOOK, *DRAFTS) else _reports(found)


def _reports(paths: list[str]) -> list[str]:
    """The data files among some; where there are none, the drafts: documents beside data files were made of them."""
    return _data_files(paths, (*DATA_FILES,)) or _data_files(paths, DRAFTS)


def _data_files(paths: Iterable[str], kinds: tuple[str, ...]) -> list[str]:
    return sorted(path for path in paths if path.lower().endswith(kinds) and os.path.isfile(path) and _is_own(path))


def _is_own(path: str) -> bool:
    """Whether a file is neither hidden, nor another program's mark, nor a profile."""
    name = os.path.basename(path)
    return not name.startswith((".", _LOCK)) and not os.path.splitext(name)[0].lower().endswith(_PROFILE)


def _nothing(word: str) -> Finding:
    if glob.has_magic(word) or os.path.isdir(word):
        return Finding("batch_nothing", found=word, expected=_KINDS)
    return Finding("file_missing", place=word)
