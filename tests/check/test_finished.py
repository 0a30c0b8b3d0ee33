"""Finished documents: ours have no fault, one with a fault has that finding and no other, anybody's can be read."""

from __future__ import annotations

import pytest

from renmin_docs.check import page_findings
from renmin_docs.check.rules import CHECKS
from renmin_docs.errors import PackageError
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.standard.type import FONT_SETS
from tests.check.finished import edited, found, rules, whole_document, whole_report
from tests.check.made import FOOTER, SETTINGS, STYLES
from tests.official import LONG_NAME, ORGANS, attachment, copies, header, wide
from tests.samples import some_reports
from tests.templates import MAIN

EVEN = "word/footer2.xml"


def style(name: str, old: str, new: str) -> tuple[str, str, str]:
    """A change of one style: of the first `old` behind its name."""
    content = whole_document()[STYLES].decode()
    begin = content.index(f'w:styleId="{name}"')
    end = content.index("</w:style>", begin)
    block = content[begin:end]
    assert old in block, block
    return STYLES, block, block.replace(old, new, 1)


EMPTY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


INTRODUCTION = (
    """<w:p><w:pPr><w:pStyle w:val="Introduction"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>"""
)


def main() -> str:
    return whole_document()[MAIN].decode()


def paragraph_at(place: int) -> str:
    """The whole paragraph around a place of the document part."""
    content = main()
    begin = max(content.rfind("<w:p>", 0, place), content.rfind("<w:p ", 0, place))
    return content[begin : content.index("</w:p>", place) + len("</w:p>")]


def without_text(style_id: str) -> tuple[str, str, str]:
    """The first empty paragraph of a style with the text behind it, and the text alone."""
    content = main()
    first = paragraph_at(content.index(f'w:pStyle w:val="{style_id}"'))
    begin = content.index(first)
    second = paragraph_at(begin + len(first) + len("<w:p><w:pPr>"))
    assert content.startswith(first + second, begin)
    return MAIN, first + second, second


