"""Ranks in texts beside declared ones."""

import pytest

from renmin_docs import Chapter, Organization, WorkReport
from tests.timing import LINEAR, growth


def differing(figures, *texts, plans=()):
    report = WorkReport(
        organization=Organization(name="人民街道"),
        year=2022,
        introduction="现将工作总结如下。",
        figures=figures,
        achievements=Chapter(body=texts),
        plans=[Chapter(body=plans)] if plans else [],
    )
    return [(finding.found, finding.expected) for finding in report.check() if finding.rule == "rank_differs"]


@pytest.mark.parametrize(
    "texts",
    [
        ["考核居全区{rank}。", "考核列全区第5位。"],
        ["综合考核居全区{rank}。", "街道在全区综合考核中排名第5位。"],
        ["居全区第5位。"],
        ["考核居全区{rank}，连续两年居第5位。"],
        ["由第8位下降到第5位。"],
        ["考核成绩居全市{rank}，居全市第5位。"],
    ],
)
def test_a_typed_rank_with_another_number_is_a_finding(texts):
    assert differing({"rank": "第3位"}, *texts) == [("第5位", "rank = 第3位")]


@pytest.mark.parametrize(
    "texts",
    [
        ["考核居全区{rank}，列全区第三。"],
        ["总量居全区{rank}、增速居全区第1位。"],
        ["居全市{rank}、全省第12位。"],
        ["考核居全区{rank}（上年第6位）。"],
        ["2021年居全区第6位，2022年居{rank}。"],
        ["由第8位升至{rank}。"],
        ["进入全区前10名。"],
        ["力争进入全区第1位。"],
        ["居全区倒数第2位。"],
        ["考核居全区{rank}，信访工作居全区第1位。"],
        ["走访第5网格，落实第8条。"],
    ],
)
def test_a_rank_of_another_thing_area_or_time_is_none(texts):
    assert differing({"rank": "第3位"}, *texts) == []


def test_a_plan_aims_at_another_rank():
    assert differing({"rank": "第3位"}, "考核居全区{rank}。", plans=["考核进入全区第1位。"]) == []


def test_the_rank_before_is_known():
    figures = {"rank": {"value": "第3位", "previous": "第5位"}}
    assert differing(figures, "考核{rank:升至}。", "考核此后不再是第5位。") == []


def test_ranks_are_distinguished_by_their_names_where_no_text_mentions_them():
    figures = {"增速位次": "第1位", "总量位次": "第3位"}
    assert differing(figures, "增速居全市第2位。") == [("第2位", "增速位次 = 第1位")]


def test_a_rank_in_numerals_and_one_in_digits_are_one():
    assert differing({"rank": "第三名"}, "居全区第3位。", "居全区第五。") == [("第五", "rank = 第三名")]


def test_ranks_of_another_order_are_not_compared():
    assert differing({"a": "前10强", "b": "第3名", "c": "倒数第2位"}, "列全区前10名，列第3位。") == []
    assert differing({"a": "前10强"}, "进入全国前20强。") == [("前20强", "a = 前10强")]


def test_many_declared_ranks_take_time_in_proportion():
    def check(size):
        differing({f"r{at}": f"第{at + 9}位" for at in range(size)}, *["考核列全区第5位。"] * size)

    assert growth(check, 50) < LINEAR


def test_many_ranks_take_time_in_proportion():
    def check(size):
        differing({"rank": "第3位"}, *["考核居全区{rank}，列全区第5位。"] * size)

    assert growth(check, 50) < LINEAR
