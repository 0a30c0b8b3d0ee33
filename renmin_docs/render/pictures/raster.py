"""What a picture's file says of itself, as the readers of PNG and JPEG find it."""

from __future__ import annotations

from typing import NamedTuple

from renmin_docs.errors import Finding, ReportError

DEFAULT_DPI = 96.0
"""Pixels an inch where a file names none: what Word takes for a picture that is dropped into it."""
_LOWEST_DPI, _HIGHEST_DPI = 10, 5_000


class Density(NamedTuple):
    """Pixels an inch, across and down."""

    x: float = DEFAULT_DPI
    y: float = DEFAULT_DPI


class Raster(NamedTuple):
    """What the header of a picture says.

    Attributes:
        width: Pixels of a row, as stored.
        height: Rows, as stored.
        density: Pixels an inch.
        orientation: How it is to be turned before it is shown: the Exif tag 274, 1 to 8; 1 is as stored.
    """

    width: int
    height: int
    density: Density
    orientation: int = 1


def density(x: float, y: float) -> Density | None:
    """The density, if it can be meant: editors leave 0, 1 and 65535 behind."""
    return Density(x, y) if all(_LOWEST_DPI <= dpi <= _HIGHEST_DPI for dpi in (x, y)) else None


def damaged(reason: str) -> ReportError:
    """The error of a damaged picture, without its name: who reads the file adds that."""
    return ReportError(Finding("picture_damaged", found=reason))
