"""Sheets of workbooks: values, never formulas; every fault is named with its cell."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeAlias

from renmin_docs.errors import DataFileError, Finding, PackageError
from renmin_docs.ooxml.cell_formats import GENERAL, CellFormat
from renmin_docs.ooxml.sheet import column_letters
from renmin_docs.ooxml.workbook import RawCell, read_sheet
from renmin_docs.opening import MAX_OFFICE_FILE, read_file

HEADING_ROWS = 5
"""The headings stand in one of so many rows, the first that are filled: a title may stand above them."""

_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)
_ISO_DATE = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?", re.ASCII)
_DAY_ZERO = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LEAP_YEAR_1900 = 60
"""The 29 February 1900 of Excel, which never was."""
_LAST_DAY = 2_958_465
_UNSHOWN = "########"
"""What Excel shows where a number is no date."""

_FILE_RULES = {"package_encrypted": "workbook_encrypted", "package_limit": "workbook_limit"}
_SHEET_RULES = (
    *("workbook_sheet", "rows_many", "workbook_cells"),
    *("workbook_elements", "workbook_merges", "workbook_text"),
)
_KINDS = {"@old_word": "@old_excel", "@workbook": "@binary_excel"}
"""What a file is that is no .xlsx: the same signs mean another program's file here."""

Value: TypeAlias = Decimal | date | str | bool | None


class Cell(NamedTuple):
    """What stands in a cell.

    Attributes:
        value: A number, a date, a text, true or false; None where nothing stands, or a formula without a value.
        format: How a number is shown.
    """

    value: Value
    format: CellFormat = GENERAL


_EMPTY = Cell(None)


class Sheet:
    """One sheet, and what is wrong with it as far as it was read. Rows and columns count from 1.

    Raises:
        DataFileError: The workbook can't be read, or has no such sheet.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        data = read_file(path, MAX_OFFICE_FILE)
        try:
            self._content = read_sheet(data, name)
        except PackageError as error:
            raise DataFileError(*map(_of_workbook, error.findings), subject=str(path)) from error
        self._cells: dict[tuple[int, int], Cell] = {}
        self.findings: list[Finding] = []

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows in which something stands."""
        return list(self._content.rows)

    def texts(self, row: int) -> dict[int, str]:
        """What stands in a row, as texts by the number of their column; no blank ones."""
        texts = {column: self.text(row, column) for column in sorted(self._content.rows.get(row, ()))}
        return {column: text for column, text in texts.items() if text}

    @property
    def heading_rows(self) -> list[int]:
        """The rows that may hold the headings, from the top."""
        return self.rows[:HEADING_ROWS]

    @property
    def first_texts(self) -> str:
        """What stands in the first of them, for messages."""
        return "、".join(self.texts(self.rows[0]).values()) if self.rows else "@none"

    def heading_row(self, needed: Collection[str]) -> int | None:
        """The first row that holds all these headings."""
        wanted = set(needed)
        return next((row for row in self.heading_rows if wanted <= set(self.texts(row).values())), None)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        raw = self._content.rows.get(row, {}).get(column)
        if raw is None:
            return _EMPTY
        if (row, column) not in self._cells:
            self._cells[row, column] = _cell(raw, from_1904=self._content.counts_from_1904)
        return self._cells[row, column]

    def text(self, row: int, column: int) -> str:
        """The value of a cell as text, without blanks around it."""
        value = self.cell(row, column).value
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).lower()
        return f"{value:f}" if isinstance(value, Decimal) else str(value).strip()

    def report_missing(self, row: int, column: int, *, required: bool) -> None:
        """Note an empty cell, if something must stand there; a formula without a value is a fault everywhere."""
        raw = self._content.rows.get(row, {}).get(column)
        if raw is not None and raw.is_uncomputed:
            self.report("workbook_formula", address(row, column), raw.formula)
        elif required:
            self.report("workbook_number", address(row, column), "@empty")

    def report_merged(self, first: int, last: int | None = None) -> None:
        """Note the merged cells that reach into these rows, or into any from the first one on."""
        for each in self._content.merged:
            if (last is None or each.first_row <= last) and first <= each.last_row:
                self.report("workbook_merged", each.reference, each.reference)

    def report(self, rule: str, cell: str, found: str, expected: str = "") -> None:
        """Note a fault."""
        self.findings.append(Finding(rule, place=self._at(cell), found=found, expected=expected))

    def place(self, row: int, column: int) -> str:
        """A cell as messages name it: `2022年!B2`."""
        return self._at(address(row, column))

    def _at(self, cell: str) -> str:
        return f"{self._content.title}!{cell}"


def address(row: int, column: int) -> str:
    """A cell within its sheet.

    >>> address(2, 28)
    'AB2'
    """
    return f"{column_letters(column)}{row}"


def _cell(raw: RawCell, *, from_1904: bool) -> Cell:
    text = raw.text.strip()
    if raw.kind == "b":
        return Cell(text in ("1", "true"))
    if raw.kind == "d" and (match := _ISO_DATE.fullmatch(text)):
        return Cell(_date_of(match[1]) or text)
    number = Decimal(repr(float(text))) if raw.kind == "n" and _NUMBER.fullmatch(text) else Decimal("NaN")
    if not number.is_finite():  # no number, or one that Excel can't hold either
        return Cell(raw.text or None)
    if raw.format.calendar:
        return Cell(_day(number, from_1904=from_1904))
    return Cell(_plain(number), raw.format)


def _plain(number: Decimal) -> Decimal:
    """A number without the .0 that every float brings.

    The stored digits went through a float: 0.071 is stored as 7.0999999999999994E-2.
    """
    return number.quantize(Decimal(1)) if number == number.to_integral_value() and number.adjusted() < 16 else number


def _date_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(number: Decimal, *, from_1904: bool) -> date | str:
    """The day of a serial number; a time of the day, and what Excel can't show, as text."""
    if not 0 <= number <= _LAST_DAY:
        return _UNSHOWN
    if number < 1 and not from_1904:
        minutes = int(number * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    days = int(number) + (not from_1904 and number < _LEAP_YEAR_1900)
    try:
        return _DAY_ZERO[from_1904] + timedelta(days)
    except OverflowError:
        return _UNSHOWN


def _of_workbook(finding: Finding) -> Finding:
    """Errors of a package, worded for a workbook."""
    if finding.rule in _SHEET_RULES:
        return finding
    rule = _FILE_RULES.get(finding.rule, "workbook_unreadable")
    expected = finding.expected if rule == "workbook_limit" else ".xlsx"
    return Finding(rule, found=_KINDS.get(finding.found, finding.found), expected=expected)
