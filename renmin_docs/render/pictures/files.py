"""Pictures: read from their files, checked, and measured for the page.

Nothing of a picture is decoded or changed: its bytes go into the document as they are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, ReportError
from renmin_docs.opening import read_file
from renmin_docs.render.pictures import jpeg, png
from renmin_docs.units import Length, Mm

if TYPE_CHECKING:
    from renmin_docs.render.pictures.raster import Raster

MAX_BYTES = 20 * 2**20
MAX_SIDE = 10_000
MAX_PIXELS = MAX_SIDE**2

_INCH = 25.4


class _Kind(NamedTuple):
    """A kind of picture that Word shows everywhere."""

    signature: bytes
    extension: str
    content_type: str
    read: Callable[[bytes], Raster]


KINDS = (
    _Kind(png.SIGNATURE, "png", "image/png", png.read_png),
    _Kind(jpeg.SIGNATURE, "jpg", "image/jpeg", jpeg.read_jpeg),
)

_OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"GIF8", "@gif"),
    (8, b"WEBP", "@webp"),
    (0, b"BM", "@bmp"),
    (0, b"II*\0", "@tiff"),
    (0, b"MM\0*", "@tiff"),
    (4, b"ftypavi", "@avif"),
    *((4, b"ftyp" + brand, "@heic") for brand in (b"hei", b"hev", b"mif", b"msf")),
    (4, b"ftyp", "@video"),
    (4, b"jP  ", "@jpeg_2000"),
    (4, b"JXL ", "@jpeg_xl"),
    (0, b"\xff\x0a", "@jpeg_xl"),
    (0, b"8BPS", "@photoshop"),
    (0, b"\xd7\xcd\xc6\x9a", "@vector"),
    (40, b" EMF", "@vector"),
    (0, b"%PDF", "@pdf"),
    (0, b"PK\3\4", "@zip"),
    (0, b"\xd0\xcf\x11\xe0", "@ole"),
)
"""Where in a file of another kind which bytes stand → what it is."""
_MARKUP: tuple[tuple[bytes, str], ...] = ((b"<svg", "@vector"), (b"<html", "@web_page"), (b"<!doctype", "@web_page"))
_HEAD = 1024


class Image(NamedTuple):
    """A picture that has been read and checked.

    Attributes:
        data: The bytes of the file.
        extension: Of its part in a package: `png` or `jpg`.
        content_type: Of that part.
        px_width: Pixels from left to right, as it is shown.
        px_height: Pixels from top to bottom, as it is shown.
        width: Its own width, by the density that it names.
        height: Its own height.
        orientation: How Word has to turn what is stored (Exif tag 274); 1 is not at all, 5 to 8 lie on a side.
    """

    data: bytes
    extension: str
    content_type: str
    px_width: int
    px_height: int
    width: Length
    height: Length
    orientation: int = 1

    @property
    def lies_on_a_side(self) -> bool:
        """Whether it is stored a quarter turn away from how it is shown."""
        return self.orientation > 4


def read_picture(path: str | PathLike[str]) -> Image:
    """The picture in a file.

    Raises:
        ReportError: The file is missing, no PNG or JPEG, damaged or too large. The finding has no place: who
            knows the report's key path adds it.
    """
    name = os.fspath(path)
    data = _bytes(name)
    kind = next((kind for kind in KINDS if data.startswith(kind.signature)), None)
    if kind is None:
        raise ReportError(Finding("picture_kind", found=_other_kind(data), expected=name))
    try:
        raster = kind.read(data)
    except ReportError as error:
        raise ReportError(*(replace(finding, expected=name) for finding in error.findings)) from None
    if raster.width * raster.height > MAX_PIXELS:
        found = f"{name}: {raster.width} × {raster.height}"
        raise ReportError(Finding("picture_pixels", found=found, expected=f"{MAX_SIDE} × {MAX_SIDE}"))
    return _image(data, kind, raster)


def media_name(image: Image) -> str:
    """The name of its part: the same for the same picture, so that a package holds it once.

    >>> media_name(Image(b"", "png", "image/png", 1, 1, Mm(1), Mm(1)))
    'word/media/e3b0c44298fc1c149afbf4c8.png'
    """
    return f"word/media/{hashlib.sha256(image.data).hexdigest()[:24]}.{image.extension}"


def fitted(image: Image, width: Length, height: Length, wanted: Length | None = None) -> tuple[Length, Length]:
    """The size at which a picture is printed, its proportions kept.

    Args:
        image: The picture.
        width: The width that there is, usually that of the type area.
        height: The height that there is, less what the caption needs.
        wanted: The width that is asked for; None for the picture's own.

    Returns:
        Width and height: as wanted, or the picture's own, and smaller where there is less space.
    """
    scale = min((wanted or image.width) / image.width, width / image.width, height / image.height)
    across, down = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return Length(min(across, width)), Length(min(down, height))


def _bytes(name: str) -> bytes:
    try:
        return read_file(name, MAX_BYTES, ReportError)
    except ReportError as error:
        raise ReportError(*(_of_a_picture(finding, name) for finding in error.findings)) from error


def _of_a_picture(finding: Finding, name: str) -> Finding:
    """What is wrong with a file, in a sentence that names it: the error's subject is the report."""
    if finding.rule in ("file_missing", "file_directory"):
        return Finding("picture_missing" if finding.rule == "file_missing" else "picture_folder", found=name)
    if finding.rule == "file_over_limit":
        return Finding("picture_bytes", found=f"{name}: {finding.found}", expected=finding.expected)
    if finding.rule == "path_too_long":
        return finding
    return Finding("picture_unreadable", found=finding.found, expected=name)


def _other_kind(data: bytes) -> str:
    if not data:
        return "@nothing"
    head = data[:_HEAD].lower()
    markup = (word for start, word in _MARKUP if start in head)
    return next((word for at, start, word in _OTHERS if data.startswith(start, at)), next(markup, "@other_file"))


def _image(data: bytes, kind: _Kind, raster: Raster) -> Image:
    stored = ((raster.width, raster.density.x), (raster.height, raster.density.y))
    (px_width, across), (px_height, down) = stored[::-1] if raster.orientation > 4 else stored
    width, height = Mm(px_width / across * _INCH), Mm(px_height / down * _INCH)
    return Image(data, kind.extension, kind.content_type, px_width, px_height, width, height, raster.orientation)
