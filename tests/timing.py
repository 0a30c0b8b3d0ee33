"""How much an action costs, judged so that a slow machine and a busy one come to the same verdict as any other.

No test compares seconds with a constant. What a test holds is

- a growth: the cost of four times as much by the cost of so much, which is 4 in proportion and 16 in the square;
  `growth(action, size) < LINEAR`;
- a cost in units of `reference`, a fixed piece of work that is timed just before and after;
  `cost(action, within=SOON).units < SOON`;
- memory (`peak_memory`), or work that is counted.

Other programs slow an action down and never speed it up. So an action is timed several times, small and large in turn,
the least time counts, and what seems too slow is measured again: a slow moment passes, a slow action stays. Clocks
count the processor's time of this process; where they go in steps (15 ms on Windows), an action is repeated until it
has lasted for many of them. Coverage's tracing, which slows our lines down and not the reference's, stops meanwhile.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections import deque
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tests.effort import THOROUGH
from tests.tracing import untraced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_TIMES = 4
LINEAR = 8
"""A growth below this is in proportion: half way, in factors, between 4 and the square's 16."""
TRACED = sys.gettrace() is not None or (
    hasattr(sys, "monitoring") and sys.monitoring.get_tool(sys.monitoring.COVERAGE_ID) is not None
)
"""Whether coverage is measured, which keeps objects of its own."""
SOON = 600
"""A cost, in units of `reference`, after which people begin to wonder: one or two seconds on an ordinary machine."""
_TURNS, _MOST_TURNS = 2 if THOROUGH else 1, 12
"""How often a growth is measured at least, and at most where it seems to be none in proportion."""
_TRIES = 5
"""How often a cost is measured at most where it seems to be above its limit."""
_STEPS = 10
"""Steps of the clock that a measurement lasts at least: the error is below a tenth."""
_ENOUGH = 0.005
"""Seconds that a measurement lasts at least, however fine the clock is."""
_WORDS = 4_000


def reference() -> int:
    """A fixed piece of ordinary Python work, the unit of all costs: some milliseconds."""
    words = [f"{number:05d}" for number in range(_WORDS)]
    places = {"".join(reversed(word)): place for place, word in enumerate(sorted(words, reverse=True))}
    return sum(place for word, place in places.items() if word.startswith("1"))


def seconds_of(action: Callable[[], Any]) -> float:
    """The processor's seconds for one call, over as many calls as any clock can tell apart."""
    enough = max(_ENOUGH, _STEPS * _step_of_the_clock())
    calls, start = 0, time.process_time()
    while (seconds := time.process_time() - start) < enough:
        calls += 1
        action()
    return seconds / calls


@cache
def _step_of_the_clock() -> float:
    """The least difference that the clock shows; Windows claims 100 ns and counts in steps of 15 ms."""
    steps = []
    for _ in range(3):
        start = now = time.process_time()
        while now == start:
            now = time.process_time()
        steps.append(now - start)
    return min(steps)


class Cost(NamedTuple):
    """What an action gave, and what it cost in units of `reference`."""

    result: Any
    units: float


def cost(action: Callable[[], Any], within: float) -> Cost:
    """An action's result and its cost, the least of several where it seems to be above a limit.

    Args:
        action: What to measure; it may be called several times.
        within: The limit, in units of `reference`.
    """
    costs: list[Cost] = []
    with untraced():
        while not costs or (costs[-1].units >= within and len(costs) < _TRIES):
            costs.append(_cost(action))
    return min(costs, key=lambda each: each.units)


def _cost(action: Callable[[], Any]) -> Cost:
    results: deque[Any] = deque(maxlen=1)
    before = seconds_of(reference)
    seconds = seconds_of(lambda: results.append(action()))
    return Cost(results.pop(), 2 * seconds / (before + seconds_of(reference)))


def growth(action: Callable[[int], Any], size: int, within: float = LINEAR) -> float:
    """How many times the processor's time is needed for four times as much: about 4 if it grows in proportion.

    Args:
        action: What takes time for a size; it is called several times, so it must not remember what it gave.
        size: The smaller size, large enough that the action's fixed part does not hide the part that grows.
        within: The limit; a growth above it is measured again.
    """
    small = large = float("inf")
    with untraced(), _without_collector():
        for turn in range(1, _MOST_TURNS + 1):
            small = min(small, seconds_of(lambda: action(size)))
            large = min(large, seconds_of(lambda: action(_TIMES * size)))
            if turn >= _TURNS and large / small < within:
                break
    return large / small


def growth_on(make: Callable[[int], Any], action: Callable[[Any], Any], size: int, within: float = LINEAR) -> float:
    """The growth of an action alone, on subjects of two sizes that are made beforehand."""
    made = {each: make(each) for each in (size, _TIMES * size)}
    return growth(lambda each: action(made[each]), size, within)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without the garbage collector, whose work depends on all that the process holds from other tests."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def peak_memory(action: Callable[[], Any]) -> int:
    """The most memory, in bytes, that Python's objects take during the action."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
