"""How runs and paragraphs look in the end, through styles and defaults."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_chain, styles_by_id
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
    assert [style.get(w("styleId")) for style in style_chain(styles_by_id(STYLES), "c")] == ["c", "d"]
