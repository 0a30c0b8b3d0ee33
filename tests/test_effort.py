"""What a run tries outside CI: less, but each value of each factor."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.effort import share


@given(st.lists(st.integers(1, 6), min_size=2, max_size=4), st.text(max_size=5))
def test_a_share_of_a_product_has_each_value_of_each_factor(sizes, name):
    cases = list(product(*map(range, sizes)))
    tried = [cases[number] for number in share(cases, name)]
    assert [len(set(values)) for values in zip(*tried, strict=True)] == sizes
    assert len(tried) <= sum(sizes)


def test_a_share_of_a_list_is_an_eighth_or_one():
    assert [len(share([(case,) for case in range(number)], "a")) for number in (1, 3, 16, 300)] == [1, 1, 2, 37]


def test_tests_of_one_list_try_different_cases_and_always_the_same():
    cases = [(case,) for case in range(300)]
    assert share(cases, "a") == share(cases, "a") != share(cases, "b")
