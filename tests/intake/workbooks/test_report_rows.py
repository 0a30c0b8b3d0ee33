"""Reports from the rows of a workbook over one text: figures, growth, and faults with sheet and cell."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from renmin_docs import DataFileError
from renmin_docs.intake.workbooks.report_rows import ReportRows

HEAD = ("单位", "年度", "成文日期", "营业额（亿元）", "营业额（上年，亿元）", "网点")
TEXT = """\
introduction: 营业额{营业额}，{营业额:同比}。
achievements: {body: "规范{网点}。"}
plans: {body: 继续。}
"""
GOOD = ("人民街道", 2022, date(2022, 12, 20), 9.75, 8.81, "600余家")


def opened(folder, *rows, head=HEAD, text=TEXT, merged=()):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "一览表"
    for row in (head, *rows):
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(folder / "reports.xlsx")
    (folder / "shared.yaml").write_text(text, encoding="utf-8")
    return ReportRows(folder / "reports.xlsx", folder / "shared.yaml")


def only(folder, *row, **options):
    (made,) = opened(folder, row, **options)
    return made


def faults(row):
    return [(finding.rule, finding.place) for finding in row.faults]


def test_a_row_is_the_shared_text_with_its_own_values(tmp_path):
    row = only(tmp_path, *GOOD)
    report = row.report
    assert (row.number, row.faults) == (2, ())
    assert (report.organization.name, report.organization.issuer) == ("人民街道", "人民街道办事处")
    assert (report.year, report.issue_date) == (2022, date(2022, 12, 20))
    assert report.check() == []
    assert [format(report.figures["营业额"], style) for style in ("", "同比")] == ["9.75亿元", "同比增长10.67%"]
    assert str(report.figures["网点"]) == "600余家"


def test_every_row_is_a_report_but_blank_ones_and_totals(tmp_path):
    rows = opened(tmp_path, GOOD, (), ("青山街道", *GOOD[1:]), ("合计", None, None, 19.5, None, None))
    assert len(rows) == 2
    assert [(row.number, row.report.organization.name) for row in rows] == [(2, "人民街道"), (4, "青山街道")]
    assert [row.number for row in rows] == [2, 4]


@pytest.mark.parametrize("below", [None, "计量单位"])
def test_units_may_stand_in_a_second_row(tmp_path, below):
    head = ("单位", "年度", "成文日期", "营业额", "营业额（上年）", "网点")
    rows = opened(tmp_path, (below, None, None, "亿元", None, None), GOOD, head=head)
    (row,) = rows
    assert row.number == 3
    assert format(row.report.figures["营业额"], "同比") == "同比增长10.67%"


@pytest.mark.parametrize(
    ("value", "printed"), [(9.75, "9.75亿元"), ("9.75", "9.75亿元"), ("9.75亿元", "9.75亿元"), ("近10亿元", "近10亿元")]
)
def test_a_number_takes_the_unit_of_its_column_and_a_text_brings_its_own(tmp_path, value, printed):
    row = only(tmp_path, *GOOD[:3], value, None, "3家", text=TEXT.replace("，{营业额:同比}", ""))
    assert str(row.report.figures["营业额"]) == printed


def test_last_years_numbers_may_have_a_unit_of_their_own(tmp_path):
    head = (*HEAD[:4], "营业额（去年，万元）", "网点")
    row = only(tmp_path, *GOOD[:4], 88100, "3家", head=head)
    assert format(row.report.figures["营业额"], "同比") == "同比增长10.67%"


def test_a_hedged_figure_keeps_its_hedge_and_has_no_growth(tmp_path):
    row = only(tmp_path, *GOOD[:3], "近10亿元", 8.81, "3家")
    assert str(row.report.figures["营业额"]) == "近10亿元"
    assert [finding.rule for finding in row.report.check()] == ["unknown_style"]


def test_the_headings_may_stand_below_a_title_and_above_their_units(tmp_path):
    head = ("单位", "年度", "成文日期", "营业额", "营业额（上年）", "网点")
    units = (None, None, None, "亿元", None, None)
    rows = opened(tmp_path, ("填报：区统计局",), (), head, units, GOOD, head=("2022年一览表",), merged=["A1:F1"])
    (row,) = rows
    assert row.number == 6
    assert format(row.report.figures["营业额"], "同比") == "同比增长10.67%"


@pytest.mark.parametrize("heading", ["办结率", "办结率（%）"])
def test_a_percentage_cell_is_a_percentage_whatever_its_heading_says(tmp_path, heading):
    opened(tmp_path, ("人民街道", 0.985, 0.97), head=("单位", heading, "办结率（上年）"), text=TEXT)
    book = openpyxl.load_workbook(tmp_path / "reports.xlsx")
    for cell in ("B2", "C2"):
        book.worksheets[0][cell].number_format = "0.0%"
    book.save(tmp_path / "reports.xlsx")
    text = "year: 2022\nachievements: {body: '{办结率}，{办结率:同比}。'}\nplans: {body: 继续。}\n"
    (tmp_path / "shared.yaml").write_text(text, encoding="utf-8")
    (row,) = ReportRows(tmp_path / "reports.xlsx", tmp_path / "shared.yaml")
    assert [format(row.report.figures["办结率"], style) for style in ("", "同比")] == ["98.5%", "同比提高1.5个百分点"]
    assert row.report.check() == []


def test_a_number_that_may_be_a_share_is_doubted_at_its_cell(tmp_path):
    row = only(tmp_path, *GOOD[:5], 0.985, head=(*HEAD[:5], "网点（%）"))
    (doubt,) = row.report.check()
    assert (doubt.rule, doubt.severity, row.origin.located(doubt).place) == ("rate_below_one", "warning", "一览表!F2")


def test_a_value_and_last_years_value_that_are_both_wrong_are_both_named(tmp_path):
    row = only(tmp_path, *GOOD[:3], "很多", "不少", "3家")
    assert faults(row) == [("figure_unreadable", "一览表!D2"), ("figure_unreadable", "一览表!E2")]


@pytest.mark.parametrize("day", ["2022-12-20", "2022年12月20日", "2022.12.20", "2022/12/20", date(2022, 12, 20)])
@pytest.mark.parametrize("year", [2022, "2022", "2022年"])
def test_dates_and_years_are_read_as_clerks_write_them(tmp_path, day, year):
    row = only(tmp_path, "人民街道", year, day, *GOOD[3:])
    assert (row.report.year, row.report.issue_date) == (2022, date(2022, 12, 20))


def test_all_keys_may_be_columns_and_win_over_the_shared_text(tmp_path):
    head = ("单位", "署名", "年度", "时段", "题目", "成文日期")
    text = "organization: {name: 区, issuer: 区政府}\nyear: 2000\ntitle: 别的\nachievements: {body: 完成。}\n"
    rows = [("甲街道", "甲办", 2022, "2022年上半年", "总结", None), ("乙街道", None, None, None, None, None)]
    first, second = (row.report for row in opened(tmp_path, *rows, head=head, text=text))
    assert (first.organization.issuer, first.period, first.title) == ("甲办", "2022年上半年", "总结")
    assert (second.organization.issuer, second.year, second.title) == ("乙街道办事处", 2000, "别的")


def test_the_shared_text_may_have_figures_of_its_own(tmp_path):
    row = only(tmp_path, *GOOD, text=TEXT + "figures: {全区: 7家}\nconclusion: 全区{全区}。\n")
    assert row.report.check() == []


# --- what is wrong ----------------------------------------------------------------------------


def test_a_faulty_row_fails_alone_and_names_its_cells(tmp_path):
    bad = ("青山街道", 22, "某日", "很多", 0, None)
    good, row = opened(tmp_path, GOOD, bad)
    assert good.faults == ()
    assert row.report is None
    assert sorted(place for _, place in faults(row)) == ["一览表!B3", "一览表!C3", "一览表!D3", "一览表!F3"]


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("D", None, "workbook_number"),
        ("D", "=1+2", "workbook_formula"),
        ("D", True, "workbook_number"),
        ("D", "很多", "figure_unreadable"),
        ("E", None, "workbook_number"),
        ("E", 0, "previous_not_positive"),
        ("E", "=1+2", "workbook_formula"),
        ("E", "很多", "figure_unreadable"),
    ],
)
def test_a_cell_that_is_no_figure_is_named(tmp_path, column, value, rule):
    values = dict(zip("ABCDEF", GOOD, strict=True)) | {column: value}
    row = only(tmp_path, *values.values())
    findings = {row.origin.located(finding) for finding in row.report.check()}
    assert {(finding.rule, finding.place) for finding in findings} == {(rule, f"一览表!{column}2")}


def test_last_years_number_may_be_missing_where_no_text_asks_for_growth(tmp_path):
    row = only(tmp_path, *GOOD[:4], None, "3家", text=TEXT.replace("，{营业额:同比}", ""))
    assert row.report.check() == []


@pytest.mark.parametrize(("cell", "shown"), [(None, "@empty"), ("—", "“—”")])
def test_a_growth_without_last_years_number_is_refused_with_what_stands_there(tmp_path, cell, shown):
    row = only(tmp_path, *GOOD[:4], cell, "3家")
    (finding,) = map(row.origin.located, row.report.check())
    assert (finding.rule, finding.place, finding.found) == ("workbook_number", "一览表!E2", shown)


WORDS = (
    "year: 2022\ntitle: 总结\nintroduction: '{单位}：{亮点}，{电话}，{到期}{编号}{备注}'\nachievements: {body: 好。}\n"
)


def test_a_column_of_words_is_a_field(tmp_path):
    head = ("单位", "亮点", "电话", "到期", "编号（文字）", "备注")
    first, second = opened(
        tmp_path,
        ("人民街道", "打造3个示范点", "0551-62345678", date(2023, 1, 2), "007", None),
        ("青山街道", "建成“一刻钟”便民圈", "0551-62345679", date(2023, 1, 3), 7, "急"),
        head=head,
        text=WORDS,
    )
    assert (first.report.figures, first.report.check()[0].rule) == ({}, "field_empty")
    assert second.report.check() == []
    fields = {"亮点": "打造3个示范点", "电话": "0551-62345678", "到期": "2023年1月2日", "编号": "007", "备注": ""}
    assert first.report.fields == fields
    assert second.report.fields["编号"] == "7"


@pytest.mark.parametrize("cells", [("600余家", "许多"), ("12号楼", "甲"), ("#DIV/0!", "甲")])
def test_a_column_with_a_figure_or_what_may_be_one_is_of_figures(tmp_path, cells):
    text = "year: 2022\ntitle: 总结\nachievements: {body: '规范{网点}。'}\n"
    rows = [*opened(tmp_path, *(("甲街道", cell) for cell in cells), head=("单位", "网点"), text=text)]
    assert [row.report.fields for row in rows] == [{}, {}]
    found = [row.origin.located(finding) for row in rows for finding in row.report.check()]
    assert [finding.rule for finding in found][-1] == "workbook_words"
    assert found[-1].expected == "网点（文字）"


def test_a_wrong_mention_in_a_cell_of_words_is_found_there(tmp_path):
    text = WORDS.replace("，{电话}，{到期}{编号}{备注}", "")
    row = only(tmp_path, "甲街道", "增长{税受}", head=("单位", "亮点"), text=text)
    (finding,) = (row.origin.located(each) for each in row.report.check())
    assert (finding.rule, finding.place) == ("unknown_figure", "一览表!B2")


def test_what_no_text_mentions_may_be_anything(tmp_path):
    row = only(tmp_path, *GOOD, "张三", None, head=(*HEAD, "联系人", "备注"))
    assert row.report.check() == []


def test_a_number_that_no_text_mentions_is_a_warning_at_its_cell(tmp_path):
    row = only(tmp_path, *GOOD, 3, head=(*HEAD, "人口"))
    assert [row.origin.located(finding).place for finding in row.report.check()] == ["一览表!G2"]


def test_a_fault_of_the_shared_text_has_its_file_and_line(tmp_path):
    row = only(tmp_path, *GOOD, text=TEXT + "foo: 1\n")
    shared = str(tmp_path / "shared.yaml")
    assert [(finding.rule, finding.file, finding.place, finding.line) for finding in row.faults] == [
        ("strange_key", shared, "", 4)
    ]
    row = only(tmp_path, *GOOD, text=TEXT.replace("{网点}", "{网店}"))
    (finding, *_) = (row.origin.located(finding) for finding in row.report.check())
    assert (finding.rule, finding.file, finding.place, finding.line) == (
        *("unknown_figure", shared),
        *("achievements.body", 2),
    )


CHINESE = """\
单位: {名称: 区, 署名: 区政府}
数据: {全区: 7家}
成文日期: 2000-01-01
导语: 营业额{营业额}，{营业额:同比}，全区{全区}。
主要工作: {正文: "规范{网点}。"}
打算: {正文: 继续。}
"""


def test_a_text_with_chinese_keys_is_shared_and_its_faults_are_reported_in_them(tmp_path):
    good, bad = opened(tmp_path, GOOD, ("青山街道", 22, "某日", "很多", 8, "3家"), text=CHINESE)
    assert good.report.check() == []
    assert good.report.organization.issuer == "人民街道办事处"
    assert {place for _, place in faults(bad)} == {"一览表!B3", "一览表!C3", "一览表!D3"}
    row = only(tmp_path, *GOOD, text=CHINESE.replace("{全区}", "{全县}"))
    (finding, *_) = (row.origin.located(finding) for finding in row.report.check())
    assert (finding.place, finding.line) == ("导语", 4)


def test_a_profile_lies_beneath_the_shared_text_but_not_its_office(tmp_path):
    (tmp_path / "ours.profile.yaml").write_text("单位: {名称: 区, 署名: 区政府}\n主送: 区政府\n", encoding="utf-8")
    row = only(tmp_path, *GOOD, text=TEXT + "profile: ours.profile.yaml\n")
    assert (row.report.organization.issuer, row.report.addressee) == ("人民街道办事处", ("区政府",))
    assert row.report.check() == []


def test_a_row_without_an_office_is_named(tmp_path):
    assert faults(only(tmp_path, None, *GOOD[1:])) == [("blank_name", "一览表!A2")]


def test_merged_cells_spoil_the_rows_that_they_reach_into(tmp_path):
    first, second, third = opened(tmp_path, GOOD, GOOD, GOOD, merged=["C3:C4"])
    assert (first.report is None, second.report, third.report) == (False, None, None)
    assert ("workbook_merged", "一览表!C3:C4") in faults(second)


@pytest.mark.parametrize(
    ("head", "options", "found"),
    [
        (("名称", "营业额"), {}, [("workbook_column", "一览表!1:1")]),
        ((), {}, [("workbook_column", "一览表!1:1")]),
        (("单位", "网点", "网点（家）"), {}, [("figure_declared_twice", "一览表!C1")]),
        (("单位", "单位"), {}, [("figure_declared_twice", "一览表!B1")]),
        (("单位", "网点（上年）", "网点（去年）"), {}, [("figure_declared_twice", "一览表!C1")]),
        (("单位", "全区"), {"text": TEXT + "figures: {全区: 7家}\n"}, [("figure_declared_twice", "一览表!B1")]),
        (("单位", "甲"), {"text": TEXT + "fields: {甲: 乙}\n"}, [("figure_declared_twice", "一览表!B1")]),
        (("单位", "网点", None), {"merged": ["B1:C1"]}, [("workbook_merged", "一览表!B1:C1")]),
    ],
)
def test_wrong_headings_are_said_before_any_row(tmp_path, head, options, found):
    with pytest.raises(DataFileError) as caught:
        opened(tmp_path, ("人民街道", 3), head=head, **options)
    assert [(finding.rule, finding.place) for finding in caught.value.findings] == found
    assert caught.value.subject.endswith("reports.xlsx")


def test_a_text_or_a_workbook_that_cannot_be_read_is_named(tmp_path):
    opened(tmp_path, GOOD)
    with pytest.raises(DataFileError) as caught:
        ReportRows(tmp_path / "no.xlsx", tmp_path / "shared.yaml")
    assert caught.value.subject.endswith("no.xlsx")
    with pytest.raises(DataFileError) as caught:
        ReportRows(tmp_path / "reports.xlsx", tmp_path / "no.yaml")
    assert caught.value.subject.endswith("no.yaml")


def test_more_rows_than_a_province_has_are_refused(tmp_path, monkeypatch):
    from renmin_docs.intake.workbooks import report_rows

    monkeypatch.setattr(report_rows, "MAX_ROWS", 1)
    with pytest.raises(DataFileError) as caught:
        opened(tmp_path, GOOD, GOOD)
    assert caught.value.findings[0].rule == "rows_many"
