"""Faults of structure that the validator does not look for."""

from __future__ import annotations

import pytest

from renmin_docs.errors import PackageError
from renmin_docs.ooxml.faults import structural_faults
from tests.samples import numbered_report
from tests.templates import MAIN, W, parts_of

SOUND = parts_of(numbered_report(1).to_bytes())


def faults(body: str, part: str = MAIN) -> list[tuple[str, str]]:
    found = structural_faults({**SOUND, part: f"<w:document {W}>{body}</w:document>".encode()})
    assert {finding.place for finding in found} <= {part}
    return [(finding.rule, finding.found) for finding in found]


def field(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:tbl><w:tr><w:tc><w:p/><w:tbl/></w:tc></w:tr></w:tbl>", [("cell_end", "")]),
        ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", [("cell_end", "")]),
        ("<w:tbl><w:tr/></w:tbl>", [("row_empty", "")]),
        ('<w:p><w:pPr><w:pStyle w:val="No"/></w:pPr></w:p>', [("style_undefined", "No")]),
        ('<w:p><w:r><w:rPr><w:rStyle w:val="No"/></w:rPr></w:r></w:p>', [("style_undefined", "No")]),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>', [("list_undefined", "99")]),
        (field("begin"), [("field_open", "")]),
        (field("begin", "end", "end"), [("field_open", "")]),
    ],
)
def test_a_fault_is_found_with_its_part(body, expected):
    assert faults(body) == expected
    assert faults(body, "word/header7.xml") == expected


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>',
        field("begin", "begin", "separate", "end", "separate", "end"),
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    ],
)
def test_sound_structures_have_none(body):
    assert faults(body) == []


def test_several_faults_are_all_reported():
    body = '<w:tbl><w:tr/></w:tbl><w:p><w:pPr><w:pStyle w:val="No"/></w:pPr></w:p>' + field("begin")
    assert [rule for rule, _ in faults(body)] == ["row_empty", "style_undefined", "field_open"]


def test_a_damaged_part_is_an_error():
    with pytest.raises(PackageError):
        structural_faults({**SOUND, MAIN: f"<w:document {W}>".encode()})
