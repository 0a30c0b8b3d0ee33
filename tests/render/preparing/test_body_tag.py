"""The body tag: a template of five tags in its own styles prints what the library's prints."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from renmin_docs import Attachment, Chapter, Table, Template
from renmin_docs.check import check_template
from renmin_docs.check.sample import PICTURE, samples, text_report
from renmin_docs.errors import TemplateError
from renmin_docs.render.preparing.body_tag import _OTHER_NAMES
from renmin_docs.standard.elements import BY_IDENTIFIER
from tests.printing import OFFICES, sdk_errors
from tests.samples import report
from tests.templates import with_body

CHINESE = ("{{ 题目 }}", "{{ 主送机关 }}", "{{ 正文 }}", "{{ 署名 }}", "{{ 成文日期 }}")
ENGLISH = ("{{ title }}", "{{ addressee }}", "{{ body }}", "{{ issuer }}", "{{ issue_date }}")
_DAY = date(2022, 12, 20)
_STYLES = ("公文标题", "一级标题", "标题 2", "公文正文", "落款")


def _template(tags, styles=_STYLES) -> bytes:
    """A template of an office's own, as python-docx makes it; the body tag is split over runs."""
    made = docx.Document()
    for name in styles:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(16)
    title, addressee, body, *signature = tags
    style = dict.fromkeys(("公文标题", "公文正文", "落款")) | {name: name for name in styles}
    made.add_paragraph(title, style["公文标题"])
    made.add_paragraph()
    made.add_paragraph(addressee, style["公文正文"])
    split = made.add_paragraph(style=style["公文正文"])
    split.add_run(body[:4])
    split.add_run(body[4:])
    made.add_paragraph()
    for each in signature:
        made.add_paragraph(each, style["落款"])
    return _bytes(made)


