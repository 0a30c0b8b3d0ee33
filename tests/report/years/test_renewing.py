"""Texts of one year for the next: growth computed, numbers still to be written, years moved on."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renmin_docs.report.years.renewing import Renewal
from renmin_docs.report.years.years import moved_on
from tests.samples import report

FIGURES = {
    "税收": "1.36亿元",
    "税收增幅": "6.2%",
    "投资": "3亿元",
    "快": "5%",
    "办结率": "98.5%",
    "提高": "2.1个百分点",
    "户": "3200余户",
    "企业": {"total": "7家", "parts": {"甲": "4家", "乙": "3家"}},
    "规模": "5000万以上",
}


def _renewed(text):
    return Renewal(report(year=2025, figures=FIGURES, introduction=text)).text(text)


@pytest.mark.parametrize(
    ("text", "renewed"),
    [
        ("税收{税收}，同比增长{税收增幅}。", "税收{税收}，{税收:同比}。"),
        ("税收{税收}，{税收增幅:同比}。", "税收{税收}，{税收:同比}。"),
        ("税收{税收}，{快:比上年}。", "税收{税收}，{税收:比上年}。"),
        ("税收{税收}（同比增长6.2%）。", "税收{税收}（{税收:同比}）。"),
        ("税收{税收}，下降{快}。", "税收{税收}，{税收:增长}。"),
        ("税收{税收}，较去年同期增长了近6.2%。", "税收{税收}，{税收:较上年同期}。"),
        ("税收{税收}，比去年增长6.2%。", "税收{税收}，{税收:比上年}。"),
        ("税收{税收}，增幅达{税收增幅}。", "税收{税收}，{税收:增长}。"),
        ("税收{税收}，同比基本持平。", "税收{税收}，{税收:同比}。"),
        ("税收{税收}，与上年持平。", "税收{税收}，{税收:较上年}。"),
        ("办结率{办结率}，同比提高{提高}。", "办结率{办结率}，{办结率:同比}。"),
        ("新增{企业}，同比增长5%。", "新增{企业}，{企业:同比}。"),
        ("走访{户}，同比增长5%。", "走访{户}，{户:同比}。"),
    ],
)
def test_growth_is_that_of_the_figure_just_before(text, renewed):
    assert _renewed(text) == renewed


@pytest.mark.parametrize(
    ("text", "renewed"),
    [
        ("税收{税收}，环比增长3%。", "税收{税收}，环比增长（待填写）%。"),
        ("税收{税收}，较年初增长3%。", "税收{税收}，较年初增长（待填写）%。"),
        ("税收{税收}，比上月增长3%。", "税收{税收}，比上月增长（待填写）%。"),
        ("税收{税收}，完成任务，同比增长3%。", "税收{税收}，完成任务，同比增长（待填写）%。"),
        ("税收{税收}。同比增长3%。", "税收{税收}。同比增长（待填写）%。"),
        ("税收{税收}、投资{投资}，分别增长5%、6%。", "税收{税收}、投资{投资}，分别增长（待填写）%、（待填写）%。"),
        ("税收同比增长3%，达{税收}。", "税收同比增长（待填写）%，达{税收}。"),
        ("新增{企业:其中}，同比增长5%。", "新增{企业:其中}，同比增长（待填写）%。"),
        ("税收{税收}，提高2.1个百分点。", "税收{税收}，提高（待填写）个百分点。"),
        ("办结率{办结率}，同比增长2.1%。", "办结率{办结率}，同比增长（待填写）%。"),
        ("规模{规模}，同比增长2.1%。", "规模{规模}，同比增长（待填写）%。"),
        ("{税收}，同比增长6%，提高2个百分点。", "{税收}，{税收:同比}，提高（待填写）个百分点。"),
        ("税收1.36亿元，同比持平。", "税收（待填写）元，（待填写）。"),
        ("满意率提高到98%。", "满意率提高到（待填写）%。"),
        ("新建12处、3000余平方米，全区排名第二。", "新建（待填写）处、（待填写）平方米，全区排名第（待填写）。"),
        ("办结率全乡第二，满意率全街道第1。", "办结率全乡第（待填写），满意率全街道第（待填写）。"),
        ("三个方面四个社区，1—10月，5000万以上，12345平台。", "三个方面四个社区，1—10月，5000万以上，12345平台。"),
    ],
)
def test_what_can_not_be_computed_is_still_to_be_written(text, renewed):
    assert _renewed(text) == renewed


@pytest.mark.parametrize(
    ("text", "growths"),
    [
        ("{税收}，环比增长{快}。", {"快", "税收增幅"}),
        ("{税收}、{投资}，分别增长{快}、{提高}。", {"快", "提高", "税收增幅"}),
        ("满意率{快}，办结率提高到{办结率}。", {"税收增幅"}),
    ],
)
def test_a_rate_is_growth_by_its_name_or_by_the_words_before_it(text, growths):
    assert Renewal(report(figures=FIGURES, introduction=text)).growths == growths


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2025年投资，2026年再增，2019年建成。", "2026年投资，2027年再增，2019年建成。"),
        ("比2024年多，2024年建成。", "比2025年多，2024年建成。"),
        ("2025—2026年度", "2026—2027年度"),
        ("2021—2025年规划", "2021—2025年规划"),
        ("二〇二五年、二零二五年", "二〇二六年、二〇二六年"),
        (
            "2025年5月20日召开，2025年6月开工，6月1日完工。",
            "2026年（待填写）召开，2026年（待填写）月开工，（待填写）完工。",
        ),
        ("2019年5月1日", "2019年5月1日"),
        ("12025年", "12025年"),
    ],
)
def test_years_move_on_and_days_are_still_to_be_written(text, moved):
    assert moved_on(text, 2025) == moved


def test_of_a_number_in_parts_each_is_still_to_be_written():
    assert _renewed("新增3百20户、3百万20户。") == "新增（待填写）户、（待填写）（待填写）户。"


def test_the_month_that_is_reported_on_stays():
    assert moved_on("2025年5月，2025年6月", 2025, "2025年5月") == "2026年5月，2026年（待填写）月"


@given(st.text(st.sampled_from("税收{}同比增长下降0123456789.%个百分点，。年月日第比较余近万户 "), max_size=40))
@example("0百0年")
@example("3万20户、3百万20户")
@example("比0比0 0年")
def test_any_text_is_renewed_and_renewed_again_the_same(text):
    try:
        sample = report(year=2025, figures=FIGURES, introduction=text)
    except ValueError:
        return
    once = Renewal(sample).numbers(text)
    assert Renewal(sample).numbers(once) == once
