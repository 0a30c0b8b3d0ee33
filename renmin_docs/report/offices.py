"""Kinds of offices: what their names end in, and how they sign. A new kind is one more row of `KINDS`.

The rows serve the default signature of a report, the files of `renmin-docs new`, and `import`, which finds offices in
titles, signatures and texts. An `issuer` that a report or a profile gives goes before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of office.

    Attributes:
        endings: What names of the kind end in.
        signs: What such a name gets behind it in a signature; nothing where the office signs as it is called.
        short: What people write instead of `signs`.
        own: What the office calls itself behind 我 (我镇, 我局).
        superior: Whom it reports to, as an example.
        not_behind: Characters before the ending that make it another word (小镇, 超市).
        not_before: Characters behind it that do (市场, 大学生).
    """

    endings: tuple[str, ...]
    signs: str = ""
    short: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    superior: str = "上级主管部门"
    not_behind: str = ""
    not_before: str = ""


_GOVERNMENT = ("人民政府", ("政府",))
_ZONES = ("开发区", "高新区", "经开区", "工业区", "园区", "度假区", "示范区", "合作区", "保税区", "景区")
_COMMITTEES = ("委员会", "管委会", "居委会", "村委会", "工委")
_ORGANS = ("办公室", "人民政府", "政府", "行政公署", "办事处", "街道办", "指挥部", "领导小组", "专班", "法院", "检察院")
_STATIONS = (
    *("工作站", "服务站", "派出所", "司法所", "财政所", "研究所", "研究院"),
    *("图书馆", "博物馆", "文化馆", "档案馆", "电视台", "供销社"),
)
_FARMS = ("农场", "林场", "牧场", "渔场", "茶场")
_PARTY = ("党委", "党工委", "党组", "党总支", "总支", "党支部", "纪委", "纪工委", "监委")
_PEOPLE = (
    *("人大", "政协", "工会", "团委", "团工委", "妇联", "残联"),
    *("文联", "科协", "侨联", "工商联", "红十字会", "协会", "商会", "联合会", "联合社"),
)
_SCHOOLS = ("学校", "小学", "中学", "大学", "学院", "党校")
_HOSPITALS = ("医院", "卫生院", "卫生室", "卫生服务站")
_FIRMS = ("公司", "银行", "支行", "合作社")

KINDS: tuple[Kind, ...] = (
    Kind(("街道",), "办事处", ("办",), ("街道", "街"), "区人民政府"),
    Kind(("镇",), *_GOVERNMENT, ("镇",), "县人民政府", "小", "域长"),
    Kind(("乡", "苏木"), *_GOVERNMENT, ("乡",), "县人民政府", "", "村镇亲贤"),
    Kind(("社区",), "居民委员会", ("居委会",), ("社区",), "街道办事处"),
    Kind(("村",), "村民委员会", ("村委会", "民委员会", "委会"), ("村",), "镇人民政府", "农假", "民庄级干容"),
    Kind(("县", "旗"), *_GOVERNMENT, ("县", "旗"), "市人民政府", "红", "域城级"),
    Kind(("区",), *_GOVERNMENT, ("区",), "市人民政府", "新地小校院厂库片务", "域划块级位"),
    Kind(("市", "自治州"), *_GOVERNMENT, ("市", "州"), "省人民政府", "超夜菜", "场民容政级"),
    Kind(("省", "自治区"), *_GOVERNMENT, ("省", "自治区"), "国务院", "", "级"),
    Kind(_ZONES, "管理委员会", ("管委会",), superior="市人民政府"),
    Kind(("局",), own=("局",), superior="区人民政府", not_before="面势部"),
    Kind(_COMMITTEES, own=("委",), superior="区人民政府"),
    Kind(_ORGANS, own=("办",), superior="区人民政府"),
    Kind(("中心",), own=("中心",), superior="区人民政府", not_before="城"),
    Kind(_STATIONS, own=("站", "所", "馆")),
    Kind(_FARMS, own=("场",)),
    Kind(_PARTY, superior="上级党委", not_before="织成"),
    Kind(_PEOPLE, own=("会",), not_before="代"),
    Kind(_SCHOOLS, own=("校",), superior="区教育局", not_before="生"),
    Kind(("幼儿园",), own=("园",), superior="区教育局"),
    Kind(_HOSPITALS, own=("院",), superior="区卫生健康局"),
    Kind(_FIRMS, own=("公司",), not_before="化"),
    Kind(("集团",), own=("集团",), not_before="化有股公"),
)
PLACES = tuple(kind for kind in KINDS if kind.signs)
"""Kinds that govern or administer a place, which their names are."""
BODIES = tuple(kind for kind in KINDS if not kind.signs)
"""Kinds that sign as they are called."""
OTHER = Kind(())
"""The kind of all others: they sign as they are called."""
LOOSE = ("办", "委", "处", "会", "院", "部", "厅", "站", "所", "队", "科", "室", "馆", "厂", "校")
"""Last characters of offices that too many other words end in, too: they mark an office only at the end of a line."""
_NO_OFFICES = ("干部", "全部", "内部", "社会", "大会", "机会")
"""The commonest of those words."""


