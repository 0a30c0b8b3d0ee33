"""Two years side by side as a sheet: lines for the terminal, data for programs, a workbook for the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.messages import Language
from renmin_docs.messages.terms import COMPARED
from renmin_docs.sheets.rows import Sheet, aligned, workbook_of

if TYPE_CHECKING:
    from renmin_docs.figures import Figure
    from renmin_docs.report.years.compare import Comparison

_FIGURES, _PLANS = ("name", "last", "this", "growth"), ("promise", "fate", "mention")
_WIDTHS = (24, 24, 40, 24)


def as_data(found: Comparison) -> dict[str, Any]:
    """The comparison as plain data, for JSON: values are decimal text."""
    return {
        "figures": [
            {"name": row.name, "last": _figure(row.last), "this": _figure(row.this), "growth": row.growth or None}
            for row in found.figures
        ],
        "plans": [
            {
                "path": plan.path,
                "promise": plan.promise,
                "mentioned_at": plan.mentioned_at or None,
                "mention": plan.mention or None,
            }
            for plan in found.plans
        ],
    }


def as_lines(found: Comparison, language: Language) -> list[str]:
    """The comparison as lines for a terminal: figures, an empty line, plans; each headed and aligned."""
    return [*aligned(_figure_rows(found, language)), "", *aligned(_plan_rows(found, language))]


def as_workbook(found: Comparison, language: Language) -> bytes:
    """The comparison as the bytes of an .xlsx: a sheet of figures, a sheet of plans.

    Raises:
        OutputError: The package openpyxl is not installed.
    """
    parts = (("figures", _figure_rows(found, language)), ("plans", _plan_rows(found, language)))
    return workbook_of(Sheet(_word(key, language), rows, _WIDTHS) for key, rows in parts)


def _figure_rows(found: Comparison, language: Language) -> list[tuple[str, ...]]:
    rows = [(row.name, _printed(row.last), _printed(row.this), row.growth or "—") for row in found.figures]
    return [tuple(_word(key, language) for key in _FIGURES), *rows]


def _plan_rows(found: Comparison, language: Language) -> list[tuple[str, ...]]:
    rows = [(plan.promise, _word("kept" if plan.is_kept else "missed", language), plan.mention) for plan in found.plans]
    return [tuple(_word(key, language) for key in _PLANS), *rows]


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {"printed": str(figure), "value": [f"{value:f}" for value in figure.values], "unit": figure.unit}


def _printed(figure: Figure | None) -> str:
    return "—" if figure is None else str(figure)


def _word(key: str, language: Language) -> str:
    return COMPARED[key][language == "zh"]
