"""Figures: every number of a report is a typed value that is written right.

`parse` reads what clerks write, `count`, `money`, `change` and the rest make figures of raw values,
`from_data` takes what a data file holds, and `scan` finds the figures of a running text.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from renmin_docs.figures.base import Figure
from renmin_docs.figures.breakdown import Breakdown
from renmin_docs.figures.build import (
    breakdown,
    change,
    count,
    doubling,
    fraction,
    money,
    percentage_points,
    rank,
    rate,
    ratio,
    share,
    span,
    times,
)
from renmin_docs.figures.compared import Change, Share
from renmin_docs.figures.data import AnyFigure, from_data, to_data
from renmin_docs.figures.notation import parse
from renmin_docs.figures.others import UNFILLED, Estimate, Faulty, Unfilled, Unknown
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.scan import Hit, scan
from renmin_docs.figures.span import Span

if TYPE_CHECKING:
    from renmin_docs.figures.kinds.doubling import Doubling
    from renmin_docs.figures.kinds.fraction import Fraction
    from renmin_docs.figures.kinds.rank import Rank
    from renmin_docs.figures.kinds.ratio import Ratio

_HOMES = {"Doubling": "doubling", "Fraction": "fraction", "Rank": "rank", "Ratio": "ratio"}
"""The kinds that few reports have, and their modules: imported at first use."""

__all__ = [
    "UNFILLED",
    "AnyFigure",
    "Breakdown",
    "Change",
    "Doubling",
    "Estimate",
    "Faulty",
    "Figure",
    "Fraction",
    "Hit",
    "Quantity",
    "Rank",
    "Ratio",
    "Share",
    "Span",
    "Unfilled",
    "Unknown",
    "breakdown",
    "change",
    "count",
    "doubling",
    "fraction",
    "from_data",
    "money",
    "parse",
    "percentage_points",
    "rank",
    "rate",
    "ratio",
    "scan",
    "share",
    "span",
    "times",
    "to_data",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.kinds.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
