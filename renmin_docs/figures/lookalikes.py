"""What only looks like a figure, as rows: points in time, fixed terms, places, models; and words that end like a hedge.

A row is a pattern that begins at the number; what stands before it is looked back at. `scan` passes over what a row
matches. To teach it a fixed term, add a row: to that of the numbers in digits, in numerals, or in either (`{n}`).
"""

from __future__ import annotations

from itertools import groupby

from renmin_docs.patterns import lazy

_N = "[零〇一二两三四五六七八九十百]"
_D = "[0-9]"
_ANY = f"(?:{_D}+|{_N}+)"


def _behind(*words: str) -> str:
    """One of some words before the number, at once or parted by a blank."""
    alike = [[*group] for _, group in groupby(sorted(words, key=len), key=len)]  # Python looks back at one width only
    return f"(?:{'|'.join(f'(?<={each})|(?<=(?:{each}) )' for each in map('|'.join, alike))})"


_TO = " ?(?:至|到|-|—|～|~) ?"
_MONTH = rf" ?{_D}{{1,2}} ?月(?!{_TO}{_D}{{1,2}} ?月)(?: ?{_D}{{1,2}} ?(?:日|号))?"

DATES = (
    rf"(?:{_D}{{4}}(?:、|和)){{0,5}}{_D}{{4}} ?年(?!{_TO}{_D}{{4}} ?年)(?:{_MONTH})?",
    rf"{_D}{{2}} ?年(?:底|初|末|(?= ?{_D}{{1,2}} ?月){_MONTH})",
    rf"{_D}{{1,2}} ?月 ?{_D}{{1,2}} ?(?:日|号)",
    rf"(?<=月){_D}{{1,2}} ?(?:日|号)",
    rf"{_D}{{1,2}}(?:时|点){_D}{{1,2}}分?",
    rf"{_D}{{4}}(?:届|级)",
)
"""Points in time; they are no quantities, but a span of them is a figure."""

_PARTIES = (
    rf"(?<!连续)(?<!举办)(?<!举办了)(?<!共)(?<!满)(?<!近){_N}+届",
    (
        rf"(?<![开展行织办了共计先后已各均过达到于加少近约满超余第每]){_N}+次"
        "(?:全会|会议|全体|党代|代表|常务|常委|理事|主任会)"
    ),
)
"""Meetings and terms of office are counted in ordinals without 第; 召开三次会议 is a count."""

_TERMS = tuple(
    """
    十家村 五位一体 三位一体 两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 两个结合 六个必须
    三次产业 三天两头 三番五次 三番两次 三五成群 三种人 两个一百年 百家争鸣 四个服务 四个服从 十个明确 三人行
    三个务必 两个大局 两个毫不动摇 四个伟大 七个有之 三步走 四面八方 八面玲珑 三头六臂 三部曲 两面人 两面派
    两张皮 两头婚 两条腿走路 三头并进 四面出击 四面楚歌 四面环山 两面三刀 千人一面 三人成虎 两票制
    二十四节气 三块地改革 八项规定 六项纪律 四项基本原则 六条禁令 十条禁令
    五台山 三台县 九台区 七台河 六盘水 六盘山 三门峡 八间房 五间房 五棵松
""".split()  # noqa: SIM905 - a list of terms reads better as text
)
"""Fixed terms that begin with a numeral; compared as text, which costs no pattern."""

_IN_NUMERALS = (
    *_PARTIES,
    rf"{_N}+(?:家(?:[庄屯湾沟坪岭堡洼埠渠窑子桥]|店(?=[村镇街乡站区社])|[村镇](?![级镇集企民办银庄社]))|户[镇乡]|元[里桥区]|人制)",
    rf"{_N}+里(?![路，。、；：！？）的地山范开之内以左余多]|$)",
    "(?<=“)[零〇一二两三四五六七八九十百千几]+[^”]{0,12}”",
    "(?<=最后)一公里",
    "(?<=五花)八门",
    "[一二两三四五六七八九十几]个一(?![个家名])",
    "(?:两|三|四)轮(?:车|电动|摩托|驱动)",
    f"{_N}件套",
)

