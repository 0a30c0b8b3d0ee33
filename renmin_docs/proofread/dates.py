"""Dates (N): years in full, one script, 日 and not 号, spans with the long dash, times of day, document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.messages import Severity
from renmin_docs.numerals import to_chinese
from renmin_docs.patterns import lazy
from renmin_docs.proofread.forms import DIGITS, HAN, NUMERALS, Form, form, register, slips_of
from renmin_docs.proofread.passages import BODY, Passage, Role
from renmin_docs.proofread.period import number
from renmin_docs.proofread.rules import Slip, rule

_SIGNS = {"y": "年", "m": "月", "d": "日"}
_OTHERS: frozenset[Role] = frozenset({"issue_date", "issuer", "attachment_item", "addressee"})
_FRAMES: frozenset[Role] = frozenset({"header", "imprint"})
_DATED = BODY | _OTHERS

# --- N1: the year in full -----------------------------------------------------------------------

_YEAR = "(?P<w>(?P<y>0[1-9]|[12][0-9]|3[0-5]|9[0-9])年)"
_ALONE = "(?<![0-9.．近满约有第])"
_NOW = "(?P<w>(?P<y>1[1-9]|2[1-9]|3[1-5])年)"


_TERM, _BEFORE = lazy("分别|工作|从业|任职|服务|居住|期限|党龄|工龄|年限|婚|刑|期"), 10
"""Before a number of years that is a term."""


def _full_year(match: re.Match[str]) -> str:
    return f"{'19' if match['y'] > '36' else '20'}{match['y']}年"


def _two_years(match: re.Match[str]) -> str | None:
    """Two years that follow each other: 24年、25年 is rarely a pair of terms."""
    if int(match["a"]) + 1 != int(match["b"]) or _TERM().search(match.string[: match.start()][-_BEFORE:]):
        return None
    return f"20{match['a']}年{match['s']}20{match['b']}年"


register(
    "N1",
    form(
        rf"{_ALONE}{_YEAR}(?=年[底初末]|底(?![子气蕴线层])|初(?![心衷中级次步始期])|末(?![端梢])|第?[一二三四1-4]季度"
        "|上半年|下半年|度(?![假过])|全年|中期|同期)",
        _full_year,
    ),
    form(rf"(?<!徒刑)(?<!刑期)(?<!判处){_ALONE}{_YEAR}(?=(?:1[0-2]|0?[1-9])月)", _full_year),
    form(rf"(?:截至|截止)到?{_YEAR}(?![来间多余期前后])", _full_year),
    form(rf"[从由]{_NOW}(?=的[0-9])", _full_year),
    form(rf"[较比]{_NOW}(?=的[0-9]|增|减|上升|下降|提高|降低|，|。)", _full_year),
    form(rf"[与和同在]{_NOW}(?=相比|的?基础上)", _full_year),
    form(
        rf"{_ALONE}(?<![年、])(?P<a>1[1-9]|2[0-9]|3[0-4])年(?P<s>[、和与])(?P<b>1[2-9]|2[0-9]|3[0-5])年(?![级来以])",
        _two_years,
    ),
    form(rf"(?:自{_YEAR}(?=起|开始|启动|至今|以来))", _full_year),
    form(rf"20[0-9]{{2}}年?[—\-－–～~至到]{_YEAR}(?!代)", _full_year),
    form(rf"{_ALONE}{_YEAR}(?=工作(?:总结|计划|要点|安排|打算|报告|任务)|预算|决算)", _full_year),
)

# --- N5, N6, N8, N9: within one date ------------------------------------------------------------

_PADDED: tuple[Form, ...] = (
    form(
        r"(?<![0-9])(?:[0-9]{4}年)?(?:0[1-9]|1[0-2]|[1-9])月(?:0?[1-9]|[12][0-9]|3[01])[日号]",
        lambda match: _unpadded(match[0]),
    ),
    form(r"(?<![0-9])(?:[0-9]{4}年)?0[1-9]月", lambda match: _unpadded(match[0])),
    form(r"(?<![0-9])0[1-9]日", lambda match: _unpadded(match[0])),
)


def _unpadded(date: str) -> str | None:
    plain = "年".join(part.lstrip("0") for part in date.split("年"))
    plain = "月".join(part.lstrip("0") for part in plain.split("月")).replace("号", "日")
    return plain if plain != date.replace("号", "日") else None


@rule("N5", "passage", roles=_DATED, over=("N8",))
def padded_dates(passage: Passage) -> Iterator[Slip]:
    """Months and days with a zero before them; the standard forbids it in the date of issue, usage elsewhere."""
    severity: Severity | None = None if passage.role == "issue_date" else "warning"
    return (slip._replace(severity=severity) for slip in slips_of(_PADDED, passage))


_OF_A_PLACE = (
    "(?!选手|展|桌|网格|仓|泊|跑道|标段|站|窗口|岗|教学|宿舍|楼|院|线|公告|令|文|台风|门|店|厅|馆|机|车|井|矿|库|路|坑|桥|泵|炉"
    "|厂|通知|决议|提案|议案|地块|[0-9])"
)
"""Behind a 号 that is no day."""
_MONTHS = frozenset(map(to_chinese, range(1, 13)))
_MONTH, _DAY = f"[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}", f"[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}"


def _in_digits(match: re.Match[str]) -> str | None:
    """A date in digits; None where it is none."""
    parts = {sign: number(match[name]) for name, sign in _SIGNS.items() if match[name]}
    return "".join(f"{value}{sign}" for sign, value in parts.items()) if all(parts.values()) else None


def _mixed_in_digits(match: re.Match[str]) -> str | None:
    """A date of digits and numerals in digits; None where it is of one script."""
    scripts = {match[name].isascii() for name in _SIGNS if match[name]}
    return _in_digits(match) if len(scripts) > 1 else None


register(
    "N6",
    form(
        rf"(?<![0-9{NUMERALS}{DIGITS}])(?<!农历)(?<!阴历)(?:(?P<y>[0-9]{{4}}|[{DIGITS}○]{{4}})年)?(?P<m>{_MONTH})月"
        rf"(?:(?P<d>{_DAY})(?:日(?![游千三之])|号{_OF_A_PLACE}))?(?!革命|会议|围城|怀胎|[初廿{NUMERALS}])",
        _mixed_in_digits,
    ),
    form(
        rf"(?<![0-9])(?P<a>1[0-2]|[1-9])月(?P<s>[至到—～\-])(?P<b>[{NUMERALS}]{{1,3}})月(?!革命|[初廿{NUMERALS}])",
        lambda match: f"{match['a']}月{match['s']}{number(match['b'])}月" if match["b"] in _MONTHS else None,
    ),
    over=("N9",),
    roles=_DATED,
)

register(
    "N8",
    form(rf"(?<![0-9])(?:1[0-2]|[1-9])月(?:3[01]|[12]?[0-9])号{_OF_A_PLACE}", lambda match: match[0][:-1] + "日"),
    form(rf"(?<=[本上下当次每]月)(?:3[01]|[12]?[0-9])号{_OF_A_PLACE}", lambda match: match[0][:-1] + "日"),
    form(
        rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,2}}月[{NUMERALS}]{{1,3}}号{_OF_A_PLACE}",
        lambda match: match[0][:-1] + "日",
    ),
    roles=_DATED,
)


_CHINESE_YEAR = form(
    rf"(?<![{DIGITS}○])(?P<y>(?:一九|一八|二[〇零○])[{DIGITS}○]{{2}})年(?!代)"
    rf"(?:(?P<m>[{NUMERALS}]{{1,2}})月(?:(?P<d>[{NUMERALS}]{{1,3}})日)?)?",
    _in_digits,
)


@rule("N9", "passage", roles=BODY | {"issue_date"})
def chinese_years(passage: Passage) -> Iterator[Slip]:
    """Years in Chinese numerals; GB/T 9704-2012, 7.3.5.4, wants the date of issue in digits."""
    severity: Severity | None = "warning" if passage.role == "issue_date" else None
    return (slip._replace(severity=severity) for slip in slips_of((_CHINESE_YEAR,), passage))


# --- N10: spans ---------------------------------------------------------------------------------

_AT = r"(?<![0-9A-Za-z.\-/])"
_POINT = r"(?:[0-9]{4}年)?(?:1[0-2]|0?[1-9])月(?:[0-9]{1,2}日)?"
_WAVES: tuple[tuple[str, Severity | None], ...] = (("(?:[-~–－]|——|--)", None), ("～", "notice"))
"""Marks that stand for the long dash; 5.1.3 of GB/T 15835-2011 lets ～ stand in any range."""


def _rising(match: re.Match[str]) -> str | None:
    """A span whose ends rise, with the long dash, and its unit once."""
    if int(match["a"]) >= int(match["b"]):
        return None
    return f"{match['a'].lstrip('0')}—{match['b'].lstrip('0')}{match['u']}"


def _joined(match: re.Match[str]) -> str:
    """Two dates with the long dash between, without zeros before their numbers."""
    return "—".join(_unpadded(match[name]) or match[name] for name in "ab")


def _spans(mark: str, severity: Severity | None) -> tuple[Form, ...]:
    small = "1[0-2]|0?[1-9]"
    return (
        form(rf"{_AT}(?P<a>(?:19|20)[0-9]{{2}})年?{mark}(?P<b>(?:19|20)[0-9]{{2}})(?P<u>学?年)", _rising, severity),
        form(rf"{_AT}(?P<a>{small})月?{mark}(?P<b>{small})(?P<u>月)(?![龄嫂饼内])", _rising, severity),
        form(rf"{_AT}(?P<a>[1-4]){mark}(?P<b>[1-4])(?P<u>季度)", _rising, severity),
        form(rf"{_AT}(?P<a>[0-9]{{1,2}})日?{mark}(?P<b>[0-9]{{1,2}})(?P<u>日)(?![元圆均内])", _rising, severity),
        form(rf"{_AT}(?P<a>{_POINT}){mark}(?P<b>{_POINT})", _joined, severity),
    )


register("N10", *(each for row in _WAVES for each in _spans(*row)), over=("N5", "N11", "P12"))

# --- N29, N30, N32: document numbers, times of day, names of days ---------------------------------


def _document_number(match: re.Match[str]) -> str:
    year = match["y2"] or match["y"]
    return f"〔{year if len(year) == 4 else f'20{year}'}〕{match['n']}号"


register(
    "N29",
    form(
        r"(?:(?P<l>[\[［【〔﹝{])(?P<y>(?:19|20)[0-9]{2}|[0-9]{2})|[（(](?P<y2>(?:19|20)[0-9]{2}))年?"
        r"[\]］】〕﹝﹞})）][ 　]?第?0*(?P<n>[1-9][0-9]{0,4})号(?!楼|院|线|台风|门|地块)",
        _document_number,
    ),
    roles=_DATED | _FRAMES,
    over=("P2", "P7", "N31"),
)

_PART_OF_DAY = "(?P<p>上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|今晚|当晚|昨晚)"
_LATE = {to_chinese(hour): to_chinese(hour - 12) for hour in range(13, 24)}


def _one_way(match: re.Match[str]) -> str:
    """A time of day by either way of counting."""
    hour, end = match["t"], match["e"]
    twelve = _LATE.get(hour) or str(int(hour) - 12)
    part = "下午" if match["p"] in ("上午", "早上", "早晨", "清晨", "凌晨") else match["p"]
    return f"{hour}{end}或{part}{twelve}{end}"


register(
    "N30",
    form(rf"{_PART_OF_DAY}(?P<t>1[3-9]|2[0-3])(?P<e>[时点]|[:：][0-9]{{2}})", _one_way),
    form(rf"{_PART_OF_DAY}(?P<t>十[三四五六七八九]|二十[一二三]?)(?P<e>[时点])", _one_way),
)

_NAMED_DAYS = (
    "疫情|事件|事故|惨案|案|专案|地震|特大|火灾|爆炸|洪水|洪灾|暴雨|泥石流|运动|起义|讲话|消费者|晚会|国家|世界|国际"
    "|全国"
)
_DAYS_ALONE = f"消费者权益|疫情|地震|事件|事故|惨案|国家宪法日|(?:世界|国际|全国)[{HAN}]{{1,8}}[日节]"
_DOTTED = "(?P<m>1[0-2]|[1-9])[.．·](?P<d>3[01]|[12][0-9]|0?[1-9])"
_RUN_ON = "(?P<m>[1-9]|1[0-2])(?P<d>3[01]|[12][0-9]|0[1-9])"
_CALLED = {"110", "119", "120", "122"}
"""Telephone numbers that look like days."""
_LATE_IN_YEAR = {"129": "“12·9”"}
"""Days that the shorter reading of the month would miss."""


def _named_day(match: re.Match[str]) -> str | None:
    run_on = match["m"] + match["d"]
    if run_on in _CALLED:
        return None
    return _LATE_IN_YEAR.get(run_on, f"“{match['m']}·{match['d'].lstrip('0')}”")


register(
    "N32",
    form(rf"“{_DOTTED.replace('·', '')}”(?={_NAMED_DAYS})", _named_day),
    form(rf"“{_RUN_ON}”(?={_NAMED_DAYS})", _named_day),
    form(rf"(?<![0-9A-Za-z.“·])(?P<w>{_DOTTED})(?={_DAYS_ALONE})", _named_day),
    is_quoted=True,
)
