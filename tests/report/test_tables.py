"""Typed tables: shapes, refusals with all faults at once, and the table that figures make."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic import ValidationError

from renmin_docs.errors import FigureError, ReportError
from renmin_docs.figures import Span, from_data
from renmin_docs.report.tables import Column, FigureRow, Table, resolved
from tests.figures.figure_strategies import canonical_texts

FIGURES = {
    "shops": "600余家",
    "turnover": {"value": 975_000_000, "unit": "元", "previous": 881_000_000},
    "cases": {"value": 312, "unit": "件", "previous": 400},
    "firms": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}},
}


def refusals(build) -> list[tuple[str, str]]:
    """Rules and places of what the model refuses; all of ours must be a ReportError."""
    with pytest.raises(ValidationError) as caught:
        build()
    found = []
    for detail in caught.value.errors():
        ours = detail.get("ctx", {}).get("error")
        found += [(each.rule, each.place) for each in ours.findings] if ours else [(detail["type"], "")]
    return found


# --- shapes -----------------------------------------------------------------------------------


def test_a_plain_text_stands_for_a_column_with_that_heading():
    table = Table(columns=["街道", Column(heading="营业额", unit="万元"), {"heading": "备注"}], rows=[["甲", "1", ""]])
    assert [column.heading for column in table.columns] == ["街道", "营业额", "备注"]
    assert table.columns[1].unit == "万元"
    assert table.columns[0] == Column(heading="街道")


def test_numbers_become_texts_as_they_are_written():
    table = Table(columns=["数"], rows=[[7], [Decimal("9.10")], [Decimal("1E+3")], [-3], ["1,234.5"], [10**20]])
    assert [cell for (cell,) in table.rows] == ["7", "9.10", "1000", "-3", "1,234.5", "1" + "0" * 20]


def test_a_cell_keeps_its_line_breaks_but_for_a_final_one():
    table = Table(columns=["文"], rows=[["甲\n乙\n"], ["{shops:中文}"], ["　缩进\t后"]])
    assert [cell for (cell,) in table.rows] == ["甲\n乙", "{shops:中文}", "　缩进\t后"]


def test_the_figures_that_it_shows_are_named():
    assert Table(figures=["shops", {"name": "cases", "label": "调解{cases}"}]).figure_names == ("shops", "cases")


def test_a_table_comes_back_from_its_own_data():
    table = Table(columns=["甲", Column(heading="乙", alignment="left")], rows=[["{{x}}", 2], ["", "三\n四"]])
    assert Table.model_validate(table.model_dump()) == table
    assert Table.model_validate_json(table.model_dump_json()) == table
    named = Table(figures=["shops", FigureRow(name="firms", label="企业")])
    assert Table.model_validate(json.loads(named.model_dump_json())) == named


# --- refusals ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({}, "table_empty"),
        ({"caption": "只有名称"}, "table_empty"),
        ({"rows": [["甲"]]}, "table_columns_missing"),
        ({"columns": ["甲"]}, "table_rows_missing"),
        ({"columns": ["甲"], "rows": [["一"]], "figures": ["shops"]}, "table_both"),
        ({"columns": ["甲"], "figures": ["shops"]}, "table_both"),
    ],
)
def test_a_table_has_columns_and_rows_or_figures(parts, rule):
    assert refusals(lambda: Table(**parts)) == [(rule, "")]


def test_every_ragged_row_is_named_with_what_it_has_and_needs():
    with pytest.raises(ValidationError) as caught:
        Table(columns=["甲", "乙", "丙"], rows=[["1", "2", "3"], ["1", "2"], ["1"], [], ["1", "2", "3", "4"]])
    (detail,) = caught.value.errors()
    findings = detail["ctx"]["error"].findings
    assert isinstance(detail["ctx"]["error"], ReportError)
    assert detail["loc"] == ("rows",)
    assert {each.rule for each in findings} == {"table_ragged"}
    assert [(each.place, each.found, each.expected) for each in findings] == [
        *(("[1]", "2", "3"), ("[2]", "1", "3"), ("[3]", "0", "3"), ("[4]", "4", "3"))
    ]
    assert findings[0].message("zh") == '[1]：本行有 2 格，表头有 3 列；请写成 3 格；空格写作 ""'


@pytest.mark.parametrize(
    ("cell", "rule", "right"),
    [
        (None, "cell_missing", '""'),
        (9.75, "cell_float", '"9.75"'),
        (True, "cell_kind", '"3"'),
        (date(2022, 12, 5), "cell_kind", '"2022-12-05"'),
        ({"a": 1}, "cell_kind", '"3"'),
        (["a"], "cell_kind", '"3"'),
        (from_data("7家"), "cell_kind", '"7家"'),
        (Decimal("NaN"), "number_unreadable", "9.75"),
        pytest.param(10**5000, "number_unreadable", "9.75", id="huge"),
        ("\x07", "control_character", ""),
        ("{shops", "brace_unclosed", "{name}"),
    ],
)
def test_a_cell_that_holds_no_text_is_refused_with_what_would_be_right(cell, rule, right):
    with pytest.raises(ValidationError) as caught:
        Table(columns=["甲", "乙"], rows=[["文", cell]])
    (finding,) = caught.value.errors()[0]["ctx"]["error"].findings
    assert (finding.rule, finding.place) == (rule, "[0][1]")
    assert right in finding.message("en")


def test_all_that_is_wrong_with_the_rows_is_reported_at_once():
    rows = [["1"], "甲", None, {"甲": 1}, ["{", 1.5, "\x01"], ["对", "对"]]
    assert refusals(lambda: Table(columns=["甲", "乙"], rows=rows)) == [
        ("table_ragged", "[0]"),
        *(("table_row_shape", f"[{index}]") for index in (1, 2, 3)),
        *(
            ("table_ragged", "[4]"),
            ("brace_unclosed", "[4][0]"),
            ("cell_float", "[4][1]"),
            ("control_character", "[4][2]"),
        ),
    ]


def test_rows_are_a_list():
    assert refusals(lambda: Table(columns=["甲"], rows="甲")) == [("wrong_type", "")]


def test_headings_stand_in_one_line():
    assert refusals(lambda: Table(columns=["甲\n乙"], rows=[["1"]])) == [("line_break", "")]
    assert refusals(lambda: Table(figures=["1家"])) == [("figure_name", "")]


# --- figures ----------------------------------------------------------------------------------


def test_figures_make_the_columns_that_offices_use():
    table = Table.of_figures(FIGURES, "turnover", "shops", caption="主要指标")
    assert [column.heading for column in table.columns] == ["指标", "单位", "本年", "上年", "同比"]
    assert table.rows == (("turnover", "亿元", "9.75", "8.81", "10.67"), ("shops", "家", "600余", "—", "—"))
    assert (table.columns[4].unit, table.caption, table.figures) == ("%", "主要指标", ())


def test_without_names_all_figures_stand_in_it_in_their_order():
    table = Table.of_figures(FIGURES)
    assert [row[0] for row in table.rows] == ["shops", "turnover", "cases", "firms", "其中：商贸业", "　　　服务业"]


def test_a_report_is_as_good_as_its_figures():
    from tests.samples import report

    assert Table.of_figures(report(figures=FIGURES), "shops", "firms") == Table.of_figures(FIGURES, "shops", "firms")


@pytest.mark.parametrize(
    "notation",
    [
        *("600余家", "近20条", "9.75亿元", "5000万元", "10.67%", "2.1个百分点", "10余万元", "10万余元", "300家以上"),
        *("四个", "几十次", "X家", "两三万元", "三四个月", "第三名", "13万元～17万元", "15%～30%", "10～20人"),
        *("2021—2025年", "1—10月", "312", "约1200人", "8650元", "1.2倍", "15‰", "三成"),
    ],
)
def test_number_and_unit_together_are_the_figures_own_text(notation):
    ((_, unit, number, *rest),) = Table.of_figures({"a": notation}).rows
    after = "以上" if notation.endswith("以上") else ""
    unit = "" if unit == "—" else unit
    ends = number.removesuffix(after).split("～")
    scale = unit if unit in ("%", "万元") else ""
    assert f"{scale}～".join(ends) + unit + after == notation
    assert rest == ["—", "—"]


@pytest.mark.parametrize("notation", ["第3位", "1.86:1", "三分之一", "翻了近两番", "由第8升至第4位", "三个多月"])
def test_what_is_a_phrase_stands_whole_in_its_cell(notation):
    assert Table.of_figures({"a": notation}).rows == (("a", "—", notation, "—", "—"),)


def test_a_hedge_within_a_unit_keeps_number_and_unit_in_one_cell():
    rows = Table.of_figures({"a": "3个多月", "b": "2倍多"}).rows
    assert rows == (("a", "—", "3个多月", "—", "—"), ("b", "倍", "2多", "—", "—"))


def test_a_rank_with_the_one_before_has_both_and_the_move_in_its_row():
    figures = {"考核": {"value": "第3位", "previous": "第5位"}}
    assert Table.of_figures(figures).rows == (("考核", "—", "第3位", "第5位", "上升2位"),)


@given(notation=canonical_texts)
def test_no_character_of_a_figure_is_lost_in_its_row(notation):
    """Nothing is added either; only a range says scale and unit once where its text says them twice."""
    ((_, unit, number, *_),) = Table.of_figures({"a": notation}).rows
    shown = number + unit.replace("—", "")
    assert set(shown) == set(notation)
    assert sorted(shown) == sorted(notation) or isinstance(from_data(notation), Span)


def test_the_growth_is_the_text_that_the_figure_tells():
    for figure in (from_data(FIGURES["turnover"]), from_data(FIGURES["cases"])):
        ((*_, growth),) = Table.of_figures({"a": figure}).rows
        assert f"{growth}%" == str(figure.change)
        assert growth.lstrip("-") in format(figure, "同比")


@pytest.mark.parametrize(
    ("data", "row"),
    [
        # the earlier value stands in the scale of this one, with two decimals at most
        ({"value": 975_000_000, "unit": "元", "previous": 88_123_456}, ("亿元", "9.75", "0.88", "1006.4")),
        ({"value": 120_000_000, "unit": "元", "previous": 5_000}, ("亿元", "1.2", "0.00005", "2399900")),
        ({"value": 9_750, "unit": "元", "previous": 12_000}, ("元", "9750", "12000", "-18.75")),
        ({"value": 312, "unit": "次", "hedge": "余", "step": 100, "previous": 300}, ("次", "300余", "300", "4")),
        (
            {"value": 100_500, "unit": "元", "hedge": "余", "step": 1000, "previous": 90_000},
            ("元", "10万余", "9万", "11.67"),
        ),
        ({"value": 300, "unit": "次", "previous": 300}, ("次", "300", "300", "0")),
        ({"value": "10%", "previous": "0%"}, ("%", "10", "0", "10个百分点")),
        # a change tells its two values and its rate
        ({"current": "9.75亿元", "previous": "8.81亿元"}, ("亿元", "9.75", "8.81", "10.67")),
        ({"current": "9.75亿元", "previous": "8810万元"}, ("亿元", "9.75", "0.88", "1006.7")),
        ({"current": "50家", "previous": "40家", "rate": "25%"}, ("家", "50", "40", "25")),
        ({"current": "50家", "previous": "近40家"}, ("家", "50", "近40", "25")),
        # a share tells its rate
        ({"part": "3家", "of": "7家"}, ("%", "42.86", "—", "—")),
        ({"low": "8000万元", "high": "1.2亿元"}, ("元", "8000万～1.2亿", "—", "—")),
    ],
)
def test_each_kind_of_figure_has_its_row(data, row):
    assert Table.of_figures({"a": data}).rows[0][1:] == row


def test_growth_in_points_keeps_its_unit_beside_growth_in_percent():
    figures = {"a": {"value": "10.67%", "previous": "8.5%"}, "b": FIGURES["cases"]}
    table = Table.of_figures(figures)
    assert [row[4] for row in table.rows] == ["2.17个百分点", "-22%"]
    assert table.columns[4].unit == ""


def test_a_breakdown_tells_its_parts_below_the_total():
    deep = {"total": "7家", "parts": {"甲{乙}": "4家", "丙": {"total": "3家", "parts": {"丁": "2家", "戊": "1家"}}}}
    table = Table.of_figures({"企业": deep})
    assert [row[0] for row in table.rows] == [
        *("企业", "其中：甲{{乙}}", "　　　丙", "　　　其中：丁", "　　　　　　戊"),
    ]
    assert [row[2] for row in table.rows] == ["7", "4", "3", "2", "1"]


def test_a_label_stands_in_the_place_of_the_name():
    table = Table.of_figures(FIGURES, FigureRow(name="shops", label="网点{shops}"), {"name": "cases"})
    assert [row[0] for row in table.rows] == ["网点{shops}", "cases"]


def test_unknown_names_are_all_named_with_the_nearest():
    with pytest.raises(ReportError) as caught:
        Table.of_figures(FIGURES, "shop", "shops", "turnovr")
    assert [(each.rule, each.found, each.expected) for each in caught.value.findings] == [
        ("unknown_figure", "shop", "shops"),
        ("unknown_figure", "turnovr", "turnover"),
    ]


def test_figures_that_cannot_be_read_are_all_named():
    with pytest.raises(FigureError) as caught:
        Table.of_figures({"a": "不是数", "b": "7家", "c": {"value": "x"}}, "b")
    assert [each.place for each in caught.value.findings] == ["a", "c.value"]


def test_a_table_that_names_figures_is_resolved_when_it_is_printed():
    known = {name: from_data(value) for name, value in FIGURES.items()}
    named = Table(figures=["turnover", {"name": "firms", "label": "企业"}], caption="表", orientation="landscape")
    made = resolved(named, known, str)
    assert made.rows[0] == ("turnover", "亿元", "9.75", "8.81", "10.67")
    assert made.rows[1][0] == "企业"
    assert (made.caption, made.orientation, made.figures) == ("表", "landscape", ())
    assert resolved(made, {}, str) is made
    with pytest.raises(LookupError) as caught:
        resolved(Table(figures=["a", "shops", "b"]), known, str)
    assert caught.value.args == ("a", "b")
