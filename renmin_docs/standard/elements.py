"""The elements of a document (要素): the glossary, with the type and the place of each.

One row an element: the standard's Chinese term, our identifier, face, size, alignment, clause and
strength. Templates and documents name their styles after these rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from renmin_docs.standard.page import BODY_SIZE, PAGE_NUMBER_SIZE, Strength
from renmin_docs.standard.type import Face
from renmin_docs.units import Hao, Length

Alignment = Literal["both", "center", "right", "left"]


@dataclass(frozen=True, slots=True)
class Element:
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


ELEMENTS: tuple[Element, ...] = (
    Element("title", "标题", "Title", "Title", Face.XIAOBIAOSONG, Hao("二号"), "center", 0, clause="7.3.1"),
    Element("heading_1", "一级标题", "Heading1", "heading 1", Face.HEITI, outline=1),
    Element("heading_2", "二级标题", "Heading2", "heading 2", Face.KAITI, outline=2),
    Element("heading_3", "三级标题", "Heading3", "heading 3", outline=3),
    Element("heading_4", "四级标题", "Heading4", "heading 4", outline=4),
    Element("introduction", "导语", "Introduction", "Introduction"),
    Element("paragraph", "正文", "BodyText", "Body Text"),
    Element("point", "要点", "Point", "Point"),
    Element("inline", "并列要点", "InlinePoints", "Inline Points"),
    Element("conclusion", "结束语", "Conclusion", "Conclusion"),
    Element("issuer", "发文机关署名", "Issuer", "Issuer", alignment="right", indent=0, clause="7.3.5.2", strength="R"),
    Element(
        "issue_date", "成文日期", "IssueDate", "Issue Date", alignment="right", indent=0, clause="7.3.5.4", strength="R"
    ),
    Element(
        "page_number", "页码", "PageNumber", "Page Number", Face.SONGTI, PAGE_NUMBER_SIZE, "right", 0, clause="7.5"
    ),
)
"""The elements of a 工作总结, in printed order."""

BY_IDENTIFIER: dict[str, Element] = {element.identifier: element for element in ELEMENTS}

GLOSSARY: dict[str, str] = {element.term: element.identifier for element in ELEMENTS}
"""The standard's term → our identifier."""


@dataclass(frozen=True, slots=True)
class CharacterRole:
    """A part of a paragraph with a character style of its own, so that it can be read back."""

    identifier: str
    term: str
    style_id: str
    style_name: str
    face: Face | None = None


CHARACTER_ROLES: tuple[CharacterRole, ...] = (
    CharacterRole("mark", "序号", "PointMark", "Point Mark"),
    CharacterRole("lead", "引题", "PointLead", "Point Lead"),
    CharacterRole("mark_2", "二级序号", "PointMark2", "Point Mark 2", Face.KAITI),
    CharacterRole("lead_2", "二级引题", "PointLead2", "Point Lead 2", Face.KAITI),
)
"""A run-in heading of the second level takes the second level's type (7.3.3)."""
