"""Numbers typed into text, held against the declared figures and one another."""

from __future__ import annotations

import pytest

from renmin_docs import Chapter, Point, literal
from renmin_docs.report.texts import PlacedText
from renmin_docs.report.typed_numbers import typed_numbers
from tests.samples import report


def found(text: str) -> list[tuple[str, object]]:
    return [(typed.printed, typed.figure.value) for typed in typed_numbers([PlacedText("x", text)])]


def warnings(**parts) -> list[tuple[str, str, str, str]]:
    findings = report(**parts).check()
    return [(f.rule, f.place, f.found, f.expected) for f in findings if f.severity == "warning" and f.place != "title"]


def test_typed_numbers_are_found_and_mentions_are_not():
    assert found("新增{firms}，共12家，增长{growth:同比}。") == [("12家", 12)]
    assert found("{n}家，{n}亿元") == []


def test_braces_that_are_text_hide_no_number():
    assert found(literal("{3家}")) == [("3家", 3)]


def test_a_typed_number_beside_a_declared_figure_is_named():
    assert warnings(
        figures={"turnover": "9.75亿元"},
        introduction="营业额{turnover}",
        conclusion=["共9.7亿元。", "共9.75亿元，另9.4亿元。"],
    ) == [("figure_beside", "conclusion[0]", "9.7亿元", "turnover = 9.75亿元")]


@pytest.mark.parametrize("text", ["9.75亿元", "97500万元", "975000000元", "9.75亿吨", "975家", "9.76万元"])
def test_the_same_value_or_another_unit_is_no_contradiction(text):
    assert warnings(figures={"turnover": "9.75亿元"}, introduction=f"营业额{{turnover}}，{text}") == []


def test_a_raw_value_knows_its_printed_form():
    raw = {"value": 10345, "unit": "万元"}
    assert (
        warnings(figures={"t": {"value": 103450000, "unit": "元", "scale": "亿"}}, introduction="{t}，即10345万元")
        == []
    ), raw


def test_growth_of_a_figure_is_declared_too():
    figures = {"t": {"value": 975000000, "previous": 881000000, "unit": "元"}}
    ((rule, _, typed, _),) = warnings(figures=figures, introduction="{t}，{t:同比}，增长10.7%")
    assert (rule, typed) == ("figure_beside", "10.7%")


def test_one_number_with_two_hedges_is_named_once_more():
    assert warnings(introduction=["整治300余次。", "整治近300次。", "整治300次。"]) == [
        ("hedges_differ", "introduction[1]", "近300次", "300余次 (introduction[0])")
    ]


def test_the_limits_of_two_classes_are_no_two_hedges_of_one_number():
    assert warnings(introduction="5000万元以上项目8个，5000万元以下项目10个，至少5000万元。") == []


def test_a_typed_hedge_that_differs_from_the_declared_one_is_named():
    ((rule, place, typed, beside),) = warnings(figures={"n": "300余次"}, introduction="{n}", conclusion="近300次")
    assert (rule, place, typed, beside) == ("figure_beside", "conclusion", "近300次", "n = 300余次")


def test_a_figure_that_no_text_mentions_is_named():
    assert warnings(figures={"n": "5家", "m": "6家"}, introduction="{n}") == [
        ("figure_unmentioned", "figures.m", "6家", "")
    ]


def test_headings_and_leads_are_read_too():
    chapter = Chapter(heading="投资9.7亿元", body=[Point(lead="引资9.8亿元")])
    places = [place for _, place, _, _ in warnings(figures={"t": "9.75亿元"}, introduction="{t}", achievements=chapter)]
    assert places == ["achievements.heading", "achievements.body[0].lead"]


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("约1200余人次参与义诊。", "hedges_stacked", "约1200余人次"),
        ("新增绿地13.5万余平方米。", "hedge_on_decimal", "13.5万余平方米"),
    ],
)
def test_a_number_that_is_written_wrong_is_a_warning_at_its_place(text, rule, found):
    ((named, place, shown, _),) = warnings(conclusion=["已完成。", text])
    assert (named, place, shown) == (rule, "conclusion[1]", found)


def test_a_number_that_is_written_wrong_is_named_once_and_not_for_its_hedge_too():
    found = warnings(introduction=["走访300余户。", "走访约300余户，再访约300余户。"])
    assert [(rule, place) for rule, place, _, _ in found] == [("hedges_stacked", "introduction[1]")]


@pytest.mark.parametrize(
    ("declared", "typed", "names"),
    [
        ("6.0:46.9:47.1", "6.0:46.9:48.1", ["r"]),
        ("6.0:46.9:47.1", "6.0∶46.9∶47.1", []),
        ("6.0:46.9:47.1", "6.5:47.2:46.3", []),
        ("1.86:1", "1.9:1", ["r"]),
        ("1.86:1", "1.68:1", ["r"]),
        ("1.86:1", "1.93:1", []),
        ("1:2.5", "1:4", []),
    ],
)
def test_a_ratio_that_is_nearly_a_declared_one_is_named(declared, typed, names):
    found = warnings(figures={"r": declared}, introduction=f"比例为{{r}}，比例为{typed}。")
    assert [(rule, expected.split(" = ")[0]) for rule, _, _, expected in found] == [("figure_beside", n) for n in names]


def test_a_fraction_of_a_hundred_is_held_against_rates_in_digits():
    ((rule, _, typed, beside),) = warnings(figures={"r": "40.58%"}, introduction="{r}，即百分之四十点六。")
    assert (rule, typed, beside) == ("figure_beside", "百分之四十点六", "r = 40.58%")
    ((rule, _, typed, _),) = warnings(figures={"r": "百分之四十点六"}, introduction="{r}，即40.58%。")
    assert (rule, typed) == ("figure_beside", "40.58%")
    assert warnings(figures={"r": "85%"}, introduction="{r}，即百分之八十五。") == []


def test_numbers_of_different_nouns_are_not_beside_one_another():
    assert warnings(figures={"n": "99.8%"}, introduction="初中巩固率{n}，小学入学率100%。") == []
    assert len(warnings(figures={"n": "99.8%"}, introduction="初中巩固率{n}，全市初中巩固率100%。")) == 1
    assert warnings(introduction="走访商户300余户，慰问老人近300户。") == []
    assert len(warnings(introduction="走访商户300余户，回访商户近300户。")) == 1
