"""The main part of the templates: red head, title, the loop over the blocks, imprint, and the page's section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from renmin_docs.ooxml.names import (
    COMPATIBILITY,
    DRAWING,
    RELATIONSHIPS,
    WORD_DRAWING,
    WORD_SHAPE,
    W,
)
from renmin_docs.render.preparing.prepared import PLACEHOLDER
from renmin_docs.render.values.context import OFFICIAL_KINDS
from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES, CONTENTS_ELEMENTS
from renmin_docs.standard.header import JOINT_NAMES_WIDTH, LINES_BELOW_MARK, LINES_BELOW_RULE
from renmin_docs.standard.imprint import IMPRINT_RAISE, imprint_height
from renmin_docs.standard.page import FOOTER_DISTANCE, GRID_A, PAPER_HEIGHT, PAPER_WIDTH, TYPE_AREA_WIDTH, Grid
from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.report import BODY_ITEMS, ITEM_TEXTS

if TYPE_CHECKING:
    from renmin_docs.units import Length

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", W),
        ("r", RELATIONSHIPS),
        ("wp", WORD_DRAWING),
        ("a", DRAWING),
        ("wps", WORD_SHAPE),
        ("mc", COMPATIBILITY),
    )
)
BODY = "paragraph"
STYLES = {element.identifier: element.style_id for element in (*BY_IDENTIFIER.values(), *CONTENTS_ELEMENTS)}
BY_ROLE = {role.identifier: role for role in CHARACTER_ROLES}

MARK_AND_TEXT = (("", "{{ block.mark }}"), ("", "{{ block.text }}"))
TEXT = (("", "{{ block.text }}"),)
_AROUND = (*LINES["above_chapters"], *LINES["below_chapters"])
SET = [part.kind for parts in BODY_ITEMS.values() for part in parts if not part.key]
"""Kinds that are set for the page: in a paragraph of their element, or in place of one."""
OTHERWISE = frozenset((*ITEM_TEXTS, *SET, "attachment_item"))
"""Kinds of an official document that are more than their text, or stand among those of the text."""
SAMPLES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    *((f'block.kind == "heading_{level}"', f"heading_{level}", MARK_AND_TEXT) for level in (1, 2, 3, 4)),
    (
        'block.kind == "point" and block.level == 2',
        "point",
        (("mark_2", "{{ block.mark }}"), ("lead_2", "{{ block.lead }}"), *TEXT),
    ),
    ('block.kind == "point"', "point", (("mark", "{{ block.mark }}"), ("lead", "{{ block.lead }}"), *TEXT)),
    (
        'block.kind == "inline"',
        "inline",
        (
            ("", "{%r for point in block.points %}"),
            ("mark", "{{ point.mark }}"),
            ("lead", "{{ point.lead }}"),
            ("", "{{ point.text }}"),
            ("", "{%r endfor %}"),
        ),
    ),
    *((f'block.kind == "{name}"', name, TEXT) for name in (*_AROUND, *ITEM_TEXTS)),
    *(
        (f'block.kind == "{kind}"', kind, (("", "{{r block.picture }}"),))
        if kind in BY_IDENTIFIER
        else (f'block.kind == "{kind}"', BODY, (("", "{{p block.table }}"),))
        for kind in SET
    ),
    (
        'block.kind == "attachment_item"',
        "attachment_item",
        (("", "{{ block.lead }}"), *TEXT),
    ),
    *((f'block.kind == "{name}"', name, TEXT) for name in OFFICIAL_KINDS if name not in OTHERWISE),
)
"""One sample paragraph for each kind of block: its condition, its element, its runs (role, tag)."""


# --- paragraphs -------------------------------------------------------------------------------


def run(text: str, role: str = "", raised: Length | None = None) -> str:
    """A run; the hint keeps quotes and dashes in the Chinese font, a tab is an element.

    It is raised by itself and not by its style: in a style, LibreOffice 7.4 makes a superscript of it.
    """
    style = f'<w:rStyle w:val="{BY_ROLE[role].style_id}"/>' if role else ""
    position = f'<w:position w:val="{raised.half_points}"/>' if raised else ""
    pieces = "<w:tab/>".join(f"<w:t>{escape(piece)}</w:t>" if piece else "" for piece in text.split("\t"))
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/>{position}</w:rPr>{pieces}</w:r>'


def paragraph(identifier: str, *runs: str, mark_role: str = "") -> str:
    """A paragraph in the style of an element."""
    mark = f'<w:rPr><w:rStyle w:val="{BY_ROLE[mark_role].style_id}"/></w:rPr>' if mark_role else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLES[identifier]}"/>{mark}</w:pPr>{"".join(runs)}</w:p>'


def tag(text: str) -> str:
    """A paragraph that holds nothing but a docxtpl paragraph tag."""
    return paragraph(BODY, run(text))


def only_if(condition: str, *content: str) -> str:
    """Paragraphs between the tags of an `if`."""
    return "".join((tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")))


def samples() -> str:
    """The loop over the blocks with the sample paragraph of each kind."""
    lines = [tag("{%p for block in blocks %}")]
    for number, (condition, identifier, runs) in enumerate(SAMPLES):
        lines.append(tag(f"{{%p {'elif' if number else 'if'} {condition} %}}"))
        roles = [role for role, _ in runs if role]
        mark_role = roles[0] if identifier == "point" else ""
        lines.append(paragraph(identifier, *(run(text, role) for role, text in runs), mark_role=mark_role))
    lines += [tag("{%p else %}"), paragraph(BODY, run("{{ block.text }}"))]
    return "".join([*lines, tag("{%p endif %}"), tag("{%p endfor %}")])


# --- contents ---------------------------------------------------------------------------------

CONTENTS = ' TOC \\o "1-2" \\h \\z \\t "Attachment Title,1" '
"""The field's code: chapters, headings of the second level, attachments."""
LEAST_PITCH = 20


