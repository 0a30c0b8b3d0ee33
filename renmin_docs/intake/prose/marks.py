"""Marks before headings and points, as they are really typed: each form with its common slips.

The forms of GB/T 9704-2012, 7.3.3 are those of `numerals.MARK_FORMS`; the others of the table are found in
reports too, and are printed as one of those.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from renmin_docs.numerals import number_of, to_chinese

NUMERALS = "一二三四五六七八九十百零〇"
_CHINESE = f"[{NUMERALS}]{{1,5}}"
_ARABIC = "[0-9０-９]{1,3}"
_UNITS = "年(?![度终])|[个名家户次项件万亿元月日号楼栋条人米里亩吨位岁批届期天时分处支场台辆份所间只套宗起条平公多余]"
"""What a number with a space behind it counts; it is no mark then."""
ORDINAL = "一是"
PART = "第一部分"
SUBPART = "第一节"
ROMAN = "Ⅰ."
LETTER = "A."
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
"""Numerals of cheques, which stand before chapters as those of Rome do: 壹、."""
_PLAIN = str.maketrans(FORMAL, "一二三四五六七八九十")
TOPIC = "第一、"
"""Before a heading alone on its line, as 第一个方面， is; 第一， before a sentence is a part of the text."""
_CHAPTER_ENDS = "(?:情况|成效|成绩|回顾|总结|问题|困难|不足|差距|短板|打算|计划|安排|思路|措施|举措|方向|任务|重点)"
DECIMALS = ("1.1", "1.1.1")
"""Forms that a number of the text may look like: they count where one follows another."""
_DECIMAL = r"[0-9]{1,2}(?:[.．][0-9]{1,2})"
_MEASURES = (
    "[万亿元米亩吨倍版折级度余个%％‰]|公[里斤顷]|[平立]方|小时|分钟|天[，。的内]|左右|以[上下]|[至到][0-9]"
    "|妇女节|劳动节|儿童节|宪法日"
)
"""What stands behind a decimal number, or the name of a day."""
_NO_MEASURE = rf"[.．、]?[ \u3000\t]*(?=[\u4e00-\u9fff“《])(?:(?<=\t)|(?!{_MEASURES}))"

_YEAR = "(?:19|20|１９|２０)[0-9０-９]{2}\\s?年"
_STOP = "[、.．，,：:。]?"
"""What people put behind a mark that ends in a bracket or a ring."""
_FRACTION = (
    f"[0-9０-９]|[{NUMERALS}]{{2,}}+(?!年)|[{NUMERALS}]{{1,2}}(?:[万亿元亩吨倍成%％‰]|个百分点|公[里斤顷]"
    "|运动|青年|劳动|建军|儿童|妇女|国庆|节|晚会|长?假|讲话|前|后|期间)"
)
"""What stands behind a dot between two numerals that are one number or the name of a day: 一．二九, 五．四青年节."""

FORMS: dict[str, str] = {
    PART: rf"(?:第(?:{_CHINESE}|[0-9]{{1,2}})\s?(?:部分|[章篇](?![^\n]*[0-9]字))|P(?i:art)[ .]?[0-9]{{1,2}}(?![0-9])"
    rf"|(?:板块|篇章){_CHINESE}(?=[、，：: \u3000]))[ \u3000、，：:]*",
    SUBPART: rf"第(?:{_CHINESE}|[0-9]{{1,2}})\s?节[ \u3000、，：:]*",
    ROMAN: rf"[Ⅰ-Ⅻ](?![、，][Ⅰ-Ⅻ])(?:\s?[、.．，：:]|[ \u3000\t]+(?=[\u4e00-\u9fff]|{_YEAR}))"
    rf"|[IVX]{{1,4}}[、.．](?=\s?[\u4e00-\u9fff“])|[{FORMAL}](?:[、．.]|[ \u3000]+(?=[\u4e00-\u9fff]|{_YEAR}))",
    TOPIC: rf"第{_CHINESE}(?:个?(?:方面|板块|大?部分|大项)[、.．，,：: \u3000](?=\s?[^。；：！？]{{2,30}}。?\Z)"
    rf"|[、.．](?![第{NUMERALS}])(?=\s?[^\s，。；：！？、]{{2,30}}\Z)"
    rf"|[，,：:](?=\s?[^\s，。；：！？]{{0,26}}{_CHAPTER_ENDS}。?\Z))",
    LETTER: rf"[A-H]\s?[.．、](?=\s?(?:[\u4e00-\u9fff“]|{_YEAR}))",
    "（一）": rf"[（(〔【［]\s?{_CHINESE}\s?[）)〕】］]{_STOP}|{_CHINESE}[）)][、.．]?|[㈠-㈩]{_STOP}",
    ORDINAL: rf"{_CHINESE}是(?=\S)",
    "一、": rf"{_CHINESE}(?:\s?(?:[、，,：:]|[.．](?:(?={_YEAR})|(?!{_FRACTION})))[.．、]?"
    rf"|[ \u3000\t]+(?=[^\s0-9]|{_YEAR})|(?={_YEAR}))",
    "（1）": rf"[（(［]\s?{_ARABIC}\s?[）)］]{_STOP}|[⑴-⒇]{_STOP}",
    "1）": rf"{_ARABIC}[)）][、.．]?",
    "1.": rf"{_ARABIC}\s?[.．、](?:(?={_YEAR})|(?![0-9０-９]))"
    rf"|[0-9]{{1,2}}[ \u3000\t]+(?=[\u4e00-\u9fff“]|{_YEAR})(?:(?<=\t)|(?!{_UNITS}))|[⒈-⒛]"
    r"|(?<![^\n])[1-9][，,。](?=[\u4e00-\u9fff“])(?!其中|[占比])",
    "1.1": f"{_DECIMAL}{{1}}{_NO_MEASURE}",
    "1.1.1": f"{_DECIMAL}{{2}}{_NO_MEASURE}",
    "①": f"[①-⑳❶-❿➀-➉➊-➓]{_STOP}",
}
"""Form, named by its first mark → how its marks are written."""
_DIGITS = "0123456789０１２３４５６７８９"
FIRSTS: dict[str, str] = {
    PART: "第P板篇",
    SUBPART: "第",
    ROMAN: f"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX{FORMAL}",
    TOPIC: "第",
    LETTER: "ABCDEFGH",
    "（一）": f"（(〔【［㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩{NUMERALS}",
    ORDINAL: NUMERALS,
    "一、": NUMERALS,
    "（1）": "（(［⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "1）": _DIGITS,
    "1.": f"{_DIGITS}⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "1.1": _DIGITS,
    "1.1.1": _DIGITS,
    "①": "".join(chr(code) for first, last in ("①⑳", "❶❿", "➀➉", "➊➓") for code in range(ord(first), ord(last) + 1)),
}
"""Form → what its marks begin with."""

_COUNTED = re.compile("、|季度|[级类期等线号楼组批轮档]|产(?![品权能值量地])")
"""What follows two numerals that count something together: 三、四季度, 一、二、三等奖."""
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SPACE = " \u3000\t"
_ANY = "文"
"""A text behind a mark, whatever it says."""


class Mark(NamedTuple):
    """A mark as it stands in the text.

    Attributes:
        form: Its form, by the name of `FORMS`; `outline 1` … for a heading that only its style shows.
        number: What it counts; 0 where it shows no number.
        text: How it is written.
    """

    form: str
    number: int = 0
    text: str = ""


_FORMS_BY_FIRST: dict[str, tuple[str, ...]] = {
    first: tuple(form for form in FORMS if first in FIRSTS[form]) for firsts in FIRSTS.values() for first in firsts
}
"""What a mark begins with → the forms of such marks; they are tried at no other character."""


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Some forms; the group that matched numbers the form."""
    return re.compile("|".join(f"({FORMS[form]})" for form in forms))


