"""Figures: every number of a report is a typed value that is written right.

`parse` reads what clerks write, `count`, `money`, `change` and the rest make figures of raw values,
`from_data` takes what a data file holds, and `scan` finds the figures of a running text.
"""

from renmin_docs.figures.base import Figure
from renmin_docs.figures.breakdown import Breakdown
from renmin_docs.figures.build import (
    breakdown,
    change,
    count,
    money,
    ordinal,
    percentage_points,
    rate,
    share,
    span,
    times,
)
from renmin_docs.figures.data import AnyFigure, from_data, to_data
from renmin_docs.figures.notation import parse
from renmin_docs.figures.others import UNFILLED, Estimate, Faulty, Ordinal, Unfilled, Unknown
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.ratio import Change, Share
from renmin_docs.figures.scan import Hit, scan
from renmin_docs.figures.span import Span

__all__ = [
    "UNFILLED",
    "AnyFigure",
    "Breakdown",
    "Change",
    "Estimate",
    "Faulty",
    "Figure",
    "Hit",
    "Ordinal",
    "Quantity",
    "Share",
    "Span",
    "Unfilled",
    "Unknown",
    "breakdown",
    "change",
    "count",
    "from_data",
    "money",
    "ordinal",
    "parse",
    "percentage_points",
    "rate",
    "scan",
    "share",
    "span",
    "times",
    "to_data",
]
