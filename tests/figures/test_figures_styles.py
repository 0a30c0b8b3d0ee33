"""The styles in which figures print in text."""

import pytest

from renmin_docs.errors import FigureError
from renmin_docs.figures import breakdown, change, count, money, parse, percentage_points, rate, span
from renmin_docs.figures.tables import GROWTH_STYLES


@pytest.mark.parametrize(
    ("figure", "style", "printed"),
    [
        (parse("10.67%"), "", "10.67%"),
        (parse("10.67%"), "同比", "同比增长10.67%"),
        (parse("10.67%"), "较上年", "较上年增长10.67%"),
        (parse("10.67%"), "增长", "增长10.67%"),
        (parse("-4.8%"), "", "-4.8%"),
        (parse("-4.8%"), "同比", "同比下降4.8%"),
        (parse("-20%"), "同比", "同比下降20%"),
        (parse("0%"), "同比", "同比持平"),
        (parse("0%"), "较上年", "与上年持平"),
        (parse("0%"), "增长", "与上年持平"),
        (parse("0%"), "环比", "环比持平"),
        (parse("近5%"), "增长", "增长近5%"),
        (rate("0.000001"), "同比", "同比基本持平"),
        (parse("2.1个百分点"), "增长", "提高2.1个百分点"),
        (parse("-2.1个百分点"), "较上年", "较上年下降2.1个百分点"),
        (percentage_points(0), "同比", "同比持平"),
        (change("9.75亿元", "8.81亿元"), "", "10.67%"),
        (change("9.75亿元", "8.81亿元"), "同比", "同比增长10.67%"),
        (change(8, 10), "", "-20%"),
        (change(8, 10), "同比", "同比下降20%"),
        (change(10, 10), "较上年", "与上年持平"),
        (change("12.1%", "10%"), "同比", "同比提高2.1个百分点"),
        (change("7.9%", "10%"), "增长", "下降2.1个百分点"),
        (change("5%", "0%"), "增长", "提高5个百分点"),
        (change(2, 3, places=1), "增长", "下降33.3%"),
        (money(975_000_000, previous=881_000_000), "", "9.75亿元"),
        (money(975_000_000, previous=881_000_000), "同比", "同比增长10.67%"),
        (count(80, "家", previous=100), "增长", "下降20%"),
        (breakdown("7家", {"商贸业": "4家", "服务业": "3家"}), "", "7家"),
        (breakdown("7家", {"商贸业": "4家", "服务业": "3家"}), "其中", "7家，其中商贸业4家、服务业3家"),
        (breakdown(count(8, "家", previous=4), {"商贸业": "8家"}), "同比", "同比增长100%"),
        (parse("7家"), "中文", "七家"),
        (parse("2家"), "中文", "两家"),
        (parse("2"), "中文", "二"),
        (parse("12个"), "中文", "十二个"),
        (parse("300余次"), "中文", "三百余次"),
        (parse("100余次"), "中文", "百余次"),
        (parse("16亿元"), "中文", "十六亿元"),
        (parse("9.75亿元"), "中文", "九亿七千五百万元"),
        (parse("10余万元"), "中文", "十余万元"),
        (parse("10万余元"), "中文", "十万余元"),
        (parse("四个"), "中文", "四个"),
        (span("13万元", "17万元"), "一字线", "13万元—17万元"),
        (span(1, 10, "月"), "浪纹线", "1～10月"),
    ],
)
def test_a_figure_in_a_style(figure, style, printed):
    assert format(figure, style) == printed
    assert f"{figure:{style}}" == printed


@pytest.mark.parametrize(
    ("figure", "styles"),
    [
        (parse("7家"), ("中文",)),
        (parse("7.5家"), ()),
        (parse("几家"), ()),
        (parse("10.67%"), tuple(GROWTH_STYLES)),
        (breakdown("7家", {"商贸业": "7家"}), ("其中", "中文")),
        (span(1, 10, "月"), ("一字线", "浪纹线")),
    ],
)
def test_a_figure_knows_its_styles(figure, styles):
    assert figure.styles == styles


def test_an_unknown_style_is_answered_with_the_known_ones():
    with pytest.raises(FigureError) as caught:
        format(breakdown("7家", {"商贸业": "7家"}), "同比")
    (finding,) = caught.value.findings
    assert (finding.rule, finding.found, finding.expected) == ("unknown_style", "同比", "其中、中文")


@pytest.mark.parametrize(
    ("figure", "direction"), [(change(2, 1), "增长"), (change(1, 2), "下降"), (change(1, 1), "持平")]
)
def test_a_change_knows_its_direction(figure, direction):
    assert figure.direction == direction
