"""The two things that a page needs from a photograph's Exif: which way up it is, and its density.

Source: Exif 2.3, 4.6.4 (tags of IFD0); TIFF 6.0, section 2. What can't be read counts as not there: Exif is a
note beside the picture, and cameras and editors write it in many ways.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import NamedTuple

from renmin_docs.render.pictures.raster import Density, density

PREFIX = b"Exif\0\0"

_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _UNIT = 0x0112, 0x011A, 0x011B, 0x0128
_SHORT, _RATIONAL = 3, 5
_UNITS = {2: 1.0, 3: 2.54}
"""`ResolutionUnit` → how many of it make an inch."""
_MOST_ENTRIES = 500


class Exif(NamedTuple):
    """What the Exif of a picture says.

    Attributes:
        orientation: 1 to 8; 1 where it says nothing.
        density: Pixels an inch; None where it says nothing.
    """

    orientation: int = 1
    density: Density | None = None


def read_exif(segment: bytes) -> Exif:
    """The Exif in the content of an APP1 segment."""
    with suppress(struct.error, KeyError, ZeroDivisionError):
        tags = _tags(segment[len(PREFIX) :])
        orientation = tags.get(_ORIENTATION, 1)
        return Exif(int(orientation) if orientation in range(1, 9) else 1, _density(tags))
    return Exif()


def _tags(tiff: bytes) -> dict[int, float]:
    """Tag → value of the first directory, for short and rational numbers."""
    order = {b"II": "<", b"MM": ">"}[tiff[:2]]
    (start,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, start)
    tags: dict[int, float] = {}
    for entry in range(start + 2, start + 2 + 12 * min(count, _MOST_ENTRIES), 12):
        tag, kind = struct.unpack_from(order + "HH", tiff, entry)
        if kind == _SHORT:
            tags[tag] = struct.unpack_from(order + "H", tiff, entry + 8)[0]
        elif kind == _RATIONAL and tag in (_X_RESOLUTION, _Y_RESOLUTION):
            above, below = struct.unpack_from(order + "II", tiff, struct.unpack_from(order + "I", tiff, entry + 8)[0])
            tags[tag] = above / below
    return tags


def _density(tags: dict[int, float]) -> Density | None:
    if _X_RESOLUTION not in tags:
        return None
    factor = _UNITS.get(int(tags.get(_UNIT, 2)), 0.0)
    across = tags[_X_RESOLUTION]
    return density(across * factor, tags.get(_Y_RESOLUTION, across) * factor)
