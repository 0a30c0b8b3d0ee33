"""The part of a workbook that is a sheet: cells with a value or a formula, wherever they stand, and what is merged.

Empty cells that only have a style, and empty rows, are passed over as fast as they can be read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.names import SPREADSHEET
from renmin_docs.ooxml.xml_events import read_events

MAX_ROWS, MAX_CELLS, MAX_MERGED = 10_000, 500_000, 10_000
"""How many filled rows, filled cells and merged ranges a sheet may have."""

SHARED = "s"
"""The type of a cell whose value is the number of a shared string."""
_UNCOMPUTED = "="
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_MANY_ROWS = 1_000
_EMPTY_ROW = re.compile(rb'<row r="[0-9]+"[^<>]*(?:/>|(?<!/)>(?:<c r="[A-Z0-9]+"[^<>]*/>)*+</row>)')
_INDEX = re.compile("[0-9]{1,8}", re.ASCII)


class FoundCell(NamedTuple):
    """A filled cell, its string and its style still numbers.

    Attributes:
        kind: Source: 18.18.11 (ST_CellType).
        text: The stored value.
        style: Number of its style.
        formula: With its =; = alone where it is another cell's formula.
    """

    kind: str
    text: str
    style: str
    formula: str


class MergedRange(NamedTuple):
    """Merged cells: `A1:C2`, in rows 1 to 2."""

    reference: str
    first_row: int
    last_row: int


Rows = dict[int, dict[int, FoundCell]]


def read_cells(data: bytes, part: str) -> tuple[Rows, list[MergedRange]]:
    """The filled cells by row and column, and the merged ranges.

    Raises:
        PackageError: The part is damaged, or holds more than the limits allow.
    """
    reading = _Reading(part)
    read_events(_without_empty_rows(data), part, SPREADSHEET, reading.opening, reading.closing)
    reading.finish()
    return reading.rows, list(reading.merged.values())


def _without_empty_rows(data: bytes) -> bytes:
    """The part without the rows of empty cells, a million of them where a column is formatted to its end.

    It saves nine tenths of the time. Where a row's number follows from its place among the others, all are kept.
    """
    rows = data.count(b"<row") - data.count(b"<rowBreaks")
    if rows < _MANY_ROWS or rows != data.count(b'<row r="') or b"<![CDATA[" in data:
        return data
    return _EMPTY_ROW.sub(b"", data)


def column_letters(column: int) -> str:
    """A column's letters by its number from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _position(address: str) -> tuple[int, int]:
    """Row and column of an address.

    Raises:
        ValueError: It is none.
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(address)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


class _Reading:
    """Takes the events of a sheet. A ValueError of its methods becomes a damaged part."""

    def __init__(self, part: str) -> None:
        self.rows: Rows = {}
        self.merged: dict[str, MergedRange] = {}
        self.opening = {"row": self._row, "c": self._cell, "mergeCell": self._merge}
        self.closing = {"f": self._formula, "v": self._value, "t": self._inline}
        self._part = part
        self._count = 0
        self._place: str | tuple[int, int] = (0, 0)
        self._attributes: dict[str, str] = {}
        self._pending = self._text = ""

    def finish(self) -> None:
        """Keep the last formula, if it has no value."""
        if self._pending:
            self._keep("n", "")

    def _row(self, attributes: dict[str, str]) -> None:
        self.finish()
        number = attributes.get("r")
        self._place = (self._at()[0] + 1 if number is None else int(number), 0)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.finish()
        self._text = ""
        self._attributes = attributes
        address = attributes.get("r")
        if address is None:  # where it stands follows from the cells before
            row, column = self._at()
            self._place = (row, column + 1)
        else:
            self._place = address

    def _at(self) -> tuple[int, int]:
        """Row and column of the present cell; most cells are empty, and never asked."""
        if isinstance(self._place, str):
            self._place = _position(self._place)
        return self._place

    def _formula(self, text: str) -> None:
        self._pending = _UNCOMPUTED + text.removeprefix(_UNCOMPUTED)

    def _value(self, text: str) -> None:
        kind = self._attributes.get("t", "n")
        if kind == SHARED and not _INDEX.fullmatch(text):
            raise ValueError(text)
        if text.strip():
            self._keep(kind, text)
        elif kind != "n":  # a formula that gives an empty text
            self._pending = ""

    def _inline(self, text: str) -> None:
        """One of the pieces of a text within the cell."""
        self._text += text
        if self._text.strip():
            self._keep("inlineStr", self._text)

    def _keep(self, kind: str, text: str) -> None:
        row, column = self._at()
        if not (0 < row <= _LAST_ROW and 0 < column <= _LAST_COLUMN):
            raise ValueError(row)
        cells = self.rows.setdefault(row, {})
        self._count += column not in cells
        cells[column] = FoundCell(kind, text, self._attributes.get("s", ""), self._pending)
        self._pending = ""
        if len(self.rows) > MAX_ROWS:
            raise PackageError(Finding("rows_many", found=str(MAX_ROWS)))
        if self._count > MAX_CELLS:
            raise PackageError(Finding("workbook_cells", expected=str(MAX_CELLS)))

    def _merge(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("ref", "")
        first, _, last = reference.partition(":")
        if last and reference not in self.merged:
            self.merged[reference] = MergedRange(reference, _position(first)[0], _position(last)[0])
        if len(self.merged) > MAX_MERGED:
            raise PackageError(Finding("workbook_merges", expected=str(MAX_MERGED)))
