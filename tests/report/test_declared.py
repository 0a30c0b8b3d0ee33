"""The declared figures beside a typed number, held against a comparison with each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.figures import from_data, parse
from renmin_docs.figures.tables import RATES, SCALES
from renmin_docs.report.declared import DeclaredQuantities, quantities, says_more

NUMBERS = st.one_of(st.sampled_from(["1", "1.03", "1.04", "1.1", "10", "1万", "1.0万", "1.03万"]), st.integers(1, 30))
HEDGED = st.one_of(
    st.builds("{}家".format, NUMBERS),
    st.builds("{}0余家".format, st.integers(1, 3)),
    st.builds("近{}家".format, NUMBERS),
    st.builds("达{}家".format, NUMBERS),
    st.builds("{}%".format, st.integers(1, 30)),
)
RAW = st.builds(
    lambda value, hedge: {"value": value, "unit": "家", "scale": "万", "hedge": hedge},
    st.integers(10_000, 10_400),
    st.just(""),
)
FIGURES = st.lists(st.one_of(HEDGED, RAW), max_size=12)


def precision(quantity):
    shown = quantity.shown()
    return SCALES[shown.scale] * RATES.get(quantity.unit, 1) * SCALES[""].scaleb(-shown.places)


def is_beside(typed, declared) -> bool:
    """Whether they differ by less than the coarser of them shows, or in their hedges alone."""
    if typed.unit != declared.unit:
        return False
    printed = declared.as_printed().value
    if typed.value not in (declared.value, printed):
        return abs(typed.value - declared.value) < max(precision(typed), precision(declared))
    both = says_more(typed) and says_more(declared)
    return typed.value == printed and both and typed.hedge != declared.hedge


@given(FIGURES, HEDGED)
def test_the_nearest_of_those_beside_a_number_are_named(declared, written):
    typed = parse(written)
    figures = {f"a{at}": from_data(data) for at, data in enumerate(declared)}
    beside = [name for name, figure in figures.items() if any(is_beside(typed, each) for each in quantities(figure))]
    found = list(DeclaredQuantities({name: quantities(each) for name, each in figures.items()}).beside(typed))
    assert set(found) <= set(beside)
    assert len(found) == min(3, len(beside))
    assert found == sorted(found, key=list(figures).index)

    def distance(name):
        return abs(figures[name].value - typed.value)

    assert max(map(distance, found), default=0) <= min(map(distance, set(beside) - set(found)), default=10**9)


@pytest.mark.parametrize("count", [1, 3, 500])
def test_three_are_enough(count):
    declared = {f"a{at}": [parse("9.75亿元")] for at in range(count)}
    assert DeclaredQuantities(declared).beside(parse("9.7亿元")) == ("a0", "a1", "a2")[:count]
