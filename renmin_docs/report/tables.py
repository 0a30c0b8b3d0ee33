"""Tables: typed columns and rows, or figures that make both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, Self, TypeAlias, Union

from pydantic import BeforeValidator, model_validator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.figures import Figure, from_data
from renmin_docs.figures.data import read_all
from renmin_docs.frozen import NOTHING
from renmin_docs.messages.suggestions import Nearest
from renmin_docs.report.fields import FigureName, Line, Model
from renmin_docs.report.figure_rows import HEADINGS, FigureCells, growth_unit, rows_of
from renmin_docs.report.table_rows import Rows, findings_of_shape

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes

Alignment: TypeAlias = Literal["left", "center", "right"]
Kind: TypeAlias = Literal["text", "number"]
Total: TypeAlias = Literal["sum"]
Orientation: TypeAlias = Literal["auto", "portrait", "landscape"]

GROWTH = "同比"
"""The heading of the column that only a table of figures has."""
_HANDED_ON = ("alignment", "kind", "total")
"""What a heading over columns says for all of them."""


class HasFigures(Protocol):
    """Whatever has figures by name: a report."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name."""


def _text_for(key: str, of: Any) -> BeforeValidator:
    """Lets a plain text stand for a mapping with that text under a key; `of` is the type of both."""
    return BeforeValidator(lambda given: {key: given} if isinstance(given, str) else given, json_schema_input_type=of)


if TYPE_CHECKING:
    Columns: TypeAlias = Takes[tuple["Column", ...], Sequence["Column | str"]]
else:
    Columns = tuple[Annotated["Column", _text_for("heading", Union[str, "Column"])], ...]


class Column(Model):
    """A column of a table. A plain text stands for one with that heading."""

    heading: Line
    """What stands over the column; it may be blank."""
    unit: Line = ""
    """The unit of its cells; it is printed behind the heading, as 营业额（万元）."""
    alignment: Alignment | None = None
    """Where its texts stand; by default texts in the middle, numbers with their points below one another."""
    kind: Kind | None = None
    """What it holds; by default numbers if every filled cell is one (also with %, but without 余 or 近)."""
    total: Total | None = None
    """`sum` adds up its cells in the row of 合计: in one that stands in the table, where it is held against the others
    if it is filled, else in one below."""
    columns: Columns = NOTHING
    """The columns below its heading, which goes over them: the head has several rows, or one if none of them has a
    heading. Where they name no alignment, kind or total, they have its own."""


class FigureRow(Model):
    """A figure as a row of a table. A plain text stands for the figure of that name."""

    name: FigureName
    """The name of the figure."""
    label: Line = ""
    """What stands in the column 指标; by default the name."""


if TYPE_CHECKING:
    FigureRows: TypeAlias = Takes[tuple[FigureRow, ...], Sequence[FigureRow | str]]
else:
    FigureRows = tuple[Annotated[FigureRow, _text_for("name", str | FigureRow)], ...]


class Table(Model):
    """A table: columns and rows, or the figures that it shows."""

    caption: Line = ""
    """The line above it."""
    columns: Columns = NOTHING
    """Its columns, from the left; each a heading, or a heading with unit, alignment, kind and columns below it."""
    rows: Rows = NOTHING
    """Its rows: lists of cells, each a text, a number or a merged `Cell`. `""` is an empty cell, a newline a line
    break; final newlines are dropped. What a merged cell goes over is left out."""
    unit: Line = ""
    """The unit of the whole table; it is printed above it, as 单位：万元."""
    figures: FigureRows = NOTHING
    """Figures by name, in the place of columns and rows: 指标, 单位, 本年, 上年, 同比 of each."""
    orientation: Orientation = "auto"
    """The page it stands on; by default a landscape page only where a portrait one is too narrow."""

    @model_validator(mode="after")
    def _is_one_table(self) -> Self:
        has = {"columns": bool(self.columns), "rows": bool(self.rows), "figures": bool(self.figures)}
        if findings := [*findings_of_shape(**has)]:
            raise ReportError(*findings)
        return self

    @classmethod
    def of_figures(
        cls,
        figures: HasFigures | Mapping[str, object],
        *names: str | Mapping[str, str] | FigureRow,
        caption: str = "",
        orientation: Orientation = "auto",
    ) -> Table:
        """The table of some figures, with 指标, 单位, 本年, 上年 and 同比 of each.

        Args:
            figures: A report, or figures by name as a report takes them.
            *names: Which figures, each a name or a `FigureRow`; all of them where none is named.
            caption: The line above the table.
            orientation: The page it stands on.

        Raises:
            ReportError: A name is unknown.
            FigureError: A figure can't be read.
        """
        given = figures if isinstance(figures, Mapping) else figures.figures
        known = read_all({name: partial(from_data, value) for name, value in given.items()})
        wanted = cls.model_validate({"figures": names or [*known], "caption": caption, "orientation": orientation})
        if missing := [name for name in wanted.figure_names if name not in known]:
            near = Nearest(known)
            raise ReportError(*(Finding("unknown_figure", found=name, expected=near.to(name)) for name in missing))
        return _of_figures(wanted, known)

    @property
    def leaf_columns(self) -> tuple[Column, ...]:
        """The columns in which cells stand, without the headings over several of them."""
        return tuple(_leaves(self.columns)) if any(column.columns for column in self.columns) else self.columns

    @property
    def figure_names(self) -> tuple[str, ...]:
        """The figures that it shows by name; those that its texts mention are not among them."""
        return tuple(row.name for row in self.figures)


def resolved(table: Table, figures: Mapping[str, Figure], write: Callable[[str], str]) -> Table:
    """The table as it is printed: with columns and rows made from its figures where it names some, and its totals.

    Raises:
        LookupError: Names are unknown; all of them are its arguments.
        FigureError: Its totals are not the sums of their cells.
    """
    if table.figures:
        return _of_figures(table, figures)
    if any(column.total for column in table.leaf_columns):
        from renmin_docs.report.totals import with_totals  # few tables have totals

        return with_totals(table, write)
    return table


def _of_figures(table: Table, figures: Mapping[str, Figure]) -> Table:
    if missing := [name for name in table.figure_names if name not in figures]:
        raise LookupError(*missing)
    rows = [cells for row in table.figures for cells in rows_of(row.label or row.name, figures[row.name])]
    unit = growth_unit(rows)
    made = {"columns": _columns(unit), "rows": tuple(_cells(row, unit) for row in rows), "figures": ()}
    return table.altered(**made)


def _leaves(columns: Sequence[Column]) -> Iterator[Column]:
    for column in columns:
        given = {key: value for key in _HANDED_ON if (value := getattr(column, key))}
        for leaf in _leaves(column.columns):
            yield leaf.altered(**{key: getattr(leaf, key) or value for key, value in given.items()})
        if not column.columns:
            yield column


def _columns(growth: str) -> tuple[Column, ...]:
    return (
        Column(heading=HEADINGS["name"], alignment="left", kind="text"),
        Column(heading=HEADINGS["unit"], kind="text"),
        Column(heading=HEADINGS["value"], kind="number"),
        Column(heading=HEADINGS["previous"], kind="number"),
        Column(heading=GROWTH, unit=growth, kind="number"),
    )


def _cells(row: FigureCells, growth: str) -> tuple[str, ...]:
    """The cells of a row; a unit that stands in the heading is not repeated."""
    return (*row[:-1], row.growth.removesuffix(growth))
