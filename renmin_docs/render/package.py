"""Writing the .docx: the same parts give the same bytes, and a file appears whole or not at all.

A package is put together from deflated parts. Those that a template keeps are deflated once and copied
from then on, which the standard library's zipfile can't do.
"""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVEL = 6
"""Level of deflation: Word's own."""

_FIRST = ("[Content_Types].xml", "_rels/.rels")

# The zip format (APPNOTE 6.3.3, 4.3): local header, central header, end of the central directory.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UNIX = 3 << 8 | _VERSION  # the same bytes on every system
_UTF8_NAME = 1 << 11
_DEFLATED = 8
_TIME, _DATE = 0, 1 << 5 | 1  # 1980-01-01, the earliest that a zip can hold
_MODE = 0o600 << 16


class Entry(NamedTuple):
    """A part as it stands in a package: deflated, with the checksum and the size of its content."""

    crc: int
    size: int
    data: bytes


def deflated(content: bytes, level: int = LEVEL) -> Entry:
    """A part ready for a package."""
    compressor = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(zlib.crc32(content), len(content), compressor.compress(content) + compressor.flush())


def write_package(entries: Mapping[str, Entry]) -> bytes:
    """The bytes of a .docx with these parts; content types and relationships come first."""
    names = [*(name for name in _FIRST if name in entries), *(name for name in entries if name not in _FIRST)]
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in names:
        crc, size, data = entries[name]
        path = name.encode()
        flags = 0 if name.isascii() else _UTF8_NAME
        common = (_VERSION, flags, _DEFLATED, _TIME, _DATE, crc, len(data), size, len(path), 0)
        pieces += (_LOCAL.pack(b"PK\3\4", *common), path, data)
        directory += (_CENTRAL.pack(b"PK\1\2", _UNIX, *common, 0, 0, 0, _MODE, offset), path)
        offset += _LOCAL.size + len(path) + len(data)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(names), len(names), size, offset, 0)
    return b"".join((*pieces, *directory, end))


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file through a temporary one in the same folder, so that it is never half there.

    Raises:
        OutputError: The path is a folder, its folder is missing, or the system refuses.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(Finding("output_directory", expected=str(target / "report.docx")), subject=str(target))
    if not target.parent.is_dir():
        raise OutputError(Finding("output_folder_missing", found=str(target.parent)), subject=str(target))
    try:
        _replace(target, data)
    except OSError as error:
        finding = Finding("output_failed", found=error.strerror or str(error))
        raise OutputError(finding, subject=str(target)) from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".renmin-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
