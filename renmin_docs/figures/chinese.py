"""Chinese numerals as they stand before a measure word: 两个, 百余人, 三四个月."""

from __future__ import annotations

import re

from renmin_docs.errors import Finding, NumeralError
from renmin_docs.numerals import from_chinese, sum_of, to_chinese

NUMERALS = "零〇一二两三四五六七八九十百千万亿"
NUMERAL = f"[{NUMERALS}]+"
"""Pattern of what may be a numeral."""
LIMIT = 10**16
"""The first number without a Chinese numeral here."""

_NO_TWO = re.compile("两(?![百千万亿])|(?<=[十百千])两(?=[万亿])")
"""两 where 二 stands: as the last digit of many, and behind another digit of 万 or 亿."""
_ODD = str.maketrans(
    dict(zip("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩", "一二二三三四五六六七八九十百千万亿两", strict=True))
    | {"廿": "二十", "卅": "三十", "卌": "四十"}
)
_SHORT_TEN = re.compile("(?<=[一二三四五六七八九十][百千万亿])十")
"""A 十 without its 一. 百十 is none: it says about a hundred."""

_CUT = re.compile("([百千万亿])[一二三四五六七八九]$")
_PLACES = {"百": 10, "千": 100, "万": 1000, "亿": 10**7}
_BARE = {
    10**power * worth: name + scale
    for worth, scale in ((1, ""), (10**4, "万"), (10**8, "亿"))
    for power, name in ((2, "百"), (3, "千"))
} | {10**4: "万", 10**8: "亿", 10**12: "万亿"}


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
    if text != "两" and _NO_TWO.search(text):
        raise NumeralError(Finding("numeral_unreadable", found=text, expected="、".join(regular_forms(text))))
    return from_chinese("一" + text if bare and text[0] in "百千万亿" else text)


def regular_forms(text: str) -> list[str]:
    """How a numeral is written right in which only 零, 两, 一 before 十 or a final place is wrong; else nothing.

    >>> regular_forms("十万零三千"), regular_forms("一百五"), regular_forms("两万三百"), regular_forms("十百")
    (['十万三千'], ['一百零五', '一百五十'], ['两万零三百'], [])
    """
    number = sum_of("一" + text if text[:1] in ("万", "亿") else text)
    if number is None or number >= LIMIT:
        return []
    if _skeleton(text) not in (_skeleton(to_chinese(number)), _skeleton(to_chinese(number))[1:]):
        return []
    numbers = [number]
    if cut := _CUT.search(text):  # 一百五 is short for 一百五十, and wrong for 一百零五
        numbers.append(number - number % 10 + number % 10 * _PLACES[cut[1]])
    return [_with_two(to_chinese(each), text) for each in numbers]


def in_usual_numerals(text: str) -> str:
    """A text in which numerals of cheques, of the old script or short tens are the usual ones; empty without them.

    >>> in_usual_numerals("廿五户"), in_usual_numerals("壹佰元"), in_usual_numerals("三户")
    ('二十五户', '一百元', '')
    """
    usual = text.translate(_ODD)
    return usual if usual != text else ""


def _skeleton(text: str) -> str:
    """A numeral without its zeros, 两 as 二, and 一 before each 十 that needs one: 一百十 is 一百一十."""
    plain = text.replace("零", "").replace("〇", "").replace("两", "二")
    plain = _SHORT_TEN.sub("一十", plain)
    return "一" + plain if plain.startswith("十") else plain


def _with_two(numeral: str, text: str) -> str:
    """A numeral with 两 where another text has it: before 百, 千, 万 and 亿."""
    for place in re.findall("两([百千万亿])", text):
        numeral = re.sub(f"(?<![十百千])二{place}" if place in "万亿" else f"二{place}", f"两{place}", numeral)
    return "两" if numeral == "二" else numeral
