"""What speaks against writing to a path: asked before anything is written, of all files of a command.

`renmin_docs/writing.py` has the policy and writes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, OutputError
from renmin_docs.fingerprint import is_as_written
from renmin_docs.opening import WINDOWS, is_altered_name, is_device_name, length_fault, patiently, read_file

if TYPE_CHECKING:
    from pathlib import Path

    State = tuple[int, ...]

STATE_MODE = 2
"""Where the permissions stand in a state."""
_CHANGE = os.O_RDWR | getattr(os, "O_BINARY", 0)
_MOST = 128 * 2**20
"""A file that is larger counts as changed: no document of ours that can be read again has this size."""


def judge(
    target: Path, data: bytes | None, maker: str, inputs: Iterable[str | os.PathLike[str]]
) -> tuple[State, Finding | None]:
    """The state of the file at a path, and what forbids writing there; without a maker any content is replaced."""
    if fault := name_fault(target):
        return (), fault
    state = state_of(target)  # before it is read: what changes from now on is noticed
    fault = (_input_fault(target, inputs) if state else None) or place_fault(target, state)
    if fault is None and state:
        fault = _lock_fault(target) or (_content_fault(target, data, maker) if maker else None)
    return state, fault


def _input_fault(target: Path, inputs: Iterable[str | os.PathLike[str]]) -> Finding | None:
    """Whether a file is one that was read, by whatever name."""
    return Finding("output_is_input") if any(_is_same(target, given) for given in inputs) else None


def _is_same(target: Path, given: str | os.PathLike[str]) -> bool:
    try:
        return os.path.samefile(target, given)
    except (OSError, ValueError):  # one of them is not there
        return False


def place_fault(target: Path, state: State) -> Finding | None:
    """What stands at a path in the place of an ordinary file, by its `state_of`; or that there is no such folder."""
    if not state:
        if os.path.isdir(os.path.dirname(target) or "."):
            return None
        return length_fault(str(target)) or Finding("output_folder_missing", found=str(target.parent))
    mode = state[STATE_MODE]
    if stat.S_ISDIR(mode):
        return Finding("output_directory", expected=str(target / "report.docx"))
    if stat.S_ISLNK(mode):
        real = os.path.realpath(target)
        return Finding("output_link", found=real, expected="" if os.path.islink(real) else real)
    return None if stat.S_ISREG(mode) else Finding("output_not_regular")


def name_fault(target: Path) -> Finding | None:
    """What is wrong with a name on Windows, asked before the system is: it may refuse to look such a path up."""
    if not WINDOWS:
        return None
    if is_device_name(os.fspath(target)):
        return Finding("output_not_regular")
    return Finding("output_name_altered", found=target.name) if is_altered_name(os.fspath(target)) else None


def _lock_fault(target: Path) -> Finding | None:
    """Whether Windows keeps a file for a program that has it open, asked before any other file is written."""
    try:
        if WINDOWS:
            os.close(patiently(lambda: os.open(target, _CHANGE)))
    except PermissionError as error:
        return Finding("output_locked", found=reason(error))
    return None


def _content_fault(target: Path, data: bytes | None, maker: str) -> Finding | None:
    """Whether a file is a person's work, or has other names that a person may know it by."""
    try:
        found = read_file(target, _MOST, OutputError)
    except OutputError:
        return in_the_way()
    if found != data and not is_as_written(found, maker, target.suffix):
        return in_the_way()
    return Finding("output_hard_link", expected="--force") if os.lstat(target).st_nlink > 1 else None


def in_the_way() -> Finding:
    """That a file is no work of the same command, or has come in the meantime."""
    return Finding("output_in_the_way", expected="--force")


def state_of(target: Path) -> State:
    """What changes when a file does; empty where there is none."""
    try:
        info = os.lstat(target)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return info.st_dev, info.st_ino, info.st_mode, info.st_size, info.st_mtime_ns, info.st_ctime_ns


def refusal(error: OSError | ValueError) -> Finding:
    """What the system refused, as a finding."""
    fault = length_fault(str(getattr(error, "filename", ""))) if isinstance(error, FileNotFoundError) else None
    return fault or Finding("output_failed", found=reason(error))


def reason(error: OSError | ValueError) -> str:
    """The system's own words."""
    return getattr(error, "strerror", None) or str(error)
