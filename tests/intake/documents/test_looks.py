"""What the look of words says in a document of Word: raised, struck out, counted by Word, in a head of two rows."""

from __future__ import annotations

import pytest

from renmin_docs.report.tables import Table
from tests.intake.documents.saved import element, read, table, written
from tests.intake.documents.test_asides import (
    CHARACTER,
    PARAGRAPH,
    notes,
    of_style,
    paragraph,
    run,
    style,
    styles,
    texts,
)
from tests.intake.documents.test_asides import read as read_xml
from tests.intake.prose.telling import heading_told

UP, DOWN = (f'<w:vertAlign w:val="{each}script"/>' for each in ("super", "sub"))
FORMULA = "<m:oMath><m:{0}><m:e><m:r><m:t>{1}</m:t></m:r></m:e><m:{2}><m:r><m:t>{3}</m:t></m:r></m:{2}></m:{0}></m:oMath>".format
STYLES = styles(
    (CHARACTER, "up", UP, ""),
    (CHARACTER, "struck", "<w:strike/>", ""),
    (CHARACTER, "twice", "<w:dstrike/>", ""),
    (PARAGRAPH, "old", "<w:strike/>", ""),
)


@pytest.mark.parametrize(
    ("inner", "text", "noted"),
    [
        (run("拆除违建500m") + run("2", UP) + run("。"), "拆除违建500m²。", ""),
        (run("减排CO") + run("2", DOWN) + run("12吨。"), "减排CO₂12吨。", ""),
        (run("容量3×10") + run("-３", UP) + run("m") + run("3", style("up")) + run("。"), "容量3×10⁻³m³。", ""),
        (run("PM") + run("2.5", DOWN) + run("下降。"), "PM{~2.5~}下降。", ""),
        (run("第5") + run("th", UP) + run("次。"), "第5{^th^}次。", ""),
        (run("见注") + run("①", UP) + run("。"), "见注①。", ""),
        (run("一平方米") + run("。", UP), "一平方米。", ""),
        (run("共5") + run("2", style("up") + '<w:vertAlign w:val="baseline"/>') + run("次。"), "共52次。", ""),
        (FORMULA("sSup", "m", "sup", "2") + run("。"), "m²。", ""),
        (FORMULA("sSub", "CO", "sub", "2") + run("。"), "CO₂。", ""),
    ],
)
def test_raised_and_lowered_characters_stay_so_or_are_named(tmp_path, inner, text, noted):
    reading = read_xml(tmp_path, paragraph(inner), STYLES)
    assert texts(reading) == [text]
    assert [found for _, _, found in notes(reading, "document_raised")] == ([noted] if noted else [])


@pytest.mark.parametrize(
    ("inner", "of", "is_read"),
    [
        (run("作废。", "<w:strike/>"), "", False),
        (run("作废。", "<w:dstrike/>"), "", False),
        (run("作废。", style("struck")), "", False),
        (run("作废。", style("twice")), "", False),
        (run("作废。"), "old", False),
        (run("作废。", '<w:strike w:val="0"/>'), "old", True),
        (run("作废。", style("twice") + '<w:dstrike w:val="false"/>'), "", True),
        (run("作废。", style("struck")), "old", True),  # toggles of two levels cancel each other
    ],
)
def test_words_that_are_struck_out_are_left_out_and_quoted(tmp_path, inner, of, is_read):
    shown = '<w:strike w:val="0"/>'
    body = paragraph(run("可见。", shown) + inner, of_style(of) if of else "")
    reading = read_xml(tmp_path, body, STYLES)
    assert texts(reading) == ["可见。作废。" if is_read else "可见。"]
    assert [found for _, _, found in notes(reading, "document_struck")] == ([] if is_read else ["“作废。”"])


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        (("一、", "二、"), ("工作情况", "工作打算")),
        (("第一部分 ", "第二部分 "), ("工作情况", "工作打算")),
        (("1.", "2."), ("工作情况", "工作打算")),
        (("（一）", "（二）"), ("工作情况", "工作打算")),
    ],
)
def test_a_number_that_is_typed_behind_words_own_is_taken_once(tmp_path, marks, kept):
    document = written("南湖街道2023年工作总结")
    for mark, heading in zip(marks, kept, strict=True):
        document.add_paragraph(mark + heading, style="List Number")
        document.add_paragraph("学习24次。")
    reading = read(document, tmp_path)
    assert [chapter.heading for chapter in reading.report.chapters] == [*kept]
    assert len([note for note in reading.notes if note.rule == "number_doubled"]) == 2


