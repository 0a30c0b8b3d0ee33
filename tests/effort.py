"""How much a run tries: all cases and a third of the random ones in CI, a share of both elsewhere."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

T = TypeVar("T")

THOROUGH = bool(os.environ.get("CI"))
"""Whether the run takes its time; `CI=true pytest` does."""
WHOLE = os.environ.get("RENMIN_DOCS_EXAMPLES") == "all"
"""Whether random cases are tried in their full number, for which CI has no time."""
_LEAST = 5 if THOROUGH else 3
_SHARE_IN_CI = 3
_SHARE = 30
_LESS = 3
_CASES_SHARE = 8


def examples(number: int, one_in: int = _SHARE_IN_CI) -> int:
    """How many of so many examples this run tries; CI one in so many."""
    if WHOLE:
        return number
    return min(number, max(_LEAST, number // (one_in if THOROUGH else _SHARE)))


def scaled(number: int) -> int:
    """How large an input is of which a smaller one shows nearly as much: the smaller one of a growth, say."""
    return number if THOROUGH else number // _LESS


def some(cases: Iterable[T], one_in: int = 2) -> list[T]:
    """All cases in CI, elsewhere one in so many: another one of each group, so that all values of a factor are met."""
    return [case for number, case in enumerate(cases) if THOROUGH or _turn(number, one_in) == 0]


def share(cases: Sequence[Sequence[Hashable]], name: str) -> set[int]:
    """Which cases of a test a run of whole folders tries, by their numbers.

    Of a product those in which each value of each factor is met; of a list one in eight. Which they are depends on the
    test, so that tests of one list try different ones, and always the same.

    Args:
        cases: The values of each, one for each factor.
        name: The test's name.
    """
    order = list(range(len(cases)))
    random.Random(name).shuffle(order)
    if len(cases[0]) == 1:
        return set(order[: max(1, len(cases) // _CASES_SHARE)])
    tried: set[int] = set()
    met: set[tuple[int, Hashable]] = set()
    for number in order:
        values = set(enumerate(cases[number]))
        if not values <= met:
            tried.add(number)
            met |= values
    return tried


def _turn(number: int, one_in: int) -> int:
    """Which case of its group a number is if each group begins with another one: the sum of digits of a base."""
    total = 0
    while number:
        number, digit = divmod(number, one_in)
        total += digit
    return total % one_in
