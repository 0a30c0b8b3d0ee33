"""Reading a PNG as far as to know its size, and that nothing of it is missing or changed.

Source: Portable Network Graphics, W3C, 2nd edition: 5 (chunks), 11.2 (critical chunks), 11.3.5.3 (pHYs).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from renmin_docs.render.pictures.raster import Density, Raster, damaged, density

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_HEADER = struct.Struct(">II5B")
_LENGTH = struct.Struct(">I")
_PHYSICAL = struct.Struct(">IIB")
_METRE = 1
_INCH = 0.0254
_CRITICAL = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Colour type → bits a sample."""
_PALETTE = 3


def read_png(data: bytes) -> Raster:
    """Size and density of a PNG.

    Raises:
        ReportError: It is cut short, a checksum is wrong, or its chunks are not those of a PNG.
    """
    first: dict[bytes, bytes] = {}
    for name, content in _chunks(data):
        if not first and name != b"IHDR":
            raise damaged("@structure")
        first.setdefault(name, b"" if name == b"IDAT" else bytes(content))
    width, height = _size(first)
    return Raster(width, height, _density(first.get(b"pHYs", b"")))


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Name and content of each chunk up to IEND; what stands behind that is no part of the picture."""
    view, place, name = memoryview(data), len(SIGNATURE), b""
    while name != b"IEND":
        if place + 12 > len(data):
            raise damaged("@cut_short")
        (length,) = _LENGTH.unpack_from(data, place)
        end = place + 8 + length
        if end + 4 > len(data):
            raise damaged("@cut_short")
        if zlib.crc32(view[place + 4 : end]) != _LENGTH.unpack_from(data, end)[0]:
            raise damaged("@checksum")
        name = data[place + 4 : place + 8]
        if not name[0] & 0x20 and name not in _CRITICAL:  # a capital: who does not know it must not show the picture
            raise damaged("@structure")
        yield name, view[place + 8 : end]
        place = end + 4


def _size(first: dict[bytes, bytes]) -> tuple[int, int]:
    header = first.get(b"IHDR", b"")
    if len(header) != _HEADER.size or b"IDAT" not in first:
        raise damaged("@structure")
    width, height, depth, colour, compression, filtering, interlace = _HEADER.unpack(header)
    if not (width and height):
        raise damaged("@zero_size")
    known = depth in _DEPTHS.get(colour, ()) and not compression and not filtering and interlace in (0, 1)
    if not known or (colour == _PALETTE and b"PLTE" not in first):
        raise damaged("@structure")
    return width, height


def _density(physical: bytes) -> Density:
    if len(physical) == _PHYSICAL.size:
        x, y, unit = _PHYSICAL.unpack(physical)
        if unit == _METRE:
            return density(x * _INCH, y * _INCH) or Density()
    return Density()
