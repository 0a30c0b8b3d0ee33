"""Two years side by side: as sheets for people, as data for programs."""

from __future__ import annotations

from typing import Any

from renmin_docs.figures import Figure
from renmin_docs.messages import Language
from renmin_docs.messages.terms import COMPARED
from renmin_docs.report.years.compare import Comparison
from renmin_docs.sheets.rows import Sheet

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


def as_sheets(found: Comparison, language: Language) -> list[Sheet]:
    """The comparison as a sheet of figures and a sheet of plans."""
    words = {key: row[language == "zh"] for key, row in COMPARED.items()}
    figures = [(row.name, str(row.last or "—"), str(row.this or "—"), row.growth or "—") for row in found.figures]
    plans = [(plan.promise, words["kept" if plan.is_kept else "missed"], plan.mention) for plan in found.plans]
    tables = (("figures", _FIGURES, figures), ("plans", _PLANS, plans))
    return [Sheet(words[title], [tuple(words[key] for key in heads), *rows], _WIDTHS) for title, heads, rows in tables]


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {"printed": str(figure), "value": [f"{value:f}" for value in figure.values], "unit": figure.unit}
