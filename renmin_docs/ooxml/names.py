"""Names of Office Open XML: namespaces, content types, relationship types (ECMA-376)."""

from __future__ import annotations

from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIP_TYPE = RELATIONSHIPS
SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of workbooks, and that of strict ones."""
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class PartType(NamedTuple):
    """How a part is declared: the end of its content type, and of its relationship type."""

    content_type: str
    relationship: str


PART_TYPES: dict[str, PartType] = {
    "word/document.xml": PartType("document.main", "officeDocument"),
    "word/styles.xml": PartType("styles", "styles"),
    "word/numbering.xml": PartType("numbering", "numbering"),
    "word/settings.xml": PartType("settings", "settings"),
    "word/fontTable.xml": PartType("fontTable", "fontTable"),
    "word/footer1.xml": PartType("footer", "footer"),
    "word/footer2.xml": PartType("footer", "footer"),
}


def w(name: str) -> str:
    """A WordprocessingML name in lxml's notation.

    >>> w("p")[-2:]
    '}p'
    """
    return f"{{{W}}}{name}"


FORMER = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "numbering", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx")
)
"""What tracked changes keep of former properties. Source: ECMA-376-1, 17.13.5."""
CHANGES = (*map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")), *FORMER)
"""All tracked changes."""
