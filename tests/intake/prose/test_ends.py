"""What stands above and below a report, whose it is, and of when."""

from datetime import UTC, date, datetime

import pytest

from renmin_docs import DataFileError, Organization
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.intake.prose.reading import parse_report, read_paragraphs
from tests.intake.prose.keeping import lost

BODY = "\n一、工作情况\n街道办成实事20件，群众满意。\n"


def _rules(reading):
    return {note.rule for note in reading.notes}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("人民街道2022年工作总结", "人民街道2022年工作总结"),
        ("　　　人民街道2022年工作总结　", "人民街道2022年工作总结"),
        ("人民街道\n2022年工作总结", "人民街道\n2022年工作总结"),
        ("人民街道2022年工作总结\n和2023年工作打算", "人民街道2022年工作总结\n和2023年工作打算"),
        ("人民街道2022年工作总结_某某区政府网\n人民街道2022年工作总结", "人民街道2022年工作总结"),
        ("2022年人民街道工作报告", "2022年人民街道工作报告"),
        ("人民街道2022年工作总结2022年，街道办成实事。", "人民街道2022年工作总结"),
        ("人民街道2022年工作总结及2023年工作计划 今年以来，街道办成实事。", "人民街道2022年工作总结及2023年工作计划"),
    ],
)
def test_a_title_is_found_on_its_lines_or_glued_to_the_text(head, title):
    reading = parse_report(head + BODY)
    assert reading.report.title == title
    assert reading.report.organization.name == "人民街道"
    assert reading.report.year == 2022
    assert "title_missing" not in _rules(reading)


@pytest.mark.parametrize("head", ["", "街道全年办成实事20件，总结出一批经验。", "一、总结"])
def test_what_is_no_title_is_not_taken_for_one(head):
    reading = parse_report(head + BODY, year=2022, organization="人民街道")
    assert reading.report.title == "人民街道2022年工作总结和2023年工作打算"
    assert "title_missing" in _rules(reading)


def test_year_and_office_that_are_given_count_and_are_no_guess():
    reading = parse_report(BODY, year=2019, organization=Organization(name="东风街道", issuer="东风街道党工委"))
    assert (reading.report.year, reading.report.organization.issuer) == (2019, "东风街道党工委")
    assert not {"year_guessed", "organization_guessed"} & _rules(reading)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("街道办成实事。2021年底验收。", 2021),
        ("街道办成实事。\n人民街道办事处\n2021年1月8日", 2020),
        ("本人2018年6月当选以来，办成实事。\n王某\n2021年12月8日", 2021),
        ("2018年以来，街道办成实事。", 2018),
        (
            "现将2018年以来工作情况报告如下：\n一、2020年工作情况\n办成实事。\n二、2021年工作情况\n2021年，推广经验。",
            2021,
        ),
    ],
)
def test_a_year_is_guessed_from_the_text_or_from_its_date(text, year):
    reading = parse_report(text)
    assert reading.report.year == year
    assert "year_guessed" in _rules(reading)


@pytest.mark.parametrize(
    "text",
    [
        "2021年，街道办成实事。2021年底验收，2022年推广。",
        "现将2021年工作情况报告如下：\n一、抓项目\n2020年立项，2020年开工。",
        "一、2021年工作回顾\n办成实事。\n二、2022年工作目标\n2022年推广经验。\n三、2022年重点工作\n2022年再办实事。",
    ],
)
def test_a_year_that_the_text_says_is_no_guess(text):
    reading = parse_report(text)
    assert reading.report.year == 2021
    assert "year_guessed" not in _rules(reading)


@pytest.mark.parametrize(
    ("signer", "name", "is_guess"),
    [
        ("青山镇人民政府", "青山镇", False),
        ("青山镇党政办", "青山镇党政办", True),  # of whose whole the report may be
        ("县档案馆", "县档案馆", True),
    ],
)
def test_who_signs_is_the_office_and_a_guess_where_the_text_speaks_of_another_kind(signer, name, is_guess):
    reading = parse_report(f"2022年工作总结\n2022年，我镇办成实事。\n{signer}\n2022年12月20日")
    assert (reading.report.organization.name, "organization_guessed" in _rules(reading)) == (name, is_guess)


