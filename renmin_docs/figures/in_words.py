"""Fractions said in words, 百分之三十五 and 三点五亿元: what they are in digits, which is how figures are written."""

from __future__ import annotations

from renmin_docs.errors import NumeralError
from renmin_docs.figures.chinese import NUMERAL, read_chinese
from renmin_docs.figures.tables import PERCENT, SCALES, longest_first
from renmin_docs.figures.units import UNIT
from renmin_docs.patterns import lazy

_RATES = {"百分之": PERCENT, "千分之": "‰"}
_POINT = "点"
_IN_WORDS = lazy(
    rf"(?P<rate>{'|'.join(_RATES)})?(?P<whole>{NUMERAL})(?:{_POINT}(?P<places>[零〇一二三四五六七八九]+))?"
    rf"(?P<tail>(?:{'|'.join(longest_first(filter(None, SCALES)))})?(?:{UNIT})?)"
)


def in_digits(text: str) -> str:
    """A rate or a decimal fraction in digits; empty for any other text.

    >>> in_digits("百分之九十八点五"), in_digits("三点五亿元"), in_digits("三户")
    ('98.5%', '3.5亿元', '')
    """
    match = _IN_WORDS().fullmatch(text) if _POINT in text or text[:3] in _RATES else None
    if match is None or not (match["rate"] or match["places"]) or bool(match["rate"]) == bool(match["tail"]):
        return ""
    try:
        whole = read_chinese(match["whole"])
    except NumeralError:
        return ""
    places = "".join(str(read_chinese(digit)) for digit in match["places"] or "")
    return f"{whole}.{places}"[: None if places else -1] + (match["tail"] or _RATES[match["rate"]])
