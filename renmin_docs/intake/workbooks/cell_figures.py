"""Figures from cells: what stands in a cell, under a unit, means what the same number means in a data file.

A number prints as it is written, with all its places; money in 元 is written in 万 and 亿 as everywhere. A cell that
is shown as a percentage is one, whatever its unit says. A text is notation (98.5%, 600余家).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures import Figure, Quantity, from_data, parse
from renmin_docs.figures.arithmetic import MOST_PLACES, rounded, tidy
from renmin_docs.figures.beside import parse_beside, plain_unit
from renmin_docs.figures.build import rank_after, with_previous
from renmin_docs.figures.pieces import normal
from renmin_docs.figures.tables import MONEY, PERCENT, POINTS, RATES
from renmin_docs.intake.workbooks.sheets import Cell, Sheet

_PLAIN = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?", re.ASCII)
_NOTHING = re.compile("[-－—–―/／]+")
"""What offices write where there is no number."""
_NUMBERED = re.compile("[-+]?[0-9]")
_PHONE = re.compile("(?=.{7})[0-9()（）+ ]+-[-0-9()（） ]+")
WORDS = ("文字", "文本")
"""What stands in the place of a unit over a column of words."""
_WRITTEN_DIGITS = 12
"""A number with more digits was computed: it is rounded as its cell shows it, or to two places."""
_TEN_THOUSAND = 10_000


class Column(NamedTuple):
    """A column of numbers, counted from 1, and the unit of those that bring none."""

    number: int
    unit: str


def figure_in(sheet: Sheet, row: int, column: Column, *, required: bool) -> Figure | None:
    """The figure in a cell; None where there is none, and where something is wrong, which the sheet then knows."""
    text = sheet.text(row, column.number)
    if not text:
        sheet.report_missing(row, column.number, required=required)
        return None
    if _NOTHING.fullmatch(text) and not required:
        return None
    try:
        return _figure(sheet.cell(row, column.number), plain_unit(column.unit))
    except FigureError as error:
        place = sheet.place(row, column.number)
        sheet.findings += [finding.at(place) for finding in error.findings]
        return None


def words_in(sheet: Sheet, row: int, column: Column) -> str:
    """What a cell in a column of words says; a day as documents write it, a number as it would print."""
    sheet.report_missing(row, column.number, required=False)
    value = sheet.cell(row, column.number).value
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal) or str(value).startswith("#"):
        figure = figure_in(sheet, row, Column(column.number, ""), required=False)
        return "" if figure is None else str(figure)
    return sheet.text(row, column.number)


def is_of_words(sheet: Sheet, rows: Sequence[int], column: Column) -> bool:
    """Whether a column holds words: it says so, or has no unit and nothing in it that may be meant for a figure."""
    if column.unit in WORDS:
        return True
    cells = [sheet.cell(row, column.number) for row in rows] if not column.unit else []
    filled = [cell for cell in cells if cell.value is not None]
    return bool(filled) and all(_is_words(cell) for cell in filled)


def _is_words(cell: Cell) -> bool:
    value = cell.value
    if not isinstance(value, str):
        return isinstance(value, date)
    text = normal(value)
    if _NUMBERED.match(text) or text.startswith("#") or _NOTHING.fullmatch(text):
        return bool(_PHONE.fullmatch(text))
    try:
        parse_beside(value, "")
    except FigureError:
        return True
    return False


def with_growth(sheet: Sheet, current: Figure, previous: Figure | None, place: str) -> Figure | None:
    """A figure with its growth, where it is one number and there is another to compare it with.

    Args:
        sheet: Where both are from; it takes what is wrong.
        current: The figure.
        previous: The one of the period before.
        place: The cell of the latter.
    """
    try:
        if current.kind == "rank" and previous is not None:
            return rank_after(current, previous)
        if not isinstance(current, Quantity) or not isinstance(previous, Quantity):
            return current
        return with_previous(current, _in_unit_of(current, previous))
    except FigureError as error:
        sheet.findings += [finding.at(place) for finding in error.findings]
        return None


def _in_unit_of(current: Quantity, previous: Quantity) -> Quantity:
    """The previous value; a bare number beside 600余家 counts the same, but is no percentage and no 万."""
    if previous.unit or current.scale or current.unit in RATES:
        return previous
    return previous.model_copy(update={"unit": current.unit})


def _figure(cell: Cell, unit: str) -> Figure:
    value = cell.value
    if isinstance(value, Decimal):
        return (_of_percentage if cell.format.percentage else _of_number)(value, unit, cell.format.places)
    if not isinstance(value, str) or value.startswith("#"):  # a date, true or false, #DIV/0!
        raise FigureError(Finding("workbook_number", found=f"“{_shown(value)}”"))
    text = normal(value)
    return _of_number(Decimal(text), unit) if _PLAIN.fullmatch(text) else _of_text(value, unit)


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _of_text(text: str, unit: str) -> Figure:
    """Notation, with the unit beside it where it brings none."""
    figure = parse_beside(text, unit)
    if not unit or figure.unit == unit:
        return figure
    if not figure.unit:
        return parse(f"{text}{unit}")
    if isinstance(figure, Quantity):
        return from_data({"value": text, "unit": unit})  # refused, but for 9.75亿元 under 亿元
    raise FigureError(Finding("units_differ", found=str(figure), expected=unit))


def _of_number(number: Decimal, unit: str, shown: int | None = None) -> Figure:
    """A bare number in a unit, with the places that it is written with."""
    data: dict[str, Any] = {"value": number, "unit": unit}
    if _is_computed(number):
        return from_data(data | ({} if shown is None else {"places": shown}))
    if unit in MONEY and number.copy_abs() >= _TEN_THOUSAND:
        return from_data(data)
    return from_data(data | {"places": -min(int(number.as_tuple().exponent), 0)})


def _of_percentage(number: Decimal, unit: str, shown: int | None) -> Figure:
    """A number that is shown as a percentage. Other units of rates print the same rate, percentage points its number.

    Raises:
        FigureError: The unit is none of a rate.
    """
    percent = number.scaleb(2)
    if _is_computed(number):
        percent = rounded(percent, MOST_PLACES if shown is None else shown)
    if unit in RATES:
        return parse(f"{tidy(percent * RATES[PERCENT] / RATES[unit]):f}{unit}")
    if unit in ("", POINTS):
        return parse(f"{tidy(percent):f}{unit or PERCENT}")
    raise FigureError(Finding("workbook_percentage", found=f"{tidy(percent):f}%", expected=unit))


def _is_computed(number: Decimal) -> bool:
    """Whether it has more digits than anybody writes, as quotients have."""
    return number != number.to_integral_value() and len(number.as_tuple().digits) > _WRITTEN_DIGITS
