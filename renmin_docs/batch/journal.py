"""The journal of a run: a line for each report as it ends, from which a killed run goes on; at the end a manifest.

`manifest.jsonl` is only ever added to during a run. A line that was cut off by a kill, or that is no
record any more, is passed over: its report is made again. `manifest.json` stands for a run that came to its end.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from renmin_docs.batch.names import safe
from renmin_docs.batch.work import checksum, file_checksum
from renmin_docs.errors import Finding, OutputError
from renmin_docs.messages import Language
from renmin_docs.opening import open_file
from renmin_docs.writing import remove_leftovers, require_place, write_file

if TYPE_CHECKING:
    from renmin_docs.batch.outcomes import Outcome

_CHECKSUM = re.compile("[0-9a-f]{64}")
JOURNAL, MANIFEST = "manifest.jsonl", "manifest.json"
_ROW, _EMPTY = b'{"input": ', b"[\n\n]\n"
"""What every row of both begins with, and a manifest without rows."""
_SEARCHED = 2**20
"""So many bytes of a file are searched for a row of ours."""


class Source(NamedTuple):
    """What a document was made from.

    Attributes:
        settings: Checksum of template, options and version.
        content: Checksum of the data file, or of the report as JSON.
        beside: Other files that were read → their checksums.
    """

    settings: str
    content: str
    beside: dict[str, str]


class Entry(NamedTuple):
    """A finished document that an earlier run noted."""

    name: str
    sha256: str
    source: Source
    warnings: tuple[Finding, ...]


class Journal:
    """The journal in a folder, held by one run at a time.

    Args:
        folder: Where the documents go.
        resume: Keep what an earlier run noted.
        force: Take the place of files of these names that are no journal and no manifest.
        language: Of the messages in it.

    Raises:
        OutputError: The folder can't be made or written to, or another run holds it.
    """

    def __init__(self, folder: Path, *, resume: bool, force: bool = False, language: Language) -> None:
        self._folder = folder
        self._language: Language = language
        with _refusals(folder):
            self._file = _opened(folder, force=force)
            try:
                self._entries = dict(_entries(folder / JOURNAL)) if resume else {}
                self._begin(resume=resume)
            except BaseException:
                self._file.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def done(self, given: str, settings: str, content: Callable[[], str]) -> Entry | None:
        """What an earlier run made of an input with these settings, if the file is there and would be the same."""
        entry = self._entries.get(given)
        if entry is None or entry.source.settings != settings or entry.source.content != (content() or None):
            return None
        if any(file_checksum(path) != found for path, found in entry.source.beside.items()):
            return None
        return entry if file_checksum(str(self._folder / entry.name)) == entry.sha256 else None

    def add(self, outcome: Outcome, source: Source | None = None) -> None:
        """Note how a report ended; `source` where there is a document.

        Raises:
            OutputError: The system refuses.
        """
        warnings = [astuple(finding) for finding in outcome.warnings]
        line = {**_told(outcome, self._language), "warnings": warnings, "source": source}
        with _refusals(self._folder):
            self._file.write(_encoded(line) + b"\n")
            self._file.flush()

    def finish(self, outcomes: Iterable[Outcome]) -> None:
        """Write the manifest of all reports, sorted by their inputs."""
        rows = sorted((_told(outcome, self._language) for outcome in outcomes), key=lambda row: str(row["input"]))
        lines = b",\n".join(_encoded(row) for row in rows)
        write_file(self._folder / MANIFEST, b"[\n" + lines + b"\n]\n")

    def _begin(self, *, resume: bool) -> None:
        if not resume:
            self._file.truncate(0)
        elif not _ends_a_line(self._folder / JOURNAL):
            self._file.write(b"\n")
            self._file.flush()
        remove_leftovers(self._folder)
        (self._folder / MANIFEST).unlink(missing_ok=True)


@contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    """What the system refuses, as an error of ours."""
    try:
        yield
    except OSError as error:
        finding = Finding("output_failed", found=error.strerror or str(error))
        raise OutputError(finding, subject=str(folder)) from error


def _told(outcome: Outcome, language: Language) -> dict[str, Any]:
    return {
        "input": outcome.input,
        "output": outcome.output.name if outcome.output else None,
        "sha256": outcome.sha256 or None,
        "state": outcome.state,
        "message": "\n".join(outcome.reasons(language)) or None,
        "warnings": len(outcome.warnings),
    }


def _encoded(row: dict[str, Any]) -> bytes:
    """A row as JSON; a name that is no text is written with escapes, which JSON reads back."""
    return json.dumps(row, ensure_ascii=False).encode(errors="backslashreplace")


# --- reading it back --------------------------------------------------------------------------


def _entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """Each input's last line, as far as there is a document and the line is whole."""
    with path.open("rb") as lines:
        for line in lines:
            try:
                row = json.loads(line)
                entry = _entry(row)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue
            yield row["input"], entry


def _entry(row: dict[str, Any]) -> Entry:
    """The document that a line speaks of; one without a checksum for a failed report.

    Raises:
        ValueError: The line is none of ours.
    """
    if not isinstance(row["input"], str):
        raise TypeError(row)
    if row["state"] == "failed":
        return Entry("", "", Source("", "", {}), ())
    name, source = row["output"], Source(*row["source"])
    if not isinstance(source.beside, dict):
        raise TypeError(source)
    if safe(name) != name or not _CHECKSUM.fullmatch(row["sha256"]):
        raise ValueError(name)
    return Entry(name, row["sha256"], source, tuple(Finding(*finding) for finding in row["warnings"]))


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - 1, 0))
        return file.read() in (b"", b"\n")


# --- one run at a time ------------------------------------------------------------------------


def _opened(folder: Path, *, force: bool) -> Any:
    """The journal's file, held until it is closed: the system lets go of it when the process ends, however it ends."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise OutputError(Finding("batch_folder_file"), subject=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name in (JOURNAL, MANIFEST):
        _require_own(folder / name, force=force)
    file = (folder / JOURNAL).open("ab")
    if not _held(file.fileno()):
        file.close()
        raise OutputError(Finding("batch_folder_busy"), subject=str(folder))
    return file


def _require_own(path: Path, *, force: bool) -> None:
    """Refuse a file that stands where the journal or the manifest would, and is neither.

    Raises:
        OutputError: It is neither, or no ordinary file.
    """
    if not os.path.lexists(path) or os.path.isdir(path):  # a folder is refused by the system
        return
    require_place(path)
    with open_file(path, OutputError) as file:
        found = file.read(_SEARCHED)
    is_own = found == _EMPTY or _ROW in found or _ROW.startswith(found)  # a kill may have cut it off
    if not force and not is_own:
        raise OutputError(Finding("output_in_the_way", expected="--force"), subject=str(path))


if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30

    def _held(handle: int) -> bool:
        """Hold a byte far behind the end; those before it stay readable."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _held(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True


def settings_checksum(*parts: object) -> str:
    """One checksum of everything that all documents of a run depend on."""
    return checksum(repr(parts).encode())
