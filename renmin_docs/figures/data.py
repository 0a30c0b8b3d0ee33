"""Figures as data files and Python hand them over, and back: `from_data`, `to_data`, `AnyFigure`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.arithmetic import CONTEXT, exact
from renmin_docs.figures.base import Figure, built, refuse
from renmin_docs.figures.beside import parse_beside, plain_unit
from renmin_docs.figures.breakdown import Breakdown
from renmin_docs.figures.build import breakdown, change, count, in_unit, quantity, rank_after, share, span
from renmin_docs.figures.compared import Change, Share
from renmin_docs.figures.forms import FORMS, KEYS, FigureSchema
from renmin_docs.figures.notation import parse
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.span import Span
from renmin_docs.figures.tables import PERCENT
from renmin_docs.figures.units import unit_scale, worth
from renmin_docs.messages.shown import shown
from renmin_docs.messages.suggestions import alike
from renmin_docs.vocabulary import spelled

Data = Mapping[str, Any]

_KEYS_OF = {name: form.keys for name, form in FORMS.items()}
_RANK_KEYS = {"value", "unit", "previous"}
_LIKE_WORD = 0.5
"""Of two characters one may differ."""


def from_data(value: object) -> Figure:
    """The figure that a value of a data file, or of Python, stands for.

    Args:
        value: A figure (returned as it is), notation ("9.75亿元"), a bare number, or a mapping of one of `FORMS`.

    Raises:
        FigureError: It stands for no figure; all faults at once, each with its place inside the value.

    >>> str(from_data({"value": 312, "unit": "次", "hedge": "余", "step": 100}))
    '300余次'
    >>> format(from_data({"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}}), "其中")
    '7家，其中商贸业4家、服务业3家'
    """
    if isinstance(value, Figure):
        return value.checked()
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, Mapping):
        return _from_mapping(value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return count(exact(value))
    raise FigureError(Finding("wrong_type", found=shown(value), expected="@figure"))


def _from_mapping(data: Data) -> Figure:
    name = max(FORMS, key=lambda form: len(_KEYS_OF[form] & data.keys()))
    refuse((*_stranger_findings(data, name), *_missing_findings(data, name), *_type_findings(data)))
    return _READERS[name](data)


def _stranger_findings(data: Data, name: str) -> list[Finding]:
    """The keys that the form does not have, each with the nearest that it has."""
    known = list(_KEYS_OF[name]) if _KEYS_OF[name] & data.keys() else list(KEYS)
    return [
        Finding("unknown_key", found=str(key), expected=", ".join(_near(str(key), known) or known))
        for key in data
        if key not in known
    ]


def _near(key: str, known: list[str]) -> list[str]:
    """The key most like a wrong one, in the spelling of the wrong one."""
    if key.isascii():
        return alike(key, known, most=1, like=0.6)
    return alike(key, [spelled(name, "zh", "Figure") for name in known], most=2, like=_LIKE_WORD)


def _missing_findings(data: Data, name: str) -> list[Finding]:
    return [Finding("missing_key", found=key) for key in FORMS[name].needed if key not in data]


def _type_findings(data: Data) -> list[Finding]:
    """The values that are not of the type of their key."""
    return [
        Finding("wrong_type", place=key, found=shown(value), expected=KEYS[key].token)
        for key, value in data.items()
        if key in KEYS and not KEYS[key].takes(value)
    ]


def read_all(readers: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """What readers give, by their places.

    Raises:
        FigureError: With the faults of all of them, each at its place.
    """
    read, faults = _tried(readers)
    refuse(faults)
    return read


def _tried(readers: Mapping[str, Callable[[], Any]]) -> tuple[dict[str, Any], list[Finding]]:
    """What readers give, by their places, and the faults of those that give nothing."""
    read: dict[str, Any] = {}
    faults: list[Finding] = []
    for place, reader in readers.items():
        try:
            read[place] = reader()
        except FigureError as error:
            faults += (finding.at(f"{place}.{finding.place}".rstrip(".")) for finding in error.findings)
    return read, faults


def _from_value(data: Data) -> Figure:
    """`{value, unit, …}`: numbers are in the unit as it is written there (亿元, %)."""
    if _is_rank(data):
        return _rank_of(data)
    unit = plain_unit(data.get("unit", ""))
    read, faults = _tried({"value": partial(_amount, data["value"], unit)})
    value: Any = read.get("value")
    beside = unit or (value.unit if value is not None else "")
    given = [key for key in ("step", "previous") if key in data]
    is_scaled = value is not None and bool(value.scale and value.unit) and not unit and _is_notation(data["value"])
    amounts, more = _tried(
        {key: partial(_beside, value, data[key], beside, is_scaled=is_scaled and key == "previous") for key in given}
    )
    refuse((*faults, *more))
    numbers = {key: amount.value for key, amount in amounts.items()}
    words = {key: data[key] for key in ("hedge", "scale", "places") if key in data}
    figure = _of_numbers(value, data["value"], unit, numbers, words)
    if figure.unit == PERCENT and (small := next(_small(data), None)):
        figure.doubt(small)
    return figure


def _is_rank(data: Data) -> bool:
    """Whether the value is a rank, with nothing beside it but its unit and the rank of the period before."""
    value = data["value"]
    return isinstance(value, str) and value.strip().startswith(("第", "前", "倒数")) and data.keys() <= _RANK_KEYS


def _rank_of(data: Data) -> Figure:
    """A rank, and the one of the period before: 第5位, or the number alone."""
    unit = plain_unit(data.get("unit", ""))
    ranks = read_all({key: partial(from_data, data[key]) for key in ("value", "previous") if key in data})
    now: Figure = ranks["value"]
    if unit not in ("", now.unit):
        raise FigureError(Finding("units_differ", found=str(now), expected=unit))
    if "previous" not in ranks:
        return now
    return read_all({"previous": partial(rank_after, now, ranks["previous"])})["previous"]  # type: ignore[no-any-return]


def _of_numbers(value: Quantity, given: object, unit: str, numbers: dict[str, Any], words: dict[str, Any]) -> Quantity:
    """The figure of what stands under `value`, with the numbers and words beside it."""
    if _is_notation(given) and "step" not in numbers and "hedge" not in words:
        open_places = {"places": None} if "scale" in words else {}
        return built(Quantity, **(dict(value) | open_places | numbers | words))
    if value.hedge:
        raise FigureError(Finding("hedges_stacked", found=str(value)))
    words.setdefault("scale", _named_scale(value, given, unit))
    return count(value.value, value.unit, **numbers, **words)


def _beside(value: Quantity | None, given: Any, unit: str, *, is_scaled: bool) -> Quantity:
    """A number beside the value, in the same unit.

    Raises:
        FigureError: It is in another one, or bare where the value has a scale in its own notation (9.75亿元 and 8.81).
    """
    amount = _amount(given, unit)
    if value is None:
        return amount
    if is_scaled and _is_bare(given):
        raise FigureError(Finding("units_differ", found=str(given), expected=f"{value.scale}{value.unit}"))
    if amount.unit != value.unit:
        raise FigureError(Finding("units_differ", found=str(amount), expected=value.unit or "@no_unit"))
    return amount


def _small(data: Data) -> Iterator[Decimal]:
    """The bare numbers below 1: under %, is 0.985 a share, or less than one per cent?"""
    for key in ("value", "previous"):
        if key in data and _is_bare(data[key]) and 0 < exact(data[key]).copy_abs() < 1:
            yield exact(data[key])


def _is_bare(value: object) -> bool:
    return not isinstance(value, (Figure, Mapping)) and not _is_notation(value)


def _named_scale(value: Quantity, given: object, unit: str) -> str | None:
    """The scale that stands in the notation or the unit; where there is none the library chooses."""
    return (value.scale if _is_notation(given) else unit_scale(unit)) or None


def _is_notation(value: object) -> bool:
    return isinstance(value, str) and not value.strip().replace(".", "", 1).lstrip("+-").isdecimal()


def _amount(value: Any, unit: str) -> Quantity:
    """A number in the unit beside it, or notation that brings its own."""
    if _is_bare(value):
        return in_unit(count(exact(value)), unit)
    return in_unit(_one_number(parse_beside(value, unit) if isinstance(value, str) else value), unit)


def _from_total(data: Data) -> Figure:
    parts = {f"parts.{name}": partial(from_data, part) for name, part in data["parts"].items()}
    read = read_all({"total": partial(from_data, data["total"]), **parts})
    figures = {name: read[f"parts.{name}"] for name in data["parts"]}
    return breakdown(read["total"], figures, partial=data.get("partial", False))


def _from_ends(data: Data) -> Figure:
    ends = _figures(data, "low", "high")
    return span(ends["low"], ends["high"], data.get("unit", ""))


def _compared(make: Callable[..., Figure], one: str, other: str, data: Data) -> Figure:
    """A figure made of those under two keys, and of the rate that is stated beside them."""
    figures = _figures(data, one, other, "rate")
    return make(figures[one], figures[other], stated=figures.get("rate"), places=data.get("places"))


def _figures(data: Data, *keys: str) -> dict[str, Figure]:
    """The figures under these keys, as far as they are there."""
    return read_all({key: partial(_one_number, data[key]) for key in keys if key in data})


def _one_number(value: object) -> Quantity:
    return quantity(from_data(value))


_READERS: dict[str, Callable[[Data], Figure]] = {
    "value": _from_value,
    "breakdown": _from_total,
    "span": _from_ends,
    "share": partial(_compared, share, "part", "of"),
    "change": partial(_compared, change, "current", "previous"),
}


def to_data(figure: Figure) -> Any:
    """What `from_data` makes the same figure of: notation where that is enough, else a mapping.

    >>> to_data(parse("9.75亿元")), to_data(count(312, "次", hedge="余", step=100))
    ('9.75亿元', {'value': '312', 'step': '100', 'unit': '次', 'hedge': '余'})
    """
    if figure.as_printed() == figure and not (isinstance(figure, Quantity) and figure.findings()):
        return str(figure)
    return next((write for kind, write in _WRITERS.items() if isinstance(figure, kind)), _rank_data)(figure)


def _rank_data(figure: Any) -> dict[str, Any]:
    """A rank with the previous one."""
    return {"value": str(figure), "previous": str(figure.as_printed().replace(value=figure.previous))}


def _quantity_data(figure: Any) -> dict[str, Any]:
    """A raw number with its options, or notation with the previous value."""
    now = figure.altered(previous=None)
    unit_worth = worth(figure.unit)
    numbers = {key: getattr(figure, key) for key in ("value", "step", "previous")}
    data = {key: f"{CONTEXT.divide(number, unit_worth):f}" for key, number in numbers.items() if number is not None}
    if _is_notation(str(now)) and now.as_printed() == now and not figure.findings():
        if before := _previous_notation(now, figure.previous):
            return data | {"value": str(now), "previous": before}
        return data | {"value": str(now)} | ({} if not figure.unit else {"unit": figure.unit})
    words = {key: getattr(figure, key) for key in ("unit", "hedge", "scale", "places")}
    return data | {key: word for key, word in words.items() if word is not None and (word != "" or key == "scale")}


def _previous_notation(now: Any, previous: Decimal | None) -> str:
    """The previous value written like the present one, 8.81亿元; empty where that does not say it exactly."""
    if previous is None or not now.unit:
        return ""
    before = now.altered(value=previous, hedge="", hedge_form="", behind=False, step=None)
    text = str(before)
    return text if before.as_printed().value == previous and _is_notation(text) else ""


def _ratio_data(figure: Any) -> dict[str, Any]:
    keys = {"current": "current", "previous": "previous", "part": "part", "whole": "of", "stated": "rate"}
    values = {key: getattr(figure, name, None) for name, key in keys.items()}
    data = {key: to_data(value) for key, value in values.items() if value is not None}
    return data if figure.places is None else data | {"places": figure.places}


def _breakdown_data(figure: Any) -> dict[str, Any]:
    data = {"total": to_data(figure.total), "parts": {name: to_data(part) for name, part in figure.parts.items()}}
    return data | ({"partial": True} if figure.partial else {})


_WRITERS: dict[type[Figure], Callable[[Any], dict[str, Any]]] = {
    Quantity: _quantity_data,
    Change: _ratio_data,
    Share: _ratio_data,
    Span: lambda figure: {"low": to_data(figure.first), "high": to_data(figure.last)},
    Breakdown: _breakdown_data,
}

AnyFigure = Annotated[
    Figure,
    PlainValidator(from_data),
    PlainSerializer(to_data),
    FigureSchema(),
]
"""A figure as a field of a pydantic model: read by `from_data`, written by `to_data`."""
