"""Numbers (N): how digits, scales, ranges and numerals are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.pieces import half_width
from renmin_docs.figures.tables import longest_first
from renmin_docs.proofread.forms import DIGITS, HAN, NUMBER, START, Form, form, register, slips_of
from renmin_docs.proofread.passages import Passage
from renmin_docs.proofread.rules import Slip, rule

_RANGE = "(?P<s>[～~—–－至到-])"
_KEPT = "至到～—"
"""Marks of a range that may stand; any other is written ～."""
_COUNTED = "|".join(longest_first(MEASURES))


def _mark(match: re.Match[str]) -> str:
    return match["s"] if match["s"] in _KEPT else "～"


def _rises(match: re.Match[str]) -> bool:
    return Decimal(match["a"]) < Decimal(match["b"])


# --- N2, N3, N11: ranges --------------------------------------------------------------------------


def _both_percents(match: re.Match[str]) -> str | None:
    sign = match["u"].replace("％", "%")
    is_year = len(match["a"]) > 3
    return None if is_year else f"{match['a']}{sign}{_mark(match)}{match['b']}{sign}"


def _both_scales(match: re.Match[str]) -> str | None:
    unit = match["k"] + match["u"]
    return f"{match['a']}{unit}{_mark(match)}{match['b']}{unit}" if _rises(match) and len(match["a"]) < 5 else None


register(
    "N2",
    form(rf"{START}(?P<a>{NUMBER}){_RANGE}(?P<b>{NUMBER})(?P<u>[%％‰])", _both_percents),
    over=("N7", "N11"),
)
register(
    "N3",
    form(rf"{START}(?P<a>{NUMBER}){_RANGE}(?P<b>{NUMBER})(?P<k>万亿|[万亿])(?P<u>元?)", _both_scales),
    over=("N11",),
)
_MEASURED = (
    "个月|小时|分钟|秒|公里|平方米|平方公里|立方米|公顷|公斤|千克|周岁|人次|户次|个|家|次|起|件|条|人|名|户|项|种|天|周|倍|米"
    "|亩|吨|斤|元|岁|棵|株|头|只|篇|场|批|份|张|台|辆|年|℃|%|mm|cm|km|kg"
)
register(
    "N11",
    form(
        rf"{START}(?P<a>(?:[1-9]|0\.){NUMBER.replace('{1,16}', '{0,16}')})(?P<u>{_MEASURED}|[万亿]元?)?[-~–－]"
        rf"(?P<b>{NUMBER})(?P<v>(?:[万亿]元?)?(?:{_MEASURED})|[万亿])(?![级号段代])",
        lambda match: f"{match['a']}{match['u'] or ''}～{match['b']}{match['v']}" if _rises(match) else None,
    ),
)

# --- N4, N7: digits and the point -----------------------------------------------------------------

register(
    "N4",
    form(rf"(?<![0-9A-Za-z.．…·。\-_/）)\]{HAN}])(?P<w>[.．](?P<d>[0-9]{{1,4}}))(?![0-9A-Za-z.．年])", r"0.\g<d>"),
    form(
        rf"(?<=[{HAN}])(?P<w>[.．](?P<d>[0-9]{{1,4}}))(?=[%％‰万亿元亩倍吨米]|个百分点|公[里顷斤]|平方|立方|千[克米瓦])",
        r"0.\g<d>",
    ),
    form(r"(?<=[约近超达为是占比余])(?P<w>[.．](?P<d>[0-9]{1,4}))(?=[，。；、）]|$)", r"0.\g<d>"),
    over=("P1",),
)
register(
    "N7",
    form(
        r"(?<![0-9０-９.．])[0-9０-９]{1,20}+(?:[.．][0-9０-９]{1,8}+)?+[％%]?",
        lambda match: half_width(match[0]),
    ),
)

# --- N12, N22, N23: one number in one piece ---------------------------------------------------------

_WORTH = {"十": 10, "百": 100, "千": 1000, "": 1}
_KILO = "瓦|克|米|伏|卡|赫|帕|兆|牛|焦|字节|比特|步|人计划|斤顶|分|强|姓|佳|字|大|方百计|货|科|合|灵"


def _plain(match: re.Match[str]) -> str:
    """The number of digits with 千, 百 and 十 behind them, in digits and 万 or 亿."""
    pairs = [(match[f"n{at}"], match[f"k{at}"]) for at in (1, 2, 3) if match[f"n{at}"]]
    value = sum((Decimal(digits) * _WORTH[scale or ""] for digits, scale in pairs), Decimal(match["e"] or 0))
    if match["m"]:
        scale, head = match["m"][-1], Decimal(match["m"][:-1])
        below = Decimal(10**4 if scale == "万" else 10**8)
        value = head + (value * (10**4 if match["u"] == "万" else 1)) / below
        return f"{value.normalize():f}{scale}{match['v']}"
    return f"{value.normalize():f}{match['u'] or ''}{match['v']}"


_STEP = "(?:(?P<n{0}>[1-9][0-9]{{0,2}}(?:\\.[0-9]{{1,2}})?)(?P<k{0}>[千百](?!{1})|十(?=[万亿元家个人户件次余多])))"
_FIRST, _SECOND, _THIRD = (_STEP.format(at, _KILO) for at in (1, 2, 3))
register(
    "N12",
    form(
        rf"{START}(?P<m>[0-9]{{1,4}}[万亿])?{_FIRST}{_SECOND}?{_THIRD}?(?P<e>[1-9])?(?P<u>[万亿])?"
        rf"(?P<v>[余多]?(?:{_COUNTED})?)",
        _plain,
    ),
    over=("N23",),
)

_GROUPED = rf"(?:\.[0-9]{{1,4}})?(?![0-9])(?:[万亿][余多]?(?:{_COUNTED})?|[余多]?(?:{_COUNTED}))"
_SPACES = "[ \u00a0\u2002-\u200a\u202f\u3000]"
_NOT_NAMED = "(?<![表图第件号])"


def _joined(match: re.Match[str]) -> str:
    return "".join(each for each in match[0] if each not in "，," and not each.isspace())


_PARTED: tuple[Form, ...] = (
    form(rf"{START}{_NOT_NAMED}[1-9][0-9]{{0,2}}(?:(?:，[0-9]{{3}}){{2,4}}|，0[0-9]{{2}}){_GROUPED}", _joined),
    form(rf"{START}{_NOT_NAMED}[1-9][0-9]{{0,2}}，[1-9][0-9]{{2}}{_GROUPED}", _joined, "warning"),
    form(rf"{START}{_NOT_NAMED}[1-9][0-9]{{0,2}}(?:{_SPACES}[0-9]{{3}}){{1,4}}{_GROUPED}", _joined, "warning"),
    form(rf"{START}{_NOT_NAMED}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{1,4}}{_GROUPED}", _joined, "notice"),
)


@rule("N22", "passage", over=("N31", "P1"))
def parted_numbers(passage: Passage) -> Iterator[Slip]:
    """Thousands parted by a comma or a blank in running text; tables may part them."""
    return slips_of(_PARTED, passage) if passage.cell is None else iter(())


def _one_scale(match: re.Match[str]) -> str:
    low = Decimal(match["b"]) / (10**4 if match["k"] == "亿" else 10**4 // (1000 if match["t"] else 1))
    return f"{(Decimal(match['a']) + low).normalize():f}{match['k']}{match['u'] or ''}"


register(
    "N23",
    form(rf"{START}(?P<a>{NUMBER})(?P<k>亿)(?P<b>[0-9]{{1,4}})(?P<t>)万(?P<u>{_COUNTED})?", _one_scale),
    form(
        rf"{START}(?P<a>{NUMBER})(?P<k>万)(?P<b>[0-9]{{1,4}})(?P<t>千?)(?P<u>{_COUNTED}|(?=[，。；、]|$))",
        _one_scale,
    ),
)

# --- N25, N28, N31 ----------------------------------------------------------------------------------

_ZEROS = "零○◯ＯOΟО0"
_AS_NUMBER, _AS_COUNT = str.maketrans(dict.fromkeys(_ZEROS, "〇")), str.maketrans(dict.fromkeys("〇" + _ZEROS, "零"))


register(
    "N25",
    form(rf"(?<![{DIGITS}{_ZEROS}])[一二][{DIGITS}{_ZEROS}]{{3}}年", lambda match: match[0].translate(_AS_NUMBER)),
    form(
        rf"(?<=[百千万亿])[〇○0](?=[{DIGITS}])[{DIGITS}](?![{DIGITS}])",
        lambda match: match[0][0].translate(_AS_COUNT) + match[0][1:],
    ),
    over=("N9",),
)


def _is_uneven(match: re.Match[str]) -> str | None:
    return "" if len(match["p"]) != len(match["q"]) else None


_UNIT = "个百分点|[%％‰]|[万亿]?(?:元|人次|人|户|亩|吨|公里|平方米|公顷)?"
register(
    "N28",
    form(
        rf"{START}[0-9]{{1,9}}+\.(?P<p>[0-9]{{1,6}})(?P<u>{_UNIT})[和、与及至～][0-9]{{1,9}}+\.(?P<q>[0-9]{{1,6}})(?P<v>{_UNIT})"
        r"(?![0-9.])",
        lambda match: _is_uneven(match) if match["v"].startswith(match["u"]) else None,
    ),
)
_BLANK = "[ \u00a0\u2009\u3000]{1,4}"
_TIGHT = f"(?<![A-Za-z图表件注][ \u00a0])(?<![0-9.图表件注]){NUMBER}[%％]?"


def _closed(match: re.Match[str]) -> str:
    return "".join(match[0].split())


register(
    "N31",
    form(rf"[{HAN}](?<![图表件注]){_BLANK}{NUMBER}[%％]?{_BLANK}[{HAN}]", _closed),
    form(rf"(?<!^){_TIGHT}{_BLANK}[{HAN}]", _closed),
    form(rf"^{NUMBER}{_BLANK}(?:{_COUNTED})", _closed),
    form(rf"[{HAN}](?<![图表件注]){_BLANK}{NUMBER}(?![0-9.])[%％]?(?=(?:{_BLANK})?(?:$|[，。；、]))", _closed),
)
