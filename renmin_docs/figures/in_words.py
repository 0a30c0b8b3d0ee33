"""Decimal fractions in words, 三点五亿元: what they are in digits, which is how figures are written."""

from __future__ import annotations

from renmin_docs.errors import NumeralError
from renmin_docs.figures.chinese import NUMERAL, read_chinese
from renmin_docs.figures.tables import SCALES, longest_first
from renmin_docs.figures.units import UNIT
from renmin_docs.patterns import lazy

_POINT = "点"
_IN_WORDS = lazy(
    rf"(?P<whole>{NUMERAL}){_POINT}(?P<places>[零〇一二三四五六七八九]+)"
    rf"(?P<tail>(?:{'|'.join(longest_first(filter(None, SCALES)))})?(?:{UNIT})?)"
)


def in_digits(text: str) -> str:
    """A decimal fraction in digits; empty for any other text.

    >>> in_digits("三点五亿元"), in_digits("三户")
    ('3.5亿元', '')
    """
    match = _IN_WORDS().fullmatch(text) if _POINT in text else None
    if match is None or not match["tail"]:
        return ""
    try:
        whole = read_chinese(match["whole"])
    except NumeralError:
        return ""
    places = "".join(str(read_chinese(digit)) for digit in match["places"])
    return f"{whole}.{places}{match['tail']}"
