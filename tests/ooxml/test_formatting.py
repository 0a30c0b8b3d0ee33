"""How runs and paragraphs look in the end, through styles and defaults."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Stylesheet
from tests.templates import W

STYLES = etree.fromstring(
    f"<w:styles {W}>"
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/><w:color w:val="111111"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="both"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Times" w:eastAsia="仿宋"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr>'
    '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="d"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
    '<w:style w:type="character" w:styleId="e"><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>'
    "</w:styles>"
)


def paragraph(properties: str = "", run: str = ""):
    return etree.fromstring(f"<w:p {W}><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr></w:r></w:p>")


B = '<w:pStyle w:val="b"/>'


@pytest.mark.parametrize(
    ("properties", "run", "name", "attribute", "value"),
    [
        ("", "", "sz", "val", "21"),
        (B, "", "sz", "val", "32"),
        (B, '<w:sz w:val="44"/>', "sz", "val", "44"),
        (B, "", "rFonts", "eastAsia", "仿宋"),
        (B, '<w:rStyle w:val="e"/>', "rFonts", "eastAsia", "楷体"),
        (B, '<w:rStyle w:val="e"/>', "rFonts", "ascii", "Times"),
        (B, '<w:rFonts w:hint="eastAsia"/>', "rFonts", "eastAsia", "仿宋"),
        ('<w:pStyle w:val="none"/>', "", "color", "val", "111111"),
        ('<w:pStyle w:val="c"/>', "", "sz", "val", "21"),
        ("", "", "spacing", "val", ""),
    ],
)
def test_a_run_takes_what_is_said_nearest(properties, run, name, attribute, value):
    (found,) = paragraph(properties, run).iter(w("r"))
    assert Formatting(STYLES).of_run(found, name, attribute) == value


def test_a_paragraph_takes_its_styles_property_and_its_own():
    formatting = Formatting(STYLES)
    assert formatting.of_paragraph(paragraph(B), "jc") == "both"
    assert formatting.of_paragraph(paragraph(B + '<w:jc w:val="left"/>'), "jc") == "left"
    assert formatting.switch(paragraph(B), "snapToGrid", default=True) is False
    assert formatting.switch(paragraph(), "snapToGrid", default=True) is True


def test_without_styles_nothing_is_said():
    assert Formatting(None).of_paragraph(paragraph(B), "jc") == ""


def test_a_circle_of_styles_ends():
    assert list(Stylesheet(STYLES).chain("c")) == ["c", "d"]


def test_what_a_style_inherits_does_not_depend_on_what_was_asked_before():
    styles = "".join(f'<w:style w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>' for at in range(60))
    styles += '<w:style w:styleId="s60"><w:pPr><w:jc w:val="left"/></w:pPr></w:style>'
    sheet = Stylesheet(etree.fromstring(f"<w:styles {W}>{styles}</w:styles>"))
    owners = [found and found[1] for found in (sheet.with_owner(each, "pPr/jc") for each in ("s0", "s30", "s60"))]
    assert owners == [None, "s60", "s60"]  # the first is too far away


# --- lists, tables, themes --------------------------------------------------------------------

NUMBERING = etree.fromstring(
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:pStyle w:val="h"/><w:pPr><w:ind w:left="840"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="99"/></w:pPr></w:lvl></w:lvlOverride></w:num>'
    "</w:numbering>"
)
STYLED = etree.fromstring(
    f"<w:styles {W}>"
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
    '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="i"><w:basedOn w:val="h"/><w:pPr><w:ind w:left="5"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="t"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'
    "</w:style>"
    "</w:styles>"
)


@pytest.mark.parametrize(
    ("properties", "left"),
    [
        ("", ""),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "720"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', "99"),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>', "840"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="3"/>', "3"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>', ""),
        ('<w:pStyle w:val="h"/>', "840"),  # the level names the style
        ('<w:pStyle w:val="i"/>', "5"),
        ('<w:pStyle w:val="i"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "720"),
    ],
)
def test_a_list_brings_the_indents_of_its_level(properties, left):
    assert Formatting(STYLED, NUMBERING).of_paragraph(paragraph(properties), "ind", "left") == left


def test_what_stands_in_a_table_takes_the_tables_style_where_nothing_nearer_says_otherwise():
    own = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr></w:r></w:p>'
    inner = f"<w:tr><w:tc><w:p><w:r/></w:p>{own}</w:tc></w:tr>"
    table = etree.fromstring(f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>{inner}</w:tbl>')
    formatting = Formatting(STYLED)
    assert [formatting.of_run(run, "sz") for run in table.iter(w("r"))] == ["18", "44"]
    assert [formatting.of_paragraph(each, "jc") for each in table.iter(w("p"))] == ["center", "left"]


@pytest.mark.parametrize(
    ("run", "family"),
    [
        ("", "等线"),
        ('<w:rFonts w:eastAsia="仿宋"/>', "仿宋"),
        ('<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"/>', "等线"),  # the theme wins
        ('<w:rFonts w:eastAsiaTheme="none"/>', ""),
    ],
)
def test_a_font_of_the_theme_is_the_family_that_it_stands_for(run, family):
    (found,) = paragraph("", run).iter(w("r"))
    assert Formatting(STYLED, None, {"minorEastAsia": "等线"}).font(found) == family
