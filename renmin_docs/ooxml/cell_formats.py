"""How the cells of a workbook show their numbers: as percentages, as dates, with so many places.

Source: ECMA-376-1, 18.8.30 (numFmt), 18.8.31 (numFmts).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MAX_CODE = 255
"""Characters of a format. Source: Excel's specifications and limits."""

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy/m/d"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    48: "0.0E+0",
}
"""What a number of a format without a code of its own stands for, as far as it matters here. Source: 18.8.30."""

_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?')
_DIGIT = re.compile("[0#?]")
_NOT_AS_IT_IS = re.compile("[/E]|,(?![0#?])")
"""Signs of fractions, exponents, and numbers shown in thousands."""
_CALENDAR = re.compile("[ymdhs]", re.IGNORECASE)


class CellFormat(NamedTuple):
    """How a number is shown.

    Attributes:
        percentage: As a percentage: 0.985 as 98.5%.
        calendar: As a date or a time.
        places: With so many decimal places; None where the format does not fix them.
    """

    percentage: bool = False
    calendar: bool = False
    places: int | None = None


GENERAL = CellFormat()


def built_in(number: int) -> CellFormat:
    """The format that a number means by itself."""
    return format_of(_BUILT_IN.get(number, ""))


@lru_cache(maxsize=256)
def format_of(code: str) -> CellFormat:
    """The format that a code describes; its first section counts.

    >>> format_of('0.0%'), format_of('yyyy"年"m"月"')
    (CellFormat(percentage=True, calendar=False, places=1), CellFormat(percentage=False, calendar=True, places=None))
    """
    plain = _LITERAL.sub("", code[:MAX_CODE]).partition(";")[0]
    if plain.lower() == "general":
        return GENERAL
    if "%" in plain:
        return CellFormat(percentage=True, places=_places(plain))
    if _CALENDAR.search(plain):
        return CellFormat(calendar=True)
    return CellFormat(places=_places(plain))


def _places(plain: str) -> int | None:
    if _NOT_AS_IT_IS.search(plain) or not _DIGIT.search(plain):
        return None
    return len(_DIGIT.findall(plain.partition(".")[2]))
