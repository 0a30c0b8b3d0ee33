"""Tables: type, line pitch, rules and the space they take.

GB/T 9704 fixes one thing about tables, how a landscape one is bound (8, R); the rest is what offices do.
"""

from __future__ import annotations

from renmin_docs.standard.page import TYPE_AREA_HEIGHT
from renmin_docs.units import Hao, Pt, Twips

TABLE_SIZE = Hao("小四")
TABLE_PITCH = Pt(20)
"""Exact line pitch within a table: 29 pt, the body's, would tear its lines apart."""

CELL_MARGIN_SIDE = Twips(85)
"""Left and right of a cell's text, 1.5 mm."""
CELL_MARGIN_TIGHT = Twips(10)
"""Beside a number that leaves no room for more."""
CELL_MARGIN_EDGE = Twips(28)
"""Above and below it, 0.5 mm."""
RULE_WIDTH = Pt(0.5)
RULE_COLOR = "000000"

MOST_COLUMNS = 63
"""Of a table in Word: cells that go further go no further than that."""

LANDSCAPE_WIDTH = TYPE_AREA_HEIGHT
"""A wide table lies on its side, in the same type area (8)."""
