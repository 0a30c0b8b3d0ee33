"""Next year's skeleton: it can be printed at once, and says what is to be written where."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from renmin_docs import Attachment, Chapter, Header, Imprint, Point, Table, WorkReport
from renmin_docs.figures import UNFILLED, Unfilled, from_data
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from renmin_docs.report.texts import texts
from renmin_docs.report.typed_numbers import typed_numbers
from renmin_docs.report.years.carrying import carried_over, is_fixed
from renmin_docs.report.years.next_year import next_year
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
    assert found.issue_date == UNFILLED


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


def test_what_told_numbers_without_names_is_told_again_with_blanks():
    table = Table(columns=["项目", "数量"], rows=[["加装电梯", 12]])
    words = Table(columns=["项目", "做法"], rows=[["党建", "主题党日"]])
    chapter = Chapter(body=["走访居民860户。", "建强队伍。", Point(lead="抓党建", body="开展2次。"), table, words])
    kept = next_year(report(achievements=chapter)).report.achievements[0].body
    assert kept[:2] == (f"走访居民{UNFILLED}户。", Point(lead="抓党建", body=f"开展{UNFILLED}次。"))
    assert [each.rows for each in kept[2:]] == [(("加装电梯", UNFILLED),)]


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
    assert rules.count("text_unfilled") == 6
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
            header=Header(number=NUMBER, copy_number=3),
            issue_date=date(2024, 2, 29),
            imprint=Imprint(print_date=date(2024, 3, 1)),
            attachments=[Attachment(title="2022年清单", body="略。")],
        )
    )
    found = made.report
    assert (found.header.number, found.header.copy_number) == ("人办发〔2023〕（待填写）号", UNFILLED)
    assert (found.issue_date, found.imprint.print_date) == (UNFILLED, UNFILLED)
    assert found.attachments[0].title == "2023年清单"
    assert {"header.number", "issue_date", "imprint.print_date", "attachments[0]"} <= made.remarks.keys()
    unfilled = {finding.place for finding in found.check() if finding.rule == "text_unfilled"}
    assert {"header.number", "header.copy_number", "issue_date", "imprint.print_date"} <= unfilled
    assert found.to_bytes()
    again = found.next_year()
    assert again.header.number == "人办发〔2024〕（待填写）号"


TABLE = Table(
    columns=["序号", "社区", "2021年", "2022年"],
    rows=[[1, "甲", 3, 5], [2, "乙", "4%", "近8"]],
    caption="{税收}",
)
NEWS = report(
    figures={
        "税收": "1.36亿元",
        "税收增幅": "6.2%",
        "办结率": "98.5%",
        "满意率": "97%",
        "满意率提高": "1.2个百分点",
        "排名": "第三",
        "占比": {"part": "3家", "of": "7家"},
    },
    introduction="2022年全年新增企业12家。",
    achievements=Chapter(
        body=[
            "税收{税收}，同比增长{税收增幅}，占比{占比}，排名{排名}。",
            "办结率{办结率}，满意率{满意率}，较上年提高{满意率提高}；新建车棚3处。",
            TABLE,
        ]
    ),
    plans=Chapter(heading="2023年打算", body=[Point(lead="明年新建车棚10处", body="2023年完成。")]),
    conclusion="2022年成绩来之不易，还有3件事未办。",
    note="2022年12月",
)  # fmt: skip


def test_growth_is_computed_and_every_other_number_is_still_to_be_written():
    found = NEWS.next_year()
    told, table = found.achievements[0].body[1:3], found.achievements[0].body[3]
    assert told == (
        "税收{税收}，{税收:同比}，占比{占比}，排名{排名}。",
        "办结率{办结率}，满意率{满意率}，{满意率:较上年}；新建车棚（待填写）处。",
    )
    assert table.rows == (("1", "甲", UNFILLED, UNFILLED), ("2", "乙", "（待填写）%", UNFILLED))
    assert [column.heading for column in table.columns] == ["序号", "社区", "2022年", "2023年"]
    assert found.figures.keys() == {"税收", "办结率", "满意率", "排名", "占比"}
    assert {str(found.figures[name]) for name in ("排名", "占比")} == {UNFILLED}
    assert found.introduction == ("2023年全年新增企业（待填写）家。",)
    assert found.conclusion == ("2023年成绩来之不易，还有3件事未办。".replace("3件", "（待填写）件"),)
    assert found.note == "2023年（待填写）月"
    assert found.achievements[0].points[0].lead == "今年新建车棚（待填写）处"
    filled = found.replace(figures={**found.figures, "税收": {"value": "1.50亿元", "previous": "1.36亿元"}})
    assert format(filled.figures["税收"], "同比") == "同比增长10.29%"


def test_what_was_promised_is_no_value_of_last_year():
    plans = Chapter(body=[Point(lead="新增{托位}", body="另{再}。"), Point(lead="乙", body="投资{投资}。")])
    figures = {"托位": "60个", "再": "2个", "投资": "3亿元"}
    found = report(figures=figures, introduction="投资{投资}。", plans=plans).next_year()
    assert {name: str(figure) for name, figure in found.figures.items()} == {"托位": UNFILLED, "投资": "3亿元"}


def test_a_plan_keeps_the_year_that_it_was_made_for():
    plans = [Chapter(heading="2023年重点项目", body=Point(lead="2023年开工")), Chapter(heading="乙", body="文")]
    found = report(plans=plans).next_year()
    assert found.achievements[0].points[0].lead == "2023年开工"


def test_the_text_of_last_year_stands_beside_what_has_no_numbers_any_more():
    remarks = next_year(NEWS).remarks
    assert remarks["achievements.body[2]"].text == ("办结率98.5%，满意率97%，较上年提高1.2个百分点；新建车棚3处。")
    assert remarks["figures.排名"].finding.found == "第三"


@pytest.mark.parametrize("notation", ["1—10月", "5000万以上", "300平方米以下"])
def test_what_is_the_same_every_year_stays(notation):
    sample = report(figures={"数": notation}, introduction="{数}")
    assert carried_over(sample.figures["数"]) == sample.figures["数"]


@pytest.mark.parametrize(
    "notation",
    [
        *("数万人", "0起", "X家", "第三", "第3名", "3～5家", "2.1个百分点", "2倍", "312", "三四个月"),
        {"part": "3家", "of": "7家"},
    ],
)  # fmt: skip
def test_what_could_pass_for_the_new_years_is_still_to_be_written(notation):
    figure = carried_over(from_data(notation))
    assert (figure, str(figure), format(figure, "同比")) == (Unfilled(), UNFILLED, UNFILLED)


@pytest.mark.parametrize(
    "data",
    [
        "2.18亿元",
        "98.5%",
        {"value": "1.36亿元", "previous": "1.28亿元"},
        {"current": "3万元", "previous": "2万元", "rate": "50%"},
        {"total": "7家", "parts": {"甲": "4家", "乙": "3家"}},
    ],
)
def test_what_grows_is_carried_over_and_unchanged_until_a_person_writes(data):
    made = report(figures={"数": carried_over(from_data(data))}, introduction="{数}")
    assert "figure_unchanged" in {finding.rule for finding in made.check()}


@given(REPORTS)
@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_has_a_next_year_that_can_be_printed(sample):
    made = next_year(sample)
    made.report.to_bytes()
    said = [text for text in texts(made.report) if text.path != "title" and "（待填写：去年" not in text.text]
    for typed in typed_numbers(said):
        assert is_fixed(typed.figure) or not re.search("[0-9]", typed.printed)
    text = report_to_yaml(made.report, {path: f"注{at}" for at, path in enumerate(made.remarks)})
    assert all(f"# 注{at}\n" in text for at in range(len(made.remarks)))
