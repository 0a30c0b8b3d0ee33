"""Figures from a workbook: one row a figure, its name, value, unit and previous value in named columns.

    figures_from:
      workbook: 指标.xlsx        # beside the report file
      sheet: 2022年              # the first sheet where it is missing
      columns: {name: 指标, value: 本年, unit: 单位, previous: 上年}

Only values are read, never formulas. Every message names the cell.
"""

from __future__ import annotations

import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import DataFileError, FigureError, Finding
from renmin_docs.figures import Quantity, from_data, parse
from renmin_docs.report.figures_from import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from renmin_docs.figures import Figure
    from renmin_docs.report.figures_from import Column, FiguresFrom

INSTALL = 'pip install "renmin-docs[workbook]"'
_MAX_ROWS = 10_000


def read_figures(source: FiguresFrom, folder: Path) -> dict[str, Figure]:
    """The figures of a workbook by name, in the order of its rows. A row without a name is passed over.

    Raises:
        DataFileError: With every fault, each with sheet and cell.
    """
    path = folder / source.workbook
    values, formulas = _open(path, values=True), _open(path, values=False)
    sheet = _sheet(values, source.sheet, str(path))
    reader = _Rows(sheet, formulas[sheet.title], source.columns)
    figures = dict(reader.figures())
    if reader.findings:
        raise DataFileError(*reader.findings, subject=str(path))
    return figures


class _Rows:
    """Reads the rows of one sheet and collects what is wrong with them.

    Args:
        sheet: The sheet with the values that Excel stored.
        formulas: The same sheet with its formulas.
        columns: The headings to look for.
    """

    def __init__(self, sheet: Worksheet, formulas: Worksheet, columns: dict[Column, str]) -> None:
        self.findings: list[Finding] = []
        self._sheet = sheet
        self._formulas = formulas
        self._columns = self._places(columns)
        self._first: dict[str, str] = {}

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Name and figure of each row that has them."""
        if self.findings:
            return
        for merged in self._sheet.merged_cells.ranges:
            self._report("workbook_merged", str(merged), str(merged))
        for row in range(2, min(self._sheet.max_row, _MAX_ROWS) + 1):
            name = self._name(row)
            figure = self._figure(row) if name else None
            if name and figure is not None:
                yield name, figure

    def _places(self, columns: dict[Column, str]) -> dict[Column, int]:
        """Key of a column → its number; name and value must be there, and what the data file names."""
        headings = {str(cell.value).strip(): cell.column for cell in self._sheet[1] if cell.value is not None}
        places: dict[Column, int] = {}
        for key, heading in {**HEADINGS, **columns}.items():
            if heading in headings:
                places[key] = headings[heading]
            elif key in ("name", "value") or key in columns:
                self._report("workbook_column", "1:1", heading, "、".join(headings))
        return places

    def _name(self, row: int) -> str:
        cell = self._cell("name", row)
        name = "" if cell is None or cell.value is None else str(cell.value).strip()
        if not name or cell is None:
            return ""
        if not name.isidentifier():
            self._report("workbook_name", cell.coordinate, f"“{name}”", "限上服务业营业额")
        elif name in self._first:
            self._report("figure_declared_twice", cell.coordinate, name, self._first[name])
        else:
            self._first[name] = cell.coordinate
            return name
        return ""

    def _figure(self, row: int) -> Figure | None:
        unit_cell = self._cell("unit", row)
        unit = "" if unit_cell is None or unit_cell.value is None else str(unit_cell.value).strip()
        value, previous = self._number("value", row, unit), self._number("previous", row, unit)
        if value is None:
            return None
        try:
            current = parse(f"{value:f}{unit}")
            if previous is None or not isinstance(current, Quantity):
                return current
            before = parse(f"{previous:f}{unit}")
            return from_data({**_raw(current), "scale": current.scale, "previous": before.value})
        except FigureError as error:
            where = self._cell("value", row)
            self.findings += [finding.at(self._place(where.coordinate if where else "")) for finding in error.findings]
            return None

    def _number(self, key: Column, row: int, unit: str) -> Decimal | None:
        """The number in a cell; a percentage cell under the unit % counts as it is shown."""
        cell = self._cell(key, row)
        if cell is None:
            return None
        if cell.value is None:
            self._missing(key, cell)
            return None
        if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
            self._report("workbook_number", cell.coordinate, f"“{cell.value}”")
            return None
        number = Decimal(repr(cell.value))
        return number.scaleb(2).normalize() if unit == "%" and "%" in cell.number_format else number

    def _missing(self, key: str, cell: Cell) -> None:
        formula = self._formulas[cell.coordinate].value
        if isinstance(formula, str) and formula.startswith("="):
            self._report("workbook_formula", cell.coordinate, formula)
        elif key == "value":
            self._report("workbook_number", cell.coordinate, "@empty")

    def _cell(self, key: Column, row: int) -> Cell | None:
        column = self._columns.get(key)
        return None if column is None else self._sheet.cell(row, column)  # type: ignore[return-value]

    def _report(self, rule: str, cell: str, found: str, expected: str = "") -> None:
        self.findings.append(Finding(rule, place=self._place(cell), found=found, expected=expected))

    def _place(self, cell: str) -> str:
        return f"{self._sheet.title}!{cell}"


def _raw(figure: Quantity) -> dict[str, Any]:
    return {"value": figure.value, "unit": figure.unit}


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


def _sheet(workbook: Workbook, name: str, subject: str) -> Worksheet:
    if name and name not in workbook.sheetnames:
        finding = Finding("workbook_sheet", found=name, expected="、".join(workbook.sheetnames))
        raise DataFileError(finding, subject=subject)
    return workbook[name or workbook.sheetnames[0]]
