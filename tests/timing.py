"""How much an action costs, in a way that other programs on the machine can't change: CPU time and memory."""

import sys
import time
import tracemalloc

TRACED = sys.gettrace() is not None or (
    hasattr(sys, "monitoring") and sys.monitoring.get_tool(sys.monitoring.COVERAGE_ID) is not None
)
"""Whether coverage is measured, which slows every line of ours down."""


def timed(action):
    """What the action gives, and the CPU time of this process for it."""
    start = time.process_time()
    result = action()
    return result, time.process_time() - start


def cpu_seconds(action, repeat):
    """CPU time for one call, the best of several."""
    return min(timed(action)[1] for _ in range(repeat))


def growth(action, size, times=4, repeat=3):
    """How many times the CPU time is needed for `times` as much: about `times` if it grows in proportion.

    Small and large take turns, so that a slow moment of the machine meets both.
    """
    pairs = [(timed(lambda: action(size))[1], timed(lambda: action(size * times))[1]) for _ in range(repeat)]
    small, large = (min(seconds) for seconds in zip(*pairs, strict=True))
    return large / small


def growth_on(make, action, size, times=4, repeat=3):
    """The growth of an action alone, on subjects of two sizes that are made beforehand."""
    made = {each: make(each) for each in (size, size * times)}
    return growth(lambda each: action(made[each]), size, times, repeat)


def peak_memory(action):
    """The most memory, in bytes, that Python's objects take during the action."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
