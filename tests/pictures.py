"""Real pictures for tests, made with Pillow, and the small document that shows them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image as Pillow
from PIL import ImageDraw

from renmin_docs.ooxml.names import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIP_TYPE
from renmin_docs.render.pictures.drawing import drawing_xml
from renmin_docs.render.pictures.files import media_name
from tests.templates import MAIN, W, packed, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renmin_docs.render.pictures.files import Image
    from renmin_docs.units import Length

TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = "red", "lime", "blue", "yellow"


def quarters(width: int = 80, height: int = 60, mode: str = "RGB") -> Pillow.Image:
    """A picture with another colour in each quarter, so that every turn of it shows."""
    picture = Pillow.new("RGB", (width, height), TOP_LEFT)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((width // 2, 0, width, height // 2), fill=TOP_RIGHT)
    draw.rectangle((0, height // 2, width // 2, height), fill=BOTTOM_LEFT)
    draw.rectangle((width // 2, height // 2, width, height), fill=BOTTOM_RIGHT)
    return picture.convert(mode)


def saved(picture: Pillow.Image | None = None, kind: str = "PNG", **options) -> bytes:
    stream = io.BytesIO()
    (picture or quarters()).save(stream, kind, **options)
    return stream.getvalue()


def photograph(orientation: int, width: int = 80, height: int = 60) -> bytes:
    """A JPEG that says in its Exif which way up it is."""
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    return saved(quarters(width, height), "JPEG", exif=exif, quality=95)


def document(*shown: tuple[Image, tuple[Length, Length]], description: str = "街道办事处大楼") -> bytes:
    """A document of these pictures, each in a paragraph of its own between two lines of text."""
    paragraphs = [_paragraph(_text("第一行"))]
    for number, (image, size) in enumerate(shown, 1):
        paragraphs.append(_paragraph(drawing_xml(image, _id(image), number, size, f"图片 {number}", description)))
    body = "".join([*paragraphs, _paragraph(_text("最后一行"))])
    section = parts()[MAIN].decode().partition("<w:sectPr>")[2].partition("</w:sectPr>")[0]
    xml = (
        f'<w:document {W} xmlns:r="{RELATIONSHIP_TYPE}"><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>'
        "</w:document>"
    )
    return packed({**with_media([image for image, _ in shown]), MAIN: xml.encode()})


def with_media(images: Sequence[Image]) -> dict[str, bytes]:
    """The template's parts with the parts of the pictures, declared and related."""
    changed = dict(parts())
    for image in dict.fromkeys(images):
        changed[media_name(image)] = image.data
    endings = {image.extension: image.content_type for image in images}
    defaults = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in endings.items())
    related = "".join(
        f'<Relationship Id="{_id(image)}" Type="{RELATIONSHIP_TYPE}/image" '
        f'Target="{media_name(image).removeprefix("word/")}"/>'
        for image in dict.fromkeys(images)
    )
    _insert(changed, "[Content_Types].xml", f'<Types xmlns="{CONTENT_TYPES}">', defaults)
    rels = "word/_rels/document.xml.rels"
    _insert(changed, rels, f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">', related)
    return changed


def _insert(changed: dict[str, bytes], name: str, behind: str, xml: str) -> None:
    text = changed[name].decode()
    assert behind in text
    changed[name] = text.replace(behind, behind + xml, 1).encode()


def _id(image: Image) -> str:
    return "pic" + media_name(image).rpartition("/")[2].partition(".")[0]


def _text(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _paragraph(runs: str) -> str:
    return f'<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>{runs}</w:p>'
