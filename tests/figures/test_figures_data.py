"""Figures from data files: every mapping, every fault, and back again."""

import pickle
from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError

from renmin_docs.errors import FigureError
from renmin_docs.figures import AnyFigure, from_data, money, parse, to_data
from renmin_docs.vocabulary.descriptions import described


class Holder(BaseModel):
    figures: dict[str, AnyFigure]


@pytest.mark.parametrize(
    ("data", "printed"),
    [
        ("600余家", "600余家"),
        (7, "7"),
        (Decimal("9.75"), "9.75"),
        (0.1, "0.1"),
        ({"value": 312, "unit": "次", "hedge": "余", "step": 100}, "300余次"),
        ({"value": 312, "unit": "次", "hedge": "auto", "step": 100}, "300余次"),
        ({"value": 975_000_000, "unit": "元", "previous": 881_000_000}, "9.75亿元"),
        ({"value": "9.75亿元", "previous": "8.81亿元"}, "9.75亿元"),
        ({"value": Decimal("9.75"), "unit": "亿元"}, "9.75亿元"),
        ({"value": 97_500, "unit": "万元"}, "97500万元"),
        ({"value": Decimal("10.67"), "unit": "%"}, "10.67%"),
        ({"value": 12_345_600, "unit": "元", "scale": "万", "places": 1}, "1234.6万元"),
        ({"value": "12345600元", "scale": "万"}, "1234.56万元"),
        ({"value": "312次", "hedge": "余", "step": 100}, "300余次"),
        ({"value": 105_500, "unit": "元", "hedge": "余", "step": 1000}, "105000余元"),
        ({"value": 12}, "12"),
        ({"total": "7家", "parts": {"商贸业": "4家", "服务业": {"value": 3, "unit": "家"}}}, "7家"),
        ({"low": "13万元", "high": "17万元"}, "13万元～17万元"),
        ({"low": 1, "high": 10, "unit": "月"}, "1—10月"),
        ({"current": "9.75亿元", "previous": "8.81亿元"}, "10.67%"),
        ({"rate": "10.7%", "current": "9.75亿元", "previous": "8.81亿元"}, "10.7%"),
        ({"rate": "63%", "part": "63人", "of": "100人"}, "63%"),
        ({"part": "1人", "of": "3人", "places": 1}, "33.3%"),
    ],
)
def test_data_stands_for_a_figure(data, printed):
    figure = from_data(data)
    assert str(figure) == printed
    assert from_data(figure) is figure
    assert from_data(to_data(figure)) == figure


@pytest.mark.parametrize(
    ("data", "printed"),
    [
        ({"value": "300余", "unit": "家"}, "300余家"),
        ({"value": "近5000万", "unit": "元"}, "近5000万元"),
        ({"value": "百余", "unit": "人"}, "百余人"),
        ({"value": "两百", "unit": "户"}, "两百户"),
        ({"value": Decimal("2.1"), "unit": "百分点"}, "2.1个百分点"),
        ({"value": Decimal("98.5"), "unit": "％"}, "98.5%"),
        ({"value": Decimal("9.75"), "unit": "亿 元"}, "9.75亿元"),
    ],
)
def test_a_unit_beside_notation_is_added_to_it(data, printed):
    assert str(from_data(data)) == printed
    assert from_data(to_data(from_data(data))) == from_data(data)


@pytest.mark.parametrize(
    ("data", "doubt"),
    [
        ({"value": Decimal("0.985"), "unit": "%"}, ("0.985", "98.5%、0.985%")),
        ({"value": "0.98", "unit": "%"}, ("0.98", "98%、0.98%")),
        ({"value": Decimal("-0.05"), "unit": "%"}, ("-0.05", "-5%、-0.05%")),
        ({"value": Decimal("98.5"), "unit": "%", "previous": Decimal("0.97")}, ("0.97", "97%、0.97%")),
        ({"value": "98.5%", "previous": Decimal("0.97")}, ("0.97", "97%、0.97%")),
        ({"value": Decimal("98.5"), "unit": "%"}, None),
        ({"value": "0.985%"}, None),
        ({"value": "0.985%", "unit": "%", "previous": "0.97%"}, None),
        ({"value": 0, "unit": "%"}, None),
        ({"value": Decimal("0.5"), "unit": "‰"}, None),
        ({"value": Decimal("0.5"), "unit": "公里"}, None),
    ],
)
def test_a_bare_number_below_one_under_percent_is_doubted(data, doubt):
    figure = from_data(data)
    for each in (figure, from_data(to_data(figure)), pickle.loads(pickle.dumps(figure))):
        assert [(finding.found, finding.expected) for finding in each.findings()] == ([doubt] if doubt else [])
        assert {finding.severity for finding in each.findings()} <= {"warning"}
    assert figure == figure.model_copy()


