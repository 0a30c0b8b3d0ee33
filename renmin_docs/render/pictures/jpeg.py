"""Reading a JPEG as far as to know its size, and that it goes on to its end.

Source: ITU-T T.81, annex B (markers and segments); JFIF 1.02 (density). A JPEG has no checksums: a changed byte
within the compressed data shows as a wrong colour and can't be noticed here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.render.pictures.exif import PREFIX, Exif, read_exif
from renmin_docs.render.pictures.raster import Density, Raster, damaged, density

SIGNATURE = b"\xff\xd8\xff"

_END, _SCAN, _APP0, _APP1 = 0xD9, 0xDA, 0xE0, 0xE1
_ALONE = (0x01, *range(0xD0, 0xD8))  # TEM and RST: markers without a segment
_FRAMES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_SHOWN = (0xC0, 0xC1, 0xC2)  # baseline, extended and progressive, Huffman-coded
_COMPONENTS = (1, 3, 4)
_BEFORE_MARKER = re.compile(rb"\xff+")
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""In compressed data FF is followed by 00, or is a restart."""
_FRAME = struct.Struct(">BHHB")
_JFIF = struct.Struct(">5s2xBHH")
_UNITS = {1: 1.0, 2: 2.54}
"""Unit of JFIF's density → how many of it make an inch; 0 gives only the shape of a pixel."""


def read_jpeg(data: bytes) -> Raster:
    """Size, density and orientation of a JPEG.

    Raises:
        ReportError: It is cut short, its segments are not those of a JPEG, or its coding is one that Word has not.
    """
    frame, jfif, exif, scans = b"", None, Exif(), 0
    for marker, content in _segments(data):
        if marker in _FRAMES and not frame:
            frame = _require_shown(marker, content)
        elif marker == _APP0 and jfif is None:
            jfif = _jfif(content)
        elif marker == _APP1 and content.startswith(PREFIX):
            exif = read_exif(content)
        scans += marker == _SCAN
    if not frame or not scans:
        raise damaged("@structure")
    return Raster(*_size(frame), jfif or exif.density or Density(), exif.orientation)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content of each segment up to the end of the picture, passing over compressed data."""
    place = 2
    while True:
        marker, place = _marker(data, place)
        if marker == _END:
            return
        if marker in _ALONE:
            continue
        if place + 2 > len(data):
            raise damaged("@cut_short")
        end = place + struct.unpack_from(">H", data, place)[0]
        if end < place + 2:
            raise damaged("@structure")
        if end > len(data):
            raise damaged("@cut_short")
        yield marker, data[place + 2 : end]
        place = _behind_scan(data, end) if marker == _SCAN else end


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """The marker at a place, which may have fill bytes before it, and the place behind it."""
    before = _BEFORE_MARKER.match(data, place)
    if before is None and place < len(data):
        raise damaged("@structure")
    if before is None or before.end() >= len(data):
        raise damaged("@cut_short")
    return data[before.end()], before.end() + 1


def _behind_scan(data: bytes, place: int) -> int:
    found = _NEXT_MARKER.search(data, place)
    if found is None:
        raise damaged("@cut_short")
    return found.start()


def _require_shown(marker: int, content: bytes) -> bytes:
    """The content of a frame header, if Word shows such a picture."""
    if len(content) < _FRAME.size or len(content) != _FRAME.size + 3 * content[5]:
        raise damaged("@structure")
    if marker not in _SHOWN or content[0] != 8:
        raise ReportError(Finding("picture_coding", found="@jpeg_coding"))
    return content


def _size(frame: bytes) -> tuple[int, int]:
    _, height, width, components = _FRAME.unpack_from(frame)
    if not (width and height):
        raise damaged("@zero_size")
    if components not in _COMPONENTS:
        raise damaged("@structure")
    return width, height


def _jfif(content: bytes) -> Density | None:
    if len(content) < _JFIF.size:
        return None
    name, unit, x, y = _JFIF.unpack_from(content)
    return density(x * _UNITS[unit], y * _UNITS[unit]) if name == b"JFIF\0" and unit in _UNITS else None
