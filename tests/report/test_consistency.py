"""What one part of a report says of another: errors first, each with the place that the text stands in."""

from datetime import date

import pytest

from renmin_docs import Chapter, Organization, Point
from tests.samples import report


def _found(**parts):
    return [(finding.rule, finding.place) for finding in report(title="总结", **parts).check()]


@pytest.mark.parametrize(
    ("parts", "places"),
    [
        ({"title": "人民街道2021年工作总结"}, ["title"]),
        ({"title": "人民街道二〇二一年工作总结"}, ["title"]),
        ({"title": "人民街道2022年工作总结（较2019年）"}, []),
        ({"achievements": Chapter(heading="2021年工作情况", body="文")}, ["achievements.heading"]),
        ({"plans": Chapter(heading="2022年下步打算", body="文")}, []),
        ({"plans": Chapter(heading="2024年打算", body="文")}, ["plans.heading"]),
        ({"others": [Chapter(heading="2019年以来", after="plans")]}, []),
        (
            {
                "title": "青山镇2022年政府工作报告",
                "achievements": Chapter(heading="2021年工作回顾", body="文"),
                "plans": Chapter(heading="2022年工作安排", body="文"),
            },
            [],
        ),
        (
            {
                "achievements": Chapter(heading="2021年工作回顾", body="文"),
                "plans": Chapter(heading="2022年工作安排", body="文"),
            },
            ["achievements.heading"],
        ),
        ({"issue_date": date(2021, 12, 31)}, ["issue_date"]),
        ({"issue_date": date(2023, 1, 5)}, []),
        ({"issue_date": "（待填写）"}, []),
    ],
)
def test_what_was_given_for_another_year_is_named(parts, places):
    rules = ("year_other", "date_early")
    assert [finding.place for finding in report(**parts).check() if finding.rule in rules] == places


def test_a_report_of_another_year_is_told_of_what_was_given_for_this_one():
    made = report(title="人民街道2022年工作总结", issue_date=date(2022, 12, 5)).replace(year=2023)
    assert {finding.place for finding in made.check() if finding.rule in ("year_other", "date_early")} == {
        "title", "issue_date",
    }  # fmt: skip


def test_a_sound_report_has_no_findings():
    assert report(plans=Chapter(body="文"), figures={"shops": "600余家"}, conclusion="共{shops}。").check() == []


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"introduction": "{a}"}, "introduction"),
        ({"introduction": ["文", "{a}"]}, "introduction[1]"),
        ({"conclusion": "文\n{a}"}, "conclusion[1]"),
        ({"achievements": Chapter(heading="{a}")}, "achievements.heading"),
        ({"achievements": Chapter(body=["文", "{a}"])}, "achievements.body[1]"),
        ({"achievements": Chapter(body=["文", Point(lead="{a}")])}, "achievements.body[1].lead"),
        ({"achievements": Chapter(body=[Point(heading="{a}")])}, "achievements.body[0].heading"),
        ({"plans": [Chapter(heading="甲"), Chapter(heading="乙", body=["文", "{a}"])]}, "plans[1].body[1]"),
        ({"others": Chapter(heading="{a}", after="plans")}, "others[0].heading"),
    ],
)
def test_an_unknown_figure_is_named_with_its_place(parts, place):
    assert ("unknown_figure", place) in _found(**parts)


def test_the_title_is_text_too():
    assert ("unknown_figure", "title") in [(each.rule, each.place) for each in report(title="{a}").check()]


def test_an_unknown_figure_brings_the_nearest_names():
    figures = {"shops": "7家", "shop_area": "3家", "growth": "1%"}
    (finding, *_) = report(figures=figures, conclusion="{shop}、{growth}").check()
    assert finding.expected.split("、")[0] == "shops"
    assert "growth" not in finding.expected


def test_errors_come_before_warnings_and_these_before_notices():
    made = report(marks=["1.", "一、"], introduction=["汉 字", "{a}"], figures={})
    assert [finding.severity for finding in made.check()] == ["error", "warning", "warning", "notice"]


def test_parts_that_do_not_add_up_are_named_at_the_figure():
    figures = {"firms": {"total": "7家", "parts": {"甲": "3家", "乙": "3家"}}}
    assert ("parts_disagree", "figures.firms") in _found(figures=figures, conclusion="{firms}")


def test_a_style_that_a_figure_does_not_have_is_an_error():
    assert ("unknown_style", "conclusion") in _found(figures={"a": "7家"}, conclusion="{a:没有}")


def test_a_title_that_promises_plans_wants_plans():
    assert [finding.rule for finding in report().check()] == ["title_promises_plans"]
    assert report(plans=Chapter(body="文")).check() == []


def test_marks_out_of_the_standards_order_are_a_notice():
    assert _found(marks=["一、", "1.", "（一）"]) == [("ladder_order", "marks")]
    assert _found(marks=["一、", "1.", "（1）"]) == []


# --- a space between Chinese characters -------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["坚持 人民", "坚持， 人民", "“坚持” 人民", "坚持  人民", "一—— 二", "𠮷 𠮷", "（一） 甲"]
)
def test_a_space_between_chinese_characters_is_a_warning(text):
    (finding,) = report(title="总结", introduction=f"街道{text}。").check()
    assert (finding.rule, finding.severity, finding.place) == ("space_between_chinese", "warning", "introduction")
    assert text in finding.found


@pytest.mark.parametrize("text", ["用 Word 写", "A B", "甲　乙", "甲\t乙", " 甲", "甲 ", "甲 A 乙", "甲 \u00a0 乙"])
def test_other_spaces_are_left_alone(text):
    rules = {rule for rule, _ in _found(introduction=f"{text}")}
    assert "space_between_chinese" not in rules


def test_names_of_organisations_may_have_spaces():
    made = report(organization=Organization(name="人民 街道"), title="总结")
    assert made.check() == []


def test_a_folded_text_of_yaml_is_caught(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "organization: {name: 街道}\nyear: 2022\ntitle: 总结\n"
        "achievements:\n  body: >-\n    街道坚持\n    人民至上。\n",
        encoding="utf-8",
    )
    (finding,) = type(report()).load(path).check()
    assert (finding.rule, finding.place) == ("space_between_chinese", "achievements.body")
    assert "坚持 人民" in finding.found
