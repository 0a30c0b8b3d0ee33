"""A LibreOffice that stays while tests run: its start takes longer than printing ten documents."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import libreoffice
from tests.waiting import HANG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterable

_FONTS = Path(__file__).parent / "fonts.conf"
_running = ExitStack()


def save_as(program: str, ending: str, folder: Path, files: Iterable[Path]) -> None:
    """Save files in another format into a folder.

    The program hands its words to the LibreOffice that has the same profile, and ends when that has done what they say;
    were there none any more, it would do it itself.
    """
    try:
        start(_messenger(program), [start_once(program), *_converting(ending, folder, files)]).wait(HANG)
    except subprocess.TimeoutExpired:
        end()
        raise


def end() -> None:
    """End it and delete its folder, if it was started."""
    start_once.cache_clear()
    _running.close()


@cache
def start_once(program: str) -> str:
    """The option that names the profile of the LibreOffice that this process has started.

    A text is open in it, or it would end after the first order; when another is converted, it takes orders.
    """
    folder = Path(_running.enter_context(tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True)))
    opened, first = folder / "opened.txt", folder / "first.txt"
    for path in (opened, first):
        path.touch()
    profile = profile_in(folder)
    process = start(program, [profile, str(opened), *_converting("pdf", folder, [first])])
    _running.callback(kill, process)
    wait_until(lambda: first.with_suffix(".pdf").exists() or process.poll() is not None, "LibreOffice")
    return profile


def profile_in(folder: Path) -> str:
    """The option that names the profile in a folder, which is made where there is none."""
    profile = folder / "profile"
    if not profile.exists():
        libreoffice._write_settings(profile, [libreoffice._OF_NO_NEW_VERSION])
    return f"-env:UserInstallation={profile.as_uri()}"


@cache
def _messenger(program: str) -> str:
    """What hands words over: on Unix the program is a script, which starts nine others before this one."""
    own = Path(program).resolve().with_name("oosplash")
    return str(own) if own.exists() else program


def _converting(ending: str, folder: Path, files: Iterable[Path]) -> list[str]:
    return ["--convert-to", ending, "--outdir", str(folder), *map(str, files)]


def start(program: str, words: list[str]) -> subprocess.Popen:
    """A LibreOffice, or what hands its words to one of the same profile, with the same fonts wherever it runs."""
    return subprocess.Popen(
        [program, "--headless", "--norestore", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, **libreoffice._OWN_VARIABLES, "FONTCONFIG_FILE": str(_FONTS)},
    )


def kill(process: subprocess.Popen) -> None:
    """All its processes: the program is a script that starts others."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
