"""A draft of any kind is enough: it is opened as a report that can be printed, with its pictures and over a profile."""

import io

import docx
import pytest
from PIL import Image

from renmin_docs import DataFileError
from renmin_docs.intake.drafts import is_draft, opened_report

DRAFT = """\
清河街道2025年工作总结
2025年，街道认真开展各项工作。
一、主要工作
（一）党建工作
新增党支部3个。
二、下一步打算
继续努力。
清河街道办事处
2025年12月20日
"""
CELLS = ["项目", "件数", "走访", "12"]
PROFILE = "主送: 区人民政府\n序号: [一、, 1.]\n"


def picture():
    """A small picture as a file has it."""
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(data, "PNG")
    return io.BytesIO(data.getvalue())


def office_draft(path):
    """A draft as an office writes it: a table, a picture, styles of Word's own."""
    made = docx.Document()
    for line in DRAFT.splitlines()[:5]:
        made.add_paragraph(line)
    table = made.add_table(rows=2, cols=2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(cells, CELLS, strict=True):
        cell.text = text
    made.add_paragraph().add_run().add_picture(picture())
    for line in DRAFT.splitlines()[5:]:
        made.add_paragraph(line)
    made.save(path)
    return path


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_a_text_is_a_report(tmp_path, name):
    (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    with opened_report(tmp_path / name) as opened:
        assert opened.report.title == "清河街道2025年工作总结"
        assert opened.report.to_bytes()


def test_a_document_brings_its_table_and_its_picture(tmp_path):
    with opened_report(office_draft(tmp_path / "draft.docx")) as opened:
        data = opened.report.to_bytes()
    printed = docx.Document(io.BytesIO(data))
    assert [cell.text for row in printed.tables[0].rows for cell in row.cells] == CELLS
    assert len(printed.inline_shapes) == 1
    assert [*tmp_path.iterdir()] == [tmp_path / "draft.docx"]


def test_a_profile_lies_beneath_a_draft_as_beneath_a_data_file(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    profile = tmp_path / "office.profile.yaml"
    profile.write_text(PROFILE, encoding="utf-8")
    with opened_report(tmp_path / "draft.txt", profile) as opened:
        assert opened.report.addressee == ("区人民政府",)
        assert opened.report.organization.issuer == "清河街道办事处"


def test_what_is_wrong_with_a_profile_is_said_with_its_file(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("版计: {}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="版计"), opened_report(tmp_path / "draft.txt", tmp_path / "a.yaml"):
        pass


@pytest.mark.parametrize(("name", "found"), [("a.yaml", False), ("a.JSON", False), ("a.docx", True), ("a.wps", True)])
def test_a_data_file_is_no_draft(name, found):
    assert is_draft(name) is found
