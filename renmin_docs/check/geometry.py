"""The paper and the margins of a section, and the grid that they are meant for."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import measure
from renmin_docs.standard.page import (
    GRID_A,
    GRIDS,
    MARGIN_TOLERANCE,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    Grid,
)
from renmin_docs.units import Length, Mm

_PAPER_TOLERANCE = Mm(0.5)


class Geometry(NamedTuple):
    """Paper and margins of a section; a gutter is part of the left one.

    Attributes:
        width, height: The paper's.
        top, right, bottom, left: The margins.
        grid: The grid that the margins are those of: the one that is measured on paper, or else the usual one.
    """

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    grid: Grid

    @property
    def is_portrait(self) -> bool:
        """Whether the page stands upright."""
        return self.width <= self.height

    @property
    def is_a4(self) -> bool:
        """Whether the paper is A4, upright or turned."""
        sides = zip(sorted((self.width, self.height)), (PAPER_WIDTH, PAPER_HEIGHT), strict=True)
        return all(abs(side - a4) <= _PAPER_TOLERANCE for side, a4 in sides)

    @property
    def has_top(self) -> bool:
        """Whether 天头 is right."""
        return abs(self.top - self.grid.top) <= MARGIN_TOLERANCE

    @property
    def has_left(self) -> bool:
        """Whether 订口 is right."""
        return abs(self.left - self.grid.left) <= MARGIN_TOLERANCE

    @property
    def type_area(self) -> tuple[Length, Length]:
        """Width and height that margins leave; what is wrong of paper, top and left is left out of account."""
        width, height = (self.width, self.height) if self.is_a4 else (PAPER_WIDTH, PAPER_HEIGHT)
        left = self.left if self.has_left else self.grid.left
        top = self.top if self.has_top else self.grid.top
        return Length(width - left - self.right), Length(height - top - self.bottom)

    @property
    def has_type_area(self) -> bool:
        """Whether right and lower margin leave 版心."""
        wanted = (self.grid.text_width, self.grid.text_height)
        return all(abs(side - each) <= MARGIN_TOLERANCE for side, each in zip(self.type_area, wanted, strict=True))

    @property
    def room(self) -> tuple[Length, Length]:
        """Width and height for characters and lines: what the margins leave, or should where they are wrong."""
        is_right = self.is_a4 and self.has_top and self.has_left and self.has_type_area
        return self.type_area if is_right else (self.grid.text_width, self.grid.text_height)


def geometry_of(section: _Element) -> Geometry:
    """The geometry of a `w:sectPr`; what it does not say is 0."""
    width, height = _lengths(section, "pgSz", "w", "h")
    top, right, bottom, left, gutter = _lengths(section, "pgMar", "top", "right", "bottom", "left", "gutter")
    top, bottom = Length(abs(top)), Length(abs(bottom))
    fits = (grid for grid in GRIDS.values() if max(abs(top - grid.top), abs(bottom - grid.bottom)) <= MARGIN_TOLERANCE)
    return Geometry(width, height, top, right, bottom, Length(left + gutter), next(fits, GRID_A))


def _lengths(section: _Element, name: str, *sides: str) -> list[Length]:
    found = section.find(w(name))
    return [(measure(found.get(w(side))) if found is not None else None) or Length(0) for side in sides]