def test_a_number_of_words_before_a_text_that_begins_with_a_figure_counts(tmp_path):
    document = written("南湖街道2023年工作总结", "一、工作情况")
    for text in ("2023年走访居民860户。", "3个小区完成改造。", "一是学习24次。"):
        document.add_paragraph(text, style="List Number")
    reading = read(document, tmp_path)
    assert len(reading.report.achievements[0].points) == 3
    assert "number_doubled" not in [note.rule for note in reading.notes]


# --- heads of tables --------------------------------------------------------------------------

HEADS = {
    "two years": ((("指标", "2023年", "", "增幅"), ("", "目标", "完成", "")), ((0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3))),
    "all over two": ((("2022年", "", "2023年", ""), ("目标", "完成", "目标", "完成")), ((0, 0, 0, 1), (0, 2, 0, 3))),
    "blank below": ((("指标", "2023年", "", ""), ("", "一季度", "二季度", "三季度")), ((0, 1, 0, 3),)),
    "title and unit": ((("主要指标", "", ""), ("单位：万元", "", ""), ("指标", "目标", "完成")), ((0, 0, 0, 2), (1, 0, 1, 2))),
    "three rows": (
        (("指标", "全年", "", ""), ("", "计划", "实际", ""), ("", "", "上半年", "下半年")),
        ((0, 1, 0, 3), (1, 2, 1, 3), (0, 0, 2, 0), (1, 1, 2, 1)),
    ),
    "words below": ((("事项", "内容", ""), ("党建", "学习", "培训")), ((0, 1, 0, 2),)),
    "first two": ((("项目", "", "数量"),), ((0, 0, 0, 1),)),
    "one below one": ((("指标", "2023年"), ("", "完成")), ((0, 0, 1, 0),)),
    "parts of two": ((("甲", "", "乙", ""), ("丙", "丁", "", "戊")), ((0, 0, 0, 1), (0, 2, 0, 3), (1, 1, 1, 2))),
}  # fmt: skip
NESTED = {
    "two years": "指标 2023年（目标、完成） 增幅",
    "all over two": "2022年（目标、完成） 2023年（目标、完成）",
    "blank below": "指标 2023年（一季度、二季度、三季度）",
    "title and unit": "指标 目标 完成",
    "three rows": "指标 全年（计划、实际（上半年、下半年））",
    "words below": "事项 内容（、）",
    "first two": "项目（、） 数量",
    "one below one": "指标 2023年（完成）",
    "parts of two": "甲丙 甲丁 乙丁 乙戊",
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_of_several_rows_is_nested_by_what_goes_over_what(tmp_path, name):
    rows, merges = HEADS[name]
    width = len(rows[0])
    document = written("南湖街道2023年工作总结", "一、工作情况", "见下表。")
    made = table(document, *rows, ("税收", *map(str, range(1, width))), ("投资", *map(str, range(2, width + 1))))
    for top, left, bottom, right in merges:
        cell = made.cell(top, left).merge(made.cell(bottom, right))
        cell.text = cell.text.strip()
    reading = read(document, tmp_path)
    (found,) = (item for item in reading.report.achievements[0].body if isinstance(item, Table))
    assert " ".join(map(heading_told, found.columns)) == NESTED[name]
    assert found.rows[-2:] == (("税收", *map(str, range(1, width))), ("投资", *map(str, range(2, width + 1))))
    assert len(found.rows) == (3 if name == "words below" else 2)
    if name == "title and unit":
        assert (found.caption, found.unit) == ("主要指标", "万元")


def test_deleted_rows_of_a_table_are_quoted_in_a_warning(tmp_path):
    document = written("南湖街道2023年工作总结", "一、工作情况", "见下表。")
    made = table(document, ("指标", "数量"), ("税收", "3"), ("内部", "9"))
    made.rows[2]._tr.get_or_add_trPr().append(element('<w:del w:id="7" w:author="a"/>'))
    reading = read(document, tmp_path)
    assert reading.report.achievements[0].body[1].rows == (("税收", "3"),)
    (note,) = (note for note in reading.notes if note.rule == "document_deleted_cells")
    assert (note.severity, note.found) == ("warning", "“内部 9”")
