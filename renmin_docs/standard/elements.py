"""The elements of a document (要素): the glossary, with the type and the place of each.

One row an element: the standard's Chinese term, our identifier, face, size, alignment, clause and
strength. Templates and documents name their styles after these rows.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from renmin_docs.standard.header import MARK_LARGEST, MARK_PITCH, RED, RULE_LINE
from renmin_docs.standard.imprint import IMPRINT_PITCH, IMPRINT_SIZE
from renmin_docs.standard.page import BODY_SIZE, FOOTER_PITCH, PAGE_NUMBER_SIZE, Strength
from renmin_docs.standard.tables import TABLE_PITCH, TABLE_SIZE
from renmin_docs.standard.type import Face
from renmin_docs.units import Hao, Length, Twips

Alignment = Literal["both", "center", "right", "left"]
BLACK = "000000"
_IN_TABLES: dict[str, Any] = {"size": TABLE_SIZE, "pitch": TABLE_PITCH}


class Element(NamedTuple):
    """One element of a document.

    Attributes:
        identifier: Our name for it, in code and in templates.
        term: The standard's name for it.
        style_id: `w:styleId` of its style.
        style_name: `w:name` of its style: Word's built-in name where there is one.
        face: Kind of type.
        size: Size of type.
        alignment: `w:jc`.
        indent: First-line indent, in 字.
        outline: Outline level from 1; 0 for text.
        clause: Clause of GB/T 9704-2012.
        strength: How the clause is worded.
        pitch: Exact line pitch, where it is not the grid's; 0 for a line as high as what stands in it.
        color: Colour of type.
        new_page: Whether it begins a page.
    """

    identifier: str
    term: str
    style_id: str
    style_name: str
    face: Face = Face.FANGSONG
    size: Length = BODY_SIZE
    alignment: Alignment = "both"
    indent: int = 2
    outline: int = 0
    clause: str = "7.3.3"
    strength: Strength = "G"
    pitch: Length | None = None
    color: str = BLACK
    new_page: bool = False


def _flush(identifier: str, term: str, style_name: str, clause: str, strength: Strength = "G", **more: Any) -> Element:
    """An element without first-line indent, whose style's id is its name without spaces."""
    return Element(
        identifier, term, style_name.replace(" ", ""), style_name, indent=0, clause=clause, strength=strength, **more
    )


HEADER_ELEMENTS: tuple[Element, ...] = (
    _flush("copy_number", "份号", "Copy Number", "7.2.1", alignment="left"),
    _flush("classification", "密级和保密期限", "Classification", "7.2.2", face=Face.HEITI, alignment="left"),
    _flush("urgency", "紧急程度", "Urgency", "7.2.3", face=Face.HEITI, alignment="left"),
    _flush("mark_space", "发文机关标志上空", "Mark Space", "7.2.4", "R", pitch=Twips(20)),
    _flush(
        "issuer_mark",
        "发文机关标志",
        "Issuer Mark",
        "7.2.4",
        "T",
        face=Face.XIAOBIAOSONG,
        size=MARK_LARGEST,
        alignment="center",
        pitch=Length(MARK_PITCH * MARK_LARGEST),
        color=RED,
    ),
    _flush("document_number", "发文字号", "Document Number", "7.2.5", alignment="center"),
    Element("signatory_row", "签发人", "SignatoryRow", "Signatory Row", alignment="left", indent=1, clause="7.2.6"),
    _flush("red_rule", "版头中的分隔线", "Red Rule", "7.2.7", "R", pitch=RULE_LINE),
    _flush("rule_space", "预印分隔线的位置", "Rule Space", "7.2.7", "R", pitch=RULE_LINE),
)
"""版头, in printed order."""

