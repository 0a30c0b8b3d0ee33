"""Writing files: whole or not at all, and never in the place of what a person made.

One policy holds for every command (`write_outputs`): nothing is written onto a file that the command reads, onto a
link, a folder, a device or a pipe; and without `force` nothing onto a file that is not as the same command wrote it.
`write_file` is for callers that have decided already, as a program that calls `report.save` has.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, OutputError
from renmin_docs.opening import WINDOWS, patiently
from renmin_docs.output_faults import STATE_MODE, in_the_way, judge, name_fault, place_fault, reason, refusal, state_of
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.output_faults import State

_TEMPORARY = lazy(r"\.renmin-[0-9a-f]{16}\.tmp")
_NO_DOCX = frozenset(
    [".pdf", ".doc", ".wps", ".odt", ".rtf", ".docm", ".dotx", ".html", ".txt", ".md", ".yaml", ".yml", ".json"]
)
"""Endings of other files, which a .docx must not have: programs would open it as what it is not."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


# --- without asking ---------------------------------------------------------------------------


def require_docx(path: str | os.PathLike[str]) -> None:
    """See that a name does not say that the file is of another kind than a .docx.

    Raises:
        OutputError: It does.
    """
    target = Path(path)
    if target.suffix.lower() in _NO_DOCX:
        raise OutputError(Finding("output_kind", found=target.name, expected=target.with_suffix(".docx").name))


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file as `open(path, "wb")` would, but whole or not at all.

    What stands there is replaced; a link is followed. Other names of the same file (hard links) keep the old
    content.

    Raises:
        OutputError: The path is a folder, a device or a pipe, its folder is missing, or the system refuses.
    """
    target = Path(path)
    with _refusals(target):
        real = Path(os.path.realpath(target)) if os.path.islink(target) else target
        require_place(real, target)
        with closing(_steps(real, data, _mode(state_of(real)), partial(_replace, target=real))) as steps:
            _finish(steps)


# --- by the policy ----------------------------------------------------------------------------


def write_outputs(
    files: Mapping[Path, bytes], maker: str, *, inputs: Iterable[str | os.PathLike[str]] = (), force: bool = False
) -> None:
    """Write what a command made; where one of the files can't be written, none is.

    Args:
        files: Path → content, with its fingerprint.
        maker: The command. A file that it wrote itself and that has not been changed since is replaced.
        inputs: All files that the command has read.
        force: Replace files that a person made or changed, too.

    Raises:
        OutputError: With everything that speaks against it, or the system refuses.
    """
    states = require_outputs(files, maker, inputs=inputs, force=force)
    for target, data in files.items():
        with _refusals(target), closing(_put(target, data, states[target])) as steps:
            _finish(steps)


class Output:
    """One file that is written as by `write_outputs`, in two steps: a program may work on while it goes to the disk.

    Args:
        target: The path.
        data: The content, with its fingerprint.
        maker: The command.
        inputs: All files that the command has read.
        force: Replace a file that a person made or changed, too.

    Raises:
        OutputError: As by `write_outputs`.
    """

    def __init__(
        self, target: Path, data: bytes, maker: str, *, inputs: Iterable[str | os.PathLike[str]], force: bool
    ) -> None:
        self._target = target
        states = require_outputs({target: data}, maker, inputs=inputs, force=force)
        self._steps = _put(target, data, states[target])
        with _refusals(target):
            self._handle = next(self._steps)

    def sync(self) -> None:
        """Wait until the content is on the disk; any thread may do it."""
        os.fsync(self._handle)

    def abandon(self) -> None:
        """Leave nothing of it."""
        self._steps.close()

    def finish(self, synced: Callable[[], None]) -> None:
        """Give the file its name.

        Args:
            synced: Raises what `sync` has raised.

        Raises:
            OutputError: The system refuses, or the path was taken in the meantime; nothing is left then.
        """
        with _refusals(self._target), closing(self._steps) as steps:
            synced()
            next(steps, None)


def require_outputs(
    files: Mapping[Path, bytes | None],
    maker: str,
    *,
    inputs: Iterable[str | os.PathLike[str]] = (),
    force: bool = False,
) -> dict[Path, State]:
    """Refuse what `write_outputs` would refuse, before long work too, when there is no content yet.

    Returns:
        The state in which each file was judged.

    Raises:
        OutputError: With everything that speaks against it.
    """
    inputs = list(inputs)
    states: dict[Path, State] = {}
    faults: list[tuple[Path, Finding]] = []
    for target, data in files.items():
        try:
            states[target], fault = judge(target, data, "" if force else maker, inputs)
        except (OSError, ValueError) as error:
            fault = refusal(error)
        if fault is not None:
            faults.append((target, fault))
    if faults:
        subject = faults[0][0]
        findings = [fault if target == subject else replace(fault, file=str(target)) for target, fault in faults]
        raise OutputError(*findings, subject=str(subject))
    return states


def require_place(target: Path, subject: Path | None = None) -> None:
    """Refuse a path at which no ordinary file stands or can stand.

    Args:
        target: The path.
        subject: What the caller calls it.

    Raises:
        OutputError: A folder, a link, a device or a pipe stands there, or there is no such folder.
    """
    if fault := name_fault(target) or place_fault(target, state_of(target)):
        raise OutputError(fault, subject=str(subject or target))


# --- putting a file in its place --------------------------------------------------------------


def _put(target: Path, data: bytes, judged: State) -> Generator[int, None, None]:
    """The steps of writing a file in the place of one that is still as it was judged, or of none."""

    def place(temporary: str) -> None:
        if not judged:
            _place(temporary, target)
        elif state_of(target) == judged:
            _replace(temporary, target)
        else:
            raise OutputError(in_the_way(), subject=str(target))

    return _steps(target, data, _mode(judged), place)


def _place(temporary: str, target: Path) -> None:
    """Give a file its name, unless the name was taken in this moment."""
    try:
        try:
            os.link(temporary, target)
        except (OSError, NotImplementedError) as error:
            if isinstance(error, FileExistsError):
                raise
            os.close(os.open(target, _NEW, 0o666))  # file systems without links: the name is taken first
            try:
                os.replace(temporary, target)
            except BaseException:
                os.unlink(target)
                raise
    except FileExistsError as error:
        raise OutputError(in_the_way(), subject=str(target)) from error


def _replace(temporary: str, target: Path) -> None:
    try:
        patiently(lambda: os.replace(temporary, target))
    except PermissionError as error:  # Windows refuses while a program has the file open
        raise OutputError(Finding("output_locked", found=reason(error)), subject=str(target)) from error


def _steps(target: Path, data: bytes, mode: int | None, place: Callable[[str], None]) -> Generator[int, None, None]:
    """The steps of writing a file beside the target, with its permissions; deleted if `place` left it unnamed.

    Yields:
        The handle of the file, once: what was written must be on the disk before the next step.
    """
    name = os.path.join(os.path.dirname(target), f".renmin-{os.urandom(8).hex()}.tmp")
    try:  # before it is opened: Ctrl-C may come with the file there and its handle not known
        # A new file's permissions come from the system: asking for the umask means setting it, for all threads.
        handle = os.open(name, _NEW, 0o666 if mode is None else 0o600)
        try:
            _write(handle, data)
            yield handle
        finally:
            os.close(handle)
        if mode is not None:
            os.chmod(name, mode)
        place(name)
    finally:
        with suppress(OSError):
            os.unlink(name)


def _write(handle: int, data: bytes) -> None:
    """Write all of it; the system may take a part at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _finish(steps: Iterator[int]) -> None:
    for handle in steps:
        os.fsync(handle)


def _mode(state: State) -> int | None:
    """The permissions of the file that is replaced; None where there is none.

    Windows has none of this kind: a new file that is made read-only there can neither be moved nor deleted.
    """
    return None if WINDOWS or not state else state[STATE_MODE] & 0o777


def remove_leftovers(folder: Path) -> None:
    """Delete the temporary files that a killed process left in a folder."""
    for path in folder.iterdir():
        if _TEMPORARY().fullmatch(path.name):
            with suppress(PermissionError):  # on Windows one that a command is writing
                path.unlink(missing_ok=True)


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    """What the system refuses, as an error of ours."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise OutputError(refusal(error), subject=str(target)) from error
