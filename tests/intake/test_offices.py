"""An office of any kind: its report goes out, comes in, and is the same office's."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, Point, WorkReport, parse_report, read_report
from renmin_docs.report.offices import KINDS, kind_of, name_of
from tests.effort import examples
from tests.report.test_offices import offices

QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
TITLES = ("", "2022年工作总结", "{name}关于2022年工作情况的报告", "{issuer}关于2022年工作情况的报告")


def _report(office, title=""):
    return WorkReport(
        organization=office,
        year=2022,
        title=title.format(name=office.name, issuer=office.issuer),
        introduction="2022年，各项工作平稳推进。",
        achievements=Chapter(body=[Point(heading="办好实事", body="全年办成实事12件。")]),
        plans=Chapter(body="继续办好实事。"),
        issue_date=date(2022, 12, 20),
    )


@given(name=offices(), title=st.sampled_from(TITLES), issuer=st.sampled_from(["", "中共青山委员会"]))
@settings(max_examples=examples(40, one_in=1), **QUIET)
def test_a_document_is_read_as_the_report_of_the_same_office(tmp_path_factory, name, title, issuer):
    if issuer or name_of(name) != name:
        title = ""  # neither another's signature nor a name that looks like one tells the name
    office = Organization(name=name, issuer=issuer)
    path = tmp_path_factory.mktemp("office") / "report.docx"
    _report(office, title).save(path)
    read = read_report(path).report.organization
    assert read == office
    assert kind_of(read.name) is kind_of(name)


@given(name=offices(), title=st.sampled_from(TITLES))
@settings(max_examples=examples(100, one_in=1), **QUIET)
def test_a_text_is_read_as_the_report_of_the_same_office(name, title):
    title = title if name_of(name) == name else ""
    report = _report(Organization(name=name), title)
    office = report.organization
    text = f"{report.title}\n{report.introduction[0]}\n一、工作情况\n办成实事12件。\n二、打算\n办好实事。\n"
    read = parse_report(f"{text}{office.issuer}\n2022年12月20日\n").report
    assert read.organization == office
    assert read.issue_date == date(2022, 12, 20)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2022年青山镇工作总结", "青山镇"),
        ("2022年青山镇乡村振兴工作总结", "青山镇"),
        ("2022年青山镇党委书记抓党建述职报告", "青山镇"),
        ("青山镇党员干部2022年工作总结", "青山镇"),
        ("2022年青山镇学校安全工作总结", "青山镇"),
        ("2022年青山镇中心工作总结", "青山镇"),
        ("2022年青山镇党委工作总结", "青山镇党委"),
        ("2022年青山镇中心小学工作总结", "青山镇中心小学"),
        ("2022年青山镇便民服务中心工作总结", "青山镇便民服务中心"),
        ("2022年人民街道党工委工作总结", "人民街道党工委"),
        ("2022年人民街道办事处工作总结", "人民街道"),
        ("2022年清河区清河街道工作总结", "清河区清河街道"),
        ("2022年青山县青山镇工作总结", "青山县青山镇"),
        ("2022年区教育局党组工作总结", "区教育局党组"),
        ("青山镇工会工作总结", "青山镇工会"),
        ("李家村村委会2022年工作总结", "李家村"),
        ("12345热线中心2022年工作总结", "12345热线中心"),
        ("县医院2022年工作总结", "县医院"),
        ("翠湖镇党建工作总结", "翠湖镇"),
        ("翠湖镇安全生产自查情况报告", "翠湖镇"),
        ("关于翠湖街道普法工作的报告", "翠湖街道"),
        ("绒花社区“大党委”工作总结", "绒花社区"),
        ("在松江镇人民代表大会第一次会议上的政府工作报告", "松江镇"),
        ("强服务促发展 ——云峰镇2022年集体经济工作汇报", "云峰镇"),
        ("我镇2022年工作总结", "××镇"),
        ("全乡2022年工作总结", "××乡"),
        ("乡镇党建工作总结", "××镇"),
        ("我所2022年工作总结", "××单位"),
        *(
            (title, "××街道")
            for title in ("2022年农村工作总结", "2022年老旧小区改造工作总结", "2022年农贸市场整治工作总结")
        ),
        *(
            (title, "××街道")
            for title in ("2022年城市管理工作总结", "2022年基层党组织工作总结", "2022年全市教育工作总结")
        ),
        *((title, "××街道") for title in ("基层社区治理工作总结", "平安社区创建工作总结", "美丽乡村建设情况报告")),
    ],
)
def test_a_title_tells_which_office_it_is_and_takes_no_other_words_for_one(title, name):
    read = parse_report(f"{title}\n一、工作情况\n办成实事12件。\n二、打算\n办好实事。\n").report
    assert (read.organization.name, read.title.replace("\n", "")) == (name, title)


@pytest.mark.parametrize("title", ["便民服务中心2022年工作计划", "青山有限公司2022年度经营计划", "青山镇党建工作要点"])
def test_a_plan_is_known_by_the_office_in_its_title(title):
    reading = parse_report(f"{title}\n一、工作情况\n办成实事12件。\n", year=2022)
    assert reading.report.title == title


@pytest.mark.parametrize("line", ["紧扣中心抓落实的情况", "市场主体情况", "区域协作安排", "村民议事情况"])
def test_a_line_about_something_else_is_no_title(line):
    reading = parse_report(f"{line}\n一、工作情况\n办成实事12件。\n", year=2022)
    assert "title_missing" in {note.rule for note in reading.notes}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我镇办成实事。青山镇投入资金。青山镇新建水站。", "青山镇"),
        ("我镇办成实事，我区率先。我镇新建水站。", "××镇"),
        ("本局办成实事。青山教育局投入资金，青山教育局建校。", "青山教育局"),
        ("我校办成实事。", "××学校"),
        ("我院办成实事。", "××医院"),
        ("办成实事。", "××街道"),
    ],
)
def test_a_text_without_a_title_tells_the_kind_by_how_the_office_calls_itself(text, name):
    assert parse_report(text, year=2022).report.organization.name == name


@pytest.mark.parametrize("own", [word for kind in KINDS for word in kind.own])
def test_a_sentence_about_oneself_is_no_heading(own):
    read = parse_report(
        f"工作总结\n一、我{own}办成实事12件。\n二、打算\n办好实事。\n（一）我{own}办好实事。再接再厉。", year=2022
    )
    assert not re.search(f"我{own}", " ".join(point.lead for point in read.report.plans[0].points))


def test_an_organ_above_a_title_that_names_its_own_office_is_no_part_of_it():
    reading = parse_report("清河街道办事处\n清河街道2023年工作总结\n各项工作平稳推进。\n一、主要工作\n走访居民。\n")
    assert (reading.report.title, reading.report.organization.name) == ("清河街道2023年工作总结", "清河街道")
    joined = parse_report("清河街道办事处\n2023年工作总结\n各项工作平稳推进。\n一、主要工作\n走访居民。\n")
    assert joined.report.title == "清河街道办事处\n2023年工作总结"
