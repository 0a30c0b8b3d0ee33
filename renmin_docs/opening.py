"""Opening files for reading: regular files only, within a limit, no matter who names them.

A pipe would be waited for, a device may be opened for good or give bytes without end. So a path is asked what it leads
to before it is opened, and the open file is asked again: the path may lead elsewhere by then.
"""

from __future__ import annotations

import ntpath
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

from renmin_docs.errors import DataFileError, Finding, PackageError, RenminDocsError

if TYPE_CHECKING:
    from io import FileIO


_T = TypeVar("_T")
WINDOWS = os.name == "nt"
_PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
"""Seconds between tries: a scanner or another command has a file for itself for moments, Word for hours."""
_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"):  # as far as the system has them
    _FLAGS |= getattr(os, _name, 0)

_RULES: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "file_missing"),
    (NotADirectoryError, "file_missing"),
    (IsADirectoryError, "file_directory"),
    (PermissionError, "file_forbidden"),
    (ValueError, "file_missing"),  # a null character, or half a surrogate pair, in the path
)
_KINDS: dict[int, str] = {
    stat.S_IFIFO: "@pipe",
    stat.S_IFCHR: "@device",
    stat.S_IFBLK: "@device",
    stat.S_IFSOCK: "@socket",
}
_DEVICE = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:[.:].*)?", re.IGNORECASE | re.DOTALL
)
_DEVICE_FOLDER = re.compile(r"[\\/]{2}[.?][\\/](?!(?:[A-Za-z]:|UNC)[\\/])")
"""Windows' names of devices, which are devices in every folder and with every ending, and the folder of all."""
_ALTERED = re.compile(r'.*[<>:"|?*].*|(?!\.\.?$).*[. ]', re.DOTALL)
_INVALID_NAME = 123
"""Windows' error for a name that no file can have, such as a pattern."""
LONGEST_PATH = 259
"""Characters of a path on Windows, where longer ones are not switched on."""

MAX_DRAFT = 64 * 2**20
MAX_OFFICE_FILE = 64 * 2**20
"""Bytes of a draft at most: with its pictures it is larger than a data file."""


def read_file(path: str | PathLike[str], limit: int, error: type[RenminDocsError] = DataFileError) -> bytes:
    """The bytes of a file.

    Raises:
        RenminDocsError: It is missing, no regular file, over the limit, or can't be read.
    """
    with open_file(path, error) as file:
        size = os.fstat(file.fileno()).st_size
        if size <= limit:
            data = _read(file, path, size + 1, error)  # all of it: a buffer for the limit would be megabytes
            if len(data) > size:  # it has grown, or the system did not know
                data += _read(file, path, limit + 1 - len(data), error)
            if len(data) <= limit:
                return data
    found, expected = f"{max(size, limit + 1) / 2**20:.1f} MB", f"{limit / 2**20:g} MB"
    raise error(Finding("file_over_limit", found=found, expected=expected), subject=os.fspath(path))


def read_office_file(path: str | PathLike[str]) -> bytes:
    """The bytes of a Word or Excel file, as far as one may be large.

    Raises:
        PackageError: The file is missing, no regular file, unreadable, or over the limit.
    """
    return read_file(path, MAX_OFFICE_FILE, PackageError)


@contextmanager
def open_file(path: str | PathLike[str], error: type[RenminDocsError] = DataFileError) -> Iterator[FileIO]:
    """A regular file, open for reading.

    Raises:
        RenminDocsError: It is missing, no regular file, or can't be opened.
    """
    if finding := obstacle(path):
        raise error(finding, subject=os.fspath(path))
    try:
        handle = patiently(lambda: os.open(path, _FLAGS))
    except (OSError, ValueError) as reason:
        raise error(_refused(reason), subject=os.fspath(path)) from reason
    with os.fdopen(handle, "rb", 0) as file:  # large pieces are read: a buffer would only take time
        if finding := _not_regular(os.fstat(handle)):
            raise error(finding, subject=os.fspath(path))
        yield file


def patiently(step: Callable[[], _T]) -> _T:
    """What a step gives that Windows refuses while another program has the file: there it is tried again for a while.

    Raises:
        PermissionError: It is refused at the last try, too.
    """
    for seconds in _PATIENCE if WINDOWS else ():
        with suppress(PermissionError):
            return step()
        time.sleep(seconds)
    return step()


def obstacle(path: str | PathLike[str]) -> Finding | None:
    """What keeps a path from being opened for reading, as far as can be seen without opening it."""
    if WINDOWS and is_device_name(os.fspath(path)):
        return Finding("file_special", found="@device")
    try:
        return _not_regular(patiently(lambda: os.stat(path)))
    except (OSError, ValueError) as reason:
        return _refused(reason)


def is_device_name(path: str) -> bool:
    r"""Whether Windows opens a device under this path, which may wait for ever.

    >>> is_device_name(r"data\con.yaml"), is_device_name(r"\\.\pipe\x"), is_device_name("content.yaml")
    (True, True, False)
    """
    name = re.split(r"[\\/]", path)[-1]
    return bool(_DEVICE.fullmatch(name) or _DEVICE_FOLDER.match(path))


def is_altered_name(path: str) -> bool:
    r"""Whether Windows refuses a name for a new file, or makes the file under another name.

    A colon names a stream within the file before it; dots and blanks at the end are dropped.

    >>> is_altered_name(r"C:\data\a:b.docx"), is_altered_name("a.docx."), is_altered_name(r"C:a b.docx")
    (True, True, False)
    """
    return bool(_ALTERED.fullmatch(ntpath.basename(ntpath.splitdrive(path)[1])))


def length_fault(path: str) -> Finding | None:
    """What is wrong with a path that Windows calls missing because it is too long."""
    length = len(os.path.abspath(path)) if WINDOWS else 0
    return Finding("path_too_long", found=str(length), expected=str(LONGEST_PATH)) if length > LONGEST_PATH else None


def _read(file: FileIO, path: str | PathLike[str], most: int, error: type[RenminDocsError]) -> bytes:
    """The next bytes of a file: so many, or all that are left."""
    data, piece = b"", b""
    try:
        while len(data) < most and (piece := file.read(most - len(data))):
            data += piece
    except OSError as reason:
        raise error(_refused(reason), subject=os.fspath(path)) from reason
    if piece is None:  # one of the system's own files, which has nothing to read yet
        raise error(Finding("file_special", found="@device"), subject=os.fspath(path))
    return data


def _not_regular(state: os.stat_result) -> Finding | None:
    if stat.S_ISREG(state.st_mode):
        return None
    if stat.S_ISDIR(state.st_mode):
        return Finding("file_directory")
    return Finding("file_special", found=_KINDS.get(stat.S_IFMT(state.st_mode), "@device"))


def _refused(reason: OSError | ValueError) -> Finding:
    """Why the system did not give a file, in our words."""
    found = getattr(reason, "strerror", None) or str(reason)
    rule = next((rule for kind, rule in _RULES if isinstance(reason, kind)), "file_unreadable")
    if getattr(reason, "winerror", None) == _INVALID_NAME:
        rule = "file_missing"
    if rule == "file_missing" and (fault := length_fault(str(getattr(reason, "filename", "")))):
        return fault
    if rule == "file_forbidden" and WINDOWS:  # which refuses in the same way while a program has the file for itself
        rule = "file_in_use"
    return Finding(rule, found=found)
