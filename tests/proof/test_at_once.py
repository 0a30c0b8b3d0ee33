"""64 renders at once, from threads and from processes: each is what it is alone."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import product
from multiprocessing import get_context
from threading import Barrier

import pytest

from renmin_docs import Template
from renmin_docs.builtin_templates import find
from tests.proof.test_naive import DEEP, EXAMPLE, SAMPLES, SIGNED, SPECIAL
from tests.samples import numbered_report
from tests.systems import needs_pools
from tests.waiting import HANG

REPORTS = [EXAMPLE, SIGNED, DEEP, SPECIAL, SAMPLES["ladder"], SAMPLES["tabs"], numbered_report(1), numbered_report(60)]
JOBS = [*product(range(len(REPORTS)), ("typed", "native"))] * 4
assert len(JOBS) == 64


@pytest.fixture(scope="module")
def alone() -> list[bytes]:
    """Each document made by a template of its own, one after another."""
    return [Template.open("work_report").render(REPORTS[index], numbering=way) for index, way in JOBS]


def by_template(template: Template, index: int, numbering: str) -> bytes:
    return template.render(REPORTS[index], numbering=numbering)


def by_path(path: str, index: int, numbering: str) -> bytes:
    return REPORTS[index].to_bytes(template=path, numbering=numbering)


@pytest.mark.parametrize(("given", "workers"), [("one template", 64), ("a path", 8)])
def test_64_renders_in_threads(alone, given, workers):
    """Through a path each thread that finds no compiled template yet compiles one, so fewer are let loose."""
    template, path = Template.open("work_report"), find("work_report")
    start, interval = Barrier(workers), sys.getswitchinterval()

    def make(number):
        if number < workers:
            start.wait(HANG)
        return by_template(template, *JOBS[number]) if given == "one template" else by_path(path, *JOBS[number])

    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(workers) as pool:
            together = list(pool.map(make, range(64)))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone


def test_64_saves_to_one_folder_at_once(alone, tmp_path):
    def save(number):
        index, way = JOBS[number]
        REPORTS[index].save(tmp_path / f"{number}.docx", numbering=way)

    with ThreadPoolExecutor(64) as pool:
        list(pool.map(save, range(64)))
    assert [(tmp_path / f"{number}.docx").read_bytes() for number in range(64)] == alone
    assert len(list(tmp_path.iterdir())) == 64


@pytest.fixture(scope="module")
def processes():
    """Two processes, started once."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


@needs_pools
@pytest.mark.parametrize("given", ["one template", "a path"])
def test_64_renders_in_processes(alone, processes, given):
    indexes, ways = zip(*JOBS, strict=True)
    template = Template.open("work_report")
    make, first = (by_template, template) if given == "one template" else (by_path, find("work_report"))
    together = list(processes.map(make, [first] * 64, indexes, ways, chunksize=8))
    assert together == alone


def test_a_pickled_template_renders_the_same(alone):
    template = pickle.loads(pickle.dumps(Template.open("work_report")))
    assert [by_template(template, *job) for job in JOBS[:16]] == alone[:16]
