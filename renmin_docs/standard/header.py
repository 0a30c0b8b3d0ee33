"""The head of an official document (版头): its rows, the issuer's mark, the red rule. Source: GB/T 9704-2012, 7.2."""

from __future__ import annotations

from renmin_docs.standard.page import TYPE_AREA_WIDTH
from renmin_docs.units import Hao, Length, Mm, Pt, Twips

HEAD_ROWS = 3
"""Rows for copy number, classification and urgency, from the top of the type area (7.2.1–7.2.3)."""
MARK_TOP = Mm(35)
"""From the top of the type area to the top edge of the issuer's mark (7.2.4)."""
MARK_LARGEST, MARK_SMALLEST = Pt(48), Hao("二号")
"""The size of the mark is free (7.2.4); no smaller than the title, as offices hold it (practice)."""
MARK_PITCH = 1.2
"""Line pitch of the mark, in sizes of its type."""
MARK_ASCENT = 0.133
"""From the top of such a line to the ink of its characters, in sizes (measured on the printed page)."""
JOINT_NAMES_WIDTH = Length(TYPE_AREA_WIDTH - 2 * MARK_LARGEST)
"""What several organs below one another have of the line beside which 文件 stands (our arithmetic)."""
LINES_BELOW_MARK = 2
"""Empty lines between the mark and the document number (7.2.5)."""
RULE_BELOW_NUMBER = Mm(4)
"""From the foot of the number's characters to the red rule (7.2.7)."""
RULE_WEIGHT = Pt(1.5)
"""The standard is silent on it (practice)."""
RULE_LINE = Twips(20)
"""Height of the paragraph that carries the rule."""
LINES_BELOW_RULE = 2
"""Empty lines between the red rule and the title (7.3.1)."""
RED = "FF0000"
SIGNATORIES_PER_ROW = 2
"""Names of signatories in a row (7.2.6)."""


def mark_space_before(size: Length, above: Length) -> Length:
    """The space above the mark's paragraph that puts its top edge where it belongs.

    Args:
        size: Size of the mark's type.
        above: What the rows above it take.
    """
    return Length(max(0, round(MARK_TOP - above - MARK_ASCENT * size)))
