"""Sums (C): what a text says of a whole and its parts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from renmin_docs.figures.arithmetic import CONTEXT, total
from renmin_docs.figures.sums import written_like
from renmin_docs.proofread.rules import Slip, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from renmin_docs.proofread.amounts import Amount
    from renmin_docs.proofread.manuscript import Sentence

_AMONG = "其中"
_OPEN_LIST = re.compile("等|余|约|近|以上|以下|其余|另|超|多[个家户人名]")
"""Behind one of these a list of parts need not be whole."""
_NEAR = (Decimal("0.85"), Decimal("1.15"))
"""How far a sum may be from its total, as a part of it, before the list is taken for a selection."""


@rule("C1", "sentence")
def parts_of_a_total(sentence: Sentence) -> Iterator[Slip]:
    """A total and its parts behind 其中 that don't add up, where they are near enough to be all of them."""
    at = sentence.text.find(_AMONG)
    if at < 0 or sentence.text.count(_AMONG) > 1 or _OPEN_LIST.search(sentence.text, at):
        return
    whole = next((each for each in reversed(sentence.amounts) if each.end <= at), None)
    if whole is None or whole.is_rate or whole.figure.hedge:
        return
    parts = [each for each in sentence.amounts if each.start > at and each.unit == whole.unit]
    if len(parts) > 1 and is_off(whole, parts):
        yield Slip(whole.start, whole.end, expected=addition(parts, whole))


def is_off(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether parts can't add up to a whole, though they come near it."""
    low, high = total(each.low for each in parts), total(each.high for each in parts)
    if low <= whole.high and high >= whole.low:
        return False
    least, most = (CONTEXT.multiply(whole.value, factor) for factor in _NEAR)
    return least <= total(each.value for each in parts) <= most


def addition(parts: Sequence[Amount], whole: Amount) -> str:
    """The sum as it is shown: 4家＋3家＋1家＝8家，文中为9家."""
    sums = written_like(whole.figure, total(each.value for each in parts))
    return f"{'＋'.join(map(str, parts))}＝{sums}，文中为{whole}"
