"""Built-in templates: found by name and by path."""

import shutil
from pathlib import Path

import pytest

from renmin_docs import TemplateError, builtin_templates


def test_a_template_of_the_library_is_found_by_its_name():
    assert builtin_templates.find("work_report") == builtin_templates.SHELF / "work_report.docx"
    assert "work_report" in builtin_templates.names()


@pytest.mark.parametrize("kind", [str, Path])
def test_any_other_template_is_found_by_its_path(tmp_path, kind):
    (tmp_path / "ours.docx").touch()
    assert builtin_templates.find(kind(tmp_path / "ours.docx")) == tmp_path / "ours.docx"


def test_a_file_in_the_working_folder_needs_no_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").touch()
    assert builtin_templates.find("ours") == Path("ours")


@pytest.mark.parametrize(
    ("template", "rule", "found"),
    [
        ("work_reprot", "template_unknown", "work_reprot"),
        ("no.docx", "file_missing", ""),
        ("no/ours", "file_missing", ""),
        ("长" * 300, "template_unknown", "长" * 300),
        ("a\0b", "template_unknown", "a\0b"),
    ],
)
def test_what_is_not_there_is_reported(template, rule, found):
    with pytest.raises(TemplateError) as caught:
        builtin_templates.find(template)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.found) == (rule, found)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(TemplateError) as caught:
        builtin_templates.find("red")
    assert "work_report" in caught.value.message("zh")
    assert ".docx" in caught.value.message("en")


def test_words_lock_files_are_no_templates(tmp_path, monkeypatch):
    shutil.copy(builtin_templates.find("work_report"), tmp_path / "work_report.docx")
    for name in ("~$rk_report.docx", ".~lock.work_report.docx"):
        (tmp_path / name).touch()
    monkeypatch.setattr(builtin_templates, "SHELF", tmp_path)
    assert builtin_templates.names() == ["work_report"]
