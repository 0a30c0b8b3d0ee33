"""Other formats, and documents that LibreOffice saved anew; skipped where it is not installed."""

from __future__ import annotations

import os

import pytest

from renmin_docs import DataFileError, WorkReport, libreoffice
from renmin_docs.errors import OfficeError
from renmin_docs.intake.reports import read_report
from tests.effort import some
from tests.intake.documents.hostile import minimal
from tests.intake.documents.test_asides import VANISH, notes, paragraph, run
from tests.printing import require, save_as

EXAMPLES = ("upward_report", "renmin_2022")
FORMATS = some([("doc", "native"), ("odt", "native"), ("doc", "typed"), ("odt", "typed"), ("rtf", "typed")])
"""Endings and numberings; of Word's lists LibreOffice 7.4 writes 一? into .rtf, whose 、 is no one's any more."""
ENDINGS = sorted({ending for ending, _ in FORMATS})


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The examples in both numberings and a hidden text, saved by LibreOffice as .docx, .doc, .odt and .rtf."""
    folder = tmp_path_factory.mktemp("office")
    for example in EXAMPLES:
        for numbering in ("typed", "native"):
            WorkReport.load(f"examples/{example}.yaml").save(
                folder / f"{example}_{numbering}.docx", numbering=numbering
            )
    (folder / "hidden.docx").write_bytes(minimal(paragraph(run("可见") + run("内部意见", VANISH) + run("文字。"))))
    given = sorted(folder.glob("*.docx"))
    for ending in ("docx", *ENDINGS):
        save_as(ending, folder / "out", given if ending == "docx" else given[:3])
    return folder


@pytest.mark.printed
@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_document_that_libreoffice_saved_anew_is_the_same_report(folder, example, numbering):
    name = f"{example}_{numbering}.docx"
    assert read_report(folder / "out" / name).report == read_report(folder / name).report


@pytest.mark.printed
@pytest.mark.parametrize(("ending", "numbering"), FORMATS)
def test_other_formats_come_in_through_libreoffice(folder, ending, numbering):
    name = f"renmin_2022_{numbering}"
    expected = read_report(folder / f"{name}.docx").report
    found = read_report(folder / "out" / f"{name}.{ending}").report
    assert found.title == expected.title
    assert [chapter.heading for chapter in found.chapters] == [chapter.heading for chapter in expected.chapters]
    assert [len(chapter.points) for chapter in found.chapters] == [len(chapter.points) for chapter in expected.chapters]


@pytest.mark.printed
@pytest.mark.parametrize("ending", ENDINGS)
def test_hidden_characters_stay_hidden_in_every_format(folder, ending):
    reading = read_report(folder / "out" / f"hidden.{ending}")
    assert reading.report.achievements[0].body[-1] == "可见文字。"
    assert [found for _, _, found in notes(reading, "document_hidden")] == ["“内部意见”"]


@pytest.mark.printed
def test_a_file_that_libreoffice_can_not_read_is_refused(tmp_path):
    require("soffice")
    path = tmp_path / "last.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(2048))
    with pytest.raises(DataFileError):
        read_report(path)


def test_without_libreoffice_the_file_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_WHERE_INSTALLED", ())
    monkeypatch.setattr(libreoffice, "_MISSING", {})
    path = tmp_path / "last.wps"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    with pytest.raises(DataFileError) as refused:
        read_report(path)
    assert [finding.rule for finding in refused.value.findings] == ["office_missing"]
    assert "另存为 .docx" in refused.value.message("zh")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("script", "rule"), [("exit 0", "office_failed"), ("sleep 60", "office_slow")])
def test_a_program_that_makes_nothing_or_does_not_end_is_given_up(tmp_path, monkeypatch, script, rule):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(OfficeError) as refused:
        libreoffice.converted(b"x", ".doc", ".docx", seconds=0.5)
    assert [finding.rule for finding in refused.value.findings] == [rule]


def test_a_package_under_an_old_ending_is_read_as_what_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(libreoffice, "converted", None)
    path = tmp_path / "last.doc"
    WorkReport.load("examples/renmin_2022.yaml").save(tmp_path / "last.docx")
    path.write_bytes((tmp_path / "last.docx").read_bytes())
    assert read_report(path).report.year == 2022
