"""Totals of tables: computed where they are open, held against their cells where they are not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import Cell, Chapter, FigureError, ReportError, Table, read_report
from renmin_docs.figures import UNFILLED
from renmin_docs.proofread.grids import number_in
from renmin_docs.report.tables import resolved
from tests.samples import report

SUMMED = {"heading": "投入", "unit": "万元", "total": "sum"}


def printed(rows, columns=("社区", SUMMED), write=str) -> list[list[str | Cell]]:
    """The rows as they are printed."""
    return [[*row] for row in resolved(Table(columns=columns, rows=rows), {}, write).rows]


def wrong(rows, columns=("社区", SUMMED)) -> list[tuple[str, str, str, str]]:
    with pytest.raises(FigureError) as caught:
        printed(rows, columns)
    return [(each.rule, each.place, each.found, each.expected) for each in caught.value.findings]


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["3", "4"], "7"),
        (["1,200.5", "99"], "1,299.5"),
        (["0.1", "0.2"], "0.3"),
        (["1.50", "2.5"], "4.00"),
        (["-3.25", "0.25"], "-3.00"),
        (["12%", "88%"], "100%"),
        (["3户", "—", "", "4户"], "7户"),
        (["9" * 30, "1"], "1" + "0" * 30),
        (["—", ""], ""),
        ([UNFILLED, "3"], UNFILLED),
    ],
)
def test_a_total_is_the_exact_sum_in_the_form_of_its_cells(cells, total):
    assert printed([["甲", cell] for cell in cells])[-1] == ["合计", total]


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=8))
def test_any_total_is_what_the_decimals_add_up_to(numbers):
    total = printed([["甲", number] for number in numbers])[-1][1]
    assert Decimal(total) == sum(numbers)


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        ([["甲", 1], ["乙", 2], ["合计", ""]], ["3"]),
        ([["合计", ""], ["甲", 1], ["乙", 2]], ["3"]),
        ([["总计", "—"], ["甲", 1]], ["1"]),
        ([["甲", 1], ["乙", 2], ["小计", ""], ["丙", 4], ["小计", ""]], ["3", "4", "7"]),
        ([["小计", ""], ["甲", 1], ["小计", ""], ["乙", 2], ["丙", 4], ["合计", ""]], ["1", "6", "7"]),
        ([["甲", 1], ["合计", ""], ["乙", 2], ["合计", ""], ["总计", ""]], ["1", "2", "3"]),
        ([["甲", 3], ["其中：一", 1], ["　　　二", 2], ["乙", 4]], ["7"]),
        ([["甲", 3], ["（其中）一", 1], ["乙", 4]], ["7"]),
        ([["合 计", "7.0"], ["甲", 3], ["乙", 4]], ["7.0"]),
    ],
)
def test_a_row_of_totals_adds_up_what_it_stands_for(rows, totals):
    assert [row[1] for row in printed(rows) if str(row[0]).replace(" ", "") in ("合计", "总计", "小计")] == totals


def test_the_name_of_the_row_goes_over_the_columns_before_the_first_total():
    rows = printed([[1, "甲", 3, "注", 4]], ["序号", "社区", SUMMED, "备注", SUMMED])
    assert rows[-1] == [Cell(text="合计", column_span=2), "3", "", "4"]


def test_a_serial_number_is_no_name_of_a_row():
    assert printed([[1, "甲", 3], [2, "其中：乙", 1], ["", "合计", ""]], ["序号", "社区", SUMMED])[-1] == [
        "",
        "合计",
        "3",
    ]


def test_a_heading_hands_its_total_on_to_the_columns_below():
    rows = printed(
        [["甲", 1, 2], ["乙", 3, 4]], ["社区", {"heading": "投入", "total": "sum", "columns": ["上年", "本年"]}]
    )
    assert rows[-1] == ["合计", "4", "6"]


def test_a_merged_cell_counts_once_and_one_over_two_columns_not_at_all():
    columns = ["社区", SUMMED, SUMMED]
    rows = [["甲", Cell(text="3", row_span=2), 1], ["乙", 2], ["丙", Cell(text="未分开", column_span=2)]]
    assert printed(rows, columns)[-1] == ["合计", "3", "3"]
    assert wrong([["甲", Cell(text="3", column_span=2)]], columns) == [("total_addend", "rows[0][1]", "3", "")]


def test_figures_are_added_as_they_are_printed():
    rows = printed([["甲", "{a}"], ["乙", "2"]], write=lambda text: text.replace("{a}", "1.5"))
    assert rows == [["甲", "{a}"], ["乙", "2"], ["合计", "3.5"]]


@pytest.mark.parametrize("cell", ["约3", "300余", "3～4", "近20", "无", "1.2.3", "9" * 60])
def test_what_can_not_be_added_is_named(cell):
    assert wrong([["甲", "1"], ["乙", cell]]) == [("total_addend", "rows[1][1]", cell, "")]


def test_cells_in_different_units_are_not_added():
    assert wrong([["甲", "3万元"], ["乙", "4亿元"], ["合计", "5"]]) == [("total_addend", "rows[1][1]", "4亿元", "")]


def test_a_total_that_contradicts_its_cells_is_named_with_their_sum():
    rows = [["甲", "3"], ["小计", "4"], ["乙", "4"], ["合计", "8"]]
    assert wrong(rows) == [("table_total", "rows[1][1]", "4", "3"), ("table_total", "rows[3][1]", "8", "7")]


def test_a_table_whose_first_column_is_summed_has_no_place_for_the_name_of_its_row():
    assert wrong([["3"]], [SUMMED]) == [("total_unnamed", "columns[0]", "合计", "")]


def test_a_report_says_it_at_the_cell_and_is_not_printed():
    table = Table(columns=["社区", SUMMED], rows=[["甲", "3"], ["合计", "4"]])
    sample = report(achievements=Chapter(body=["如表。", table]))
    (finding,) = [each for each in sample.check() if each.severity == "error"]
    assert (finding.rule, finding.place) == ("table_total", "achievements.body[1].rows[1][1]")
    with pytest.raises(ReportError) as caught:
        sample.to_bytes()
    assert caught.value.findings == (finding,)


def test_the_printed_total_is_read_as_a_row(tmp_path):
    table = Table(columns=["社区", "类型", SUMMED], rows=[["甲", "一", "3"], ["乙", "二", "4"]])
    report(achievements=Chapter(body=["如表。", table])).save(tmp_path / "report.docx")
    read = read_report(tmp_path / "report.docx").report.achievements[0].body[1]
    assert read.rows == (*table.rows, (Cell(text="合计", column_span=2), "7"))


def test_next_years_table_waits_for_its_numbers():
    table = Table(columns=["社区", SUMMED], rows=[["甲", "3"], ["乙", "4"]])
    (attachment,) = report(attachments=[{"title": "表", "body": [table]}]).next_year().attachments
    assert resolved(attachment.body[0], {}, str).rows[-1] == ("合计", UNFILLED)


def test_what_is_computed_is_what_the_proofreader_computes():
    total = printed([["甲", "1,200.5"], ["乙", "99"]])[-1][1]
    assert number_in(total, "万元").value == number_in("1299.5", "万元").value
