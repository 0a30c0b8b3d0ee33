"""Merged cells and heads of several rows as WordprocessingML, and as they print."""

from __future__ import annotations

from hypothesis import given
from lxml import etree

from renmin_docs import Cell, Table
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.names import w
from renmin_docs.render.tables.columns import room
from renmin_docs.render.tables.markup import PrintedTable
from renmin_docs.standard.page import TYPE_AREA_WIDTH as PORTRAIT_WIDTH
from renmin_docs.standard.tables import LANDSCAPE_WIDTH
from renmin_docs.units import Twips
from tests.merged import REVENUE, merged_tables
from tests.tables import document
from tests.templates import W, parts_of


def xml(table: Table, *, keep_next: bool = False) -> str:
    return PrintedTable(table, lambda text: text).xml(LANDSCAPE_WIDTH, keep_next=keep_next)


def tree(table: Table, **options) -> etree._Element:
    return etree.fromstring(f"<w:body {W}>{xml(table, **options)}</w:body>")[0]


def told(root) -> list[str]:
    """The rows, each cell with its text, the columns that it goes over, and ^ where one from above goes on."""
    return [" | ".join(map(_cell, row.iter(w("tc")))) for row in root.iter(w("tr"))]


def _cell(cell) -> str:
    span, down = cell.find(f"{w('tcPr')}/{w('gridSpan')}"), cell.find(f"{w('tcPr')}/{w('vMerge')}")
    text = "".join(each.text or "" for each in cell.iter(w("t")))
    across = "" if span is None else f"→{span.get(w('val'))}"
    return text + across + ("" if down is None else "↓" if down.get(w("val")) == "restart" else "^")


def test_a_cell_goes_over_columns_and_rows_as_the_data_say():
    assert told(tree(REVENUE)) == [
        "项目↓ | 单位↓ | 税收（万元）→3 | 备注↓",
        "^ | ^ | 上年 | 本年 | 同比（%） | ^",
        "街道本级↓ | 一办 | 100 | 120.5 | 20.5 | ",
        "^ | 二办 | 未分开核算→2 | — | 新设",
        "合计→2 | 191 | 221.5 | 16.0 | ",
    ]


def test_a_block_of_cells_is_one():
    table = Table(columns=["甲", "乙", "丙"], rows=[[Cell(text="全", column_span=2, row_span=2), 1], [2], ["", "", 3]])
    assert told(tree(table)) == ["甲 | 乙 | 丙", "全→2↓ | 1", "→2^ | 2", " |  | 3"]


def test_a_heading_over_columns_without_heads_is_one_cell():
    table = Table(columns=[{"heading": "项目", "columns": ["", ""]}, "数量"], rows=[["党建", "学习", 3]])
    assert told(tree(table)) == ["项目→2 | 数量", "党建 | 学习 | 3"]


def test_every_row_of_the_head_repeats_and_none_stands_apart_from_the_rows():
    rows = tree(REVENUE).findall(w("tr"))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, True, False, False, False]
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
    assert [len(row.findall(f".//{w('keepNext')}")) for row in rows] == [4, 6, 6, 5, 0]


def test_rows_below_one_cell_stay_on_a_page_unless_they_are_many():
    def kept(rows):
        table = Table(
            columns=["甲", "乙"],
            rows=[[Cell(text="一", row_span=rows), 0], *([row] for row in range(1, rows)), ["二", 1]],
        )
        return [bool(row.findall(f".//{w('keepNext')}")) for row in tree(table)[3:]]

    assert kept(3) == [True, True, True, False]
    assert kept(7) == [*[False] * 6, True, False]


def test_the_last_row_keeps_with_what_follows_also_where_cells_from_above_end():
    table = Table(columns=["甲", "乙"], rows=[[Cell(text="一", row_span=2), 1], [2]])
    assert len(tree(table, keep_next=True)[-1].findall(f".//{w('keepNext')}")) == 2


def test_a_long_heading_and_a_long_cell_get_their_room_from_all_the_columns_below():
    long = "一般公共预算收入完成情况"
    head = Table(columns=[{"heading": long, "columns": ["上年", "本年"]}, "注"], rows=[[1, 2, ""]])
    body = Table(columns=["甲", "乙", "注"], rows=[[Cell(text=long, column_span=2), ""]])
    for table in (head, body):
        first, second, _ = PrintedTable(table, str).widths(PORTRAIT_WIDTH)
        assert first.twips + second.twips >= room(long)


@given(table=merged_tables())
def test_any_table_fills_its_grid_and_is_whole(table):
    root = tree(table)
    grid = [int(column.get(w("w"))) for column in root.iter(w("gridCol"))]
    assert sum(grid) == LANDSCAPE_WIDTH // Twips(1)
    for row in root.iter(w("tr")):
        at = 0
        for cell in row.iter(w("tc")):
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            over = 1 if span is None else int(span.get(w("val")))
            assert int(cell.find(f"{w('tcPr')}/{w('tcW')}").get(w("w"))) == sum(grid[at : at + over])
            at += over
        assert at == len(grid)
    assert structural_faults(parts_of(document(xml(table)))) == []
