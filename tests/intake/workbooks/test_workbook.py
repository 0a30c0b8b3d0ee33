from __future__ import annotations

import openpyxl
import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.loading import located, report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.workbooks.workbook import read_figures
from renmin_docs.report.file_keys import FiguresFrom

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
    found = read_figures(FiguresFrom(workbook="指标.xlsx", **source), folder)
    return {name: each.figure for name, each in found.items()}


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


def test_ranks_and_other_rare_kinds_stand_in_cells(tmp_path):
    rows = [("考核", "第3位", None, "第5位"), ("信访", "第4", "位", 2), ("收入比", "1.86:1", None, None)]
    book(tmp_path, [*rows, ("占比", "三分之一", None, None)])
    figures = read(tmp_path)
    assert [str(figure) for figure in figures.values()] == ["第3位", "第4位", "1.86:1", "三分之一"]
    assert [format(figures[name], "升降") for name in ("考核", "信访")] == ["上升2位", "下降2位"]


def test_a_rank_beside_another_kind_of_rank_is_refused_at_its_cell(tmp_path):
    book(tmp_path, [("考核", "第3位", None, "前5位")])
    assert faults(tmp_path) == [("units_differ", "2022年!D2", "前5位")]


def test_a_percentage_cell_counts_as_it_is_shown(tmp_path):
    workbook, sheet = book(tmp_path, [("增幅", 0.1067, "%", None)])
    sheet["B2"].number_format = "0.00%"
    workbook.save(tmp_path / "指标.xlsx")
    assert str(read(tmp_path)["增幅"]) == "10.67%"


def read_row(folder, value, unit=None, previous=None, formats=()):
    """The one figure of a sheet, and its growth; formats are those of value and previous value."""
    workbook, sheet = book(folder, [("甲", value, unit, previous)])
    for cell, code in zip(("B2", "D2"), formats, strict=False):
        sheet[cell].number_format = code
    workbook.save(folder / "指标.xlsx")
    figure = read(folder)["甲"]
    return str(figure), format(figure, "同比") if "同比" in figure.styles else ""


@pytest.mark.parametrize(
    ("row", "formats", "printed"),
    [
        ((98.5, "%", 97), (), ("98.5%", "同比提高1.5个百分点")),
        ((3.2, "‰", 3), (), ("3.2‰", "同比提高0.02个百分点")),
        ((8.5, "成", 8), (), ("8.5成", "同比提高5个百分点")),
        ((12.3456, "公里", 11), (), ("12.3456公里", "同比增长12.23%")),
        ((1.23456, "亿元", 1.1), (), ("1.23456亿元", "同比增长12.23%")),
        ((975_000_000, "元", 881_000_000), (), ("9.75亿元", "同比增长10.67%")),
        ((0.985, None, 0.97), ("0.0%", "0%"), ("98.5%", "同比提高1.5个百分点")),
        ((0.985, "%", 97), ("0.0%",), ("98.5%", "同比提高1.5个百分点")),
        ((0.021, "百分点", None), ("0.0%",), ("2.1个百分点", "同比提高2.1个百分点")),
        ((0.0032, "‰", None), ("0.00%",), ("3.2‰", "同比增长3.2‰")),
        (("98.5%", None, "97%"), (), ("98.5%", "同比提高1.5个百分点")),
        (("９８．５", "％", "97"), (), ("98.5%", "同比提高1.5个百分点")),
        (("98.50", "%", None), (), ("98.50%", "同比增长98.50%")),
        (("9.75亿元", None, "8.81亿元"), (), ("9.75亿元", "同比增长10.67%")),
        (("1,234.5", "万元", 1234.5), (), ("1234.5万元", "同比持平")),
        (("600余家", None, 500), (), ("600余家", "")),
        (("两百", "户", 100), (), ("两百户", "同比增长100%")),
        (("几十", "家", 20), (), ("几十家", "")),
        ((3, "家", "—"), (), ("3家", "")),
        ((2 / 3, "公里", None), (), ("0.67公里", "")),
        ((2 / 3, "公里", None), ("0.000",), ("0.667公里", "")),
        ((2 / 3, None, 1 / 3), ("0.0%", "0.0%"), ("66.7%", "同比提高33.4个百分点")),
    ],
)
def test_what_a_cell_shows_is_what_is_printed(tmp_path, row, formats, printed):
    assert read_row(tmp_path, *row, formats=formats) == printed


