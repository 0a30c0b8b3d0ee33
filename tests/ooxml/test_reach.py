"""What a document reaches for: each kind with its part and the word for it; links to click are none."""

from __future__ import annotations

import pytest

from renmin_docs.builtin_templates import find, names
from renmin_docs.ooxml.reach import reaching
from tests.proof.hostile_files import LINKS, field, links, nested, says
from tests.templates import parts_of


def found(data: bytes) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.place, finding.found) for finding in reaching(parts_of(data))]


@pytest.mark.parametrize("name", names())
def test_our_own_templates_reach_for_nothing(name):
    assert found(find(name).read_bytes()) == []


@pytest.mark.parametrize(
    ("kind", "external", "rule", "word"),
    [
        ("attachedTemplate", True, "template_attached", "@attached_template"),
        ("image", True, "reaches_outside", "@linked_picture"),
        ("oleObject", False, "reaches_outside", "@object"),
        ("aFChunk", False, "reaches_outside", "@chunk"),
        ("vbaProject", False, "reaches_outside", "@macros"),
        ("newKind", True, "reaches_outside", "@link"),
    ],
)
def test_a_relationship_that_reaches_is_named(kind, external, rule, word):
    assert found(links(kind, "x.bin", external=external)) == [(rule, LINKS, word)]


@pytest.mark.parametrize(("kind", "external"), [("hyperlink", True), ("font", False)])
def test_links_to_click_and_fonts_within_are_none(kind, external):
    assert found(links(kind, "x.bin", external=external)) == []


def test_a_field_that_fetches_is_named_with_its_code():
    (finding,) = reaching(parts_of(says(field(' includeText "a.docx" '), field(" PAGE "))))
    assert (finding.rule, finding.found, finding.expected) == ("field_reaches", "INCLUDETEXT", 'includeText "a.docx"')
    assert "Ctrl+Shift+F9" in finding.message("zh")


def test_parts_in_utf_16_are_looked_at():
    parts = parts_of(says(field(" DDE x ")))
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    assert [finding.found for finding in reaching(parts)] == ["DDE"]


@pytest.mark.parametrize(
    "code", [" PAGE ", " page\\* MERGEFORMAT", "=SUM(ABOVE)", " MergeField a ", "", ' TOC \\o "1-3" ']
)
def test_fields_that_compute_are_let_through(code):
    assert found(says(field(code))) == []


@pytest.mark.parametrize("code", [" ADDIN x ", " PAGEX ", ' "PAGE" ', " WEBEXTENSION ", " 标题 "])
def test_fields_of_no_known_kind_are_named(code):
    assert [rule for rule, _, _ in found(says(field(code)))] == ["field_unknown"]


def test_text_in_the_code_of_a_field_is_code():
    text = "<w:r><w:t>INCLUDE</w:t></w:r>"
    assert found(says(field(text, "PICTURE x"))) == [("field_reaches", "word/document.xml", "INCLUDEPICTURE")]
    assert found(says(field(" IF ", nested(text, "TEXT x"), " = 1 "))) == [
        ("field_reaches", "word/document.xml", "INCLUDETEXT")
    ]


def test_a_name_is_reported_once_a_part():
    assert len(found(says(*[field(f" INCLUDETEXT {number} ") for number in range(50)]))) == 1
