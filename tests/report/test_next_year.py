"""Next year's skeleton: it can be printed at once, and says what is to be written where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from renmin_docs import Attachment, Chapter, Header, Imprint, Point, WorkReport
from renmin_docs.intake.write_yaml import report_to_yaml
from renmin_docs.report.next_year import carried_over, next_year
from renmin_docs.report.unfilled import UNFILLED
from tests.effort import examples
from tests.official import NUMBER
from tests.samples import REPORTS, report

PLANS = Chapter(
    body=[
        "2023年，抓好以下工作。",
        Point(lead="优化环境", body="完成投资{投资}。"),
        Point(heading="招贤纳才", body=[Point(lead="建强队伍", body="补齐缺编。")]),
    ]
)
LAST = report(
    figures={
        "投资": "2.18亿元",
        "企业": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}},
        "规模": "5000万以上",
    },
    introduction="2022年，街道工作有序。",
    achievements=Chapter(
        heading="2022年工作开展情况",
        body=[
            Point(heading="抓经济", body="2022年投资{投资}，新增{企业:其中}。"),
            Point(heading="抓党建", body="建强队伍。"),
        ],
    ),
    difficulties=Chapter(
        series="ordinal", body=[Point(lead="资金缺口较大", body="缺口三成。"), Point(body="人手不够，缺编多。")]
    ),
    plans=PLANS,
    others=Chapter(heading="2022年街道概况", body="面积{规模}。", after="introduction"),
    issue_date=date(2022, 12, 20),
)


@pytest.fixture(scope="module")
def made():
    return next_year(LAST)


def test_year_title_and_headings_are_moved_on(made):
    found = made.report
    assert (found.year, found.period) == (2023, "2023年")
    assert found.title == "人民街道2023年工作总结和2024年工作打算"
    headings = [chapter.heading for chapter in found.chapters]
    assert headings == ["2023年街道概况", "2023年工作开展情况", "存在的困难和问题", "2024年工作打算"]
    assert found.introduction == ("2023年，街道工作有序。",)
    assert found.issue_date == date(2023, 12, 20)


def test_plans_are_achievements_to_be_filled_in_with_the_promise_beside_them(made):
    first, second, _ = made.report.achievements[0].points
    assert first == Point(lead="优化环境", body=UNFILLED)
    assert second == Point(heading="招贤纳才", body=[Point(lead="建强队伍", body=UNFILLED)])
    assert made.remarks["achievements.body[0]"].text == "优化环境\n完成投资2.18亿元。"
    assert made.remarks["achievements.body[1].body[0]"].text == "建强队伍\n补齐缺编。"


def test_what_told_figures_is_told_again_and_the_rest_is_not(made):
    *_, retold = made.report.achievements[0].points
    assert retold == Point(heading="抓经济", body="2023年投资{投资}，新增{企业:其中}。")
    assert made.remarks["achievements.body[2]"].finding.rule == "next_retold"


def test_difficulties_are_questions(made):
    first, second = made.report.difficulties[0].points
    assert first.lead == "资金缺口较大"
    assert first.body == ("（待填写：去年提出的“资金缺口较大”是否已经解决？仍未解决的请写明现状。）",)
    assert "人手不够" in second.body[0]
    assert made.report.difficulties[0].series == "ordinal"
    assert "缺口三成。" in made.remarks["difficulties.body[0]"].text


def test_plans_are_to_be_written_anew(made):
    assert made.report.plans[0].body == (UNFILLED,)


def test_growth_computes_itself_once_the_value_is_written(made, tmp_path):
    path = tmp_path / "next.yaml"
    path.write_text(report_to_yaml(made.report).replace("value: 2.18亿元", "value: 2.36亿元"), encoding="utf-8")
    assert format(WorkReport.load(path).figures["投资"], "同比") == "同比增长8.26%"


def test_a_figure_keeps_its_value_and_has_it_as_the_previous_one(made):
    figures = made.report.figures
    assert (str(figures["投资"]), figures["投资"].previous) == ("2.18亿元", 218_000_000)
    assert (figures["企业"].total.previous, figures["企业"].parts["商贸业"].previous) == (7, 4)
    assert figures["规模"] == LAST.figures["规模"]
    assert made.remarks["figures.投资"].finding.found == "2.18亿元"


def test_the_skeleton_is_printed_at_once_and_says_what_is_unfilled(made):
    made.report.to_bytes()
    rules = [finding.rule for finding in made.report.check()]
    assert rules.count("text_unfilled") == 5
    assert rules.count("figure_unchanged") == 2
    assert all(finding.severity != "error" for finding in made.report.check())


def test_a_report_has_its_next_year(made):
    assert LAST.next_year() == made.report


def test_the_data_file_is_the_skeleton_with_its_remarks(made, tmp_path):
    comments = {path: f"{remark.finding.message('zh')}\n{remark.text}" for path, remark in made.remarks.items()}
    text = report_to_yaml(made.report, comments)
    path = tmp_path / "next.yaml"
    path.write_text(text, encoding="utf-8")
    assert WorkReport.load(path) == made.report
    lines = text.splitlines()
    place = lines.index("    - lead: 优化环境")
    assert [line.strip() for line in lines[place - 3 : place]] == [
        "# 去年的打算，请填写完成情况：", "# 优化环境", "# 完成投资2.18亿元。",
    ]  # fmt: skip
    assert all(lines.count(line) for line in ("  # 上年为 2.18亿元，请改为本年数",))


def test_every_remark_stands_at_a_part_of_the_data_file(made):
    comments = {path: f"注{number}" for number, path in enumerate(made.remarks)}
    text = report_to_yaml(made.report, comments)
    assert all(f"# {comment}\n" in text for comment in comments.values())


# --- other shapes -----------------------------------------------------------------------------


def test_without_plans_there_is_something_to_be_filled_in():
    found = report(title="人民街道2022年工作总结").next_year()
    assert found.achievements[0].body == (UNFILLED,)
    assert found.achievements[0].heading == "2023年工作开展情况"


def test_plans_of_another_series_stand_apart_from_what_is_told_again():
    plans = Chapter(
        series="ordinal", inline=True, body=[Point(lead="优化环境", body="抓好。"), Point(lead="招才", body="抓好。")]
    )
    first, second = (
        report(plans=plans, figures={"税": "3万元"}, achievements=Chapter(body=[Point(body="税{税}。")]))
        .next_year()
        .achievements
    )
    assert (first.series, first.inline, len(first.points)) == ("ordinal", True, 2)
    assert (second.heading, second.series) == ("2023年主要数据", "numbered")


def test_half_a_year_is_followed_by_that_of_the_next_year():
    found = report(period="2022年上半年", plans=Chapter(body="抓好。")).next_year()
    assert found.period == "2023年上半年"
    assert found.title == "人民街道2023年上半年工作总结和2023年下半年工作打算"


def test_years_in_chinese_numerals_are_moved_on_and_others_stay():
    found = report(title="人民街道二〇二二年工作总结（较2019年）").next_year()
    assert found.title == "人民街道二〇二三年工作总结（较2019年）"


def test_an_official_document_is_moved_on_with_number_and_dates():
    made = next_year(
        report(
            header=Header(number=NUMBER),
            issue_date=date(2024, 2, 29),
            imprint=Imprint(print_date=date(2024, 3, 1)),
            attachments=[Attachment(title="2022年清单", body="略。")],
        )
    )
    found = made.report
    assert found.header.number == "人办发〔2023〕8号"
    assert (found.issue_date, found.imprint.print_date) == (date(2025, 2, 28), date(2025, 3, 1))
    assert found.attachments[0].title == "2023年清单"
    assert {"header", "issue_date", "attachments[0]"} <= made.remarks.keys()


@pytest.mark.parametrize("notation", ["1—10月", "数万人", "0起", "X家"])
def test_what_does_not_grow_stays(notation):
    sample = report(figures={"数": notation}, introduction="{数}")
    assert carried_over(sample.figures["数"]) == sample.figures["数"]


@given(REPORTS)
@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_has_a_next_year_that_can_be_printed(sample):
    made = next_year(sample)
    made.report.to_bytes()
    text = report_to_yaml(made.report, {path: f"注{at}" for at, path in enumerate(made.remarks)})
    assert all(f"# 注{at}\n" in text for at in range(len(made.remarks)))
