"""LibreOffice, where it is installed: a document in one format made one in another.

The document may come from anybody, and LibreOffice reads far more than it is asked for. So it runs in a folder and
with settings of its own: without network, macros, linked files and Java, within limits of memory and time. Where the
system can do it, it is cut off from the network altogether (Linux), and the limits are the system's own (Unix).
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from renmin_docs.errors import Finding, OfficeError
from renmin_docs.opening import read_file

SECONDS = 60
"""How long LibreOffice may take; its first start on a slow machine takes ten."""
MEMORY = 2 * 2**30
"""How many bytes of address space it may have: it starts with 0.5 GB."""
LARGEST = 256 * 2**20
"""The largest file that it may write."""

_PROGRAMS = ("soffice", "libreoffice")
_WHERE_INSTALLED = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MISSING = {"darwin": "office_missing_macos", "win32": "office_missing_windows"}
"""System → the message that says how to get LibreOffice there."""
_FILTERS: dict[str, str] = {
    ".doc": "MS Word 97",
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
    ".rtf": "Rich Text Format",
}
"""Ending → the filter that reads it. Left to itself LibreOffice looks into the file and may find a web page."""

_NOWHERE, _NO_PORT = "127.0.0.1", 9
"""A proxy that leads nowhere: the port `discard`, at which no proxy listens."""
_SECURITY = "org.openoffice.Office.Common/Security/Scripting"
_OF_NO_NEW_VERSION = ("org.openoffice.Setup/Product", "ooSetupLastVersion", "999.9")
"""The last version that ran with these settings. Where it is an older one, LibreOffice draws a hundred pictures first
to see whether this machine can (7.4), which takes longer than all the rest of a start."""
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("org.openoffice.Inet/Settings", "ooInetProxyType", 1),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    *(("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyName", _NOWHERE) for kind in ("HTTP", "HTTPS", "FTP")),
    *(("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyPort", _NO_PORT) for kind in ("HTTP", "HTTPS", "FTP")),
    (_SECURITY, "BlockUntrustedRefererLinks", True),  # pictures and other links, from hosts and from this machine
    (_SECURITY, "DisableActiveContent", True),  # from 24.2 on: embedded objects, links to other files
    (_SECURITY, "DisableMacrosExecution", True),
    (_SECURITY, "MacroSecurityLevel", 3),
    ("org.openoffice.Office.Writer/Content/Update", "Link", 0),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", False),
    _OF_NO_NEW_VERSION,
)
"""Path, name and value of settings; a version that does not know one passes over it."""
_REGISTRY = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
_ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'

_ISOLATING = (("unshare", "--user", "--map-root-user", "--net"), ("unshare", "--net"))
"""Programs that run another without network, for users and for root alone; not every system lets them."""
_LIMITING = 'ulimit -c 0; ulimit -v {} 2>/dev/null; ulimit -t {} 2>/dev/null; ulimit -f {} 2>/dev/null; exec "$@"'
"""What a shell does before it becomes another program; a limit that is lower already stays."""
_KILOBYTE, _BLOCK = 1024, 512

_VARIABLES = {
    *("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "FONTCONFIG_FILE", "FONTCONFIG_PATH"),
    *("SYSTEMROOT", "WINDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES", "PROGRAMDATA"),
}
"""What it gets of our environment: a document can make LibreOffice read variables."""
_OWN_VARIABLES = {
    "MALLOC_ARENA_MAX": "2",
    "MAX_CONCURRENCY": "2",  # memory does not grow with the number of cores
    # else glibc gives the 20 MB of a font back to the system after each of a hundred looks: half of its time
    **dict.fromkeys(("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"), str(2**30)),
}


def converted(data: bytes, ending: str, into: str, *, seconds: float = SECONDS) -> bytes:
    """A document in another format.

    Args:
        data: The bytes of the file. They are copied: nothing is written beside the file itself.
        ending: The ending that its content has, `.doc`, `.docx`, `.odt` or `.rtf`.
        into: The ending of the other format, `.docx`.
        seconds: How long it may take.

    Raises:
        OfficeError: LibreOffice is not installed, too slow, or makes nothing of the file.
    """
    program = _program()
    if program is None:
        raise OfficeError(Finding(_MISSING.get(sys.platform, "office_missing"), found=ending, expected=into))
    with tempfile.TemporaryDirectory(prefix="renmin-docs-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, made = folder / f"document{ending}", folder / "out" / f"document{into}"
        given.write_bytes(data)
        _write_settings(folder / "profile")
        if not _has_ended(_command(program, given, made), folder, seconds):
            raise OfficeError(Finding("office_slow", found=f"{seconds:g}", expected=into))
        # It says that all went well also where it made nothing: the file is the proof.
        if not made.is_file():
            raise OfficeError(Finding("office_failed", found=ending, expected=into))
        return read_file(made, LARGEST, OfficeError)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The file of a document with these parts; an OpenDocument's kind is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def _program() -> str | None:
    """LibreOffice; none of the working folder, where Windows looks first and a stranger's files may lie."""
    found = (*map(shutil.which, _PROGRAMS), *filter(os.path.exists, _WHERE_INSTALLED))
    return next((path for path in found if path and os.path.isabs(path)), None)


def _write_settings(profile: Path, settings: Iterable[tuple[str, str, object]] | None = None) -> None:
    """Make a profile with settings; by default with those for what comes from anybody."""
    rows = _SETTINGS if settings is None else settings
    items = (_ITEM.format(path, name, escape(_as_text(value))) for path, name, value in rows)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format("".join(items)), encoding="utf-8")


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _command(program: str, given: Path, made: Path) -> list[str]:
    """The command with a profile of its own, so that a LibreOffice that is open has no part in it."""
    profile = Path(given.parent, "profile").as_uri()
    how = [f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--infilter={_FILTERS[given.suffix]}"]
    return [program, *how, "--convert-to", made.suffix[1:], "--outdir", str(made.parent), str(given)]


def _has_ended(command: list[str], folder: Path, seconds: float) -> bool:
    """Run a command within its limits; whether it ended in time. Its whole group of processes ends with this."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _VARIABLES}
    temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    process = subprocess.Popen(  # noqa: S603 - no word of the command comes from the file
        [*_limiting(seconds), *_isolating(), *command],
        env=kept | _OWN_VARIABLES | temporary,
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


def _limiting(seconds: float) -> list[str]:
    """The shell that sets limits; they hold for all processes of the command, and where this one is killed too."""
    if sys.platform == "win32":
        return []
    script = _LIMITING.format(MEMORY // _KILOBYTE, int(seconds) + 1, LARGEST // _BLOCK)
    return ["/bin/sh", "-c", script, "sh"]


@cache
def _isolating() -> tuple[str, ...]:
    """The program that runs another without network; empty where there is none that works."""
    if sys.platform == "win32":  # has none, and would look for it in the working folder
        return ()
    for words in _ISOLATING:
        with suppress(OSError):
            if subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0:  # noqa: S603 - ours
                return words
    return ()


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        taskkill = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        with suppress(OSError):  # a Windows without this program
            subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603 - ours
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
