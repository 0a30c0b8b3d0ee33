"""The entry points of `render`: which template is opened, what is refused."""

from __future__ import annotations

import os
import shutil

import pytest

from renmin_docs import OutputError, ReportError, TemplateError, WorkReport
from renmin_docs.builtin_templates import find
from tests.samples import report
from tests.systems import not_wine


def test_an_unknown_numbering_is_refused():
    with pytest.raises(ReportError) as caught:
        report().to_bytes(numbering="roman")
    assert caught.value.findings[0].rule == "numbering_unknown"


def test_a_template_is_named_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.docx").write_text("no zip")
    with pytest.raises(TemplateError) as caught:
        report().to_bytes(template="ours.docx")
    assert str(caught.value).startswith("ours.docx: ")


def test_another_file_under_the_same_name_is_opened_anew(tmp_path):
    path, other = tmp_path / "ours.docx", tmp_path / "other.docx"
    shutil.copy(find("work_report"), path)
    assert report().to_bytes(template=path)
    other.write_bytes(b"x" * path.stat().st_size)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    os.replace(other, path)
    with pytest.raises(TemplateError):
        report().to_bytes(template=path)


@pytest.mark.parametrize("name", [pytest.param("长" * 300 + ".docx", marks=not_wine), "a\0b.docx"])
def test_names_that_no_file_can_have_are_errors_of_ours(tmp_path, name):
    with pytest.raises(OutputError):
        report().save(f"{tmp_path}/{name}")


def test_a_report_without_a_chapter_is_refused():
    with pytest.raises(ValueError, match="no chapter"):
        WorkReport(organization={"name": "人民街道"}, year=2022, achievements=[])
