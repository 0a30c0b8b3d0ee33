"""Patterns of the pieces of a figure, and the table of characters that are read as others.

`parse` (in `notation`) puts them together for one figure, `scan` (in `beginnings`) for a running text.
"""

from __future__ import annotations

import re
import string

from renmin_docs.figures.chinese import NUMERAL
from renmin_docs.figures.measures import MEASURES, PAIRED, UNITS
from renmin_docs.figures.tables import SCALES, hedge_pattern, longest_first
from renmin_docs.patterns import lazy

BLANK = " "
"""A blank that can stand within a figure, 3.5 亿元 and 12 345元; every other blank is read as this one."""

_TO_FULL = 0xFEE0
_WIDENED = string.digits + string.ascii_letters + "%+-.*/<>"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
HALF_WIDTH = str.maketrans(
    {chr(ord(sign) + _TO_FULL): sign for sign in _WIDENED}
    | {"−": "-", "﹣": "-", "﹪": "%", "≧": "≥", "≦": "≤"}
    | dict.fromkeys(_BLANKS + _INVISIBLE, BLANK)
)
"""Full-width digits, letters, signs of numbers and blanks to half-width ones; never the comma of sentences."""

_FULL_WIDTH = lazy(f"[{re.escape(''.join(map(chr, HALF_WIDTH)))}]")
_HIDDEN = lazy(f"[{_INVISIBLE}]")
_SPACES = lazy(rf"(?<![0-9])\s+|\s+(?![0-9])|(?<=[0-9])(?<![0-9]{{4}}){BLANK}(?=[0-9]{{3}}(?![0-9]))")
"""The blanks that say nothing: all but those that part digits otherwise than in groups of three."""

BEFORE = hedge_pattern("before")
BETWEEN = hedge_pattern("between")
AFTER = hedge_pattern("after")
BEHIND = "多|余"
"""Hedges between number and unit that stand behind some units too: 2倍多, 3个多月."""

SCALE = "|".join(longest_first(scale for scale in SCALES if scale))
MINUS = ("零下", "负", "-")
"""Signs before a number that is below zero."""
SIGN = "|".join((r"\+", *MINUS))
_GROUPS = rf"[0-9]{{1,3}}(?:(?:[,，]|{BLANK})[0-9]{{3}}){{1,7}}(?![0-9])"
FROST = rf"零下(?P<number>{NUMERAL})(?P<unit>摄氏度|度|℃)"
PAIRS = "|".join(longest_first(unit[1:] for unit in PAIRED))
"""What stands behind 个 in units that are more than 个: 月, 小时."""

_HALVED = "[年天倍番岁里亩斤]|小时|公里|分钟"
HALVES = rf"(?:(?P<arabic>[0-9]+)|(?P<chinese>{NUMERAL}))(?:个半(?P<rest>{PAIRS})|(?P<unit>{_HALVED})半)"
"""A number and a half: 两个半月, 3年半."""

WHOLE = rf"(?:{_GROUPS}|[0-9]+)"
NUMBER = rf"{WHOLE}(?:\.[0-9]+)?|\.[0-9]+"
MEASURE = "|".join(longest_first(MEASURES))
JOINER = "～|~|〜|∼|—+|–|-|─|―|至|到"
_KILO = {step: "".join(sorted({unit[1] for unit in UNITS if unit[0] == step})) for step in "千百"}
MIXED = rf"(?:(?:{NUMBER})(?:个?亿|万|千(?![{_KILO['千']}])|百(?![分{_KILO['百']}])|十){{1,2}}){{1,5}}"
REST = r"(?:(?:(?<=万)[0-9]{3,4}|(?<=千)[0-9]{3}|(?<=百)[0-9]{2}|(?<=十)[0-9]|(?<=亿)[0-9]{8})(?![0-9.,，]|年))?"
"""Ones behind the last step of a number, as many as fill it: 3万2000. Fewer are a number of their own: 5亿30天."""
STEPS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_SEPARATORS = lazy(rf"[,，]|{BLANK}")


def normal(text: str) -> str:
    """The text with half-width letters, digits and signs, and without blanks that say nothing."""
    if not text.isascii():
        text = half_width(_HIDDEN().sub("", text))
    return _SPACES().sub("", text)


def half_width(text: str) -> str:
    """The text with half-width letters, digits, signs of numbers and blanks, character for character."""
    return text if text.isascii() else _FULL_WIDTH().sub(lambda match: HALF_WIDTH[ord(match[0])], text)


def plain_number(text: str) -> str:
    """A number as Python reads it, without separators, its sign as one.

    >>> plain_number("零下12,345.6")
    '-12345.6'
    """
    sign = next((sign for sign in MINUS if text.startswith(sign)), "")
    return "-" * bool(sign) + _SEPARATORS().sub("", text.removeprefix(sign))
