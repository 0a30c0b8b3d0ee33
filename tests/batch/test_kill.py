"""A run that is killed at any moment, and gone on with, ends as an undisturbed one."""

from __future__ import annotations

import os
import signal
import sys
import warnings

import pytest

from renmin_docs.batch.api import render_all
from tests.batch.districts import data_files, documents, manifest, report

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")

FILE_EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "os.scandir", "os.listdir")
"""What Python announces before it touches a file. Between two of them the files are as after the first."""


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Good and bad reports, two of them with one name."""
    paths = data_files(tmp_path_factory.mktemp("data"), 3)
    paths[1].write_text("year: 2022\n", encoding="utf-8")
    return [
        *paths,
        ("甲", report("甲街道")),
        ("乙", report("A街道")),
        ("丙", report("a街道")),
        ("丁", report("丁街道")),
    ]


def run(said, out, *, resume=False):
    return render_all(said, out, resume=resume, language="zh")


def killed(said, out, moment, *, resume):
    """Run in another process that ends at its so many-th touch of a file; whether it was killed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking with threads: the child renders, and ends
        child = os.fork()
    if not child:
        _until(moment, said, out, resume=resume)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _until(moment, said, out, *, resume):
    left = [moment]

    def count(event, arguments):
        if event in FILE_EVENTS and (event != "open" or str(arguments[0]).startswith(str(out))):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.addaudithook(count)
        run(said, out, resume=resume)
        os._exit(0)
    finally:
        os._exit(1)


@pytest.fixture(scope="module")
def undisturbed(said, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    run(said, out)
    return documents(out), manifest(out)


@pytest.mark.thorough
def test_killed_before_any_touch_of_a_file_and_gone_on_with(said, tmp_path, undisturbed):
    moments = 0
    while killed(said, tmp_path / f"{moments + 1}", moments + 1, resume=False):
        moments += 1
        out = tmp_path / f"{moments}"
        assert not any(_is_broken(path) for path in out.glob("*.docx"))
        run(said, out, resume=True)
        assert (documents(out), manifest(out)) == undisturbed
    assert moments > 15


def test_killed_again_and_again_it_comes_to_its_end(said, tmp_path, undisturbed):
    out, times = tmp_path / "out", 0
    while killed(said, out, 5 + 3 * times, resume=True):
        times += 1
    assert times > 3
    assert (documents(out), manifest(out)) == undisturbed


def _is_broken(path):
    return not path.read_bytes().endswith(b"\0\0") or not path.read_bytes().startswith(b"PK")
