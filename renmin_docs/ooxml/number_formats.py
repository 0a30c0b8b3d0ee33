"""How Word writes the numbers of its lists. Source: ECMA-376-1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

from renmin_docs.numerals import to_chinese

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹貳參肆伍陸柒捌玖拾佰仟萬億")
_DIGITS = str.maketrans("0123456789", "○一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMANS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_MOST_ROMAN, _MOST_LETTERS = 3999, 780
_CIRCLED = (*map(chr, range(0x2460, 0x2474)), *map(chr, range(0x3251, 0x3260)), *map(chr, range(0x32B1, 0x32C0)))


def write_number(number: int, number_format: str) -> str:
    """A number as a list shows it; a format that is not known shows digits, `none` and `bullet` nothing.

    >>> [write_number(12, name) for name in ("chineseCounting", "upperLetter", "ideographTraditional")]
    ['十二', 'L', '12']
    """
    if number < 0:
        return str(number)
    return _WRITERS.get(number_format, str)(number)


def _chinese(number: int) -> str:
    """By digits from a hundred on, as Word counts without 百: 一○○."""
    return to_chinese(number) if number < 100 else _digital(number)


def _digital(number: int) -> str:
    return str(number).translate(_DIGITS)


def _one_of(characters: str | tuple[str, ...]) -> Callable[[int], str]:
    """The characters as numbers from 1; digits beyond them, as Word does."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _cycle(number: int) -> str:
    """甲子, 乙丑 …: the sixty of the cycle."""
    if not 0 < number <= 60:
        return str(number)
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _letters(number: int) -> str:
    """A … Z, AA, BB …: each round doubles the letter."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for worth, sign in _ROMANS:
        text += sign * (number // worth)
        number %= worth
    return text


_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"), to_chinese),
    **dict.fromkeys(("chineseCounting", "taiwaneseCounting"), _chinese),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digital),
    "chineseLegalSimplified": lambda number: to_chinese(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: to_chinese(number).translate(_LEGAL_TRADITIONAL),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _one_of(_CIRCLED)),
    "decimalEnclosedParen": _one_of(tuple(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _one_of(tuple(map(chr, range(0x2488, 0x249C)))),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda number: str(number).translate(_FULL_WIDTH)),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    **dict.fromkeys(("none", "bullet"), lambda _: ""),
}