@pytest.mark.parametrize(
    ("row", "formats", "rule", "cell"),
    [
        ((0.985, "家", None), ("0.0%",), "workbook_percentage", "B2"),
        ((0.985, None, 97), ("0.0%",), "units_differ", "D2"),
        ((98.5, None, 0.97), ("0.0", "0%"), "units_differ", "D2"),
        (("9.75亿元", None, 8.81), (), "units_differ", "D2"),
        (("600余家", "户", None), (), "units_differ", "B2"),
        (("几十家", "户", None), (), "units_differ", "B2"),
        (("—", "户", None), (), "figure_unreadable", "B2"),
        ((True, "户", None), (), "workbook_number", "B2"),
        ((45_000, "户", None), ("yyyy-mm-dd",), "workbook_number", "B2"),
        ((0.5, "户", None), ("h:mm",), "figure_unreadable", "B2"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_cell(tmp_path, row, formats, rule, cell):
    with pytest.raises(DataFileError) as caught:
        read_row(tmp_path, *row, formats=formats)
    assert [(finding.rule, finding.place) for finding in caught.value.findings] == [(rule, f"2022年!{cell}")]


def test_a_number_below_one_under_percent_is_doubted_and_a_percentage_is_not(tmp_path):
    book(tmp_path, [("甲", 0.985, "%"), ("乙", "0.985%", "%")])
    assert [len(figure.findings()) for figure in read(tmp_path).values()] == [1, 0]


def test_the_headings_may_stand_below_a_title(tmp_path):
    workbook, sheet = book(tmp_path, [(), HEAD, ("甲", 3, "家")], head=("清河街道2022年主要指标",))
    sheet.merge_cells("A1:D1")
    workbook.save(tmp_path / "指标.xlsx")
    assert str(read(tmp_path)["甲"]) == "3家"


def test_headings_too_far_down_or_in_two_rows_are_none(tmp_path):
    book(tmp_path, [("题",)] * 5 + [HEAD, ("甲", 3, "家")], head=("题",))
    assert faults(tmp_path) == [("workbook_column", "2022年!1:1", "指标"), ("workbook_column", "2022年!1:1", "本年")]
    book(tmp_path, [("指标",), (None, "本年"), ("甲", 3)], head=("题",))
    assert faults(tmp_path) == [("workbook_column", "2022年!2:2", "本年")]


def test_all_that_is_wrong_in_a_row_is_named(tmp_path):
    book(tmp_path, [("有 空格", "很多", "家", "不少")])
    assert [place for _, place, _ in faults(tmp_path)] == ["2022年!A2", "2022年!B2", "2022年!D2"]


def test_more_rows_than_a_sheet_may_have_are_refused_and_not_left_out(tmp_path):
    book(tmp_path, [(f"甲{n}", n, "家") for n in range(10_001)])
    assert [rule for rule, _, _ in faults(tmp_path)] == ["rows_many"]


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


def test_a_warning_about_a_figure_of_the_workbook_names_the_workbook_and_its_cell(tmp_path):
    book(tmp_path, [("营业额", 9.75, "亿元", 8.81), ("网点", 12, "家", None)])
    loaded(tmp_path, "figures: {户数: 3户}\nfigures_from: {workbook: 指标.xlsx}")
    source = read_source(tmp_path / "report.yaml")
    placed = [located(finding, source) for finding in report_of(source).check()]
    assert [(finding.place, finding.line) for finding in placed] == [
        ("figures_from.指标.xlsx 2022年!B3", 5),
        ("figures.户数", 4),
    ]


def test_a_part_of_another_figure_that_is_called_like_one_of_the_workbook_is_not_taken_for_it(tmp_path):
    book(tmp_path, [("网点", 12, "家", None)])
    loaded(tmp_path, "figures: {企业: {total: 7家, parts: {网点: 7家}}}\nfigures_from: {workbook: 指标.xlsx}")
    source = read_source(tmp_path / "report.yaml")
    report_of(source)
    placed = located(Finding("figure_unmentioned", place="figures.企业.parts.网点"), source)
    assert placed.place == "figures.企业.parts.网点"


def test_faults_of_the_workbook_name_the_cell_behind_the_key(tmp_path):
    book(tmp_path, [("营业额", "很多", "亿元", 8.81)])
    with pytest.raises(DataFileError) as caught:
        loaded(tmp_path, "figures_from: {workbook: 指标.xlsx}")
    assert "line 4, figures_from.指标.xlsx 2022年!B2: 很多 is not a figure that is understood" in str(caught.value)


def test_editors_learn_of_the_key():
    assert "workbook" in WorkReport.model_json_schema()["properties"]["figures_from"]["properties"]
