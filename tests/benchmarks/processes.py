"""One process and two: the same reports in a loop, and through a warm pool of workers."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from data import TEMPLATE, different
from timing import Cost, Way, interleaved, median, ratio, table

from renmin_docs import Template, WorkReport

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 200
CHUNK = 25
LOOP = "one process, a loop"

_template: Template


def _open() -> None:
    global _template  # noqa: PLW0603 - a worker has one
    _template = Template.open(TEMPLATE)


def from_object(report: WorkReport) -> int:
    """The length of a report's document."""
    return len(report.to_bytes(template=_template))


def nothing_but_work(rounds: int) -> int:
    """The control: what the machine itself gives to a second process, at the time."""
    return sum(range(rounds))


def cpu_of(make: Callable[[Any], int], item: Any) -> float:
    """CPU seconds that a worker spends on one report; its unpickling is not among them."""
    start = time.process_time()
    make(item)
    return time.process_time() - start


def from_json(text: str) -> int:
    return from_object(WorkReport.model_validate_json(text))


def processes(documents: int) -> str:
    """The table of processes, for reports that come as objects and as JSON text."""
    reports = different(BATCH)
    as_json = [report.model_dump_json() for report in reports]
    assert [WorkReport.model_validate_json(text) for text in as_json] == reports
    _open()
    rows = []
    with ExitStack() as stack:
        pools = {count: stack.enter_context(_warm_pool(count)) for count in (1, 2)}
        for kind, make, batch in (
            ("objects", from_object, reports),
            ("JSON text", from_json, as_json),
            ("control: bare arithmetic", nothing_but_work, [100_000] * BATCH),
        ):
            rows += _rows(kind, make, batch, pools, documents)
    return table(
        ("reports come as", "way", "documents a second", "times the loop", "times a pool of 1", "CPU ms each"), rows
    )


def _warm_pool(workers: int) -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_open)
    list(pool.map(from_object, different(BATCH) * workers))
    return pool


def _rows(
    kind: str, make: Callable[..., int], batch: list[Any], pools: dict[int, ProcessPoolExecutor], documents: int
) -> list[tuple[str, ...]]:
    ways = [_way(LOOP, make, batch, None), *(_way(f"a pool of {n}", make, batch, pool) for n, pool in pools.items())]
    costs = interleaved(ways, max(1, documents // BATCH), turn=0)
    loop, single = costs[LOOP], costs["a pool of 1"]
    return [
        (
            kind,
            name,
            f"{BATCH / median(mine):,.0f}",
            f"{ratio(loop, mine):.2f}",
            f"{ratio(single, mine):.2f}",
            f"{median(mine, 'cpu') / BATCH * 1000:.2f}",
        )
        for name, mine in costs.items()
    ]


def _way(name: str, make: Callable[..., int], batch: list[Any], pool: ProcessPoolExecutor | None) -> Way:
    """A batch of reports, by a pool or in this process."""

    def run(times: int) -> Cost:
        wall, cpu = time.perf_counter(), time.process_time()
        in_workers = 0.0
        for _ in range(times):
            if pool:
                in_workers += sum(pool.map(partial(cpu_of, make), batch, chunksize=CHUNK))
            else:
                list(map(make, batch))
        return Cost(time.perf_counter() - wall, time.process_time() - cpu + in_workers)

    return Way(name, run)
