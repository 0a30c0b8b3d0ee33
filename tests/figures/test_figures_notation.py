"""Every form of notation, read and printed."""

from decimal import Decimal

import pytest

from renmin_docs.errors import FigureError
from renmin_docs.figures import Estimate, Quantity, Rank, Span, Unknown, parse

CANONICAL = [
    ("1634人", 1634, "人", ""),
    ("63%", Decimal("0.63"), "%", ""),
    ("10.67%", Decimal("0.1067"), "%", ""),
    ("-4.8%", Decimal("-0.048"), "%", ""),
    ("20.0%", Decimal("0.2"), "%", ""),
    ("4.5‰", Decimal("0.0045"), "‰", ""),
    ("2.1个百分点", Decimal("2.1"), "个百分点", ""),
    ("2.5倍", Decimal("2.5"), "倍", ""),
    ("两番", 2, "番", ""),
    ("三成", Decimal("0.3"), "成", ""),
    ("3.45亿元", 345_000_000, "元", ""),
    ("34500万元", 345_000_000, "元", ""),
    ("1.2万亿元", 1_200_000_000_000, "元", ""),
    ("5000万", 50_000_000, "", ""),
    ("4000", 4000, "", ""),
    ("0.46", Decimal("0.46"), "", ""),
    ("12345678", 12_345_678, "", ""),
    ("300余次", 300, "次", "余"),
    ("300多次", 300, "次", "多"),
    ("15000余人次", 15_000, "人次", "余"),
    ("近20条", 20, "条", "近"),
    ("约5000字", 5000, "字", "约"),
    ("超300户", 300, "户", "超"),
    ("超过300户", 300, "户", "超过"),
    ("不足100票", 100, "票", "不足"),
    ("逾2万平方米", 20_000, "平方米", "逾"),
    ("达16亿元", 1_600_000_000, "元", "达"),
    ("突破3万亩", 30_000, "亩", "突破"),
    ("至少3场次", 3, "场次", "至少"),
    ("300人左右", 300, "人", "左右"),
    ("5000万以上", 50_000_000, "", "以上"),
    ("5000万元以下", 50_000_000, "元", "以下"),
    ("3公里以内", 3, "公里", "以内"),
    ("20吨上下", 20, "吨", "上下"),
    ("10余万元", 100_000, "元", "余"),
    ("10万余元", 100_000, "元", "余"),
    ("80㎡", 80, "㎡", ""),
    ("5千米", 5, "千米", ""),
    ("50万千瓦时", 500_000, "千瓦时", ""),
    ("3000元/人", 3000, "元/人", ""),
    ("三个", 3, "个", ""),
    ("十二个", 12, "个", ""),
    ("两个", 2, "个", ""),
    ("百余人", 100, "人", "余"),
    ("近百家", 100, "家", "近"),
    ("二百户", 200, "户", ""),
    ("两百户", 200, "户", ""),
    ("两千户", 2000, "户", ""),
    ("两万元", 20_000, "元", ""),
    ("两亿元", 200_000_000, "元", ""),
    ("两千二百户", 2200, "户", ""),
    ("一万两千户", 12_000, "户", ""),
    ("两百余户", 200, "户", "余"),
    ("近两百户", 200, "户", "近"),
    ("一百零五户", 105, "户", ""),
    ("一万零三百户", 10_300, "户", ""),
    ("十万三千户", 103_000, "户", ""),
    ("十余万元", 100_000, "元", "余"),
    ("十万余元", 100_000, "元", "余"),
]