def contents(sect_pr: str) -> str:
    """目录, on a leaf of its own before the first page, without page number: head and text stand on page 1 (7.3.3)."""
    codes = (
        '<w:fldChar w:fldCharType="begin" w:dirty="true"/>',
        f'<w:instrText xml:space="preserve">{escape(CONTENTS)}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{PLACEHOLDER}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    field = "".join(f"<w:r>{code}</w:r>" for code in codes)
    end = (
        f'<w:p><w:pPr><w:spacing w:line="{LEAST_PITCH}" w:lineRule="exact"/>'
        f"{re.sub('<w:footerReference[^>]*>', '', sect_pr)}</w:pPr></w:p>"
    )
    title = paragraph("contents_title", run("目　录"))
    return only_if("contents", title, paragraph(BODY), paragraph("contents_1", field), end)


# --- red head ---------------------------------------------------------------------------------


def red_head() -> str:
    """版头: three rows, the mark, the number with its signatories, the rule, two lines down to the title."""
    rows = "".join(only_if(f"header.{key}", paragraph(key, run(f"{{{{ header.{key} }}}}"))) for key in LINES["header"])
    free = (
        tag("{%p for row in header.blank_rows %}") + paragraph("copy_number", run("{{ row }}")) + tag("{%p endfor %}")
    )
    upward = (
        tag("{%p for row in header.signatory_rows %}")
        + paragraph(
            "signatory_row",
            run("{{ row.number }}\t{{ row.label }}"),
            run("{{ row.names }}", "signatory"),
        )
        + tag("{%p endfor %}")
    )
    number = (
        tag("{%p if header.signatory_rows %}")
        + upward
        + tag("{%p else %}")
        + paragraph("document_number", run("{{ header.number }}"))
        + tag("{%p endif %}")
    )
    rule = (
        tag("{%p if header.preprinted %}")
        + paragraph("rule_space")
        + tag("{%p else %}")
        + paragraph("red_rule")
        + tag("{%p endif %}")
    )
    blank = paragraph(BODY)
    return only_if(
        "header",
        *(rows, free, paragraph("mark_space"), marks()),
        *(blank * LINES_BELOW_MARK, number, rule, blank * LINES_BELOW_RULE),
    )


def marks() -> str:
    """发文机关标志: one organ in a line of its own, several below one another with 文件 beside them."""
    single = (
        tag("{%p for issuer in header.issuers %}")
        + paragraph("issuer_mark", run("{{ issuer.name }}"), run("{{ header.suffix }}"))
        + tag("{%p endfor %}")
    )
    names = (
        tag("{%p for issuer in header.issuers %}")
        + paragraph("issuer_mark", run("{{ issuer.name }}"))
        + tag("{%p endfor %}")
    )
    return (
        tag("{%p if header.joint %}")
        + beside(names, paragraph("issuer_mark", run("{{ header.suffix }}")))
        + tag("{%p else %}")
        + single
        + tag("{%p endif %}")
    )


def beside(left: str, right: str) -> str:
    """Two cells without borders, the second as wide as 文件 in the largest type."""
    widths = (JOINT_NAMES_WIDTH.twips, TYPE_AREA_WIDTH.twips - JOINT_NAMES_WIDTH.twips)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, (left, right), strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )


# --- imprint ----------------------------------------------------------------------------------


def imprint() -> str:
    """版记: a paragraph that keeps its room, with a box on the foot of the page that holds its lines.

    The room follows the text, and so moves to the next page together with the box when the page is full.
    """
    lines = "".join(
        only_if(f"imprint.{key}", paragraph(key, run(text, raised=IMPRINT_RAISE)), paragraph("inner_rule"))
        for key, row in LINES["imprint"].items()
        for text in (f"{row.line.label}{{{{ imprint.{key} }}}}",)
    )
    printed = run("{{ imprint.printed_by }}\t{{ imprint.print_date }}", raised=IMPRINT_RAISE)
    whole = box(
        paragraph("outer_rule") + lines + paragraph("printed_by", printed), TYPE_AREA_WIDTH, imprint_height(2, GRID_A)
    )
    return only_if("imprint", paragraph("imprint_space", whole))


def box(content: str, width: Length, height: Length) -> str:
    """A run with a text box at the foot of the type area."""
    insets = " ".join(f'{side}Ins="0"' for side in "ltrb")
    extent = f'cx="{int(width)}" cy="{int(height)}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WORD_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" {insets} anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


# --- the whole --------------------------------------------------------------------------------


def section(grid: Grid, odd: str, even: str) -> str:
    """Paper, margins, grid and the two footers, by their relationship ids."""
    return (
        "<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="{PAPER_WIDTH.twips}" w:h="{PAPER_HEIGHT.twips}"/>'
        f'<w:pgMar w:top="{grid.top.twips}" w:right="{grid.right.twips}" w:bottom="{grid.bottom.twips}" '
        f'w:left="{grid.left.twips}" w:header="851" w:footer="{FOOTER_DISTANCE.twips}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{grid.pitch.twips}"/>'
        "</w:sectPr>"
    )


def document(head: str, foot: str, sect_pr: str) -> str:
    """The main part: contents, head, title, lines below it, empty line, addressee, blocks, foot."""
    below = "".join(only_if(key, paragraph(key, run(f"{{{{ {key} }}}}"))) for key in LINES["below_title"])
    title = paragraph("title", run("{{ title }}")) + below + paragraph(BODY)
    addressee = only_if("addressee", paragraph("addressee", run("{{ addressee }}")))
    body = contents(sect_pr) + head + title + addressee + samples() + foot + sect_pr
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
