"""Runs of marks of one form on two levels: 一、 of the chapters, and 一、 二、 anew within them.

A mark belongs to the outer run or to the inner one. Of all ways to assign them, the one is taken in which the numbers
run on best; a sentence that announces a series is evidence that the inner run begins behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.kinds import KINDS, kind_of_head

if TYPE_CHECKING:
    from renmin_docs.intake.prose.dividing import Unit

_BREAK, _BACK = 1.0, 2.0
"""What a number out of turn costs, and one that goes back."""
_BEGUN, _BEGUN_LATER, _BEGUN_ANYWHERE = 1.1, 1.4, 3.0
"""What an inner run costs that nothing announces: straight behind a heading that tells of a kind, further below it, and
under any other: one slip makes no second level."""
_LEFT_OPEN = 3.0
"""What an inner run costs that no outer mark follows; chapters alone may end so."""
_SAYS_NOTHING, _SAYS_KIND = 0.1, 0.1
"""What an outer heading costs that tells of no kind, and an inner one that tells of problems or plans."""
_MOST_WAYS = 8
_ANNOUNCES = ("：", ":", "如下。", "以下。", "工作。")


class Counted(NamedTuple):
    """A mark of the form.

    Attributes:
        place: The place of its unit.
        number: What it counts.
        is_fresh: A mark of a higher form stands before it, so that all counting begins anew.
        is_announced: The text before it announces a series.
        kind: The kind that its heading tells; empty for marks below those of chapters.
    """

    place: int
    number: int
    is_fresh: bool
    is_announced: bool
    kind: str


class _Way(NamedTuple):
    """A way to assign the marks up to one: its cost, its last outer mark, and the way up to that."""

    cost: float
    last: Counted | None = None
    before: _Way | None = None


def outer_places(units: list[Unit], form: str, higher: Iterable[str]) -> list[int]:
    """The places of the outer marks of a form; none where all of its marks are on one level.

    Args:
        units: The units.
        form: The form.
        higher: The forms above it.
    """
    above = set(higher)
    counted = list(_counted(units, form, above))
    if not any(mark.number == 1 and not mark.is_fresh for mark in counted):  # no run begins anew
        return []
    ways: dict[tuple[int, int], _Way] = {(0, 0): _Way(0.0)}
    for mark in counted:
        ways = _continued(_closed(ways, is_open_dear=bool(above)) if mark.is_fresh else ways, mark)
    best = min(_closed(ways, is_open_dear=bool(above)).values(), key=lambda way: way.cost)
    outer = list(_places(best))[::-1]
    return outer if len(outer) < len(counted) else []


def _counted(units: list[Unit], form: str, above: set[str]) -> Iterator[Counted]:
    fresh = True
    for place, unit in enumerate(units):
        if unit.mark and unit.mark.form == form:
            announced = place > 0 and units[place - 1].text.endswith(_ANNOUNCES)
            yield Counted(place, unit.mark.number, fresh, announced, "" if above else kind_of_head(unit.text))
            fresh = False
        elif unit.mark and unit.mark.form in above:
            fresh = True


def _closed(ways: dict[tuple[int, int], _Way], *, is_open_dear: bool) -> dict[tuple[int, int], _Way]:
    """The best way, with both runs ended."""
    ended = (
        way._replace(cost=way.cost + _LEFT_OPEN * (is_open_dear and inner > 0)) for (_, inner), way in ways.items()
    )
    return {(0, 0): min(ended, key=lambda way: way.cost)}


def _continued(ways: dict[tuple[int, int], _Way], mark: Counted) -> dict[tuple[int, int], _Way]:
    """The ways up to one mark more, the best for each state of both runs."""
    found: dict[tuple[int, int], _Way] = {}
    for state, way in sorted(_assigned(ways, mark), key=lambda each: each[1].cost):
        if state not in found and len(found) < _MOST_WAYS:
            found[state] = way
    return found


def _assigned(ways: dict[tuple[int, int], _Way], mark: Counted) -> Iterator[tuple[tuple[int, int], _Way]]:
    for (outer, inner), way in ways.items():
        cost = _break(mark.number, outer) + _SAYS_NOTHING * (not mark.kind)
        yield (mark.number, 0), _Way(way.cost + cost, mark, way)
        if outer and way.last:
            cost = _break(mark.number, inner) if inner else _beginning(mark, way.last)
            cost = way.cost + cost + _SAYS_KIND * (mark.kind in KINDS[1:])
            yield (outer, mark.number), _Way(cost, way.last, way.before)


def _break(number: int, last: int) -> float:
    if number == last + 1:
        return 0.0
    return _BACK if number < last else _BREAK


def _beginning(mark: Counted, outer: Counted) -> float:
    """What it costs to begin an inner run with a mark under an outer one."""
    if mark.is_announced:
        cost = 0.0
    elif outer.kind:
        cost = _BEGUN if mark.place == outer.place + 1 else _BEGUN_LATER
    else:
        cost = _BEGUN_ANYWHERE
    return cost + _BREAK * (mark.number != 1)


def _places(way: _Way | None) -> Iterator[int]:
    while way is not None and way.last is not None:
        yield way.last.place
        way = way.before
