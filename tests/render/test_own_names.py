"""Fields and figures in templates: printed in every part, refused with the nearest name, within the bounds."""

from __future__ import annotations

import pytest
from docx import Document

from renmin_docs import Template, TemplateError, WorkReport, update_report
from renmin_docs.check import check_template
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.package import parse_package
from renmin_docs.render.one_document import check_for
from renmin_docs.render.values.own_names import sample_values, uses_in
from tests.samples import report
from tests.templates import LOOP, packed, paragraph, parts, with_body

FIELDS = {
    "联系人": "张某某（{税收}）& <甲>",
    "机构": {"电话": "0551", "text": "文"},
    "项目": [
        {"名称": "加装电梯", "text": "1", "table": "表", "人员": [{"mark": "甲"}, {"mark": "乙"}]},
        {"名称": "修路", "text": "2", "table": "", "人员": []},
    ],
    "名单": ["丙", "丁"],
}
FIGURES = {"税收": {"value": "1.36亿元", "previous": "1.2亿元"}}
REPORT = report(title="总结", fields=FIELDS, figures=FIGURES, introduction="税收{税收}。")


def _lines(tmp_path, *paragraphs, made=REPORT):
    data = Template.from_bytes(with_body("{{ title }}", *paragraphs, *LOOP)).render(made)
    assert [*structural_faults(parse_package(data).parts)] == []
    (tmp_path / "made.docx").write_bytes(data)
    return [line.text for line in Document(str(tmp_path / "made.docx")).paragraphs][1:]


def _refused(*paragraphs, made=REPORT):
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", *paragraphs, *LOOP)).render(made)
    return [(finding.rule, finding.found, finding.expected) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ fields.联系人 }}", "张某某（1.36亿元）& <甲>"),
        ("{{ 字段.机构.text }}{{fields . 机构 . 电话}}", "文0551"),
        ("{{ figures.税收 }}，{{ 数据.税收.同比 }}", "1.36亿元，同比增长13.33%"),
        ("{% for a in fields.名单 %}{{ a }}{{ loop.index }}{% endfor %}", "丙1丁2"),
        ("{% for block in fields.项目 %}{{ block.text }}{{ block.table }}{% endfor %}", "1表2"),
        (
            "{% for a in fields.项目 %}{% for b in a.人员 %}{{ b.mark }}{% endfor %}{{ a.名称 }}{% endfor %}",
            "甲乙加装电梯修路",
        ),
        ("{% if fields.名单|length == 2 and fields.机构.电话 != '1' %}{{ fields.名单|last }}{% endif %}", "丁"),
        ("{% if 字段.联系人 %}{{ 字段.项目|length }}{% endif %}", "2"),
        ("{{ '字段.联系人' }}{# {{ 字段.无 }} #}", "字段.联系人"),
    ],
)
def test_a_template_prints_the_reports_own_names(tmp_path, tag, printed):
    assert _lines(tmp_path, tag)[0] == printed


def test_records_fill_the_rows_of_a_table_and_paragraphs(tmp_path):
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr/>{paragraph(cell)}</w:tc></w:tr>"
        for cell in ("{%tr for 项 in fields.项目 %}", "{{ 项.名称 }}", "{%tr endfor %}")
    )
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{rows}</w:tbl>'
    lines = _lines(tmp_path, table, "{%p for 项 in fields.项目 %}", "{{ 项.名称 }}", "{%p endfor %}")
    assert lines[:2] == ["加装电梯", "修路"]
    made = Document(str(tmp_path / "made.docx"))
    assert [row.cells[0].text for row in made.tables[0].rows] == ["加装电梯", "修路"]


def test_headers_and_text_boxes_are_filled_too():
    box = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent>'
    inside = box.format(paragraph("{{ fields.机构.电话 }}")) + "</v:textbox></v:shape></w:pict></w:r>"
    body = with_body("{{ title }}", f"<w:p>{inside}</w:p>", *LOOP)
    filled = parse_package(Template.from_bytes(body).render(REPORT)).parts["word/document.xml"].decode()
    assert ">0551<" in filled
    name = next(name for name in parts() if "footer" in name and b"PAGE" in parts()[name])
    footer = parts()[name].replace(
        b"</w:p>", b"<w:r><w:t>{{ fields.\xe8\x81\x94\xe7\xb3\xbb\xe4\xba\xba }}</w:t></w:r></w:p>", 1
    )
    data = Template.from_bytes(packed({**parts(), name: footer})).render(REPORT)
    assert "张某某（1.36亿元）" in parse_package(data).parts[name].decode()


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("{{ fields.联糸人 }}", ("template_variable", "fields.联糸人", "fields.联系人")),
        ("{{ 字段.机构.电活 }}", ("template_variable", "字段.机构.电活", "字段.机构.电话")),
        (
            "{% if fields.无 %}{% endif %}",
            ("template_variable", "fields.无", "fields.联系人、fields.机构、fields.项目、fields.名单"),
        ),
        ("{% for a in fields.项目 %}{{ a.名枰 }}{% endfor %}", ("template_variable", "a.名枰", "a.名称")),
        ("{{ fields.联系人.电话 }}", ("template_variable", "fields.联系人.电话", "")),
        ("{{ figures.税受 }}", ("template_variable", "figures.税受", "figures.税收")),
        ("{{ figures.税收.同比.占比 }}", ("template_variable", "figures.税收.同比.占比", "")),
        ("{{ figures.税收.其中 }}", ("unknown_style", "其中", "增长、同比、较上年、比上年、较上年同期、环比、中文")),
        ("{{ fields.机构 }}", ("template_whole", "fields.机构", "电话、text")),
        ("{{ fields.项目 }}", ("template_whole", "fields.项目", "名称、text、table、人员")),
        ("{% for a in fields.联系人 %}{{ a }}{% endfor %}", ("template_no_list", "fields.联系人", "@list_field")),
    ],
)
def test_what_the_report_has_not_is_refused_with_the_nearest_name(tag, found):
    assert _refused(tag) == [found]


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ("{{ fields }}", "template_whole"),
        ("{{ figures }}", "template_whole"),
        ("{{ fields['甲'] }}", "template_language"),
        ("{{ fields.items() }}", "template_language"),
        ("{{ fields.__class__.mro() }}", "template_language"),
        ("{% for a in figures %}{% endfor %}", "template_no_list"),
        ("{% for a in figures.税收 %}{% endfor %}", "template_no_list"),
        ("{% for a in fields.x %}{% for b in fields.y %}{% endfor %}{% endfor %}", "template_loop_apart"),
        (
            "{% for a in fields.x %}{% for b in a.y %}{% for c in a.z %}{% endfor %}{% endfor %}{% endfor %}",
            "template_loop_apart",
        ),
        ("{% for a in fields.x %}{% for b in blocks %}{% endfor %}{% endfor %}", "template_loop_apart"),
        ("{% for b in blocks %}{% for a in fields.x %}{% endfor %}{% endfor %}", "template_loop_apart"),
        (
            "{% for a in fields.x %}{% for a in a.x %}{% for b in fields.x %}{% endfor %}{% endfor %}{% endfor %}",
            "template_loop_apart",
        ),
    ],
)
def test_nothing_of_the_languages_bounds_is_loosened(tag, rule):
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", tag, *LOOP))
    assert rule in [finding.rule for finding in caught.value.findings]


