"""The other parts of the templates: styles, numbering, settings, fonts, footers."""

from __future__ import annotations

from renmin_docs.numerals import MARK_FORMS
from renmin_docs.ooxml.names import RELATIONSHIPS, W
from renmin_docs.standard.elements import (
    BY_IDENTIFIER,
    CHARACTER_ROLES,
    CONTENTS_ELEMENTS,
    ELEMENTS,
    CharacterRole,
    Element,
)
from renmin_docs.standard.header import RED, RULE_BELOW_NUMBER, RULE_WEIGHT
from renmin_docs.standard.imprint import (
    IMPRINT_INDENT,
    IMPRINT_SIZE,
    INNER_RULE,
    OUTER_RULE,
)
from renmin_docs.standard.page import (
    BODY_DESCENT,
    BODY_SIZE,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_INDENT,
    TYPE_AREA_WIDTH,
    Grid,
)
from renmin_docs.standard.type import ALTERNATIVES, Face
from renmin_docs.units import Length
from renmin_docs.vocabulary import LINES

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"'
LIST_ID = 1
BUILT_IN = {"Title", "Body Text", "heading 1", "heading 2", "heading 3", "heading 4"}
BUILT_IN |= {element.style_name for element in CONTENTS_ELEMENTS}


# --- footers ----------------------------------------------------------------------------------


def footer(alignment: str) -> str:
    """The page number between dashes, one 字 in from the outer edge."""
    side = "right" if alignment == "right" else "left"
    properties = (
        f'<w:pPr><w:pStyle w:val="{BY_IDENTIFIER["page_number"].style_id}"/>'
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
    return f"<w:ftr {NAMESPACES}><w:p>{properties}{content}</w:p></w:ftr>"


# --- styles.xml -------------------------------------------------------------------------------


def fonts(family: str) -> str:
    """The family in all four slots: Latin letters, digits and quotes stay in it."""
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}" w:hint="eastAsia"/>'


LANGUAGES = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
"""Digits and % are Latin text. LibreOffice 7.4 breaks it like Chinese where its language is (8.|1%), so it is English,
as in the documents that Word's Chinese versions make."""


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
        f"{LANGUAGES}</w:rPr></w:style>"
    )


def element_style(element: Element, families: dict[Face, str]) -> str:
    """The paragraph style of one element: what it has of its own over Normal."""
    heading = element.outline > 0
    following = (
        f'<w:next w:val="{BY_IDENTIFIER["paragraph"].style_id}"/>' if heading or element.identifier == "title" else ""
    )
    custom = "" if element.style_name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{element.style_id}"><w:name w:val="{element.style_name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{paragraph_properties(element)}</w:pPr><w:rPr>{run_properties(element, families)}</w:rPr></w:style>"
    )


def paragraph_properties(element: Element) -> str:
    """The children of `w:pPr`, in the schema's order."""
    level = element.outline - 1
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{LIST_ID}"/></w:numPr>' if level >= 0 else ""
    characters = f'w:firstLineChars="{element.indent * 100}" w:firstLine="{element.indent * BODY_SIZE.twips}"'
    return "".join(
        (
            "<w:keepNext/>" if level >= 0 else "",
            "<w:pageBreakBefore/>" if element.new_page else "",
            number,
            BORDERS.get(element.identifier, ""),
            TABS.get(element.identifier, ""),
            pitch(element),
            INDENTS.get(element.identifier, f"<w:ind {characters}/>" if element.indent else ""),
            f'<w:jc w:val="{element.alignment}"/>',
            f'<w:outlineLvl w:val="{level}"/>' if level >= 0 else "",
        )
    )


def pitch(element: Element) -> str:
    """The line pitch where it is not the grid's, and the space above."""
    above = SPACES_ABOVE.get(element.identifier)
    before = f'w:before="{above.twips}" ' if above else ""
    if element.pitch is None:
        return ""
    if not element.pitch:
        return '<w:spacing w:line="240" w:lineRule="auto"/>'
    return f'<w:spacing {before}w:line="{element.pitch.twips}" w:lineRule="exact"/>'


def run_properties(element: Element, families: dict[Face, str]) -> str:
    """The children of `w:rPr`."""
    color = f'<w:color w:val="{element.color}"/>' if element.color != "000000" else ""
    whole_width = '<w:spacing w:val="0"/>' if element.size != BODY_SIZE else ""
    return f"{fonts(families[element.face])}{color}{whole_width}{size(element.size.half_points)}"


def border(side: str, weight: Length, color: str = "000000") -> str:
    """A rule on one side of a paragraph."""
    return f'<w:{side} w:val="single" w:sz="{weight.eighth_points}" w:space="0" w:color="{color}"/>'


RULE_SPACE = Length(RULE_BELOW_NUMBER - BODY_DESCENT)
SPACES_ABOVE = {"red_rule": RULE_SPACE, "rule_space": Length(RULE_SPACE + RULE_WEIGHT)}
BORDERS = {
    "red_rule": f"<w:pBdr>{border('top', RULE_WEIGHT, RED)}</w:pBdr>",
    "outer_rule": f"<w:pBdr>{border('top', OUTER_RULE)}</w:pBdr>",
    "inner_rule": f"<w:pBdr>{border('top', INNER_RULE)}</w:pBdr>",
    "printed_by": f"<w:pBdr>{border('bottom', OUTER_RULE)}</w:pBdr>",
}
TABS = {
    "printed_by": f'<w:tabs><w:tab w:val="right" w:pos="{Length(TYPE_AREA_WIDTH - IMPRINT_INDENT).twips}"/></w:tabs>',
    **dict.fromkeys(
        ("contents_1", "contents_2"),
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TYPE_AREA_WIDTH.twips}"/></w:tabs>',
    ),
}
HANGING = 2 * BODY_SIZE.twips
INDENTS = {
    **{
        key: f'<w:ind w:left="{Length(IMPRINT_INDENT + label).twips}" w:right="{IMPRINT_INDENT.twips}" '
        f'w:hanging="{Length(label).twips}"/>'
        for key, row in LINES["imprint"].items()
        for label in (len(row.line.label) * IMPRINT_SIZE,)
    },
    "printed_by": f'<w:ind w:firstLine="{IMPRINT_INDENT.twips}"/>',
    **{f"contents_{level}": f'<w:ind w:left="{level * HANGING}" w:hanging="{HANGING}"/>' for level in (1, 2)},
}


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
        f"{LANGUAGES}</w:rPr></w:rPrDefault><w:pPrDefault/>"
        "</w:docDefaults>"
    )
    fixed = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    own = "".join(element_style(element, families) for element in (*ELEMENTS, *CONTENTS_ELEMENTS))
    roles = "".join(role_style(role, families) for role in CHARACTER_ROLES)
    return f"<w:styles {NAMESPACES}>{defaults}{normal(grid, families)}{fixed}{own}{roles}</w:styles>"


# --- numbering.xml, settings.xml, fontTable.xml -----------------------------------------------


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
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
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
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{2 * BODY_SIZE.twips}"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{options}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(families: dict[Face, str]) -> str:
    """The families in use, each with what stands in for it where it is missing."""
    entries = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="{ALTERNATIVES[family]}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for family in families.values()
    )
    return f"<w:fonts {NAMESPACES}>{entries}</w:fonts>"
