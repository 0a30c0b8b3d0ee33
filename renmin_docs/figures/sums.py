"""Whether parts can add up to a total, with what their hedges allow."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures.arithmetic import CONTEXT, tidy, total
from renmin_docs.figures.base import Figure
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.tables import HEDGES, RATES, SCALES, Bound

_ENDLESS = Decimal("Infinity")


class Reach(NamedTuple):
    """The least and the most that a figure can mean."""

    low: Decimal
    high: Decimal


def reach(figure: Figure) -> Reach | None:
    """What the true value can be, by the hedge; None where the figure has no value to add.

    A raw value with a step is known exactly, whatever its hedge prints.
    """
    if not isinstance(figure, Quantity):
        values = figure.values
        return Reach(values[0], values[-1]) if values else None
    if figure.step is not None or not figure.hedge:
        return Reach(figure.value, figure.value)
    return _bounded(figure.value, _grain(figure), HEDGES[figure.hedge].bound)


def _bounded(value: Decimal, grain: Decimal, bound: Bound) -> Reach:
    """The reach that a bound gives: up to a grain beside the value, or without end."""
    low, high = CONTEXT.subtract(value, grain), CONTEXT.add(value, grain)
    return {
        "about": Reach(low, high),
        "reached": Reach(value, value),
        "above": Reach(value, high),
        "below": Reach(low, value),
        "at_least": Reach(value, _ENDLESS),
        "at_most": Reach(Decimal(0), value),
    }[bound]


def _grain(figure: Quantity) -> Decimal:
    """The place of the last digit that is not a final zero: 100 of 1100余, 1万 of 31余万."""
    return Decimal(1).scaleb(figure.value.normalize(CONTEXT).as_tuple().exponent, CONTEXT)  # type: ignore[arg-type]


def sum_findings(whole: Figure, parts: tuple[Figure, ...], *, partial: bool) -> list[Finding]:
    """What the parts say against the total."""
    if all(part.unit in RATES for part in parts) and whole.unit not in RATES:
        return _share_findings(parts)
    strangers = [part for part in parts if part.unit not in (whole.unit, "")]
    if strangers:
        return [Finding("part_unit", found=str(part), expected=str(whole)) for part in strangers]
    return _disagreement(whole, parts, partial=partial)


def _disagreement(whole: Figure, parts: tuple[Figure, ...], *, partial: bool) -> list[Finding]:
    """The sum against the total; with a part unknown, only a sum beyond the total can be wrong."""
    limit = reach(whole)
    reaches = [each for each in map(reach, parts) if each is not None]
    if limit is None or not reaches:
        return []
    low, high = total(each.low for each in reaches), total(each.high for each in reaches)
    some = partial or len(reaches) < len(parts)
    if low <= limit.high and (some or high >= limit.low):
        return []
    return [Finding("parts_disagree", found=_written(parts, whole), expected=str(whole))]


def _written(parts: tuple[Figure, ...], whole: Figure) -> str:
    """The sum of the parts, written like the total, but exactly."""
    sums = total(part.values[0] for part in parts if part.values)
    return written_like(whole, sums)


def _share_findings(parts: tuple[Figure, ...]) -> list[Finding]:
    """Shares of a whole can't be over 100% together, rounding of each aside."""
    shares = [part for part in parts if isinstance(part, Quantity)]
    slack = CONTEXT.divide(total(_last_place(share) for share in shares), Decimal(2))
    sums = total(share.value for share in shares)
    if CONTEXT.subtract(sums, slack) < 1:
        return []
    return [Finding("shares_over", found=written_like(shares[0], sums), expected="100%")]


def _last_place(share: Quantity) -> Decimal:
    """What one in the last printed place of a share is worth."""
    printed = share.as_printed()
    return CONTEXT.multiply(RATES[share.unit], Decimal(1).scaleb(-(printed.places or 0), CONTEXT))


def written_like(figure: Figure, value: Decimal) -> str:
    """Another value in the unit and scale of a figure, with all the places that it needs."""
    scale = (figure.as_printed().scale if isinstance(figure, Quantity) else "") or ""
    worth = CONTEXT.multiply(SCALES[scale], RATES.get(figure.unit, Decimal(1)))
    return f"{tidy(CONTEXT.divide(value, worth)):f}{scale}{figure.unit}"
