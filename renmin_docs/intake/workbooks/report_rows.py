"""Many reports from one workbook: a row each, over one text that they share.

    单位      成文日期      营业额（亿元）   营业额（上年，亿元）   网点数
    人民街道  2022-12-20    9.75            8.81                 600余家
    青山街道  2022-12-21    3.2             3.1                  200余家

Headings that are keys of the report stand in `row_headings.KEYS`; every other names a figure, or a field where words
stand below it; the shared text mentions either as `{营业额}`. With last year's value beside it a figure has its growth,
`{营业额:同比}`. A unit stands in brackets behind the name, or with the number in the cell, or in a second row of units,
in which 单位 is empty. Rows of totals are passed over. Columns that the text doesn't mention may hold anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from renmin_docs.errors import DataFileError, Finding, about
from renmin_docs.figures import Figure
from renmin_docs.intake.datafiles.loading import located, report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.workbooks.cell_figures import WORDS, Column, figure_in, is_of_words, with_growth, words_in
from renmin_docs.intake.workbooks.row_headings import KEYS, NAME, Headings
from renmin_docs.intake.workbooks.sheets import Sheet
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.sheet import MAX_ROWS
from renmin_docs.report.models import WorkReport
from renmin_docs.report.text import mentions
from renmin_docs.report.texts import texts
from renmin_docs.report.validation.key_paths import show_path

TOTALS = ("合计", "总计", "小计")
_YEAR = re.compile("([0-9]{4})年?", re.ASCII)
_DATE = re.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?", re.ASCII)


class Row(NamedTuple):
    """A row as a report, None where it can't be made; and why not, or why not as it should be."""

    number: int
    report: WorkReport | None
    faults: tuple[Finding, ...]
    origin: Origin


class Origin(NamedTuple):
    """Where everything in a row's report is from.

    Attributes:
        source: The shared text with the row's values.
        text: Path of the shared text.
        cells: Key path → the cell that it is from; key paths in both spellings, where the text has Chinese ones.
        unread: Figure → everything that is wrong with its cells.
        unstyled: Place and style → the cell without which a figure can't be printed there in that style.
    """

    source: DataSource
    text: str
    cells: dict[str, str]
    unread: dict[str, list[Finding]]
    unstyled: dict[tuple[str, str], Finding]

    def located(self, finding: Finding) -> Finding:
        """A finding on the report, with the cell or the line of the shared text that it is about."""
        if finding.rule == "unknown_style" and (finding.place, finding.found) in self.unstyled:
            return self.unstyled[finding.place, finding.found]
        placed = located(finding, self.source)
        if cell := self._cell(finding.place):
            return replace(placed, place=cell, line=None, file="")
        return self.placed(placed)

    def placed(self, finding: Finding) -> Finding:
        """A finding on the shared text, with the cell that it is about if it is about one."""
        if finding.rule == "unknown_figure" and finding.found in self.unread:
            return self.unread[finding.found][0]
        if cell := self._cell(finding.place):
            return replace(finding, place=cell, line=None, file="")
        return replace(finding, file=finding.file or self.text)

    def _cell(self, place: str) -> str:
        return next((cell for key, cell in self.cells.items() if f"{place}.".startswith(f"{key}.")), "")


