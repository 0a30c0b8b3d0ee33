"""A draft of any kind is enough: it is opened as a report that can be printed, with its pictures and over a profile."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from renmin_docs import DataFileError
from renmin_docs.cli import main
from renmin_docs.intake.drafts import is_draft, opened_report
from renmin_docs.proofread.marks import mark_at

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
LAYOUT = (Path(__file__).parent / "prose" / "layouts" / "26_four_levels.txt").read_text(encoding="utf-8")
CELLS = ["项目", "件数", "走访", "12"]
PROFILE = "主送: 区人民政府\n序号: [一、, 1.]\n"
LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)


def picture():
    """A small picture as a file has it."""
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(data, "PNG")
    return io.BytesIO(data.getvalue())


def office_draft(path):
    """A draft as an office writes it: Word's own numbers, a table, a picture, styles of Word's own."""
    made = docx.Document()
    number_list(made)
    for line in LAYOUT.split("\n===")[0].splitlines():
        mark = mark_at(line)
        paragraph = made.add_paragraph(line[mark.end :] if mark else line)
        if mark:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = mark.level - 1
            properties.get_or_add_numId().val = 77
        if "轮训" in line:
            add_table(made)
            made.add_paragraph().add_run().add_picture(picture())
    made.save(path)
    return path


def number_list(made):
    """The automatic numbers of an office: 一、 （一） 1. （1）."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    root = made.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def add_table(made):
    """A table of two rows."""
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), CELLS, strict=True):
        cell.text = text


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_a_text_is_a_report(tmp_path, name):
    (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    with opened_report(tmp_path / name) as opened:
        assert opened.report.title == "清河街道2025年工作总结"
        assert opened.report.to_bytes()


def test_a_draft_of_an_office_becomes_an_official_document_by_one_command(tmp_path, capsys):
    draft, target = office_draft(tmp_path / "draft.docx"), tmp_path / "report.docx"
    with pytest.raises(SystemExit) as ended:
        main(["render", str(draft), "-o", str(target)])
    assert ended.value.code == 0
    assert ".png" not in capsys.readouterr().err
    printed = docx.Document(target)
    assert [cell.text for row in printed.tables[0].rows for cell in row.cells] == CELLS
    assert len(printed.inline_shapes) == 1
    texts = [text for paragraph in printed.paragraphs if (text := paragraph.text.replace("\n", ""))]
    assert texts == LAYOUT.split("\n===")[0].splitlines()
    assert sorted(tmp_path.iterdir()) == [draft, target]


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
