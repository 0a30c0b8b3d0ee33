"""The headings of a workbook with a row a report: which column is a key of the report, a figure or a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from renmin_docs.errors import DataFileError
from renmin_docs.intake.workbooks.cell_figures import Column
from renmin_docs.intake.workbooks.sheets import Sheet, address
from renmin_docs.vocabulary import MAPPINGS

_REPORT, _OFFICE = MAPPINGS["WorkReport"], MAPPINGS["Organization"]
NAME = _REPORT["organization"].zh
KEYS: dict[str, tuple[str, ...]] = {
    NAME: ("organization", "name"),
    _OFFICE["issuer"].zh: ("organization", "issuer"),
    **{_REPORT[key].zh: (key,) for key in ("year", "period", "issue_date", "title")},
}
"""Heading → the key of a report whose value stands below it. The first must be there."""

PREVIOUS = ("上年", "去年", "上年同期", "去年同期")
_BELOW_NAME = ("", "计量单位")
"""What stands below 单位 in a row of units."""
_BRACKETS = re.compile("[（(]([^（）()]*)[）)]")
_COMMAS = re.compile("[，,、；; ]+")


class _Heading(NamedTuple):
    """A heading that names a figure: `营业额（上年，亿元）`."""

    name: str
    unit: str
    previous: bool


class Headings:
    """The columns of a sheet.

    Args:
        sheet: The sheet.
        declared: Names of figures and fields that the shared text has itself, with their keys.

    Attributes:
        keys: Heading of a key → number of its column.
        values: Figure or field → its column.
        previous: Figure → the column of its values a year before.
        row: The row that they stand in.
        first_row: The first row of a report.

    Raises:
        DataFileError: With everything that is wrong with the headings.
    """

    def __init__(self, sheet: Sheet, declared: Mapping[str, str]) -> None:
        self.keys: dict[str, int] = {}
        self.values: dict[str, Column] = {}
        self.previous: dict[str, Column] = {}
        self._sheet = sheet
        self._places: dict[tuple[str, bool], str] = {}
        self.row = sheet.heading_row((NAME,)) or 1
        headings = sheet.texts(self.row)
        self.keys = {text: column for column, text in headings.items() if text in KEYS}
        self._units = self._row_of_units()
        self.first_row = self.row + 1 + bool(self._units)
        for column, text in headings.items():
            self._read(text, column, declared)
        if NAME not in self.keys:
            sheet.report("workbook_column", f"{self.row}:{self.row}", NAME, sheet.first_texts)
        sheet.report_merged(self.row, self.first_row - 1)
        if sheet.findings:
            raise DataFileError(*sheet.findings)

    def _row_of_units(self) -> dict[int, str]:
        """The row below the headings if it holds units, by column: no organisation, and texts without numbers."""
        texts = self._sheet.texts(self.row + 1)
        name = self.keys.get(NAME)
        if name is None or texts.get(name, "") not in _BELOW_NAME:
            return {}
        return {} if any(character.isdigit() for text in texts.values() for character in text) else texts

    def _read(self, text: str, column: int, declared: Mapping[str, str]) -> None:
        heading = _heading(text)
        place = address(self.row, column)
        first = self._places.setdefault((heading.name, heading.previous), place)
        if first != place:
            self._sheet.report("figure_declared_twice", place, text, first)
        elif text not in KEYS and heading.name in declared:
            self._sheet.report("figure_declared_twice", place, heading.name, declared[heading.name])
        elif text not in KEYS and heading.name.isidentifier():  # no text can mention another
            unit = heading.unit or self._units.get(column, "")
            (self.previous if heading.previous else self.values)[heading.name] = Column(column, unit)


def _heading(text: str) -> _Heading:
    """What a heading says: a name, and in brackets a unit or that the numbers are last year's.

    >>> _heading("营业额（上年，亿元）")
    _Heading(name='营业额', unit='亿元', previous=True)
    """
    notes = [note for inside in _BRACKETS.findall(text) for note in _COMMAS.split(inside) if note]
    units = [note for note in notes if note not in PREVIOUS]
    return _Heading(_BRACKETS.sub("", text).strip(), units[0] if units else "", len(units) < len(notes))
