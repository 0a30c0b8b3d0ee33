"""Sheets of workbooks, cell by cell, beside what openpyxl reads of them."""

import io
import random
from datetime import date

import openpyxl
import pytest

from renmin_docs.errors import PackageError
from renmin_docs.ooxml import sheet as sheets
from renmin_docs.ooxml.workbook import read_sheet
from tests.workbooks import MAIN, STRICT, package, sheet, strings, styles, workbook_part


def cells(data, name=""):
    return {(row, column): cell for row, found in read_sheet(data, name).rows.items() for column, cell in found.items()}


def texts(rows, **parts):
    return {place: cell.text for place, cell in cells(package(sheet1=sheet(rows), **parts)).items()}


def refused(data, name=""):
    with pytest.raises(PackageError) as caught:
        read_sheet(data, name)
    return [(finding.rule, finding.found) for finding in caught.value.findings]


def test_what_openpyxl_writes_is_read_as_openpyxl_reads_it():
    generator = random.Random(1904)
    book = openpyxl.Workbook()
    for row in range(1, 200, 3):
        for column in generator.sample(range(1, 800), 5):
            value = generator.choice(["文字", " 空格 ", "<&>", 12, -0.071, 1e300, True, date(2022, 12, 20), "=A1+1"])
            book.worksheets[0].cell(row, column, value)
    stream = io.BytesIO()
    book.save(stream)
    theirs = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).worksheets[0]
    found = cells(stream.getvalue())
    assert {(cell.row, cell.column) for row in theirs.iter_rows() for cell in row if cell.value is not None} == {*found}
    for place, cell in found.items():
        value = theirs.cell(*place).value
        if isinstance(value, str):
            assert (cell.formula or cell.text) == value
        elif isinstance(value, bool):
            assert (cell.kind, cell.text) == ("b", "1")
        elif isinstance(value, int | float):
            assert float(cell.text) == value
        else:
            assert cell.format.calendar


def test_shared_strings_are_joined_from_their_runs_without_the_pinyin_above_them():
    shared = strings("<t>甲</t>", "<r><t>乙</t></r><r><t xml:space='preserve'> 丙</t></r><rPh><t>yi</t></rPh>", "")
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>'
    assert texts(rows, sharedStrings=shared) == {(1, 1): "乙 丙", (1, 2): "甲"}


def test_inline_texts_and_escapes_are_read():
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>'
        '<c r="B1" t="str"><v>a_x000A_b_xD800_</v></c></row>'
    )
    assert texts(rows) == {(1, 1): "甲乙", (1, 2): "a\nb_xD800_"}


def test_places_that_are_not_written_follow_from_those_before():
    rows = (
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    assert texts(rows) == {(1, 1): "1", (1, 3): "2", (5, 3): "3", (5, 4): "4", (6, 1): "5"}


@pytest.mark.parametrize("namespace", [MAIN, STRICT])
def test_a_prefix_or_the_strict_namespace_is_no_other_format(namespace):
    row = '<x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row>'
    part = f'<x:worksheet xmlns:x="{namespace}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    assert {place: cell.text for place, cell in cells(package(sheet1=part)).items()} == {(1, 2): "7"}


def test_a_formula_counts_by_its_value_and_is_kept_where_it_has_none():
    rows = (
        '<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f>A1</f></c><c r="C1"><f t="shared" si="0"/></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c></row>'
    )
    found = cells(package(sheet1=sheet(rows)))
    assert {place: (cell.text, cell.formula, cell.is_uncomputed) for place, cell in found.items()} == {
        (1, 1): ("3", "=1+2", False),
        (1, 2): ("", "=A1", True),
        (1, 3): ("", "=", True),
    }


def test_rows_of_empty_cells_are_no_rows_however_many_they_are():
    empty = "".join(f'<row r="{n}" spans="1:1"><c r="A{n}" s="1"/></row>' for n in range(2, 5_000))
    last = '<row r="5000"><c r="A5000" s="1"/><c r="B5000"><v>2</v></c></row>'
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row>{empty}{last}'
    assert texts(rows) == {(1, 1): "1", (5000, 2): "2"}
    unnumbered = rows.replace(' r="2"', "", 1)
    assert texts(unnumbered) == {(1, 1): "1", (5000, 2): "2"}


def test_the_first_sheet_that_is_visible_is_taken_where_none_is_named():
    main = workbook_part(("藏", ' state="veryHidden"'), ("表", ""))
    data = package(workbook=main, sheet1=sheet(""))
    assert read_sheet(data).title == "表"
    assert read_sheet(data, "藏").rows == {}
    assert refused(data, "无") == [("workbook_sheet", "无")]


def test_styles_say_how_numbers_are_shown_and_a_missing_style_says_nothing():
    rows = "<row>" + "".join(f'<c s="{style}"><v>1</v></c>' for style in ("1", "2", "99999", "x")) + "</row>"
    found = cells(
        package(sheet1=sheet(rows), styles=styles(0, 164, 14, codes=["0.0%"], before="<fills><fill/></fills>"))
    )
    shown = [(cell.format.percentage, cell.format.calendar) for cell in found.values()]
    assert shown == [(True, False), (False, True), (False, False), (False, False)]


def test_days_may_count_from_1904():
    assert read_sheet(
        package(workbook=workbook_part(("表", ""), properties='<workbookPr date1904="1"/>'))
    ).counts_from_1904


def test_merged_ranges_are_kept_as_ranges():
    after = (
        '<mergeCells><mergeCell ref="A3:XFD1048576"/><mergeCell ref="B1"/><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    )
    assert read_sheet(package(sheet1=sheet(after=after))).merged == [("A3:XFD1048576", 3, 1_048_576)]


@pytest.mark.parametrize(
    ("limit", "rule"), [("MAX_ROWS", "rows_many"), ("MAX_CELLS", "workbook_cells"), ("MAX_MERGED", "workbook_merges")]
)
def test_a_sheet_has_as_much_as_the_limits_allow_and_no_more(monkeypatch, limit, rule):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 4))
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 4))
    data = package(sheet1=sheet(rows, f"<mergeCells>{merged}</mergeCells>"))
    monkeypatch.setattr(sheets, limit, 3)
    assert len(read_sheet(data).rows) == 3
    monkeypatch.setattr(sheets, limit, 2)
    assert [name for name, _ in refused(data)] == [rule]