READ_ONLY = [
    ("4.2个亿", "4.2亿"),
    ("3亿4500万元", "3.45亿元"),
    ("3亿4567万元", "34567万元"),
    ("4千", "4000"),
    ("1千3百万", "1300万"),
    ("2万5千人", "2.5万人"),
    ("12,345,678", "12345678"),
    (".46", "0.46"),
    ("１２％", "12%"),
    ("9.75 亿元", "9.75亿元"),
    ("+5%", "5%"),
    ("−4.8%", "-4.8%"),
    ("2.1百分点", "2.1个百分点"),
    ("二个", "两个"),
    ("一百余人", "百余人"),
    ("一十二个", "十二个"),
    ("一百〇五户", "一百零五户"),
    ("007家", "7家"),
    ("15～30%", "15%～30%"),
    ("13～17万元", "13万元～17万元"),
    ("13万～17万元", "13万元～17万元"),
    ("8000～1.2万元", "8000元～1.2万元"),
    ("8000～1.2万", "8000～12000"),
    ("10人～20人", "10～20人"),
    ("10至20人", "10～20人"),
    ("三至五个", "3～5个"),
    ("三个到五个", "3～5个"),
    ("1-10月", "1—10月"),
    ("1月至10月", "1—10月"),
    ("2021-2025年", "2021—2025年"),
    ("2021年~2025年", "2021—2025年"),
    ("3-5年", "3～5年"),
    ("二三十个", "两三十个"),
]

REFUSED = [
    ("四上企业", "figure_unreadable"),
    ("", "figure_unreadable"),
    ("企业", "figure_unreadable"),
    ("二十大", "figure_unreadable"),
    ("十家村", "figure_unreadable"),
    ("2025年1月8日", "figure_unreadable"),
    ("3亿4500", "figure_unreadable"),
    ("十二", "figure_unreadable"),
    ("十百个", "figure_unreadable"),
    ("一二三个", "figure_unreadable"),
    ("三点五", "figure_unreadable"),
    ("百分之三十五户", "figure_unreadable"),
    ("第十百", "figure_unreadable"),
    ("三～企业", "figure_unreadable"),
    ("9" * 100 + "家", "figure_unreadable"),
    ("9" * 30 + "家", "number_unreadable"),
    ("约300余次", "hedges_stacked"),
    ("近300余次", "hedges_stacked"),
    ("约300次左右", "hedges_stacked"),
    ("110.53万余元", "hedge_on_decimal"),
    ("13.5万多人", "hedge_on_decimal"),
    ("约0家", "hedge_untrue"),
    ("-2倍", "times_negative"),
    ("3、4个月", "estimate_form"),
    ("七、八十种", "estimate_form"),
    ("3、4企业", "figure_unreadable"),
    ("3人～5家", "span_units"),
    ("30%～15%", "span_order"),
    ("约3人～5人", "span_hedged"),
    ("3万%", "scale_of_rate"),
    ("第0名", "ordinal_range"),
]


@pytest.mark.parametrize(("text", "value", "unit", "hedge"), CANONICAL)
def test_a_canonical_form_is_read_and_printed_as_it_was(text, value, unit, hedge):
    figure = parse(text)
    assert isinstance(figure, Quantity)
    assert (figure.value, figure.unit, figure.hedge, str(figure)) == (value, unit, hedge, text)
    assert parse(str(figure)) == figure == figure.as_printed()


@pytest.mark.parametrize(("text", "printed"), READ_ONLY)
def test_another_form_is_read_and_printed_right(text, printed):
    assert str(parse(text)) == printed


@pytest.mark.parametrize(("text", "rule"), REFUSED)
def test_what_is_wrong_is_refused_and_quoted(text, rule):
    with pytest.raises(FigureError) as caught:
        parse(text)
    assert [finding.rule for finding in caught.value.findings] == [rule]
    assert caught.value.message("zh") != caught.value.message("en")


def test_an_unreadable_text_is_quoted_in_the_message():
    with pytest.raises(FigureError, match="四上企业"):
        parse("四上企业")


