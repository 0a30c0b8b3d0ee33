"""Measures and changes (N): falls, percentage points, measure words, legal units."""

from __future__ import annotations

import re

from renmin_docs.proofread.forms import HAN, NUMBER, NUMERALS, START, form, register

# --- N19, N20, N21, N27: rises and falls ------------------------------------------------------------

_FALL = "减少|下降|降低|缩小|缩短|缩减|萎缩|回落|下滑|下跌|收窄|降|减"
_TIMES = f"(?:{NUMBER}|[{NUMERALS}两几数百好]{{1,3}})[余多]?倍"
_BASE = (
    "(?:同比|环比|[较比同](?:上年|去年|上月|上季度|年初)(?:同期)?|上年|分别|共|平均|均|又|再|还|进一步|大幅|明显|持续)"
    "{0,3}"
)
_RATE = "(?:(?<![效功频速汇心倍曲费])(?<!生产)(?<!容积)(?<!分辨)(?<!周转)率|满意度|占比|比重|(?<![按同等])比例|份额)"
_RELATIVE = "(?<!发案率)(?<!案发率)(?<!投诉率)(?<!事故率)(?<!信访率)(?<!发病率)(?<!死亡率)(?<!故障率)(?<!差错率)"
"""Rates of what happens seldom: their change is usually given as a percentage of them."""

register(
    "N19",
    form(rf"(?<!增)(?:{_FALL})(?:了|近|约|超过|超|达|将近){{0,2}}{_TIMES}", ""),
    form("成倍(?:减少|下降|降低|缩小)|(?:减少|下降|降低|缩小)成倍", ""),
)
register(
    "N20",
    form(
        rf"{_RATE}{_RELATIVE}{_BASE}(?:提高|上升|提升|增加|增长|扩大|下降|降低|回落|减少|收窄)(?:了|近|约|超过|超){{0,2}}"
        rf"(?P<w>(?P<n>{NUMBER})[%％])",
        r"\g<n>个百分点",
    ),
    form(
        rf"{_RATE}{_RELATIVE}(?:达到?|为|是)?{NUMBER}[%％]，{_BASE}(?:提高|上升|提升|增加|增长|下降|降低|回落)了?"
        rf"(?P<w>(?P<n>{NUMBER})[%％])",
        r"\g<n>个百分点",
    ),
)
register(
    "N21",
    form(
        rf"(?:产值|收入|营业额|销售额|零售额|税收|投资|总量|产量|销量|人数|户数|件数){_BASE}"
        rf"(?P<w>(?P<v>增长|增加|提高|上升|下降|减少)[到至](?P<n>{NUMBER})(?P<u>[%％]))",
        lambda match: f"{match['v']}{match['n']}%",
    ),
)
register(
    "N27",
    form(
        rf"(?P<v>(?:{_FALL}|降幅|减幅|跌幅|负增长)(?:了|为|达|约|近|率|幅度){{0,2}})[-−－–](?P<n>{NUMBER})(?P<u>个百分点|[%％‰]?)",
        r"\g<v>\g<n>\g<u>",
    ),
)

# --- N24: 二 before a measure -----------------------------------------------------------------------

register(
    "N24",
    form(
        rf"(?<![第{NUMERALS}百千万零〇两周期初其、老小无不数高大研])二(?P<u>个|家|件|起|户|项|种|座|辆|台|份|场|批|间|棵|位|天)"
        r"(?![庄村湾岭套门次元长教委式])(?!位数)",
        r"两\g<u>",
    ),
)

# --- N26: legal units -------------------------------------------------------------------------------

_SYMBOLS = {
    **dict.fromkeys(("KG", "Kg"), "kg"),
    **dict.fromkeys(("KM", "Km"), "km"),
    **dict.fromkeys(("CM", "Cm"), "cm"),
    **dict.fromkeys(("KW", "Kw", "kw"), "kW"),
    **dict.fromkeys(("KWH", "Kwh", "kwh", "KWh"), "kW·h"),
    **dict.fromkeys(("KV", "Kv", "kv"), "kV"),
    **dict.fromkeys(("KVA", "Kva", "kva"), "kV·A"),
    **dict.fromkeys(("HZ", "hz"), "Hz"),
    **dict.fromkeys(("MHZ", "Mhz", "mhz"), "MHz"),
    **dict.fromkeys(("MPA", "Mpa", "mpa"), "MPa"),
    **dict.fromkeys(("KPA", "Kpa", "kpa"), "kPa"),
    **dict.fromkeys(("DB", "db", "Db"), "dB"),
    "MM": "mm",
    "ML": "mL",
    "Ghz": "GHz",
    "GHZ": "GHz",
}
"""Wrong letters of symbols → the right ones."""
_RAISED = {"M2": "m²", "m2": "m²", "M3": "m³", "m3": "m³", "KM2": "km²", "km2": "km²", "M²": "m²", "M³": "m³"}
_NAMES = {
    "平米": "平方米",
    "公分": "厘米",
    "公升": "升",
    "公尺": "米",
    "公吨": "吨",
    "立方": "立方米",
    "平方": "平方米",
    "市斤": "斤",
    "华里": "里",
    "平": "平方米",
}
_NOT_CUT = f"(?!米|公里|公尺|千米|分米|厘米|毫米|公分|英|根|和|差|尺|寸|丈|体|星|数|{NUMERALS[0]}|[的等])"
_SAME_AS = f"(?P<u>平米|公分|公升|公尺|公吨|市斤|华里|(?:立方|平方){_NOT_CUT}|平(?=[，。；、）以]|$))"


def _named(match: re.Match[str]) -> str:
    return match["n"] + _NAMES[match["u"]]


register(
    "N26",
    form(
        rf"{START}(?P<n>{NUMBER})[ ]?(?P<u>{'|'.join(sorted(_SYMBOLS, key=len, reverse=True))})(?![0-9A-Za-z])",
        lambda match: match["n"] + _SYMBOLS[match["u"]],
    ),
    form(
        rf"{START}(?P<n>{NUMBER})(?P<u>[Kk]?[Mm][23]|M[²³])(?![0-9A-Za-z])",
        lambda match: match["n"] + _RAISED.get(match["u"], "km" + "²³"[match["u"][-1] == "3"]),
        "notice",
    ),
    form(rf"{START}(?<![胜负])(?P<n>{NUMBER}[万亿]?[余多]?){_SAME_AS}", _named),
    form(rf"(?<![{NUMERALS}百千{HAN}])(?P<n>[{NUMERALS}百千两]{{1,5}}[余多]?){_SAME_AS}", _named),
    form(rf"摄氏(?P<n>{NUMBER})度", r"\g<n>摄氏度"),
    form(rf"{START}(?P<n>{NUMBER}[万亿]?)度(?=电)", r"\g<n>千瓦时", "notice"),
    over=("N31",),
)
