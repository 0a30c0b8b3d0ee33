"""Tags that are missing, are not filled, or look different in their pieces."""

from __future__ import annotations

import pytest

from tests.check.made import found, in_main, only, replaced, rules
from tests.proof.test_naive import NAMESPACES, with_part
from tests.templates import LOOP, paragraph, with_body


def test_a_missing_title_is_an_error():
    finding = only("tag_missing", in_main("{{ title }}", "总结"))
    assert (finding.found, finding.expected, finding.severity) == ("@title", "{{ title }}", "error")


def test_a_missing_loop_is_an_error():
    told = {(finding.rule, finding.found) for finding in found(with_body("{{ title }}"))}
    assert ("tag_missing", "@blocks") in told


def test_an_unknown_kind_is_reported_with_its_paragraph_and_the_nearest():
    finding = rules(in_main('block.kind == "note"', 'block.kind == "notes"'))["kind_unknown"]
    assert finding.expected == "note"
    assert "notes" in finding.place
    assert finding.severity == "warning"


def test_tags_in_a_comment_are_reported():
    comment = f'<w:comment w:id="1">{paragraph("{{ title }}")}</w:comment>'
    xml = f"<w:comments {NAMESPACES}>{comment}</w:comments>"
    (finding,) = [each for each in found(with_part("comments", "comments.xml", xml)) if each.rule == "tag_unfilled"]
    assert finding.place == "word/comments.xml"


PIECES = "<w:r>{}<w:t>{{{{ ti</w:t></w:r><w:r>{}<w:t>tle }}}}</w:t></w:r>"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("<w:rPr><w:b/></w:rPr>", "", True),
        ('<w:rPr><w:sz w:val="44"/></w:rPr>', '<w:rPr><w:sz w:val="32"/></w:rPr>', True),
        ("", "", False),
        ('<w:rPr><w:lang w:val="en-US"/></w:rPr>', "<w:rPr><w:noProof/></w:rPr>", False),
    ],
)
def test_a_tag_in_several_formats_is_reported_and_one_in_pieces_alone_is_not(first, second, told):
    body = with_body(f"<w:p>{PIECES.format(first, second)}</w:p>", *LOOP)
    findings = [finding for finding in found(body) if finding.rule == "tag_formats"]
    assert [finding.found for finding in findings] == (["{{ title }}"] if told else [])


def test_a_tag_that_a_paragraph_break_splits_is_named():
    broken = replaced(in_main("{{ title }}", "{{ ti</w:t></w:r></w:p><w:p><w:r><w:t>tle }}"))
    assert {finding.place for finding in found(broken) if finding.rule == "tag_unclosed"} == {"“{{ ti”", "“tle }}”"}
