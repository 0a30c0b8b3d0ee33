"""Figures whose printed forms were changed: a new value where every mention agrees on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from renmin_docs.errors import FigureError
from renmin_docs.figures import Figure, from_data, parse, scan
from renmin_docs.figures.arithmetic import tidy
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.tables import LEVEL
from renmin_docs.report.figure_rows import rows_of
from renmin_docs.report.validation.key_paths import KeyPath

IN_TABLE = "\0"
"""The style of a mention that is a cell in a table of figures."""


class Mention(NamedTuple):
    """A place that prints a figure: its style, what it printed, what it prints now."""

    place: str
    style: str
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        """Whether it prints something else now."""
        return self.old != self.new


class NewValue(NamedTuple):
    """A value of a figure's data: the keys below its name, and what stands there now."""

    path: KeyPath
    value: str


def new_values(data: Any, mentions: Sequence[Mention]) -> list[NewValue] | None:
    """What of a figure's data is to be changed so that all its mentions print what they print now.

    Args:
        data: The figure as the file has it, keys in English.
        mentions: All its mentions, at least one of them changed.

    Returns:
        The values; None where no change of the data prints all of them.
    """
    for candidate in _candidates(data, mentions):
        figure = _figure(_changed(data, candidate))
        if figure is not None and all(_prints(figure, mention) for mention in mentions):
            return candidate
    return None


def _prints(figure: Figure, mention: Mention) -> bool:
    try:
        if mention.style == IN_TABLE:
            return next(iter(rows_of("", figure))).current == mention.new
        return format(figure, mention.style) == mention.new
    except FigureError:
        return False


def _figure(data: Any) -> Figure | None:
    try:
        return from_data(data)
    except FigureError:
        return None


def _candidates(data: Any, mentions: Sequence[Mention]) -> Iterator[list[NewValue]]:
    """What the data may have been changed to: first by the figure as it stands alone, then number by number."""
    changed = [mention for mention in mentions if mention.is_changed]
    alone = [mention.new for mention in changed if not mention.style]
    written = [*alone, *(text for mention in changed for text in _numbers(mention.new))]
    if isinstance(data, str):
        yield from ([NewValue((), text)] for text in written)
    elif isinstance(data, dict) and "value" in data:
        for text in written:
            yield from _of_mapping(text, data)
    for mention in changed:
        yield from _number_by_number(data, mention)


def _of_mapping(text: str, data: dict[str, Any]) -> Iterator[list[NewValue]]:
    """A figure as the `value` of its data: a notation, a number of its unit, or a number of another unit."""
    if isinstance(data["value"], str):
        yield [NewValue(("value",), text)]
        return
    try:
        figure = parse(text)
    except FigureError:
        return
    if figure.values:
        yield [NewValue(("value",), _digits(figure.values[0]))]
    printed = figure.as_printed()
    if isinstance(printed, Quantity):
        shown = printed.shown()
        number = NewValue(("value",), _digits(shown.number))
        yield [number]
        if isinstance(data.get("unit"), str):
            yield [number, NewValue(("unit",), shown.scale + printed.unit)]


def _digits(number: Decimal) -> str:
    return f"{tidy(number):f}"


def names_a_number(text: str) -> bool:
    """Whether a figure may print as a text; words that name no number take the place of its mention."""
    return bool(_numbers(text)) or LEVEL in text


def _numbers(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in scan(text)]


def _number_by_number(data: Any, mention: Mention) -> Iterator[list[NewValue]]:
    """The texts in the data that print as numbers of the mention, each with the number that stands there now."""
    old, new = _numbers(mention.old), _numbers(mention.new)
    if len(old) != len(new):
        return
    known = dict(leaves(data))
    made = []
    for before, after in zip(old, new, strict=True):
        path = next((path for path, value in known.items() if str(value) == before), None)
        if path is not None:
            known.pop(path)
            made += [NewValue(path, after)] if before != after else []
    if made:
        yield made


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """What stands in plain values and holds no others, each behind its key path."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from leaves(value, (*path, key))
    if not isinstance(data, dict | list):
        yield path, data


def _changed(data: Any, values: Sequence[NewValue]) -> Any:
    """The data with values in the place of others."""
    for path, value in values:
        data = _with(data, path, value)
    return data


def _number(text: str) -> Decimal | str:
    """The number of a text, also one with decimals where none were; any other text stays, and fits nowhere."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _with(data: Any, path: KeyPath, value: str) -> Any:
    if not path:
        return value if isinstance(data, str) else _number(value)
    return {**data, path[0]: _with(data[path[0]], path[1:], value)}
