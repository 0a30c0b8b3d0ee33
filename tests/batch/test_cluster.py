"""More than one machine: a real Dask cluster of a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

from renmin_docs import OutputError
from renmin_docs.batch import pools
from renmin_docs.batch.api import render_all
from renmin_docs.batch.pools import cluster
from renmin_docs.builtin_templates import find
from tests.batch.districts import data_files, documents, manifest, report, states
from tests.batch.processes import environment
from tests.proof.test_at_once import REPORTS
from tests.waiting import HANG, wait_until

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="distributed is not installed")


@contextmanager
def dask(folder, *words):
    """A process of Dask, which speaks to no outside address and shows no dashboard."""
    with (folder / f"{words[0]}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words, "--no-dashboard", "--host", "127.0.0.1"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(),
            cwd=folder,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait(HANG)


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """The address of a scheduler, and its two workers."""
    folder = tmp_path_factory.mktemp("dask")
    note = folder / "scheduler.json"
    worker = ("worker", "--scheduler-file", str(note), "--no-nanny", "--nthreads", "1")
    with (
        dask(folder, "scheduler", "--scheduler-file", str(note), "--port", "0"),
        dask(folder, *worker) as one,
        dask(folder, *worker) as two,
    ):
        yield _address(note), (one, two)


def _address(note):
    wait_until(lambda: note.exists() and note.stat().st_size, "the scheduler to start")
    from distributed import Client  # half a second, for each process that collects this module

    address = json.loads(note.read_text())["address"]
    with Client(address, timeout=HANG, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=HANG)
    return address


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_64_at_once_on_a_cluster_are_what_they_are_alone(tmp_path, machines, numbering):
    said = [(f"{index}", REPORTS[index % len(REPORTS)]) for index in range(64)]
    with cluster(machines[0]) as workers:
        assert workers.in_flight == 64
        result = render_all(
            said, tmp_path, numbering=numbering, names="{input}", executor=workers.executor, in_flight=64
        )
    alone = [each.to_bytes(numbering=numbering) for each in REPORTS]
    assert [outcome.output.read_bytes() for outcome in result] == alone * 8


def test_a_cluster_makes_the_same_and_does_without_a_worker_that_dies_in_mid_run(tmp_path, machines):
    address, (one, _) = machines
    paths = data_files(tmp_path / "data", 50)
    paths[7].write_text("year: 2022\n", encoding="utf-8")
    ours = tmp_path / "ours.docx"
    ours.write_bytes(find("work_report").read_bytes())
    said = [*paths, *((f"甲{index}", report(f"甲{index}街道")) for index in range(10))]
    alone = render_all(said, tmp_path / "alone", template=ours)
    ended = []

    def kill_one(outcome):
        ended.append(outcome)
        if len(ended) == 10:
            one.kill()

    with cluster(address) as workers:
        together = render_all(
            said, tmp_path / "together", template=ours, executor=workers.executor, in_flight=20, progress=kill_one
        )
    assert one.wait(HANG) != 0
    assert states(together) == states(alone)
    assert states(together).count("failed") == 1
    assert documents(tmp_path / "together") == documents(tmp_path / "alone")
    assert manifest(tmp_path / "together") == manifest(tmp_path / "alone")


def test_an_address_where_no_scheduler_answers_is_named(monkeypatch):
    monkeypatch.setattr(pools, "_SECONDS", "1s")
    with pytest.raises(OutputError) as caught, cluster("tcp://127.0.0.1:9"):
        pass
    assert caught.value.message("zh").startswith("tcp://127.0.0.1:9 没有调度器应答")


@pytest.mark.parametrize("address", ["nonsense", "ftp://x", ""])
def test_what_is_no_address_is_named(monkeypatch, address):
    monkeypatch.setattr(pools, "_SECONDS", "1s")
    with pytest.raises(OutputError) as caught, cluster(address):
        pass
    assert caught.value.findings[0].rule == "cluster_unreachable"
