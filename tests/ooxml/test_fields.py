"""The codes of fields, however Word has cut them."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.fields import field_codes, field_name
from tests.proof.hostile_files import field, nested
from tests.templates import W


def codes(body: str) -> list[str]:
    return [*field_codes(etree.fromstring(f"<w:document {W}>{body}</w:document>"))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (field(" PAGE "), [" PAGE "]),
        (field(" PA", "GE "), [" PAGE "]),
        ('<w:p><w:fldSimple w:instr=" DATE "/></w:p>', [" DATE "]),
        (field(" IF ", nested(" PAGE "), " = 1 "), [" PAGE ", " IF { PAGE  = 1 "]),
        ("<w:p><w:r><w:instrText> LOOSE </w:instrText></w:r></w:p>", [" LOOSE "]),
        (field(" PAGE ").replace("end", "separate"), [" PAGE "]),
        ("<w:p/>", []),
    ],
)
def test_codes_are_put_together(body, expected):
    assert codes(body) == expected


@pytest.mark.parametrize(
    ("code", "name"),
    [(" Page \\* MERGEFORMAT", "PAGE"), ("", ""), ("  ", ""), ("{ QUOTE x TEXT", "{"), ("IF{ x", "IF")],
)
def test_a_name_is_the_first_word(code, name):
    assert field_name(code) == name
