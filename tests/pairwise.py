"""Few samples that hold every pair of levels of any two factors: where two parts disagree, one of them shows it."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CANDIDATES = 60


def pairs_of(row: Mapping[str, object]) -> set[tuple[tuple[str, object], ...]]:
    """Every two factors of a row with their levels."""
    return set(combinations(row.items(), 2))


def all_pairs(factors: Mapping[str, Sequence[object]]) -> list[dict[str, object]]:
    """Rows that together hold every pair; greedy, and the same in every run."""
    random = Random(9704)
    open_pairs = {
        ((one, level), (other, its))
        for one, other in combinations(factors, 2)
        for level in factors[one]
        for its in factors[other]
    }
    rows = []
    while open_pairs:
        start = dict(min(open_pairs, key=repr))
        candidates = (_completed(start, factors, open_pairs, random) for _ in range(_CANDIDATES))
        best = max(candidates, key=lambda row: len(pairs_of(row) & open_pairs))
        open_pairs -= pairs_of(best)
        rows.append(best)
    return rows


def _completed(start, factors, open_pairs, random: Random) -> dict[str, object]:
    """The start with each further factor, in any order, at the level that closes most pairs."""
    chosen, place = dict(start), {name: number for number, name in enumerate(factors)}
    for name in random.sample(list(factors), len(factors)):
        if name not in chosen:
            levels = random.sample(list(factors[name]), len(factors[name]))
            chosen[name] = max(levels, key=lambda level: _closed((name, level), chosen, place, open_pairs))
    return {name: chosen[name] for name in factors}


def _closed(mine, chosen, place, open_pairs) -> int:
    """How many pairs a factor's level closes with the chosen ones; `place` is the order of factors."""
    first = place[mine[0]]
    return sum(((mine, pair) if first < place[pair[0]] else (pair, mine)) in open_pairs for pair in chosen.items())
