"""Tables (C): totals that are not the sum of their rows or columns, a text with another number than its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from renmin_docs.figures.sums import Reach
from renmin_docs.proofread.facts import Fact
from renmin_docs.proofread.grids import Grid, Number
from renmin_docs.proofread.identities import meets
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.scope import BUDGETED
from renmin_docs.report.totals import is_subtotal

_AMONG = re.compile(r"\s*(?:[（(]?其中|#|＃|[（(]?含)")
_NEAR = Decimal("0.5"), Decimal(2)
_OTHER_YEAR = re.compile(f"目标|计划|任务|上年|去年|{BUDGETED}|同期|累计|增|比|率|名次|排名|位次|序号")
_DIGITS = re.compile("[^0-9.]")
_LARGE = 10_000
"""From here on a cell without unit may be counted in 万."""
_SHORTEST = 3
_MOST = 20
"""Totals that a grand total adds up."""


class _Sum(NamedTuple):
    """A total and what it may be the sum of: cells of one row or column."""

    total: tuple[int, int]
    choices: list[list[tuple[int, int]]]


@rule("C10", "manuscript")
def totals_of_tables(manuscript: Manuscript) -> Iterator[Slip]:
    """A total of a table that its cells don't give, and a number of the text that its cell does not have."""
    for grid in manuscript.grids:
        for each in _column_sums(grid):
            yield from _wrong(grid, each)
        yield from _row_slips(grid)
    yield from _text_slips(manuscript)


def _column_sums(grid: Grid) -> Iterator[_Sum]:
    """The totals at the foot or the head of each column, and of groups (小计)."""
    columns = [column for column in grid.columns if grid.is_summable(column) or column in grid.total_columns]
    for row, choices in _groups(grid):
        for column in columns:
            yield _Sum((row, column), [[(part, column) for part in rows] for rows in choices])


def _groups(grid: Grid) -> Iterator[tuple[int, list[list[int]]]]:
    """Each row of totals with the rows that it may sum up: those since the last total, or the totals of groups."""
    group: list[int] = []
    plain: list[int] = []
    subtotals: list[int] = []
    totals: list[int] = []
    for row in grid.body:
        if row not in grid.total_rows:
            group.append(row)
            plain.append(row)
        elif is_subtotal(grid.labels[row]):
            yield row, [group, _without_parts(grid, group)]
            subtotals.append(row)
            group = []
        else:
            is_first = not (plain or totals)
            rows = [each for each in grid.body if each not in grid.total_rows] if is_first else plain
            choices = [[*subtotals, *group], [*totals, *subtotals, *group], subtotals or totals]
            yield row, [rows, _without_parts(grid, rows), *choices, _subtotals(grid) if is_first else []]
            totals = [*totals[-_MOST:], row]
            group, plain, subtotals = [], [], []


def _subtotals(grid: Grid) -> list[int]:
    return [row for row in grid.total_rows if is_subtotal(grid.labels[row])]


def _without_parts(grid: Grid, rows: Sequence[int]) -> list[int]:
    """Rows without those that only give a part of the row above (其中)."""
    return [row for row in rows if not _AMONG.match(grid.labels[row])]


def _row_slips(grid: Grid) -> Iterator[Slip]:
    """Totals at the end of rows, where most rows show that they are the sum of all columns."""
    if len(grid.total_columns) != 1:
        return
    total = grid.total_columns[0]
    parts = [column for column in grid.columns if grid.is_summable(column) and grid.unit(column) == grid.unit(total)]
    rows = [row for row in grid.body if _is_numeric(grid, row, total, parts)]
    numeric = [column for column in parts if any(grid.numbers.get((row, column)) for row in rows)]
    sums = [_Sum((row, total), [[(row, column) for column in numeric]]) for row in rows]
    wrong = [each for each in sums if [*_wrong(grid, each)]]
    if len(wrong) * 2 <= len(sums) or len(sums) == 1:
        for each in wrong:
            yield from _wrong(grid, each)


def _is_numeric(grid: Grid, row: int, total: int, parts: Sequence[int]) -> bool:
    return bool(grid.numbers.get((row, total))) and sum(bool(grid.numbers.get((row, each))) for each in parts) > 1


