"""Workbooks from anybody: whatever is damaged is an error with a sentence, and time and memory go by the size."""

import gc
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from renmin_docs import DataFileError
from renmin_docs.intake.workbooks.workbook import read_figures
from renmin_docs.ooxml.workbook import read_sheet
from renmin_docs.report.file_keys import FiguresFrom
from tests.effort import scaled
from tests.timing import LINEAR, growth_on, peak_memory
from tests.workbooks import HEAD, MAIN, ROW, package, sheet, strings, styles, workbook_part

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'


def cell(inside, kind="", place="B2"):
    """The good row with another cell of values."""
    return sheet(HEAD + ROW.replace('<c r="B2"><v>3</v></c>', f'<c r="{place}" {kind}>{inside}</c>'))


DAMAGED = {
    "no zip": b"no zip at all",
    "an old workbook": b"\xd0\xcf\x11\xe0" + bytes(600),
    "with a password": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "nothing": b"",
    "half of it": package()[:700],
    "no content types": package(types=None),
    "no main part": package(workbook=None),
    "no sheets": package(workbook=f'<workbook xmlns="{MAIN}"><sheets/></workbook>'),
    "no relationships": package(relationships=None),
    "a sheet that is not there": package(sheet1=None, sheet2=None),
    "a sheet related as another part": package(workbook=workbook_part(("表", "")).replace("rId1", "rId8")),
    "a package of no known kind": package(types="<Types/>"),
    "broken markup": package(sheet1=sheet()[:-20]),
    "a DTD": package(sheet1=DOCTYPE + cell("<v>&a;</v>")),
    "a DTD in the strings": package(sharedStrings=DOCTYPE + strings("<t>&a;</t>"), sheet1=cell("<v>0</v>", 't="s"')),
    "a DTD in the styles": package(styles=DOCTYPE + styles(0)),
    "a DTD in the main part": package(workbook=DOCTYPE + workbook_part(("表", ""))),
    "an entity that nobody declared": package(sheet1=cell("<v>&x;</v>")),
    "an encoding that nobody knows": package(sheet1='<?xml version="1.0" encoding="klingon"?>' + sheet()),
    "an encoding of several bytes": package(sheet1='<?xml version="1.0" encoding="gbk"?>' + sheet()),
    "a string that is not there": package(sheet1=cell("<v>99999</v>", 't="s"')),
    "a string by a word": package(sheet1=cell("<v>x</v>", 't="s"')),
    "a string by less than nothing": package(sheet1=cell("<v>-1</v>", 't="s"')),
    "a cell without a place": package(sheet1=cell("<v>1</v>", place="?")),
    "a cell beyond the last row": package(sheet1=cell("<v>1</v>", place="A1048577")),
    "a cell beyond the last column": package(sheet1=cell("<v>1</v>", place="XFE2")),
    "a row without a number": package(sheet1=sheet('<row r="x"><c><v>1</v></c></row>')),
    "a row of many digits": package(sheet1=sheet(f'<row r="{"9" * 5000}"><c><v>1</v></c></row>')),
    "merged cells without a place": package(sheet1=sheet(after='<mergeCells><mergeCell ref="A1:?"/></mergeCells>')),
    "a text longer than any cell": package(sheet1=cell(f"<v>{'x' * 40_000}</v>", 't="str"')),
    "elements within elements": package(sheet1=sheet(after="<a>" * 200 + "</a>" * 200)),
    "a number of many digits": package(sheet1=cell(f"<v>{'9' * 399}</v>")),
    "no finite number": package(sheet1=cell("<v>1e999</v>")),
    "no number at all": package(sheet1=cell("<v>nan</v>")),
    "an error": package(sheet1=cell("<v>#DIV/0!</v>", 't="e"')),
    "a type that nobody knows": package(sheet1=cell("<v>w</v>", 't="klingon"')),
    "a day before all days": package(sheet1=cell("<v>-5</v>", 's="1"'), styles=styles(0, 14)),
    "a day after all days": package(sheet1=cell("<v>1e15</v>", 's="1"'), styles=styles(0, 14)),
    "a day too late from 1904": package(
        workbook=workbook_part(("表", ""), properties='<workbookPr date1904="1"/>'),
        sheet1=cell("<v>2958465</v>", 's="1"'),
        styles=styles(0, 14),
    ),
}

SOUND = {
    "an empty fill": package(styles=styles(0, before="<fills><fill/></fills>")),
    "no styles and no strings": package(styles=None, sharedStrings=None),
    "a style that is not there": package(sheet1=cell("<v>3</v>", 's="99999"')),
    "a style by a word": package(sheet1=cell("<v>3</v>", 's="x"')),
    "a format that is not there": package(styles=styles(99999)),
    "a format without a number": package(styles=styles("x")),
    "a format of brackets": package(styles=styles(164, codes=["[" * 1000])),
    "a comment within a value": package(sheet1=cell("<v>3<!-- no --></v>")),
}


def read(folder, data):
    (folder / "a.xlsx").write_bytes(data)
    return {name: each.figure for name, each in read_figures(FiguresFrom(workbook="a.xlsx"), folder).items()}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_workbook_is_an_error_with_a_sentence(tmp_path, data, capsys):
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, data)
    for language in ("en", "zh"):
        message = caught.value.message(language)
        assert message.startswith(str(tmp_path))
        assert ".docx" not in message
        assert "@" not in message
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND.keys())
def test_what_harms_no_value_is_read(tmp_path, data):
    assert {name: str(figure) for name, figure in read(tmp_path, data).items()} == {"甲": "3家"}


