"""Make the templates beside this script, with every number of GB/T 9704 from `renmin_docs.standard`.

    python templates/build.py

The output is an ordinary Word document with docxtpl tags; the same library gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from renmin_docs.numerals import MARK_FORMS
from renmin_docs.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE, PART_TYPES, RELATIONSHIP_TYPE, RELATIONSHIPS, W
from renmin_docs.render.package import deflated, write_package
from renmin_docs.standard.elements import CHARACTER_ROLES, ELEMENTS, CharacterRole, Element
from renmin_docs.standard.page import (
    BODY_SIZE,
    FOOTER_DISTANCE,
    FOOTER_PITCH,
    GRID_A,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_INDENT,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    Grid,
)
from renmin_docs.standard.type import ALTERNATIVES, FONT_SETS, Face

FOLDER = Path(__file__).parent
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"'
LIST_ID = 1
BODY = "paragraph"

SAMPLES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ('block.kind == "heading_1"', "heading_1", (("", "{{ block.mark }}"), ("", "{{ block.text }}"))),
    ('block.kind == "heading_2"', "heading_2", (("", "{{ block.mark }}"), ("", "{{ block.text }}"))),
    ('block.kind == "heading_3"', "heading_3", (("", "{{ block.mark }}"), ("", "{{ block.text }}"))),
    ('block.kind == "heading_4"', "heading_4", (("", "{{ block.mark }}"), ("", "{{ block.text }}"))),
    (
        'block.kind == "point" and block.level == 2',
        "point",
        (("mark_2", "{{ block.mark }}"), ("lead_2", "{{ block.lead }}"), ("", "{{ block.text }}")),
    ),
    (
        'block.kind == "point"',
        "point",
        (("mark", "{{ block.mark }}"), ("lead", "{{ block.lead }}"), ("", "{{ block.text }}")),
    ),
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
    ('block.kind == "introduction"', "introduction", (("", "{{ block.text }}"),)),
    ('block.kind == "conclusion"', "conclusion", (("", "{{ block.text }}"),)),
)
"""One sample paragraph for each kind of block: its condition, its element, its runs (role, tag)."""

BY_ELEMENT = {element.identifier: element for element in ELEMENTS}
BY_ROLE = {role.identifier: role for role in CHARACTER_ROLES}


# --- document.xml -----------------------------------------------------------------------------


def run(text: str, role: str = "") -> str:
    """A run; the hint keeps quotes and dashes in the Chinese font."""
    style = f'<w:rStyle w:val="{BY_ROLE[role].style_id}"/>' if role else ""
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'


def paragraph(identifier: str, *runs: str, mark_role: str = "", keep: bool = False) -> str:
    """A paragraph in the style of an element."""
    mark = f'<w:rPr><w:rStyle w:val="{BY_ROLE[mark_role].style_id}"/></w:rPr>' if mark_role else ""
    kept = "<w:keepNext/>" if keep else ""
    style = f'<w:pStyle w:val="{BY_ELEMENT[identifier].style_id}"/>'
    return f"<w:p><w:pPr>{style}{kept}{mark}</w:pPr>{''.join(runs)}</w:p>"


def tag(text: str) -> str:
    """A paragraph that holds nothing but a docxtpl paragraph tag."""
    return paragraph(BODY, run(text))


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


def signature() -> str:
    """One empty line, issuer and date, kept together; only in a report with a date."""
    return "".join(
        (
            tag("{%p if issue_date %}"),
            paragraph("issuer", keep=True),
            paragraph("issuer", run("{{ issuer }}"), keep=True),
            paragraph("issue_date", run("{{ issue_date }}")),
            tag("{%p endif %}"),
        )
    )


def section(grid: Grid) -> str:
    """Paper, margins, grid and the two footers."""
    return (
        "<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>'
        f'<w:pgSz w:w="{PAPER_WIDTH.twips}" w:h="{PAPER_HEIGHT.twips}"/>'
        f'<w:pgMar w:top="{grid.top.twips}" w:right="{grid.right.twips}" w:bottom="{grid.bottom.twips}" '
        f'w:left="{grid.left.twips}" w:header="851" w:footer="{FOOTER_DISTANCE.twips}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{grid.pitch.twips}"/>'
        "</w:sectPr>"
    )


def document(grid: Grid) -> str:
    """The main part: title, empty line, blocks, signature."""
    body = paragraph("title", run("{{ title }}")) + paragraph(BODY) + samples() + signature()
    return f"{XML}<w:document {NAMESPACES}><w:body>{body}{section(grid)}</w:body></w:document>"


def footer(alignment: str) -> str:
    """The page number between dashes, one 字 in from the outer edge."""
    side = "right" if alignment == "right" else "left"
    properties = (
        f'<w:pPr><w:pStyle w:val="{BY_ELEMENT["page_number"].style_id}"/>'
        f'<w:ind w:{side}="{PAGE_NUMBER_INDENT.twips}"/><w:jc w:val="{alignment}"/></w:pPr>'
    )
    field = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    content = dash.format(PAGE_NUMBER_DASH + " ") + field + dash.format(" " + PAGE_NUMBER_DASH)
    return f"{XML}<w:ftr {NAMESPACES}><w:p>{properties}{content}</w:p></w:ftr>"


# --- styles.xml -------------------------------------------------------------------------------


def fonts(family: str) -> str:
    """The family in all four slots: Latin letters, digits and quotes stay in it."""
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}" w:hint="eastAsia"/>'


def size(half_points: int) -> str:
    """`w:sz` for all scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def normal(grid: Grid, families: dict[Face, str]) -> str:
    """The root of all paragraph styles: body type on the grid."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{grid.pitch.twips}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts(families[Face.FANGSONG])}<w:color w:val="000000"/>'
        f'<w:spacing w:val="{grid.character_spacing.twips}"/><w:kern w:val="0"/>{size(BODY_SIZE.half_points)}'
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:style>'
    )


def element_style(element: Element, families: dict[Face, str]) -> str:
    """The paragraph style of one element: what it has of its own over Normal."""
    heading = element.outline > 0
    following = f'<w:next w:val="{BY_ELEMENT[BODY].style_id}"/>' if heading or element.identifier == "title" else ""
    custom = "" if element.style_name in BUILT_IN else ' w:customStyle="1"'
    number = (
        f'<w:numPr><w:ilvl w:val="{element.outline - 1}"/><w:numId w:val="{LIST_ID}"/></w:numPr>' if heading else ""
    )
    keep = "<w:keepNext/>" if heading else ""
    pitch = (
        f'<w:spacing w:line="{FOOTER_PITCH.twips}" w:lineRule="exact"/>' if element.identifier == "page_number" else ""
    )
    indent = (
        f'<w:ind w:firstLineChars="{element.indent * 100}" w:firstLine="{element.indent * BODY_SIZE.twips}"/>'
        if element.indent
        else ""
    )
    aligned = f'<w:jc w:val="{element.alignment}"/>'
    outline = f'<w:outlineLvl w:val="{element.outline - 1}"/>' if heading else ""
    whole_width = '<w:spacing w:val="0"/>' if element.size != BODY_SIZE else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{element.style_id}"><w:name w:val="{element.style_name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{keep}{number}{pitch}{indent}{aligned}{outline}</w:pPr>"
        f"<w:rPr>{fonts(families[element.face])}{whole_width}{size(element.size.half_points)}</w:rPr></w:style>"
    )


BUILT_IN = {"Title", "Body Text", "heading 1", "heading 2", "heading 3", "heading 4"}


def role_style(role: CharacterRole, families: dict[Face, str]) -> str:
    """The character style of a part of a paragraph."""
    properties = f"<w:rPr>{fonts(families[role.face])}</w:rPr>" if role.face else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{role.style_id}">'
        f'<w:name w:val="{role.style_name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{properties}'
        "</w:style>"
    )


def styles(grid: Grid, families: dict[Face, str]) -> str:
    """All styles; nothing refers to a theme."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(families[Face.FANGSONG])}{size(BODY_SIZE.half_points)}"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
    )
    fixed = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    own = "".join(element_style(element, families) for element in ELEMENTS)
    roles = "".join(role_style(role, families) for role in CHARACTER_ROLES)
    return f"{XML}<w:styles {NAMESPACES}>{defaults}{normal(grid, families)}{fixed}{own}{roles}</w:styles>"


