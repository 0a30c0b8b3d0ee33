"""An exported template looks like the finished page, and prints what the library's own prints."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from renmin_docs import check_template
from renmin_docs.builtin_templates import names
from renmin_docs.templating.export import exported_template
from tests.printing import OFFICES, sdk_errors
from tests.templating.test_making import PRINTED, texts


@pytest.fixture
def exported(tmp_path):
    paths = {name: tmp_path / f"{name}.docx" for name in names()}
    for name, path in paths.items():
        path.write_bytes(exported_template(name, "zh"))
    return paths


def test_it_prints_what_the_library_s_own_prints(exported):
    for report, name in ((PRINTED["signed"], "work_report"), (PRINTED["red"], "red_head")):
        assert texts(report.to_bytes(template=str(exported[name]))) == texts(report.to_bytes(template=name))
        assert [finding for finding in check_template(exported[name]) if finding.severity == "error"] == []


def test_control_tags_are_hidden_and_samples_are_not(exported):
    paragraphs = docx.Document(exported["work_report"]).paragraphs
    shown = [each.text for each in paragraphs if each.text and not all(run.font.hidden for run in each.runs)]
    assert "{{ title }}" in shown
    assert not any(text.startswith("{%p") for text in shown)
    assert sum(text.startswith("{# ") for text in shown) == 5


def test_styles_have_the_standard_s_terms_as_aliases(exported):
    styles = docx.Document(exported["red_head"]).styles.element
    aliases = {
        style.get(qn("w:styleId")): style.find(qn("w:aliases")).get(qn("w:val"))
        for style in styles.iter(qn("w:style"))
        if style.find(qn("w:aliases")) is not None
    }
    assert {aliases["BodyText"], aliases["Heading1"], aliases["IssuerMark"]} == {"正文", "一级标题", "发文机关标志"}


@pytest.mark.sdk
def test_the_sdk_finds_nothing(exported):
    assert [error for path in exported.values() for error in sdk_errors(path, OFFICES[0])] == []


def test_the_same_template_gives_the_same_bytes():
    first, again = (exported_template("work_report", "en") for _ in range(2))
    assert first == again
    assert docx.Document(io.BytesIO(first)).paragraphs[0].text.startswith("{# These grey lines")
