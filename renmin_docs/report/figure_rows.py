"""Figures as the rows of a table: 指标, 单位, 本年, 上年, 同比, from the same values as the text.

What stands in 本年 and 单位 is the figure's own printed form, taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias

from renmin_docs.figures import Breakdown, Change, Figure, Quantity, Share, Span
from renmin_docs.figures.arithmetic import CONTEXT, MOST_PLACES, digits, places_of, product, rounded
from renmin_docs.figures.tables import PERCENT, RATES, SCALES, longest_first
from renmin_docs.report.text import literal

FigureColumn: TypeAlias = Literal["name", "value", "unit", "previous"]

HEADINGS: dict[FigureColumn, str] = {"name": "指标", "value": "本年", "unit": "单位", "previous": "上年"}
"""The headings of figures' columns, in tables of reports and in workbooks where a data file names no others."""
NONE = "—"
"""What stands in a cell that a figure has nothing for."""

AMONG = "其中："
_BESIDE = "　" * len(AMONG)
"""Only the first part says 其中; the names of the others stand below its name."""


class FigureCells(NamedTuple):
    """One row: what stands in each column."""

    label: str
    unit: str
    current: str
    previous: str = NONE
    growth: str = NONE


class _Measured(NamedTuple):
    """A printed figure, taken apart: what it is counted in, and what stands for the number."""

    unit: str
    number: str


def rows_of(label: str, figure: Figure) -> Iterator[FigureCells]:
    """The rows of a figure: one, or a total and its parts below it.

    >>> from renmin_docs.figures import from_data
    >>> figure = from_data({"value": 975000000, "unit": "元", "previous": 881000000})
    >>> [tuple(row) for row in rows_of("营业额", figure)]
    [('营业额', '亿元', '9.75', '8.81', '10.67%')]
    """
    if not isinstance(figure, Breakdown):
        yield _row(label, figure)
        return
    yield from rows_of(label, figure.total)
    own_indent = label[: len(label) - len(label.lstrip("　"))]
    for index, (name, part) in enumerate(figure.parts.items()):
        before = _BESIDE if index else AMONG
        yield from rows_of(own_indent + before + literal(name), part)


def growth_unit(rows: Sequence[FigureCells]) -> str:
    """The unit of the column 同比: % where every growth is a rate; else each cell keeps its own."""
    shown = [row.growth for row in rows if row.growth != NONE]
    return PERCENT if shown and all(growth.endswith(PERCENT) for growth in shown) else ""


def _row(label: str, figure: Figure) -> FigureCells:
    if isinstance(figure, Change):
        return _of_two(label, figure.current, figure.previous, figure.rate)
    if figure.is_phrase:
        return _of_phrase(label, figure)
    current = _measured(figure.rate if isinstance(figure, Share) else figure)
    if not isinstance(figure, Quantity) or figure.previous is None:
        return FigureCells(label, *current)
    previous = _beside(figure, current, figure.previous)
    growth = NONE if figure.change is None else literal(str(figure.change))
    return FigureCells(label, *current, previous, growth)


def _of_two(label: str, figure: Quantity, before: Quantity, growth: Quantity) -> FigureCells:
    """The row of a change: its two values, the earlier one in the unit of the later, and the rate."""
    current, previous = _measured(figure), _measured(before)
    earlier = previous.number if previous.unit == current.unit else _beside(figure, current, before.value)
    return FigureCells(label, *current, earlier, literal(str(growth)))


def _of_phrase(label: str, figure: Any) -> FigureCells:
    """The row of a rank, a ratio, a fraction or doublings: it stands whole in its cell; a rank shows its move."""
    before = getattr(figure, "previous", None)
    if before is None:
        return FigureCells(label, NONE, literal(str(figure)))
    previous = str(figure.as_printed().replace(value=before))
    return FigureCells(label, NONE, str(figure), previous, format(figure, "升降"))


def _measured(figure: Figure) -> _Measured:
    """The printed figure taken apart: 亿元 and 9.75, 万元 and 10余, 家 and 300以上."""
    if isinstance(figure, Span):
        return _measured_span(figure)
    after = figure.hedge if str(figure).endswith(figure.hedge) else ""
    counted = str(figure).removesuffix(after)
    if not counted.endswith(figure.unit):  # 3个多月: the hedge stands within the unit
        return _Measured(NONE, literal(str(figure)))
    number = counted.removesuffix(figure.unit)
    scale = next(scale for scale in longest_first(SCALES) if number.endswith(scale))
    return _Measured(literal(scale + figure.unit) or NONE, literal(number.removesuffix(scale) + after))


def _measured_span(figure: Span) -> _Measured:
    """A range taken apart; the scale goes to the unit where both ends have the same (13～17 and 万元)."""
    first, last = _measured(figure.first), _measured(figure.last)
    sign = str(figure).removesuffix(str(figure.last))[-1]
    if first.unit == last.unit:
        return _Measured(last.unit, f"{first.number}{sign}{last.number}")
    ends = [str(end).removesuffix(figure.unit) for end in (figure.first, figure.last)]
    return _Measured(literal(figure.unit) or NONE, literal(sign.join(ends)))


def _beside(figure: Quantity, current: _Measured, value: Decimal) -> str:
    """An earlier value in the scale of the figure, at two decimals or as many as the figure prints."""
    scale = figure.shown().scale
    number = CONTEXT.divide(value, product(SCALES[scale], RATES.get(figure.unit, SCALES[""])))
    places = max(MOST_PLACES, figure.shown().places)
    if number:
        places = max(places, 1 - number.adjusted())  # what is not zero must not print 0
    number = rounded(number, places)
    return digits(number, places_of(number)) + ("" if current.unit.startswith(scale) else scale)
