"""Rows and columns of tables that were put in, taken out or moved in Word, brought into the rows of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from renmin_docs.intake.datafiles.edits import Insert, Move, Remove
from renmin_docs.proofread import Passage
from renmin_docs.report.validation.key_paths import KeyPath
from renmin_docs.revise.coded import raw
from renmin_docs.revise.comparing import steps
from renmin_docs.revise.data_edits import DataEditor
from renmin_docs.revise.pairing import Base, bare, elements, row_steps, rows_of

_WHOLE = re.compile("0|[1-9][0-9]{0,14}")
_SHOWN = " | "


class _Rows(NamedTuple):
    """A table of texts.

    Attributes:
        old, new: Its cells as they are printed and as the document shows them, with the heads.
        path, data: Its rows in the data, and their path.
        head: How many rows of heads stand above them.
    """

    old: list[list[str]]
    new: list[list[str]]
    path: KeyPath
    data: list[Any]
    head: int


def edit_tables(editor: DataEditor, base: Sequence[Base], edited: Sequence[Passage]) -> None:
    """Bring in the rows of tables, or their columns; a table in which both are others is left as it is."""
    for table in _changed(editor, base, edited):
        widths = {len(row) for side in (table.old, table.new) for row in side[table.head :]}
        if len(widths) == 1:
            _edit_rows(editor, table)
        elif table.head == 1 and len(table.old) == len(table.new) and len({*map(len, table.new)}) == 1:
            _edit_columns(editor, table)


def _changed(editor: DataEditor, base: Sequence[Base], edited: Sequence[Passage]) -> Iterator[_Rows]:
    passages = [each.passage for each in base]
    old, new = elements(passages), elements(edited)
    for step in steps([each.key for each in old], [each.key for each in new]):
        before, after = old[step.old].places, new[step.new].places
        line = base[before.start].line
        if step.kind != "changed" or line is None or line.kind != "cell":
            continue
        found, cells = editor.rows(line.path), _cells(passages, before)
        head = len({each.cell.row for each in passages[before.start : before.stop] if each.cell and each.cell.is_head})
        if found is not None and len(cells) - head - len(found[1]) in (0, 1):  # a row of totals is made
            yield _Rows(cells, _cells(edited, after), *found, head)


def _cells(passages: Sequence[Passage], places: Sequence[int]) -> list[list[str]]:
    return [[bare(passages[at]) for at in row] for row in rows_of(passages, places)]


def _edit_rows(editor: DataEditor, table: _Rows) -> None:
    found = row_steps(table.old, table.new)
    gone = {
        tuple(table.old[step.old]): step.old - table.head
        for step in found
        if step.kind == "out" and 0 <= step.old - table.head < len(table.data)
    }
    at = 0
    for step in found:
        if step.old >= 0:
            at = min(max(step.old - table.head + 1, 0), len(table.data))
            continue
        cells = table.new[step.new]
        source, text = gone.pop(tuple(cells), None), _SHOWN.join(cells)
        if source is None:
            row = [_value(cell, table.data, column) for column, cell in enumerate(cells)]
            editor.edit_item(Insert((*table.path, at), row), ("", text))
        else:
            editor.edit_item(Move((*table.path, source), (*table.path, at)), (text, text))
    for said, source in gone.items():
        editor.edit_item(Remove((*table.path, source)), (_SHOWN.join(said), ""))


def _edit_columns(editor: DataEditor, table: _Rows) -> None:
    columns = [[*each] for each in zip(*table.old, strict=True)], [[*each] for each in zip(*table.new, strict=True)]
    holder, at = (*table.path[:-1], "columns"), 0
    for step in row_steps(*columns):
        at += step.old >= 0
        if step.kind == "in":
            column = columns[1][step.new]
            editor.edit_item(Insert((*holder, at), raw(column[0])), ("", column[0]))
            for row, cell in enumerate(column[1:]):
                editor.edit_item(Insert((*table.path, row, at), _value(cell, [], 0)), ("", ""))
        elif step.kind == "out":
            editor.edit_item(Remove((*holder, step.old)), (columns[0][step.old][0], ""))
            for row in range(len(table.data)):
                editor.edit_item(Remove((*table.path, row, step.old)), ("", ""))


def _value(cell: str, rows: list[Any], column: int) -> str | int:
    """A cell as the data have it: a number where all others in its column are."""
    is_number = all(isinstance(row[column], int) for row in rows)
    return int(cell) if is_number and _WHOLE.fullmatch(cell) else raw(cell)