ELEMENTS: tuple[Element, ...] = (
    *HEADER_ELEMENTS,
    Element("title", "标题", "Title", "Title", Face.XIAOBIAOSONG, Hao("二号"), "center", 0, clause="7.3.1"),
    _flush("subtitle", "副题", "Subtitle", "", "practice", face=Face.KAITI, alignment="center"),
    _flush("addressee", "主送机关", "Addressee", "7.3.2", "R"),
    Element("heading_1", "一级标题", "Heading1", "heading 1", Face.HEITI, outline=1),
    Element("heading_2", "二级标题", "Heading2", "heading 2", Face.KAITI, outline=2),
    Element("heading_3", "三级标题", "Heading3", "heading 3", outline=3),
    Element("heading_4", "四级标题", "Heading4", "heading 4", outline=4),
    Element("introduction", "导语", "Introduction", "Introduction"),
    Element("paragraph", "正文", "BodyText", "Body Text"),
    Element("point", "要点", "Point", "Point"),
    Element("inline", "并列要点", "InlinePoints", "Inline Points"),
    Element("conclusion", "结束语", "Conclusion", "Conclusion"),
    _flush("table_caption", "表题", "Table Caption", "", "practice", face=Face.HEITI, alignment="center"),
    _flush("table_unit", "表格单位", "Table Unit", "", "practice", size=TABLE_SIZE, alignment="right"),
    _flush("table_head", "表头", "Table Head", "", "practice", face=Face.HEITI, alignment="center", **_IN_TABLES),
    _flush("table_text", "表文", "Table Text", "", "practice", alignment="center", **_IN_TABLES),
    _flush("picture", "图片", "Picture", "", "practice", alignment="center", pitch=Length(0)),
    _flush("picture_caption", "图题", "Picture Caption", "", "practice", alignment="center"),
    _flush("attachment_item", "附件说明", "Attachment Item", "7.3.4", "R", alignment="left"),
    _flush("issuer", "发文机关署名", "Issuer", "7.3.5.2", "R", alignment="right"),
    _flush("issuers", "加盖印章的发文机关署名", "Issuer Row", "7.3.5.1", alignment="left"),
    _flush("position", "签发人职务", "Signatory Position", "7.3.5.3", "R", alignment="right"),
    _flush("issue_date", "成文日期", "Issue Date", "7.3.5.4", "R", alignment="right"),
    Element("note", "附注", "Note", "Note", clause="7.3.6"),
    _flush(
        "attachment_label", "附件", "Attachment Label", "7.3.7", "R", face=Face.HEITI, alignment="left", new_page=True
    ),
    Element(
        *("attachment_title", "附件标题", "AttachmentTitle", "Attachment Title", Face.XIAOBIAOSONG, Hao("二号")),
        *("center", 0),
        clause="7.3.7",
        strength="R",
    ),
    _flush("imprint_space", "版记", "Imprint Space", "7.4"),
    _flush("outer_rule", "版记中的首条分隔线", "Outer Rule", "7.4.1", pitch=RULE_LINE),
    _flush("inner_rule", "版记中的中间分隔线", "Inner Rule", "7.4.1", pitch=RULE_LINE),
    _flush("copied_to", "抄送机关", "Copied To", "7.4.2", size=IMPRINT_SIZE, pitch=IMPRINT_PITCH),
    _flush("printed_by", "印发机关和印发日期", "Printed By", "7.4.3", size=IMPRINT_SIZE, pitch=IMPRINT_PITCH),
    _flush(
        *("page_number", "页码", "Page Number", "7.5"),
        face=Face.SONGTI,
        size=PAGE_NUMBER_SIZE,
        alignment="right",
        pitch=FOOTER_PITCH,
    ),
)
"""The elements of a document, in printed order."""

CONTENTS_ELEMENTS: tuple[Element, ...] = (
    Element("contents_title", "目录标题", "TOCHeading", "TOC Heading", Face.XIAOBIAOSONG, Hao("二号"), "center", 0),
    Element("contents_1", "一级目录", "TOC1", "toc 1", Face.HEITI, alignment="left", indent=0),
    Element("contents_2", "二级目录", "TOC2", "toc 2", alignment="left", indent=0),
)
"""The contents page, of which the standard says nothing: its styles are Word's own, so that Word's update keeps them.
They are no elements that a document is checked for."""

BY_IDENTIFIER: dict[str, Element] = {element.identifier: element for element in ELEMENTS}

BY_STYLE_NAME: dict[str, str] = {
    **{element.style_name.lower(): element.identifier for element in ELEMENTS},
    "envelope address": "addressee",  # what LibreOffice 7.4 makes of Addressee when it saves a .docx
}
"""Name of a style in small letters → our identifier. Names are what programs keep when they save a document anew."""

TELLING_STYLES = frozenset(("introduction", "point", "inline points", "conclusion", "issuer", "issue date"))
"""Names of styles that no other template has together."""

GLOSSARY: dict[str, str] = {element.term: element.identifier for element in ELEMENTS}
"""The standard's term → our identifier."""


class CharacterRole(NamedTuple):
    """A part of a paragraph with a character style of its own, so that it can be read back."""

    identifier: str
    term: str
    style_id: str
    style_name: str
    face: Face | None = None


CHARACTER_ROLES: tuple[CharacterRole, ...] = (
    CharacterRole("mark", "序号", "PointMark", "Point Mark"),
    CharacterRole("lead", "引题", "PointLead", "Point Lead"),
    CharacterRole("signatory", "签发人姓名", "Signatory", "Signatory", Face.KAITI),
    CharacterRole("mark_2", "二级序号", "PointMark2", "Point Mark 2", Face.KAITI),
    CharacterRole("lead_2", "二级引题", "PointLead2", "Point Lead 2", Face.KAITI),
)
"""A run-in heading of the second level takes the second level's type (7.3.3)."""
