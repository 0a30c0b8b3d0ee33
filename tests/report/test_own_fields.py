"""The fields that an office names itself: what they may hold, and that every way of a report keeps them."""

import json

import pytest
from pydantic import ValidationError

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from tests.samples import report

FIELDS = {
    "联系人": "张某某",
    "name": "键名与程序的键相同",
    "项目": [{"标题": "加装电梯", "body": ["甲"], "heading": "1"}, {"标题": "修路", "body": ["乙"], "heading": ""}],
    "机构": {"单位": {"电话": "0551-62345678"}, "columns": [{"heading": "甲"}], "figures": [{"name": "乙"}]},
    "空": [],
}


def test_numbers_become_texts():
    assert report(fields={"表": [{"序号": 1}, {"序号": 2}], "数": 3}).fields == {
        "表": ({"序号": "1"}, {"序号": "2"}),
        "数": "3",
    }


@pytest.mark.parametrize("keys", ["en", "zh"])
def test_a_data_file_keeps_them_whatever_their_names(tmp_path, keys):
    made = report(fields=FIELDS)
    (tmp_path / "report.yaml").write_text(report_to_yaml(made, keys=keys), encoding="utf-8")
    again = WorkReport.load(tmp_path / "report.yaml")
    assert again == made
    assert [*again.fields["项目"][0]] == ["标题", "body", "heading"]
    assert WorkReport.model_validate_json(made.model_dump_json()) == made
    assert made.replace(year=2023).next_year().fields == made.fields


def test_a_profile_has_them_for_all_its_reports_name_by_name(tmp_path):
    (tmp_path / "ours.profile.yaml").write_text("字段: {联系人: '张某某（{年度}）', 电话: '1'}\n", encoding="utf-8")
    text = "配置: ours.profile.yaml\n单位: {名称: 甲街道}\n年度: 2022\n字段: {电话: '2'}\n主要工作: {正文: 好。}\n"
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    assert WorkReport.load(tmp_path / "report.yaml").fields == {"联系人": "张某某（{年度}）", "电话": "2"}


@pytest.mark.parametrize(
    ("fields", "rule", "place"),
    [
        (["甲"], "wrong_type", "fields"),
        ({"甲": None}, "wrong_type", "fields.甲"),
        ({"甲": True}, "wrong_type", "fields.甲"),
        ({"甲": [["乙"]]}, "wrong_type", "fields.甲[0]"),
        ({"甲": "乙\u0001"}, "control_character", "fields.甲"),
        ({"甲": ["{乙"]}, "brace_unclosed", "fields.甲[0]"),
        ({"1甲": "乙"}, "figure_name", "fields"),
        ({"甲": {"乙 丙": "丁"}}, "figure_name", "fields.甲"),
        ({"甲": ["乙", {"丙": "丁"}]}, "field_list_mixed", "fields.甲"),
        ({"甲": [{"乙": "1"}, {"丙": "1"}]}, "records_ragged", "fields.甲[1]"),
        (
            {"甲": {"甲": {"甲": {"甲": {"甲": {"甲": {"甲": {"甲": {"甲": "乙"}}}}}}}}},
            "fields_deep",
            "fields" + ".甲" * 8,
        ),
        ({"税收": "甲"}, "field_and_figure", "fields.税收"),
    ],
)
def test_what_they_may_not_hold_is_named_at_its_place(tmp_path, fields, rule, place):
    with pytest.raises(ValidationError):
        report(fields=fields, figures={"税收": "1亿元"})
    data = {"organization": {"name": "甲街道"}, "year": 2022, "figures": {"税收": "1亿元"}, "fields": fields}
    (tmp_path / "report.json").write_text(json.dumps({**data, "achievements": {"body": "好。"}}), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / "report.json")
    found = [(finding.rule, finding.place) for finding in caught.value.findings]
    assert (rule, place) in found
    assert len(found) == 1 or rule == "wrong_type"