def test_without_any_year_it_is_that_of_half_a_year_ago():
    reading = parse_report("街道办成实事。")
    assert datetime.now(tz=UTC).year - reading.report.year in (0, 1)
    assert (reading.report.organization.name, "organization_unknown" in _rules(reading)) == ("××街道", True)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("人民街道2022年上半年工作总结", "2022年上半年"),
        ("人民街道2022年第一季度工作总结", "2022年第一季度"),
        ("人民街道2022年度工作总结", "2022年"),
    ],
)
def test_the_period_is_that_of_the_title(title, period):
    assert parse_report(title + BODY).report.period == period


@pytest.mark.parametrize(
    ("foot", "issued"),
    [
        ("人民街道办事处\n2022年12月5日", date(2022, 12, 5)),
        ("人民街道办事处\n2022 年 12 月 5 日", date(2022, 12, 5)),
        ("人民街道办事处\n二〇二二年十二月五日", date(2022, 12, 5)),
        ("人民街道办事处\n二○二二年十二月三十一日", date(2022, 12, 31)),
        ("人民街道办事处 2022年12月5日", date(2022, 12, 5)),
        ("人民街道办事处\n（2022年12月5日）", date(2022, 12, 5)),
    ],
)
def test_a_signature_is_found(foot, issued):
    report = parse_report("人民街道2022年工作总结" + BODY + foot).report
    assert (report.issue_date, report.organization.issuer) == (issued, "人民街道办事处")
    assert report.achievements[-1].body == ("街道办成实事20件，群众满意。",)
    assert report.conclusion == ()


@pytest.mark.parametrize(
    "foot", ["2022年2月30日", "人民街道办事处", "完成于2022年12月5日，特此说明", "2022年12月5日印发"]
)
def test_what_is_no_signature_stays_text(foot):
    report = parse_report("人民街道2022年工作总结" + BODY + foot).report
    assert report.issue_date is None
    assert report.achievements[-1].body[-1] == foot


@pytest.mark.parametrize(
    "foot",
    [
        "（一）发布时间：2022-12-05",
        "（一）人民街道办事处2022年12月5日",
        "1.人民街道办事处 2022年12月5日",
        "一是人民街道办事处2022年12月5日",
        "（一）人民街道办事处\n完成时间：2022年12月5日",
        "人民街道办事处\n（一）2022年12月5日",
        "人民街道填报时间：2022年12月5日",
    ],
)
def test_a_numbered_line_and_a_date_with_a_label_of_its_own_sign_nothing(foot):
    reading = parse_report("人民街道2022年工作总结" + BODY + foot)
    assert reading.report.issue_date is None
    assert lost("人民街道2022年工作总结" + BODY + foot, reading) == ""


@pytest.mark.parametrize("label", ["日期：", "时间：", "成文日期："])
def test_a_date_below_who_signs_may_have_a_label(label):
    report = parse_report(f"人民街道2022年工作总结{BODY}人民街道办事处\n{label}2022年12月5日").report
    assert report.issue_date == date(2022, 12, 5)


@pytest.mark.parametrize("words", ["谢谢大家", "特此报告", "敬请各位领导批评指正", "以上汇报 请批评指正", "新年快乐"])
def test_closing_words_above_a_date_sign_nothing(words):
    report = parse_report(f"石桥村2023年工作总结{BODY}{words}\n2024年1月5日\n").report
    assert report.signature.issuers == ()
    assert report.issue_date == date(2024, 1, 5)


def test_a_date_without_a_name_is_signed_by_the_office_with_a_note():
    reading = parse_report("人民街道2022年工作总结" + BODY + "2022年12月5日")
    assert reading.report.organization.issuer == "人民街道办事处"
    assert "issuer_guessed" in _rules(reading)


def test_a_signature_of_somebody_else_than_the_given_office_is_kept_as_text():
    reading = parse_report(BODY + "人民街道办事处\n2022年12月5日", organization=Organization(name="东风街道"))
    assert reading.report.issue_date is None
    assert reading.report.achievements[0].body[-2:] == ("人民街道办事处", "2022年12月5日")
    assert "signature_kept" in _rules(reading)


def test_closing_words_and_attachments_stand_behind_the_chapters():
    foot = "以上报告，请审议。\n附件：1.清单\n2.名册\n抄送：区委办公室"
    reading = parse_report("人民街道2022年工作总结" + BODY + foot)
    assert reading.report.conclusion == tuple(foot.split("\n"))
    assert "attachments_kept" in _rules(reading)


