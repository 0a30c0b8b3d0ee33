"""Reading is linear in every family of inputs: four times as much takes about four times as long."""

from __future__ import annotations

import pytest

from renmin_docs.errors import DataFileError
from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.intake.reports import read_report
from tests.effort import scaled, some
from tests.intake.documents.hostile import minimal
from tests.intake.families import DOCUMENTS, TEXTS, cell, item, notes, numbering, paragraph, table
from tests.intake.own_process import TELLS_PEAK, read_alone
from tests.timing import LINEAR, growth

_TEXT_SIZE = scaled(6_000)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(name):
    def read(size):
        return parse_report(TEXTS[name](size), year=2022, organization="人民街道")

    assert growth(read, _TEXT_SIZE) < LINEAR


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_four_times_as_many_pieces_takes_about_four_times_as_long(name, tmp_path):
    size, make = scaled(DOCUMENTS[name][0]), DOCUMENTS[name][1]
    paths = {}
    for count in (size, 4 * size):
        paths[count] = tmp_path / f"{count}.docx"
        paths[count].write_bytes(make(count))
    assert growth(lambda count: read_report(paths[count]), size) < LINEAR


SMALL = {
    "a list text of 40,000 characters": lambda: minimal(
        item(0) * 3_000, more=numbering("%1" * 20_000, 999_999_999, "chineseCountingThousand")
    ),
    "a note that is referred to 30,000 times": lambda: minimal(
        paragraph('<w:r><w:footnoteReference w:id="0"/></w:r>' * 30_000), more=notes("footnotes", 1, "注" * 5_000)
    ),
    "a table of 20,000 cells over 63 columns": lambda: minimal(
        table(cell('<w:gridSpan w:val="63"/>', "<w:p/>") * 20, 1_000)
    ),
}


@pytest.mark.skipif(not TELLS_PEAK, reason="the system does not tell a process's peak here")
@pytest.mark.parametrize("what", some(SMALL))
def test_a_small_document_is_read_in_little_memory(what, tmp_path):
    path = tmp_path / "去年.docx"
    path.write_bytes(SMALL[what]())
    assert path.stat().st_size < 50_000
    _, megabytes = read_alone(path, float("inf"))
    assert megabytes < 300


def test_a_note_is_read_once_however_often_it_is_referred_to(tmp_path):
    path = tmp_path / "去年.docx"
    path.write_bytes(SMALL["a note that is referred to 30,000 times"]())
    assert str(read_report(path).report).count("注" * 5_000) == 1


def test_a_table_has_no_more_columns_than_its_cells_begin(tmp_path):
    path = tmp_path / "去年.docx"
    row = cell('<w:gridSpan w:val="40"/>') * 3
    path.write_bytes(minimal(table(row, 2) + table(row, 1)))
    (found,) = [item for item in read_report(path).report.achievements[0].body if not isinstance(item, str)]
    assert [column.heading for column in found.columns] == ["甲"] * 3


def test_more_cells_than_any_report_has_are_refused(tmp_path):
    path = tmp_path / "去年.docx"
    wide = f"<w:tr>{cell(inner='<w:p/>') * 60}</w:tr>"
    path.write_bytes(minimal(f"<w:tbl>{wide}{'<w:tr><w:tc/></w:tr>' * 20_000}</w:tbl>"))
    with pytest.raises(DataFileError) as refused:
        read_report(path)
    assert [finding.rule for finding in refused.value.findings] == ["document_large"]