def _bytes(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraphs(data: bytes):
    return docx.Document(io.BytesIO(data)).paragraphs


def _texts(data: bytes) -> list[str]:
    root = docx.Document(io.BytesIO(data)).element
    return ["".join(str(text) for text in each.xpath(".//w:t/text()")) for each in root.iter(docx.oxml.ns.qn("w:p"))]


@pytest.mark.parametrize(
    ("tags", "styles"), [(CHINESE, _STYLES), (ENGLISH, _STYLES), (CHINESE, ())], ids=["zh", "en", "bare"]
)
def test_five_tags_print_what_the_librarys_template_prints(tmp_path, tags, styles):
    (tmp_path / "picture.png").write_bytes(PICTURE)
    template, ours = Template.from_bytes(_template(tags, styles)), Template.open("work_report")
    tried = ("@signature", "@table", "@picture", "@attachments", "@sealed", "@stamped")
    for each in samples(tmp_path):
        if each.term not in tried:
            continue
        made = each.report.model_copy(update={"addressee": ("样例区委",)})
        assert _texts(template.render(made)) == _texts(ours.render(made))


def test_blocks_are_in_the_templates_own_styles_and_the_others_in_the_librarys():
    made = text_report(addressee=("样例区委",), issue_date=date(2022, 12, 20))
    printed = _paragraphs(Template.from_bytes(_template(CHINESE)).render(made))
    styles = {each.text: each.style.name for each in printed}
    assert styles["一、样例一级标题"] == "一级标题"
    assert styles["样例导语"] == styles["样例结束语"] == "公文正文"
    assert styles["样例街道办事处"] == styles["2022年12月20日"] == "落款"
    assert {"标题 2", "Heading 3", "公文正文"} <= {*styles.values()}


def test_what_has_no_indent_in_the_librarys_style_has_none_where_running_text_has():
    template = docx.Document(io.BytesIO(_template(CHINESE)))
    template.styles["公文正文"].paragraph_format.first_line_indent = Pt(32)
    made = docx.Document(io.BytesIO(Template.from_bytes(_bytes(template)).render(report())))
    for name in ("Table Text", "Table Caption", "Attachment Title", "Issuer Row"):
        assert made.styles[name].paragraph_format.first_line_indent == 0
        assert made.styles[name].base_style.name == "公文正文"


def test_a_look_of_the_tags_own_is_that_of_running_text():
    made = docx.Document()
    made.add_paragraph("{{ title }}")
    tag = made.add_paragraph()
    tag.paragraph_format.first_line_indent = Pt(32)
    tag.add_run("{{ body }}").font.size = Pt(15)
    printed = _paragraphs(Template.from_bytes(_bytes(made)).render(text_report()))
    style = next(each.style for each in printed if each.text == "样例结束语")
    assert (style.font.size, style.paragraph_format.first_line_indent) == (Pt(15), Pt(32))


@pytest.mark.sdk
def test_the_sdk_finds_nothing_in_a_document_of_the_tag(tmp_path):
    (tmp_path / "picture.png").write_bytes(PICTURE)
    made = next(each.report for each in samples(tmp_path) if each.term == "@attachments")
    path = tmp_path / "report.docx"
    path.write_bytes(Template.from_bytes(_template(CHINESE)).render(made))
    assert [sdk_errors(path, office) for office in OFFICES[:1]] == [[]]


def test_the_check_finds_no_fault_of_the_tag(tmp_path):
    path = tmp_path / "five.docx"
    path.write_bytes(_template(CHINESE))
    findings = check_template(path)
    assert not {each.rule for each in findings} & {"tag_missing", "style_missing", "style_unplaced", "signed_twice"}
    assert [each for each in findings if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("paragraph", "rule", "found"),
    [
        ("正文：{{ 正文 }}", "text_beside_tag", "正文："),
        ("{{ body }}{{ issuer }}", "text_beside_tag", "{{ issuer }}"),
        ("{{body}}</w:t>", "text_beside_tag", "</w:t>"),
    ],
)
def test_text_beside_the_tag_is_refused(paragraph, rule, found):
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", paragraph))
    assert [(each.rule, each.found) for each in caught.value.findings] == [(rule, found)]


def test_a_second_tag_is_refused():
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", "{{ body }}", "{{ 正文 }}", "{{ body }}"))
    assert [(each.rule, each.found) for each in caught.value.findings] == [
        ("body_twice", "{{ 正文 }}"),
        ("body_twice", "{{ body }}"),
    ]


def test_a_table_in_the_templates_own_style_of_cells_looks_like_it(tmp_path):
    (tmp_path / "picture.png").write_bytes(PICTURE)
    made = next(each.report for each in samples(tmp_path) if each.term == "@table")
    printed = Template.from_bytes(_template(CHINESE, (*_STYLES, "表文"))).render(made)
    styles = docx.Document(io.BytesIO(printed)).styles
    assert styles["Table Text"].base_style.name == "表文"
    assert styles["Table Head"].base_style.name == "公文正文"


@pytest.mark.parametrize(("styles", "is_turned"), [(_STYLES, False), ((*_STYLES, "表文"), True)])
def test_a_table_in_larger_type_lies_on_its_side_sooner(styles, is_turned):
    months = Table(columns=[f"{month}月" for month in range(1, 11)], rows=[[1234] * 10])
    printed = Template.from_bytes(_template(CHINESE, styles)).render(
        report(achievements=Chapter(body=["文。", months]))
    )
    sections = docx.Document(io.BytesIO(printed)).sections
    assert any(each.page_width > each.page_height for each in sections) == is_turned


def test_numbers_of_attachments_stand_below_one_another_in_the_templates_own_style():
    made = report(attachments=[Attachment(title="任务清单", body="文。"), Attachment(title="分解表")], issue_date=_DAY)
    printed = _paragraphs(Template.from_bytes(_template(CHINESE, (*_STYLES, "附件说明"))).render(made))
    items = [each for each in printed if each.style.name == "Attachment Item" and each.text]
    assert [each.text for each in items] == ["附件：1.任务清单", "2.分解表"]
    assert {each.style.base_style.name for each in items} == {"附件说明"}
    assert len({each.paragraph_format.left_indent for each in items} - {None}) == 1


def test_a_tag_in_a_footer_is_refused():
    made = docx.Document(io.BytesIO(_template(CHINESE)))
    made.sections[0].footer.paragraphs[0].text = "{{ 正文 }}"
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(_bytes(made))
    assert [(each.rule, each.found) for each in caught.value.findings] == [("body_outside_text", "{{ 正文 }}")]


def test_a_loops_own_variable_may_have_the_name():
    body = ("{{ title }}", "{%p for body in blocks %}", "{{ body.mark }}{{ body.text }}", "{%p endfor %}")
    assert "已完成。" in _texts(Template.from_bytes(with_body(*body)).render(report()))


@pytest.mark.parametrize("between", ["特此报告。", "{{ year }}"])
def test_a_signature_behind_a_fixed_text_stays_there_and_is_printed_once(between):
    made = text_report(issue_date=date(2022, 12, 20))
    data = with_body("{{ title }}", "{{ 正文 }}", between, "{{ 署名 }}", "{{ 成文日期 }}")
    texts = _texts(Template.from_bytes(data).render(made))
    assert texts[-2:] == ["样例街道办事处", "2022年12月20日"]
    assert texts.count("2022年12月20日") == 1


def test_the_names_of_styles_are_of_roles_that_there_are():
    assert {*_OTHER_NAMES} <= {*BY_IDENTIFIER}
