"""One sheet of an .xlsx that may come from anybody: its filled cells, in one pass and within limits.

A sheet whose columns are formatted down to the last row holds a million cells, of which a few have a value: only these
are kept, and memory goes by them. Nothing is computed; a formula counts by its stored value. Whole books are not made
into objects: styles that nothing here needs, pictures and other sheets are never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.cell_formats import GENERAL, MAX_CODE, CellFormat, built_in, format_of
from renmin_docs.ooxml.names import SPREADSHEET
from renmin_docs.ooxml.package import MAX_TOTAL, kind_of, main_part, read_parts
from renmin_docs.ooxml.relationships import targets
from renmin_docs.ooxml.sheet import SHARED, FoundCell, MergedRange, read_cells
from renmin_docs.ooxml.xml_events import read_events

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SHEETS = ("spreadsheetml", "ms-excel")
_TEXTS = (SHARED, "str", "inlineStr")
_RELATED = ("worksheet", "sharedStrings", "styles")
_LONGEST_NUMBER = 8
"""Digits of the numbers of strings and styles."""


class RawCell(NamedTuple):
    """A filled cell as the sheet holds it.

    Attributes:
        kind: `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`. Source: 18.18.11 (ST_CellType).
        text: The stored value; empty where a formula has none.
        format: How it is shown.
        formula: Of a cell that is computed: the formula without its =, or = where another cell has it.
    """

    kind: str
    text: str
    format: CellFormat = GENERAL
    formula: str = ""

    @property
    def is_uncomputed(self) -> bool:
        """Whether it has a formula and no value."""
        return bool(self.formula) and not self.text and self.kind == "n"


class SheetContent(NamedTuple):
    """What a sheet holds: its filled cells by row and column; and whether day 0 of the workbook is 1904-01-01."""

    title: str
    rows: dict[int, dict[int, RawCell]]
    merged: list[MergedRange]
    counts_from_1904: bool


def read_sheet(data: bytes, name: str = "") -> SheetContent:
    """Read one sheet, the first visible one where no name is given.

    Raises:
        PackageError: It is no workbook, damaged, encrypted, over a limit, or has no such sheet.
    """
    book = _Book(data)
    title, part = book.sheet(name)
    found, merged = read_cells(book.parts[part], part)
    strings = book.strings({int(cell.text) for row in found.values() for cell in row.values() if cell.kind == SHARED})
    formats = book.formats()
    rows: dict[int, dict[int, RawCell]] = {}
    for number, row in sorted(found.items()):
        cells = {column: _settled(cell, strings, formats) for column, cell in row.items()}
        if filled := {column: cell for column, cell in cells.items() if cell.text.strip() or cell.is_uncomputed}:
            rows[number] = filled
    return SheetContent(title, rows, merged, book.counts_from_1904)


def _settled(cell: FoundCell, strings: Mapping[int, str], formats: list[CellFormat]) -> RawCell:
    """A cell with its string and its format; a style that is nowhere defined is none."""
    text = strings[int(cell.text)] if cell.kind == SHARED else cell.text
    style = _number(cell.style)
    shown = formats[style] if style < len(formats) else GENERAL
    return RawCell(cell.kind, _unescaped(text) if cell.kind in _TEXTS else text, shown, cell.formula)


def _unescaped(text: str) -> str:
    """A text with the characters that XML can't hold and Excel writes as _x000D_; halves of pairs stay as they are."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if 0xD800 <= code < 0xE000 else chr(code)

    return _ESCAPE.sub(character, text) if "_x" in text else text


