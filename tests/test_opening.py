"""Files are opened in one place: regular files within a limit, whatever leads to them and whoever names them."""

import ast
import os
import re
import socket
from pathlib import Path

import pytest

import renmin_docs
from renmin_docs import opening
from renmin_docs.errors import DataFileError, PackageError
from renmin_docs.opening import is_device_name, obstacle, open_file, read_file
from tests.systems import needs_links, posix

PACKAGE = Path(renmin_docs.__file__).parent
ELSEWHERE = {
    ("writing", "os.open", "files that are written"),
    ("output_faults", "os.open", "whether Windows keeps a file for another program"),
    ("batch.journal", "path.open", "the journal of a run, which is held while it lasts"),
    ("batch.journal", "(folder / JOURNAL).open", "the same"),
    ("render.preparing.private_folder", "os.open", "the cache, opened by its folder"),
    ("render.preparing.private_folder", "os.fdopen", "the same"),
    ("render.preparing.private_folder", "path.read_bytes", "its secret, in a folder of the user's own"),
    ("batch.api", "(builtin_templates.SHELF / f'{name}.docx').read_bytes", "templates that ship with the library"),
    (
        "proofread.wording",
        "Path(__file__).with_name('wrong_words.tsv').read_text",
        "a list that ships with the library",
    ),
    ("fingerprint", "package.open", "a part of an archive in memory"),
    ("ooxml.package", "archive.open", "a part of an archive in memory"),
    ("render.one_document", "Template.open", "ours, which reads by `read_file`"),
    ("batch.api", "Template.open", "the same"),
    ("check.trial", "_Trial.open", "the same"),
    ("check.trial", "Template.open", "the same"),
}
"""Module, call, reason: every other place that opens a file."""
OPENING = {"open", "fdopen", "read_bytes", "read_text", "load_workbook", "copyfile", "copy2", "mmap"}
CALLED = re.compile(rf"\b(?:{'|'.join(OPENING)})\s*\(")


