"""Parts are found by what points to them, not by their names."""

from __future__ import annotations

import pytest

from renmin_docs.errors import PackageError
from renmin_docs.ooxml.names import PACKAGE_RELATIONSHIPS, RELATIONSHIPS
from renmin_docs.ooxml.relationships import related


def pointing(*rows: tuple[str, str], mode: str = "Internal") -> bytes:
    rels = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target) in enumerate(rows)
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{rels}</Relationships>'.encode()


def found(name: str, *rows: tuple[str, str], mode: str = "Internal") -> list[str]:
    parts = {"word/_rels/document.xml.rels": pointing(*rows, mode=mode), name: b""}
    return related(parts, "word/document.xml", ("header", "footnotes"))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("word/header1.xml", "header1.xml"),
        ("word/kopf", "./kopf"),
        ("word/Header1.xml", "header1.XML"),
        ("parts/kopf.xml", "../parts/kopf.xml"),
        ("parts/kopf.xml", "/parts/kopf.xml"),
        ("word/页眉.xml", "页眉.xml"),
        ("word/页眉.xml", "%E9%A1%B5%E7%9C%89.xml"),
        ("word/%E9%A1%B5.xml", "%E9%A1%B5.xml"),
    ],
)
def test_a_part_of_any_name_and_folder_is_found(name, target):
    assert found(name, ("header", target)) == [name]


def test_a_part_is_found_once():
    assert found("word/a.xml", ("header", "a.xml"), ("footnotes", "/word/a.xml")) == ["word/a.xml"]


@pytest.mark.parametrize(("kind", "target"), [("image", "a.xml"), ("header", "b.xml"), ("myheader", "a.xml")])
def test_other_kinds_and_missing_parts_are_left_out(kind, target):
    assert found("word/a.xml", (kind, target)) == []


def test_what_lies_outside_the_package_is_left_out():
    assert found("word/a.xml", ("header", "a.xml"), mode="External") == []


def test_the_main_part_may_have_no_relationships_or_another_name():
    assert related({"word/document.xml": b""}, "word/document.xml", ("header",)) == []
    parts = {"_rels/main.xml.rels": pointing(("header", "a.xml")), "a.xml": b"", "main.xml": b""}
    assert related(parts, "main.xml", ("header",)) == ["a.xml"]


def test_damaged_relationships_are_named():
    parts = {"word/_rels/document.xml.rels": b"<Rel"}
    with pytest.raises(PackageError) as caught:
        related(parts, "word/document.xml", ("header",))
    assert caught.value.findings[0].found == "word/_rels/document.xml.rels"
