"""Figures from a workbook: one row a figure, its name, value, unit and previous value in named columns.

    figures_from:
      workbook: 指标.xlsx        # beside the report file
      sheet: 2022年              # the first sheet where it is missing
      columns: {name: 指标, value: 本年, unit: 单位, previous: 上年}

Only values are read, never formulas. Every message names the cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.errors import DataFileError, FigureError
from renmin_docs.intake.sheets import MAX_ROWS, Sheet, figure, with_unit
from renmin_docs.report.figures_from import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from pathlib import Path

    from renmin_docs.figures import Figure
    from renmin_docs.report.figures_from import Column, FiguresFrom


def read_figures(source: FiguresFrom, folder: Path) -> dict[str, Figure]:
    """The figures of a workbook by name, in the order of its rows. A row without a name is passed over.

    Raises:
        DataFileError: With every fault, each with sheet and cell.
    """
    path = folder / source.workbook
    sheet = Sheet(path, source.sheet)
    figures = dict(_Rows(sheet, source.columns).figures())
    if sheet.findings:
        raise DataFileError(*sheet.findings, subject=str(path))
    return figures


class _Rows:
    """Reads the rows of one sheet, each a figure.

    Args:
        sheet: The sheet, which takes what is wrong.
        columns: The headings to look for.
    """

    def __init__(self, sheet: Sheet, columns: dict[Column, str]) -> None:
        self._sheet = sheet
        self._columns = self._places(columns)
        self._first: dict[str, str] = {}

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Name and figure of each row that has them."""
        if self._sheet.findings:
            return
        self._sheet.report_merged(1, self._sheet.rows)
        for row in range(2, min(self._sheet.rows, MAX_ROWS) + 1):
            name = self._name(row)
            figure = self._figure(row) if name else None
            if name and figure is not None:
                yield name, figure

    def _places(self, columns: dict[Column, str]) -> dict[Column, int]:
        """Key of a column → its number; name and value must be there, and what the data file names."""
        headings = self._sheet.headings()
        places: dict[Column, int] = {}
        for key, heading in {**HEADINGS, **columns}.items():
            if heading in headings:
                places[key] = headings[heading]
            elif key in ("name", "value") or key in columns:
                self._sheet.report("workbook_column", "1:1", heading, "、".join(headings))
        return places

    def _name(self, row: int) -> str:
        column = self._columns["name"]
        name, cell = self._sheet.text(row, column), self._sheet.address(row, column)
        if not name:
            return ""
        if not name.isidentifier():
            self._sheet.report("workbook_name", cell, f"“{name}”", "限上服务业营业额")
        elif name in self._first:
            self._sheet.report("figure_declared_twice", cell, name, self._first[name])
        else:
            self._first[name] = cell
            return name
        return ""

    def _figure(self, row: int) -> Figure | None:
        unit = self._sheet.text(row, self._columns["unit"]) if "unit" in self._columns else ""
        value, previous = self._number("value", row, unit), self._number("previous", row, unit)
        if value is None:
            return None
        try:
            return figure(with_unit(value, unit), None if previous is None else with_unit(previous, unit))
        except FigureError as error:
            place = self._sheet.place(row, self._columns["value"])
            self._sheet.findings += [finding.at(place) for finding in error.findings]
            return None

    def _number(self, key: Column, row: int, unit: str) -> Decimal | None:
        column = self._columns.get(key)
        return None if column is None else self._sheet.number(row, column, unit, required=key == "value")
