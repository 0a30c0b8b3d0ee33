"""Totals of tables: the rows of 合计 and 小计, computed where they are open, else held against the cells they add up.

A row of totals adds up the rows since the last one of the same word: 小计 those of its group, 合计 all of them. Where
the first of a word stands above all rows, its totals stand above what they add up. Parts (其中) are in their whole
already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures import UNFILLED
from renmin_docs.figures.arithmetic import rounded, total
from renmin_docs.report.cells import Cell, text_in
from renmin_docs.report.merged_cells import Place, grid_of
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.report.tables import Table

LABEL = "合计"
_TOTAL = re.compile(
    r"\s*(?:[^\d]{0,8}?[（(]?\s*)?(?P<word>[合总小共]\s*计|总\s*和)(?:数|额)?\s*[）)：:]?\s*(?:[（(][^）)]*[）)])?\s*"
)
_SUBTOTAL = re.compile(r"小\s*计")
_PART = re.compile(r"\s*[（(]?其中")
_OPEN = re.compile(r"[-—–－/／…\s]*")
_ADDEND = re.compile(
    r"(?P<sign>[-−－]?)(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,9}|[0-9]{1,30})(?P<places>\.[0-9]{1,20})?"
    r"(?P<tail>[^\d\s.,，、余多]{0,6})"
)


def is_total(label: str) -> bool:
    """Whether a row or column is a total.

    >>> is_total("合　计"), is_total("合计（万元）"), is_total("甲社区")
    (True, True, False)
    """
    return bool(label) and _TOTAL.fullmatch(label) is not None


def is_subtotal(label: str) -> bool:
    """Whether a total is one of some rows only: 小计."""
    return is_total(label) and _SUBTOTAL.search(label) is not None


class _Number(NamedTuple):
    """The number of a cell: its value, its decimal places, what stands behind it, whether its thousands are apart."""

    value: Decimal
    places: int
    tail: str
    grouped: bool


def with_totals(table: Table, write: Callable[[str], str]) -> Table:
    """The table with its totals; a row of them is added where none but those of groups stands in it.

    Raises:
        FigureError: A total is not the sum of its cells, or a cell can't be added; all of them.
    """
    totals = _Totals(table, write)
    totals.fill()
    if totals.findings:
        raise FigureError(*totals.findings)
    return table.altered(rows=tuple(map(tuple, totals.rows)))


class _Totals:
    """The rows of a table, with all that is wrong with its totals."""

    def __init__(self, table: Table, write: Callable[[str], str]) -> None:
        columns = table.leaf_columns
        self.findings: dict[Finding, None] = {}
        self._summed = [at for at, column in enumerate(columns) if column.total]
        self.rows = [[*row] for row in table.rows]
        if not any(map(_is_whole, (_first(map(write, map(text_in, row))) for row in table.rows))):
            self.rows.append(_open_row(self._summed[0], len(columns)))
            if not self._summed[0]:
                self.findings[Finding("total_unnamed", "columns[0]", found=LABEL)] = None
        self._grid = grid_of(self.rows, len(columns))
        self._texts = {place: write(place.text) for row in self._grid for place in row}
        labels = [_first(self._texts[each] for each in row if each.row == at) for at, row in enumerate(self._grid)]
        self._words = [*map(_word, labels)]
        self._plain = [*_plain(labels)]

    def fill(self) -> None:
        """Fill in the open totals, and hold the others against their cells."""
        for row, word in enumerate(self._words):
            for column in self._summed if word else ():
                place = self._grid[row][column]
                if (place.row, place.column, place.columns) == (row, column, 1):
                    self._settle(place, self._sum([*self._members(row)], column))

    def _settle(self, place: Place, wanted: str) -> None:
        index = len({each for each in self._grid[place.row][: place.column] if each.row == place.row})
        text = self._texts[place].strip()
        if _OPEN.fullmatch(text):
            self._write(place.row, index, wanted or text)
        elif wanted and UNFILLED not in (text, wanted) and not _agree(text, wanted):
            self._find("table_total", place.row, index, text, wanted)

    def _write(self, row: int, index: int, text: str) -> None:
        cell = self.rows[row][index]
        self.rows[row][index] = literal(text) if isinstance(cell, str) else cell.replace(text=literal(text))

    def _members(self, row: int) -> Iterator[int]:
        """The rows that a row of totals adds up."""
        alike = [each for each, word in enumerate(self._words) if word == self._words[row]]
        at = alike.index(row)
        if any(each < alike[0] for each in self._plain):
            first, end = alike[at - 1] if at else -1, row
        else:
            first, end = row, alike[at + 1] if at + 1 < len(alike) else len(self.rows)
        return (each for each in self._plain if first < each < end)

    def _sum(self, rows: Sequence[int], column: int) -> str:
        """The sum of the cells of a column; empty where there is none, or where some can't be added."""
        numbers: list[_Number] = []
        for place in (self._grid[row][column] for row in rows if self._grid[row][column].row == row):
            text, number = self._texts[place].strip(), _number(self._texts[place].strip())
            if text == UNFILLED:
                return UNFILLED
            if number is None and (place.columns > 1 or _OPEN.fullmatch(text)):
                continue
            if number is None or place.columns > 1 or (numbers and number.tail != numbers[0].tail):
                index = len({each for each in self._grid[place.row][: place.column] if each.row == place.row})
                self._find("total_addend", place.row, index, text)
                return ""
            numbers.append(number)
        return _written(numbers) if numbers else ""

    def _find(self, rule: str, row: int, index: int, found: str, expected: str = "") -> None:
        self.findings[Finding(rule, f"rows[{row}][{index}]", found, expected)] = None


def _open_row(first: int, width: int) -> list[str | Cell]:
    """A row of totals that are still open; its name stands before the first of them."""
    label = [LABEL] if first == 1 else [Cell(text=LABEL, column_span=first)] if first else []
    return [*label, *[""] * (width - first)]


def _first(texts: Iterable[str]) -> str:
    """What a row is called: the first text in it that is no serial number."""
    return next((text for text in texts if text.strip() and not text.strip().isdecimal()), "")


def _is_whole(label: str) -> bool:
    """Whether a row has the totals of the table, not of a group."""
    return is_total(label) and not is_subtotal(label)


def _word(label: str) -> str:
    match = _TOTAL.fullmatch(label)
    return "".join(match["word"].split()) if match else ""


def _plain(labels: Sequence[str]) -> Iterator[int]:
    """The rows that are added up: no totals, and no parts of the row above; those below 其中 stand further in."""
    is_part = False
    for row, label in enumerate(labels):
        is_part = bool(_PART.match(label)) or (is_part and label.startswith("　"))
        if not (is_part or is_total(label)):
            yield row


def _number(text: str) -> _Number | None:
    match = _ADDEND.fullmatch(text)
    if match is None:
        return None
    sign, places = "-" * bool(match["sign"]), match["places"] or ""
    value = Decimal(sign + match["number"].replace(",", "") + places)
    return _Number(value, max(len(places) - 1, 0), match["tail"], "," in match["number"])


def _agree(text: str, wanted: str) -> bool:
    """Whether two numbers are one, however many places they have."""
    one, other = _number(text), _number(wanted)
    return one is not None and other is not None and (one.value, one.tail) == (other.value, other.tail)


def _written(numbers: Sequence[_Number]) -> str:
    """The sum as its numbers are written."""
    value = rounded(total(number.value for number in numbers), max(number.places for number in numbers))
    return f"{value:{',' if any(number.grouped for number in numbers) else ''}f}{numbers[0].tail}"
