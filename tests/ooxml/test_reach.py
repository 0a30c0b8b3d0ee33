"""What a document reaches for: each kind with its part and the word for it; links to click are none."""

from __future__ import annotations

import pytest

from renmin_docs.ooxml.reach import reaching
from renmin_docs.shelf import find, names
from tests.proof.hostile_files import LINKS, field, links, says
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


@pytest.mark.parametrize(("kind", "external"), [("hyperlink", True), ("image", False), ("footer", False)])
def test_links_to_click_and_pictures_within_are_none(kind, external):
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
