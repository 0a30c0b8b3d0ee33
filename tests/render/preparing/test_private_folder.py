"""Files of the cache that another user may have written, exchanged or linked: none of them is read, or run."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path

import pytest

from renmin_docs import Template
from renmin_docs.render.preparing import private_folder as private_folder_module
from renmin_docs.render.preparing.cache import _from_data, _to_data
from renmin_docs.render.preparing.private_folder import PrivateFiles, private_folder, sealed_files
from tests.samples import numbered_report
from tests.templates import LOOP, with_body

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no owners and permissions of this kind")
ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can run something as another user"
)
SAMPLE = numbered_report(3)
TEMPLATE = with_body("{{ title }}", *LOOP, "{{ issuer }}{{ issue_date }}")
"""One that is compiled in a tenth of the time of the library's."""
VICTIM, ATTACKER, GROUP = 62_001, 62_002, 63_000


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(folder))
    return folder


def document() -> bytes:
    return Template.from_bytes(TEMPLATE).render(SAMPLE)


def kept_in(folder: Path) -> Path:
    (file,) = folder.glob("*.template")
    return file


def forged(file: Path, trace: Path, secret: bytes = b"") -> bytes:
    """What an attacker would write there: the same template with code that leaves a trace."""
    data = _from_data(file.read_bytes().partition(b"\n")[2])
    source = f"import os\nos.close(os.open({str(trace)!r}, os.O_CREAT))\ndef root(c):\n yield '<x/>'\n"
    code = marshal.dumps(compile(source, "x", "exec"))
    body = _to_data(data._replace(codes=dict.fromkeys(data.codes, code)))
    return PrivateFiles(None, secret=secret)._seal(file.name, body) + b"\n" + body


def as_user(user: int, action) -> None:
    """Run the action in a process of another user of the same group."""
    child = os.fork()
    if not child:
        try:
            os.setgroups([])
            os.setgid(GROUP)
            os.setuid(user)
            action()
        except BaseException:  # noqa: BLE001 - the child must not go on as a second test run
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


@contextmanager
def umask(mask: int):
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@POSIX
def test_a_forgery_would_be_run_if_it_were_the_owner_s(cache, tmp_path):
    document()
    file, trace = kept_in(cache), tmp_path / "trace"
    file.write_bytes(forged(file, trace))
    Template.from_bytes(TEMPLATE)
    assert trace.exists()


@ROOT
@pytest.mark.parametrize("mask", [0o022, 0o002, 0o000])
def test_code_of_another_user_is_not_run(mask, monkeypatch):
    document()  # all modules are imported by now
    with tempfile.TemporaryDirectory() as name, umask(mask):
        folder = Path(name)
        folder.chmod(0o711)
        cache, trace = folder / "cache", folder / "traces" / "trace"
        for made, mode in ((cache, 0o755), (trace.parent, 0o777)):
            made.mkdir()
            made.chmod(mode)
        os.chown(cache, VICTIM, GROUP)
        monkeypatch.setenv("RENMIN_DOCS_CACHE", str(cache))
        as_user(VICTIM, document)
        file = kept_in(cache)

        def attack() -> None:
            with pytest.raises(PermissionError):
                file.write_bytes(b"")
            with pytest.raises(PermissionError):
                (cache / "new").write_bytes(b"")

        as_user(ATTACKER, attack)
        os.chmod(file, 0o664)  # as earlier versions made it
        as_user(ATTACKER, lambda: file.write_bytes(forged(file, trace)))
        as_user(VICTIM, document)
        assert not trace.exists()
        assert file.stat().st_mode & 0o777 == 0o600


