"""Sections made from a template's own: upright, beginning on an even page, and turned."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from renmin_docs.ooxml.names import RELATIONSHIPS, w
from renmin_docs.render.preparing.sections import sections_of
from renmin_docs.standard.page import GRID_A
from tests.templates import MAIN, W, parts

R = f'xmlns:r="{RELATIONSHIPS}"'


def own_section():
    section = etree.fromstring(parts()[MAIN]).find(f"{w('body')}/{w('sectPr')}")
    assert section is not None
    return section


def made(extra: str = "", footers: int = 2):
    section = own_section()
    for child in etree.fromstring(f"<x {W} {R}>{extra}</x>"):
        section.append(child)
    roots = [etree.fromstring(parts()[f"word/footer{number}.xml"]) for number in (1, 2)]
    ids = [each.get(f"{{{RELATIONSHIPS}}}id") for each in section.findall(w("footerReference"))]
    return sections_of(section, dict(list(zip(ids, roots, strict=True))[:footers]))


def attributes(xml: str, name: str) -> dict[str, str]:
    found = etree.fromstring(xml).find(w(name))
    return {etree.QName(key).localname: value for key, value in found.attrib.items()}


def test_a_turned_page_has_the_same_type_area_on_its_side():
    sections = made()
    size, margins = attributes(sections.landscape, "pgSz"), attributes(sections.landscape, "pgMar")
    assert (size["w"], size["h"], size["orient"]) == ("16838", "11906", "landscape")
    upright = {side: str(getattr(GRID_A, side).twips) for side in ("top", "right", "bottom", "left")}
    assert {side: margins[side] for side in upright} == {
        "top": upright["left"],
        "right": upright["top"],
        "bottom": upright["right"],
        "left": upright["bottom"],
    }
    assert (sections.width, sections.height) == (8845, 12756)


def test_each_section_says_where_it_begins():
    sections = made()
    kinds = {name: attributes(getattr(sections, name), "type")["val"] for name in ("portrait", "even", "landscape")}
    assert kinds == {"portrait": "nextPage", "even": "evenPage", "landscape": "nextPage"}
    for name in kinds:
        children = [etree.QName(child).localname for child in etree.fromstring(getattr(sections, name))]
        assert children == ["footerReference", "footerReference", "type", "pgSz", "pgMar", "docGrid"]


def test_a_type_and_a_first_page_number_of_the_templates_own_are_not_repeated():
    sections = made('<w:type w:val="oddPage"/><w:pgNumType w:start="3"/>')
    for name in ("portrait", "even", "landscape"):
        xml = getattr(sections, name)
        assert xml.count("<w:type ") == 1
        assert "pgNumType" not in xml
    assert all('w:start="3"' in xml for xml in sections.begun.values())


def test_the_form_of_page_numbers_is_repeated_and_pages_that_are_counted_on_begin_nowhere():
    sections = made('<w:pgNumType w:fmt="numberInDash"/>')
    assert sections.begun == {}
    assert all("numberInDash" in xml for xml in (sections.portrait, sections.even, sections.landscape))


def test_footers_are_turned_and_referred_to_under_new_ids():
    sections = made()
    assert list(sections.footers) == ["rIdTurned1", "rIdTurned2"]
    assert re.findall(r'r:id="(\w+)"', sections.landscape) == ["rIdTurned1", "rIdTurned2"]
    for xml in sections.footers.values():
        root = etree.fromstring(xml)
        (direction,) = root.iter(w("textDirection"))
        assert direction.get(w("val")) == "tbRl"
        assert root[-1].tag == w("p")
        assert "PAGE" in "".join(root.itertext())


def test_a_footer_that_differs_from_report_to_report_is_left_as_it_is():
    sections = made(footers=1)
    assert list(sections.footers) == ["rIdTurned1"]
    assert re.findall(r'r:id="(\w+)"', sections.landscape)[0] == "rIdTurned1"
    assert re.findall(r'r:id="(\w+)"', sections.landscape)[1] in sections.portrait


@pytest.mark.parametrize("content", ["", "<w:p/>", '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p><w:p/>'])
def test_any_footer_can_be_turned(content):
    section = own_section()
    name = section.find(w("footerReference")).get(f"{{{RELATIONSHIPS}}}id")
    turned = etree.fromstring(
        sections_of(section, {name: etree.fromstring(f"<w:ftr {W}>{content}</w:ftr>")}).footers["rIdTurned1"]
    )
    assert [etree.QName(child).localname for child in turned] == ["tbl", "p"]
    assert len(turned.findall(f".//{w('tc')}/{w('p')}")) == max(1, content.count("<w:p>") + content.count("<w:p/>"))
