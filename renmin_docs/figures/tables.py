"""The words of figures as rows: scales, hedges, units, growth styles, and what only looks like a figure.

Source: GB/T 15835-2011 and its usage. To teach the room a unit, a hedge or a fixed term, add a row.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Side = Literal["before", "between", "after"]
Bound = Literal["about", "reached", "above", "below", "at_least", "at_most"]

SCALES: dict[str, Decimal] = {
    "": Decimal(1),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
"""What may follow Arabic digits (千, 百 and 十 may not), from small to large."""

AUTOMATIC_SCALES = ("", "万", "亿")
"""The scales that the library chooses by itself for money; 万亿 stands only where it is asked for."""

_ROUNDING: dict[str, str] = {
    "above": ROUND_DOWN,
    "at_least": ROUND_DOWN,
    "below": ROUND_UP,
    "at_most": ROUND_UP,
}


class Hedge(NamedTuple):
    """One hedging word.

    Attributes:
        side: Where it stands: before the number, between number and unit, or after the unit.
        bound: What it says of the true value beside the printed one.
    """

    side: Side
    bound: Bound

    @property
    def rounding(self) -> str:
        """The direction of rounding that keeps the hedge true, as `decimal` names it."""
        return _ROUNDING.get(self.bound, ROUND_HALF_UP)

    @property
    def strict(self) -> bool:
        """Whether it is untrue where the true value is the printed one."""
        return self.bound in ("above", "below")


HEDGES: dict[str, Hedge] = {
    "近": Hedge("before", "below"),
    "将近": Hedge("before", "below"),
    "接近": Hedge("before", "below"),
    "不足": Hedge("before", "below"),
    "不到": Hedge("before", "below"),
    "约": Hedge("before", "about"),
    "大约": Hedge("before", "about"),
    "超": Hedge("before", "above"),
    "超过": Hedge("before", "above"),
    "逾": Hedge("before", "above"),
    "突破": Hedge("before", "above"),
    "达": Hedge("before", "reached"),
    "达到": Hedge("before", "reached"),
    "高达": Hedge("before", "reached"),
    "至少": Hedge("before", "at_least"),
    "不少于": Hedge("before", "at_least"),
    "不低于": Hedge("before", "at_least"),
    "至多": Hedge("before", "at_most"),
    "余": Hedge("between", "above"),
    "多": Hedge("between", "above"),
    "左右": Hedge("after", "about"),
    "上下": Hedge("after", "about"),
    "以上": Hedge("after", "at_least"),
    "以下": Hedge("after", "at_most"),
    "以内": Hedge("after", "at_most"),
}

NO_HEDGE = Hedge("before", "reached")

AUTO = "auto"
"""The hedge that stands for: choose one that is true."""


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which an alternation must try them."""
    return sorted(words, key=lambda word: (-len(word), word))


def hedges(side: Side) -> list[str]:
    """The hedging words of one side, the longest first."""
    return longest_first(word for word, row in HEDGES.items() if row.side == side)


PERCENT = "%"
POINTS = "个百分点"

RATES: dict[str, Decimal] = {PERCENT: Decimal("0.01"), "‰": Decimal("0.001"), "成": Decimal("0.1")}
"""Units that print a fraction, and what one of them is worth."""

MONEY = frozenset({"元", "美元", "港元", "欧元", "日元", "英镑"})
"""Units that are written in 万 and 亿 from 1万 up without being asked."""


class Calendar(NamedTuple):
    """A unit of the calendar: its first and last number. A span of them takes the long dash."""

    first: int
    last: int


CALENDAR: dict[str, Calendar] = {
    "年": Calendar(1000, 9999),
    "月": Calendar(1, 12),
    "日": Calendar(1, 31),
    "时": Calendar(0, 24),
}

KILO_UNITS = ("千米", "千克", "千瓦时", "千瓦", "千伏安", "千伏", "千卡")
"""Units that begin like a numeral."""

