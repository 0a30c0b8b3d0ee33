"""How much an action costs, compared with other work on the same machine in the same moment.

No test compares seconds with a constant: machines differ, and slow down while others work on them. What a test holds is
a growth (the cost of much by the cost of little) or a cost in units of `reference`, a fixed piece of work that is
timed just before and after. Clocks count the processor's time of this process; those of Windows go in steps of 15 ms.
"""

from __future__ import annotations

import math
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TRACED = sys.gettrace() is not None or (
    hasattr(sys, "monitoring") and sys.monitoring.get_tool(sys.monitoring.COVERAGE_ID) is not None
)
"""Whether coverage is measured, which slows every line of ours down."""

_ENOUGH = 0.064 if sys.platform == "win32" else 0.01
"""Seconds that a measure must last at least: some steps of the clock, and no blink of an eye."""
SOON = 600
"""A cost, in units of `reference`, after which people begin to wonder: one or two seconds on an ordinary machine."""
_TRIES = 3
"""How often a cost above its limit is measured: a slow moment passes, a slow action stays."""
_CLEARLY_ABOVE = 1.4
"""Times the proportion, above which a growth is measured again."""
_WORDS = 4_000


def reference() -> int:
    """A fixed piece of ordinary Python work, the unit of all costs: some milliseconds."""
    words = [f"{number:05d}" for number in range(_WORDS)]
    places = {"".join(reversed(word)): place for place, word in enumerate(sorted(words, reverse=True))}
    return sum(place for word, place in places.items() if word.startswith("1"))


def timed(action: Callable[[], Any]) -> tuple[Any, float]:
    """What the action gives, and the processor's seconds for it."""
    start = time.process_time()
    result = action()
    return result, time.process_time() - start


def seconds_of(action: Callable[[], Any]) -> float:
    """The processor's seconds for one call, over as many calls as any clock can tell apart."""
    calls, seconds = 0, 0.0
    while seconds < _ENOUGH:
        calls += 1
        seconds += timed(action)[1]
    return seconds / calls


class Cost(NamedTuple):
    """What an action gave, and what it cost in units of `reference`."""

    result: Any
    units: float


def cost(action: Callable[[], Any], within: float) -> Cost:
    """An action's result and its cost, measured again where it seems to be above a limit.

    Args:
        action: What to measure; it may be called several times.
        within: The limit, in units of `reference`.
    """
    costs = []
    for _ in range(_TRIES):
        before = seconds_of(reference)
        result, seconds = timed(action)
        costs.append(Cost(result, 2 * seconds / (before + seconds_of(reference))))
        if costs[-1].units < within:
            break
    return min(costs, key=lambda each: each.units)


def growth(action: Callable[[int], Any], size: int, times: int = 4, repeat: int = 3) -> float:
    """How many times the processor's time is needed for `times` as much: about `times` if it grows in proportion.

    Small and large take turns, so that a slow moment of the machine meets both; what is clearly above proportion is
    measured again, since such a moment passes, and what grows faster stays so.
    """
    found = math.inf
    for _ in range(_TRIES):
        pairs = [(seconds_of(lambda: action(size)), seconds_of(lambda: action(size * times))) for _ in range(repeat)]
        small, large = (min(seconds) for seconds in zip(*pairs, strict=True))
        found = min(found, large / small)
        if found < _CLEARLY_ABOVE * times:
            break
    return found


def growth_on(
    make: Callable[[int], Any], action: Callable[[Any], Any], size: int, times: int = 4, repeat: int = 3
) -> float:
    """The growth of an action alone, on subjects of two sizes that are made beforehand."""
    made = {each: make(each) for each in (size, size * times)}
    return growth(lambda each: action(made[each]), size, times, repeat)


def peak_memory(action: Callable[[], Any]) -> int:
    """The most memory, in bytes, that Python's objects take during the action."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
