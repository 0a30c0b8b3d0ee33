"""Every command, and every key that names a file, given every kind of file that is none of what it needs.

Each ends soon with a sentence on standard error and 1 or 2; none waits, shows a traceback, or leaves a file behind.
"""

from __future__ import annotations

import io
import os
import random
import signal
import socket
import zipfile
from contextlib import contextmanager

import pytest

from renmin_docs import WorkReport
from tests.cli.texts import GOOD, write
from tests.systems import posix

SECONDS = 60
"""Only against a test that would hang for ever."""

COMMANDS = {
    "render": "render {file} -o out.docx",
    "render --explain": "render {file} --explain",
    "render --template": "render report.yaml --template {file} -o out.docx",
    "render --profile": "render report.yaml --profile {file} -o out.docx",
    "batch": "batch {file} -o out",
    "batch, a good one beside it": "batch report.yaml {file} -o out",
    "batch --template": "batch report.yaml --template {file} -o out",
    "batch --profile": "batch report.yaml --profile {file} -o out",
    "batch --text": "batch rows.xlsx --text {file} -o out",
    "batch --resume": "batch {file} -o out --resume",
    "import": "import {file} -o out.yaml",
    "next": "next {file} -o out.yaml",
    "compare, last": "compare {file} report.yaml",
    "compare, this": "compare report.yaml {file}",
    "update": "update {file} report.docx -o out.yaml",
    "update, document": "update report.yaml {file} -o out.yaml",
    "redline, old": "redline {file} report.yaml -o out.docx",
    "redline, new": "redline report.yaml {file} -o out.docx",
    "figures": "figures {file}",
    "template check": "template check {file}",
    "check": "check {file}",
    "check, two files": "check report.yaml {file}",
    "check --comments": "check {file} --comments out.docx",
    "check --last": "check report.yaml --last {file}",
    "check --profile": "check report.yaml --profile {file}",
    "preview": "preview {file} -o out.pdf",
    "a profile": "render profile.yaml -o out.docx",
    "a workbook": "render workbook.yaml -o out.docx",
    "a template": "render template.yaml -o out.docx",
    "a picture": "render picture.yaml -o out.docx",
    "all of them in a batch": "batch profile.yaml workbook.yaml template.yaml picture.yaml report.yaml -o out",
}
ENDINGS = (".yaml", ".docx", ".xlsx", ".txt", ".odt", ".doc", ".rtf", ".png", ".json", ".toml")
ODD_NAMES = {"long": "长" * 300, "of two lines and a colour": "甲\n乙\x1b[31m"}
BYTES = random.Random(0).randbytes(4096)


def _pipe(path):
    os.mkfifo(path)


def _socket(path):
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(os.path.relpath(path))  # the path of a socket is short


def _device(path):
    os.symlink("/dev/zero", path)


def _circle(path):
    os.symlink(path.name, path)


def _sparse(path):
    with path.open("wb") as file:
        file.truncate(2**40)


def _damaged_package(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a>")
        archive.writestr("_rels/.rels", b"\0")


def _forbidden(path):
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)


KINDS = {
    "missing": lambda path: None,  # noqa: ARG005 - nothing is made
    "a folder": lambda path: path.mkdir(),
    "a pipe": _pipe,
    "a socket": _socket,
    "a device": _device,
    "a link to itself": _circle,
    "empty": lambda path: path.write_bytes(b""),
    "any bytes": lambda path: path.write_bytes(BYTES),
    "bytes of zero": lambda path: path.write_bytes(bytes(4096)),
    "larger than any disk": _sparse,
    "a damaged package": _damaged_package,
    "the head of a package": lambda path: path.write_bytes(b"PK\3\4" + BYTES),
    "the head of an old document": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + BYTES),
    "a web page": lambda path: path.write_bytes(b"<html><body>x</body></html>"),
    "forbidden": _forbidden,
}
_UNIX = ("a pipe", "a socket", "a device", "a link to itself", "larger than any disk", "forbidden")
KINDS_HERE = [pytest.param(kind, marks=posix) if kind in _UNIX else kind for kind in KINDS]
NAMES_NOTHING = ("missing", "a folder", "a link to itself")
"""What a batch is refused for as a whole, before any report is made."""


@contextmanager
def not_for_ever():
    """Break off what hangs; on Windows nothing does that."""
    if os.name == "nt":
        yield
        return
    previous = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


@pytest.fixture(scope="module")
def rows():
    """A workbook of one row."""
    openpyxl, made = pytest.importorskip("openpyxl"), io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["街道"])
    book.active.append(["甲街道"])
    book.save(made)
    return made.getvalue()


@pytest.fixture
def bad(place, rows):
    """Makes a working folder with a bad file and with data files that name it."""
    (place / "rows.xlsx").write_bytes(rows)

    def make(name, kind):
        KINDS[kind](place / name)
        quoted = name.replace("\n", "\\n").replace("\x1b", "\\e")
        for key, value in {
            "profile": f'profile: "{quoted}"',
            "workbook": f'figures_from: {{workbook: "{quoted}"}}',
            "template": f'template: "{quoted}"',
        }.items():
            write(place / f"{key}.yaml", GOOD + value + "\n")
        picture = f'plans: {{body: [{{picture: "{quoted}", caption: 图}}]}}'
        write(place / "picture.yaml", GOOD.replace("plans: {body: 继续规范。}", picture))

    return make


def _ending_for(what):
    wanted = {"template": ".docx", "workbook": ".xlsx", "picture": ".png", "preview": ".docx", "import": ".txt"}
    return next((ending for word, ending in wanted.items() if word in what), ".yaml")


def refused(run, command, name, place):
    """Run a command on a file and see that it ends as it should."""
    before = {path.name for path in place.iterdir()}
    with not_for_ever():
        code, out, err = run(*(name if word == "{file}" else word for word in command.split()))
    made = {path.name for path in place.iterdir()} - before - {"out"}
    assert code in (1, 2), (out, err)
    assert (err + out).strip()
    assert "renmin-docs itself" not in err + out
    assert "\x1b" not in err + out
    assert made == set()
    return err


@pytest.mark.parametrize("kind", KINDS_HERE)
@pytest.mark.parametrize("what", COMMANDS)
def test_a_file_of_the_wrong_kind_is_refused(what, kind, bad, run, place):
    if kind == "forbidden" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    name = "bad" + _ending_for(what)
    bad(name, kind)
    if what == "import" and kind == "a web page":
        name = "bad.docx"  # as a .txt it is a text
        (place / "bad.txt").rename(name)
    err = refused(run, COMMANDS[what], name, place)
    if "all of them" in what or ("good one beside it" in what and kind not in NAMES_NOTHING):
        assert len([*(place / "out").glob("*.docx")]) == 1, err


@posix
@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("what", [what for what in COMMANDS if what != "all of them in a batch"])
def test_a_file_of_an_odd_name_is_refused(what, name, bad, run, place):
    name = ODD_NAMES[name] + _ending_for(what)
    bad(name, "missing" if len(name) > 300 else "a pipe")
    refused(run, COMMANDS[what], name, place)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", ["any bytes", pytest.param("a pipe", marks=posix)])
@pytest.mark.parametrize("what", ["render", "import", "next", "figures", "batch", "preview", "template check"])
def test_a_wrong_ending_changes_nothing(what, ending, kind, bad, run, place):
    bad("bad" + ending, kind)
    refused(run, COMMANDS[what], "bad" + ending, place)


def test_the_good_file_alone_is_none_of_these(run, place):
    WorkReport.load(place / "report.yaml")
    assert run("render", "report.yaml", "-o", "out.docx")[0] == 0
