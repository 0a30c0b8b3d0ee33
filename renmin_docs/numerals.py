"""Chinese numerals, the marks of headings made from them, and both read back.

No wheel writes Chinese numerals as official documents want them (Babel and num2words have none), so
they are written here. Source: GB/T 9704-2012, 7.3.3 for the marks; GB/T 15835-2011 for the numerals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from renmin_docs.errors import Finding, NumeralError

DIGITS = "零一二三四五六七八九"
YEAR_DIGITS = "〇零○O０0一二三四五六七八九"
"""The characters of a year that is written character by character, whatever stands for its zero."""
IN_DIGITS = str.maketrans(YEAR_DIGITS, "000000123456789")
"""For `str.translate`: a year that is written character by character (二〇二三) in digits."""
_MOST_DIGITS = 16
_LIMIT = 10**_MOST_DIGITS
_PLACES = ("", "十", "百", "千")
_VALUES = {
    **{digit: value for value, digit in enumerate(DIGITS)},
    "〇": 0,
    "两": 2,
}
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)  # the same few stand in every report
def to_chinese(number: int) -> str:
    """A whole number from 0 in Chinese numerals, as headings write it (十一, not 一十一).

    Raises:
        NumeralError: The number is negative or has more than 16 digits.

    >>> [to_chinese(number) for number in (10, 11, 20, 101, 1010, 10010)]
    ['十', '十一', '二十', '一百零一', '一千零一十', '一万零一十']
    """
    if not 0 <= number < _LIMIT:
        raise NumeralError(Finding("numeral_range", found=str(number), expected=f"0–{_LIMIT - 1}"))
    if number == 0:
        return DIGITS[0]
    text = _sections(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def _sections(number: int) -> str:
    """The numeral, section of four digits by section: 亿, 万, ones."""
    for value, name in ((10**8, "亿"), (10**4, "万")):
        if number >= value:
            high, low = divmod(number, value)
            gap = DIGITS[0] if 0 < low < value // 10 else ""
            return _sections(high) + name + gap + (_sections(low) if low else "")
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    """1 to 9999: one 零 for each inner run of zeros, none at the end."""
    text = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += DIGITS[digit] + _PLACES[place]
        elif text and not text.endswith(DIGITS[0]):
            text += DIGITS[0]
    return text.rstrip(DIGITS[0])


def from_chinese(text: str) -> int:
    """The number that a Chinese numeral writes; the inverse of `to_chinese`.

    〇 for 零 and 两 for 二 are read too.

    Raises:
        NumeralError: The text is no numeral, or not one in its regular form (一二三, 十百).

    >>> from_chinese("一百零一"), from_chinese("两千"), from_chinese("十二")
    (101, 2000, 12)
    """
    number = sum_of(text)
    regular = text.replace("〇", "零").replace("两", "二")
    if number is None or not _same(regular, number):
        raise NumeralError(Finding("numeral_unreadable", found=text, expected="一、十二、一百零一"))
    return number


def number_of(numeral: str) -> int:
    """What a text writes in digits or as a Chinese numeral; 0 where it writes no number.

    >>> number_of("2022"), number_of("十二"), number_of("两"), number_of("一二")
    (2022, 12, 2, 0)
    """
    if numeral.isdecimal():
        return int(numeral) if len(numeral) <= _MOST_DIGITS else 0
    try:
        return from_chinese(numeral)
    except NumeralError:
        return 0


def _same(text: str, number: int) -> bool:
    """Whether the text is how the number is written; 一十 is allowed where 十 begins it."""
    written = to_chinese(number)
    return text == written or (written.startswith("十") and text == "一" + written)


def sum_of(text: str) -> int | None:
    """What a numeral adds up to, regular or not; None for any other character."""
    total = section = digit = 0
    for character in text:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _MULTIPLIERS:
            section += (digit or 1) * _MULTIPLIERS[character]
            digit = 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            return None
    return total + section + digit if text and total + section + digit < _LIMIT else None


class MarkForm(NamedTuple):
    """How a rung of the ladder of headings is marked: what is around its number, the `w:numFmt` that counts so."""

    before: str
    after: str
    number_format: str

    @property
    def chinese(self) -> bool:
        """Whether the number is a Chinese numeral."""
        return self.number_format == "chineseCountingThousand"

    @lru_cache(maxsize=4096)  # noqa: B019 - there are four forms, and they live as long as the module
    def write(self, number: int) -> str:
        """The mark of the number-th point, from 1.

        >>> MARK_FORMS["（一）"].write(21)
        '（二十一）'
        """
        return self.before + (to_chinese(number) if self.chinese else str(number)) + self.after


MARK_FORMS: dict[str, MarkForm] = {
    "一、": MarkForm("", "、", "chineseCountingThousand"),
    "（一）": MarkForm("（", "）", "chineseCountingThousand"),
    "1.": MarkForm("", ".", "decimal"),
    "（1）": MarkForm("（", "）", "decimal"),
}
"""The marks of GB/T 9704-2012, 7.3.3, in the order of their levels; the key is the first mark."""

MARKS: tuple[str, ...] = tuple(MARK_FORMS)
"""The default ladder."""


def ordinal(number: int) -> str:
    """The mark of an ordinal series (一是, 二是 …), from 1."""
    return to_chinese(number) + "是"
