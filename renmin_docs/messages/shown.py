"""Values as messages show them: in one line, cut where they are long, odd characters spelled out."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

_MAX_SHOWN = 40


def quote(text: str, limit: int | None = 30) -> str:
    r"""A text as messages show it: in one line, cut when it is longer than a limit, with odd characters spelled out.

    >>> quote("第一行\n第二行")
    '“第一行\\n第二行”'
    """
    shown = text if limit is None or len(text) <= limit else text[: limit - 1] + "…"
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in shown)
    return f"“{shown}”"


def shown(value: object) -> str:
    """A value as messages show it."""
    if value is None:
        return "@empty"
    if isinstance(value, dict):
        return "@mapping"
    if isinstance(value, list | tuple):
        return "@list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal | date | time):
        is_exponent = isinstance(value, Decimal) and value.as_tuple().exponent == 0  # files' whole numbers are int
        plain = Decimal(value) if isinstance(value, int) else value  # Python writes no int of thousands of digits
        text = f"{value:e}" if is_exponent else str(plain)
        return text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"
    return quote(str(value))
