"""A fingerprint is true of the file as it was written, and of no other."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest

from renmin_docs import Chapter, Picture, WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.fingerprint import DOCUMENT, FORMATS, is_as_written, stamped
from renmin_docs.render.template import Template
from renmin_docs.sheets.rows import Sheet, workbook_of
from tests.pictures import saved
from tests.printing import saved_by_office
from tests.samples import report

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
TEXT = "organization: {name: 人民街道}\nyear: 2022\n".encode()


def workbook():
    return workbook_of([Sheet("数据", (("名称", "数"), ("甲", "3家")), (8, 8))])


FILES = {".docx": lambda: report().to_bytes(), ".xlsx": workbook, ".yaml": lambda: TEXT, ".pdf": lambda: PDF}
FILES |= {".yml": lambda: TEXT, ".png": saved}


@pytest.fixture(params=sorted(FILES))
def written(request):
    """A file with its fingerprint, and its ending."""
    return stamped(FILES[request.param](), "made", request.param), request.param


def test_every_format_has_a_sample():
    assert FILES.keys() == FORMATS.keys()


def test_a_file_is_as_written_until_one_byte_of_it_differs(written):
    data, ending = written
    assert is_as_written(data, "made", ending)
    assert not is_as_written(data, "another", ending)
    assert not is_as_written(FILES[ending](), "made", ending)
    for end in (0, 1, len(data) // 2, len(data) - 2):
        assert not is_as_written(data[:end], "made", ending)
    assert not is_as_written(data + b"x", "made", ending)


def test_a_stamped_file_gets_one_fingerprint_of_its_own(written):
    data, ending = written
    again = stamped(data, "other", ending)
    assert is_as_written(again, "other", ending)
    assert stamped(again, "made", ending) == data
    assert again.count(b"renmin-docs:") == data.count(b"renmin-docs:") <= 1


def test_the_same_content_has_the_same_fingerprint(written):
    data, ending = written
    if ending != ".xlsx":  # openpyxl writes the time into it
        assert stamped(FILES[ending](), "made", ending) == data


@pytest.mark.parametrize("ending", [".txt", ".json", ""])
def test_a_format_without_a_place_for_it_has_none(ending):
    assert stamped(b"x", "made", ending) == b"x"
    assert not is_as_written(b"x", "made", ending)


@pytest.mark.parametrize("ending", sorted(FORMATS))
@pytest.mark.parametrize("data", [b"", b"PK", b"PK\5\6" + b"\xff" * 18, b"PK\5\6" + b"\0" * 18, b"\0" * 3000, b"\n%"])
def test_what_is_no_such_file_is_not_as_written(data, ending):
    assert not is_as_written(data, "made", ending)


# --- texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda text: text.replace(b"\n", b"\r\n"), True),
        (lambda text: b"\xef\xbb\xbf" + text, True),
        (lambda text: text.rstrip(), True),
        (lambda text: text + b"\n\n", True),
        (lambda text: text.replace(b"2022", b"2023"), False),
        (lambda text: text.replace(b"year", b" year"), False),
        (lambda text: text + b"# mine\n", False),
        (lambda text: b"# mine\n" + text, False),
        (lambda text: text.decode().encode("utf-16"), False),
        (lambda text: text.decode().encode("gbk"), False),
    ],
)
def test_line_ends_and_marks_of_a_text_are_no_work_and_everything_else_is(change, kept):
    assert is_as_written(change(stamped(TEXT, "made", ".yaml")), "made", ".yaml") is kept


def test_a_data_file_with_its_fingerprint_is_the_same_report(tmp_path):
    text = 'organization: {name: 人民街道}\nyear: 2022\nachievements: {body: "甲。"}\nconclusion: |\n  乙。\n'
    for name, data in (("a.yaml", text.encode()), ("b.yaml", stamped(text.encode(), "made", ".yaml"))):
        (tmp_path / name).write_bytes(data)
    assert WorkReport.load(tmp_path / "a.yaml") == WorkReport.load(tmp_path / "b.yaml")


# --- documents --------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [{}, {"numbering": "native", "issue_date": date(2022, 12, 20)}, {"picture": True}])
def test_rendered_documents_carry_it_in_their_properties_and_nothing_else_shows_it(tmp_path, options):
    if options.pop("picture", False):
        (tmp_path / "hall.png").write_bytes(saved())
        body = ["走访居民860户。", Picture(path=str(tmp_path / "hall.png"))]
        options = {"achievements": Chapter(heading="工作情况", body=body)}
    each = report(**options)
    data = each.to_bytes()
    assert data == each.to_bytes()
    assert is_as_written(data, DOCUMENT, ".docx")
    assert stamped(data, DOCUMENT, ".docx") != data  # packed by another writer, with the same parts
    assert is_as_written(stamped(data, DOCUMENT, ".docx"), DOCUMENT, ".docx")
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [name for name in package.namelist() if b"renmin-docs:" in package.read(name)] == ["docProps/core.xml"]
    assert docx.Document(io.BytesIO(data)).core_properties.identifier.startswith("renmin-docs:document:")


def _saved_by_python_docx(data, edit):
    document, out = docx.Document(io.BytesIO(data)), io.BytesIO()
    edit(document)
    document.save(out)
    return out.getvalue()


def _retitle(document):
    document.core_properties.title = "另一个题目"


@pytest.mark.parametrize(
    "edit",
    [
        _retitle,
        lambda document: document.add_paragraph("领导加的一句。"),
        lambda document: document.paragraphs[0].runs[0].add_text("改"),
        lambda document: document.add_comment(document.paragraphs[0].runs, "请核"),
    ],
    ids=["property", "paragraph", "text", "comment"],
)
def test_a_change_of_any_part_of_a_document_is_seen(edit):
    assert not is_as_written(_saved_by_python_docx(report().to_bytes(), edit), DOCUMENT, ".docx")


def test_a_document_from_a_template_that_was_a_document_has_a_fingerprint_of_its_own(tmp_path):
    data = stamped(_with_properties(find("work_report").read_bytes()), DOCUMENT, ".docx")
    assert is_as_written(data, DOCUMENT, ".docx")
    (tmp_path / "ours.docx").write_bytes(data)
    made = Template.open(tmp_path / "ours.docx").render(report())
    assert is_as_written(made, DOCUMENT, ".docx")
    assert docx.Document(io.BytesIO(made)).core_properties.identifier.count("renmin-docs:") == 1


def _with_properties(template):
    return _saved_by_python_docx(template, _retitle)


def test_a_workbook_that_a_person_has_saved_is_not_as_written():
    data = stamped(workbook(), "made", ".xlsx")
    book, out = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    assert book.active["A2"].value == "甲"
    book.active["B2"] = "4家"
    book.save(out)
    assert not is_as_written(out.getvalue(), "made", ".xlsx")


def test_what_libreoffice_has_saved_is_not_as_written(tmp_path):
    assert not is_as_written(saved_by_office(report().to_bytes(), ".docx", tmp_path), DOCUMENT, ".docx")