class ReportRows:
    """The reports of a workbook, made one after another.

    Args:
        path: The workbook; its first sheet is read.
        text: The data file that the rows share. What the rows bring it need not have.
        profile: The profile beneath it, in place of the one that it names.

    Raises:
        DataFileError: One of them can't be read, or the headings are wrong: every fault.
    """

    def __init__(self, path: Path, text: Path, profile: Path | None = None) -> None:
        self._shared = _of_no_office(read_source(text, profile))
        self._sheet = Sheet(path)
        declared = {name: key for key in ("fields", "figures") for name in self._declared(key)}
        with about(path, DataFileError):
            self._headings = Headings(self._sheet, declared)
        self._rows = [*self._numbers()]
        if len(self._rows) > MAX_ROWS:
            raise DataFileError(Finding("rows_many", found=str(MAX_ROWS)), subject=str(path))
        columns = self._headings.values.items()
        has_words = partial(is_of_words, self._sheet, self._rows)
        self._words = {name for name, column in columns if name not in self._headings.previous and has_words(column)}

    def _declared(self, key: str) -> dict[str, Any]:
        """What the shared text names itself under a key."""
        declared = self._shared.data.get(key)
        return declared if isinstance(declared, dict) else {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._rows)

    def _numbers(self) -> Iterator[int]:
        """The rows that are reports: not blank, and no totals."""
        for number in self._sheet.rows:
            if number >= self._headings.first_row and self._sheet.text(number, self._headings.keys[NAME]) not in TOTALS:
                yield number

    # --- one row ------------------------------------------------------------------------------

    def _row(self, number: int) -> Row:
        self._sheet.findings.clear()
        self._sheet.report_merged(number, number)
        merged_cells = tuple(self._sheet.findings)
        data, cells = self._with_keys(number)
        figures, unread, lacking = self._figures(number)
        data["figures"] = {**self._declared("figures"), **figures}
        if words := self._fields(number, unread):
            data["fields"] = {**self._declared("fields"), **words}
        named = (("figures", figures), ("fields", words))
        values = self._headings.values
        cells |= {f"{key}.{name}": self._place(number, values[name]) for key, names in named for name in names}
        source = replace(self._shared, data=data, findings=list(self._shared.findings))
        origin = Origin(source, source.subject, _in_both_spellings(cells, source), unread, {})
        try:
            report = report_of(source)
        except DataFileError as error:
            return Row(number, None, (*merged_cells, *map(origin.placed, error.findings)), origin)
        origin.unstyled.update(_unstyled(report, lacking))
        return Row(number, None if merged_cells else report, merged_cells or _faults(report, unread), origin)

    def _with_keys(self, number: int) -> tuple[dict[str, Any], dict[str, str]]:
        """The shared data with the row's keys, and the cells that these are from."""
        data, cells = {**self._shared.data, "organization": {}}, {}
        for heading, column in self._headings.keys.items():
            text, path = self._sheet.text(number, column), KEYS[heading]
            if text or heading == NAME:
                owner = data["organization"] if len(path) == 2 else data
                owner[path[-1]] = _value(heading, self._sheet.cell(number, column).value, text)
                cells[".".join(path)] = self._place(number, Column(column, ""))
        return data, {**cells, "organization": cells["organization.name"]}

    def _figures(self, number: int) -> tuple[dict[str, Figure], dict[str, list[Finding]], dict[str, Finding]]:
        """The row's figures, what is wrong with each of the others, and last year's empty cells."""
        figures: dict[str, Figure] = {}
        unread: dict[str, list[Finding]] = {}
        lacking: dict[str, Finding] = {}
        for name, column in self._headings.values.items():
            if name in self._words:
                continue
            self._sheet.findings.clear()
            current = figure_in(self._sheet, number, column, required=True)
            if before := self._headings.previous.get(name):
                before = before._replace(unit=before.unit or column.unit)
                previous, place = figure_in(self._sheet, number, before, required=False), self._place(number, before)
                current = current and with_growth(self._sheet, current, previous, place)
                if previous is None:
                    written = self._sheet.text(number, before.number)
                    shown = quote(written) if written else "@empty"
                    lacking[name] = Finding("workbook_number", place=place, found=shown)
            if self._sheet.findings:
                unread[name] = [_or_words(finding, name, column) for finding in self._sheet.findings]
            elif current is not None:
                figures[name] = current
        return figures, unread, lacking

    def _fields(self, number: int, unread: dict[str, list[Finding]]) -> dict[str, str]:
        """The row's words; what is wrong with the others goes to the unread."""
        words: dict[str, str] = {}
        for name in self._headings.values:
            self._sheet.findings.clear()
            if name in self._words:
                words[name] = words_in(self._sheet, number, self._headings.values[name])
            if self._sheet.findings:
                del words[name]
                unread[name] = [*self._sheet.findings]
        return words

    def _place(self, number: int, column: Column) -> str:
        return self._sheet.place(number, column.number)


def _of_no_office(source: DataSource) -> DataSource:
    """A shared text without an office, its own or its profile's: whose name signs is for each row to say."""
    profile = source.beneath
    if profile is not None:
        profile = replace(profile, data=_without_office(profile.data))
    return replace(source, data=_without_office(source.data), beneath=profile)


def _without_office(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "organization"}


def _in_both_spellings(cells: dict[str, str], source: DataSource) -> dict[str, str]:
    written = {show_path(source.as_written(tuple(key.split(".")))): cell for key, cell in cells.items()}
    return {**cells, **written}


def _unstyled(report: WorkReport, lacking: dict[str, Finding]) -> dict[tuple[str, str], Finding]:
    """Where a text asks for a figure's growth, and which empty cell of last year it would be made from."""
    return {
        (placed.path, mention.style): lacking[mention.name]
        for placed in (texts(report) if lacking else ())
        for mention in mentions(placed.text)
        if mention.style and mention.name in lacking
    }


def _faults(report: WorkReport, unread: dict[str, list[Finding]]) -> tuple[Finding, ...]:
    """All that is wrong with the cells of mentioned figures, where it is more than the check of the text will show."""
    if all(len(findings) == 1 for findings in unread.values()):
        return ()
    mentioned = {mention.name for placed in texts(report) for mention in mentions(placed.text)}
    return tuple(finding for name, findings in unread.items() if name in mentioned for finding in findings)


def _or_words(finding: Finding, name: str, column: Column) -> Finding:
    """A cell that is no figure, in a column without a unit, may hold words."""
    if finding.rule != "figure_unreadable" or column.unit:
        return finding
    return replace(finding, rule="workbook_words", expected=f"{name}（{WORDS[0]}）")


def _value(heading: str, value: Any, text: str) -> Any:
    """The value of a key as a data file has it."""
    if heading == "年度" and (year := _YEAR.fullmatch(text)):
        return int(year[1])
    if heading == "成文日期" and isinstance(value, date):
        return value
    if heading == "成文日期" and (day := _DATE.fullmatch(text)):
        try:
            return date(*map(int, day.groups()))
        except ValueError:  # 30 February; the model says so
            return text
    return text