def test_the_growth_of_a_number_that_is_known_only_hedged_is_not_told():
    assert "同比" not in from_data({"value": "600余家", "previous": 500}).styles
    assert "同比" not in from_data({"value": "约98%", "previous": 97}).styles
    exact = {"value": 312, "unit": "次", "hedge": "余", "step": 100, "previous": 300}
    assert format(from_data(exact), "同比") == "同比增长4%"


def test_the_previous_value_gives_the_growth_styles():
    for data in (
        {"value": 975_000_000, "unit": "元", "previous": 881_000_000},
        {"value": Decimal("9.75"), "unit": "亿元", "previous": Decimal("8.81")},
        {"value": "9.75亿元", "previous": "8.81亿元"},
        {"value": "9.75亿元", "previous": money(881_000_000)},
    ):
        assert format(from_data(data), "同比") == "同比增长10.67%"
        assert from_data(data) == money(975_000_000, previous=881_000_000)


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (True, [("wrong_type", "", "true")]),
        (None, [("wrong_type", "", "@empty")]),
        (["7家"], [("wrong_type", "", "@list")]),
        (float("nan"), [("number_unreadable", "", "nan")]),
        ({}, [("missing_key", "", "value")]),
        ({"colour": 1}, [("unknown_key", "", "colour"), ("missing_key", "", "value")]),
        ({"valeu": 312, "unit": "次"}, [("unknown_key", "", "valeu"), ("missing_key", "", "value")]),
        ({"total": "7家", "part": {}}, [("unknown_key", "", "part"), ("missing_key", "", "parts")]),
        ({"value": True, "unit": 5}, [("wrong_type", "value", "true"), ("wrong_type", "unit", "5")]),
        ({"value": None}, [("wrong_type", "value", "@empty")]),
        ({"value": 300, "unit": "次", "hedge": "余"}, [("hedge_untrue", "", "300余次")]),
        ({"value": "300余次", "hedge": "约"}, [("hedges_stacked", "", "300余次")]),
        (
            {"value": "x", "previous": "y", "unit": "家"},
            [("not_one_number", "value", "x"), ("figure_unreadable", "previous", "y")],
        ),
        ({"value": "9家", "previous": "8人"}, [("units_differ", "previous", "8人")]),
        ({"value": Decimal("98.5"), "previous": "97%"}, [("units_differ", "previous", "97%")]),
        ({"value": "9.75亿元", "previous": Decimal("8.81")}, [("units_differ", "previous", "8.81")]),
        ({"value": "5000万", "unit": "亿元"}, [("units_differ", "value", "5000万")]),
        ({"value": "廿五", "unit": "户"}, [("numeral_form", "value", "廿五户")]),
        ({"value": "9家", "unit": "人"}, [("units_differ", "value", "9家")]),
        ({"value": 9, "unit": "家", "previous": 0}, [("previous_not_positive", "", "0家")]),
        (
            {"total": "许多", "parts": {"甲": "约300余次", "乙": {"total": "3家", "parts": {"丙": "?"}}}},
            [
                ("figure_unreadable", "total", "许多"),
                ("hedges_stacked", "parts.甲", "约300余次"),
                ("figure_unreadable", "parts.乙.parts.丙", "?"),
            ],
        ),
        ({"low": "3～5家", "high": "?"}, [("not_one_number", "low", "3～5家"), ("figure_unreadable", "high", "?")]),
        ({"value": 1, "unit": "元", "places": True}, [("wrong_type", "places", "true")]),
    ],
)
def test_faults_are_reported_all_at_once(data, faults):
    with pytest.raises(FigureError) as caught:
        from_data(data)
    assert [(finding.rule, finding.place, finding.found) for finding in caught.value.findings] == faults


def test_a_mistyped_key_is_answered_with_the_nearest():
    with pytest.raises(FigureError, match=r"hegde is not known.*hedge"):
        from_data({"value": 312, "hegde": "余"})


def test_a_model_takes_and_gives_figures():
    data = {"shops": "600余家", "firms": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}}}
    holder = Holder.model_validate({"figures": data})
    assert holder.figures["shops"] == parse("600余家")
    assert holder.model_dump(mode="json") == {"figures": data}


def test_a_model_reports_what_it_refuses():
    with pytest.raises(ValidationError) as caught:
        Holder.model_validate({"figures": {"a": "约300余次", "b": True}})
    causes = [fault["ctx"]["error"] for fault in caught.value.errors()]
    assert [type(cause) for cause in causes] == [FigureError, FigureError]
    assert [fault["loc"] for fault in caught.value.errors()] == [("figures", "a"), ("figures", "b")]


def test_the_json_schema_describes_every_mapping():
    schema = Holder.model_json_schema()["properties"]["figures"]["additionalProperties"]
    kinds = [option["type"] for option in schema["anyOf"]]
    assert kinds == ["string", "number", "object", "object", "object", "object", "object"]
    for option in schema["anyOf"][2:]:
        for needed in (each for each in option["allOf"] if "oneOf" in each):
            english, chinese = (each["required"][0] for each in needed["oneOf"])
            assert option["properties"][chinese]["description"] == described("Figure", english)
        assert all(value["description"] for value in option["properties"].values())
