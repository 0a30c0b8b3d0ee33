from __future__ import annotations

import openpyxl
import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.workbook import read_figures
from renmin_docs.report.figures_from import FiguresFrom

HEAD = ("指标", "本年", "单位", "上年")


def book(folder, rows, *, head=HEAD, title="2022年"):
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    workbook.save(folder / "指标.xlsx")
    return workbook, sheet


def read(folder, **source):
    return read_figures(FiguresFrom(workbook="指标.xlsx", **source), folder)


def faults(folder, **source):
    with pytest.raises(DataFileError) as caught:
        read(folder, **source)
    assert caught.value.subject.endswith("指标.xlsx")
    return [(finding.rule, finding.place, finding.found) for finding in caught.value.findings]


def test_rows_become_figures_with_growth(tmp_path):
    book(
        tmp_path,
        [
            ("营业额", 9.75, "亿元", 8.81),
            ("网点", 12, "家", None),
            (None, None, None, None),
            ("增幅", 10.67, "%", None),
        ],
    )
    figures = read(tmp_path)
    assert [f"{name}={figure}" for name, figure in figures.items()] == ["营业额=9.75亿元", "网点=12家", "增幅=10.67%"]
    assert format(figures["营业额"], "同比") == "同比增长10.67%"


def test_a_percentage_cell_counts_as_it_is_shown(tmp_path):
    workbook, sheet = book(tmp_path, [("增幅", 0.1067, "%", None)])
    sheet["B2"].number_format = "0.00%"
    workbook.save(tmp_path / "指标.xlsx")
    assert str(read(tmp_path)["增幅"]) == "10.67%"


def test_a_float_brings_no_binary_digits(tmp_path):
    book(tmp_path, [("投资", 1.1, "亿元", None)])
    assert str(read(tmp_path)["投资"]) == "1.1亿元"


def test_columns_may_have_other_headings_and_another_sheet(tmp_path):
    workbook, sheet = book(tmp_path, [("甲", 3)], head=("名称", "数值"))
    workbook.create_sheet("空表")
    workbook.save(tmp_path / "指标.xlsx")
    figures = read(tmp_path, sheet=sheet.title, columns={"name": "名称", "value": "数值"})
    assert str(figures["甲"]) == "3"


def test_every_fault_is_named_with_its_cell(tmp_path):
    workbook, sheet = book(
        tmp_path,
        [
            ("甲", "十所", "家", None),
            ("乙", None, "家", None),
            ("丙", "=1+2", "家", None),
            ("甲", 3, "家", None),
            ("有 空格", 3, "家", None),
            ("丁", 3, "《》", None),
            ("戊", 3, "家", 0),
        ],
    )
    sheet.merge_cells("A10:B10")
    workbook.save(tmp_path / "指标.xlsx")
    found = faults(tmp_path)
    assert [(rule, place) for rule, place, _ in found[:6]] == [
        ("workbook_merged", "2022年!A10:B10"),
        ("units_differ", "2022年!B2"),
        ("workbook_number", "2022年!B3"),
        ("workbook_formula", "2022年!B4"),
        ("figure_declared_twice", "2022年!A5"),
        ("workbook_name", "2022年!A6"),
    ]
    assert [place for _, place, _ in found[6:]] == ["2022年!B7", "2022年!D8"]


def test_missing_columns_and_sheets_are_named_with_what_there_is(tmp_path):
    book(tmp_path, [], head=("指标", "去年"))
    assert faults(tmp_path) == [("workbook_column", "2022年!1:1", "本年")]
    assert faults(tmp_path, sheet="2023年") == [("workbook_sheet", "", "2023年")]


def test_files_that_are_no_workbook_are_named(tmp_path):
    assert [rule for rule, _, _ in faults(tmp_path)] == ["file_missing"]
    (tmp_path / "指标.xlsx").write_text("no zip")
    assert [rule for rule, _, _ in faults(tmp_path)] == ["workbook_unreadable"]
    (tmp_path / "指标.xlsx").unlink()
    (tmp_path / "指标.xlsx").mkdir()
    assert [rule for rule, _, _ in faults(tmp_path)] == ["file_directory"]


REPORT = """
organization: {{name: 人民街道}}
year: 2022
{source}
introduction: 营业额{{营业额}}，{{营业额:同比}}。
achievements: {{body: 完成。}}
plans: {{body: 继续。}}
"""


def loaded(folder, source):
    (folder / "report.yaml").write_text(REPORT.format(source=source), encoding="utf-8")
    return WorkReport.load(folder / "report.yaml")


def test_a_report_takes_its_figures_from_the_workbook_beside_it(tmp_path):
    book(tmp_path, [("营业额", 9.75, "亿元", 8.81)])
    report = loaded(tmp_path, "figures_from: {workbook: 指标.xlsx, sheet: 2022年}")
    assert report.check() == []
    assert format(report.figures["营业额"], "同比") == "同比增长10.67%"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("figures_from: {workbook: 无.xlsx}", "report.yaml: line 4, figures_from.无.xlsx: there is no such file"),
        ("figures_from: {workbook: 指标.xlsx, shet: a}", "line 4, figures_from: the key shet is not known"),
        ("figures_from: 指标.xlsx", "line 4, figures_from: found"),
        (
            "figures: {营业额: 3元}\nfigures_from: {workbook: 指标.xlsx}",
            "line 4, figures.营业额: the figure 营业额 is declared twice",
        ),
    ],
)
def test_faults_of_the_key_are_named_in_the_report_file(tmp_path, source, message):
    book(tmp_path, [("营业额", 9.75, "亿元", 8.81)])
    with pytest.raises(DataFileError) as caught:
        loaded(tmp_path, source)
    assert message in str(caught.value)


def test_faults_of_the_workbook_name_the_cell_behind_the_key(tmp_path):
    book(tmp_path, [("营业额", "很多", "亿元", 8.81)])
    with pytest.raises(DataFileError) as caught:
        loaded(tmp_path, "figures_from: {workbook: 指标.xlsx}")
    assert "line 4, figures_from.指标.xlsx 2022年!B2: 很多 is not a figure that is understood" in str(caught.value)


def test_editors_learn_of_the_key():
    assert "workbook" in WorkReport.model_json_schema()["properties"]["figures_from"]["properties"]
