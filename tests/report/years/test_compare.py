"""Two years side by side."""

from __future__ import annotations

from renmin_docs import Chapter, Point
from renmin_docs.report.years.compare import compare
from tests.samples import report

LAST = report(
    figures={
        "税收": "2.18亿元",
        "企业": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}},
        "旧数": "3件",
        "零": "0起",
    },
    introduction="{税收}{企业}{旧数}{零}",
    plans=Chapter(
        body=[
            Point(lead="优化营商环境", body="抓好。"),
            Point(
                heading="招贤纳才",
                body=[Point(lead="补齐社区缺编", body="抓好。"), Point(lead="建设青年驿站", body="抓好。")],
            ),
            Point(body="推动老商圈改造提升，年内完工。"),
        ]
    ),
)
THIS = report(
    year=2023,
    figures={"税收": "2.36亿元", "企业": "9家", "新数": "5条", "零": "2起"},
    introduction="{税收}{企业}{新数}{零}",
    achievements=Chapter(
        body=[
            Point(heading="优化营商环境见成效", body="补齐四个社区缺编人员。"),
            Point(lead="老商圈", body="（待填写）"),
        ]
    ),
    plans=Chapter(body="建设青年驿站。"),
)


def test_a_previous_value_that_is_not_last_years_is_named():
    last = report(figures={"税": "1.36亿元", "户": "3200余户", "率": "98.5%"})
    this = report(
        figures={
            "税": {"value": "1.5亿元", "previous": "1.28亿元"},
            "户": {"value": "3300余户", "previous": "3200户"},
            "率": {"value": 99, "unit": "%", "previous": 98.5},
        }
    )
    (found,) = compare(last, this).findings
    assert (found.rule, found.place, found.found, found.expected) == (
        "previous_differs", "figures.税", "1.28亿元", "1.36亿元",
    )  # fmt: skip
    assert compare(last, last.next_year()).findings == ()


def test_figures_stand_side_by_side_with_their_growth():
    rows = {
        row.name: (row.last and str(row.last), row.this and str(row.this), row.growth)
        for row in compare(LAST, THIS).figures
    }
    assert rows == {
        "税收": ("2.18亿元", "2.36亿元", "同比增长8.26%"),
        "企业": ("7家", "9家", "同比增长28.57%"),
        "新数": (None, "5条", ""),
        "零": ("0起", "2起", ""),
        "旧数": ("3件", None, ""),
    }


def test_plans_are_told_of_or_not_mentioned_again():
    plans = {plan.promise: plan.mentioned_at for plan in compare(LAST, THIS).plans}
    assert plans == {
        "优化营商环境": "achievements.body[0].heading",
        "补齐社区缺编": "achievements.body[0].body",
        "建设青年驿站": "",
        "推动老商圈改造提升": "",
    }


def test_what_a_skeleton_leaves_unfilled_is_not_told():
    assert not any(plan.is_kept for plan in compare(LAST, LAST.next_year()).plans)


def test_a_growth_of_rates_is_in_percentage_points():
    last, this = (report(figures={"率": rate}, introduction="{率}") for rate in ("95%", "98%"))
    (row,) = compare(last, this).figures
    assert row.growth == "同比提高3个百分点"


def test_a_rank_tells_by_how_many_places_it_moved_and_names_another_one_before():
    last, this = (
        report(figures={"考核": rank}, introduction="{考核}")
        for rank in ("第5位", {"value": "第3位", "previous": "第6位"})
    )
    found = compare(last, this)
    assert found.figures[0].growth == "上升2位"
    assert [(each.rule, each.found, each.expected) for each in found.findings] == [
        ("previous_differs", "第6位", "第5位")
    ]


def test_a_rank_beside_another_figure_has_no_growth():
    last, this = (report(figures={"考核": rank}, introduction="{考核}") for rank in ("前5名", "第3名"))
    assert compare(last, this).figures[0].growth == ""
