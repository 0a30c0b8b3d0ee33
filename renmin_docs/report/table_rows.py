"""The rows of a table as they are given: every cell becomes a text, every row as long as the table is wide."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import BeforeValidator, ValidationInfo

from renmin_docs.errors import Finding, RenminDocsError, ReportError
from renmin_docs.figures.arithmetic import exact
from renmin_docs.messages.shown import shown
from renmin_docs.report.text import require_printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from renmin_docs.frozen import Takes

_EXAMPLE_ROW = '["教育", "3"]'
_EXAMPLE_CELL = '"3"'


def _rows(value: object, info: ValidationInfo) -> object:
    """The rows as tuples of texts; all that is wrong with them in one error.

    Cells are read here and not one by one by pydantic: a table may hold tens of thousands, and what is wrong
    with one of them must not hide that a row is too short.
    """
    if not isinstance(value, list | tuple):
        raise ReportError(Finding("wrong_type", found=shown(value), expected="@rows"))
    columns = len(info.data.get("columns", ()))
    findings: list[Finding] = []
    rows = tuple(_row(row, f"[{index}]", columns, findings) for index, row in enumerate(value))
    if findings:
        raise ReportError(*findings)
    return rows


if TYPE_CHECKING:
    Rows: TypeAlias = Takes[tuple[tuple[str, ...], ...], Sequence[Sequence[str | float | Decimal]]]
else:
    Rows = Annotated[
        tuple[tuple[str, ...], ...],
        BeforeValidator(_rows, json_schema_input_type=list[list[str | float]]),
    ]


def _row(row: object, place: str, columns: int, findings: list[Finding]) -> tuple[str, ...]:
    if not isinstance(row, list | tuple):
        findings.append(Finding("table_row_shape", place, shown(row), _EXAMPLE_ROW))
        return ()
    if columns and len(row) != columns:
        findings.append(Finding("table_ragged", place, str(len(row)), str(columns)))
    if _is_plain(row):
        return tuple(row)
    return tuple(_cell(cell, f"{place}[{index}]", findings) for index, cell in enumerate(row))


def _is_plain(row: list[object] | tuple[object, ...]) -> bool:
    """Whether all cells are texts that need no second look: printable, without braces and line breaks."""
    if any(type(cell) is not str for cell in row):
        return False
    joined = "".join(row)  # type: ignore[arg-type]  # all are texts
    return joined.isprintable() and "{" not in joined and "}" not in joined


def _cell(cell: object, place: str, findings: list[Finding]) -> str:
    """The text of a cell; what is wrong with it goes to the findings."""
    try:
        if isinstance(cell, str):
            return require_printable(str.__str__(cell).rstrip("\n"))
        if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
            exact(cell)  # finite, and of a length that can be printed
            return f"{cell:f}" if isinstance(cell, Decimal) else str(int(cell))
    except RenminDocsError as error:
        findings.extend(finding.at(place) for finding in error.findings)
        return ""
    findings.append(_refused(cell).at(place))
    return ""


def _refused(cell: object) -> Finding:
    if cell is None:
        return Finding("cell_missing")
    if isinstance(cell, float):
        return Finding("cell_float", found=str(cell), expected=f'"{cell}"')
    expected = _EXAMPLE_CELL if isinstance(cell, bool | list | tuple | dict) else f'"{cell}"'
    return Finding("cell_kind", found=shown(cell), expected=expected)


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