def mark_at(text: str, at: int = 0) -> tuple[Mark | None, int]:
    """The mark that begins at a place of a text, and where it ends; None where there is none or what looks like one."""
    if text[at : at + 1] not in _FORMS_BY_FIRST:  # as before most places
        return None, at
    return _line_mark(text, at) if len(text) <= _LINE else _mark_at(text, at)


_LINE = 400
"""Characters of a line: each step of reading asks for the mark of the same lines, and few are longer."""


def _mark_at(text: str, at: int) -> tuple[Mark | None, int]:
    forms = _FORMS_BY_FIRST[text[at]]
    match = _pattern(forms).match(text, at)
    if match is None:
        return None, at
    form = forms[(match.lastindex or 1) - 1]
    mark = _mark(form, match[0].strip(SPACE))
    if not mark.number or (form == "一、" and _counts_on(match, mark.number)):
        return None, at
    return mark, match.end()


_line_mark = lru_cache(maxsize=1024)(_mark_at)


@lru_cache(maxsize=4096)  # the same few stand in every report
def _mark(form: str, text: str) -> Mark:
    return Mark(form, number_in(text), text)


def read_mark(text: str) -> tuple[Mark | None, str]:
    """The mark at the beginning of a text, and what follows it.

    >>> read_mark("(三)、民生")
    (Mark(form='（一）', number=3, text='(三)、'), '民生')
    >>> read_mark("三、四季度"), read_mark("1.22亿元")
    ((None, '三、四季度'), (None, '1.22亿元'))
    """
    mark, end = mark_at(text)
    return (mark, text[end:].lstrip(SPACE)) if mark else (None, text)


@lru_cache(maxsize=4096)
def mark_made(written: str) -> Mark | None:
    """The mark that a program's number is: a bare numeral is enough, since no text can be meant.

    >>> mark_made("1"), mark_made("第2章")
    (Mark(form='1.', number=1, text='1'), Mark(form='第一部分', number=2, text='第2章'))
    """
    typed = re.sub("(?<=第)[0-9]{1,3}(?=[章节部篇])", lambda match: to_chinese(int(match[0])), written)
    for attempt in (typed, f"{typed}、"):
        mark, rest = read_mark(attempt + _ANY)
        if mark is not None and rest == _ANY and mark.form != LETTER:  # which are text where others stand above
            return mark._replace(text=written)
    return None


def begins_with_mark(text: str) -> bool:
    """Whether a text begins with a mark."""
    return text[:1] in _FORMS_BY_FIRST and mark_at(text)[0] is not None


def number_in(mark: str) -> int:
    """What a mark counts; 0 where its numeral is none."""
    numeral = "".join(c for c in mark.translate(_PLAIN) if c in NUMERALS)
    if numeral:
        return number_of(numeral)
    if (roman := mark.rstrip(".．、")) in _ROMANS:
        return _ROMANS.index(roman)
    if mark[:1].isalpha() and mark[:1] in FIRSTS[LETTER]:
        return ord(mark[0]) - ord("A") + 1
    last = re.split("[.．]", mark.rstrip(".．、"))[-1]
    digits = "".join(str(int(unicodedata.numeric(c))) for c in last if c.isnumeric())
    return int(digits) if 0 < len(digits) < 10 else 0


def _counts_on(match: re.Match[str], number: int) -> bool:
    """Whether the next numeral follows this one, and both count the same thing."""
    if match.string[match.end() : match.end() + 1] not in NUMERALS:
        return False
    following = to_chinese(number + 1)
    behind = match.string[match.end() : match.end() + 8]
    return behind.startswith(following) and _COUNTED.match(behind, len(following)) is not None
