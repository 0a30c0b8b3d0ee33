"""What rules on sums, growth and shares have in common: intervals, and the arithmetic as it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from renmin_docs.figures.arithmetic import CONTEXT, rounded, tidy, total
from renmin_docs.figures.sums import Reach, written_like
from renmin_docs.messages import Severity
from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.manuscript import Sentence
from renmin_docs.proofread.rules import Slip

HUNDRED, ONE, HALF = Decimal(100), Decimal(1), Decimal("0.5")
UP = "增长|增加|上升|提高|提升|扩大|上涨|增"
DOWN = "下降|减少|降低|回落|下滑|缩小|压减|压降|缩减|减|降"
OTHER_BASE = re.compile(
    "可比价|可比口径|同口径|自然口径|全口径调整|不变价|年均|剔除|扣除|两年平均|复合|环比|调整后|可比增长|实际增长|折算"
)
"""Where one of these stands, a rate is not that of the two printed values."""
BEFORE = r"(?:去年|上年|上一年|上年度|前一年|[0-9]{4}年)(?:同期)?(?:全年)?"


_MOST = 60
"""Quantities of a sentence that are compared with one another: real sentences have under thirty."""


def considered(sentence: Sentence) -> list[Amount]:
    """The quantities of a sentence that are compared with one another; of a hostile one not all."""
    return sentence.amounts[:_MOST]


def labelled(sentence: Sentence, amounts: Sequence[Amount] | None = None) -> list[tuple[str, Amount]]:
    """Quantities of a sentence, each behind the words between it and the one before."""
    amounts = considered(sentence) if amounts is None else amounts
    ends = (0, *(each.end for each in amounts))
    return [(sentence.text[end : each.start], each) for end, each in zip(ends, amounts, strict=False)]


def falls(way: str) -> bool:
    """Whether a word of change is one of falling."""
    return re.fullmatch(DOWN, way) is not None


Known: TypeAlias = Reach | Amount
"""The least and the most that something can be, or a quantity, which has both."""


def quotient(one: Known, other: Known) -> Reach | None:
    """What one thing divided by another can be; None where the other may be nothing."""
    if other.low <= 0 or one.low < 0 or not (one.high.is_finite() and other.high.is_finite()):
        return None
    return Reach(CONTEXT.divide(one.low, other.high), CONTEXT.divide(one.high, other.low))


def less_one(reach: Reach, *, is_fall: bool) -> Reach:
    """A quotient as growth; of a fall how far it falls."""
    low, high = reach.low - ONE, reach.high - ONE
    return Reach(-high, -low) if is_fall else Reach(low, high)


def difference(one: Known, other: Known) -> Reach:
    """What one thing less another can be."""
    return Reach(one.low - other.high, one.high - other.low)


def meets(one: Known, other: Known) -> bool:
    """Whether both can be the same."""
    return one.low <= other.high and other.low <= one.high


def rate_severity(stated: Amount, known: Reach, computed: Decimal) -> Severity | None:
    """How grave it is that a stated rate is not the one that its values give; None where it is.

    An error where neither rounding nor hedge explains it; a warning where rounding could, but two digits are exchanged.
    """
    if not meets(stated, known):
        return "error"
    places, scale = stated.figure.as_printed().places or 0, HUNDRED if stated.is_rate else ONE
    digits, shown = (_digits(rounded(CONTEXT.multiply(each, scale), places)) for each in (computed, stated.value))
    is_slip = len(digits) == len(shown) and _is_swapped(digits, shown)
    return "warning" if is_slip and not stated.figure.hedge else None


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.copy_abs().as_tuple().digits))


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits are exchanged."""
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1 and sorted(one) == sorted(other)


# --- sums -------------------------------------------------------------------------------------

_UNLIKELY = Decimal("2.5")
"""Standard deviations of the rounding of all numbers, beyond which rounding explains no difference."""
_TWELVE = Decimal(12)


def sum_severity(parts: Sequence[Amount], whole: Amount) -> Severity | None:
    """How grave it is that parts don't add up to a whole; None where they do.

    An error where neither rounding nor hedges explain it; a warning where rounding could, but hardly would, or where
    the parts are written with fewer places than the whole in the same scale.
    """
    low, high = total(each.low for each in parts), total(each.high for each in parts)
    if low > whole.high or high < whole.low:
        return "error"
    if any(each.figure.hedge for each in (*parts, whole)):
        return None
    off = (total(each.value for each in parts) - whole.value).copy_abs()
    widths = [each.high - each.low for each in (*parts, whole)]
    deviation = CONTEXT.sqrt(CONTEXT.divide(total(width * width for width in widths), _TWELVE))
    is_coarse = _is_coarser(parts, whole) and off > widths[-1]
    return "warning" if is_coarse or (deviation and off >= _UNLIKELY * deviation) else None


def _is_coarser(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether all parts have fewer places than the whole, and the same scale."""
    shown = whole.figure.as_printed()
    parts_shown = [each.figure.as_printed() for each in parts]
    return all(each.scale == shown.scale and (each.places or 0) < (shown.places or 0) for each in parts_shown)


# --- the arithmetic as it is shown ------------------------------------------------------------


def addition(parts: Sequence[Amount], whole: Amount) -> str:
    """A sum beside what the text says: 4家＋3家＋1家＝8家，文中为9家."""
    sums = written_like(whole.figure, total(each.value for each in parts))
    return f"{'＋'.join(map(bare, parts))}＝{sums}，文中为{bare(whole)}"


def slip_on(amount: Amount, expected: str, severity: Severity | None = None) -> Slip:
    """A slip on a quantity of a sentence."""
    return Slip(amount.start, amount.end, expected=expected, severity=severity)


def differs(stated: Amount, formula: str, result: str, severity: Severity | None = None) -> Slip:
    """A slip on a quantity that a formula gives otherwise: 9.75亿元÷8.81亿元－1＝10.67%，文中为11%."""
    return slip_on(stated, f"{formula}＝{result}，文中为{bare(stated)}", severity)


def percent(rate: Decimal, like: Amount) -> str:
    """A rate with as many places as another has, and at least one."""
    places = max(1, like.figure.as_printed().places or 0)
    return f"{rounded(CONTEXT.multiply(rate, HUNDRED), places)}%"


def number(value: Decimal, places: int = 2) -> str:
    """A number with at most so many places."""
    return f"{tidy(rounded(value, places)):f}"


def bare(amount: Amount) -> str:
    """An amount as it is printed, without a word like 达到."""
    figure = amount.figure
    return str(amount).removeprefix(figure.hedge) if figure.hedge_row.bound == "reached" else str(amount)
