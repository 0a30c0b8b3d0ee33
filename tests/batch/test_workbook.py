"""A workbook for many: twelve reports from one text and one sheet."""

from __future__ import annotations

import openpyxl
import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.batch.api import render_all
from renmin_docs.batch.workbook import Rows
from tests.batch.districts import documents, states

TEXT = """\
year: 2022
introduction: 营业额{营业额}，{营业额:同比}。
achievements: {body: "规范{网点}。"}
plans: {body: 继续。}
"""


@pytest.fixture
def book(tmp_path):
    """Twelve sub-districts in one sheet, with the text beside it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "一览表"
    sheet.append(("单位", "营业额（亿元）", "营业额（上年，亿元）", "网点"))
    for index in range(12):
        sheet.append((f"第{index}街道", 10 + index, 10, f"{index + 1}00余家"))
    workbook.save(tmp_path / "reports.xlsx")
    (tmp_path / "reports.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path / "reports.xlsx"


def change(book, cell, value):
    workbook = openpyxl.load_workbook(book)
    workbook.worksheets[0][cell] = value
    workbook.save(book)


def test_twelve_reports_come_from_one_text_and_one_sheet(book, tmp_path):
    rows = Rows(str(book))
    result = render_all(rows, tmp_path / "out")
    assert len(rows) == len(result.written) == 12
    assert [outcome.input for outcome in result] == [f"{book}!{row}" for row in range(2, 14)]
    own = tmp_path / "own.yaml"
    figures = "figures: {营业额: {value: 1500000000, unit: 元, previous: 1000000000}, 网点: 600余家}\n"
    own.write_text(f"organization: {{name: 第5街道}}\n{figures}{TEXT}", encoding="utf-8")
    assert documents(tmp_path / "out")["第5街道2022年工作总结.docx"] == WorkReport.load(own).to_bytes()


def test_a_faulty_row_fails_alone_with_its_cell(book, tmp_path):
    change(book, "B4", None)
    change(book, "D6", "许多")
    result = render_all(Rows(str(book)), tmp_path / "out")
    assert states(result).count("written") == 10
    assert [outcome.message("zh") for outcome in result.failed] == [
        f"{book}!4：一览表!B4：空值 处应为数值；请只填数字，单位写在单位列",
        f"{book}!6：一览表!D6：看不懂数据“许多”；请写成 300余次 这样；如果这一列是文字，请把列名写成 网点（文字）",
    ]


def test_only_rows_that_changed_are_made_again(book, tmp_path):
    render_all(Rows(str(book)), tmp_path / "out")
    change(book, "B4", 99)
    result = render_all(Rows(str(book)), tmp_path / "out", resume=True)
    assert [outcome.input for outcome in result.written] == [f"{book}!4"]
    assert len(result.unchanged) == 11


def test_the_text_may_be_any_data_file_and_must_be_there(book, tmp_path):
    text = tmp_path / "共用.toml"
    text.write_text('year = 2022\n[achievements]\nbody = "规范{网点}。"\n', encoding="utf-8")
    assert len(render_all(Rows(str(book), text), tmp_path / "out").written) == 12
    (tmp_path / "reports.yaml").unlink()
    with pytest.raises(DataFileError) as caught:
        Rows(str(book))
    assert "reports.yaml" in caught.value.message("zh")
