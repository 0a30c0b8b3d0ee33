"""Ways of doing the same thing, timed in turn, and the tables that come of it.

Two clocks run: the wall's, which is what a person waits for, and the CPU's, which other programs on a
shared machine move much less.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
import zlib
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

TURN = 0.04
"""Seconds that a way has in each turn: long enough for its own caches, short enough for a shared machine."""

Clock = Literal["wall", "cpu"]

LIBRARIES = ("renmin-docs", "docxtpl", "python-docx", "jinja2", "lxml", "pydantic", "ruamel.yaml")


class Cost(NamedTuple):
    """Seconds by the two clocks."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Way:
    """One way of doing what is measured.

    Attributes:
        name: As the tables show it.
        run: Does it so many times and returns what this took.
    """

    name: str
    run: Callable[[int], Cost]


def way(name: str, function: Callable[[], Any]) -> Way:
    """A way that is a Python function."""

    def run(times: int) -> Cost:
        wall, cpu = time.perf_counter(), cpu_seconds()
        for _ in range(times):
            function()
        return Cost(time.perf_counter() - wall, cpu_seconds() - cpu)

    return Way(name, run)


def cpu_seconds() -> float:
    """CPU time of this process and of the children that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def interleaved(ways: Sequence[Way], rounds: int, turn: float = TURN) -> dict[str, list[Cost]]:
    """What each way costs in each round: A B C A B C …, each for about one turn."""
    times = {each.name: max(1, int(turn / _warm(each))) for each in ways}
    costs: dict[str, list[Cost]] = {each.name: [] for each in ways}
    for _ in range(rounds):
        for each in ways:
            wall, cpu = each.run(times[each.name])
            costs[each.name].append(Cost(wall / times[each.name], cpu / times[each.name]))
    return costs


def _warm(each: Way) -> float:
    each.run(1)
    return each.run(1).wall


def median(costs: Iterable[Cost], clock: Clock = "wall") -> float:
    return statistics.median(getattr(cost, clock) for cost in costs)


def ratio(upper: Sequence[Cost], lower: Sequence[Cost], clock: Clock = "wall") -> float:
    """The median of the rounds' own ratios, which a drifting machine moves least."""
    pairs = zip(upper, lower, strict=True)
    return statistics.median(getattr(one, clock) / getattr(other, clock) for one, other in pairs)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.1 else f"{seconds * 1000:,.0f}"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def machine() -> str:
    """What the figures were taken on, as a Markdown table."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    rows = [
        ("cores", os.cpu_count()),
        ("system", f"{platform.system()} {platform.machine()}"),
        ("Python", python),
        ("load when it began", f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"),
        *((name, version(name)) for name in LIBRARIES),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION),
    ]
    return table(("machine", ""), rows)