@lru_cache(maxsize=1024)  # each report asks for its own office's several times
def kind_of(name: str) -> Kind:
    """The kind of an office, by the longest ending that its name has.

    >>> kind_of("青山镇").signs, kind_of("青山镇中心小学").superior
    ('人民政府', '区教育局')
    """
    found = ((len(ending), kind) for ending, kind in _BY_LAST.get(name[-1:], ()) if _ends_in(name, ending, kind))
    return max(found, key=itemgetter(0), default=(0, OTHER))[1]


def endings_of(name: str) -> Iterator[str]:
    """What a name ends in, of all endings of offices and of what only ends one at the end of a line."""
    if name.endswith(LOOSE) and not name.endswith(_NO_OFFICES):
        yield name[-1]
    yield from (ending for ending, kind in _BY_LAST.get(name[-1:], ()) if _ends_in(name, ending, kind))


def _ends_in(name: str, ending: str, kind: Kind) -> bool:
    return name.endswith(ending) and (len(name) == len(ending) or name[-len(ending) - 1] not in kind.not_behind)


def issuer_of(name: str) -> str:
    """The name as an office of its kind signs.

    >>> issuer_of("人民街道"), issuer_of("青山镇"), issuer_of("区教育局")
    ('人民街道办事处', '青山镇人民政府', '区教育局')
    """
    return name + kind_of(name).signs


def name_of(issuer: str) -> str:
    """The name of the office that signs so, as titles have it; what is no signature of a kind stays as it is.

    >>> name_of("青山镇人民政府"), name_of("幸福社区居委会"), name_of("区教育局"), name_of("驻京办事处")
    ('青山镇', '幸福社区', '区教育局', '驻京办事处')
    """
    if not issuer.endswith(_SIGNS):
        return issuer
    names = (
        issuer[: -len(behind)]
        for kind in KINDS
        for behind in (kind.signs, *kind.short)
        if behind and issuer.endswith(behind) and kind_of(issuer[: -len(behind)]) is kind
    )
    return min((name for name in names if name not in _ENDINGS), key=len, default=issuer)


def own_words() -> str:
    """What offices call themselves behind 我, as alternatives of a pattern."""
    return _alternatives({word: word for kind in KINDS for word in kind.own})


def kind_called(own: str) -> Kind:
    """The first kind that calls itself so."""
    return next(kind for kind in KINDS if own in kind.own)


def endings(kinds: Iterable[Kind] = KINDS) -> str:
    """What names of offices of these kinds end in within a text, as alternatives of a pattern."""
    return _alternatives({end: _within(end, kind) for kind in kinds for end in kind.endings})


def _within(ending: str, kind: Kind) -> str:
    """An ending as a pattern; it begins with characters, so that a search passes over other text fast."""
    before = f"(?<![{kind.not_behind}]{ending})" if kind.not_behind else ""
    return ending + before + (f"(?![{kind.not_before}])" if kind.not_before else "")


def _alternatives(patterns: dict[str, str]) -> str:
    """The patterns of words, that of a longer word first."""
    return "|".join(patterns[word] for word in sorted(patterns, key=len, reverse=True))


_ENDINGS = frozenset(ending for kind in KINDS for ending in kind.endings)
_BY_LAST = {
    last: tuple((ending, kind) for kind in KINDS for ending in kind.endings if ending[-1] == last)
    for last in {ending[-1] for ending in _ENDINGS}
}
"""The last character of a name → the endings that it may be of, with their kinds."""
_SIGNS = tuple({sign for kind in KINDS for sign in (kind.signs, *kind.short) if sign})
