"""Positions that follow from a report's text: tags of the engine's own in a template's paragraphs."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs import Template
from renmin_docs.ooxml.names import DRAWING, WORD_DRAWING, WORD_SHAPE, w
from renmin_docs.render.preparing.layout_tags import place
from renmin_docs.standard.elements import BY_IDENTIFIER
from tests.official import official
from tests.templates import LOOP, MAIN, W, changed, paragraph, parts_of, with_body

SHAPES = f'xmlns:wp="{WORD_DRAWING}" xmlns:a="{DRAWING}" xmlns:wps="{WORD_SHAPE}"'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984"/></w:sectPr>'


def placed(text: str, identifier: str, *, around: str = "{}", section: str = ""):
    """A paragraph of an element's style, with what the engine puts into it."""
    style = BY_IDENTIFIER[identifier].style_id
    xml = text if text.startswith("<") else paragraph(text, style)
    root = etree.fromstring(f"<w:document {W} {SHAPES}><w:body>{around.format(xml)}{section}</w:body></w:document>")
    place(root)
    return root


def attributes(root, name: str) -> dict[str, str]:
    (found,) = root.iter(w(name))
    return {etree.QName(key).localname: value for key, value in found.attrib.items()}


@pytest.mark.parametrize(
    ("text", "identifier", "right"),
    [
        ("{{ block.text }}", "issuer", "{{ block.right }}"),
        ("{{ each.text }}", "issue_date", "{{ each.right }}"),
        ("{{ block.text }}", "position", "{{ block.right }}"),
        ("{{ issuer }}", "issuer", "{{ signature.issuer }}"),
        ("{{ issue_date }}", "issue_date", "{{ signature.issue_date }}"),
    ],
)
def test_the_signature_gets_its_right_indent_in_the_loop_and_outside_it(text, identifier, right):
    assert attributes(placed(text, identifier), "ind") == {"right": right, "firstLine": "0"}


def test_names_of_attachments_hang():
    found = attributes(placed("{{ block.lead }}{{ block.text }}", "attachment_item"), "ind")
    assert found == {"left": "{{ block.left }}", "hanging": "{{ block.hanging }}"}


@pytest.mark.parametrize("identifier", ["issuer", "issue_date", "attachment_item", "issuers"])
def test_a_paragraph_without_a_tag_stays_as_it_is(identifier):
    root = placed("固定文字", identifier)
    assert not [*root.iter(w("ind")), *root.iter(w("tabs"))]


def test_a_row_of_organs_gets_a_centred_tab_stop_for_each():
    (tabs,) = placed("{{ block.text }}", "issuers").iter(w("tabs"))
    assert tabs.text == "{% for center in block.centers %}"
    assert (tabs[0].get(w("val")), tabs[0].get(w("pos")), tabs[0].tail) == ("center", "{{ center }}", "{% endfor %}")


def test_a_row_of_signatories_gets_its_tab_stop():
    assert attributes(placed("{{ row.number }}", "signatory_row"), "tab")["pos"] == "{{ header.signatory_tab }}"


def test_the_mark_gets_its_pitch_and_every_run_its_size():
    root = placed("{{ issuer.name }}", "issuer_mark")
    assert attributes(root, "spacing") == {"line": "{{ header.mark_pitch }}", "lineRule": "exact"}
    assert attributes(root, "sz") == attributes(root, "szCs") == {"val": "{{ header.mark_size }}"}
    assert not [*root.iter(w("jc"))]


def test_organs_beside_a_word_are_as_wide_as_the_longest():
    root = placed("{{ issuer.name }}", "issuer_mark", around="<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>")
    assert attributes(root, "jc") == {"val": "distribute"}
    assert attributes(root, "ind") == {"left": "{{ header.mark_indent }}", "right": "{{ header.mark_indent }}"}
    word = placed("{{ header.suffix }}", "issuer_mark", around="<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>")
    assert not [*word.iter(w("jc"))]


def test_a_size_that_a_run_has_gives_way():
    style = BY_IDENTIFIER["issuer_mark"].style_id
    xml = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:sz w:val="88"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    )
    assert attributes(placed(xml, "issuer_mark"), "sz") == {"val": "{{ header.mark_size }}"}


def box(relative: str = "margin", align: str = "bottom") -> str:
    style = BY_IDENTIFIER["imprint_space"].style_id
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><wp:anchor><wp:positionV relativeFrom="{relative}">'
        f'<wp:align>{align}</wp:align></wp:positionV><wp:extent cx="1" cy="2"/><a:ext cx="1" cy="2"/>'
        '<wps:bodyPr bIns="0"/></wp:anchor></w:r></w:p>'
    )


def test_the_box_of_the_imprint_gets_its_height_and_its_place_from_the_papers_edge():
    root = placed(box(), "imprint_space", section=SECTION)
    assert attributes(root, "spacing")["line"] == "{{ imprint.height_twips }}"
    for name in (f"{{{WORD_DRAWING}}}extent", f"{{{DRAWING}}}ext"):
        assert [each.get("cy") for each in root.iter(name)] == ["{{ imprint.height }}"]
    assert [each.get("bIns") for each in root.iter(f"{{{WORD_SHAPE}}}bodyPr")] == ["{{ imprint.below }}"]
    (position,) = root.iter(f"{{{WORD_DRAWING}}}positionV")
    assert position.get("relativeFrom") == "page"
    assert [etree.QName(child).localname for child in position] == ["posOffset"]
    assert position[0].text == f"{{{{ {(16838 - 1984) * 635} - imprint.height }}}}"


@pytest.mark.parametrize(
    ("xml", "section"),
    [(box(), ""), (box("page"), SECTION), (box(align="top"), SECTION), (box(), "<w:sectPr/>")],
    ids=["no section", "on the page", "at the top", "no margins"],
)
def test_a_box_that_a_clerk_put_elsewhere_stays_there(xml, section):
    root = placed(xml, "imprint_space", section=section)
    (position,) = root.iter(f"{{{WORD_DRAWING}}}positionV")
    assert position.get("relativeFrom") == etree.fromstring(f"<x {W} {SHAPES}>{xml}</x>").find(
        ".//*[@relativeFrom]"
    ).get("relativeFrom")
    assert etree.QName(position[0]).localname == "align"


def test_a_clerks_own_signature_outside_the_loop_stands_where_the_formula_says(tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(
        with_body("{{ title }}", *LOOP, paragraph("{{ issuer }}", "Issuer"), paragraph("{{ issue_date }}", "IssueDate"))
    )
    data = official(header=None).to_bytes(template=Template.open(path))
    root = etree.fromstring(parts_of(data)[MAIN])
    assert [each.get(w("right")) for each in root.iter(w("ind"))] == ["628", "0"]
    assert changed() != data
