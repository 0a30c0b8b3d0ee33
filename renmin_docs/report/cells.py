"""The cells of tables: texts, and merged ones that go over several columns or rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from renmin_docs.errors import Finding, ReportError
from renmin_docs.figures.arithmetic import exact
from renmin_docs.messages.shown import shown
from renmin_docs.report.fields import Model
from renmin_docs.report.text import require_printable
from renmin_docs.standard.tables import MOST_COLUMNS

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes
    from renmin_docs.report.tables import Column

_EMPTY: Any = ""  # the default, as a type checker takes it
EXAMPLE_CELL = '"3"'
_MOST_ROWS = 1_000_000
"""More than any document that is read."""


def text_of_cell(cell: object) -> str:
    """The text of a cell.

    Raises:
        RenminDocsError: It holds none.
    """
    if isinstance(cell, str):
        return require_printable(str.__str__(cell).rstrip("\n"))
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        exact(cell)  # finite, and of a length that can be printed
        return f"{cell:f}" if isinstance(cell, Decimal) else str(int(cell))
    raise ReportError(_refused(cell))


if TYPE_CHECKING:
    CellText: TypeAlias = Takes[str, str | float | Decimal]
else:
    CellText = Annotated[str, BeforeValidator(text_of_cell, json_schema_input_type=str | float)]


class Cell(Model):
    """A merged cell: it goes over columns to the right, over rows below, or both; what it goes over is not written."""

    text: CellText = _EMPTY
    """What stands in it: a text or a number."""
    column_span: Annotated[int, Field(strict=True, ge=1, le=MOST_COLUMNS)] = 1
    """How many columns it goes over."""
    row_span: Annotated[int, Field(strict=True, ge=1, le=_MOST_ROWS)] = 1
    """How many rows it goes over."""


def has_merged(rows: Sequence[Sequence[str | Cell]]) -> bool:
    """Whether any of the cells is a merged one."""
    return Cell in map(type, chain.from_iterable(rows))


def text_in(cell: str | Cell) -> str:
    """What stands in a cell."""
    return cell if isinstance(cell, str) else cell.text


def _refused(cell: object) -> Finding:
    if cell is None:
        return Finding("cell_missing")
    if isinstance(cell, float):
        return Finding("cell_float", found=str(cell), expected=f'"{cell}"')
    expected = EXAMPLE_CELL if isinstance(cell, bool | list | tuple | dict) else f'"{cell}"'
    return Finding("cell_kind", found=shown(cell), expected=expected)


def leaves(columns: Sequence[Column]) -> int:
    """How many columns of cells stand under these."""
    return sum(leaves(column.columns) or 1 for column in columns)
