"""The patterns of title and headings: what the report makes by itself, and what an office sets in its place."""

import pytest
from pydantic import ValidationError

from renmin_docs import Chapter, WorkReport
from renmin_docs.report.headings import Headings, from_pattern


def _report(**more):
    data = {"organization": {"name": "人民街道"}, "year": 2022, "achievements": Chapter(body="文"), **more}
    return WorkReport.model_validate(data)


def test_a_title_pattern_makes_the_title_where_the_report_brings_none():
    assert _report(title_pattern="关于{name}{period}工作的报告").title == "关于人民街道2022年工作的报告"
    assert _report(title_pattern="{ name }{next_period}打算").title == "人民街道2023年打算"
    assert _report(title_pattern="{name}", title="总结").title == "总结"


def test_heading_patterns_serve_the_chapters_that_have_no_heading():
    headings = {"achievements": "{period}怎么样", "plans": "{next_period}怎么办"}
    report = _report(headings=headings, plans={"body": "文"}, difficulties={"heading": "难处", "body": "文"})
    assert [chapter.heading for chapter in report.chapters] == ["2022年怎么样", "难处", "2023年怎么办"]


def test_headings_that_are_left_out_are_the_librarys():
    report = _report(headings={"plans": "打算"}, difficulties={"body": "文"})
    assert report.achievements[0].heading == "2022年工作开展情况"
    assert report.difficulties[0].heading == Headings().difficulties


def test_braces_of_names_and_double_braces_of_patterns_stay_text():
    report = WorkReport.model_validate(
        {
            "organization": {"name": "{甲}街道"},
            "year": 2022,
            "title_pattern": "{{{name}}}",
            "achievements": {"body": "文"},
        }
    )
    assert report.title == "{{{{甲}}街道}}"
    assert report.check() == []


@pytest.mark.parametrize(
    ("key", "pattern"),
    [
        ("title_pattern", "{nam}总结"),
        ("title_pattern", "{name:中文}总结"),
        ("title_pattern", "{name总结"),
        ("title_pattern", "{}总结"),
    ],
)
def test_other_names_in_a_pattern_are_refused(key, pattern):
    with pytest.raises(ValidationError):
        _report(**{key: pattern})


def test_a_heading_has_no_name_and_no_second_line():
    for pattern in ("{name}打算", "打算\n续"):
        with pytest.raises(ValidationError):
            _report(headings={"plans": pattern})


def test_what_stands_in_a_pattern_alone_is_filled():
    assert from_pattern("{period}、{时段}", {"period": "2022年", "时段": "{甲}"}) == "2022年、{{甲}}"
    assert from_pattern("{{period}}", {}) == "{{period}}"
