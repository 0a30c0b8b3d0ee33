"""Writing files: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from renmin_docs.errors import Finding, OutputError


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file through a temporary one in the same folder, so that it is never half there.

    Raises:
        OutputError: The path is a folder, its folder is missing, or the system refuses.
    """
    target = Path(path)
    try:
        if os.path.isdir(target):
            raise OutputError(Finding("output_directory", expected=str(target / "report.docx")), subject=str(target))
        if not os.path.isdir(target.parent):
            raise OutputError(Finding("output_folder_missing", found=str(target.parent)), subject=str(target))
        _replace(target, data)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(Finding("output_failed", found=reason), subject=str(target)) from error


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
