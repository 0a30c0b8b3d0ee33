"""LibreOffice, where it is installed: a document in one format made one in another."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from renmin_docs.errors import Finding, OfficeError

SECONDS = 60
"""How long LibreOffice may take; its first start on a slow machine takes ten."""
_PROGRAMS = ("soffice", "libreoffice")
_WHERE_INSTALLED = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def converted(data: bytes, ending: str, into: str, *, seconds: float = SECONDS) -> bytes:
    """A document in another format.

    Args:
        data: The bytes of the file. They are copied: nothing is written beside the file itself.
        ending: The ending of its name, `.doc`.
        into: The ending of the other format, `.docx`.
        seconds: How long it may take.

    Raises:
        OfficeError: LibreOffice is not installed, too slow, or makes nothing of the file.
    """
    program = _program()
    if program is None:
        raise OfficeError(Finding("office_missing", found=ending, expected=into))
    with tempfile.TemporaryDirectory(prefix="renmin-docs-") as folder:
        given, made = Path(folder, f"document{ending}"), Path(folder, "out", f"document{into}")
        given.write_bytes(data)
        if not _has_ended(_command(program, given, made), seconds):
            raise OfficeError(Finding("office_slow", found=f"{seconds:g}", expected=into))
        # It says that all went well also where it made nothing: the file is the proof.
        if not made.is_file():
            raise OfficeError(Finding("office_failed", found=ending, expected=into))
        return made.read_bytes()


def _program() -> str | None:
    found = (shutil.which(name) for name in _PROGRAMS)
    return next(filter(None, found), None) or next(filter(os.path.exists, _WHERE_INSTALLED), None)


def _command(program: str, given: Path, made: Path) -> list[str]:
    """The command with a profile of its own, so that a LibreOffice that is open has no part in it."""
    profile = Path(given.parent, "profile").as_uri()
    how = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", made.suffix[1:]]
    return [program, *how, "--outdir", str(made.parent), str(given)]


def _has_ended(command: list[str], seconds: float) -> bool:
    """Run a command; whether it ended in time. Its whole group of processes ends with this."""
    process = subprocess.Popen(  # noqa: S603 - no shell, and no word of the command comes from the file
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
