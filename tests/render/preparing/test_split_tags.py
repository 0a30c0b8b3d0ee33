"""Tags that Word has split over runs come together, and nothing else moves."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.split_tags import join_tags, split_tags
from tests.templates import W


def paragraph(*content: str):
    runs = "".join(text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>" for text in content)
    return etree.fromstring(f"<w:body {W}><w:p>{runs}</w:p></w:body>")


def joined(*content: str) -> list[str]:
    """The texts of the paragraph after joining; a tab is a tab."""
    root = paragraph(*content)
    join_tags(root)
    return ["\t" if item.tag == w("tab") else item.text for item in root.iter(w("t"), w("tab"))]


TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("{{ ti", "tle }}"), ["{{ title }}"]),
        (("甲{", "{ title }", "}乙"), ["甲{{ title }}", "乙"]),
        (("{{ a }}{{ b", " }}{{ c", " }}尾"), ["{{ a }}{{ b }}", "{{ c }}", "尾"]),
        (("{%p", TAB, "if year %}"), ["{%p if year %}"]),
        (("{{ a }}", TAB, "{{ b }}"), ["{{ a }}", "\t", "{{ b }}"]),
        (("<w:r><w:t>{%</w:t><w:noBreakHyphen/><w:t> if a %}</w:t></w:r>",), ["{%- if a %}"]),
        (("{# 甲", "乙 #}"), ["{# 甲乙 #}"]),
        (("{{ a", "b"), ["{{ a", "b"]),
        (("{", "x", "{ a }}"), ["{", "x", "{ a }}"]),
        (("甲", "乙"), ["甲", "乙"]),
    ],
)
def test_a_tag_moves_to_where_it_begins(content, expected):
    assert joined(*content) == expected


def test_what_stands_between_the_pieces_stays():
    drawing = "<w:r><w:drawing/></w:r>"
    root = paragraph("{{ ti", drawing, '<w:proofErr w:type="spellEnd"/>', "tle }}")
    join_tags(root)
    assert [child.tag for child in root[0]] == [w("r"), w("r")]
    assert root[0][1][0].tag == w("drawing")


def test_a_tag_that_begins_in_a_container_and_ends_outside_it_moves_in():
    root = paragraph("<w:smartTag><w:r><w:t>{{ ti</w:t></w:r></w:smartTag>", "tle }}尾")
    join_tags(root)
    assert [text.text for text in root.iter(w("t"))] == ["{{ title }}", "尾"]
    assert root[0][0].tag == w("smartTag")


def test_text_boxes_are_paragraphs_of_their_own():
    inner = "<w:p><w:r><w:t>{{ b</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    assert joined("{{ a", box, " }}") == ["{{ a }}", "{{ b }}"]


def test_pieces_are_reported_with_their_tag():
    (split,) = split_tags(paragraph("{{ ti", "tl", "e }}")[0])
    assert split.tag == "{{ title }}"
    assert len(split.elements) == 3


def test_thousands_of_pieces_take_no_time():
    assert joined(*["{", "{ a }", "}"] * 1_500) == ["{{ a }}"] * 1_500