UNIT_ALIASES = {"百分点": POINTS}
"""Units that are read, and printed by another name."""


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


MEASURES = _words("""
    个 家 次 起 件 条 人 名 户 项 种 类 处 所 座 栋 幢 台 辆 套 份 张 本 场 批 支 间 宗 例 位 天 周 倍 番 成
    人次 场次 批次 户次 车次 件次 台次 个月 小时 分钟 秒 公里 里 米 平方米 平方公里 立方米 亩 公顷 吨 公斤 斤 元 美元
    岁 块 面 棵 株 只 头 篇 期 届 轮 艘 架 节 门 盘 枚 对 组 队 班 票 册 幅 部 款 笔 桩 盏 层 个百分点
""")
"""Measure words that a Chinese numeral may stand before (closed: 二十大, 四上, 三高四新 are no counts)."""

UNITS = MEASURES | _words("""
    % ‰ 年 度 克 升 毫升 厘米 毫米 港元 欧元 日元 英镑 楼栋 床 车位 个车位 间次 家次 户家庭
    千米 千克 千瓦 千瓦时 千伏 千伏安 千卡 百分点 ㎡ ㎥ ℃ km km² m m² m³ cm mm kg kW kWh
""")
"""Units that `scan` takes after Arabic digits (closed, unlike those of `parse`)."""

FALSE_UNITS = _words("""
    票务 票据 票价 家村 家庄 家庭 家长 家属 人大 人民 人均 人才 个别 次性 条例 年级 年度 年代
    部门 部队 名单 名义 名称 位于 面积 门口 层次 层级 层面 组织 班子 班次 成员 成本 成立 成果 处长 处级 处罚
    本地 本级 类似 类别 种植 种子 例如 起诉 起草 对于 对象 只能 头号 期间 期末 期初 节能 节约 场所 里程 度假
    米粉 米线 里面 元旦 元宵 天然 天安 点击 只要 只有
""")
"""Words that begin like a unit; a number before one of them is no hit of `scan`."""

FIXED_TERMS = (
    *_words("""
        十家村 最后一公里 五位一体 三位一体 两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 两个结合 六个必须
        三次产业 三天两头 三番五次 三五成群 三种人 两个一百年 百家争鸣 四个服从 十个明确 三件套 三人行
    """),
    "[一二两三四五六七八九十几N]个一(?![个家名])",
    "“[零〇一二两三四五六七八九十百千几]+[^”]{0,12}”",
)
"""What `scan` leaves alone although a number stands in it, as patterns."""

DATES = (
    "[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?",
    "[0-9]{1,2}月[0-9]{1,2}日",
)
"""Points in time; they are no quantities, and `scan` leaves them alone too, but not a span of them."""

FALSE_HEDGES: dict[str, str] = {
    "近": "附最邻靠临亲",
    "约": "节预合契签条公履违制",
    "达": "到传表下送抵通发转",
    "超": "赶高反",
}
"""Hedging words that end another word (附近, 节约, 下达), with the characters that stand before them there."""


class GrowthStyle(NamedTuple):
    """How a rate is told as growth: what stands before 增长, and what is printed where nothing changed."""

    before: str
    level: str


GROWTH_STYLES: dict[str, GrowthStyle] = {
    "增长": GrowthStyle("", "与上年持平"),
    "同比": GrowthStyle("同比", "同比持平"),
    "较上年": GrowthStyle("较上年", "与上年持平"),
    "比上年": GrowthStyle("比上年", "与上年持平"),
    "较上年同期": GrowthStyle("较上年同期", "与上年同期持平"),
    "环比": GrowthStyle("环比", "环比持平"),
}

VERBS: dict[str, tuple[str, str]] = {POINTS: ("提高", "下降")}
"""The verbs of a rise and a fall, by unit."""

DEFAULT_VERBS = ("增长", "下降")
LEVEL = "持平"

WAVE = "～"
"""Between the ends of a range of quantities."""

DASH = "—"
"""Between the ends of a range of the calendar."""