def imprint_above() -> tuple[str, str, str]:
    """The imprint, which stands behind the attachments, and before them."""
    content = main()
    label = content.index(paragraph_at(content.index('w:pStyle w:val="AttachmentLabel"')))
    imprint, end = content.index('<w:p><w:pPr><w:pStyle w:val="ImprintSpace"'), content.index("<w:sectPr>")
    return MAIN, content[label:end], content[imprint:end] + content[label:imprint]


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
    ("page_number_indent", [(FOOTER, 'w:ind w:right="320"', 'w:ind w:right="0"')]),
    ("page_number_distance", [(MAIN, 'w:footer="1429"', 'w:footer="851"')]),
    ("red_rule", [style("RedRule", 'w:color="FF0000"', 'w:color="000000"')]),
    ("red_rule", [(MAIN, '<w:p><w:pPr><w:pStyle w:val="RedRule"/></w:pPr></w:p>', "")]),
    (
        "head_gap",
        [
            (
                MAIN,
                EMPTY + EMPTY + '<w:p><w:pPr><w:pStyle w:val="DocumentNumber"',
                EMPTY + '<w:p><w:pPr><w:pStyle w:val="DocumentNumber"',
            )
        ],
    ),
    (
        "head_gap",
        [(MAIN, EMPTY + EMPTY + '<w:p><w:pPr><w:pStyle w:val="Title"', EMPTY + '<w:p><w:pPr><w:pStyle w:val="Title"')],
    ),
    (
        "addressee_gap",
        [(MAIN, EMPTY + '<w:p><w:pPr><w:pStyle w:val="Addressee"', '<w:p><w:pPr><w:pStyle w:val="Addressee"')],
    ),
    ("first_page", [(MAIN, '<w:pStyle w:val="Addressee"/>', '<w:pStyle w:val="Addressee"/><w:pageBreakBefore/>')]),
    ("first_page", [(MAIN, INTRODUCTION, PAGE + INTRODUCTION)]),
    (
        "title_unknown",
        [(MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="BodyText"/>'), (MAIN, "年工作打算<", "年工作打算。<")],
    ),
    ("attachment_list_gap", [without_text("AttachmentItem")]),
    ("attachment_list_place", [(MAIN, 'w:left="1884" w:hanging="1256"', 'w:left="1256" w:hanging="1256"')]),
    ("attachment_list_place", [(MAIN, 'w:left="1884" w:hanging="314"', 'w:left="1256" w:hanging="314"')]),
    (
        "attachment_list_mark",
        [
            (
                MAIN,
                '>名单</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Issuer"',
                '>名单；</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Issuer"',
            )
        ],
    ),
    ("attachment_page", [style("AttachmentLabel", "<w:pageBreakBefore/>", "")]),
    ("attachment_label", [(MAIN, ">附件2<", ">附件2：<")]),
    ("attachment_label", [style("AttachmentLabel", 'w:jc w:val="left"', 'w:jc w:val="center"')]),
    ("attachment_title_line", [without_text("AttachmentTitle")]),
    ("signature_place", [(MAIN, 'w:ind w:right="628" w:firstLine="0"', 'w:ind w:right="0" w:firstLine="0"')]),
    ("signature_gap", [without_text("Issuer")]),
    (
        "place_unknown",
        [
            (
                MAIN,
                '2022年12月20日</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Note"',
                '2022年12月20日</w:t><w:tab/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Note"',
            )
        ],
    ),
    (
        "imprint_rules",
        [
            style("OuterRule", 'w:val="single"', 'w:val="none"'),
            style("InnerRule", 'w:val="single"', 'w:val="none"'),
            style("PrintedBy", 'w:val="single"', 'w:val="none"'),
        ],
    ),
    ("imprint_weight", [style("OuterRule", 'w:sz="8"', 'w:sz="4"')]),
    (
        "imprint_indent",
        [style("CopiedTo", 'w:left="1120" w:right="280" w:hanging="840"', 'w:left="840" w:hanging="840"')],
    ),
    ("imprint_end", [(MAIN, "县政府办公室。", "县政府办公室")]),
    ("imprint_order", [imprint_above()]),
    ("table_head", [(MAIN, "<w:tblHeader/>", "")]),
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
    assert {rule for rule, _ in FAULTS} == {name for name, each in CHECKS.items() if each.of in ("", "document")}


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
        found(b"text")
    with pytest.raises(PackageError):
        page_findings(tmp_path / "no.docx")


OTHERS = {
    "sealed": {"signature": Signature(kind="sealed", issuers=ORGANS[:2])},
    "many seals": {"signature": Signature(kind="sealed", issuers=ORGANS)},
    "a long name under a seal": {"signature": Signature(kind="sealed", issuers=["国" * 20])},
    "stamped": {"signature": Signature(kind="stamped", positions=["主任"])},
    "two organs": {"signature": Signature(issuers=[ORGANS[0], ORGANS[3]])},
    "a name of several lines": {"signature": Signature(issuers=[LONG_NAME])},
    "upward": {"header": header(issuers=ORGANS[:2], signatories=["某甲", "某乙"])},
    "pre-printed": {"header": header(preprinted=True)},
    "an imprint on an even page": {"imprint": Imprint(copied_to=["县委办公室"], even_page=True)},
    "many copies": {"imprint": copies(12)},
    "one attachment": {"attachments": [attachment()]},
    "a wide table": {"attachments": [attachment(wide())]},
    "a long title": {"title": "人民街道办事处关于报送" * 6 + "的报告"},
}


@pytest.mark.parametrize("parts", OTHERS.values(), ids=OTHERS)
def test_other_documents_of_ours_have_none(parts):
    findings = found(whole_report(**parts).to_bytes())
    assert findings == [], [str(each.finding) for each in findings]


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_no_report_at_all_prints_a_finding(numbering):
    for sample in some_reports(8):
        assert rules(sample.to_bytes(numbering=numbering)) == []
