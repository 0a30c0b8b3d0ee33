"""Parts that one document has and its template has not."""

from __future__ import annotations

from lxml import etree

from renmin_docs.ooxml.names import PACKAGE_RELATIONSHIPS
from renmin_docs.render.extra_parts import TYPES, Additions, entries_of
from renmin_docs.render.package import deflated, write_package
from tests.templates import MAIN, parts, parts_of

LINKS = "word/_rels/document.xml.rels"


def added(*names: str, before: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """The parts that these pictures add, by name."""
    additions = Additions()
    for number, name in enumerate(names, 1):
        additions.add(f"rIdPicture{number}", "image", name, b"PNG", "image/png")
    entries = {name: deflated(content) for name, content in (parts() if before is None else before).items()}
    return parts_of(write_package(entries_of(additions, entries, MAIN)))


def targets(xml: bytes) -> dict[str, str]:
    root = etree.fromstring(xml)
    return {each.get("Id"): each.get("Target") for each in root.iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")}


def test_nothing_is_false():
    additions = Additions()
    assert not additions
    additions.add("rId9", "image", "word/media/a.png", b"", "image/png")
    assert additions


def test_a_part_gets_a_content_type_and_a_relationship_beside_those_that_are_there():
    made = added("word/media/a.png")
    assert made["word/media/a.png"] == b"PNG"
    assert b'<Override PartName="/word/media/a.png" ContentType="image/png"/>' in made[TYPES]
    before, after = targets(parts()[LINKS]), targets(made[LINKS])
    assert after == {**before, "rIdPicture1": "media/a.png"}
    assert made[TYPES].count(b"<Override") == parts()[TYPES].count(b"<Override") + 1


def test_a_part_that_is_used_twice_is_there_once():
    made = added("word/media/a.png", "word/media/a.png")
    assert made[TYPES].count(b"/word/media/a.png") == 1
    assert targets(made[LINKS])["rIdPicture2"] == "media/a.png"


def test_a_template_without_relationships_gets_some():
    made = added("word/media/a.png", before={name: parts()[name] for name in (TYPES, MAIN)})
    assert targets(made[LINKS]) == {"rIdPicture1": "media/a.png"}


def test_a_part_outside_the_main_parts_folder_is_found_from_there():
    assert targets(added("media/a.png")[LINKS])["rIdPicture1"] == "../media/a.png"
