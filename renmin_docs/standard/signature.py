"""Where the signature stands: the issuer's name and the date, by the rule without a seal.

Source: GB/T 9704-2012, 7.3.5.2 (R).
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple
from unicodedata import east_asian_width

from renmin_docs.standard.page import CHARACTERS_PER_LINE

_RIGHT = 2
"""字 between the right edge and the longer of the two lines."""
_DATE_BEHIND_ISSUER = 2
"""字 by which the date's first character stands to the right of the issuer's."""


class SignatureIndents(NamedTuple):
    """Right indents in 字."""

    issuer: Fraction
    date: Fraction


def text_width(text: str) -> Fraction:
    """The width of a text in 字: a full-width character counts 1, any other ½.

    >>> text_width("2022年12月5日")
    Fraction(13, 2)
    """
    return Fraction(half_widths(text), 2)


def half_widths(text: str) -> int:
    """The width of a text in halves of a 字.

    >>> half_widths("2022年")
    6
    """
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def signature_indents(issuer: str, date: str) -> SignatureIndents:
    """The right indents of issuer and date for a document without a seal.

    The date begins two 字 to the right of the issuer's first character; a date longer than the issuer
    stands two 字 from the right edge, and the issuer moves left instead. A name too long for its line
    counts as one that fills it.

    >>> signature_indents("人民街道办事处", "2022年1月5日")
    SignatureIndents(issuer=Fraction(2, 1), date=Fraction(1, 1))
    """
    halves = half_indents(issuer, date)
    return SignatureIndents(Fraction(halves[0], 2), Fraction(halves[1], 2))


def half_indents(issuer: str, date: str) -> tuple[int, int]:
    """The same in halves of a 字."""
    right, behind = 2 * _RIGHT, 2 * _DATE_BEHIND_ISSUER
    issuer_width = min(half_widths(issuer), 2 * CHARACTERS_PER_LINE - right)
    date_width = half_widths(date)
    if date_width <= issuer_width:
        return right, issuer_width + right - behind - date_width
    return date_width + right + behind - issuer_width, right