def group_writable(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    file.chmod(0o620)


def writable_by_all(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    file.chmod(0o602)


def linked(file: Path, content: bytes) -> None:
    other = file.parents[1] / "other"
    other.write_bytes(content)
    file.unlink()
    file.symlink_to(other)


def hard_linked(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    os.link(file, file.parents[1] / "other")


def a_pipe(file: Path, _: bytes) -> None:
    file.unlink()
    os.mkfifo(file)


def a_folder(file: Path, _: bytes) -> None:
    file.unlink()
    file.mkdir()


def anothers(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    os.chown(file, ATTACKER, GROUP)


@POSIX
@pytest.mark.parametrize(
    "plant",
    [
        *(group_writable, writable_by_all, linked, hard_linked, a_pipe, a_folder),
        pytest.param(anothers, marks=ROOT),
    ],
)
def test_a_file_that_another_may_have_written_is_not_read(plant, cache, tmp_path):
    fresh = document()
    file, trace = kept_in(cache), tmp_path / "trace"
    plant(file, forged(file, trace))
    assert document() == fresh
    assert not trace.exists()


@POSIX
@pytest.mark.parametrize("plant", [group_writable, linked, hard_linked, a_pipe])
def test_such_a_file_is_replaced_and_nothing_else_is_written(plant, cache, tmp_path):
    fresh = document()
    file = kept_in(cache)
    content = forged(file, tmp_path / "trace")
    plant(file, content)
    other = tmp_path / "other"
    assert document() == fresh
    assert file.is_file()
    assert not file.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o600
    assert not other.exists() or other.read_bytes() == content


def open_to(mode: int):
    return lambda folder: folder.chmod(mode)


def moved_behind_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to(folder.with_name("elsewhere"))


def given_away(folder: Path) -> None:
    os.chown(folder, ATTACKER, GROUP)


@POSIX
@pytest.mark.parametrize(
    "change",
    [
        *map(open_to, (0o777, 0o1777, 0o770, 0o720, 0o702, 0o2770)),
        moved_behind_a_link,
        pytest.param(given_away, marks=ROOT),
    ],
)
def test_a_folder_that_others_may_write_to_is_not_used(change, cache, tmp_path):
    fresh = document()
    file, trace = kept_in(cache), tmp_path / "trace"
    content = forged(file, trace)
    file.write_bytes(content)
    change(cache)
    assert document() == fresh
    assert not trace.exists()
    assert file.read_bytes() == content


@POSIX
def test_a_folder_exchanged_while_it_is_used_changes_nothing(tmp_path):
    path = tmp_path / "cache"
    with private_folder(path, make=True) as files:
        path.rename(tmp_path / "old")
        path.mkdir(mode=0o777)
        (path / "a").write_bytes(b"planted")
        files.write("a", b"ours")
        assert files.read("a") == b"ours"
    assert (path / "a").read_bytes() == b"planted"


@POSIX
@pytest.mark.parametrize("mask", [0o000, 0o002, 0o077])
def test_what_is_made_is_the_owner_s_alone_whatever_the_umask(mask, tmp_path, monkeypatch):
    folder = tmp_path / "a" / "b" / "cache"
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(folder))
    with umask(mask):
        document()
    modes = [path.stat().st_mode & 0o777 for path in (kept_in(folder), folder, folder.parent, folder.parents[1])]
    assert modes == [0o600, 0o700, 0o700, 0o700]


@ROOT
def test_root_makes_nothing_in_the_home_of_another(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, VICTIM, GROUP)
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(home / ".cache" / "renmin-docs"))
    assert document()
    assert list(home.iterdir()) == []


def test_files_of_the_user_in_the_folder_stay(cache, monkeypatch):
    monkeypatch.setattr(private_folder_module, "_MOST", 1)
    cache.mkdir()
    mine = [cache / name for name in ("figures.json", "a.tmp", "0" * 63 + ".json")]
    for path in mine:
        path.write_text("{}")
    for used, name in enumerate(
        [
            "0" * 64 + ".json",
            "0" * 64 + ".template",
            "0" * 64 + ".patterns",
            f".{'0' * 16}.tmp",
            f".renmin-{'0' * 16}.tmp",
        ]
    ):
        (cache / name).write_text("{}")
        os.utime(cache / name, (used, used))
    document()
    assert {path.name for path in cache.iterdir() if path not in mine} == {
        path.name for path in cache.glob("*.template") if path not in mine and path.stat().st_size > 1000
    }
    assert all(path.exists() for path in mine)


# --- Where the system has no such permissions (Windows) ---------------------------------------


@pytest.fixture
def sealed(cache, tmp_path, monkeypatch):
    """The cache as Windows has it."""

    @contextmanager
    def folder(path: Path, *, make: bool = False):
        if make:
            path.mkdir(exist_ok=True)
        yield sealed_files(path, tmp_path / "profile" / "secret")

    monkeypatch.setattr(private_folder_module, "private_folder", folder)
    return cache


def test_a_sealed_file_is_read_with_the_secret_that_sealed_it(sealed, tmp_path, monkeypatch):
    fresh = document()
    secret = tmp_path / "profile" / "secret"
    assert len(secret.read_bytes()) == 32
    monkeypatch.setattr(
        "renmin_docs.render.preparing.compiler.prepare_template", lambda *_: pytest.fail("prepared again")
    )
    assert document() == fresh
    assert [path.suffix for path in sealed.iterdir()] == [".template"]


@pytest.mark.parametrize("guess", [b"", b"0" * 32])
def test_a_file_sealed_without_the_secret_is_not_run(guess, sealed, tmp_path):
    fresh = document()
    file, trace = kept_in(sealed), tmp_path / "trace"
    file.write_bytes(forged(file, trace, guess))
    assert document() == fresh
    assert not trace.exists()
    file.write_bytes(forged(file, trace, (tmp_path / "profile" / "secret").read_bytes()))
    Template.from_bytes(TEMPLATE)
    assert trace.exists()


def test_a_secret_that_is_not_whole_is_not_used_and_replaced(sealed, tmp_path):
    secret = tmp_path / "profile" / "secret"
    secret.parent.mkdir()
    secret.write_bytes(b"")
    assert document()
    assert len(secret.read_bytes()) == 32
    assert kept_in(sealed).is_file()
    assert [path.name for path in secret.parent.iterdir()] == ["secret"]
