"""Writing the .docx: the same parts give the same bytes, and a file appears whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
_LEVEL = 6
_UNIX = 3
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The bytes of a .docx with these parts; content types and relationships come first."""
    buffer = io.BytesIO()
    names = [*(name for name in _FIRST if name in parts), *(name for name in parts if name not in _FIRST)]
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX  # the same bytes on every system
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name], zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


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
