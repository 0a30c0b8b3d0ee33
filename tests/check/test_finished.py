"""Finished documents: ours have no fault, one with a fault has that finding and no other, anybody's can be read."""

from __future__ import annotations

import pytest

from renmin_docs.check import page_findings
from renmin_docs.check.rules import CHECKS
from renmin_docs.errors import PackageError
from renmin_docs.standard.type import FONT_SETS
from tests.check.finished import edited, found, rules, whole_report
from tests.check.made import FOOTER, SETTINGS, STYLES
from tests.proof.hostile_files import bomb
from tests.templates import MAIN

EVEN = "word/footer2.xml"


def style(name: str, old: str, new: str) -> tuple[str, str, str]:
    """A change of one style: of the first `old` behind its name."""
    from tests.check.finished import whole_document

    content = whole_document()[STYLES].decode()
    begin = content.index(f'w:styleId="{name}"')
    end = content.index("</w:style>", begin)
    block = content[begin:end]
    assert old in block, block
    return STYLES, block, block.replace(old, new, 1)


FAULTS = [
    ("paper_size", [(MAIN, 'w:w="11906"', 'w:w="12240"')]),
    ("margin_top", [(MAIN, 'w:top="2098"', 'w:top="2168"')]),
    ("margin_left", [(MAIN, 'w:left="1587" w:header', 'w:left="1800" w:header')]),
    ("type_area", [(MAIN, 'w:bottom="1984" w:left', 'w:bottom="1440" w:left')]),
    ("type_area", [(MAIN, 'w:right="1474"', 'w:right="1700"')]),
    ("lines_per_page", [(STYLES, 'w:line="579"', 'w:line="600"')]),
    ("lines_per_page", [style("Heading2", "<w:keepNext/>", '<w:keepNext/><w:spacing w:line="640"/>')]),
    ("characters_per_line", [(STYLES, '<w:spacing w:val="-6"/>', "")]),
    ("element_space", [(STYLES, 'w:before="0"', 'w:before="120"')]),
    ("element_space", [style("Heading1", "<w:keepNext/>", '<w:keepNext/><w:spacing w:beforeLines="50"/>')]),
    ("page_number_missing", [(FOOTER, " PAGE ", " DATE "), (EVEN, " PAGE ", " DATE ")]),
    ("page_number_place", [(SETTINGS, "<w:evenAndOddHeaders/>", "")]),
    ("page_number_place", [(FOOTER, 'w:jc w:val="right"', 'w:jc w:val="center"')]),
    ("page_number_form", [(FOOTER, "— ", "第"), (FOOTER, " —", "页")]),
    ("element_face", [style("Title", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="宋体"')]),
    ("element_face", [style("BodyText", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')]),
    ("element_face", [style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="微软雅黑"')]),
    ("element_face", [style("Heading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"')]),
    ("element_face", [style("PageNumber", 'w:ascii="宋体"', 'w:ascii="Calibri"')]),
    ("element_size", [style("Title", 'w:sz w:val="44"', 'w:sz w:val="36"')]),
    ("element_size", [style("BodyText", 'w:sz w:val="32"', 'w:sz w:val="28"')]),
    ("element_size", [style("CopiedTo", 'w:sz w:val="28"', 'w:sz w:val="32"')]),
    ("element_color", [style("Heading1", '<w:sz w:val="32"/>', '<w:color w:val="C00000"/><w:sz w:val="32"/>')]),
    ("element_alignment", [style("Title", 'w:jc w:val="center"', 'w:jc w:val="left"')]),
    ("element_indent", [style("BodyText", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLine="0"')]),
    ("element_inset", [style("BodyText", "<w:ind ", '<w:ind w:left="640" ')]),
    ("auto_space", [(STYLES, '<w:autoSpaceDE w:val="0"/>', "")]),
    (
        "quote_face",
        [
            (STYLES, 'w:hAnsi="仿宋_GB2312"', 'w:hAnsi="Times New Roman"'),
            (STYLES, ' w:hint="eastAsia"', ""),
            (MAIN, ' w:hint="eastAsia"', ""),
        ],
    ),
    ("compatibility_mode", [(SETTINGS, 'w:val="15"', 'w:val="12"')]),
]
"""Rule → a small edit of a document without a fault."""


@pytest.mark.parametrize(("rule", "edits"), FAULTS)
def test_a_document_with_one_fault_has_that_finding_and_no_other(rule, edits):
    findings = found(edited(*edits))
    assert [each.finding.rule for each in findings] == [rule], [str(each.finding) for each in findings]
    for language in ("zh", "en"):
        assert "@" not in findings[0].finding.message(language)


def test_every_rule_on_the_page_of_a_document_has_a_fault_here():
    assert {rule for rule, _ in FAULTS} == {name for name, each in CHECKS.items() if each.of != "template"}


@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("grid", ["A", "B"])
@pytest.mark.parametrize("fonts", sorted(FONT_SETS))
def test_our_own_documents_have_none(numbering, grid, fonts):
    assert rules(whole_report(page={"grid": grid, "fonts": fonts}).to_bytes(numbering=numbering)) == []


def test_a_report_without_a_head_has_none():
    parts = dict.fromkeys(("header", "imprint", "attachments", "note", "addressee"))
    assert rules(whole_report(**parts).to_bytes()) == []


def test_a_kind_of_deviation_is_one_finding_with_its_first_place_and_its_count():
    (each,) = found(edited(style("BodyText", 'w:sz w:val="32"', 'w:sz w:val="28"')))
    assert each.finding.place.startswith("正文 “街道坚持")
    assert each.finding.place.endswith(f" ×{len(each.passages)}")
    assert (each.finding.found, each.finding.expected, each.finding.clause) == ("14", "16", "7.3.3")


def test_a_file_that_is_no_document_is_an_error(tmp_path):
    with pytest.raises(PackageError):
        found(bomb())
    with pytest.raises(PackageError):
        page_findings(tmp_path / "no.docx")
