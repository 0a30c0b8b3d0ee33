"""What tests measure time by: growths and costs that hold on any machine."""

import gc
import random
import sys

import pytest

from tests import timing
from tests.effort import some
from tests.timing import LINEAR, cost, growth, growth_on, reference, seconds_of


def _times(count):
    return lambda: [reference() for _ in range(count)]


def test_a_cost_is_counted_in_units_of_the_reference():
    most = 20
    assert 3 < cost(_times(8), most).units < most


def test_a_cost_above_its_limit_is_measured_again():
    calls = []
    assert cost(lambda: calls.append(reference()), 0).result is None
    assert len(calls) > 3


def test_a_cost_keeps_what_the_action_gave():
    assert cost(lambda: "甲", 1_000).result == "甲"


def in_proportion(size):
    return [sum(range(100)) for _ in range(size)]


def in_the_square(size):
    return [sum(range(size)) for _ in range(size)]


@pytest.fixture
def few_turns(monkeypatch):
    """What is no growth in proportion is measured until the last turn."""
    monkeypatch.setattr(timing, "_MOST_TURNS", 4)


@pytest.mark.usefixtures("few_turns")
def test_growth_tells_proportion_from_a_square():
    assert growth(in_proportion, 300) < LINEAR < growth(in_the_square, 300)


def test_what_is_made_beforehand_is_not_measured():
    assert growth_on(in_the_square, len, 300, within=2) < 2


@pytest.mark.usefixtures("few_turns")
@pytest.mark.parametrize("step", some([0.004, 0.0001]))
def test_a_clock_that_goes_in_steps_gives_the_same_verdict(monkeypatch, step):
    """As that of Windows, in larger ones, where most of what is tested takes less than a step."""
    timing._step_of_the_clock.cache_clear()
    if timing._step_of_the_clock() > step:
        pytest.skip("the clock goes in larger steps here already")
    fine = timing.time.process_time
    monkeypatch.setattr(timing.time, "process_time", lambda: fine() // step * step)
    timing._step_of_the_clock.cache_clear()
    try:
        assert timing._step_of_the_clock() == pytest.approx(step, rel=0.1)
        assert growth(in_proportion, 300) < LINEAR < growth(in_the_square, 300)
        assert 3 < cost(_times(8), 20).units < 20
    finally:
        timing._step_of_the_clock.cache_clear()


def test_a_slow_moment_passes():
    """A third of the calls, at no fixed distance, which might be that of the measurements, takes ten times as long."""
    moments = random.Random(0)

    def sometimes_slow(size):
        return [in_proportion(size) for _ in range(10 if moments.random() < 1 / 3 else 1)]

    assert growth(sometimes_slow, 3_000) < LINEAR


def test_neither_coverage_nor_the_collector_disturbs_and_both_go_on_afterwards():
    before, states = (sys.gettrace(), gc.isenabled()), set()
    growth(lambda _: states.add((sys.gettrace(), gc.isenabled())), 1)
    assert states == {(None, False)}
    assert (sys.gettrace(), gc.isenabled()) == before


def test_an_action_that_fails_leaves_all_as_it_was():
    before = sys.gettrace(), gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        growth(lambda size: size / 0, 1)
    assert (sys.gettrace(), gc.isenabled()) == before


def test_a_short_action_is_repeated():
    calls = []
    assert 0 < seconds_of(lambda: calls.append(1)) < seconds_of(reference)
    assert len(calls) > 100