def _calls(path):
    """What a module calls that may open a file: methods by such a name, and the built-in."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if CALLED.search(text) else ():  # few modules have any
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in OPENING:
            yield ast.unparse(node.func)
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("open", "load_workbook")
        ):
            yield node.func.id


def test_no_other_module_opens_a_file():
    found = {
        (".".join(part for part in path.relative_to(PACKAGE).with_suffix("").parts if part != "__init__"), call)
        for path in PACKAGE.rglob("*.py")
        for call in _calls(path)
    }
    allowed = {(module, call) for module, call, _ in ELSEWHERE}
    assert {each for each in found if each[0] != "opening"} - allowed == set()
    assert allowed - found == set(), "no longer there"
    assert ("opening", "os.open") in found


unix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


def rule_of(path, limit=10):
    with pytest.raises(DataFileError) as caught:
        read_file(path, limit)
    assert caught.value.subject == os.fspath(path)
    (finding,) = caught.value.findings
    return finding.rule, finding.found


def test_a_regular_file_is_read_to_its_end(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_file(tmp_path / "a", 10) == read_file(str(tmp_path / "a"), 10) == b"0123456789"
    with open_file(tmp_path / "a") as file:
        assert file.read() == b"0123456789"


@needs_links
def test_a_link_is_followed(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    os.symlink(tmp_path / "a", tmp_path / "link")
    assert read_file(tmp_path / "link", 10) == b"0123456789"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    assert rule_of(tmp_path / "a", 9) == ("file_over_limit", "0.0 MB")
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(2**40)
    assert rule_of(tmp_path / "sparse", 2**20) == ("file_over_limit", "1048576.0 MB")


def test_the_caller_chooses_the_error(tmp_path):
    with pytest.raises(PackageError) as caught:
        read_file(tmp_path / "no", 10, PackageError)
    assert caught.value.findings[0].rule == "file_missing"


@unix
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    os.symlink(tmp_path / "pipe", tmp_path / "link")
    assert rule_of(tmp_path / "pipe") == rule_of(tmp_path / "link") == ("file_special", "@pipe")


@unix
def test_a_pipe_that_comes_between_the_look_and_the_opening_is_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr("renmin_docs.opening.obstacle", lambda _: None)
    assert rule_of(tmp_path / "pipe") == ("file_special", "@pipe")


@unix
def test_a_pipe_under_a_number_is_refused():
    reading, writing = os.pipe()
    try:
        os.write(writing, b"0123")
        assert rule_of(f"/dev/fd/{reading}") == ("file_special", "@pipe")
    finally:
        os.close(reading)
        os.close(writing)


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/tty", "/dev/full"])
def test_a_device_is_refused(device):
    if not os.path.exists(device):
        pytest.skip(f"no {device} here")
    assert rule_of(device) == ("file_special", "@device")


@unix
def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("s")
        assert rule_of("s") == ("file_special", "@socket")


@unix
def test_what_is_not_there_or_leads_nowhere_is_reported(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    os.symlink("nowhere", tmp_path / "lost")
    os.symlink("circle", tmp_path / "circle")
    for name in ("no", "a/b", "lost", "a\0b", "\udcff\ud800"):
        assert rule_of(os.path.join(tmp_path, name))[0] == "file_missing", name
    assert rule_of(tmp_path)[0] == "file_directory"
    assert rule_of(tmp_path / "circle") == ("file_unreadable", "Too many levels of symbolic links")
    assert rule_of(tmp_path / ("长" * 300)) == ("file_unreadable", "File name too long")
    assert obstacle(tmp_path / "a") is None


def test_a_name_that_windows_gives_no_file_is_one_of_a_missing_file(tmp_path, monkeypatch):
    def refuse(*_):
        error = OSError(22, "Invalid name")
        error.winerror = 123
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", refuse)
        found = obstacle(tmp_path / "总结?.docx")
    assert found.rule == "file_missing"


def test_on_windows_a_file_that_may_not_be_read_may_be_open_in_a_program(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    waited: list[float] = []
    monkeypatch.setattr(opening.time, "sleep", waited.append)
    monkeypatch.setattr(os, "open", refuse)
    for windows, rule in ((False, "file_forbidden"), (True, "file_in_use")):
        monkeypatch.setattr(opening, "WINDOWS", windows)
        assert rule_of(tmp_path / "a")[0] == rule
        assert bool(waited) == windows


def test_on_windows_a_path_may_be_missing_for_its_length(tmp_path, monkeypatch):
    path = tmp_path.joinpath(*["长" * 60] * 5, "a")
    monkeypatch.setattr(opening, "WINDOWS", False)
    assert rule_of(path)[0] == "file_missing"
    monkeypatch.setattr(opening, "WINDOWS", True)
    assert rule_of(path) == ("path_too_long", str(len(str(path))))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(0)
    assert rule_of(tmp_path / "a")[0] == "file_forbidden"


@posix
@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="no /proc here")
def test_a_file_of_the_systems_own_that_breaks_off_is_reported():
    assert rule_of("/proc/self/mem") == ("file_unreadable", "Input/output error")


DEVICES = [
    "CON",
    "con.yaml",
    r"C:\a\NUL",
    "nul.tar.gz",
    "COM1",
    "lpt9 .txt",
    "COM¹",
    "aux:",
    r"\\.\pipe\a",
    "//?/pipe/a",
]
FILES = [
    "content.yaml",
    "COM10",
    "CONSOLE",
    "nul_.docx",
    r"con\a.yaml",
    r"\\?\C:\a.yaml",
    r"\\?\UNC\host\share\a",
    "a.con",
]


@pytest.mark.parametrize("name", DEVICES)
def test_the_names_of_windows_devices_are_known(name):
    assert is_device_name(name)


@pytest.mark.parametrize("name", FILES)
def test_other_names_are_files(name):
    assert not is_device_name(name)
