"""Processes that make reports: the same as alone, replaced when they die, gone when their parent is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from renmin_docs import OutputError
from renmin_docs.batch.api import render_all
from renmin_docs.batch.pools import WorkerPool, cluster
from renmin_docs.builtin_templates import find
from tests.batch.districts import data_files, documents, manifest, report, states
from tests.batch.processes import all_end, environment, workers_of
from tests.effort import THOROUGH
from tests.proof.test_at_once import REPORTS
from tests.systems import needs_pools
from tests.waiting import HANG


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2) as pool:
        yield pool


@needs_pools
def test_processes_make_what_one_makes_with_a_template_of_ones_own(tmp_path, pool):
    paths = data_files(tmp_path / "data", 12)
    paths[5].write_text("year: 2022\n", encoding="utf-8")
    said = [*paths, *(("甲", report("A街道")), ("乙", report("a街道")), ("丙", report("丙街道")))]
    ours = tmp_path / "ours.docx"
    ours.write_bytes(find("work_report").read_bytes())
    alone = render_all(said, tmp_path / "alone", template=ours)
    together = render_all(said, tmp_path / "together", template=ours, executor=pool)
    assert states(alone) == states(together)
    assert documents(tmp_path / "alone") == documents(tmp_path / "together")
    assert manifest(tmp_path / "alone") == manifest(tmp_path / "together")


@needs_pools
def test_a_template_that_only_the_parent_can_read_reaches_the_workers(tmp_path, pool):
    from renmin_docs import Template

    ours = tmp_path / "ours.docx"
    ours.write_bytes(find("red_head").read_bytes())
    template = Template.open(ours)
    ours.unlink()
    said = [report(f"第{index}街道") for index in range(6)]
    result = render_all(said, tmp_path / "out", template=template, executor=pool)
    assert [outcome.output.read_bytes() for outcome in result] == [each.to_bytes(template=template) for each in said]


@needs_pools
@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_64_at_once_are_what_they_are_alone(tmp_path, pool, kind, numbering):
    said = [(f"{index}", REPORTS[index % len(REPORTS)]) for index in range(64)]
    with ThreadPoolExecutor(16) as threads:
        executor = {"threads": threads, "processes": pool}[kind]
        result = render_all(said, tmp_path, numbering=numbering, names="{input}", executor=executor, in_flight=64)
    alone = [each.to_bytes(numbering=numbering) for each in REPORTS]
    assert [outcome.output.read_bytes() for outcome in result] == alone * 8


def die_if_asked(work, item):
    if item.given == "poison":
        os._exit(9)
    return work(item)


class Deadly(Executor):
    """An executor whose workers die of the report called poison."""

    def __init__(self, pool):
        self._pool = pool

    def submit(self, fn, /, *args, **kwargs):
        return self._pool.submit(die_if_asked, fn, *args, **kwargs)


@pytest.mark.thorough
@needs_pools
def test_a_report_that_kills_its_worker_fails_alone(tmp_path):
    said = [(f"{index}", report(f"第{index}街道")) for index in range(10)]
    said.insert(4, ("poison", report("毒街道")))
    with WorkerPool(2 if THOROUGH else 1) as pool:  # each death costs all of them
        result = render_all(said, tmp_path / "out", executor=Deadly(pool))
    assert [outcome.input for outcome in result.failed] == ["poison"]
    assert result.failed[0].findings[0].rule == "batch_worker_lost"
    assert len(documents(tmp_path / "out")) == 10


@needs_pools
def test_a_pool_that_does_not_mend_itself_fails_what_is_left_and_nothing_hangs(tmp_path):
    said = [("poison", report("毒街道")), *((f"{index}", report(f"第{index}街道")) for index in range(5))]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        result = render_all(said, tmp_path / "out", executor=Deadly(pool))
    assert states(result)[0] == "failed"
    assert len(result) == 6
    assert {finding.rule for outcome in result.failed for finding in outcome.findings} == {"batch_worker_lost"}


@needs_pools
def test_workers_of_another_version_are_reported_as_such(tmp_path, pool, monkeypatch):
    from renmin_docs.batch import api

    monkeypatch.setattr(api, "__version__", "9.9.9")
    (outcome,) = render_all([report()], tmp_path / "out", executor=pool)
    assert outcome.findings[0].rule == "batch_worker_version"
    assert outcome.findings[0].expected == "9.9.9"


@pytest.mark.thorough
@needs_pools
def test_a_pool_that_is_not_waited_for_ends_at_once():
    pool = WorkerPool(2)
    futures = [pool.submit(time.sleep, 2 * HANG) for _ in range(2)]
    workers = workers_of(os.getpid(), 2)
    pool.shutdown(wait=False, cancel_futures=True)
    assert all_end(workers)
    assert all(isinstance(future.exception(HANG), BrokenExecutor) for future in futures)


# --- the parent's end -------------------------------------------------------------------------

PARENT = """
import sys, time
from renmin_docs.batch.pools import WorkerPool
if __name__ == "__main__":
    pool = WorkerPool(2)
    futures = [pool.submit(time.sleep, 0.2) for _ in range(4)]
    [future.result() for future in futures]
    busy = [pool.submit(time.sleep, 1000)] if sys.argv[1] == "busy" else []
    print("ready", flush=True)
    time.sleep(1000)
"""


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("way", ["idle", "busy"])
@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM"])
def test_workers_end_with_their_parent_however_it_ends(tmp_path, way, end):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, str(script), way], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
    )
    try:
        assert parent.stdout.readline() == b"ready\n"
        workers = workers_of(parent.pid, 2)
    finally:
        parent.send_signal(getattr(signal, end))
        parent.wait(HANG)
        parent.stdout.close()
    assert all_end(workers)


# --- no cluster -------------------------------------------------------------------------------


def test_without_dask_a_cluster_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(OutputError) as caught, cluster("tcp://127.0.0.1:1"):
        pass
    assert "renmin-docs[cluster]" in caught.value.message("zh")
