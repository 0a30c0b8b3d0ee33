"""Chinese numerals as they stand before a measure word: 两个, 百余人, 三四个月."""

from __future__ import annotations

from renmin_docs.numerals import from_chinese, to_chinese

LIMIT = 10**16
"""The first number without a Chinese numeral here."""

_BARE = {10**2: "百", 10**3: "千", 10**4: "万", 10**8: "亿"}


def chinese(number: int, *, bare: bool = False, measured: bool = True) -> str:
    """A whole number in Chinese numerals, as it is counted with.

    Args:
        number: The number, from 0.
        bare: Whether a hedge stands beside it, so that 一百 is written 百 (近百, 百余).
        measured: Whether a unit follows, so that 2 is 两.

    >>> chinese(2), chinese(12), chinese(100, bare=True), chinese(2, measured=False)
    ('两', '十二', '百', '二')
    """
    if bare and number in _BARE:
        return _BARE[number]
    return "两" if number == 2 and measured else to_chinese(number)


def read_chinese(text: str, *, bare: bool = False) -> int:
    """The number of a Chinese numeral; with a hedge beside it also of 百, 百万, 千.

    Raises:
        NumeralError: The text is no regular numeral.
    """
    return from_chinese("一" + text if bare and text[0] in "百千万亿" else text)
