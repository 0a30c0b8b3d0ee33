"""Personal data (W5): identity numbers, mobile numbers and bank cards, which a report that goes out does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.figures.pieces import half_width
from renmin_docs.messages.shown import quote
from renmin_docs.proofread.passages import ALL_ROLES, Passage
from renmin_docs.proofread.rules import Slip, rule

_BEGIN, _END = r"(?<![0-9A-Za-z.\-])", r"(?![0-9A-Za-z]|\.[0-9])"
_IDENTITY = re.compile(
    rf"{_BEGIN}[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{{3}}[0-9Xx]{_END}"
)
_MOBILE = re.compile(
    rf"{_BEGIN}(?:\+?86[ -]?)?1[3-9][0-9](?:[0-9]{{8}}|[ -][0-9]{{4}}[ -][0-9]{{4}}){_END}(?![元万亿人次户吨%％])"
)
_CARD = re.compile(rf"{_BEGIN}[3-6][0-9]{{3}}(?:[ ]?[0-9]{{4}}){{3}}(?:[ ]?[0-9]{{1,3}})?{_END}")
_CODE = re.compile("(?:编号|代码|编码|单号|文号|序号|条码|证号)[：:为是]?$")
"""Before a number that is a code; `$` is the end of what is searched."""
_ACCOUNT = re.compile("[卡账帐]")
_UNION_PAY = "62"
_NEAR = 15
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_identity(number: str) -> bool:
    """Whether the last character of an identity number is its check character (GB 11643-1999).

    >>> is_identity("11010519491231002X"), is_identity("110105194912310021")
    (True, False)
    """
    weighted = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[weighted % 11] == number[-1].upper()


def is_card(number: str) -> bool:
    """Whether the digits fulfil Luhn's formula, as those of bank cards do.

    >>> is_card("6222020200000000001"), is_card("6222020200000000000")
    (False, False)
    """
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


@rule("W5", "passage", is_quoted=True, roles=ALL_ROLES, over=("N22", "N31", "N7"))
def personal_data(passage: Passage) -> Iterator[Slip]:
    """Numbers of persons; a contact's mobile number in a note (附注) belongs there."""
    text = half_width(passage.text)
    for match in _IDENTITY.finditer(text):
        if is_identity(match[0]):
            yield _slip(match)
    for match in _CARD.finditer(text):
        digits = match[0].replace(" ", "")
        is_named = digits.startswith(_UNION_PAY) or _ACCOUNT.search(text, max(0, match.start() - _NEAR), match.start())
        if is_named and is_card(digits):
            yield _slip(match)
    if passage.role != "note":
        for match in _MOBILE.finditer(text):
            if not _CODE.search(text, max(0, match.start() - _NEAR), match.start()):
                yield _slip(match)._replace(severity="warning")


def _slip(match: re.Match[str]) -> Slip:
    masked = hidden(match[0])
    return Slip.at(match, found=quote(masked), masked=masked)


def hidden(number: str) -> str:
    """A number without its middle.

    >>> hidden("11010519491231002X")
    '110***********002X'
    """
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"
