"""Merged cells and nested columns: what fits, what each goes over, and how a file writes them."""

import json

import pytest
from hypothesis import given

from renmin_docs import Attachment, Cell, Column, DataFileError, ReportError, Table, WorkReport
from renmin_docs.figures import UNFILLED
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from renmin_docs.report.merged_cells import first_columns, grid_of, head_rows
from tests.merged import REVENUE, merged_tables
from tests.samples import report


def found(rows, columns=("甲", "乙", "丙")) -> list[tuple[str, str, str, str]]:
    """What is wrong with the rows of a table."""
    with pytest.raises(ReportError) as caught:
        Table(columns=columns, rows=rows)
    return [(each.rule, each.place, each.found, each.expected) for each in caught.value.findings]


@given(table=merged_tables())
def test_every_place_of_a_table_belongs_to_one_cell(table):
    width = len(table.leaf_columns)
    grid = grid_of(table.rows, width)
    assert [len(row) for row in grid] == [width] * len(table.rows)
    shown = sum(each.rows * each.columns for each in {each for row in grid for each in row})
    assert shown == width * len(table.rows)
    assert [[*map(len, first_columns(table.rows, width))]] == [[*map(len, table.rows)]]
    assert sum(each.rows * each.columns for row in head_rows(table.columns) for each in row) == width * len(
        head_rows(table.columns)
    )


@given(table=merged_tables())
def test_a_merged_table_comes_back_from_its_own_data(table):
    assert Table.model_validate(table.model_dump()) == table
    assert Table.model_validate_json(table.model_dump_json(exclude_defaults=True)) == table
    assert table.replace() == table


def test_a_cell_that_goes_over_nothing_else_is_its_text():
    table = Table(columns=["甲", "乙"], rows=[[{"text": 7}, Cell(text="丙\n")]])
    assert table.rows == (("7", "丙"),)


def test_a_heading_hands_its_alignment_and_kind_on_to_columns_without():
    group = {
        "heading": "税收",
        "alignment": "right",
        "kind": "number",
        "columns": ["上年", {"heading": "注", "kind": "text"}],
    }
    table = Table(columns=["项目", group], rows=[["甲", "1", ""]])
    looks = [(column.heading, column.alignment, column.kind) for column in table.leaf_columns]
    assert looks == [("项目", None, None), ("上年", "right", "number"), ("注", "right", "text")]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([[{"text": "一", "column_span": 2}]], ("table_merged_ragged", "rows[0]", "2", "3")),
        ([[{"text": "一", "column_span": 2}, "二", "三"]], ("table_merged_ragged", "rows[0]", "4", "3")),
        ([[{"text": "一", "row_span": 2}, "二", "三"], ["二", "三", ""]], ("table_merged_ragged", "rows[1]", "4", "3")),
        ([["一", "二", {"text": "三", "column_span": 2}]], ("cell_columns", "rows[0][2]", "2", "1")),
        (
            [["一", {"text": "二", "row_span": 2}, "三"], [{"text": "四", "column_span": 2}]],
            ("cell_columns", "rows[1][0]", "2", "1"),
        ),
        ([["一", "二", {"text": "三", "row_span": 2}]], ("cell_rows", "rows[0][2]", "2", "1")),
    ],
)
def test_what_does_not_fit_is_named_once(rows, wrong):
    assert found(rows) == [wrong]


@pytest.mark.parametrize("span", [0, -1, 64, 2.0, "2", True, None, pytest.param(10**5000, id="huge")])
def test_a_span_is_a_whole_number_from_one_on(span):
    ((rule, place, _, expected),) = found([[{"text": "一", "column_span": span}, "二"]])
    assert (rule, place, expected) == ("wrong_type", "rows[0][0].column_span", "@span")


@pytest.mark.parametrize(
    ("cell", "rule", "place"),
    [
        ({"text": 1.5, "column_span": 3}, "cell_float", "rows[0][0].text"),
        ({"text": "{甲", "column_span": 3}, "brace_unclosed", "rows[0][0].text"),
        ({"text": "甲", "colspan": 3}, "unknown_key", "rows[0][0]"),
        ({"甲": None}, "cell_kind", "rows[0][0]"),
    ],
)
def test_a_merged_cell_is_refused_for_what_is_wrong_with_it(cell, rule, place):
    assert [each[:2] for each in found([[cell]], ["甲"])] == [(rule, place)]


