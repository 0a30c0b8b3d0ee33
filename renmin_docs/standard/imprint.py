"""The imprint (版记) at the foot of the last page. Source: GB/T 9704-2012, 7.4."""

from __future__ import annotations

from renmin_docs.standard.page import GRID_A, TYPE_AREA_WIDTH
from renmin_docs.standard.signature import half_widths
from renmin_docs.units import Hao, Mm, Pt

IMPRINT_SIZE = Hao("四号")
IMPRINT_PITCH = GRID_A.pitch
IMPRINT_RAISE = Pt(3)
"""By which its characters are raised, to stand in the middle between the rules (practice)."""
OUTER_RULE, INNER_RULE = Mm(0.35), Mm(0.25)
"""Weights of the first and last rule, and of those between (7.4.1)."""
IMPRINT_INDENT = IMPRINT_SIZE
"""One 字 in from both sides (7.4.2, 7.4.3)."""
COPIED_TO = "抄送："
PRINTED = "印发"
LINE = 2 * ((TYPE_AREA_WIDTH - 2 * IMPRINT_INDENT) // IMPRINT_SIZE)
"""A line between the indents, in halves of a 字 of the imprint's size."""


def copied_to_lines(text: str) -> int:
    """How many lines the organs take behind 抄送：, where further lines begin under the first organ (7.4.2).

    >>> copied_to_lines("县委办公室。"), copied_to_lines("县委办公室，" * 10)
    (1, 3)
    """
    room = LINE - half_widths(COPIED_TO)
    return max(1, -(-half_widths(text) // (room - 1)))
