"""Typed numbers that a slip makes of a declared figure."""

from __future__ import annotations

import pytest

from renmin_docs import Chapter
from tests.samples import report
from tests.timing import LINEAR, growth


def beside(conclusion: str, figure: str = "860户", introduction: str = "走访居民{n}。", **parts) -> list[str]:
    made = report(figures={"n": figure}, introduction=introduction, conclusion=conclusion, **parts)
    return [finding.found for finding in made.check() if finding.rule == "figure_beside"]


@pytest.mark.parametrize(
    ("declared", "typed"),
    [
        ("走访居民{n}。", "累计走访居民680户。"),
        ("走访居民{n}。", "全年走访居民865户。"),
        ("走访居民{n}。", "街道走访居民960户。"),
        ("共走访居民{n}", "走访850户居民"),
        ("走访居民{n}。", "2022年，走访居民680户。"),
        ("1—10月走访居民{n}。", "走访居民680户。"),
        ("走访{n}居民。", "网格员走访居民680户。"),
    ],
)
def test_a_number_with_two_digits_swapped_or_one_another_is_a_slip(declared, typed):
    assert len(beside(typed, introduction=declared)) == 1


@pytest.mark.parametrize(
    ("figure", "typed"),
    [
        ("9.75亿元", "营业额9.57亿元"),
        ("9.75亿元", "营业额7.95亿元"),
        ("12345万元", "营业额13245万元"),
        ("1286余元", "营业额1268余元"),
        ({"value": 975000000, "unit": "元"}, "营业额9.57亿元"),
        ({"value": 975000000, "previous": 881000000, "unit": "元"}, "营业额9.15亿元"),
    ],
)
def test_money_decimals_and_raw_values_slip_too(figure, typed):
    assert [f"营业额{found}" for found in beside(f"实现{typed}。", figure, "服务业营业额{n}。")] == [typed]


def test_the_chinese_name_of_a_figure_is_its_noun_too():
    made = report(figures={"走访居民": "860户"}, introduction="实现{走访居民}。", conclusion="走访居民680户。")
    assert [finding.found for finding in made.check() if finding.rule == "figure_beside"] == ["680户"]


@pytest.mark.parametrize(
    "typed",
    [
        "走访居民860户",  # the same
        "走访居民430户",  # another number
        "走访居民680人",  # another unit
        "走访居民6.8万户",
        "走访居民806余次",
        "走访商户680户",  # another noun
        "去年走访居民680户",  # another time
        "去年，走访居民680户",
        "2021年走访居民680户",
        "上半年走访居民680户",
        "一季度走访居民680户",
        "目标是走访居民680户",  # a plan
        "力争走访居民680户",
        "其中走访居民680户",  # a part
        "新增走访居民680户",
        "完成走访居民680户的目标",
        "680户",  # no noun
    ],
)
def test_what_counts_something_else_is_no_slip(typed):
    assert beside(typed + "。") == []


def test_a_number_of_the_plans_is_no_slip_of_one_of_the_year():
    assert beside("完毕。", plans=Chapter(body="走访居民680户。")) == []


def test_a_number_of_the_year_is_no_slip_of_one_of_another_year():
    assert beside("走访居民680户。", introduction="2021年走访居民{n}。") == []
    assert beside("2021年走访居民680户。", introduction="2021年走访居民{n}。") == ["680户"]


def test_two_figures_of_one_noun_and_different_places_are_no_slip():
    assert beside("甲社区走访居民680户，乙社区走访居民865户。", introduction="丙社区走访居民{n}。") == []


@pytest.mark.parametrize(
    ("figure", "typed"), [("300户", "400户"), ("30户", "40户"), ("3户", "8户"), ("98.5%", "98.2%")]
)
def test_one_digit_of_few_proves_nothing(figure, typed):
    assert beside(f"满意率{typed}。", figure, "满意率{n}。") == []


def test_many_numbers_like_many_figures_take_time_in_proportion():
    def check(size):
        figures = {f"n{at}": f"{1000 + at % 1000}户" for at in range(size)}
        text = "".join(f"走访居民{{n{at}}}，走访居民{1000 + (at * 7) % 1000}户。" for at in range(size))
        return report(figures=figures, introduction=text).check()

    assert growth(check, 150) < LINEAR