@pytest.mark.parametrize(
    ("text", "right"), [("3、4个月", "三四个月"), ("七、八十种", "七八十种"), ("约300余次", "约300次、300余次")]
)
def test_a_wrong_form_is_answered_with_the_right_one(text, right):
    with pytest.raises(FigureError) as caught:
        parse(text)
    assert caught.value.findings[0].expected == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("十万零三千户", "十万三千户"),
        ("一百零二十户", "一百二十户"),
        ("一千零零五户", "一千零五户"),
        ("零五户", "五户"),
        ("一万三百户", "一万零三百户"),
        ("两万三百户", "两万零三百户"),
        ("一百五户", "一百零五户、一百五十户"),
        ("近两万三户", "近两万零三户、近两万三千户"),
        ("百户", "一百户"),
        ("万户", "一万户"),
        ("一百零两户", "一百零二户"),
        ("十两户", "十二户"),
        ("一百二十两万元", "一百二十二万元"),
        ("第两名", "第二名"),
        ("廿五户", "二十五户"),
        ("一百十户", "一百一十户"),
        ("三千零十五户", "三千零一十五户"),
        ("二万十户", "二万零一十户"),
        ("卅户", "三十户"),
        ("壹佰元", "一百元"),
        ("兩百户", "两百户"),
        ("百分之廿五", "百分之二十五"),
        ("百分之两", "百分之二"),
        ("百分之85", "85%"),
        ("千分之4.5", "4.5‰"),
        ("两分之一", "二分之一"),
        ("三点五亿元", "3.5亿元"),
        ("一点五倍", "1.5倍"),
    ],
)
def test_a_numeral_that_is_written_wrong_is_answered_with_the_right_one(text, right):
    with pytest.raises(FigureError) as caught:
        parse(text)
    assert [(finding.rule, finding.expected) for finding in caught.value.findings] == [("numeral_form", right)]
    for form in right.split("、"):
        assert str(parse(form)) == form


def test_two_ways_of_writing_a_number_are_one_value_and_print_as_written():
    written, usual = parse("两百户"), parse("二百户")
    assert written.value == usual.value
    assert str(written.model_copy(update={"value": Decimal(300)})) == "三百户"
    assert format(parse("两百户"), "中文") == "两百户"


def test_the_place_of_yu_is_kept_apart():
    assert parse("10余万元") != parse("10万余元")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15%～30%", Decimal("0.15"), Decimal("0.3")),
        ("13万元～17万元", 130_000, 170_000),
        ("5000万元～8000万元", 50_000_000, 80_000_000),
        ("5000万元～1亿元", 50_000_000, 100_000_000),
        ("10～20人", 10, 20),
        ("-5%～-3%", Decimal("-0.05"), Decimal("-0.03")),
        ("3～5年", 3, 5),
        ("2021—2025年", 2021, 2025),
        ("1—10月", 1, 10),
        ("8—17时", 8, 17),
    ],
)
def test_a_range_has_two_values(text, low, high):
    figure = parse(text)
    assert isinstance(figure, Span)
    assert (figure.low, figure.high) == figure.value == figure.values == (low, high)
    assert str(figure) == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三四个月", 3, 4),
        ("两三个", 2, 3),
        ("一两个", 1, 2),
        ("三五个", 3, 5),
        ("七八十种", 70, 80),
        ("五六百人", 500, 600),
        ("十七八岁", 17, 18),
        ("三四万元", 30_000, 40_000),
        ("七八成", Decimal("0.7"), Decimal("0.8")),
    ],
)
def test_adjacent_numerals_are_an_estimate(text, low, high):
    figure = parse(text)
    assert isinstance(figure, Estimate)
    assert (figure.value, str(figure), figure.hedge) == ((low, high), text, "")


@pytest.mark.parametrize(
    "text", ["几次", "几十次", "数十家", "数百户", "十几个", "若干项", "X家", "×人", "**亿元", "20XX年", "数万元", "几"]
)
def test_masks_have_no_value(text):
    figure = parse(text)
    assert isinstance(figure, Unknown)
    assert figure.value is None
    assert figure.values == ()
    assert str(figure) == text


@pytest.mark.parametrize(("text", "value"), [("第三", 3), ("第十二名", 12), ("第3名", 3), ("第1", 1)])
def test_places_in_an_order(text, value):
    figure = parse(text)
    assert isinstance(figure, Rank)
    assert (figure.value, str(figure), figure.hedge) == (value, text, "")
