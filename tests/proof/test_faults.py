"""Whatever goes wrong while a file is saved: the old file whole, or the new one whole."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from renmin_docs import OutputError, Template, writing
from renmin_docs.writing import write_file
from tests.proof import setting
from tests.samples import report
from tests.systems import needs_links, posix
from tests.templates import LOOP, with_body

NOBODY = 65534
SAMPLE = report(introduction="导语")


@pytest.fixture
def target(tmp_path):
    """A file that stands there already, alone in its folder."""
    path = tmp_path / "folder" / "报告.docx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def refused(target: Path) -> str:
    """Save, which must fail; what the message says of the reason."""
    with pytest.raises(OutputError) as caught:
        SAMPLE.save(target)
    (finding,) = caught.value.findings
    assert caught.value.subject == str(target)
    assert finding.rule in ("output_failed", "output_folder_missing")
    return finding.found


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


# --- the disk is full -------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["open", "write", "close", "fsync", pytest.param("chmod", marks=posix), "replace"])
def test_a_full_disk_leaves_the_old_file(target, monkeypatch, step):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def closed_too_late(handle):
        os.close(handle)
        full()

    monkeypatch.setattr(writing, "os", Os(**{step: closed_too_late if step == "close" else full}))
    assert refused(target) == os.strerror(errno.ENOSPC)
    assert_untouched(target)


class Os:
    """The module `os` with some functions changed."""

    def __init__(self, **changed):
        self._changed = changed

    def __getattr__(self, name):
        return self._changed.get(name) or getattr(os, name)


lost_handle = pytest.mark.skipif(
    os.name == "nt", reason="Windows deletes no file that is open, by a handle that is lost"
)


@pytest.mark.parametrize(
    "step",
    [pytest.param("open", marks=lost_handle), "write", "close", "fsync", pytest.param("chmod", marks=posix)],
)
def test_an_interrupt_as_soon_as_a_step_is_done_leaves_the_old_file_alone(target, monkeypatch, step):
    def interrupted(*args):
        getattr(os, step)(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "os", Os(**{step: interrupted}))
    with pytest.raises(KeyboardInterrupt):
        SAMPLE.save(target)
    assert_untouched(target)


@pytest.mark.parametrize("most", [1, 100])
def test_what_the_system_takes_piece_by_piece_is_written_whole(target, monkeypatch, most):
    monkeypatch.setattr(writing, "os", Os(write=lambda handle, data: os.write(handle, data[:most])))
    write_file(target, bytes(range(256)) * 2)
    assert target.read_bytes() == bytes(range(256)) * 2


def test_a_limit_of_the_system_on_the_size_of_files_leaves_the_old_file(target):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    SAMPLE.to_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # Python ignores the signal; write() fails
    try:
        found = refused(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert found == os.strerror(errno.EFBIG)
    assert_untouched(target)


# --- permissions, folders that vanish ---------------------------------------------------------

_AS_NOBODY = """
import json, os, sys
from pathlib import Path
from renmin_docs import OutputError, WorkReport
from renmin_docs.render.one_document import render
from renmin_docs.errors import Finding
from tests.proof.test_faults import SAMPLE
SAMPLE.to_bytes()
str(OutputError(Finding("output_failed", found="-")))  # what is loaded late may lie where nobody may read
if os.getuid() == 0:
    os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
try:
    SAMPLE.save(sys.argv[1])
