"""Documents of the tests' own around tables, and where the characters of a printed one stand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.tables import TABLE_PITCH
from tests.printing import MM
from tests.templates import W, packed, paragraph, parts

if TYPE_CHECKING:
    from pathlib import Path

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FACES = {"仿宋": "仿宋_GB2312", "黑体": "黑体"}


def _style(element, family: str) -> str:
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}" w:hint="eastAsia"/>'
    size = element.size.half_points
    pitch = f'<w:spacing w:line="{TABLE_PITCH.twips}" w:lineRule="exact"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{element.style_id}">'
        f'<w:name w:val="{element.style_name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{pitch}<w:jc w:val="{element.alignment}"/></w:pPr>'
        f'<w:rPr>{fonts}<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def document(*body: str, family: str = "", section: str = "") -> bytes:
    """A document of tables and plain paragraphs, with the two styles of tables.

    Args:
        *body: Texts of paragraphs; `<…>` is taken as XML.
        family: The font of both styles; without it those of their faces.
        section: `w:sectPr` in the place of the template's own.
    """
    known = parts()
    styles = known["word/styles.xml"].decode()
    for element in (BY_IDENTIFIER["table_head"], BY_IDENTIFIER["table_text"]):
        own = rf'<w:style [^>]*w:styleId="{element.style_id}">.*?</w:style>'
        styles = re.sub(own, _style(element, family or FACES[element.face]), styles, flags=re.DOTALL)
    whole = "".join(text if text.startswith("<") else paragraph(text) for text in body)
    main = known["word/document.xml"].decode()
    section = section or main[main.rindex("<w:sectPr>") : main.rindex("</w:body>")]
    xml = f"<w:document {W} {R}><w:body>{whole}{section}</w:body></w:document>"
    return packed({**known, "word/document.xml": xml.encode(), "word/styles.xml": styles.encode()})


class Printed(NamedTuple):
    """A character of a PDF: its page from 0, and its edges in millimetres."""

    page: int
    text: str
    left: float
    right: float
    top: float


@cache
def characters(path: Path) -> list[Printed]:
    """The characters of a PDF, page by page, in the order in which they are drawn."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [
            Printed(number, char["text"], char["x0"] * MM, char["x1"] * MM, char["top"] * MM)
            for number, page in enumerate(pdf.pages)
            for char in page.chars
        ]


def rules(path: Path) -> list[tuple[float, float, float, float]]:
    """The rules on the first page of a PDF: left, top, right and bottom in millimetres."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        page = pdf.pages[0]
        return [
            tuple(each[key] * MM for key in ("x0", "top", "x1", "bottom"))
            for each in (*page.lines, *page.rects, *page.curves)
        ]
