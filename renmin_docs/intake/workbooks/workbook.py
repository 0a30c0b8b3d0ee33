"""Figures from a workbook: one row a figure, its name, value, unit and previous value in named columns.

    figures_from:
      workbook: 指标.xlsx        # beside the report file
      sheet: 2022年              # the first sheet where it is missing
      columns: {name: 指标, value: 本年, unit: 单位, previous: 上年}

The headings may stand below a title. Only values are read, never formulas. Every message names the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import DataFileError
from renmin_docs.intake.workbooks.cell_figures import Column, figure_in, with_growth
from renmin_docs.intake.workbooks.sheets import Sheet, address
from renmin_docs.report.figure_rows import HEADINGS, FigureColumn
from renmin_docs.report.file_keys import FiguresFrom

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.figures import Figure


class FoundFigure(NamedTuple):
    """A figure and the cell of its value: `2022年!B2`."""

    figure: Figure
    cell: str


def read_figures(source: FiguresFrom, folder: Path) -> dict[str, FoundFigure]:
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
    """Reads the rows of one sheet, each a figure; the sheet takes what is wrong."""

    def __init__(self, sheet: Sheet, columns: dict[FigureColumn, str]) -> None:
        self._sheet = sheet
        self._headings = {**HEADINGS, **columns}
        needed = {self._headings[key] for key in ("name", "value", *columns)}
        self._first_row = sheet.heading_row(needed)
        self._columns = self._places(needed)
        self._first: dict[str, str] = {}

    def figures(self) -> Iterator[tuple[str, FoundFigure]]:
        """Name and figure of each row that has them."""
        if self._first_row is None:
            return
        rows = [row for row in self._sheet.rows if row > self._first_row]
        self._sheet.report_merged(self._first_row)
        for row in rows:
            if self._sheet.text(row, self._columns["name"]):
                name, figure = self._name(row), self._figure(row)
                if name and figure is not None:
                    yield name, FoundFigure(figure, self._sheet.place(row, self._columns["value"]))

    def _places(self, needed: set[str]) -> dict[FigureColumn, int]:
        """Key of a column → its number; what is needed and stands in no row that could hold the headings is noted."""
        rows = self._sheet.heading_rows
        found = {row: needed & set(self._sheet.texts(row).values()) for row in rows}
        best = max(found, key=lambda row: len(found[row]), default=1)
        places = {text: column for column, text in self._sheet.texts(best).items()}
        for heading in self._headings.values():
            if heading in needed and heading not in places:
                self._sheet.report("workbook_column", f"{best}:{best}", heading, "、".join(places) or "@none")
        return {key: places[heading] for key, heading in self._headings.items() if heading in places}

    def _name(self, row: int) -> str:
        column = self._columns["name"]
        name, cell = self._sheet.text(row, column), address(row, column)
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
        current = figure_in(self._sheet, row, Column(self._columns["value"], unit), required=True)
        if "previous" not in self._columns:
            return current
        column = Column(self._columns["previous"], unit)
        previous = figure_in(self._sheet, row, column, required=False)
        return current and with_growth(self._sheet, current, previous, self._sheet.place(row, column.number))
