"""Documents of other formats (.doc, .wps, .odt, .rtf) through LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from renmin_docs.errors import DataFileError, Finding

SECONDS = 60
"""How long LibreOffice may take; its first start on a slow machine takes ten."""
_PROGRAMS = ("soffice", "libreoffice")
_WHERE_INSTALLED = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def as_docx(data: bytes, ending: str, *, seconds: float = SECONDS) -> bytes:
    """A document of another format as the bytes of a .docx.

    Args:
        data: The bytes of the file. They are copied: nothing is written beside the file itself.
        ending: The ending of its name, `.doc`.
        seconds: How long it may take.

    Raises:
        DataFileError: LibreOffice is not installed, or makes nothing of the file.
    """
    program = _program()
    if program is None:
        raise DataFileError(Finding("office_missing", found=ending, expected=".docx"))
    with tempfile.TemporaryDirectory(prefix="renmin-docs-") as folder:
        given, made = Path(folder, f"document{ending}"), Path(folder, "out", "document.docx")
        given.write_bytes(data)
        _convert(program, given, made.parent, seconds)
        # It says that all went well also where it made nothing: the file is the proof.
        if not made.is_file():
            raise DataFileError(Finding("office_failed", found=ending, expected=".docx"))
        return made.read_bytes()


def _program() -> str | None:
    found = (shutil.which(name) for name in _PROGRAMS)
    return next(filter(None, found), None) or next(filter(os.path.exists, _WHERE_INSTALLED), None)


def _convert(program: str, given: Path, folder: Path, seconds: float) -> None:
    """Run LibreOffice with a profile of its own; its whole group of processes ends with this."""
    profile = Path(given.parent, "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
    process = subprocess.Popen(  # noqa: S603 - no shell, and no word of the command comes from the file
        [*command, "--outdir", str(folder), str(given)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise DataFileError(Finding("office_slow", found=f"{seconds:g}", expected=".docx")) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
