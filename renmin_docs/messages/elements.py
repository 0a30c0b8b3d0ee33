"""The elements of a document in English; their names are the standard's, which are Chinese."""

from __future__ import annotations

from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.report import BODY_ITEMS

ELEMENT_NAMES: dict[str, str] = {
    **{row.term: key.replace("_", " ") for lines in LINES.values() for key, row in lines.items()},
    "发文机关标志上空": "space above the issuer's mark",
    "发文机关标志": "issuer's mark",
    "发文字号": "document number",
    "签发人": "row of signatories",
    "版头中的分隔线": "red rule",
    "预印分隔线的位置": "place of the pre-printed rule",
    "标题": "title",
    "主送机关": "addressee",
    "一级标题": "heading 1",
    "二级标题": "heading 2",
    "三级标题": "heading 3",
    "四级标题": "heading 4",
    "正文": "paragraph",
    "要点": "point",
    "并列要点": "points in one paragraph",
    **{part.zh: part.en for parts in BODY_ITEMS.values() for part in parts},
    "表头": "head of a table",
    "表文": "text of a table",
    "附件说明": "list of attachments",
    "发文机关署名": "issuer's signature",
    "加盖印章的发文机关署名": "signatures under seals",
    "签发人职务": "signatory's position",
    "成文日期": "date of issue",
    "附件": "label of an attachment",
    "附件标题": "title of an attachment",
    "版记": "imprint",
    "版记中的首条分隔线": "outer rule of the imprint",
    "版记中的中间分隔线": "inner rule of the imprint",
    "印发机关和印发日期": "printed by, and when",
    "页码": "page number",
}
"""Term of the standard → English."""


def in_english(place: str) -> str:
    """A place that begins with elements, each with its English name before it; any other place as it is.

    >>> in_english("标题、正文"), in_english("plans.body[1]")
    ('title (标题), paragraph (正文)', 'plans.body[1]')
    """
    head, space, rest = place.partition(" ")
    terms = head.split("、")
    if not all(term in ELEMENT_NAMES for term in terms):
        return place
    return ", ".join(f"{ELEMENT_NAMES[term]} ({term})" for term in terms) + space + rest
