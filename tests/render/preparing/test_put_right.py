"""Templates with slips: what is reported of them is the cause, once; and what is put right fills."""

from __future__ import annotations

import io

import pytest
from docx import Document

from renmin_docs import Template, TemplateError
from renmin_docs.check.sample import least_report
from tests.check.made import in_main, replaced
from tests.render.preparing.test_old_forms import complex_field, run, simple_field
from tests.templates import LOOP, changed, parts, with_body

FOR = LOOP[0]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (FOR, "{%p- for block in blocks %}", "tag_prefix"),
        (FOR, "{% p for block in blocks %}", "tag_prefix"),
        (FOR, "{%P for block in blocks %}", "tag_prefix"),
        (FOR, "{％p for block in blocks ％}", "tag_full_width"),
        (FOR, "{%p for block of blocks %}", "template_syntax"),
        (FOR, "{%p for block in block %}", "template_outside_loop"),
        (FOR, "{%p for blok in blocks %}", "template_outside_loop"),
        (FOR, "", "template_unpaired"),
        ("{%p endfor %}", "", "template_unclosed"),
        ("{{ title }}", "｛｛ title ｝｝", "tag_full_width"),
        ("{{ title }}", "{% vm %}{{ title }}", "template_language"),
        ("{{ title }}", "{{ title }}{{ block.text }}", "template_outside_loop"),
    ],
)
def test_one_slip_is_one_message(old, new, rule):
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(replaced(in_main(old, new)))
    assert [finding.rule for finding in caught.value.findings if finding.found != "blocks"] == [rule]


def test_the_open_half_of_a_pair_is_named():
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", FOR, "{%p if block.text %}", "{{ block.text }}", "{%p endfor %}"))
    assert [(each.rule, each.place) for each in caught.value.findings] == [
        ("template_unclosed", "“{% if block.text %}”")
    ]


def printed(template: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(Template.from_bytes(template).render(least_report()))).paragraphs]


def test_spaces_of_other_kinds_comments_and_old_forms_fill():
    field = (
        f"<w:p>{simple_field('MERGEFIELD 单位')}{complex_field(' MERGEFIELD year ', run('<w:t>«year»</w:t>'))}</w:p>"
    )
    body = ("{{ title }}", "{# 说明 #}", field, "{%p\u3000for block in blocks %}", LOOP[1], "{%p\xa0endfor %}")
    assert printed(with_body(*body))[1:] == ["样例街道2022", "一、样例一级标题", "样例正文"]


def test_a_merge_field_in_a_header_is_filled():
    header = parts()["word/footer1.xml"].decode()
    inner = header[header.index("<w:p") : header.rindex("</w:p>") + 6]
    filled = header.replace(inner, f"<w:p>{simple_field('MERGEFIELD organization')}</w:p>")
    made = Document(io.BytesIO(Template.from_bytes(changed(footer1=filled)).render(least_report())))
    footers = (made.sections[0].footer, made.sections[0].even_page_footer)
    assert "样例街道" in [each.text for footer in footers for each in footer.paragraphs]


def test_a_picture_s_line_is_as_high_as_the_picture():
    spacing = '<w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>'
    exact = f"<w:p>{spacing}<w:r><w:t>{{{{r block.picture }}}}</w:t></w:r></w:p>"
    sample = ('{%p if block.kind == "picture" %}', exact, "{%p endif %}")
    source = Template.from_bytes(with_body("{{ title }}", FOR, *sample, *LOOP[1:]))._prepared.sources
    (xml,) = source.values()
    assert 'w:line="240" w:lineRule="auto"' in xml
    assert "exact" not in xml
