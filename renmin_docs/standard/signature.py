"""Where the signature stands: organs and date without a seal, under seals, and beside signature stamps.

Lengths are halves of a 字, the unit that digits count in. Source: GB/T 9704-2012, 7.3.5.1 (G), 7.3.5.2 (R), 7.3.5.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from renmin_docs.standard.page import GRID_A
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.units import Length, Mm

_RIGHT = 2
"""字 between the right edge and the longer of the two lines."""
_DATE_BEHIND_ISSUER = 2
"""字 by which the date's first character stands to the right of the issuer's."""

BLANK_LINES = {"unsealed": 1, "stamped": 2}
"""Empty lines between the text and the signature; under a seal as `seal_lines` says."""
SEAL_DIAMETER = Mm(42)
"""Of the seal of a town's government (国发〔1999〕25号, 十), and in practice of a sub-district's office."""
SEAL_MIDDLE = Length(GRID_A.pitch * 3 // 4)
"""From the top of the last organs' line to the seal's centre, which lies a little above the middle of organ and date:
they stand 居印章中心偏下位置 (7.3.5.1)."""
_SEAL_GAP = Mm(4)
_SEALS_PER_ROW = 3
STAMP_WIDTH = Mm(40)
"""Of a signature stamp (practice)."""
_DATE_UNDER_SEAL = 8
"""Halves of a 字 between the right edge and the date, under a seal or a stamp (7.3.5.1, 7.3.5.3)."""
_POSITION_BEFORE_STAMP = 4
"""Halves of a 字 between a signatory's position and the stamp (7.3.5.3)."""
_UNSEALED_LINE = LINE - 2 * _RIGHT
"""What an organ may have of it without a seal."""


def half_indents(issuers: Sequence[str], date: str) -> tuple[list[int], int]:
    """The right indents of organs below one another and of the date, without a seal, in halves of a 字.

    The organs begin at one edge, that of the longest. The date begins two 字 to the right of it; a date longer than
    that organ stands two 字 from the right edge, and the organs move left instead. A name too long for its line counts
    as one that fills it, one with line breaks as its longest line.

    >>> half_indents(["人民街道办事处"], "2022年1月5日")
    ([4], 2)
    """
    widths = [min(max(map(half_widths, issuer.split("\n"))), _UNSEALED_LINE) for issuer in issuers]
    longest, date_width = max(widths), half_widths(date)
    right, behind = 2 * _RIGHT, 2 * _DATE_BEHIND_ISSUER
    if date_width > longest:
        right, date_right = date_width + right + behind - longest, right
    else:
        date_right = longest + right - behind - date_width
    return [right + longest - width for width in widths], date_right


def in_even_lines(issuer: str) -> str:
    r"""A name without a seal, with line breaks where one line can't hold it: as few lines as may be, even ones.

    >>> in_even_lines("街" * 27) == "街" * 14 + "\n" + "街" * 13
    True
    """
    width = half_widths(issuer)
    if width <= _UNSEALED_LINE:
        return issuer
    aim = -(-width // -(-width // _UNSEALED_LINE))
    lines, line = [], ""
    for character in issuer:
        if half_widths(line + character) > aim + aim % 2:
            lines.append(line)
            line = ""
        line += character
    return "\n".join([*lines, line])


class SealRows(NamedTuple):
    """Organs under seals: row by row, each centred.

    Attributes:
        rows: Number of organs in each row.
        centers: Distance of each column's centre from the left edge of the type area; a row of fewer organs
            takes the last columns.
        date_right: Right indent of the date, which stands under the last organ.
    """

    rows: list[int]
    centers: list[int]
    date_right: int


class SealLines(NamedTuple):
    """Empty lines that seals need, our arithmetic.

    Attributes:
        above: Between the text and the first row of organs: the seal's top lies less than a line below the text.
        between: Between two rows of organs, so that the seals don't touch.
        below: Below the date, which a seal reaches down to.
    """

    above: int
    between: int
    below: int


def seal_lines(diameter: Length = SEAL_DIAMETER) -> SealLines:
    """The empty lines around organs under seals.

    >>> seal_lines(), seal_lines(Mm(60)).above
    (SealLines(above=2, between=4, below=1), 3)
    """
    radius, line = diameter // 2, GRID_A.pitch
    above, between, below = radius - SEAL_MIDDLE, diameter + _SEAL_GAP - line, radius + SEAL_MIDDLE - 2 * line
    return SealLines(*(max(0, -(-need // line)) for need in (above, between, below)))


def seal_rows(issuers: Sequence[str], date: str, diameter: Length = SEAL_DIAMETER) -> SealRows:
    """Where organs and date stand under seals: as many to a row as fit with names and seals."""
    widest, date_width = max(map(half_widths, issuers)), half_widths(date)
    last = min(LINE - _DATE_UNDER_SEAL - date_width // 2, LINE - widest // 2)
    seal = _halves(Length(diameter + _SEAL_GAP))
    pitch = max(seal, widest + 2)
    fitting = 1 + (last - max(widest, _halves(diameter)) // 2) // pitch
    per_row = max(1, min(_SEALS_PER_ROW, fitting, len(issuers)))
    rows = [min(per_row, len(issuers) - start) for start in range(0, len(issuers), per_row)]
    centers = [last - pitch * place for place in reversed(range(per_row))]
    return SealRows(rows, centers, LINE - last - date_width // 2)


def stamped_half_indents(position: str, stamp: Length = STAMP_WIDTH) -> tuple[int, int]:
    """The right indents of a signatory's position, which leaves space for the stamp, and of the date."""
    room = _DATE_UNDER_SEAL + _halves(stamp) + _POSITION_BEFORE_STAMP
    return min(room, LINE - half_widths(position)), _DATE_UNDER_SEAL


def _halves(length: Length) -> int:
    """A length in halves of a 字, rounded up."""
    return -(-2 * length // GRID_A.character)
