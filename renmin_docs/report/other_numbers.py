"""The numbers of a text that are no figures: points in time and periods, codes and numbers of things.

For the sheet for proofreading, in which nothing is hidden and nothing stands as a bare 3: a number is shown with the
word that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from renmin_docs.patterns import lazy

_NUMERALS = "〇零一二三四五六七八九十"
_MONTH = rf"(?:[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})月"
_DAY = rf"(?:[0-9]{{1,2}}|[{_NUMERALS}]{{1,3}})[日号]"
_PART = "(?:[初底末中]|[上中下]旬|[上下]半年|第?[一二三四1-4]季度|度)"
_CLOCK = "[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?"
_TO = "(?:—+|[–~～至到-])"
_DATES = (
    rf"(?<![0-9A-Za-z])(?:[0-9]{{2,4}}|[{_NUMERALS}]{{4}})年(?:{_MONTH}(?:{_DAY})?)?{_PART}?",
    rf"(?<![0-9A-Za-z{_NUMERALS}]){_MONTH}(?:{_DAY}|{_PART})?",
    "(?<![0-9A-Za-z])[0-9]{1,2}[日时点](?:[0-9]{1,2}分|半)?",
    rf"(?<![0-9A-Za-z:]){_CLOCK}(?:{_TO}{_CLOCK})?(?![:：0-9])",
    "第?[一二三四1-4]季度",
    "(?<![0-9])[0-9]{2}世纪(?:[0-9]{2}年代)?|(?<![0-9])[0-9]{2,4}年代|(?<![0-9])[0-9]{2}后(?![0-9])",
    r"(?<![0-9A-Za-z.])(?:19|20)[0-9]{2}(?P<sign>[-/.])[0-9]{1,2}(?P=sign)[0-9]{1,2}(?![0-9])",
    rf"(?<![0-9A-Za-z.])(?:19|20)[0-9]{{2}}{_TO}(?:19|20)[0-9]{{2}}(?![0-9])",
)
"""Points in time and periods, as patterns."""

_LATIN = "A-Za-z0-9"
_THING = "号(?:楼|线|院|门|文|文件)?|栋|幢|单元|室|楼|层|路|国道|省道|级|类|条|款|项|次|位|名|届|期|批|热线|网格"
_CODES = (
    "(?:(?![执行按照依据和与及遵实落于的在])[\u4e00-\u9fff]){0,3}〔[0-9]{4}〕第?[0-9]+号",
    rf"(?:[A-Z]{{1,4}}(?:/[A-Z])? )?第?[{_LATIN}+./*×&·_@#-]{{0,24}}[0-9][{_LATIN}.,:：+/*×~～—–_@#·-]*(?:{_THING})?",
)
"""Codes and numbers of things, with the letters and the one word that belong to them."""

_OTHER = lazy(f"(?P<date>{'|'.join(_DATES)})|(?P<code>{'|'.join(_CODES)})")
_BARE = lazy("[0-9.,]+")
_BEHIND = lazy(" ?(?![和与及或至到均])[\u4e00-\u9fff]{1,2}")
_BEFORE = lazy("[\u4e00-\u9fffA-Za-z]{1,4}[ 、和与及0-9.,-]{0,20}$")
_REACH = 24
_MARKS = ".,:：/—–～~+*×-_@#·&"


class OtherNumber(NamedTuple):
    """A number that is no figure, with the word that it belongs to, from `start` up to `end`, and what it is."""

    kind: Literal["date", "code"]
    start: int
    end: int


def other_numbers(plain: str, taken: Iterable[tuple[int, int]]) -> Iterator[OtherNumber]:
    """The numbers of a text that stand outside the places of its figures, in order.

    >>> text = "2022年12月，3号楼的PM2.5为29微克"
    >>> [(number.kind, text[number.start : number.end]) for number in other_numbers(text, [(19, 23)])]
    [('date', '2022年12月'), ('code', '3号楼'), ('code', 'PM2.5')]
    """
    start = 0
    for first, last in (*taken, (len(plain), len(plain))):
        yield from _between(plain, start, first)
        start = last


def _between(plain: str, first: int, last: int) -> Iterator[OtherNumber]:
    for match in _OTHER().finditer(plain, first, last):
        if match["date"]:
            yield OtherNumber("date", *match.span())
        else:
            yield _code(plain, match.start(), match.start() + len(match[0].rstrip(_MARKS)), last)


def _code(plain: str, start: int, end: int, last: int) -> OtherNumber:
    """A code; a bare number with the word behind it, or else the one before it or before the list that it is in."""
    if _BARE().fullmatch(plain, start, end):
        if behind := _BEHIND().match(plain, end, last):
            return OtherNumber("code", start, behind.end())
        if before := _BEFORE().search(plain, max(0, start - _REACH), start):
            return OtherNumber("code", before.start(), end)
    return OtherNumber("code", start, end)
