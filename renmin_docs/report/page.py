"""The profile of the page: what an office may choose about it, and where a choice leaves GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from renmin_docs.errors import Finding
from renmin_docs.report.fields import Model
from renmin_docs.standard.page import (
    GRIDS,
    MARGIN_TOLERANCE,
    REQUIRED,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
    Grid,
)


class PageProfile(Model):
    """The page as an office wants it: margins and pitch, fonts, the place of the page number."""

    grid: Literal["A", "B"] = "A"
    """Margins and line pitch for 22 lines of 28 characters (5.2.1, 5.2.3): `A` has 37 and 35 mm above and below in
    Word's page dialog; `B` has 34.58 and 32.58 mm, and its characters fill 225 mm of the paper."""
    fonts: Literal["gb2312", "plain", "fangzheng"] = "gb2312"
    """Families of 小标宋, 黑体, 楷体, 仿宋 and 宋体 (5.2.2, 7.3.1, 7.3.3): 仿宋_GB2312 …, 仿宋 …, 方正仿宋_GBK …"""
    page_number: Literal["mirrored", "centred"] = "mirrored"
    """Place of the page number (7.5): right on odd pages and left on even ones, or in the middle of each."""


def page_findings(profile: PageProfile) -> Iterator[Finding]:
    """Where a profile leaves the standard: a notice each, at its key path.

    The fonts never do: the standard names kinds of type, and each set has them all.
    """
    yield from _grid_findings(GRIDS[profile.grid])
    if profile.page_number == "centred":
        yield Finding("page_number_place", place="page.page_number", found="@centred", expected="@mirrored")


def _grid_findings(grid: Grid) -> Iterator[Finding]:
    if abs(grid.top - TYPE_AREA_TOP) > MARGIN_TOLERANCE:
        found = f"{grid.top.mm:g} mm"
        yield Finding("page_top", place="page.grid", found=found, expected=REQUIRED["天头"])
    if abs(grid.text_height - TYPE_AREA_HEIGHT) > MARGIN_TOLERANCE:
        found = f"{grid.text_width.mm:g} mm × {grid.text_height.mm:g} mm"
        yield Finding("page_type_area", place="page.grid", found=found, expected=REQUIRED["版心"])
