"""Tables in running text: rows between bars, rows of Markdown, rows whose cells tabs part, as pages are copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.headings import is_known_heading
from renmin_docs.intake.prose.markdown import PARTING, RULE, cells
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.patterns import lazy
from renmin_docs.report.tables import Column, Table
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph
    from renmin_docs.intake.prose.placeholders import Tokens

_LEAST_ROWS = _LEAST_CELLS = 2
_LEAST_TABBED = 3
"""Cells of the first row that tabs part: one tab stands behind a mark, too, or before the number of a page."""
_LONGEST_CELL = 40
UNIT = lazy(r"[（(]?\s*(?:计量)?单位\s*[：:]\s*(.+?)[）)]?")
"""A line above a table that says the unit of its numbers."""
CAPTION = lazy(r"附?表\s*[0-9一二三四五六七八九十]{0,3}.{0,40}|.{2,40}(?:表|情况|一览|明细)")
"""A line above a table that looks like its caption."""


def with_tables(lines: list[Paragraph], notes: Iterable[Finding], tokens: Tokens) -> list[Paragraph]:
    """The lines with a token in place of each table: two rows or more one below another.

    Args:
        lines: Lines after cleaning.
        notes: What was cleaned; where that was no Markdown, rows are only the lines between two bars.
        tokens: Takes the tables.
    """
    barred = [line.text.strip() for line in lines if "|" in line.text]
    is_markdown = any(note.rule == RULE for note in notes)
    if barred and (is_markdown or not any(map(PARTING().fullmatch, barred))):  # else Markdown that is to stay as it is
        lines = _with_rows(lines, cells if is_markdown else _between_bars, tokens)
    return _with_rows(lines, _between_tabs, tokens) if any("\t" in line.text for line in lines) else lines


def _with_rows(lines: list[Paragraph], cells_in: Callable[[str], list[str]], tokens: Tokens) -> list[Paragraph]:
    """The lines with a token in place of each run of rows that makes a table."""
    made: list[Paragraph] = []
    for is_table, group in groupby(lines, key=lambda line: len(cells_in(line.text)) >= _LEAST_CELLS):
        found = list(group)
        rows = [cells_in(line.text) for line in found] if is_table else []
        if len(rows) >= _LEAST_ROWS and (cells_in is not _between_tabs or _is_table(rows)):
            unit, caption = _titles(made) if cells_in is _between_tabs else ("", "")
            del made[len(made) - bool(unit) - bool(caption) :]
            made.append(tokens.paragraph(_table(rows, caption, unit), found[0].line))
        else:
            made += found
    return made


def _between_bars(text: str) -> list[str]:
    """The cells of a row that begins and ends with a bar."""
    text = text.strip()
    return cells(text) if text[:1] == text[-1:] == "|" else []


def _between_tabs(text: str) -> list[str]:
    """The cells of a row, which tabs part."""
    return [cell.strip() for cell in text.strip(" \u3000").split("\t")]


def _is_table(rows: list[list[str]]) -> bool:
    """Whether rows have a head of short words and no more cells than it, and no cell holds a sentence."""
    head = rows[0]
    if len(head) < _LEAST_TABBED or not all(head[1:]) or any(len(row) > len(head) for row in rows):
        return False
    texts = [cell for row in rows for cell in row]
    return not any("。" in cell for cell in head) and 2 * sum(len(cell) > _LONGEST_CELL for cell in texts) < len(rows)


def _titles(above: list[Paragraph]) -> tuple[str, str]:
    """The unit and the caption in the last lines above a table; empty where they say neither."""
    unit = UNIT().fullmatch(above[-1].text.strip()) if above else None
    last = above[-1 - bool(unit)] if len(above) > bool(unit) else None
    text = last.text.strip() if last and not (last.role or last.level or last.mark) else ""
    is_caption = CAPTION().fullmatch(text) and not (begins_with_mark(text) or is_known_heading(text))
    return unit[1] if unit else "", text if is_caption else ""


def _table(rows: list[list[str]], caption: str, unit: str) -> Table:
    """The table of some rows: headings first, behind a caption that is a row of one cell; short rows are filled up."""
    width = max(map(len, rows))
    made = [[literal(cell) for cell in (*row, *[""] * (width - len(row)))] for row in rows]
    has_caption = len(rows) > _LEAST_ROWS and made[0][0] and not any(made[0][1:])
    caption = made.pop(0)[0] if has_caption else literal(caption)
    heads, *body = made
    return Table(caption=caption, unit=literal(unit), columns=[Column(heading=head) for head in heads], rows=body)
