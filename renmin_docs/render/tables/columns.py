"""The columns of a table as they will print: the kind of each, the width it needs and the width it gets.

Widths are counted in twips, from the characters: a Chinese one is as wide as the type is high, any other half
of that. Measured with the fonts of one machine, a table would be laid out for no other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias, cast

from renmin_docs.emphasis import in_heading
from renmin_docs.errors import Finding
from renmin_docs.report.cells import has_merged
from renmin_docs.report.tables import Column, Table
from renmin_docs.standard.tables import CELL_MARGIN_SIDE, CELL_MARGIN_TIGHT, LANDSCAPE_WIDTH, TABLE_SIZE
from renmin_docs.standard.text_width import half_widths
from renmin_docs.units import Length, Twips

Write: TypeAlias = Callable[[str], str]
"""Makes what is printed of a text with placeholders."""

CHARACTER = TABLE_SIZE.twips
HALF = CHARACTER // 2
_GENEROUS_HALF = HALF * 9 // 8
"""Room for a digit or letter: a font that stands in for a missing one has wider ones than half a 字."""
_HEAD_HALF = HALF * 4 // 3
"""And for one in a heading, which may not spare a line; `_BROAD` ones take half a 字 more (% in sans-serif fonts)."""
_BROAD = re.compile(r"[%@MWmw]")
_SLACK = HALF // 4
_MARGINS, _TIGHT_MARGINS = 2 * CELL_MARGIN_SIDE.twips, 2 * CELL_MARGIN_TIGHT.twips

_LEAST_CHARACTERS = 3
_MOST_UNBROKEN = 12 * CHARACTER
"""A text never asks for more than this; a longer word is broken within."""
_MOST_LINES, _MOST_HEAD_LINES = 8, 3
"""A text asks for the width that prints it in so many lines."""
_WORD = re.compile(rf"[!-~]{{{2 * _LEAST_CHARACTERS + 1},}}")
"""What does not break and is longer than the least width."""

_NUMBER = re.compile(r"[-+−]?\d+(?:,\d{3})*(?:\.\d+)?[%‰]?", re.ASCII)
_POINTED = re.compile(r"([^\d\s.]{0,3}\d+(?:,\d{3})*)((?:\.\d+)?[^\d\s.～—]{0,3})", re.ASCII)
"""A number, also with hedge or unit, in two: what stands before its point, and the point with the rest."""
_OPEN = frozenset(("", "—", "－", "-", "/", "…", "——"))
"""What stands in a cell that is not filled."""


@dataclass(frozen=True)
class PrintedColumn:
    """A column with its texts as they print.

    Attributes:
        column: The column as it was asked for.
        heading: Its heading as printed, without the unit.
        unit: Its unit in round brackets, or nothing.
        cells: Its cells as printed, from the top.
    """

    column: Column
    heading: str
    unit: str
    cells: tuple[str, ...]

    @cached_property
    def is_number(self) -> bool:
        """Whether it holds numbers: as it was asked for, or by its cells."""
        if self.column.kind is not None:
            return self.column.kind == "number"
        filled = [cell for cell in self.cells if cell not in _OPEN]
        return bool(filled) and all(map(_NUMBER.fullmatch, filled))

    @property
    def on_point(self) -> bool:
        """Whether its numbers stand with their points below one another."""
        return self.is_number and self.column.alignment in (None, "right")

    @cached_property
    def tails(self) -> dict[str, int]:
        """Each number → the width of its point and what stands behind, in halves of a 字."""
        matches = ((cell, _POINTED.fullmatch(cell)) for cell in dict.fromkeys(self.cells) if self.is_number)
        return {cell: half_widths(match[2]) for cell, match in matches if match}

    @cached_property
    def longest_tail(self) -> int:
        """The widest of the tails."""
        return max(self.tails.values(), default=0)

    @cached_property
    def _number_halves(self) -> int:
        """The width of its numbers, points below one another, in halves of a 字."""
        whole = max((half_widths(cell) - tail for cell, tail in self.tails.items()), default=0)
        return whole + self.longest_tail

    @property
    def number_room(self) -> int:
        """What its numbers need in any font; they never break."""
        return self._number_halves * _GENEROUS_HALF + _SLACK if self.tails else 0

    @property
    def _number_least(self) -> int:
        """The least width for its numbers: in the fonts of official documents the margins stay free."""
        return max(self._number_halves * HALF + _MARGINS, self.number_room + _TIGHT_MARGINS) if self.tails else 0

    @cached_property
    def cells_room(self) -> int:
        """What its cells need to print without a break."""
        return max(self.number_room, _longest_room(self._texts))

    @property
    def _texts(self) -> list[str]:
        """The cells that are no numbers."""
        return [cell for cell in dict.fromkeys(self.cells) if cell not in self.tails]

    @cached_property
    def least(self) -> int:
        """The least width, margins included: numbers unbroken, texts as narrow as can still be read."""
        lines = 1 if self.is_number else _MOST_LINES  # a range or an estimate is one too
        texts = max((_least_room(text, lines) for text in self._texts), default=0)
        head = max(_least_room(self.heading, _MOST_HEAD_LINES), _least_room(self.unit, 1))
        return max(self._number_least, max(texts, head, CHARACTER) + _MARGINS)

    @cached_property
    def unbroken(self) -> int:
        """The width in which no cell breaks, margins included; the heading may."""
        return max(self.least, self.cells_room + _MARGINS)

    @cached_property
    def ideal(self) -> int:
        """The width in which nothing breaks but the unit from its heading, margins included."""
        return max(self.unbroken, head_room(self.heading) + _MARGINS, head_room(self.unit) + _MARGINS)

    @cached_property
    def one_line(self) -> int:
        """The width in which not even that breaks."""
        return max(self.ideal, head_room(self.heading + self.unit) + _MARGINS)


class Needs(NamedTuple):
    """The widths that a column needs, as `PrintedColumn` names them."""

    least: int
    unbroken: int
    ideal: int
    one_line: int


def printed_columns(table: Table, write: Write) -> tuple[PrintedColumn, ...]:
    """The columns of a table, their placeholders written out. The table has rows: figures are resolved.

    A cell that goes over several columns belongs to none of them.
    """
    texts: Iterable[Sequence[str]]
    if has_merged(table.rows):
        from renmin_docs.report.merged_cells import texts_by_column  # few tables have merged cells

        texts = texts_by_column(table)
    else:
        texts = zip(*cast("Sequence[Sequence[str]]", table.rows), strict=True)
    return tuple(
        printed_column(column, tuple(map(write, cells)), write)
        for column, cells in zip(table.leaf_columns, texts, strict=True)
    )


def printed_column(column: Column, cells: tuple[str, ...], write: Write) -> PrintedColumn:
    """A column with its heading written out, over cells that are."""
    unit = write(f"（{column.unit}）") if column.unit else ""
    return PrintedColumn(column, in_heading(write(column.heading)), in_heading(unit), cells)


def room(text: str) -> int:
    """The width that a line of text needs, with some to spare; 0 for an empty one."""
    if not text:
        return 0
    halves = len(text) if text.isascii() else half_widths(text)
    wide = halves - len(text)
    return wide * CHARACTER + (len(text) - wide) * _GENEROUS_HALF + _SLACK


def head_room(text: str) -> int:
    """The width that a heading needs to stand on one line in any font; 0 for an empty one."""
    narrow = 2 * len(text) - half_widths(text)
    return room(text) + narrow * (_HEAD_HALF - _GENEROUS_HALF) + len(_BROAD.findall(text)) * HALF


def _longest_room(texts: Sequence[str]) -> int:
    return max((room(line) for text in texts for line in text.split("\n")), default=0)


def _least_room(text: str, lines: int) -> int:
    """The least width for a text: 3 字 or its content, its longest word, and not too many lines."""
    whole = _longest_room([text])
    least = min(whole, room("字" * _LEAST_CHARACTERS))
    if whole == least:
        return whole
    words = max(map(room, _WORD.findall(text)), default=0)
    return max(least, min(max(words, math.ceil(whole / lines) + _SLACK), _MOST_UNBROKEN))


def shared_widths(columns: Sequence[PrintedColumn | Needs], width: Length) -> tuple[int, ...]:
    """The widths of the columns in twips; they fill the width to the twip.

    Where all texts fit, if need be with units below headings, the rest is shared out in proportion. Else headings
    break before cells do, and each column gets more the longer its texts are, but by the fourth root, so that a
    long text leaves short ones their line.
    """
    whole = int(width // Twips(1))
    least, unbroken, ideal = zip(*((column.least, column.unbroken, column.ideal) for column in columns), strict=True)
    for most in ([column.one_line for column in columns], ideal):
        if sum(most) <= whole:
            return _to_the_twip([each * whole / sum(most) for each in most], whole)
    if sum(unbroken) <= whole:
        return _to_the_twip(_squeezed(unbroken, ideal, whole), whole)
    return _to_the_twip(_squeezed(least, unbroken, whole), whole)


def _squeezed(least: Sequence[int], most: Sequence[int], whole: int) -> list[float]:
    """Widths between least and most that grow with the fourth root of the most and together fill the whole."""

    def widths(factor: float) -> list[float]:
        return [min(max(low, factor * high**0.25), high) for low, high in zip(least, most, strict=True)]

    low, high = 0.0, float(max(most))
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) <= whole else (low, middle)
    return widths(low)


def _to_the_twip(widths: Sequence[float], whole: int) -> tuple[int, ...]:
    """Whole twips that add up; what rounding leaves goes to the first columns."""
    floors = [math.floor(width) for width in widths]
    each, more = divmod(whole - sum(floors), len(floors))
    return tuple(floor + each + (index < more) for index, floor in enumerate(floors))


def too_wide(needed: Length, width: Length) -> Finding:
    """That a table needs more than the width."""
    rule = "table_too_wide" if width >= LANDSCAPE_WIDTH else "table_too_wide_portrait"
    return Finding(rule, found=f"{math.ceil(needed.mm)} mm", expected=f"{math.floor(width.mm)} mm")
