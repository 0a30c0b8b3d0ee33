"""Numbers of a text as named figures: only where that is safe, and to the character as they stood."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Point, WorkReport
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from renmin_docs.intake.reports import read_report
from renmin_docs.report.typed_figures import typed_figures
from tests.effort import examples
from tests.intake.prose.telling import printed_text
from tests.samples import REPORTS, report
from tests.seed import SEED, needs_seed


def typed(*texts, **parts):
    """The report with these paragraphs, and the figures that were made."""
    sample = report(achievements=Chapter(body=list(texts)), **parts)
    made = typed_figures(sample)
    assert printed_text(made) == printed_text(sample)
    return made, {name: str(figure) for name, figure in made.figures.items()}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("走访居民860户，收集意见41条。", {"走访居民": "860户", "收集意见": "41条"}),
        (
            "限上服务业营业额达到9.75亿元，同比增长10.67%。",
            {"限上服务业营业额": "9.75亿元", "限上服务业营业额增幅": "10.67%"},
        ),
        ("全年共开展专项整治300余次。", {"开展专项整治": "300余次"}),
        ("全年新增7家企业。", {"新增企业": "7家"}),
        ("1—10月，税收2.36亿元。", {"税收": "2.36亿元"}),
        ("整改率98%。", {"整改率": "98%"}),
        ("2022年完成粮食播种面积32220亩。", {"粮食播种面积": "32220亩"}),
        ("财政收入由800万元增长到5003万元。", {"财政收入": "800万元"}),
        ("全面完成10类42项实事。", {"实事": "42项"}),
        ("税收7.4亿元，较去年同期增长32.4%。", {"税收": "7.4亿元", "税收增幅": "32.4%"}),
        ("饲养生猪16万头。完成投资4.9个亿，同比增长28%。", {"饲养生猪": "16万头"}),
    ],
)
def test_a_number_is_named_by_the_words_around_it(text, figures):
    assert typed(text)[1] == figures


@pytest.mark.parametrize(
    "text",
    [
        "下辖四个社区。",
        "2022年12月20日。",
        "第3条规定。",
        "电话8123456。",
        "7家。",
        "编号A12。",
        "投入３万元。",
        "“四上”企业。",
    ],
)
def test_what_is_no_plain_number_with_a_name_stays_text(text):
    assert typed(text)[1] == {}


def test_a_total_with_its_parts_is_one_figure_if_they_add_up():
    made, figures = typed("新增规模企业7家，其中商贸业4家、服务业3家。")
    assert figures == {"新增规模企业": "7家"}
    assert made.achievements[0].body == ("新增规模企业{新增规模企业:其中}。",)
    assert typed("新增规模企业7家，其中商贸业4家、服务业2家。")[1] == {
        "新增规模企业": "7家",
        "商贸业": "4家",
        "服务业": "2家",
    }


def test_the_same_number_behind_the_same_words_is_one_figure_and_another_gets_another_name():
    made, figures = typed("走访居民860户。", "走访居民860户。", "走访居民900户。")
    assert figures == {"走访居民": "860户", "走访居民_2": "900户"}
    assert made.achievements[0].body[1] == "走访居民{走访居民}。"


def test_figures_and_mentions_that_are_there_stay():
    made, figures = typed("税收{税收}，走访居民860户，{{原文}}。", figures={"税收": "2.36亿元", "走访居民": "3户"})
    assert made.achievements[0].body == ("税收{税收}，走访居民{走访居民_2}，{{原文}}。",)
    assert figures["税收"] == "2.36亿元"


def test_points_within_points_are_reached_and_headings_are_not():
    sample = report(
        achievements=Chapter(body=[Point(heading="投入3万元", body=[Point(lead="抓3件事", body="修路5公里。")])])
    )
    made = typed_figures(sample)
    assert {name: str(figure) for name, figure in made.figures.items()} == {"修路": "5公里"}
    assert made.achievements[0].points[0].heading == "投入3万元"


def test_a_figure_that_would_be_found_fault_with_stays_a_number():
    sample = report(achievements=Chapter(heading="办好实事20件", body="全年办成民生实事19.9件。"))
    made = typed_figures(sample)
    assert {finding.rule for finding in made.check()} <= {finding.rule for finding in sample.check()}


@given(REPORTS)
@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_prints_as_before_and_is_found_no_new_fault_with(sample):
    made = typed_figures(sample)
    assert printed_text(made) == printed_text(sample)
    rules = [finding.rule for finding in sample.check()]
    for finding in made.check():
        assert finding.rule in rules


SENTENCES = st.lists(
    st.sampled_from(
        [
            "走访居民860户（次），收集意见41条。", "营业额9.75亿元，同比增长10.67%。", "完成率100%，无遗留。",
            "新增企业7家，其中商贸业4家、服务业3家。", "投入资金5000万元～8000万元。", "近20条建议已办结15条。",
            "整改隐患845处，整改隐患近850处。", "培训15000余人次、35000余人次。",
        ]
    ),
    min_size=1,
    max_size=5,
).map("".join)  # fmt: skip


@given(st.lists(SENTENCES, min_size=1, max_size=3))
@settings(max_examples=examples(60), deadline=None)
def test_sentences_as_offices_write_them_print_as_before(texts):
    made, _ = typed(*texts)
    rules = [finding.rule for finding in report(achievements=Chapter(body=texts)).check()]
    assert all(finding.rule in rules for finding in made.check())


@needs_seed
def test_the_real_page_has_its_figures_by_name(tmp_path):
    made = typed_figures(read_report(SEED / "renmin_2022.restored.txt").report)
    assert len(made.figures) > 20
    assert str(made.figures["限上服务业营业额"]) == "9.75亿元"
    path = tmp_path / "typed.yaml"
    path.write_text(report_to_yaml(made), encoding="utf-8")
    assert WorkReport.load(path) == made


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("全年税收{*1.36亿元*}。", "全年税收{*{税收}*}。"),
        ("全年{*税收1.36亿元*}，{+增长+}。", "全年{*税收{税收}*}，{+增长+}。"),
        ("全年税收{*1.36*}亿元。", "全年税收{*1.36*}亿元。"),
        ("{*全年*}税收1.36亿元{^2^}，绿地500m{^2^}。", "{*全年*}税收{税收}{^2^}，绿地500m{^2^}。"),
    ],
)
def test_numbers_are_named_by_the_words_around_them_whatever_is_emphasised(text, typed):
    assert typed_figures(report(introduction=text)).introduction == (typed,)
