"""Figures from raw values: the vectors of GB/T 15835 in usage, hedges that are true, refusals."""

from decimal import Decimal

import pytest

from renmin_docs.errors import FigureError
from renmin_docs.figures import (
    Breakdown,
    Estimate,
    Figure,
    Fraction,
    Quantity,
    Unknown,
    breakdown,
    change,
    count,
    doubling,
    fraction,
    money,
    parse,
    percentage_points,
    rank,
    rate,
    ratio,
    share,
    span,
    times,
)
from renmin_docs.figures.base import built


def rules(action) -> list[str]:
    with pytest.raises(FigureError) as caught:
        action()
    assert isinstance(caught.value, ValueError)
    return [finding.rule for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (8650, "8650元"),
        ("8650.5", "8650.5元"),
        (9999, "9999元"),
        (10_000, "1万元"),
        ("9999.999", "1万元"),
        (34_500, "3.45万元"),
        (99_999_999, "1亿元"),
        (99_500_000, "9950万元"),
        (975_000_000, "9.75亿元"),
        (122_000_000, "1.22亿元"),
        (1_200_000_000_000, "12000亿元"),
        (-48_000, "-4.8万元"),
        (0, "0元"),
    ],
)
def test_money_takes_its_scale_after_rounding(value, printed):
    assert str(money(value)) == printed


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ({"scale": "万", "places": 1}, "1234.6万元"),
        ({"scale": "万"}, "1234.56万元"),
        ({"scale": "亿", "places": 3}, "0.123亿元"),
        ({"scale": ""}, "12345600元"),
        ({"places": 0}, "1235万元"),
        ({"hedge": "超", "places": 0}, "超1234万元"),
        ({"hedge": "近", "places": 0}, "近1235万元"),
        ({"hedge": "余"}, "1234余万元"),
        ({"hedge": "余", "step": 1_000_000}, "1200余万元"),
    ],
)
def test_money_as_it_is_asked_for(options, printed):
    assert str(money("12345600", **options)) == printed


def test_a_hedge_behind_the_scale_comes_from_a_small_step():
    assert str(money(100_500, hedge="余", step=1000)) == "10万余元"
    assert str(money(105_500, hedge="余", step=1000)) == "105000余元"
    assert str(money(105_500, hedge="余", step=10_000)) == "10余万元"


def test_counts_take_a_scale_only_where_it_is_named():
    assert str(count(34_500, "人")) == "34500人"
    assert str(count(34_500, "人", scale="万")) == "3.45万人"


@pytest.mark.parametrize(
    ("value", "printed"),
    [(312, "300余次"), (300, "300次"), (299, "近300次"), (289, "200余次"), (95, "近100次"), (45, "不足100次")],
)
def test_a_hedge_left_to_the_library_is_true(value, printed):
    assert str(count(value, "次", hedge="auto", step=100)) == printed


@pytest.mark.parametrize(
    ("value", "hedge", "printed"),
    [
        (312, "余", "300余次"),
        (312, "超", "超300次"),
        (312, "近", "近400次"),
        (312, "约", "约300次"),
        (350, "约", "约400次"),
        (312, "左右", "300次左右"),
        (312, "以上", "300次以上"),
        (300, "至少", "至少300次"),
        (312, "以内", "400次以内"),
    ],
)
def test_a_named_hedge_rounds_in_its_direction(value, hedge, printed):
    figure = count(value, "次", hedge=hedge, step=100)
    assert str(figure) == printed
    assert figure.value == value


@pytest.mark.parametrize("hedge", ["余", "多", "近", "超", "超过", "逾", "突破", "不足"])
def test_an_untrue_hedge_is_refused(hedge):
    assert rules(lambda: count(300, "次", hedge=hedge, step=100)) == ["hedge_untrue"]
    assert rules(lambda: count(300, "次", hedge=hedge)) == ["hedge_untrue"]
    assert rules(lambda: count(300, "次", hedge=hedge, scale="", places=0)) == ["hedge_untrue"]


