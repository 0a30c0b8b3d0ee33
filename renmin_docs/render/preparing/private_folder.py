"""A folder of files that only its owner can have written: what is read from it may be run.

On POSIX systems the folder and each file are opened once and their state is asked of what is open, so that nothing
can be exchanged between the look and the use: owned by this user, not writable by group or others (access lists show
in the group's bits), no symbolic link, and of the files, regular and without a second hard link.

Windows has no such bits. There the folder has a secret, a file in the user's own profile, with which the contents are
sealed; on POSIX the secret is empty, so that services without a home can keep files too.

The cache's folder is RENMIN_DOCS_CACHE, else renmin-docs in the system's cache folder; RENMIN_DOCS_CACHE=off keeps
nothing.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hmac import compare_digest
from importlib.util import MAGIC_NUMBER, find_spec
from pathlib import Path

from renmin_docs.patterns import lazy
from renmin_docs.version import __version__

_SECRET_SIZE = 32
_SETTING = "RENMIN_DOCS_CACHE"
_MOST = 64
"""How many files are kept; the ones not used for longest go first."""
_OURS = lazy(r"[0-9a-f]{64}\.(?:json|patterns|code|template)|\.(?:renmin-)?[0-9a-f]{16}\.tmp")
"""The names that `tidy` may delete, those of earlier versions too: the folder may be one that holds other files."""
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFELY
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _SAFELY
"""A pipe in the place of a file is refused, not waited for."""
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def cache_folder() -> Path | None:
    """Where what is prepared is kept; None where nothing is to be, or the system names no place for it."""
    setting = os.environ.get(_SETTING, "")
    if setting == "off":
        return None
    with suppress(RuntimeError, KeyError):  # no home, or no LOCALAPPDATA
        return Path(setting) if setting else _system_folder() / "renmin-docs"
    return None


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def cache_key(content: bytes, ours: Iterable[str], others: Iterable[str], more: Iterable[Path] = ()) -> str:
    """A name for what is made of a content by the present state of all that has a say in it.

    Args:
        content: What it is made of.
        ours: Folders of this package, with all modules in them and below.
        others: Modules of other libraries, which are found and not imported.
        more: Further files.
    """
    package = Path(__file__).parents[2]
    modules = sorted(state for folder in ours for state in _modules_in(package / folder))
    states = [_state_of(file, file.stat()) for file in (*more, *filter(None, map(_file_of, others)))]
    return hashlib.sha256(content + repr((__version__, modules, states, MAGIC_NUMBER)).encode()).hexdigest()


def _modules_in(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    """The states of all modules in a folder and below; `Path.glob` takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules_in(entry.path)
            elif entry.name.endswith(".py"):
                yield _state_of(entry.path, entry.stat())


def _state_of(file: str | Path, state: os.stat_result) -> tuple[str, int, int]:
    return str(file), state.st_mtime_ns, state.st_size


def _file_of(module: str) -> Path | None:
    """The file of another library's module."""
    package, _, name = module.partition(".")
    spec = find_spec(package)
    file = Path(spec.origin).parent / f"{name}.py" if spec and spec.origin else None
    return file if file and file.is_file() else None


def kept_bytes(name: str, make: Callable[[], bytes]) -> bytes:
    """What was kept under a name, or what is made now and kept."""
    folder = cache_folder()
    if folder is None:
        return make()
    with suppress(OSError, LookupError, ValueError), private_folder(folder) as files:
        return files.read_sealed(name)
    made = make()
    with suppress(OSError, LookupError, ValueError), private_folder(folder, make=True) as files:
        files.write_sealed(name, made)
    return made


@contextmanager
def private_folder(path: Path, *, make: bool = False) -> Iterator[PrivateFiles]:
    """The files of a folder, while the block runs.

    Args:
        path: The folder.
        make: Whether to make it where it is missing.

    Raises:
        OSError: It is missing, can't be opened, or others may write to it.
        KeyError: Windows names no folder of the user's own.
    """
    if make:
        _make(path)
    if sys.platform == "win32":
        yield sealed_files(path, Path(os.environ["LOCALAPPDATA"]) / "renmin-docs" / "secret")
        return
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        _require_private(os.fstat(folder))
        yield PrivateFiles(folder)
    finally:
        os.close(folder)


