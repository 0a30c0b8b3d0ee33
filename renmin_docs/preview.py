"""The pages of a document, to be looked at where no Word is: as a PDF by LibreOffice, and as pictures of its pages."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, OfficeError, PackageError, PreviewError
from renmin_docs.libreoffice import SECONDS, converted

if TYPE_CHECKING:
    from collections.abc import Iterator

DPI = 96
"""Dots an inch of the pictures, by default."""
EXTRA = "renmin-docs[preview]"
_POINTS = 72
"""Of a PDF, in an inch."""


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
    from renmin_docs.ooxml.reach import reaching, without_links

    try:
        parts = without_links(parse_package(document).parts)
        if found := [*reaching(parts)]:
            raise PreviewError(*found)
        return converted(_zipped(parts), ".docx", ".pdf", seconds=seconds)
    except (PackageError, OfficeError) as error:
        raise PreviewError(*error.findings) from error


def pictures_of(pdf: bytes, *, dpi: int = DPI) -> Iterator[bytes]:
    """Each page of a PDF as the bytes of a PNG.

    Raises:
        PreviewError: The libraries for it are missing (`renmin-docs[preview]`).
    """
    try:
        import PIL.Image  # noqa: F401 - pypdfium2 asks for it later
        import pypdfium2
    except ImportError as error:
        raise PreviewError(Finding("preview_library", expected=EXTRA)) from error
    with pypdfium2.PdfDocument(pdf) as pages:
        for page in pages:
            picture = io.BytesIO()
            page.render(scale=dpi / _POINTS).to_pil().save(picture, "png")
            yield picture.getvalue()


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
