"""The words of figures as rows: scales, hedges, rates, growth styles.

Source: GB/T 15835-2011 and its usage. To teach the room a hedge, add a row; units are in `measures`, fixed terms in
`lookalikes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Literal, NamedTuple

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
        round_only: Whether it stands only before 十, 百, 千, 万 and 亿: 上百条, 过万人.
    """

    side: Side
    bound: Bound
    round_only: bool = False

    @property
    def rounding(self) -> str:
        """The direction of rounding that keeps the hedge true, as `decimal` names it."""
        return _ROUNDING.get(self.bound, ROUND_HALF_UP)

    @property
    def strict(self) -> bool:
        """Whether it is untrue where the true value is the printed one."""
        return self.bound in ("above", "below")


_HEDGES = (
    (Hedge("before", "below"), "近 将近 接近 近乎 几近 不足 不到 未满 未达 未达到 不满 低于 少于 小于 <"),
    (Hedge("before", "about"), "约 大约 大概 约为 约有"),
    (Hedge("before", "above"), "超 超过 超出 逾 突破 高于 多于 大于 >"),
    (Hedge("before", "above", round_only=True), "过 破"),
    (Hedge("before", "at_least", round_only=True), "上"),
    (Hedge("before", "reached"), "达 达到 高达 多达"),
    (Hedge("before", "at_least"), "至少 最少 不少于 不低于 不小于 大于等于 ≥ >="),
    (Hedge("before", "at_most"), "至多 最多 不超过 不超 未超过 未超 不高于 不多于 不大于 小于等于 ≤ <="),
    (Hedge("between", "above"), "余 多"),
    (Hedge("between", "about"), "来"),
    (Hedge("after", "about"), "左右 上下"),
    (Hedge("after", "at_least"), "以上"),
    (Hedge("after", "at_most"), "以下 以内 之内 内"),
)
HEDGES: dict[str, Hedge] = {word: row for row, words in _HEDGES for word in words.split()}
"""Hedging word → what it says."""

HEDGE_FORMS: dict[str, str] = {
    "及以上": "以上",
    "及以下": "以下",
    **{f"{first}含{last}{word}": word for first, last in ("（）", "()") for word in ("以上", "以下", "以内")},
}
"""Other forms of a hedge, which print as they are written and mean the same."""

NO_HEDGE = Hedge("before", "reached")

AUTO = "auto"
"""The hedge that stands for: choose one that is true."""

_ROUND = "(?=[十百千万亿])"


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which an alternation must try them."""
    return sorted(words, key=lambda word: (-len(word), word))


def hedges(side: Side) -> list[str]:
    """The hedging words of one side that stand beside any number, the longest first."""
    return longest_first(word for word, row in HEDGES.items() if row.side == side and not row.round_only)


def is_hedge(word: str) -> bool:
    """Whether a word hedges any number, not only a round one."""
    return word in HEDGES and not HEDGES[word].round_only


def hedge_pattern(side: Side) -> str:
    """The hedging words of one side as a pattern, in all their forms."""
    words = [word for word, row in HEDGES.items() if row.side == side]
    words += [form for form, word in HEDGE_FORMS.items() if HEDGES[word].side == side]
    return "|".join(
        re.escape(word) + _ROUND * (word in HEDGES and HEDGES[word].round_only) for word in longest_first(words)
    )


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

UNIT_ALIASES = {"百分点": POINTS}
"""Units that are read, and printed by another name."""


class GrowthStyle(NamedTuple):
    """How a rate is printed as growth: what stands before 增长, and what is printed where nothing changed."""

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

MOVES = "(?:上升|提升|跃升|前移|进|升|下降|降|退|变|跃)[至到为]"
"""Pattern of the words between two places in an order."""