_IN_DIGITS = (
    *DATES,
    rf"{_D}+届(?={_ANY}[中次]|中央|全国|人大|政协|党代)",
    f"{_D}+[.]{_D}+版",
    f"{_D}+[栋幢座层](?=[-—0-9A-Za-z号]|[一二三四五六七八九十0-9]+(?:单元|楼|层|室))",
    f"{_behind('花园', '家园', '公寓', '公馆', '新村')}{_D}+[栋幢座]",
    r"[0-9.]+ ?[×xX*✕] ?[0-9.]+(?: ?[×xX*✕] ?[0-9.]+)?(?: ?小时)?",
    rf"(?:(?<=第{_D}[、和至到—～-])|(?<=第{_D}{{2}}[、和至到—～-])){_D}+",
    rf"{_behind('(?<![代报发])表', '图', '附件')}{_D}+(?:[-—.]{_D}+)?(?= )",
    f"{_D}+小时[×xX*✕]{_D}+天",
    f"{_D}对(?=[0-9多N])",
    f"{_D}+ ?[百千万亿]*分之",
)

_IN_EITHER = (
    rf"{_behind('人大', '政协', '届', '党代会', '大会', '委员会', '全会')}{{n}}次",
    "(?<=国){n}条",
    rf"{_behind('稳增长', '稳经济', '惠企', '助企', '促消费', '营商环境')}{{n}}条(?!道|路|件)",
    rf"{_behind('民企', '民营经济', '科创', '金融')}{{n}}条(?!道|路|件)",
    "(?:(?<=后)|(?<=尾)|(?<=末)){n}位",
    rf"{_behind('号', '号楼', '号院', '大厦', '大楼')}{{n}}[栋幢座层]",
    "{n}(?:条(?=[^“”，。；\n]{0,4}”)|位数(?!学)|”? ?(?:分钟|刻钟|公里|小时|米)[\u4e00-\u9fff“”]{0,6}圈)",
)


def _rows(rows: tuple[str, ...], number: str) -> str:
    return "|".join((*rows, *(row.replace("{n}", f"{number}+") for row in _IN_EITHER)))


_DIGITS = frozenset("0123456789.")
_LOOKALIKES = lazy(_rows(_IN_DIGITS, _D)), lazy(_rows(_IN_NUMERALS, _N))


def lookalike_end(text: str, start: int) -> int:
    """Where what only looks like a figure ends, if something of the sort begins at a place; 0 otherwise.

    >>> lookalike_end("三番五次", 0), lookalike_end("三次", 0)
    (4, 0)
    """
    match = _LOOKALIKES[text[start : start + 1] not in _DIGITS]().match(text, start)
    if match or not text.startswith(_TERMS, start):
        return match.end() if match else 0
    return next(start + len(term) for term in _TERMS if text.startswith(term, start))


FALSE_HEDGES: dict[str, str] = {
    "近": "附最邻靠临亲",
    "约": "节预合契签条公履违制",
    "达": "到传表下送抵通发转",
    "超": "赶高反",
    "过": "通经超不越渡跨转错透胜难",
    "破": "突打攻爆侦冲",
    "上": "线网路会街海基身场以山地桌车船江早晚马向北实加赶跟献迎送",
}
"""Hedging words that end another word (附近, 节约, 下达), with the characters that stand before them there."""

FALSE_AFTER: dict[str, str] = {
    "内": "(?![部容外涵需科陆地资蒙刊线壁衣存参在河控审设生环销])",
    "以下": "(?!简称)",
    "左右": "(?!手)",
    "": "(?![级游班联])",
}
"""What may not follow a hedge, since it begins another word then (内部, 以上级); the last row is for every hedge."""
