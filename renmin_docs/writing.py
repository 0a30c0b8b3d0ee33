"""Writing files: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from renmin_docs.errors import Finding, OutputError
from renmin_docs.patterns import lazy

_TEMPORARY = lazy(r"\.renmin-[0-9a-f]{16}\.tmp")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


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
        raise _failed(error, target) from error


def write_new_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file where none stands yet.

    Raises:
        OutputError: Something stands there already, the folder is missing, or the system refuses.
    """
    target = Path(path)
    try:
        handle = os.open(target, _NEW, 0o666)
    except FileExistsError as error:
        raise OutputError(Finding("output_exists"), subject=str(target)) from error
    except (OSError, ValueError) as error:
        raise _failed(error, target) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(target)
        if isinstance(error, OSError):
            raise _failed(error, target) from error
        raise


def _failed(error: OSError | ValueError, target: Path) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(Finding("output_failed", found=reason), subject=str(target))


def remove_leftovers(folder: Path) -> None:
    """Delete the temporary files that a killed process left in a folder."""
    for path in folder.iterdir():
        if _TEMPORARY().fullmatch(path.name):
            path.unlink(missing_ok=True)


def _replace(target: Path, data: bytes) -> None:
    mode = _mode(target)
    name = target.parent / f".renmin-{os.urandom(8).hex()}.tmp"
    # A new file's permissions come from the system: asking for the umask means setting it, for all threads.
    handle = os.open(name, _NEW, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int | None:
    """The permissions of the file that is replaced; None where there is none."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    return None