def _wrong(grid: Grid, each: _Sum) -> Iterator[Slip]:
    """The total, where none of the choices gives it; far from all it is taken for something else."""
    total = grid.numbers.get(each.total)
    choices = [numbers for cells in each.choices if (numbers := _numbers(grid, cells)) is not None]
    if total is None or not total.text or not choices or any(_gives(total, numbers) for numbers in choices):
        return
    sums = sum((part.value for part in choices[0]), Decimal(0))
    if total.value <= 0 or not _NEAR[0] <= sums / total.value <= _NEAR[1] or _is_mean(total, choices[0]):
        return
    shown = "＋".join(part.text for part in choices[0] if part.text)
    place = grid.cells[each.total]
    yield Slip(0, len(total.text), "", f"{shown}＝{_plain(sums, total)}，表中为{total.text}", place)


def _numbers(grid: Grid, cells: Iterable[tuple[int, int]]) -> list[Number] | None:
    """The numbers of cells; None where one holds other words, or fewer than two hold a number."""
    numbers = [grid.numbers.get(at) for at in cells if at in grid.cells]
    known = [number for number in numbers if number is not None]
    is_whole = len(known) == len(numbers) and sum(bool(number.text) for number in known) > 1
    return known if is_whole else None


def _gives(total: Number, parts: Sequence[Number]) -> bool:
    slack = total.half + sum((part.half for part in parts), Decimal(0))
    return abs(total.value - sum((part.value for part in parts), Decimal(0))) <= slack


def _is_mean(total: Number, parts: Sequence[Number]) -> bool:
    """Whether a total lies among its parts, as a mean or the largest does."""
    values = [part.value for part in parts if part.text]
    return min(values) <= total.value <= max(values)


def _plain(value: Decimal, like: Number) -> str:
    """A value in the scale of a cell, as its digits."""
    own = Decimal(re.sub("[^0-9.]", "", like.text) or 1)
    scale = like.value / own if own else Decimal(1)
    return f"{(value / scale).normalize():f}"


def _text_slips(manuscript: Manuscript) -> Iterator[Slip]:
    """Numbers of the text against the one cell of the same noun."""
    cells: dict[str, list[list[Number]]] = {}
    for grid in manuscript.grids:
        for noun, numbers in _nouns(grid):
            cells.setdefault(noun, []).append(numbers)
    for fact in manuscript.facts:
        known = next((cells[name] for name in _names(fact.noun) if name in cells), [])
        if len(known) == 1 and not fact.is_plan and not any(fact.scope) and not _agrees(fact, known[0]):
            yield Slip(fact.start, fact.end, "", f"表中为{_written(known[0][0])}", fact.sentence.passage, "warning")


def _written(number: Number) -> str:
    """A cell with the unit of its column, where it has none of its own."""
    return number.text + (number.unit if number.text[-1:].isdecimal() else "")


def _names(noun: str) -> Iterator[str]:
    """A noun, and without its first words: 办结信访件 is 信访件 in a table."""
    return (noun[at:] for at in range(max(1, len(noun) - _SHORTEST + 1)))


def _nouns(grid: Grid) -> Iterator[tuple[str, list[Number]]]:
    """Noun → its only number: of a row with one column that counts, of a column with one row."""
    columns = [each for each in grid.columns if not _OTHER_YEAR.search(grid.head(each)) and grid.unit(each) != "%"]
    for row, label in grid.labels.items():
        numbers = [number for column in columns if (number := grid.numbers.get((row, column))) and number.text]
        if len(label) >= _SHORTEST and len(numbers) == 1 and row not in grid.total_rows:
            yield label, numbers
    rows = [*grid.total_rows][-1:] or (grid.body if len(grid.body) == 1 else [])
    for column in columns:
        numbers = [number for row in rows if (number := grid.numbers.get((row, column))) and number.text]
        if len(grid.head(column)) >= _SHORTEST and len(numbers) == 1:
            yield grid.head(column), numbers


def _agrees(fact: Fact, numbers: Sequence[Number]) -> bool:
    """Whether a cell has the number of the text, or counts something else; without unit its digits decide."""
    number = numbers[0]
    if number.unit and number.unit != fact.amount.unit:
        return True
    if not number.unit:
        return _DIGITS.sub("", str(fact.amount)) == _DIGITS.sub("", number.text) or fact.amount.value >= _LARGE
    return meets(fact.amount, Reach(number.value - number.half, number.value + number.half))