def test_an_untrue_hedge_is_answered_with_the_plain_number():
    with pytest.raises(FigureError, match="the hedge of 300余次 is not true of its value; write 300次"):
        count(300, "次", hedge="余")


def test_a_step_that_leaves_nothing_is_refused():
    assert rules(lambda: count(45, "次", hedge="余", step=100)) == ["hedge_untrue"]


def test_auto_needs_a_step():
    assert rules(lambda: count(312, "次", hedge="auto")) == ["step_missing"]
    assert rules(lambda: count(312, "次", hedge="auto", step=-1)) == ["step_not_positive"]


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("0.1067", None, "10.67%"),
        ("0.10665", None, "10.67%"),
        ("0.10665", 1, "10.7%"),
        ("0.2", None, "20%"),
        ("0.2", 1, "20.0%"),
        ("-0.048", None, "-4.8%"),
        ("-0.00001", None, "0%"),
    ],
)
def test_rates_round_half_up(value, places, printed):
    assert str(rate(value, places=places)) == printed


def test_a_rounded_rate_keeps_its_raw_value():
    assert rate("0.10665").value == Decimal("0.10665")


def test_the_other_constructors():
    assert str(percentage_points("2.1")) == "2.1个百分点"
    assert str(times("2.5")) == "2.5倍"
    assert str(rank(3)) == "第3位"
    assert str(share("63人", "100人")) == "63%"
    assert percentage_points("2.1").value == times("2.1").value == Decimal("2.1")


@pytest.mark.parametrize(
    ("low", "high", "unit", "printed"),
    [
        ("13万元", "17万元", "", "13万元～17万元"),
        (13, 17, "万元", "13万元～17万元"),
        (15, 30, "%", "15%～30%"),
        ("15%", "30%", "%", "15%～30%"),
        (1, 10, "月", "1—10月"),
        (2021, 2025, "年", "2021—2025年"),
        ("三个", "五个", "", "3～5个"),
        (Decimal("1.5"), 3, "公里", "1.5～3公里"),
        ("13万元", "17万元", "元", "13万元～17万元"),
        ("13万元", "17万元", "万元", "13万元～17万元"),
    ],
)
def test_spans(low, high, unit, printed):
    assert str(span(low, high, unit)) == printed


