"""Estimates (N): neighbouring numbers, 几, hedges that are stacked, and 余 or 多 behind what is not round."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from renmin_docs.figures.chinese import chinese
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.tables import longest_first
from renmin_docs.numerals import DIGITS, to_chinese
from renmin_docs.patterns import lazy
from renmin_docs.proofread.forms import HAN, NUMBER, NUMERALS, START, form, register

_COUNTED = "|".join(longest_first(MEASURES))

# --- N13, N14: two numbers side by side, 几, 数 -----------------------------------------------------

_VALUES = {numeral: value for value, numeral in enumerate(DIGITS)} | {"两": 2}
_ESTIMATED = "个月|个|天|次|名|人|家|件|户|种|位|岁|倍|场|年|小时|分钟|公里|米|亩"
_AHEAD = f"(?P<u>(?:{_ESTIMATED})(?![级份号楼栋组队供网设电能污系元把属庭园长民气]))"
_LISTED = lazy("分别|各|依次|编号|序号")
_BEFORE = 15
_FAR = (3, 5)
"""Numbers that are no neighbours, and estimate all the same: 三五天."""


def _neighbours(match: re.Match[str]) -> str | None:
    """Two numerals without a mark between; None where the second does not follow the first, or both are listed."""
    first, second = (_VALUES.get(match[name]) or int(match[name]) for name in "ab")
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    if (second != first + 1 and (first, second) != _FAR) or _LISTED().search(before):
        return None
    ends = ("两", "三") if (first, second) == (2, 3) else (to_chinese(first), to_chinese(second))
    return "".join(ends) + (match["k"] or "") + match["u"]


_WITHIN = rf"(?:(?<=[{HAN}，])|^(?=.{{0,8}}$))(?<![第、{NUMERALS}百千初周期月大高])"
"""Within a sentence: at the beginning of one, 三、 is the mark of a heading."""
_TWO_NUMERALS = "(?P<w>(?P<a>[一二三四五六七八])、(?P<b>[二两三四五六七八九])"
register(
    "N13",
    form(
        rf"(?<![0-9第、.．A-Za-z])(?P<w>(?P<a>[1-8])、(?P<b>[2-9])(?P<k>[十百千万亿]{{0,2}}){_AHEAD})",
        _neighbours,
    ),
    form(
        rf"(?<![0-9第、.．A-Za-z])(?P<w>(?P<a>[1-8])、(?P<b>[2-9])(?P<k>[十百千万亿]{{1,2}})(?P<u>[余多]?(?:{_COUNTED})?))",
        _neighbours,
    ),
    form(
        rf"{_WITHIN}{_TWO_NUMERALS}(?P<k>[十百千万亿])(?![、{NUMERALS}])(?P<u>[余多]?(?:{_COUNTED})?))",
        _neighbours,
        "error",
    ),
    form(
        rf"{_WITHIN}{_TWO_NUMERALS}(?P<k>){_AHEAD})",
        _neighbours,
        "error",
    ),
    form(rf"(?<=十)(?<!第十){_TWO_NUMERALS}(?P<k>){_AHEAD})", _neighbours, "error"),
)
_BARE = {"10": "十", "100": "百", "1000": "千", "10000": "万"}
register(
    "N14",
    form(
        rf"几(?P<n>10{{1,4}})(?P<u>[余多万亿]?(?:{_COUNTED})|[万亿])",
        lambda match: "几" + _BARE[match["n"]] + match["u"],
    ),
    form(
        rf"{START}(?P<n>[1-9]0{{1,3}})几(?P<u>{_COUNTED}|(?=[{HAN}，。；、]|$))",
        lambda match: chinese(int(match["n"]), measured=False) + "几" + match["u"],
    ),
    form(
        rf"(?:^|(?<=[，。；有了近达超约余]))(?P<w>数(?P<n>10{{1,4}})(?P<u>[万亿]?(?:{_COUNTED})|[万亿]))",
        lambda match: "数" + _BARE[match["n"]] + match["u"],
    ),
)

# --- N15 to N18: hedges -----------------------------------------------------------------------------

_NO_HEDGE = "(?<![附最邻靠临亲贴走就相新逼拉迫远节预合契签条公履违制集邀简特隐誓毁爽赴赶反高中英商要立盟背失践依守])"
"""Characters before 近, 约 or 超 that make another word of it."""
_HEDGE = "(?P<h>差不多|大约|大概|将近|接近|超过|突破|至少|约|近|超|逾|不足|不到)"
_COUNT = f"(?:{NUMBER}|[{NUMERALS}百千两]{{1,6}})[万亿]?"
_NO_OBJECT = "(?![^，。；：、]{0,12}(?:[0-9半]|总|数|平均))"
"""Before a thing that the bound belongs to: 超过500万元以上项目总数的一半."""
_NO_SIDE = "(?![两各侧岸邻手游铺楼班学车级联移床])(?!结构)"

register(
    "N15",
    form(rf"{_NO_HEDGE}{_HEDGE}(?P<n>[有为达]?{_COUNT}[余多](?:[万亿]?(?:{_COUNTED}|[年月日])|[万亿]))", r"\g<n>"),
    form(
        rf"{_NO_HEDGE}{_HEDGE}(?P<n>[有为在达]?{_COUNT}[余多]?(?:{_COUNTED}|[年%％℃])?)(?:左右|上下){_NO_SIDE}",
        lambda match: match["h"] + match["n"],
    ),
    form(rf"{START}(?P<w>(?P<n>{NUMBER}[万亿]?[余多](?:{_COUNTED}))(?:左右|上下)){_NO_SIDE}", r"\g<n>"),
    form(
        rf"{_NO_HEDGE}(?P<h>大约|大概|将近|接近|约|近)(?P<n>{_COUNT}(?:{_COUNTED}|[年%％℃])?)(?<!岁)(?:以上|以下){_NO_OBJECT}"
        "(?!的?[老人员项目企业])",
        lambda match: match["h"] + match["n"],
    ),
    form(
        rf"{_NO_HEDGE}(?:大约|大概|约|将近|近|接近|超过|超|逾)(?P<h>大约|大概|约|将近|近|接近|超过|逾)(?P<n>{_COUNT})",
        r"\g<h>\g<n>",
    ),
    over=("N16", "N18"),
)

_AT_LEAST = "超过|超|逾|多于|高于|不少于|不低于|不下于|至少|最少"
_AT_MOST = "不足|不到|少于|低于|不超过|不多于|不高于|至多|最多"

register(
    "N16",
    form(rf"(?P<h>{_AT_LEAST})(?P<n>{_COUNT}(?:{_COUNTED}|[年%％])?)(?<!岁)以上{_NO_OBJECT}", r"\g<h>\g<n>"),
    form(
        rf"(?P<h>{_AT_MOST})(?P<n>{_COUNT}(?:{_COUNTED}|[年%％])?)(?<!岁)(?:以下|以内|之内){_NO_OBJECT}", r"\g<h>\g<n>"
    ),
    form(rf"(?:最多|至多)(?P<h>不超过|不多于|不高于)(?P<n>{_COUNT})", r"\g<h>\g<n>"),
    form(rf"(?:最少|至少)(?P<h>不少于|不低于|不下于)(?P<n>{_COUNT})", r"\g<h>\g<n>"),
)


def _not_round(match: re.Match[str]) -> str | None:
    """Without the hedge, or with it behind a round number."""
    number, scale, hedge, unit = match["n"], match["k"], match["h"], match["u"]
    if "." in number:
        whole = number.split(".")[0]
        return f"{number}{scale}{unit}" + (f"或{whole}{scale}{hedge}{unit}" if scale and whole != "0" else "")
    if scale or number.endswith("0"):
        return None
    places = max(1, len(number) - 2)
    floor = int(number) // 10**places * 10**places
    return f"{number}{unit}" + (f"或{floor}{hedge}{unit}" if floor else "")


register(
    "N17",
    form(rf"{START}(?P<w>(?P<n>{NUMBER})(?P<k>万亿|[万亿]?)(?P<h>[余多])(?P<u>(?!层)(?:{_COUNTED})))", _not_round),
    over=("N15", "N18"),
)
_EXACT = 4
"""Significant digits from which a hedged number is exact."""


def _without(name: str) -> Callable[[re.Match[str]], str | None]:
    def right(match: re.Match[str]) -> str | None:
        digits = match["n"].replace(".", "").strip("0")
        return match[name] if len(digits) >= _EXACT and Decimal(match["n"]) > 1 else None

    return right


register(
    "N18",
    form(
        rf"{_NO_HEDGE}(?P<w>(?:大约|大概|约|将近|近|接近)(?P<x>(?P<n>{NUMBER})(?![0-9年.])[万亿]?(?:{_COUNTED})))",
        _without("x"),
    ),
    form(
        rf"{START}(?P<w>(?P<x>(?P<n>{NUMBER})(?![0-9年.])[万亿]?(?:{_COUNTED}))(?:左右|上下)){_NO_SIDE}", _without("x")
    ),
)
