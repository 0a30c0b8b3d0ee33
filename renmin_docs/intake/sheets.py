"""Sheets of workbooks: values, never formulas; every fault is named with its cell."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.figures import Quantity, from_data, parse

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from renmin_docs.figures import Figure

INSTALL = 'pip install "renmin-docs[workbook]"'
MAX_ROWS = 10_000


class Sheet:
    """One sheet, and what is wrong with it as far as it was read.

    Args:
        path: The workbook.
        name: The sheet; the first one where it is empty.

    Raises:
        DataFileError: The workbook can't be read, or has no such sheet.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        values, formulas = _open(path, values=True), _open(path, values=False)
        self._sheet = _named(values, name, str(path))
        self.findings: list[Finding] = []
        self._formulas = formulas[self._sheet.title]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._sheet.max_row

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return self._sheet.max_column

    def headings(self) -> dict[str, int]:
        """The headings in the first row, each with the number of its column."""
        return {text: column for column in range(1, self.columns + 1) if (text := self.text(1, column))}

    def value(self, row: int, column: int) -> Any:
        """What stands in a cell; rows and columns count from 1."""
        return self._sheet.cell(row, column).value

    def text(self, row: int, column: int) -> str:
        """The same as text, without blanks around it."""
        value = self.value(row, column)
        return "" if value is None else str(value).strip()

    def number(self, row: int, column: int, unit: str, *, required: bool) -> Decimal | None:
        """The number in a cell; a percentage cell under the unit % counts as it is shown."""
        cell = self._sheet.cell(row, column)
        if cell.value is None:
            self._missing(cell.coordinate, required=required)
            return None
        if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
            self.report("workbook_number", cell.coordinate, f"“{cell.value}”")
            return None
        number = Decimal(repr(cell.value))
        return number.scaleb(2).normalize() if unit == "%" and "%" in cell.number_format else number

    def _missing(self, cell: str, *, required: bool) -> None:
        """A formula without a stored value is a fault everywhere."""
        formula = self._formulas[cell].value
        if isinstance(formula, str) and formula.startswith("="):
            self.report("workbook_formula", cell, formula)
        elif required:
            self.report("workbook_number", cell, "@empty")

    def report_merged(self, first: int, last: int) -> None:
        """Note the merged cells that reach into these rows."""
        for each in self._sheet.merged_cells.ranges:
            if each.min_row <= last and first <= each.max_row:
                self.report("workbook_merged", str(each), str(each))

    def report(self, rule: str, cell: str, found: str, expected: str = "") -> None:
        """Note a fault."""
        self.findings.append(Finding(rule, place=self._at(cell), found=found, expected=expected))

    def place(self, row: int, column: int) -> str:
        """A cell as messages name it: `2022年!B2`."""
        return self._at(self.address(row, column))

    def address(self, row: int, column: int) -> str:
        """A cell within its sheet: `B2`."""
        return str(self._sheet.cell(row, column).coordinate)

    def _at(self, cell: str) -> str:
        return f"{self._sheet.title}!{cell}"


def figure(current: Figure, previous: Figure | None) -> Figure:
    """A figure with its growth, where it is one exact quantity and there is a value to compare it with.

    Raises:
        FigureError: There is no rate between the two.
    """
    if previous is None or not isinstance(current, Quantity) or not isinstance(previous, Quantity) or current.hedge:
        return current
    raw = {"value": current.value, "unit": current.unit, "scale": current.scale}
    return from_data({**raw, "previous": previous.value})


def with_unit(number: Decimal, unit: str) -> Figure:
    """The figure of a number and a unit.

    Raises:
        FigureError: That can't be a unit.
    """
    return parse(f"{number:f}{unit}")


def _open(path: Path, *, values: bool) -> Workbook:
    subject = str(path)
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise DataFileError(Finding("workbook_package", expected=INSTALL), subject=subject) from error
    try:
        return load_workbook(path, data_only=values)
    except FileNotFoundError as error:
        raise DataFileError(Finding("file_missing"), subject=subject) from error
    except OSError as error:
        raise DataFileError(Finding("file_unreadable", found=error.strerror or str(error)), subject=subject) from error
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
        finding = Finding("workbook_unreadable", found=type(error).__name__, expected=".xlsx")
        raise DataFileError(finding, subject=subject) from error


def _named(workbook: Workbook, name: str, subject: str) -> Worksheet:
    if name and name not in workbook.sheetnames:
        finding = Finding("workbook_sheet", found=name, expected="、".join(workbook.sheetnames))
        raise DataFileError(finding, subject=subject)
    return workbook[name or workbook.sheetnames[0]]