def test_all_that_is_wrong_is_named_above_a_cell_that_can_not_be_read():
    rows = [["一", {"column_span": 3}], ["{二", "二", "三"], [{"text": 1, "row_span": 0}, "二", "三"], ["一"]]
    assert [each[:2] for each in found(rows)] == [
        ("brace_unclosed", "rows[1][0]"),
        ("wrong_type", "rows[2][0].row_span"),
        ("cell_columns", "rows[0][1]"),
    ]


def test_a_wide_span_of_a_hostile_file_costs_no_memory():
    ((rule, *_),) = found([[{"text": "一", "row_span": 1_000_000}, "二", "三"]])
    assert rule == "cell_rows"
    wide = [[{"text": "一", "column_span": 63}], *([] for _ in range(2000))]
    assert found(wide, ["甲"] * 2000) == [("table_columns_many", "rows", "2000", "63")]


CHINESE = """\
单位: {名称: 人民街道}
年度: 2022
主要工作:
  正文:
  - 列:
    - 项目
    - {列名: 税收, 单位: 万元, 下级列: [上年, {列名: 本年, 类型: 数字}]}
    行:
    - [{文字: 一办, 跨行: 2}, 3, 4]
    - [{文字: 未分开, 跨列: 2}]
"""


def test_a_file_in_chinese_says_the_same_and_is_written_so_again(tmp_path):
    (tmp_path / "report.yaml").write_text(CHINESE, encoding="utf-8")
    loaded = WorkReport.load(tmp_path / "report.yaml")
    (table,) = loaded.achievements[0].body
    assert table.columns[1] == Column(
        heading="税收", unit="万元", columns=["上年", Column(heading="本年", kind="number")]
    )
    assert table.rows == ((Cell(text="一办", row_span=2), "3", "4"), (Cell(text="未分开", column_span=2),))
    for keys in ("en", "zh"):
        (tmp_path / "again.yaml").write_text(report_to_yaml(loaded, keys=keys), encoding="utf-8")
        assert WorkReport.load(tmp_path / "again.yaml") == loaded
    assert "跨列: 2" in report_to_yaml(loaded, keys="zh")


def test_the_schema_knows_merged_cells_in_both_spellings():
    cell = WorkReport.model_json_schema()["$defs"]["Cell"]["properties"]
    assert {"text", "文字", "column_span", "跨列", "row_span", "跨行"} == cell.keys()
    assert "Cell" in json.dumps(Table.model_json_schema()["properties"]["rows"])


def test_next_years_table_keeps_its_merged_cells_and_loses_its_numbers():
    (attachment,) = report(attachments=[Attachment(title="收入表", body=[REVENUE])]).next_year().attachments
    (table,) = attachment.body
    places = [[0, 1, 2, 3, 4, 5], [1, 2, 4, 5], [0, 2, 3, 4, 5]]
    assert [first_columns(each.rows, 6) for each in (table, REVENUE)] == [places, places]
    assert table.rows[0][:4] == (Cell(text="街道本级", row_span=2), "一办", UNFILLED, UNFILLED)


def test_a_file_with_a_slip_in_its_nested_columns_is_told_of_its_other_faults(tmp_path):
    """What stands for the wrong parts is as wide as the table."""
    text = (
        CHINESE.replace("列名: 税收", "列明: 税收")
        .replace("- [{文字: 一办, 跨行: 2}, 3, 4]", "- 一办")
        .replace("跨列: 2", "跨列: 3")
    )
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / "report.yaml")
    assert [each.rule for each in caught.value.findings] == ["missing_key", "unknown_key", "table_row_shape"]


def test_columns_nested_without_end_are_refused_in_words(tmp_path):
    deep = '{"heading": "一", "columns": [' * 3000 + '"一"' + "]}" * 3000
    (tmp_path / "report.json").write_text(
        '{"organization": {"name": "人民街道"}, "year": 2022, "achievements": {"body": [{"columns": ['
        + deep
        + '], "rows": [["一"]]}]}}',
        encoding="utf-8",
    )
    with pytest.raises(DataFileError):
        WorkReport.load(tmp_path / "report.json")
