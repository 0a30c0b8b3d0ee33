"""What is wrong within one figure."""

import pytest

from renmin_docs.figures import breakdown, change, count, money, parse, share

CONSISTENT = [
    breakdown("7家", {"商贸业": "4家", "服务业": "3家"}),
    breakdown("2147人", {"自主摸排": "1100余人"}, partial=True),
    breakdown("300余次", {"甲": "200余次", "乙": "100余次"}),
    breakdown("近300次", {"甲": "200次", "乙": "95次"}),
    breakdown("约300次", {"甲": "200次", "乙": "110次"}),
    breakdown("300次以上", {"甲": "200次", "乙": "150次"}),
    breakdown("9.75亿元", {"甲": "5亿元", "乙": "47500万元"}),
    breakdown(count(312, "次", hedge="余", step=100), {"甲": "200次", "乙": "112次"}),
    breakdown("7家", {"商贸业": "几家", "服务业": "3家"}),
    breakdown("7家", {"商贸业": "4", "服务业": "3"}),
    breakdown("100人", {"男": "60%", "女": "40%"}),
    breakdown("几家", {"商贸业": "4家"}),
    breakdown("90家", {"甲": "16.7%", "乙": "16.7%", "丙": "16.7%", "丁": "16.7%", "戊": "16.7%", "己": "16.7%"}),
    breakdown("100%", {"男": "60%", "女": "40%"}),
    breakdown("5～6家", {"甲": "5家"}),
    change("9.75亿元", "8.81亿元", stated="10.67%"),
    change("9.75亿元", "8.81亿元", stated="10.7%"),
    change("9.75亿元", "8.81亿元", stated="近11%"),
    change(8, 10, stated="-20%"),
    change("12.1%", "10%", stated="2.1个百分点"),
    share("63人", "100人", stated="63%"),
    share("2人", "3人", stated="66.7%"),
    parse("120%"),
]

WRONG = [
    (breakdown("8家", {"商贸业": "4家", "服务业": "3家"}), [("parts_disagree", "7家", "8家")]),
    (breakdown("7家", {"商贸业": "8家"}, partial=True), [("parts_disagree", "8家", "7家")]),
    (breakdown("7家", {"商贸业": "8家", "服务业": "几家"}), [("parts_disagree", "8家", "7家")]),
    (breakdown("300余次", {"甲": "200次", "乙": "95次"}), [("parts_disagree", "295次", "300余次")]),
    (breakdown("9.75亿元", {"甲": "5亿元", "乙": "4.74亿元"}), [("parts_disagree", "9.74亿元", "9.75亿元")]),
    (breakdown("7家", {"商贸业": "4家", "服务业": "3人"}), [("part_unit", "3人", "7家")]),
    (breakdown("100人", {"男": "60%", "女": "41%"}), [("shares_over", "101%", "100%")]),
    (
        breakdown("9家", {"甲": breakdown("4家", {"一": "3家"}), "乙": "4家"}),
        [("parts_disagree", "8家", "9家"), ("parts_disagree", "3家", "4家")],
    ),
    (change("9.75亿元", "8.81亿元", stated="10.76%"), [("rate_disagrees", "10.76%", "10.67%")]),
    (change(8, 10, stated="20%"), [("rate_disagrees", "20%", "-20%")]),
    (change("12.1%", "10%", stated="21个百分点"), [("rate_disagrees", "21个百分点", "2个百分点")]),
    (share("120人", "100人"), [("shares_over", "120%", "100%")]),
    (share("63人", "100人", stated="36%"), [("rate_disagrees", "36%", "63%")]),
    (share("63人", "100人", stated="163%"), [("shares_over", "163%", "100%"), ("rate_disagrees", "163%", "63%")]),
]


@pytest.mark.parametrize("figure", CONSISTENT, ids=str)
def test_what_agrees_has_no_findings(figure):
    assert figure.findings() == ()


@pytest.mark.parametrize(("figure", "expected"), WRONG, ids=lambda value: str(value)[:40])
def test_what_disagrees_is_told_with_both_sides(figure, expected):
    assert [(finding.rule, finding.found, finding.expected) for finding in figure.findings()] == expected
    assert all(finding.place == "" and finding.severity == "error" for finding in figure.findings())


def test_raw_values_are_added_not_the_printed_ones():
    parts = {"甲": money("333333333"), "乙": money("666666667")}
    assert breakdown(money(1_000_000_000), parts).findings() == ()
