"""The page: paper, margins, the grid of 22 lines and 28 characters, the page number."""

from __future__ import annotations

from typing import Literal, NamedTuple

from renmin_docs.units import Hao, Length, Mm, Twips

Strength = Literal["R", "G", "T", "K", "derived", "practice"]
"""R 规定, G 一般, T 推荐, K 可以; derived: our arithmetic; practice: what offices do."""


class Requirement(NamedTuple):
    """One demand of the standard on the page, as documents and checks name it.

    Attributes:
        term: The standard's own word.
        value: The demand in words and units.
        clause: Where it stands in GB/T 9704-2012.
        strength: How it is worded.
    """

    term: str
    value: str
    clause: str
    strength: Strength


PAPER_WIDTH, PAPER_HEIGHT = Mm(210), Mm(297)
TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT = Mm(156), Mm(225)
TYPE_AREA_TOP = Mm(37)
"""天头: from the upper edge of the paper to the type area (版心), which so ends 262 mm down the page."""
LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28
BODY_SIZE = Hao("三号")
MARGIN_TOLERANCE = Mm(1)


class Grid(NamedTuple):
    """Margins and pitch that put 22 lines of 28 characters on the page.

    Attributes:
        top: 天头, above the type area.
        bottom: Below the type area.
        left: 订口, on the binding side.
        right: 切口, opposite.
        pitch: Exact line pitch.
        character_spacing: Added to each character, so that 28 of them fit 156 mm.
    """

    top: Length
    bottom: Length
    left: Length
    right: Length
    pitch: Length
    character_spacing: Length

    @property
    def character(self) -> Length:
        """The width of one 字 in a line of body text."""
        return Length(BODY_SIZE + self.character_spacing)

    @property
    def text_width(self) -> Length:
        """What Word's margins leave for characters."""
        return Length(PAPER_WIDTH - self.left - self.right)

    @property
    def text_height(self) -> Length:
        """What Word's margins leave for lines."""
        return Length(PAPER_HEIGHT - self.top - self.bottom)

    @property
    def characters_top(self) -> Length:
        """From the paper's upper edge to the body of the first line's characters, as Word and LibreOffice set them."""
        return Length(self.top + round(self.pitch * _ABOVE_BASELINE - BODY_SIZE * _ASCENT))

    @property
    def characters_bottom(self) -> Length:
        """From the paper's upper edge to where the characters of the last line end."""
        return Length(self.characters_top + self.pitch * (LINES_PER_PAGE - 1) + BODY_SIZE)


_ABOVE_BASELINE = 0.8
"""The share of an exact pitch above the baseline, whatever the family: LibreOffice 7.4 (measured), Word 16 with Latin
families (as others measured it). Leading is so not halved: 29.6 pt leave 9.9 above a character of 16 pt, 3.7 below."""
_ASCENT = 220 / 256
"""The share of a character's body above the baseline, in 仿宋_GB2312 and the other families of Windows."""

GRID_A = Grid(
    top=TYPE_AREA_TOP,
    bottom=Mm(35),
    left=Mm(28),
    right=Mm(26),
    pitch=Twips(579),  # 580 leaves room for 21 lines only
    character_spacing=Twips(-6),  # 28 × 16 pt is 448 pt, and the type area has 442.2
)
"""What a reviewer reads in Word's page dialog: 37/35/28/26 mm. On paper the characters stand from 40.3 to 260.4 mm."""

GRID_B = Grid(
    top=Mm(34.58),  # 37 mm less half of what lines leave between them (practice)
    bottom=Mm(32.58),
    left=Mm(28),
    right=Mm(26),
    pitch=Twips(592),  # 22 of them are 229.7 mm of 229.84
    character_spacing=Twips(-6),
)
"""Nearer to what a ruler reads on paper: 22 lines of characters are 225 mm high, as 版心 is. They stand from 38.1 to
263.0 mm, 1 mm lower than the halved leading promises (see `_ABOVE_BASELINE`)."""

GRIDS: dict[str, Grid] = {"A": GRID_A, "B": GRID_B}
"""Name in a report's profile of the page → grid. Both fill the type area with 22 lines of 28 characters."""


BODY_DESCENT = Mm(1.54)
"""From the foot of a line's characters to the foot of the line (measured on the printed page)."""

PAGE_NUMBER_SIZE = Hao("四号")
PAGE_NUMBER_BELOW_TYPE_AREA = Mm(7)
PAGE_NUMBER_DASH = "—"
PAGE_NUMBER_INDENT = BODY_SIZE
"""One 字, in from the outer edge of the type area."""
FOOTER_DISTANCE = Mm(25.2)
"""From the lower edge of the paper to that of the footer, so that the dash of a 4号 line of exact
`FOOTER_PITCH` lies 7 mm below the type area (derived; measured on the printed page).

It is the same in both grids. 7.5 measures from 版心, and 版心 is 156 × 225 mm below a 天头 of 37 mm (5.2.1): it ends
262 mm down the page. Grid B's lower margin begins 2.4 mm below that only because it counts leading as text."""
FOOTER_PITCH = Twips(360)

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("纸张", "A4，210 mm × 297 mm", "5.1", "R"),
    Requirement("天头", "37 mm ± 1 mm", "5.2.1", "R"),
    Requirement("订口", "28 mm ± 1 mm", "5.2.1", "R"),
    Requirement("版心", "156 mm × 225 mm", "5.2.1", "R"),
    Requirement("每面行数", "22 行", "5.2.3", "G"),
    Requirement("每行字数", "28 字", "5.2.3", "G"),
    Requirement("字体字号", "3号仿宋", "5.2.2", "G"),
    Requirement("文字颜色", "黑色", "5.2.4", "R"),
    Requirement("页码", "4号半角宋体阿拉伯数字，左右各一条一字线，一字线上距版心下边缘 7 mm", "7.5", "G"),
    Requirement("页码位置", "单页居右空一字，双页居左空一字", "7.5", "G"),
)
REQUIRED = {requirement.term: requirement.value for requirement in REQUIREMENTS}
"""Term → value."""
