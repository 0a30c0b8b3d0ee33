"""The contents page of a report made with a template: its headings, as the field's switches and the styles say."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from renmin_docs import Template, TemplateError, WorkReport
from renmin_docs.ooxml.names import W, w
from renmin_docs.render.preparing.contents_entries import levels_of
from renmin_docs.render.preparing.prepared import PLACEHOLDER
from tests.render.preparing.test_old_forms import complex_field, run, simple_field
from tests.templates import LOOP, MAIN, changed, parts, parts_of

REPORT = WorkReport.model_validate(
    {
        "organization": {"name": "青山街道"},
        "year": 2022,
        "achievements": [
            {"heading": "工作R&D{{1}}", "body": [{"heading": "党建有力", "body": "学习24次。"}]},
            {"heading": "民生", "body": "改造小区3个。"},
        ],
    }
)
STYLES = "word/styles.xml"
BOTH = [("一、工作R&D{1}", "11"), ("（一）党建有力", "12"), ("二、民生", "11")]


def template(contents: str, *, styles: str = "") -> Template:
    """The least template with a contents page before its loop, and styles named `toc 1` and `toc 2`."""
    lines = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("{{ title }}", *LOOP))
    names = "".join(
        f'<w:style w:type="paragraph" w:styleId="1{level}"><w:name w:val="{name} {level}"/></w:style>'
        for name in filter(None, (styles,))
        for level in (1, 2)
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{contents}{lines}</w:body></w:document>'
    without = re.sub(rb'<w:style [^>]*w:styleId="TOC\d">.*?</w:style>', b"", parts()[STYLES])
    return Template.from_bytes(
        changed(document=document, styles=without.replace(b"</w:styles>", names.encode() + b"</w:styles>"))
    )


def paragraphs_of(made: bytes) -> list[tuple[str, str]]:
    """Text and style of each paragraph up to the title."""
    root = etree.fromstring(parts_of(made)[MAIN])
    found = []
    for paragraph in root.iter(w("p")):
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        if text.startswith("青山街道"):
            break
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        found.append((text, "" if style is None else style.get(w("val"))))
    kinds = [each.get(w("fldCharType")) for each in root.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert next(root.iter(w("fldChar"))).get(w("dirty")) == "true"
    return found


OLD = complex_field(' TOC \\o "1-3" \\h ', run("<w:t>{{ 旧条目 }}</w:t>"))
OVER_TWO = OLD.replace("{{ 旧条目 }}</w:t></w:r>", "甲</w:t></w:r></w:p><w:p><w:r><w:t>{% 乙</w:t></w:r>")
DEEP = simple_field("TOC \\o &quot;3-4&quot;")
CONTROL = f"<w:sdt><w:sdtContent><w:p>{OVER_TWO}</w:p></w:sdtContent></w:sdt>"

INSERTED = OLD.replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>")


@pytest.mark.parametrize(
    "contents",
    [
        f"<w:p>{OLD}</w:p>",
        f"<w:p>{OVER_TWO}</w:p>",
        f"<w:p>{simple_field('TOC')}</w:p>",
        CONTROL,
        f"<w:p>{INSERTED}</w:p>",
    ],
)
def test_a_contents_field_has_the_headings_with_their_marks_however_it_is_written(contents):
    made = template(contents, styles="toc").render(REPORT)
    assert paragraphs_of(made) == BOTH


def test_the_entries_have_their_marks_also_where_word_counts_the_headings():
    ours = parts()[MAIN].decode().replace("<w:body>", f"<w:body><w:p>{OLD}</w:p>")
    made = Template.from_bytes(changed(document=ours)).render(REPORT, numbering="native")
    assert [text for text, _ in paragraphs_of(made)] == [text for text, _ in BOTH]
    assert parts_of(made)[MAIN].decode().count("一、") == 1


def test_the_entries_keep_the_look_of_the_field_where_the_template_has_no_styles_for_them():
    looks = '<w:pPr><w:pStyle w:val="Note"/><w:pageBreakBefore/></w:pPr>'
    made = template(f"<w:p>{looks}{OLD}</w:p>").render(REPORT)
    assert paragraphs_of(made) == [(text, "Note") for text, _ in BOTH]
    assert parts_of(made)[MAIN].count(b"pageBreakBefore") == 1


def test_text_behind_the_field_stays_behind_the_entries():
    made = template(f"<w:p>{OLD}{run('<w:t>（完）</w:t>')}</w:p>").render(REPORT)
    assert [text for text, _ in paragraphs_of(made)] == ["一、工作R&D{1}", "（一）党建有力", "二、民生（完）"]


def test_contents_without_an_entry_keep_their_placeholder():
    made = template(f"<w:p>{DEEP}</w:p>").render(REPORT)
    assert paragraphs_of(made) == [(PLACEHOLDER, "")]


@pytest.mark.parametrize(
    ("code", "levels"),
    [
        ("TOC", {1: 1, 2: 2, 3: 3, 4: 4}),
        (r"TOC \u", {1: 1, 2: 2, 3: 3, 4: 4}),
        (r'TOC \O "2 - 3" \h \z \u', {2: 2, 3: 3}),
        (r'TOC \h \z \t "一级标题,1,标题 2,3"', {1: 1, 2: 3}),
        (r'TOC \o "1-1" \t "Heading 3;2;我的样式;4"', {1: 1, 3: 2, 4: 4}),
        (r'TOC \t "一级标题,,x"', {}),
        (r'TOC \h \z \c "表"', {}),
        (r"TOC \f", {}),
    ],
)
def test_the_switches_tell_which_headings_are_entries_of_which_level(code, levels):
    assert levels_of(code) == {f"heading_{heading}": level for heading, level in levels.items()}


def test_a_section_that_ends_with_the_contents_ends_behind_their_last_entry():
    section = "<w:pPr><w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:pPr>"
    for contents in (
        f"<w:p>{section}{OLD}</w:p>",
        f"<w:p>{OVER_TWO}</w:p>".replace("</w:p><w:p>", f"</w:p><w:p>{section}"),
    ):
        root = etree.fromstring(parts_of(template(contents).render(REPORT))[MAIN])
        (holder,) = [each for each in root.iter(w("p")) if each.find(f"{w('pPr')}/{w('sectPr')}") is not None]
        before = "".join(text.text for each in holder.itersiblings(preceding=True) for text in each.iter(w("t")))
        behind = "".join(text.text or "" for each in holder.itersiblings() for text in each.iter(w("t")))
        assert "党建有力" in before
        assert behind.startswith("青山街道")


def test_an_entry_is_no_proof_that_its_heading_is_printed():
    body = f"<w:p>{OLD}</w:p>"
    lines = ("{{ title }}", LOOP[0], '{%p if block.kind == "paragraph" %}', "{{ block.text }}", "{%p endif %}", LOOP[2])
    shown = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in lines)
    document = f'<w:document xmlns:w="{W}"><w:body>{body}{shown}</w:body></w:document>'
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(changed(document=document)).render(REPORT)
    assert {finding.rule for finding in caught.value.findings} == {"text_lost"}
