from __future__ import annotations

import io
import json
from decimal import Decimal

import openpyxl

from renmin_docs import Chapter, Point, WorkReport
from renmin_docs.report.index import FigurePlace
from renmin_docs.sheets.figures import as_data, as_rows, as_sheets
from renmin_docs.sheets.rows import workbook_of
from tests.samples import report

SAMPLE = report(
    figures={
        "firms": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}},
        "turnover": "9.75亿元",
        "unused": "1家",
    },
    introduction="企业{firms:其中}，另有5个项目。",
    achievements=Chapter(heading="成绩", body=[Point(lead="新增{firms}", body="营业额{turnover}，项目5个，X项。")]),
    title="总结",
)


def test_each_figure_is_listed_with_every_place_and_its_chapter():
    firms, turnover, typed, masked = SAMPLE.figure_index()
    assert (firms.name, firms.printed, firms.value, firms.unit) == ("firms", "7家", 7, "家")
    assert firms.places == [
        FigurePlace("introduction", "", "7家，其中商贸业4家、服务业3家"),
        FigurePlace("achievements.body[0].lead", "一、", "7家"),
    ]
    assert turnover.value == Decimal(975000000)
    assert (typed.name, typed.printed, len(typed.places)) == ("", "5个", 2)
    assert (masked.printed, masked.value, masked.unit) == ("X项", None, "项")


def test_the_index_is_plain_data_for_programs():
    data = json.loads(json.dumps(as_data(SAMPLE.figure_index())))
    assert data[1] == {
        "name": "turnover",
        "printed": "9.75亿元",
        "kind": "figure",
        "value": ["975000000"],
        "unit": "元",
        "places": [{"path": "achievements.body[0].body", "chapter": "一、", "printed": "9.75亿元"}],
    }
    assert (data[2]["name"], data[3]["value"]) == (None, None)


def test_the_workbook_shows_the_same_rows():
    entries = SAMPLE.figure_index()
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(as_sheets(entries, "zh")))).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == ("名称", "文中写法", "类别", "数值", "单位", "所在位置")
    assert [tuple(cell or "" for cell in row) for row in rows] == as_rows(entries, "zh")


def test_a_name_that_looks_like_a_formula_stays_text():
    entries = report(introduction="=3家").figure_index()
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(as_sheets(entries, "en")))).worksheets[0]
    assert sheet["B2"].data_type == "s"


def test_every_figure_of_the_example_is_in_its_index():
    example = WorkReport.load("examples/renmin_2022.yaml")
    assert {entry.name for entry in example.figure_index() if entry.name} == set(example.figures)


def test_every_number_of_the_text_is_listed_once_under_its_kind():
    text = "2022年1—10月受理12345热线工单260件，PM2.5为29微克，居第4位；3号楼、3号楼和5个小区。"
    entries = report(introduction=text, title="总结").figure_index()
    kinds = {entry.printed: entry.kind for entry in entries}
    assert {kinds.pop(printed) for printed in ("260件", "5个")} == {"figure"}
    assert {kinds.pop(printed) for printed in ("2022年", "1—10月")} == {"date"}
    assert {kinds.pop(printed) for printed in ("12345热线", "PM2.5", "3号楼")} == {"code"}
    assert [len(entry.places) for entry in entries if entry.printed == "3号楼"] == [2]


def test_numbers_stand_kind_by_kind_behind_the_declared_figures():
    entries = report(introduction="2022年，A4纸5张，{n}。", figures={"n": "7家"}, title="总结").figure_index()
    assert [(entry.name, entry.printed, entry.kind) for entry in entries] == [
        ("n", "7家", "figure"),
        ("", "5张", "figure"),
        ("", "2022年", "date"),
        ("", "A4", "code"),
    ]


def test_the_kind_is_reported_in_the_language_of_the_sheet():
    entries = report(introduction="2022年", title="总结").figure_index()
    assert [as_rows(entries, language)[0][2] for language in ("en", "zh")] == ["date", "时间"]
