"""Growth (C): two values and what is said of their difference."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from renmin_docs.figures.arithmetic import CONTEXT, rounded
from renmin_docs.proofread.rules import Slip, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.proofread.amounts import Amount
    from renmin_docs.proofread.manuscript import Sentence

_OTHER_BASE = re.compile("可比价|可比口径|同口径|自然口径|不变价|年均|剔除|扣除|两年平均|复合")
"""Where one of these stands, a rate is not that of the two printed values."""
_BEFORE = re.compile(r"(?:去年|上年|上一年|上年度)(?:同期)?(?:为|的|是|仅|只有)?$")
_RATE = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年)?(?P<way>增长|增加|上升|提高|增|升|下降|减少|降低|回落|降|减)(?:了)?$"
)
_FALLING = frozenset(["下降", "减少", "降低", "回落", "降", "减"])
_HUNDRED = Decimal(100)


@rule("C2", "sentence")
def rate_of_two_values(sentence: Sentence) -> Iterator[Slip]:
    """A value, the value of the year before, and a rate between them that they don't give."""
    if _OTHER_BASE.search(sentence.text):
        return
    amounts = sentence.amounts
    for now, before, rate in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if now.unit != before.unit or now.is_rate or not rate.is_rate or rate.figure.hedge:
            continue
        way = _RATE.search(sentence.text[before.end : rate.start])
        if way and _BEFORE.search(sentence.text[now.end : before.start]) and before.low > 0:
            is_fall = way["way"] in _FALLING
            if not _fits(now, before, rate, is_fall=is_fall):
                yield Slip(rate.start, rate.end, expected=_computed(now, before, rate, is_fall=is_fall))


def _fits(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> bool:
    """Whether a rate can be that of two values, each known to half its last place."""
    low, high = CONTEXT.divide(now.low, before.high) - 1, CONTEXT.divide(now.high, before.low) - 1
    if is_fall:
        low, high = -high, -low
    return low <= rate.high and rate.low <= high


def _computed(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> str:
    """The rate as it is shown: 9.75亿元÷8.81亿元－1＝10.67%."""
    growth = CONTEXT.divide(now.value, before.value) - 1
    percent = rounded(CONTEXT.multiply(-growth if is_fall else growth, _HUNDRED), rate.figure.as_printed().places or 0)
    quotient = f"1－{now}÷{before}" if is_fall else f"{now}÷{before}－1"
    return f"{quotient}＝{percent}%，文中为{rate}"