class PrivateFiles:
    """The files of a private folder, by name; every method raises OSError where the system or a check refuses.

    Args:
        folder: Descriptor of the folder, if files are to be checked at each opening.
        path: The folder's path, where there is no descriptor.
        secret: With what the contents are to be sealed.
    """

    def __init__(self, folder: int | None, path: str = "", secret: bytes = b"") -> None:
        self._folder = folder
        self._path = path
        self.secret = secret

    def read(self, name: str) -> bytes:
        """The contents of a file, which is marked as used now."""
        handle = os.open(self._at(name), _READ, dir_fd=self._folder)
        with os.fdopen(handle, "rb") as file:
            if self._folder is not None:
                _require_own_file(os.fstat(handle))
            os.utime(self._at(name), dir_fd=self._folder)
            return file.read()

    def write(self, name: str, data: bytes) -> None:
        """Write a file whole, in place of one of that name."""
        temporary = self._at(f".{os.urandom(8).hex()}.tmp")
        handle = os.open(temporary, _NEW, 0o600, dir_fd=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                if sys.platform != "win32":
                    os.fchmod(handle, 0o600)  # whatever the umask takes
                file.write(data)
            os.replace(temporary, self._at(name), src_dir_fd=self._folder, dst_dir_fd=self._folder)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary, dir_fd=self._folder)
            raise

    def read_sealed(self, name: str) -> bytes:
        """What `write_sealed` was given.

        Raises:
            ValueError: The file is damaged, belongs to another name, or was sealed with another secret.
        """
        seal, _, body = self.read(name).partition(b"\n")
        if not compare_digest(seal, self._seal(name, body)):
            raise ValueError(name)
        return body

    def write_sealed(self, name: str, body: bytes) -> None:
        """Write a file that `read_sealed` reads, and delete files of the cache that were not used for long."""
        self.write(name, self._seal(name, body) + b"\n" + body)
        self.tidy(_MOST)

    def _seal(self, name: str, body: bytes) -> bytes:
        """The line before the contents: a code of them that needs the secret, and a checksum where that is empty.

        The name is in it, so that no file is believed under another's name.
        """
        seal = hashlib.blake2b(name.encode(), key=self.secret)
        seal.update(body)  # the body, which may be large, is not copied
        return seal.hexdigest().encode()

    def tidy(self, most: int) -> None:
        """Delete the files that were not used for longest, beyond the `most` that stay."""
        names = os.listdir(self._path if self._folder is None else self._folder)
        for name in sorted(filter(_OURS().fullmatch, names), key=self._time_of)[:-most]:
            os.unlink(self._at(name), dir_fd=self._folder)

    def _time_of(self, name: str) -> int:
        return os.stat(self._at(name), dir_fd=self._folder, follow_symlinks=False).st_mtime_ns

    def _at(self, name: str) -> str:
        return os.path.join(self._path, name)


def sealed_files(path: Path, secret: Path) -> PrivateFiles:
    """The files of a folder that others may write to.

    Args:
        path: The folder.
        secret: The file that holds the secret, in a folder that only the user can read; made where it is missing.
    """
    return PrivateFiles(None, str(path), _secret(secret))


def _make(path: Path) -> None:
    """Make a folder and the missing ones above it, for this user alone.

    Raises:
        OSError: They would stand in another user's folder, as when root runs with the home of another: that
            user could not use them any more.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    if missing and sys.platform != "win32":
        owner = missing[-1].parent.stat().st_uid
        if owner not in (0, os.geteuid()):
            raise PermissionError(path)
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)


def _require_own_file(state: os.stat_result) -> None:
    _require_private(state)
    if not stat.S_ISREG(state.st_mode) or state.st_nlink != 1:
        raise PermissionError


def _require_private(state: os.stat_result) -> None:
    if state.st_uid != os.geteuid() or state.st_mode & _WRITABLE_BY_OTHERS:
        raise PermissionError


def _secret(path: Path) -> bytes:
    """The secret in a file, which is made with one where it is missing or not whole.

    Of two processes that make it at once one keeps what the other can't read, and makes anew what it can't read itself.
    """
    with suppress(FileNotFoundError):
        secret = path.read_bytes()
        if len(secret) == _SECRET_SIZE:
            return secret
    _make(path.parent)
    PrivateFiles(None, str(path.parent)).write(path.name, os.urandom(_SECRET_SIZE))
    return path.read_bytes()
