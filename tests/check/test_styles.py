"""Styles that are missing, unknown, or lost from the paragraphs that need them."""

from __future__ import annotations

import pytest

from renmin_docs.standard.elements import BY_IDENTIFIER
from tests.check.made import STYLES, found, in_main, only, rules
from tests.templates import with_body


def test_a_renamed_style_of_tables_is_reported_with_its_new_name():
    told = rules((STYLES, '"Table Text"', '"Table Texts"'), (STYLES, '"TableText"', '"TableTexts"'))
    finding = told["style_missing"]
    assert (finding.found, finding.expected, finding.severity) == ("Table Text", "Table Texts", "warning")
    assert told["style_undefined"].found == "TableText"  # the trial finds it in the document as well


def test_a_paragraph_in_an_undefined_style_is_named_with_the_nearest():
    finding = rules(in_main('w:val="Conclusion"', 'w:val="Conclusions"'))["style_unknown"]
    assert (finding.place, finding.found, finding.expected) == ("“{{ block.text }}”", "Conclusions", "Conclusion")


@pytest.mark.parametrize("identifier", ["issuer", "issue_date", "attachment_item", "heading_2", "issuers", "position"])
def test_a_paragraph_that_lost_the_style_of_its_position_is_reported(identifier):
    element = BY_IDENTIFIER[identifier]
    told = rules(in_main(f'w:val="{element.style_id}"', 'w:val="BodyText"'))
    finding = told["style_unplaced"]
    assert (finding.place, finding.expected) == (element.term, element.style_name)
    assert finding.clause == element.clause
    assert finding.severity == ("warning" if element.strength == "R" else "notice")


def test_a_template_without_a_list_can_not_number_natively():
    finding = only("native_missing", (STYLES, "<w:numPr>", "<w:numPr><w:ilvl/></w:numPr><w:numPr>"))
    assert "Heading1" in finding.found
    assert finding.severity == "notice"


@pytest.mark.parametrize("tag", ["题目", "title", "主送机关", "署名", "成文日期", "正文"])
def test_a_paragraph_without_a_style_is_what_its_only_tag_prints(tag):
    plain = f"<w:p><w:r><w:rPr><w:sz w:val='20'/></w:rPr><w:t>{{{{ {tag} }}}}</w:t></w:r></w:p>"
    terms = {each.place.split()[0] for each in found(with_body(plain)) if each.rule == "element_size"}
    named = {"题目": "标题", "title": "标题", "署名": "发文机关署名"}
    assert terms == {named.get(tag, tag)}
