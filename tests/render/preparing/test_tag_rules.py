"""Tags where no text is printed, and pairs that are torn."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.render.preparing.tag_rules import tag_findings
from tests.templates import W, paragraph


def root_of(body: str):
    return etree.fromstring(f"<w:body {W}>{body}</w:body>")


def text(content: str) -> str:
    return f"<w:p><w:r>{content}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "rule", "found"),
    [
        ('<w:p w:rsidR="{{ a }}"/>', "tag_outside_text", "{{ a }}"),
        (text("<w:instrText> {% if a %} </w:instrText>"), "tag_outside_text", "{% if a %}"),
        (text("<w:instrText>{</w:instrText><w:t>{ a }}</w:t>"), "tag_outside_text", "{"),
        ("<w:p/>{{ a }}", "tag_outside_text", "{{ a }}"),
        ("<w:p><!--{# a #}--></w:p>", "tag_outside_text", "{# a #}"),
        (text("<w:delText>{{ a }}</w:delText>"), "tag_deleted", "{{ a }}"),
        ("<w:p><w:moveFrom><w:r><w:t>{{ a }}</w:t></w:r></w:moveFrom></w:p>", "tag_deleted", "{{ a }}"),
    ],
)
def test_a_stray_tag_is_named(body, rule, found):
    finding, *_ = tag_findings(root_of(body))
    assert (finding.rule, finding.found) == (rule, found)


def test_tags_in_text_and_braces_elsewhere_are_none():
    body = text("<w:t>{{ a }}</w:t>") + '<w:p w:rsidR="{a}"/>' + text("<w:instrText> QUOTE {a} </w:instrText>")
    assert [*tag_findings(root_of(body))] == []


FOR, END = paragraph("{%p for b in blocks %}"), paragraph("{%p endfor %}")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{FOR}<w:tbl><w:tr><w:tc>{END}</w:tc></w:tr></w:tbl>", ["{%p endfor %}"]),
        (f"<w:sdt><w:sdtContent>{FOR}</w:sdtContent></w:sdt>{END}", ["{%p endfor %}"]),
        (
            f"{paragraph('{%p if a %}')}<w:sdt>{paragraph('{%p else %}')}</w:sdt>{paragraph('{%p endif %}')}",
            ["{%p else %}"],
        ),
        (f"{FOR}{paragraph('{%tr endfor %}')}", ["{%tr endfor %}"]),
    ],
)
def test_a_torn_pair_is_named_with_its_other_half(body, found):
    findings = [*tag_findings(root_of(body))]
    assert [finding.found for finding in findings] == found
    assert findings[0].expected in ("{%p for b in blocks %}", "{%p if a %}")


@pytest.mark.parametrize(
    "body",
    [
        f"{FOR}<w:tbl><w:tr><w:tc>{FOR}{END}</w:tc></w:tr></w:tbl>{END}",
        f"<w:sdt><w:sdtContent>{FOR}{END}</w:sdtContent></w:sdt>",
        "<w:tbl>{}{}</w:tbl>".format(
            *(f"<w:tr><w:tc>{paragraph(tag)}</w:tc></w:tr>" for tag in ("{%tr for b in blocks %}", "{%tr endfor %}"))
        ),
        END,
    ],
)
def test_pairs_in_one_place_are_whole(body):
    assert [*tag_findings(root_of(body))] == []


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"<w:p><m:oMath {MATH}><m:r><m:t>x = {{{{ a }}}}</m:t></m:r></m:oMath></w:p>", "“x = {{ a }}”"),
        (text("<w:instrText>QUOTE {{ a }}</w:instrText>"), "“QUOTE {{ a }}”"),
        (text('<w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{{ a }}"/></w:pict>'), "“{{ a }}”"),
        (text("<w:delText>旧 {{ a }}</w:delText>"), "“旧 {{ a }}”"),
        (text("<w:t>甲</w:t>") + text("<w:t>乙</w:t><w:instrText>{{ a }}</w:instrText>"), "“乙”"),
    ],
)
def test_a_stray_tag_is_named_with_its_paragraph(body, place):
    assert [finding.place for finding in tag_findings(root_of(body))] == [place]


@pytest.mark.parametrize(
    ("beside", "word"),
    [
        ('<w:br w:type="page"/>', "@page_break"),
        ('<w:br w:type="column"/>', "@column_break"),
        ('<w:footnoteReference w:id="2"/>', "@note_mark"),
        ('<w:sym w:char="F0FE"/>', "@sign"),
        ('<w:fldChar w:fldCharType="begin"/>', "@word_field"),
        ("<w:br/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
    ],
)
def test_what_would_be_lost_beside_a_paragraph_tag_is_refused(beside, word):
    found = [*tag_findings(root_of(FOR + text(f"<w:t>{{%p endfor %}}</w:t>{beside}")))]
    assert [(finding.rule, finding.found) for finding in found] == ([("object_beside_tag", word)] if word else [])
