"""Figures from raw values: `count`, `money`, `rate`, `change` and the rest.

What is wrong is refused with a FigureError that holds all faults of the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.arithmetic import CONTEXT, exact, places_of, product, stepped
from renmin_docs.figures.base import Figure, built
from renmin_docs.figures.breakdown import Breakdown
from renmin_docs.figures.compared import Change, Compared, Share
from renmin_docs.figures.notation import parse
from renmin_docs.figures.quantity import Quantity, is_hedge_true, without_hedge
from renmin_docs.figures.span import Span
from renmin_docs.figures.tables import AUTO, HEDGES, PERCENT, POINTS
from renmin_docs.figures.units import unit_scale, worth

if TYPE_CHECKING:
    from renmin_docs.figures.kinds.doubling import Doubling
    from renmin_docs.figures.kinds.fraction import Fraction
    from renmin_docs.figures.kinds.rank import Rank
    from renmin_docs.figures.kinds.ratio import Ratio

Number = int | str | Decimal
Given = Figure | Number


def count(  # noqa: PLR0913 - one figure, one call
    value: Number,
    unit: str = "",
    *,
    hedge: str = "",
    step: Number | None = None,
    scale: str | None = None,
    places: int | None = None,
    previous: Number | None = None,
) -> Quantity:
    """So many of a unit.

    Args:
        value: The raw value.
        unit: What is counted.
        hedge: A hedging word that is true of the raw value, or "auto" to have one chosen.
        step: What the value is rounded to, in the direction that the hedge wants.
        scale: 万, 亿 or 万亿; counts are written without a scale where none is named.
        places: Decimal places; at most 2 and no final zeros where none are named.
        previous: The value of the period before, for the growth styles.

    Raises:
        FigureError: The hedge is not true of the value, or something is no number, unit or scale.

    >>> str(count(312, "次", hedge="auto", step=100)), str(count(300, "次", hedge="auto", step=100))
    ('300余次', '300次')
    """
    if hedge == AUTO:
        hedge = _chosen_hedge(exact(value), step)
    fields = {"step": step, "scale": scale, "places": places, "previous": previous}
    figure = built(Quantity, value=value, unit=unit, hedge=hedge, **fields)
    if not is_hedge_true(figure):
        raise FigureError(Finding("hedge_untrue", found=str(figure), expected=without_hedge(figure)))
    return figure


def _chosen_hedge(raw: Decimal, step: Number | None) -> str:
    """近 in the last tenth below the next step, 余 above a step, 不足 below the first one, nothing on it."""
    if step is None:
        raise FigureError(Finding("step_missing", found=AUTO, expected="100"))
    width = exact(step)
    if width <= 0:
        return ""
    over = CONTEXT.subtract(raw, stepped(raw, width, HEDGES["余"].rounding))
    if over.is_zero():
        return ""
    if CONTEXT.multiply(over, Decimal(10)) >= CONTEXT.multiply(width, Decimal(9)):
        return "近"
    return "余" if raw > width else "不足"


def money(value: Number, unit: str = "元", **options: Any) -> Quantity:
    """An amount of money; from 1万 up it is written in 万 or 亿. The options are those of `count`.

    >>> [str(money(value)) for value in (8650, 975_000_000, 99_999_999)]
    ['8650元', '9.75亿元', '1亿元']
    >>> str(money("12345600", scale="万", places=1))
    '1234.6万元'
    """
    return count(value, unit, **options)


def rate(value: Number, unit: str = PERCENT, *, hedge: str = "", places: int | None = None) -> Quantity:
    """A rate from its fraction.

    >>> str(rate("0.1067")), str(rate("0.0045", "‰"))
    ('10.67%', '4.5‰')
    """
    return count(value, unit, hedge=hedge, places=places)


def percentage_points(value: Number, *, hedge: str = "", places: int | None = None) -> Quantity:
    """Percentage points, the difference of two rates.

    >>> format(percentage_points("2.1"), "增长")
    '提高2.1个百分点'
    """
    return count(value, POINTS, hedge=hedge, places=places)


def times(value: Number, *, hedge: str = "", places: int | None = None) -> Quantity:
    """So many times as much.

    >>> str(times("2.5"))
    '2.5倍'
    """
    return count(value, "倍", hedge=hedge, places=places)


def rank(
    number: Number, unit: str = "位", *, form: str = "第", chinese: bool = False, previous: Number | None = None
) -> Rank:
    """A place in an order.

    Args:
        number: The place, from 1.
        unit: 位, 名, or nothing.
        form: 第; 前 for the places up to this one; 倒数第 where they are counted from the end.
        chinese: Whether the number is written in Chinese numerals.
        previous: The place of the period before, for the styles 升降 and 升至.

    >>> str(rank(3)), str(rank(10, "名", form="前")), format(rank(3, previous=5), "升至")
    ('第3位', '前10名', '由第5位升至第3位')
    """
    from renmin_docs.figures.kinds.rank import Rank

    return built(Rank, value=number, unit=unit, form=form, chinese=chinese, previous=previous)


def ratio(*terms: Number, sign: str = ":", hedge: str = "", places: int | None = None) -> Ratio:
    """How numbers stand to one another.

    Args:
        *terms: The numbers.
        sign: What stands between them.
        hedge: A hedging word before or behind the whole.
        places: Decimal places of every term; at most 2 and no final zeros where none are named.

    >>> str(ratio("1.86", 1)), str(ratio(6, "46.9", "47.1", places=1))
    ('1.86:1', '6.0:46.9:47.1')
    """
    from renmin_docs.figures.kinds.ratio import Ratio

    each = () if places is None else (places,) * len(terms)
    return built(Ratio, terms=terms, places=each, sign=sign, hedge=hedge)


def fraction(part: Number, whole: Number, *, hedge: str = "") -> Fraction:
    """A part of a whole, in Chinese numerals.

    >>> str(fraction(1, 3)), str(fraction("40.6", 100)), str(fraction(2, 3, hedge="以上"))
    ('三分之一', '百分之四十点六', '三分之二以上')
    """
    from renmin_docs.figures.kinds.fraction import Fraction

    number = exact(part)
    return built(Fraction, part=number, whole=whole, places=places_of(number), hedge=hedge)


def doubling(number: Number = 1, *, hedge: str = "", done: bool = False, chinese: bool = True) -> Doubling:
    """Growth in doublings.

    >>> str(doubling()), str(doubling(2, hedge="近", done=True)), doubling(2).factor
    ('翻一番', '翻了近两番', Decimal('4'))
    """
    from renmin_docs.figures.kinds.doubling import Doubling

    value = exact(number)
    return built(Doubling, value=value, places=places_of(value), hedge=hedge, done=done, chinese=chinese)


def change(current: Given, previous: Given, *, places: int | None = None, stated: Given | None = None) -> Change:
    """The growth from the previous value to the current one; it prints the rate.

    Raises:
        FigureError: The previous value is not above 0, or the units differ.

    >>> growth = change("9.75亿元", "8.81亿元")
    >>> str(growth), format(growth, "同比")
    ('10.67%', '同比增长10.67%')
    """
    rate_said = None if stated is None else quantity(stated)
    return built(Change, current=quantity(current), previous=quantity(previous), places=places, stated=rate_said)


def share(part: Given, whole: Given, *, places: int | None = None, stated: Given | None = None) -> Share:
    """The share of a part in a whole.

    >>> str(share("63人", "100人"))
    '63%'
    """
    rate_said = None if stated is None else quantity(stated)
    return built(Share, part=quantity(part), whole=quantity(whole), places=places, stated=rate_said)


def span(low: Given, high: Given, unit: str = "") -> Span:
    """A range from one value to another.

    Args:
        low: The lower value, as a figure, notation or a bare number.
        high: The higher value.
        unit: The unit of bare numbers, also one with a scale (亿元).

    >>> str(span("13万元", "17万元")), str(span(1, 10, "月")), str(span("15%", "30%"))
    ('13万元～17万元', '1—10月', '15%～30%')
    """
    return built(Span, first=in_unit(quantity(low), unit), last=in_unit(quantity(high), unit))


def breakdown(whole: Given, parts: Mapping[str, Given], *, partial: bool = False) -> Breakdown:
    """A total with its parts; built also where they disagree, which `findings()` reports.

    >>> format(breakdown("7家", {"商贸业": "4家", "服务业": "3家"}), "其中")
    '7家，其中商贸业4家、服务业3家'
    """
    figures = {name: figure_of(part) for name, part in parts.items()}
    return built(Breakdown, total=figure_of(whole), parts=figures, partial=partial)


def figure_of(value: Given) -> Figure:
    """A figure given as one, as notation, or as a bare number."""
    if isinstance(value, Figure):
        return value
    return parse(value) if isinstance(value, str) else count(value)


def quantity(value: Given) -> Quantity:
    """One number with a unit, given as a figure, as notation, or as a bare number.

    Raises:
        FigureError: It is a figure of another kind (a span has no one value).
    """
    figure = figure_of(value)
    if isinstance(figure, Compared):
        return figure.rate
    if isinstance(figure, Breakdown):
        return quantity(figure.total)
    if not isinstance(figure, Quantity):
        raise FigureError(Finding("not_one_number", found=str(figure), expected="9.75亿元"))
    return figure


def in_unit(figure: Quantity, unit: str) -> Quantity:
    """A figure without a unit in the one that is named beside it.

    Raises:
        FigureError: It has a unit already, and another one, or both have a scale.
    """
    if not unit or unit == figure.unit:
        return figure
    scale = unit_scale(unit)
    bare = unit.removeprefix(scale)
    if figure.unit == bare != "":
        return figure
    if figure.unit or (scale and figure.scale):
        raise FigureError(Finding("units_differ", found=str(figure), expected=unit))
    value = product(figure.value, worth(unit))
    if not (figure.hedge or figure.scale):
        return count(value, bare, scale=scale or None)
    return built(Quantity, **(dict(figure) | {"value": value, "unit": bare, "scale": scale or figure.scale}))


def with_previous(current: Quantity, previous: Quantity) -> Quantity:
    """A figure with the value of the period before.

    Raises:
        FigureError: They differ in their unit, or there is no rate between them.

    >>> format(with_previous(parse("9.75亿元"), parse("8.81亿元")), "同比")
    '同比增长10.67%'
    """
    if previous.unit != current.unit:
        raise FigureError(Finding("units_differ", found=str(previous), expected=current.unit or "@no_unit"))
    return built(Quantity, **(dict(current) | {"previous": previous.value}))


def rank_after(current: Any, previous: Figure) -> Figure:
    """A rank with the one of the period before, which may be the bare number.

    Raises:
        FigureError: The previous one counts otherwise.

    >>> format(rank_after(parse("第3位"), parse("第5位")), "升降")
    '上升2位'
    """
    form = getattr(previous, "form", current.form)
    if previous.unit not in ("", current.unit) or form != current.form:
        raise FigureError(Finding("units_differ", found=str(previous), expected=str(current)))
    figure: Figure = built(type(current), **dict(current) | {"previous": previous.value})
    return figure