def test_any_byte_may_be_wrong(tmp_path):
    """Each byte in turn of the parts that are read, one of them wrong."""
    source = zipfile.ZipFile(BytesIO(package()))
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"):
        content = source.read(name)
        for place in range(0, len(content), 7):
            damaged = content[:place] + bytes([content[place] ^ 0x15]) + content[place + 1 :]
            key = {"sheet1.xml": "sheet1", "workbook.xml": "workbook", "styles.xml": "styles"}.get(
                name.rpartition("/")[2]
            )
            with suppress(DataFileError):
                read(tmp_path, package(**{key or "relationships": damaged}))


# --- time and memory --------------------------------------------------------------------------


def rows(make):
    return lambda size: package(sheet1=sheet(HEAD + ROW + "".join(map(make, range(3, size + 3)))))


FAMILIES = {
    "columns formatted to their end": (
        rows(lambda n: f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'),
        8_000,
    ),
    "rows with a height": (rows(lambda n: f'<row r="{n}" ht="14.25" customHeight="1"/>'), 8_000),
    "rows that are not numbered": (rows(lambda _: "<row/>"), 3_000),
    "rows of nothing but blanks": (rows(lambda n: f'<row r="{n}"><c r="A{n}" t="str"><v> </v></c></row>'), 3_000),
    "formulas that give nothing": (
        rows(lambda n: f'<row r="{n}"><c r="A{n}" t="str"><f>X{n}</f><v></v></c></row>'),
        5_000,
    ),
    "filled rows": (rows(lambda n: f'<row r="{n}"><c r="E{n}"><v>{n}</v></c></row>'), 1_200),
    "one wide row": (lambda size: package(sheet1=sheet('<row r="1">' + "<c><v>1</v></c>" * size + "</row>")), 2_000),
    "cells over one another": (rows(lambda _: '<c r="E5"><v>1</v></c>'), 3_000),
    "merged cells, all the same": (
        lambda size: package(
            sheet1=sheet(
                after=f"<mergeCells>{'<mergeCell ref=' + chr(34) + 'E5:F6' + chr(34) + '/>'}</mergeCells>" * size
            )
        ),
        5_000,
    ),
    "merged cells over everything": (
        lambda size: package(
            sheet1=sheet(after="".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(3, size)))
        ),
        1_500,
    ),
    "shared strings": (lambda size: package(sharedStrings=strings(*["<t>甲乙丙</t>"] * size)), 3_000),
    "runs of one string": (
        lambda size: package(sharedStrings=strings("<r><t>甲</t></r>" * size), sheet1=cell("<v>0</v>", 't="s"', "E2")),
        5_000,
    ),
    "styles": (lambda size: package(styles=styles(*range(size))), 3_000),
    "codes of formats": (
        lambda size: package(
            styles=styles(*range(164, 164 + size), codes=[f"0.{'0' * (n % 90)}%" for n in range(size)])
        ),
        2_000,
    ),
    "long codes of formats": (lambda size: package(styles=styles(164, codes=["[" * size * 20])), 3_000),
    "sheets": (lambda size: package(workbook=workbook_part(*[(f"表{n}", "") for n in range(size)])), 2_000),
    "attributes": (
        lambda size: package(sheet1=sheet(after="<a " + " ".join(f'b{n}="1"' for n in range(size)) + "/>")),
        5_000,
    ),
    "a long attribute": (lambda size: package(sheet1=sheet(after=f'<a b="{"x" * size * 10}"/>')), 3_000),
    "elements that mean nothing": (lambda size: package(sheet1=sheet(after="<a/>" * size)), 3_000),
    "text between elements": (lambda size: package(sheet1=sheet(after=f"<a>{' ' * 1000}</a>" * size)), 500),
}
"""Name → what makes such a workbook of a size, and the smaller of two sizes; the larger is four times that."""


@pytest.mark.parametrize(("make", "size"), FAMILIES.values(), ids=FAMILIES.keys())
def test_time_grows_with_the_size_and_no_faster(make, size):
    def action(data):
        for _ in range(2):
            try_to_read(data)

    assert growth_on(make, action, scaled(size)) < LINEAR


def try_to_read(data):
    try:
        return read_sheet(data)
    except Exception as error:  # noqa: BLE001 - which one is said by the other tests
        return error


def test_memory_goes_by_what_is_filled_and_not_by_what_is_formatted():
    small, large = (rows(lambda n: f'<row r="{n}"><c r="A{n}" s="1"/></row>')(size) for size in (50_000, 200_000))
    gc.collect()
    unpacked = 37 * 150_000  # bytes that the larger sheet has more
    assert peak_memory(lambda: read_sheet(large)) - peak_memory(lambda: read_sheet(small)) < 5 * unpacked


@pytest.mark.thorough
def test_a_column_formatted_to_the_last_row_of_the_sheet_is_read(tmp_path):
    data = rows(lambda n: f'<row r="{n}"><c r="A{n}" s="1"/></row>')(1_048_574)
    assert {name: str(figure) for name, figure in read(tmp_path, data).items()} == {"甲": "3家"}


def test_a_part_of_more_elements_than_any_table_has_is_refused(monkeypatch):
    from renmin_docs.ooxml import xml_events

    monkeypatch.setattr(xml_events, "MAX_ELEMENTS", 100)
    error = try_to_read(package(sheet1=sheet(after="<a/>" * 101)))
    assert [finding.rule for finding in error.findings] == ["workbook_elements"]
