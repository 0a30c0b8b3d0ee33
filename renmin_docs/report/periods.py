"""The period that a report covers (2022年, 2022年上半年 …), and the one that follows it."""

from __future__ import annotations

import re
from functools import lru_cache

from renmin_docs.errors import Finding, ReportError

FIRST_YEAR, LAST_YEAR = 1000, 9998
"""Years that a report may be of: four digits, and the next year too."""
PERIOD_EXAMPLES = "2022年、2022年上半年、2022年第一季度、2022年5月"

_PERIOD = re.compile(r"(?P<year>\d{4})年(?P<part>上半年|下半年|第[一二三四]季度|(?:1[0-2]|[1-9])月)?")

_SEQUENCES: tuple[tuple[str, ...], ...] = (
    ("上半年", "下半年"),
    ("第一季度", "第二季度", "第三季度", "第四季度"),
    tuple(f"{month}月" for month in range(1, 13)),
)
"""The parts of a year, each kind in its order; after the last comes the next year's first."""


def require_period(period: str, year: int) -> str:
    """The period itself, if it is one and begins with the year.

    Raises:
        ReportError: The period is not understood, or names another year.
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise ReportError(Finding("period_unknown", found=period, expected=PERIOD_EXAMPLES))
    if int(match["year"]) != year:
        raise ReportError(Finding("period_year", found=period, expected=f"{year}年"))
    return period


@lru_cache(maxsize=64)  # asked for a report's headings, title and texts in turn
def next_period(period: str) -> str:
    """The period after this one.

    >>> next_period("2022年"), next_period("2022年下半年"), next_period("2022年第一季度")
    ('2023年', '2023年上半年', '2022年第二季度')
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise ReportError(Finding("period_unknown", found=period, expected=PERIOD_EXAMPLES))
    year, part = int(match["year"]), match["part"]
    if part is None:
        return f"{year + 1}年"
    sequence = next(sequence for sequence in _SEQUENCES if part in sequence)
    place = sequence.index(part) + 1
    return f"{year + place // len(sequence)}年{sequence[place % len(sequence)]}"
