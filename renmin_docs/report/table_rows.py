"""The rows of a table as they are given: every cell becomes a text, every row as long as the table is wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import BeforeValidator, SkipValidation, ValidationInfo

from renmin_docs.errors import Finding, RenminDocsError, ReportError
from renmin_docs.messages.shown import shown
from renmin_docs.report.cells import Cell, has_merged, leaves, text_of_cell
from renmin_docs.report.item_kinds import likely_keys
from renmin_docs.vocabulary import MAPPINGS

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes

_EXAMPLE_ROW = '["教育", "3"]'
_RAGGED = "table_ragged"


def _rows(value: object, info: ValidationInfo) -> tuple[tuple[str | Cell, ...], ...]:
    """The rows as tuples of cells; all that is wrong with them in one error.

    Cells are read here and not one by one by pydantic: a table may hold tens of thousands, and what is wrong
    with one of them must not hide that a row is too short.
    """
    if not isinstance(value, list | tuple):
        raise ReportError(Finding("wrong_type", found=shown(value), expected="@rows"))
    columns = leaves(info.data.get("columns", ()))
    findings: list[Finding] = []
    rows = tuple(_row(row, f"[{index}]", columns, findings) for index, row in enumerate(value))
    if has_merged(rows):
        from renmin_docs.report.merged_cells import misfits  # few tables have merged cells

        findings = [finding for finding in findings if finding.rule != _RAGGED]
        unread = next((number for number, row in enumerate(rows) if any(map(_is_unread, row))), len(rows))
        findings += misfits(rows, columns, unread) if columns else ()
    if findings:
        raise ReportError(*findings)
    return rows


if TYPE_CHECKING:
    Rows: TypeAlias = Takes[tuple[tuple[str | Cell, ...], ...], Sequence[Sequence[str | float | Decimal | Cell]]]
else:
    Rows = Annotated[
        tuple[tuple[str | Cell, ...], ...],
        SkipValidation(),  # by pydantic, cell by cell: our own has seen them all
        BeforeValidator(_rows, json_schema_input_type=list[list[str | float | Cell]]),
    ]


def _row(row: object, place: str, columns: int, findings: list[Finding]) -> tuple[str | Cell, ...]:
    if not isinstance(row, list | tuple):
        findings.append(Finding("table_row_shape", place, shown(row), _EXAMPLE_ROW))
        return ()
    if columns and len(row) != columns:
        findings.append(Finding(_RAGGED, place, str(len(row)), str(columns)))
    if _is_plain(row):
        return tuple(row)
    return tuple(_cell(cell, f"{place}[{index}]", findings) for index, cell in enumerate(row))


def _is_plain(row: list[object] | tuple[object, ...]) -> bool:
    """Whether all cells are texts that need no second look: printable, without braces and line breaks."""
    if any(type(cell) is not str for cell in row):
        return False
    joined = "".join(row)  # type: ignore[arg-type]  # all are texts
    return joined.isprintable() and "{" not in joined and "}" not in joined


def _cell(cell: object, place: str, findings: list[Finding]) -> str | Cell:
    """The text of a cell, or a merged one; what is wrong with it goes to the findings."""
    is_merged = _is_merged(cell)
    try:
        if not is_merged:
            return text_of_cell(cell)
        merged = Cell.model_validate(cell)
    except RenminDocsError as error:
        findings.extend(finding.at(f"{place}.{finding.place}".rstrip(".")) for finding in error.findings)
        return Cell() if is_merged else ""
    return merged if merged.column_span > 1 or merged.row_span > 1 else merged.text


def _is_unread(cell: str | Cell) -> bool:
    """Whether it stands for a merged cell that could not be read: one that goes over nothing else is a text."""
    return isinstance(cell, Cell) and cell.column_span == cell.row_span == 1


def _is_merged(cell: object) -> bool:
    """Whether it is a merged cell, or a mapping with a key that was meant for one."""
    if not isinstance(cell, dict):
        return isinstance(cell, Cell)
    keys = MAPPINGS["Cell"]
    return any(key in keys or likely_keys(str(key), keys) for key in cell)


def findings_of_shape(*, columns: bool, rows: bool, figures: bool) -> Iterator[Finding]:
    """What keeps columns, rows and figures, as far as each is there, from making one table."""
    if figures and (columns or rows):
        own = ["columns"] * columns + ["rows"] * rows
        yield Finding("table_both", found=" / ".join(own))
    elif not (figures or columns or rows):
        yield Finding("table_empty", expected="columns: [街道, 件数], rows: [[人民街道, 3]] / figures: [shops]")
    elif not (figures or columns):
        yield Finding("table_columns_missing", expected="columns: [街道, 件数]")
    elif not (figures or rows):
        yield Finding("table_rows_missing", expected="rows: [[人民街道, 3]]")
