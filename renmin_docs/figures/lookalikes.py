"""What only looks like a figure, as rows: points in time, fixed terms, addresses, models; and false hedges.

`scan` leaves a number alone that one of these patterns covers. To teach it a fixed term, add a row.
"""

from __future__ import annotations

from renmin_docs.figures.pieces import BLANK
from renmin_docs.patterns import lazy

_B = f"{BLANK}?"
_N = "[零〇一二两三四五六七八九十百]"
_NUMERAL = f"(?<!{_N}){_N}+"
_DIGITS = "(?<![0-9])[0-9]+"
_ANY = f"(?:{_DIGITS}|{_NUMERAL})"
"""A number from its first character on: a pattern that begins anywhere in a long one would take the square of time."""

DATES = (
    (
        rf"(?<![0-9.])(?:(?:[0-9]{{4}}[、和]){{0,5}}[0-9]{{4}}|[0-9]{{2}}(?={_B}年(?:[底初末]|[0-9]{{1,2}}月)))"
        rf"{_B}年(?:{_B}[0-9]{{1,2}}{_B}月(?!至|到|[-—～][0-9])(?:{_B}[0-9]{{1,2}}{_B}日)?)?"
    ),
    rf"[0-9]{{1,2}}{_B}月(?:{_B}[0-9]{{1,2}}{_B}[日号])",
    "(?<![0-9.])[0-9]{1,2}[时点][0-9]{1,2}分?",
    r"[〇零一二三四五六七八九]{4}年",
    "[0-9]{4}[届级]",
)
"""Points in time; they are no quantities, and `scan` leaves them alone too, but not a span of them."""

_PARTIES = (
    rf"{_NUMERAL}届(?<!连续.届)(?<!举办.届)(?<!举办了.届)(?<!共.届)(?<!满.届)(?<!近.届)",
    rf"{_DIGITS}届(?={_ANY}[中次]|中央|全国|人大|政协|党代)",
    rf"(?:人大|政协|届|党代会|大会|委员会|全会){_ANY}次",
    (
        rf"(?<![开展行织办了共计先后已各均过达到于加少近约满超余第每零〇一二两三四五六七八九十百]){_N}+次"
        "(?:全会|会议|全体|党代|代表|常[务委]|理事|主任会)"
    ),
)
"""Meetings and terms of office are counted in ordinals without 第; 召开三次会议 is a count."""

_DOCUMENTS = (
    f"国{_ANY}条",
    "(?:八项规定|六项纪律|四项基本原则|六条禁令|五条要求|十条禁令)",
    "“[^“”]{0,10}[0-9]+条[^“”]{0,4}”",
    f"(?:稳增长|稳经济|惠企|助企|促消费|营商环境|民企|民营经济|科创|金融){_ANY}条(?![道路件])",
    f"{_ANY}位数(?!学)",
    f"{_DIGITS}[.][0-9]+版",
)

_PLACES = (
    rf"{_NUMERAL}家(?:[庄屯湾沟坪岭堡洼埠渠窑子桥]|[村镇](?![级集企民办银庄社]))",
    rf"{_NUMERAL}里(?![路，。、；：！？）的地山范开之内以左余多]|$)",
    f"{_NUMERAL}元[里桥区]",
    "五台山|[九三]台[区县]|[七]台河|六盘[水山]|三门峡|八间房|五间房|[三四五六七八九]棵[松树]",
    f"{_NUMERAL}户[镇乡]",
    f"{_DIGITS}[栋幢座](?=[-—0-9A-Za-z号]|[一二三四五六七八九十0-9]+(?:单元|楼|层|室))",
    "号(?:楼|院|大厦|大楼)?[0-9一二三四五六七八九十]+[栋幢座层楼]",
    "(?:花园|家园|公寓|大厦|公馆|新村)[0-9]+[栋幢座]",
)
"""Villages, streets and addresses with a number in their name."""

_CODES = (
    rf"{_DIGITS}[×xX*✕][0-9]+{_B}小时",
    rf"(?<![0-9.])[0-9.]+{_B}[×xX*✕]{_B}[0-9.]+(?:{_B}[×xX*✕]{_B}[0-9.]+)?",
    rf"{_ANY}[”]?{_B}(?:分钟|刻钟|公里|小时|米)[\u4e00-\u9fff“”]{{0,6}}圈",
    rf"第{_B}[0-9]+(?:[、和至到—～-][0-9]+){{0,8}}",
    rf"(?:(?<![代报发])表|图|附件|附表){_B}[0-9]+(?:[-—.][0-9]+)?(?={BLANK})",
)

FIXED_TERMS = (
    *"""
        十家村 最后一公里 五位一体 三位一体 两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 两个结合 六个必须
        三次产业 三天两头 三番五次 三番两次 三五成群 三种人 两个一百年 百家争鸣 四个服务 四个服从 十个明确 三件套 三人行
        三个务必 两个大局 两个毫不动摇 四个伟大 七个有之 三步走 四面八方 八面玲珑 五花八门 三头六臂 三部曲 两面人 两面派
        两面三刀 千人一面 三人成虎 两票制 二十四节气 三块地改革
    """.split(),  # noqa: SIM905 - a list of terms reads better as text
    "[一二两三四五六七八九十几N]个一(?![个家名])",
    "[两三四]轮(?:车|电动|摩托|驱动)",
    "“[零〇一二两三四五六七八九十百千几]+[^”]{0,12}”",
    *_PARTIES,
    *_DOCUMENTS,
    *_PLACES,
    *_CODES,
)
"""What `scan` leaves alone although a number stands in it, as patterns."""

CLOSED = lazy("|".join((*DATES, *FIXED_TERMS)))
"""Every stretch of a text in which no figure stands."""

FALSE_HEDGES: dict[str, str] = {
    "近": "附最邻靠临亲",
    "约": "节预合契签条公履违制",
    "达": "到传表下送抵通发转",
    "超": "赶高反",
    "过": "通经超不越渡跨转错透胜难",
    "破": "突打攻爆侦攻冲",
    "上": "线网路会街海基身场以山地桌车船江早晚马身向北实加赶跟献迎送",
}
"""Hedging words that end another word (附近, 节约, 下达), with the characters that stand before them there."""

FALSE_AFTER: dict[str, str] = {
    "内": "(?![部容外涵需科陆地资蒙刊线壁衣存参河控审设生环销])",
    "以下": "(?!简称)",
    "左右": "(?!手)",
    "": "(?![级游班联])",
}
"""What may not follow a hedge, since it begins another word then (内部, 以上级); the last row is for every hedge."""
