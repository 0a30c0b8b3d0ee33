"""The pages of a document, to be looked at where no Word is: as a PDF by LibreOffice, and as pictures of its pages."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from renmin_docs.errors import Finding, OfficeError, PackageError, PreviewError
from renmin_docs.libreoffice import SECONDS, converted, zipped
from renmin_docs.standard.type import POSTSCRIPT

DPI = 96
"""Dots an inch of the pictures, by default."""
EXTRA = "renmin-docs[preview]"
_POINTS = 72
"""Of a PDF, in an inch."""
_MM = 25.4 / _POINTS
_ONE_LINE = 0.4
"""Millimetres by which the baselines of one line differ at most, where it mixes fonts."""
_LARGEST_SHEET = 40_000_000
"""Pixels of a sheet of pages; they are made smaller where they are too many for it."""
_GAP = 12
"""Pixels between the pages of a sheet."""
_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_WITHOUT = re.compile("[^a-z0-9]")
"""What names of families and of fonts in a PDF differ in."""


class PrintedLine(NamedTuple):
    """Characters on one baseline; lengths in millimetres from the upper left corner of the page.

    Attributes:
        text: The characters, without spaces that only look like it.
        left, right: Where the first begins and the last ends.
        baseline: How far down it stands.
        widest_gap: The widest space between two characters that stand side by side.
        em: The width of the widest character.
    """

    text: str
    left: float
    right: float
    baseline: float
    widest_gap: float
    em: float


class PrintedPage(NamedTuple):
    """A page: its size in millimetres and its lines from the top."""

    width: float
    height: float
    lines: list[PrintedLine]


class _Character(NamedTuple):
    baseline: float
    left: float
    right: float
    text: str


def pdf_of(document: bytes, *, seconds: float = SECONDS) -> bytes:
    """The pages of a .docx as LibreOffice prints them.

    What the document links to is left out, so that nothing is fetched. Fonts that are not installed are replaced:
    lines may break elsewhere than in Word.

    Args:
        document: The bytes of a .docx.
        seconds: How long LibreOffice may take; its first start takes ten.

    Raises:
        PreviewError: It is no .docx, or not safe to open; LibreOffice is not installed, too slow, or makes nothing
            of it.
    """
    from renmin_docs.ooxml.package import parse_package

    try:
        return pdf_of_parts(parse_package(document).parts, seconds=seconds)
    except PackageError as error:
        raise PreviewError(*error.findings) from error


def pdf_of_parts(parts: dict[str, bytes], *, seconds: float = SECONDS) -> bytes:
    """The pages of a .docx that was opened, by its parts; as `pdf_of`."""
    from renmin_docs.ooxml.reach import reaching, without_links

    try:
        inner = without_links(parts)
        if found := [*reaching(inner)]:
            raise PreviewError(*found)
        return converted(zipped(inner), ".docx", ".pdf", seconds=seconds)
    except (PackageError, OfficeError) as error:
        raise PreviewError(*error.findings) from error


def pictures_of(pdf: bytes, *, dpi: int = DPI) -> Iterator[bytes]:
    """Each page of a PDF as the bytes of a PNG.

    Raises:
        PreviewError: The libraries for it are missing (`renmin-docs[preview]`).
    """
    pypdfium2 = _library()
    with pypdfium2.PdfDocument(pdf) as pages:
        for page in pages:
            picture = io.BytesIO()
            page.render(scale=dpi / _POINTS).to_pil().save(picture, "png")
            yield picture.getvalue()


def sheet_of(pdf: bytes, *, dpi: int = DPI) -> bytes:
    """All pages of a PDF side by side in one picture, as the bytes of a PNG.

    Raises:
        PreviewError: The libraries for it are missing (`renmin-docs[preview]`).
    """
    pypdfium2 = _library()
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as pages:
        width, height = (max(sizes) * dpi / _POINTS for sizes in zip(*(page.get_size() for page in pages), strict=True))
        shrunk = min(1, math.sqrt(_LARGEST_SHEET / (width * height * len(pages))))
        columns = math.ceil(math.sqrt(len(pages)))
        cell = [math.ceil(length * shrunk) + _GAP for length in (width, height)]
        sheet = Image.new("RGB", (cell[0] * columns, cell[1] * math.ceil(len(pages) / columns)), "lightgray")
        for number, page in enumerate(pages):
            row, column = divmod(number, columns)
            picture = page.render(scale=shrunk * dpi / _POINTS).to_pil()
            sheet.paste(picture, (cell[0] * column + _GAP // 2, cell[1] * row + _GAP // 2))
    made = io.BytesIO()
    sheet.save(made, "png")
    return made.getvalue()


def replaced_families(document: bytes, pdf: bytes) -> list[str]:
    """The families that a .docx asks for and its PDF was printed without, as far as their names can be compared."""
    from renmin_docs.ooxml.families import asked_families
    from renmin_docs.ooxml.package import parse_package

    try:
        families = asked_families(parse_package(document))
    except PackageError:  # LibreOffice printed it nevertheless
        return []
    printed = {_plain(name.decode("latin-1")) for name in _BASE_FONT.findall(pdf)}
    asked = {family: _plain(POSTSCRIPT.get(family, family)) for family in families}
    return [
        family
        for family, name in asked.items()
        if name and printed and not any(each.startswith(name) for each in printed)
    ]


def _plain(name: str) -> str:
    """A name in small letters and digits; of CJK families without the region, which share one file of fonts."""
    return re.sub("(?<=cjk)(sc|tc|jp|kr|hk)", "", _WITHOUT.sub("", name.lower())) if name.isascii() else ""


def printed_pages(pdf: bytes) -> Iterator[PrintedPage]:
    """What stands where on each page of a PDF.

    Raises:
        PreviewError: The libraries for it are missing (`renmin-docs[preview]`).
    """
    pypdfium2 = _library()
    with pypdfium2.PdfDocument(pdf) as pages:
        for page in pages:
            characters = sorted(_characters(page))
            lines = [*_lines(characters)]
            yield PrintedPage(page.get_width() * _MM, page.get_height() * _MM, lines)


def _characters(page: Any) -> Iterator[_Character]:
    import ctypes

    import pypdfium2.raw

    raw: Any = pypdfium2.raw
    text, height = page.get_textpage(), page.get_height()
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for number in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, number))
        if raw.FPDFText_IsGenerated(text, number) == 1 or not character.strip():
            continue
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        raw.FPDFText_GetLooseCharBox(text, number, box)
        yield _Character((height - y.value) * _MM, x.value * _MM, box.right * _MM, character)


def _lines(characters: list[_Character]) -> Iterator[PrintedLine]:
    """Lines of characters that are sorted by their baselines."""
    begun = 0
    starts: list[int] = []
    for at, each in enumerate(characters):
        begun = at if each.baseline - characters[begun].baseline > _ONE_LINE else begun
        starts.append(begun)
    for _, pairs in groupby(zip(starts, characters, strict=True), lambda pair: pair[0]):
        line = sorted((each for _, each in pairs), key=lambda each: each.left)
        gaps = (after.left - before.right for before, after in pairwise(line))
        text, baseline = "".join(each.text for each in line), line[0].baseline
        em = max(each.right - each.left for each in line)
        yield PrintedLine(text, line[0].left, line[-1].right, baseline, max(gaps, default=0), em)


def _library() -> Any:
    """pypdfium2.

    Raises:
        PreviewError: It is missing, or what it needs.
    """
    try:
        import PIL.Image  # noqa: F401 - pypdfium2 asks for it later
        import pypdfium2
    except ImportError as error:
        raise PreviewError(Finding("preview_library", expected=EXTRA)) from error
    return pypdfium2
