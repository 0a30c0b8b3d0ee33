"""The templates in the tree are what their script makes."""

from __future__ import annotations

import runpy
from pathlib import Path

import docx
import pytest

from renmin_docs.builtin_templates import SHELF, names
from renmin_docs.standard.elements import ELEMENTS
from renmin_docs.standard.page import GRID_A
from tests.templates import parts_of

BUILD = Path(__file__).parent.parent / "templates" / "build.py"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    return runpy.run_path(str(BUILD))["build"](folder)


def test_the_script_makes_every_builtin_template(built):
    assert sorted(path.stem for path in built) == names()


def test_the_templates_in_the_tree_are_what_the_script_makes(built):
    for path in built:
        # part by part: the compressed bytes may differ between versions of zlib
        assert parts_of(path.read_bytes()) == parts_of((SHELF / path.name).read_bytes())


def test_word_opens_it_as_an_ordinary_document():
    document = docx.Document(str(SHELF / "work_report.docx"))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert text[text.index("{%p endif %}") + 1] == "{{ title }}"
    assert "{%p for block in blocks %}" in text
    section = document.sections[0]
    assert round(section.top_margin.mm, 1) == GRID_A.top.mm == 37
    assert document.settings.odd_and_even_pages_header_footer


def test_each_element_has_its_style_with_the_built_in_name_and_outline():
    styles = {style.style_id: style for style in docx.Document(str(SHELF / "work_report.docx")).styles}
    for element in ELEMENTS:
        assert styles[element.style_id].font.size.pt == element.size.pt
    for level in (1, 2, 3, 4):
        xml = styles[f"Heading{level}"].element.xml
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in xml
        assert f'w:val="heading {level}"' in xml
    assert "outlineLvl" not in styles["Point"].element.xml


def test_every_family_has_an_alternative_and_no_theme_is_named():
    parts = parts_of((SHELF / "work_report.docx").read_bytes())
    fonts = parts["word/fontTable.xml"].decode()
    assert fonts.count("<w:font ") == fonts.count("<w:altName ") == 5
    assert not any(b"Theme" in data.replace(b"themeFontLang", b"") for data in parts.values())
