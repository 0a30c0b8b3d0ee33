"""The headings of a workbook with a row a report: which column is a key of the report, and which a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs import keys
from renmin_docs.errors import DataFileError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from renmin_docs.intake.sheets import Sheet

_REPORT = keys.KEYS["WorkReport"]
NAME = _REPORT["organization"]
KEYS: dict[str, tuple[str, ...]] = {
    NAME: ("organization", "name"),
    keys.KEYS["Organization"]["issuer"]: ("organization", "issuer"),
    **{_REPORT[key]: (key,) for key in ("year", "period", "issue_date", "title")},
}
"""Heading → the key of a report whose value stands below it. The first must be there."""

PREVIOUS = ("上年", "去年", "上年同期", "去年同期")
_BELOW_NAME = ("", "计量单位")
"""What stands below 单位 in a row of units."""
_BRACKETS = re.compile("[（(]([^（）()]*)[）)]")
_COMMAS = re.compile("[，,、；; ]+")


class Column(NamedTuple):
    """A column of numbers.

    Attributes:
        number: From 1.
        unit: That of its numbers, where the cells bring none.
    """

    number: int
    unit: str


class _Heading(NamedTuple):
    """A heading that names a figure: `营业额（上年，亿元）`."""

    name: str
    unit: str
    previous: bool


class Headings:
    """The columns of a sheet.

    Args:
        sheet: The sheet.
        declared: Names of figures that the shared text has itself.

    Attributes:
        keys: Heading of a key → number of its column.
        values: Figure → its column.
        previous: Figure → the column of its values a year before.
        first_row: The first row of a report.

    Raises:
        DataFileError: With everything that is wrong with the headings.
    """

    def __init__(self, sheet: Sheet, declared: Collection[str]) -> None:
        self.keys: dict[str, int] = {}
        self.values: dict[str, Column] = {}
        self.previous: dict[str, Column] = {}
        self._sheet = sheet
        self._places: dict[tuple[str, bool], str] = {}
        headings = list(self._headings())
        self.keys = {text: column for text, column in headings if text in KEYS}
        self.first_row = 3 if self._has_units() else 2
        for text, column in headings:
            self._read(text, column, declared)
        if NAME not in self.keys:
            sheet.report("workbook_column", "1:1", NAME, "、".join(text for text, _ in headings))
        sheet.report_merged(1, self.first_row - 1)
        if sheet.findings:
            raise DataFileError(*sheet.findings)

    def _headings(self) -> Iterator[tuple[str, int]]:
        for column in range(1, self._sheet.columns + 1):
            if text := self._sheet.text(1, column):
                yield text, column

    def _has_units(self) -> bool:
        """Whether the second row holds units: no organisation, and texts without numbers."""
        texts = [self._sheet.text(2, column) for column in range(1, self._sheet.columns + 1)]
        name = self.keys.get(NAME)
        if name is None or texts[name - 1] not in _BELOW_NAME or not any(texts):
            return False
        return not any(character.isdigit() for text in texts for character in text)

    def _read(self, text: str, column: int, declared: Collection[str]) -> None:
        heading = _heading(text)
        place = self._sheet.address(1, column)
        first = self._places.setdefault((heading.name, heading.previous), place)
        if first != place:
            self._sheet.report("figure_declared_twice", place, text, first)
        elif text not in KEYS and heading.name in declared:
            self._sheet.report("figure_declared_twice", place, heading.name, "figures")
        elif text not in KEYS and heading.name.isidentifier():  # no text can mention another
            unit = heading.unit or (self._sheet.text(2, column) if self.first_row == 3 else "")
            (self.previous if heading.previous else self.values)[heading.name] = Column(column, unit)


def _heading(text: str) -> _Heading:
    """What a heading says: a name, and in brackets a unit or that the numbers are last year's.

    >>> _heading("营业额（上年，亿元）")
    _Heading(name='营业额', unit='亿元', previous=True)
    """
    notes = [note for inside in _BRACKETS.findall(text) for note in _COMMAS.split(inside) if note]
    units = [note for note in notes if note not in PREVIOUS]
    return _Heading(_BRACKETS.sub("", text).strip(), units[0] if units else "", len(units) < len(notes))
