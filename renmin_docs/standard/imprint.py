"""The imprint (版记) at the foot of the last page. Source: GB/T 9704-2012, 7.4."""

from __future__ import annotations

import re

from renmin_docs.standard.header import RULE_LINE
from renmin_docs.standard.page import PAPER_HEIGHT, TYPE_AREA_HEIGHT, TYPE_AREA_TOP, TYPE_AREA_WIDTH, Grid
from renmin_docs.standard.text_width import half_widths
from renmin_docs.units import Hao, Length, Mm, Pt

IMPRINT_SIZE = Hao("四号")
IMPRINT_PITCH = Pt(26)
"""With the space for the rules two lines take no more than two of the page's (practice)."""
IMPRINT_RAISE = Pt(3)
"""By which its characters are raised, to stand in the middle between the rules (practice)."""
OUTER_RULE, INNER_RULE = Mm(0.35), Mm(0.25)
"""Weights of the first and last rule, and of those between (7.4.1)."""
IMPRINT_INDENT = IMPRINT_SIZE
"""One 字 in from both sides (7.4.2, 7.4.3)."""
PRINTED = "印发"
LINE = 2 * ((TYPE_AREA_WIDTH - 2 * IMPRINT_INDENT) // IMPRINT_SIZE)
"""A line between the indents, in halves of a 字 of the imprint's size."""

_UNBROKEN = re.compile(r"[!-~]+[，。、；：）》”]?|.[，。、；：）》”]?", re.DOTALL)
"""What does not break: a word or number, a character, and the mark behind it."""


def lines_behind(label: str, text: str) -> int:
    """How many lines a text takes at most behind a label like 抄送：, under whose end further lines begin (7.4.2).

    >>> lines_behind("抄送：", "县委办公室。"), lines_behind("抄送：", "县委办公室，" * 10)
    (1, 3)
    """
    room = LINE - half_widths(label) - 1
    lines, taken = 1, 0
    for match in _UNBROKEN.finditer(text):
        width = half_widths(match.group())
        if taken and taken + width > room:
            lines, taken = lines + 1, 0
        lines, taken = lines + (taken + width - 1) // room, (taken + width - 1) % room + 1
    return lines


def imprint_height(lines: int, grid: Grid, inner_rules: int = 1) -> Length:
    """What the imprint takes of the page, up from the foot of its lines, with what lies below 版心 there.

    Args:
        lines: Its lines of text.
        grid: The page's.
        inner_rules: How many rules stand between them.
    """
    rules = RULE_LINE + 2 * OUTER_RULE + inner_rules * (RULE_LINE + INNER_RULE)
    return Length(lines * IMPRINT_PITCH + rules + below_type_area(grid))


def below_type_area(grid: Grid) -> Length:
    """From the foot of 版心, where the last rule lies, to the foot of the page's lines.

    >>> from renmin_docs.standard.page import GRIDS
    >>> below_type_area(GRIDS["A"]).mm, below_type_area(GRIDS["B"]).mm
    (0.0, 2.42)
    """
    return Length(PAPER_HEIGHT - TYPE_AREA_TOP - TYPE_AREA_HEIGHT - grid.bottom)
