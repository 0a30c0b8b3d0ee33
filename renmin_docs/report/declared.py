"""The declared quantities of a report, indexed by what they count and how much, to find those beside a typed number.

A report may declare thousands of figures and a text have tens of thousands of numbers: nothing here compares each
with each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from renmin_docs.figures import Breakdown, Figure, Quantity
from renmin_docs.figures.arithmetic import places_of, rounded
from renmin_docs.figures.tables import RATES, SCALES

_MOST = 3
"""How many declared figures are named beside a typed number: the nearest ones."""
_MOST_RATIOS = 16
"""How many ratios with equal terms are looked at."""


class _Row(NamedTuple):
    """A declared quantity; rows sort by value, then in declared order."""

    value: Decimal
    order: int
    printed: Decimal
    name: str


class DeclaredQuantities:
    """What `figures` declares, to be asked about many typed numbers.

    Args:
        declared: Name of a figure → the quantities that it can print.
    """

    def __init__(self, declared: Mapping[str, Iterable[Quantity]]) -> None:
        self._units: defaultdict[str, _Unit] = defaultdict(_Unit)
        self._known: dict[tuple[str, Decimal, Decimal, str], tuple[str, ...]] = {}
        order = 0
        for name, counted in declared.items():
            for quantity in counted:
                self._units[quantity.unit].declared.append((order, name, quantity))
                order += 1

    def beside(self, typed: Quantity) -> tuple[str, ...]:
        """The figures that nearly say what a typed number says, or the same with another hedge; in declared order."""
        if typed.unit not in self._units:
            return ()
        key = (typed.unit, typed.value, _precision(typed), typed.hedge)
        if key not in self._known:
            self._known[key] = self._units[typed.unit].beside(typed)
        return self._known[key]


class _Unit:
    """The declared quantities of one unit; sorted when the first number of this unit comes."""

    def __init__(self) -> None:
        self.declared: list[tuple[int, str, Quantity]] = []
        self._rows: defaultdict[Decimal, list[_Row]] = defaultdict(list)
        self._hedged: defaultdict[Decimal, defaultdict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))

    def beside(self, typed: Quantity) -> tuple[str, ...]:
        self._sort()
        rows = [*self._near(typed), *self._hedged_otherwise(typed)]
        nearest = sorted(rows, key=lambda row: (abs(row.value - typed.value), row.order))
        names = {row.name: row for row in reversed(nearest)}
        return tuple(sorted(islice(reversed(names), _MOST), key=lambda name: names[name].order))

    def _sort(self) -> None:
        """Put the quantities into their places, at the first call."""
        for order, name, quantity in self.declared:
            row = _Row(quantity.value, order, quantity.value_of(quantity.shown()), name)
            self._rows[_precision(quantity)].append(row)
            if says_more(quantity):
                self._hedged[row.printed][quantity.hedge].append(row)
        if self.declared:
            self.declared = []
            for rows in self._rows.values():
                rows.sort()

    def _near(self, typed: Quantity) -> Iterator[_Row]:
        """The nearest rows that differ from the typed number by less than the coarser of the two shows."""
        value = typed.value
        for precision, rows in self._rows.items():
            reach = max(precision, _precision(typed))
            first, last = bisect_right(rows, value - reach, key=_value), bisect_left(rows, value + reach, key=_value)
            below, above = bisect_left(rows, value, key=_value), bisect_right(rows, value, key=_value)
            for places in (range(below - 1, first - 1, -1), range(above, last)):
                yield from _some(rows[place] for place in places if rows[place].printed != value)

    def _hedged_otherwise(self, typed: Quantity) -> Iterator[_Row]:
        """Rows that print the same number, each with a hedge, and not the same hedge."""
        if says_more(typed):
            for hedge, rows in self._hedged.get(typed.value, {}).items():
                if hedge != typed.hedge:
                    yield from _some(rows)


class DeclaredRatios:
    """The declared ratios, by all of their terms but one."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._names: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        self._figures = figures
        for name, figure in figures.items():
            for key in _rests(figure) if figure.kind == "ratio" else ():
                self._names[key].append(name)

    def beside(self, typed: Figure) -> tuple[str, ...]:
        """The declared ratios from which a typed one differs in one term; of two terms only a little."""
        found = dict.fromkeys(name for key in _rests(typed) for name in self._names.get(key, ())[:_MOST_RATIOS])
        beside = [name for name in found if _is_near(self._figures[name].values, typed.values)]
        return () if any(self._figures[name].values == typed.values for name in found) else tuple(beside[:_MOST])


def _rests(ratio: Figure) -> Iterator[tuple[object, ...]]:
    """The terms of a ratio without one, for each, with its place."""
    return ((at, ratio.values[:at], ratio.values[at + 1 :]) for at in range(len(ratio.values)))


def _is_near(ratio: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> bool:
    """Whether two ratios that differ in one term may be meant for one; 1.86:1 and 1.93:1 are of two years."""
    if len(ratio) > 2:
        return True
    one, two = next(pair for pair in zip(ratio, other, strict=True) if pair[0] != pair[1])
    places = min(places_of(one), places_of(two))
    is_swapped = sorted(f"{one:f}") == sorted(f"{two:f}")
    return is_swapped or rounded(one, places) == rounded(two, places)


def quantities(figure: Figure) -> tuple[Quantity, ...]:
    """The single quantities that a figure can print."""
    if isinstance(figure, Quantity):
        return (figure,) if (change := figure.change) is None else (figure, change)
    if isinstance(figure, Breakdown):
        return tuple(part for inner in (figure.total, *figure.parts.values()) for part in quantities(inner))
    return () if figure.rate is None else (figure.rate,)


def says_more(quantity: Quantity) -> bool:
    """Whether it has a hedge that says something of the value.

    达 only says that it was reached; 5000万以上 and 5000万以下 are limits of two classes, each right.
    """
    return bool(quantity.hedge) and quantity.hedge_row.bound in ("about", "above", "below")


def _precision(quantity: Quantity) -> Decimal:
    """What one in the last printed place is worth, in base units."""
    shown = quantity.shown()
    return SCALES[shown.scale] * RATES.get(quantity.unit, 1) * SCALES[""].scaleb(-shown.places)


def _some(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The first rows with as many different names as are asked for."""
    seen: set[str] = set()
    for row in rows:
        seen.add(row.name)
        yield row
        if len(seen) == _MOST:
            return


def _value(row: _Row) -> Decimal:
    return row.value