def test_paragraphs_of_another_reader_bring_marks_styles_and_levels():
    paragraphs = [
        Paragraph("人民街道2022年工作总结", 1, role="title"),
        Paragraph("开头。", 2, role="introduction"),
        Paragraph("工作情况", 3, mark="一、", role="heading_1"),
        Paragraph("抓党建", 4, role="heading_2"),
        Paragraph("1.0版上线。", 5, role="paragraph"),
        Paragraph("新建驿站。", 6, mark="1.", lead="建阵地。"),
        Paragraph("抓民生", 7, outline=2),
        Paragraph("工作打算", 8, outline=1),
        Paragraph("（一）开头的话是文字。", 9, role="paragraph"),
    ]
    report = read_paragraphs(paragraphs).reading().report
    assert report.title == "人民街道2022年工作总结"
    assert report.introduction == ("开头。",)
    assert [chapter.heading for chapter in report.chapters] == ["工作情况", "工作打算"]
    first, second = report.achievements[0].points
    assert (first.heading, second.heading) == ("抓党建", "抓民生")
    assert first.body[0] == "1.0版上线。"
    assert (first.points[0].lead, first.points[0].body) == ("建阵地", ("新建驿站。",))
    assert report.plans[0].body == ("（一）开头的话是文字。",)


def test_no_paragraphs_are_no_report():
    with pytest.raises(DataFileError, match="no text to read"):
        read_paragraphs([])


@pytest.mark.parametrize(("year", "guessed"), [("0001", 1000), ("9999", 9998), ("2022", 2021)])
def test_a_year_is_guessed_within_those_that_a_report_may_be_of(year, guessed):
    text = f"工作总结\n一、情况\n办好实事。\n人民街道办事处\n{year}年3月1日\n"
    report = parse_report(text).report
    assert (report.year, report.issue_date.year) == (guessed, int(year))


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        ("人民街道办事处\n2022年12月20日\n以下空白页由社区填写", "以下空白页由社区填写"),
        ("2022-12-20", "2022-12-20"),
        ("人民街道办事处\n2022年12月", "2022年12月"),
    ],
)
def test_what_stands_below_a_date_and_is_not_known_keeps_the_signature_as_text(foot, kept):
    report = parse_report("人民街道2022年工作总结" + BODY + foot, cleaning=["-furniture"]).report
    assert report.issue_date is None
    assert kept in (*report.achievements[-1].body, *report.conclusion)


@pytest.mark.parametrize(
    "title",
    ["关于2022年工作情况的报告", "我的2022年工作总结", "2022年度法治政府建设工作总结", "2022年上半年政府工作报告", "2022年度平安社区创建工作总结",
     "安全生产2022年工作总结", "在全区工作会议上的述职报告"],
)  # fmt: skip
def test_words_that_name_no_office_are_none(title):
    reading = parse_report(title + BODY)
    assert (reading.report.organization.name, "organization_unknown" in _rules(reading)) == ("××街道", True)


def test_a_signature_is_that_of_all_who_sign_and_the_issuer_that_of_the_office():
    foot = "青山镇党委 青山镇人民政府\n2023年1月5日"
    report = parse_report("中共青山镇委员会\n青山镇人民政府\n关于2022年工作情况的报告" + BODY + foot).report
    assert (report.organization.name, report.organization.issuer) == ("青山镇", "青山镇人民政府")
    assert report.signature.issuers == ("青山镇党委", "青山镇人民政府")


def test_no_office_is_made_up_above_the_name_of_a_person():
    report = parse_report("2022年度述职报告" + BODY + "述职人：某某\n2023年1月5日").report
    assert report.signature.issuers == ("述职人：某某",)


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("本人签名：周某某", "周某某"),
        ("签字: 某某", "某某"),
        ("签名：欧阳小某", "签名：欧阳小某"),
        ("署名：", "署名："),
    ],
)
def test_a_name_behind_a_label_of_signatures_signs_alone(line, signer):
    report = parse_report("2022年度述职报告" + BODY + f"{line}\n2023年1月5日").report
    assert report.signature.issuers == (signer,)


def test_the_label_of_an_attachment_above_all_text_attaches_none_of_it():
    report = parse_report("附件2\n" + BODY.strip()).report
    assert str(report.introduction[0]) == "附件2"
    assert [chapter.heading for chapter in report.chapters] == ["工作情况"]
