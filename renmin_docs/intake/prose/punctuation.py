"""Punctuation as GB/T 15834 wants it: full-width next to Chinese, each mark once.

Half-width marks stay within numbers, codes, addresses and Latin words.
"""

from __future__ import annotations

import re

from renmin_docs.patterns import lazy

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BESIDE = f"{_HAN}、-〟“”‘’…！％（），－：；？"
"""Chinese characters and their punctuation."""
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}

DOUBLED = lazy("[,，、；：;:。](?:(?<!。)[,，、；：;:]+|(?<=[,，])(?=[。？！])|(?<!。。)(?<=。)。(?!。))")
"""Several marks in a row, and a comma before the end of a sentence. Three 。 are meant as an ellipsis."""

DECORATED = lazy(
    r"(?<![^\n])[ \t\u3000]*[◆◇●•■▲★☆◎]{1,3}[ \t\u3000]*"
    r"(?=第[一二三四五六七八九十]{1,3}(?:部分|章)|[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:、|[.．](?![0-9](?![0-9]{3}年))|[）)]))"
)
"""A sign that adorns the mark of a heading or point: ◆一、."""

DOTS_FOR_COMMAS = lazy("[丶﹑､](?<=[一二三四五六七八九十0-9].)")
"""A stroke typed for the 、 behind a numeral: 一丶."""
DASHES_FOR_ONE = lazy(
    r"[—－―–_ー-](?:(?=[、.．][\u4e00-\u9fff“0-9])(?:(?<![^\n].)|(?<=[ \u3000。！；].))|(?<=[（(]ー)(?=[）)]))"
)
"""A dash typed for the numeral that looks like it: —、 for 一、."""
LETTER_FOR_ONE = lazy(r"l(?:(?<![^\n].)|(?<=[ \u3000。；].))(?= ?[.．、] ?[\u4e00-\u9fff])")
"""A letter that is recognized on paper for the number of the first point: l. for 1.."""

SPACED = lazy(
    rf" +(?=[,;:!?.](?: |(?![^\n])))(?<=[”）{_HAN}] )| +(?=[,;:!?.] +[“《{_HAN}])(?<=[0-9%] )"
    rf"|(?<=[”）{_HAN}][,;:!?.]) +(?=[0-9“《{_HAN}])"
)
"""Spaces around half-width marks in Chinese text."""

HALF_WIDTH = lazy(
    rf"[,;:!](?:(?<=[{_BESIDE}].)(?![,;:!/])|(?<![\w,;:!].)(?=[{_BESIDE}])|(?<=[0-9A-Za-z%].)(?=[“{_HAN}]))"
    rf"|[?.](?![^{_BESIDE}\n])(?<=[{_HAN}”）].)(?<![一二三四五六七八九十百]\.)"
)
"""Half-width marks with Chinese beside them; the dot after a numeral may be a heading's."""

HALF_WIDTH_BRACKETS = lazy(r"\([^()\n]{0,80}\)")
PRIME_QUOTES = lazy("[〝〞]")
STRAIGHT_QUOTES = lazy(r'"[^"\n]{0,80}"')
_CHINESE = lazy(f"[{_BESIDE}]")


def once(match: re.Match[str]) -> str:
    """The mark that is written twice, or behind commas, once; all of it where nothing is Chinese or each counts."""
    written, text = match[0], match.string
    behind = text[match.end() : match.end() + 1]
    if text[: match.start()].isdecimal():  # the number of a slice stands before it
        return written
    if written == "。。":
        return "。"
    if written.isascii() and not _CHINESE().search(text[max(0, match.start() - 1) : match.start()] + behind):
        return written
    marks = {_FULL.get(mark, mark) for mark in written} - {"，"}
    if not marks:
        return "" if behind and behind in "。？！?!" else "，"
    return marks.pop() if len(marks) == 1 else written


def full_width(match: re.Match[str]) -> str:
    """The full-width form of a half-width mark."""
    return _FULL[match[0]]


def full_width_brackets(match: re.Match[str]) -> str:
    """The same in full-width brackets, if there is Chinese in them or before them."""
    written = match[0]
    before = match.string[max(0, match.start() - 1) : match.start()]
    return f"（{written[1:-1]}）" if _CHINESE().search(before + written) else written


def curved_quote(match: re.Match[str]) -> str:
    """The Chinese quotation mark in place of a double prime.

    >>> PRIME_QUOTES().sub(curved_quote, "“十项行动〞与〝百日攻坚〞")
    '“十项行动”与“百日攻坚”'
    """
    return "“" if match[0] == "〝" else "”"


def curved_quotes(match: re.Match[str]) -> str:
    """The same in Chinese quotation marks, if there is Chinese in them."""
    written = match[0]
    return f"“{written[1:-1]}”" if _CHINESE().search(written) else written