def _number(text: str) -> int:
    """The number of a style or a format; 0, which is the general one, where it is none."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else 0


# --- the workbook -----------------------------------------------------------------------------


class _Book:
    """The parts of a workbook, and what its main part says of its sheets."""

    def __init__(self, data: bytes) -> None:
        self.parts = read_parts(data, most_xml=MAX_TOTAL, wanted=_is_wanted)
        self._main, content_type, _ = main_part(self.parts)
        if not content_type.endswith("main+xml") or not any(word in content_type for word in _SHEETS):
            raise PackageError(Finding("not_a_docx", found=kind_of(content_type)))
        self._related = {kind: targets(self.parts, self._main, (kind,)) for kind in _RELATED}
        self.counts_from_1904 = False
        self._sheets: list[dict[str, str]] = []
        opening = {"sheet": self._sheets.append, "workbookPr": self._properties}
        read_events(self.parts[self._main], self._main, SPREADSHEET, opening, {})

    def _properties(self, attributes: dict[str, str]) -> None:
        self.counts_from_1904 = attributes.get("date1904", "") in ("1", "true")

    def sheet(self, name: str) -> tuple[str, str]:
        """Name and part of a sheet of cells."""
        found = [each for each in self._sheets if _relation(each) in self._related["worksheet"]]
        visible = [each for each in found if each.get("state", "visible") == "visible"] or found
        if not found:
            raise PackageError(Finding("package_damaged", found="@no_sheet"))
        names = [each.get("name", "") for each in found]
        chosen = [each for each in (found if name else visible) if not name or each.get("name") == name]
        if not chosen:
            raise PackageError(Finding("workbook_sheet", found=name, expected="、".join(names)))
        return chosen[0].get("name", ""), self._related["worksheet"][_relation(chosen[0])]

    def strings(self, wanted: set[int]) -> dict[int, str]:
        """The shared strings of these numbers; pinyin beside characters is left out.

        Raises:
            PackageError: One is missing.
        """
        strings = _Strings(wanted)
        for part in self._related["sharedStrings"].values():
            read_events(self.parts[part], part, SPREADSHEET, strings.opening, strings.closing)
        if wanted - strings.found.keys():
            raise PackageError(Finding("part_damaged", found="sharedStrings"))
        return strings.found

    def formats(self) -> list[CellFormat]:
        """The formats of cells, by the number of their style."""
        styles = _Styles()
        for part in self._related["styles"].values():
            read_events(self.parts[part], part, SPREADSHEET, styles.opening, styles.closing)
        return styles.formats()


def _is_wanted(name: str) -> bool:
    """Whether a part may be needed: no pictures, no themes."""
    return name.lower().endswith((".xml", ".rels")) and "/media/" not in name


def _relation(sheet: dict[str, str]) -> str:
    """The relationship that a sheet names: the attribute r:id, in one of its namespaces."""
    return next((value for key, value in sheet.items() if key.endswith(" id")), "")


class _Strings:
    """Gathers shared strings."""

    def __init__(self, wanted: set[int]) -> None:
        self.found: dict[int, str] = {}
        self._wanted = wanted
        self._number, self._beside = -1, False
        self.opening = {"si": self._begin, "rPh": self._phonetic}
        self.closing = {"t": self._text, "rPh": self._phonetic_end}

    def _begin(self, _: dict[str, str]) -> None:
        self._number += 1
        if self._number in self._wanted:
            self.found[self._number] = ""

    def _phonetic(self, _: dict[str, str]) -> None:
        self._beside = True

    def _phonetic_end(self, _: str) -> None:
        self._beside = False

    def _text(self, text: str) -> None:
        if not self._beside and self._number in self._wanted:
            self.found[self._number] += text


class _Styles:
    """Gathers the formats of numbers."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._numbers: list[str] = []
        self._within = False
        self.opening = {"numFmt": self._code, "cellXfs": self._begin, "xf": self._format}
        self.closing = {"cellXfs": self._end}

    def _code(self, attributes: dict[str, str]) -> None:
        self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:MAX_CODE]

    def _begin(self, _: dict[str, str]) -> None:
        self._within = True

    def _end(self, _: str) -> None:
        self._within = False

    def _format(self, attributes: dict[str, str]) -> None:
        if self._within:
            self._numbers.append(attributes.get("numFmtId", "0"))

    def formats(self) -> list[CellFormat]:
        """One for each style."""
        return [
            format_of(self._codes[number]) if number in self._codes else built_in(_number(number))
            for number in self._numbers
        ]