except OutputError as error:
    print(json.dumps([[finding.rule, finding.found] for finding in error.findings]))
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions of POSIX")
def test_no_permission_for_the_folder_leaves_the_old_file():
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    try:
        target = folder / "报告.docx"
        target.write_bytes(b"old")
        folder.chmod(0o555)
        command = [sys.executable, "-c", _AS_NOBODY, str(target), str(NOBODY)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.stderr == ""
        assert json.loads(run.stdout) == [["output_failed", os.strerror(errno.EACCES)]]
        assert_untouched(target)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no folder with an open file, and has no chmod")
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_folder_that_vanishes_while_a_file_is_written_is_an_error(target, monkeypatch, step):
    real = getattr(os, step)

    def vanish_first(*arguments):
        monkeypatch.setattr(os, step, real)
        shutil.rmtree(target.parent)
        return real(*arguments)

    monkeypatch.setattr(os, step, vanish_first)
    assert refused(target) == os.strerror(errno.ENOENT)
    assert not target.parent.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows says no more than that access is denied")
def test_a_folder_that_comes_to_stand_at_the_target_is_an_error(target, monkeypatch):
    real = os.replace
    target.unlink()

    def occupy_first(*arguments):
        target.mkdir()
        return real(*arguments)

    monkeypatch.setattr(os, "replace", occupy_first)
    assert refused(target) == os.strerror(errno.EISDIR)
    assert list(target.parent.iterdir()) == [target]


def test_an_interrupt_leaves_the_old_file(target, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        SAMPLE.save(target)
    assert_untouched(target)


# --- killed -----------------------------------------------------------------------------------

_KILLED = """
import json, os, random, signal, sys, time
from renmin_docs.writing import write_file
target, kills = sys.argv[1], int(sys.argv[2])
old, new = (letter * size for letter, size in ((b"o", 700_000), (b"n", 3_000_000)))
write_file(target, old)
chance, seen = random.Random(2022), {"old": 0, "new": 0, "half": 0}
while kills > 0 or (kills > -2_000 and not (seen["old"] and seen["new"])):  # on a busy machine both may take a while
    kills -= 1
    child = os.fork()
    if not child:
        while True:
            write_file(target, new)
            write_file(target, old)
    time.sleep(chance.uniform(0, 0.03 if kills > 0 else 0.3))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(target, "rb") as file:
        found = file.read()
    seen[{old: "old", new: "new"}.get(found, "half")] += 1
print(json.dumps(seen))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed as POSIX does it")
def test_a_process_killed_while_it_writes_leaves_a_whole_file(tmp_path):
    target, kills = tmp_path / "报告.docx", setting("KILLS", 60)
    run = subprocess.run(
        [sys.executable, "-c", _KILLED, str(target), str(kills)], capture_output=True, text=True, check=True
    )
    seen = json.loads(run.stdout)
    assert seen["half"] == 0
    assert seen["old"]
    assert seen["new"]
    left = [path.name for path in tmp_path.iterdir() if path != target]
    assert left, "no kill met a file that was being written"
    assert all(name.startswith(".renmin-") and name.endswith(".tmp") for name in left)
    write_file(target, b"again")
    assert target.read_bytes() == b"again"


# --- many at once -----------------------------------------------------------------------------


def test_writers_of_one_file_leave_the_work_of_one_of_them(tmp_path):
    target = tmp_path / "报告.docx"
    works = [bytes([number]) * 200_000 for number in range(32)]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda work: write_file(target, work), works))
    assert target.read_bytes() in works
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions of POSIX")
def test_writing_in_threads_never_changes_the_umask(tmp_path):
    before, interval = os.umask(0o027), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    others: list[int] = []
    stop = threading.Event()

    def create_other_files() -> None:
        while not stop.is_set():
            path = tmp_path / f"other_{len(others)}"
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o666))
            others.append(stat.S_IMODE(path.stat().st_mode))

    bystander = threading.Thread(target=create_other_files)
    bystander.start()
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: write_file(tmp_path / f"{number}.docx", b"x"), range(400)))
    finally:
        stop.set()
        bystander.join()
        sys.setswitchinterval(interval)
        left = os.umask(before)
    assert left == 0o027
    assert {stat.S_IMODE((tmp_path / f"{number}.docx").stat().st_mode) for number in range(400)} == {0o640}
    assert set(others) == {0o640}


# --- templates that change --------------------------------------------------------------------


@pytest.mark.parametrize(
    "replace",
    [
        pytest.param("in place", marks=pytest.mark.skipif(os.name == "nt", reason="Windows tells no time but these")),
        "by another file",
        pytest.param("by a link", marks=needs_links),
    ],
)
@pytest.mark.parametrize("cache", ["off", "on"])
def test_a_template_replaced_by_one_of_the_same_size_and_time_is_noticed(tmp_path, monkeypatch, replace, cache):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", "off" if cache == "off" else str(tmp_path / "cache"))
    template = tmp_path / "ours.docx"
    first, second = (with_body("{{ title }}", word, *LOOP) for word in ("旧文", "新文"))
    template.write_bytes(first)
    moment = template.stat().st_mtime_ns
    before = SAMPLE.to_bytes(template=template)
    time.sleep(0.02)  # the clock of the file system goes in steps of some milliseconds
    if replace == "in place":
        template.write_bytes(second)
    else:
        other = tmp_path / "other.docx"
        other.write_bytes(second)
        os.utime(other, ns=(moment, moment))
        if replace == "by a link":
            template.unlink()
            template.symlink_to(other)
        else:
            other.replace(template)
    os.utime(template, ns=(moment, moment))
    assert (template.stat().st_mtime_ns, len(first)) == (moment, template.stat().st_size)
    after = SAMPLE.to_bytes(template=template)
    assert before != after
    assert after == SAMPLE.to_bytes(template=Template.open(template))


def test_a_template_replaced_while_reports_are_made_gives_one_or_the_other(tmp_path):
    template = tmp_path / "ours.docx"
    versions = [with_body("{{ title }}", word, *LOOP) for word in ("旧文", "新文")]
    wanted = set()
    for version in versions:
        template.write_bytes(version)
        wanted.add(Template.open(template).render(SAMPLE))
        time.sleep(0.02)
    stop = threading.Event()

    def replace() -> None:
        while not stop.is_set():
            for version in versions:
                write_file(template, version)

    other = threading.Thread(target=replace)
    other.start()
    try:
        made = {SAMPLE.to_bytes(template=template) for _ in range(30)}
    finally:
        stop.set()
        other.join()
    assert made <= wanted
    assert SAMPLE.to_bytes(template=template) == Template.open(template).render(SAMPLE)