@pytest.mark.parametrize("name", ["__class__", "items", "keys", "get", "mro"])
def test_an_attribute_is_a_name_of_the_data_and_never_one_of_python(name):
    assert [each[:2] for each in _refused(f"{{{{ fields.{name} }}}}")] == [("template_variable", f"fields.{name}")]
    assert [each[:2] for each in _refused(f"{{{{ fields.联系人.{name} }}}}")] == [
        ("template_variable", f"fields.联系人.{name}")
    ]


def test_an_empty_list_prints_nothing_and_asks_for_nothing(tmp_path):
    made = report(title="总结", fields={"项目": []})
    assert _lines(tmp_path, "{% for a in fields.项目 %}{{ a.名称 }}{% endfor %}。", made=made)[0] == "。"


def test_one_template_serves_reports_with_other_values_and_refuses_one_without():
    template = Template.from_bytes(with_body("{{ title }}", "{{ fields.甲 }}", *LOOP))
    for value in ("乙", "丙"):
        assert value in parse_package(template.render(report(fields={"甲": value}))).parts["word/document.xml"].decode()
    with pytest.raises(TemplateError):
        template.render(report())


def test_the_check_tries_a_template_without_a_report_and_with_one(tmp_path):
    body = (
        "{{ title }}",
        "{{ fields.联系人 }}{{ figures.税收.同比 }}",
        "{% for a in fields.项目 %}{{ a.名称 }}{% endfor %}",
        *LOOP,
    )
    (tmp_path / "ours.docx").write_bytes(with_body(*body))
    without = {finding.rule for finding in check_template(tmp_path / "ours.docx") if finding.severity == "error"}
    assert without <= {"text_lost", "native_missing"}
    found = check_template(tmp_path / "ours.docx", report(fields={"联糸人": "甲", "项目": [{"名": "乙"}]}))
    names = {finding.found for finding in found if finding.rule == "template_variable"}
    assert names == {"fields.联系人", "figures.税收.同比", "a.名称"}
    assert all(finding.place for finding in found if finding.rule == "template_variable")


def test_samples_have_a_value_for_every_use():
    asked = {"own:list:fields.a:x:p", "own:text:fields.a[].b:y:p", "own:any:fields.c.d:z:p", "own:text:figures.e.f:w:p"}
    values = sample_values(uses_in(asked))
    assert values == {
        "fields": {"a": [{"b": "fields.a[].b"}], "c": {"d": "fields.c.d"}},
        "figures": {"e:f": "figures.e.f"},
    }


def test_a_figure_that_the_template_prints_is_not_said_to_be_unmentioned(tmp_path):
    made = report(title="总结", figures={"税收": "1亿元", "网点": "3家"})
    (tmp_path / "ours.docx").write_bytes(with_body("{{ title }}{{ figures.税收 }}", *LOOP))
    assert [finding.place for finding in check_for(made, tmp_path / "ours.docx")] == ["figures.网点"]
    assert len(check_for(made)) == len(check_for(made, tmp_path / "none.docx")) == 2


def test_update_takes_what_a_template_prints_of_fields_for_no_text_of_the_report(tmp_path):
    (tmp_path / "ours.docx").write_bytes(with_body("{{ title }}", "联系人：{{ fields.联系人 }}", *LOOP))
    text = "单位: {名称: 甲街道}\n年度: 2022\n字段: {联系人: 张某某}\n模板: ours.docx\n主要工作: {正文: '{单位}好。'}\n"
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    WorkReport.load(tmp_path / "report.yaml").save(tmp_path / "report.docx")
    update = update_report(tmp_path / "report.yaml", tmp_path / "report.docx")
    assert (update.is_changed, update.edits, update.unplaced) == (False, (), ())