# --- the other parts --------------------------------------------------------------------------


def numbering() -> str:
    """One multilevel list, its levels linked to the built-in headings; nothing between mark and text."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form.number_format}"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{form.before}%{level + 1}{form.after}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="{2 * BODY_SIZE.twips}"/></w:pPr></w:lvl>'
        for level, form in enumerate(MARK_FORMS.values())
    )
    return (
        f'{XML}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f'{levels}</w:abstractNum><w:num w:numId="{LIST_ID}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings() -> str:
    """Word 2013 and later, facing pages with footers of their own, no squeezed punctuation."""
    options = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{2 * BODY_SIZE.twips}"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{options}</w:compat>"
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(families: dict[Face, str]) -> str:
    """The families in use, each with what stands in for it where it is missing."""
    entries = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="{ALTERNATIVES[family]}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for family in families.values()
    )
    return f"{XML}<w:fonts {NAMESPACES}>{entries}</w:fonts>"


def package(grid: Grid, families: dict[Face, str]) -> dict[str, bytes]:
    """All parts of the template by name."""
    parts = {
        "word/document.xml": document(grid),
        "word/styles.xml": styles(grid, families),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(families),
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{DOCUMENT_TYPE}.{PART_TYPES[name].content_type}+xml"/>'
        for name in parts
    )
    types = (
        f'{XML}<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    head = {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            *(
                (PART_TYPES[name].relationship, name.removeprefix("word/"))
                for name in parts
                if name != "word/document.xml"
            )
        ),
    }
    return {name: text.encode() for name, text in {**head, **parts}.items()}


def relationships(*targets: tuple[str, str]) -> str:
    """A relationships part; ids count from rId1 in the order given."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIP_TYPE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{entries}</Relationships>"
    )


def build(folder: Path = FOLDER) -> list[Path]:
    """Write the templates into the folder; returns their paths."""
    path = folder / "work_report.docx"
    parts = package(GRID_A, FONT_SETS["gb2312"])
    path.write_bytes(write_package({name: deflated(content) for name, content in parts.items()}))
    return [path]


if __name__ == "__main__":
    for written in build():
        print(written)