def test_the_same_money_is_the_same_figure():
    assert money(975_000_000) == parse("9.75亿元")
    assert parse("1.03亿元").value != parse("10345万元").value
    assert count(312, "次") == parse("312次") == Quantity(value=312, unit="次")


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (lambda: change(5, 0), ["previous_not_positive"]),
        (lambda: change(5, -1), ["previous_not_positive"]),
        (lambda: change("5家", "4人"), ["change_units"]),
        (lambda: change("9.75亿元", "8.81亿元", stated="10.67个百分点"), ["rate_unit"]),
        (lambda: change("几家", "4家"), ["not_one_number"]),
        (lambda: money(5, previous=0), ["previous_not_positive"]),
        (lambda: share(5, 0), ["previous_not_positive"]),
        (lambda: share("5家", "5人"), ["change_units"]),
        (lambda: share("5家", "10家", stated="5家"), ["rate_unit"]),
        (lambda: span("3人", "5家"), ["span_units"]),
        (lambda: span(5, 3), ["span_order"]),
        (lambda: span("约3人", "5人"), ["span_hedged"]),
        (lambda: span("3人", "5人", "家"), ["units_differ"]),
        (lambda: span("1～2家", "5家"), ["not_one_number"]),
        (lambda: breakdown("7家", {}), ["parts_missing"]),
        (lambda: breakdown("7家", {" ": "7家"}), ["parts_missing"]),
        (lambda: rank(0), ["ordinal_range"]),
        (lambda: rank(1, "企业", chinese=True), ["unit_unreadable"]),
        (lambda: rank(3, "个月", form="前"), ["unit_unreadable"]),
        (lambda: rank(3, previous="2.5"), ["ordinal_range"]),
        (lambda: ratio(1), ["ratio_terms"]),
        (lambda: ratio(1, -2), ["ratio_terms"]),
        (lambda: ratio(1, 2, places=99), ["places_range"]),
        (lambda: ratio(1, 2, hedge="余"), ["hedge_unknown"]),
        (lambda: ratio(1, 2, sign="/"), ["invalid_value"]),
        (lambda: fraction(1, 0), ["fraction_form"]),
        (lambda: fraction(1, "2.5"), ["fraction_form"]),
        (lambda: fraction(-1, 3), ["fraction_form"]),
        (lambda: fraction(1, 3, hedge="过"), ["hedge_unknown"]),
        (lambda: built(Fraction, part=1, whole=2, word="过半"), ["fraction_form"]),
        (lambda: built(Fraction, part=1, whole=3, word="一半"), ["fraction_form"]),
        (lambda: built(Fraction, part="40.6", whole=100), ["places_range"]),
        (lambda: doubling(0), ["doubling_form"]),
        (lambda: doubling("1.5"), ["doubling_form"]),
        (lambda: doubling(1, hedge="估摸"), ["hedge_unknown"]),
        (lambda: times(-2), ["times_negative"]),
        (lambda: count(5, "家", hedge="过"), ["hedge_round_only"]),
        (lambda: count(100, "家", hedge="上"), ["hedge_round_only"]),
        (lambda: count(True), ["number_unreadable"]),
        (lambda: count("abc"), ["number_unreadable"]),
        (lambda: count(Decimal("NaN")), ["number_unreadable"]),
        (lambda: count(10**400), ["number_unreadable"]),
        (lambda: count("1e99"), ["number_unreadable"]),
        (lambda: count("12x", "余家", hedge="估摸", scale="千", places=99, step="abc"), None),
        (lambda: count(12, "余家", hedge="估摸", scale="千", places=99, step=0), None),
        (lambda: count(1, scale=1), ["invalid_value"]),
        (lambda: rate("0.5", "人") and count("0.5", "%", scale="万"), ["scale_of_rate"]),
        (lambda: built(Unknown, mask="Q"), ["figure_unreadable"]),
        (lambda: built(Unknown, mask="X", unit="万家", hedge="哈", scale="千", inner=True), None),
        (lambda: built(Estimate, low=3, high=4, unit="企业"), ["unit_unreadable"]),
        (lambda: built(Estimate, low=3, high=5.5, unit="个"), ["estimate_form"]),
        (lambda: built(Estimate, low=13, high=22, unit="个"), ["estimate_form"]),
        (lambda: built(Estimate, low=3, high=4, unit="个", scale="千"), ["estimate_form"]),
        (lambda: built(Quantity, value="2.5", unit="个", chinese=True), ["numerals_whole"]),
        (lambda: built(Quantity, value=312, unit="次", hedge="余", step=100, chinese=True), ["numerals_whole"]),
    ],
)
def test_what_is_wrong_is_refused(action, expected):
    found = rules(action)
    assert found == expected if expected else len(found) > 1


def test_a_float_leaks_no_binary_digits():
    assert count(0.1, "吨").value == Decimal("0.1")


def test_a_quantity_is_taken_out_of_other_figures():
    total = breakdown("8家", {"商贸业": "8家"})
    assert isinstance(total, Breakdown)
    assert str(change(total, "4家")) == "100%"
    assert str(change(change("12人", "10人"), "10%")) == "10个百分点"


def test_made_figures_know_unit_and_hedge():
    total = breakdown("300余家", {"商贸业": "200余家"}, partial=True)
    assert (total.value, total.unit, total.hedge) == (300, "家", "余")
    assert (span(1, 10, "月").unit, span(1, 10, "月").hedge) == ("月", "")
    assert (change(2, 1).unit, change(2, 1).hedge) == ("%", "")
    assert change("2家", "1家", stated="约100%").hedge == "约"


def test_the_base_prints_nothing():
    with pytest.raises(NotImplementedError):
        str(Figure())
