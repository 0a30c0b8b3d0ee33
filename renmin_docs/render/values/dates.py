"""Dates as documents write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def write_date(day: date | str) -> str:
    """A date in full, without zero padding; the mark of one that is still to be written, as it stands.

    Source: GB/T 9704-2012, 7.3.5.4.

    >>> from datetime import date
    >>> write_date(date(2022, 12, 5))
    '2022年12月5日'
    """
    return day if isinstance(day, str) else f"{day.year}年{day.month}月{day.day}日"
