"""`contents: true`: a leaf before the first page with the report's headings, read back, and no edit of anybody's."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs import Point, Template, TemplateError, WorkReport, read_report
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.pages import first_page
from renmin_docs.check.printed import Printout
from renmin_docs.check.printed import first_page as printed_first_page
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import parse_package
from renmin_docs.preview import PrintedLine, PrintedPage
from renmin_docs.render.preparing.prepared import PLACEHOLDER
from renmin_docs.revise import redline
from tests.official import attachment, official, wide
from tests.samples import report
from tests.templates import MAIN, changed, parts, parts_of

ATTACHED = attachment(Point(heading="甲", body="文。"), wide(), title="指标表")
WHOLE = official(contents=True, achievements={"body": [Point(heading="党建", body="24次。")]}, attachments=[ATTACHED])
TEXT = report(contents=True)
ENTRIES = ["一、2022年工作开展情况", "（一）党建", "指标表", "一、甲"]
HERE = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format


def root_of(sample: WorkReport, **options):
    return etree.fromstring(parts_of(sample.to_bytes(**options))[MAIN])


def texts_of(root) -> list[tuple[str, str]]:
    """Style and text of each paragraph that says anything."""
    found = []
    for paragraph in root.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        found += [("" if style is None else style.get(w("val")), text)] if text else []
    return found


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_the_headings_and_attachments_stand_before_the_head(numbering):
    root = root_of(WHOLE, numbering=numbering)
    styles = ["TOC1", "TOC2", "TOC1", "TOC1"]
    assert texts_of(root)[:5] == [("TOCHeading", "目　录"), *zip(styles, ENTRIES, strict=True)]
    assert texts_of(root)[5][0] == "IssuerMark"


def test_its_leaf_has_no_page_number_and_the_first_page_is_page_1():
    leaf, first, *others = root_of(WHOLE).iter(w("sectPr"))
    assert leaf.find(w("footerReference")) is None
    assert first.find(w("pgNumType")).get(w("start")) == "1"
    assert others
    assert all(each.find(w("pgNumType")) is None and each.find(w("footerReference")) is not None for each in others)


def test_a_report_without_it_has_nothing_of_it():
    root = root_of(WHOLE.model_copy(update={"contents": False}))
    assert not any(style.startswith("TOC") for style, _ in texts_of(root))
    assert next(root.iter(w("pgNumType"), w("fldChar")), None) is None


@pytest.mark.parametrize("sample", [WHOLE, TEXT], ids=["red head", "no head"])
def test_out_and_in_again_it_is_the_same_report(tmp_path, sample):
    for each in (sample, sample.model_copy(update={"contents": False})):
        each.save(tmp_path / "report.docx")
        assert read_report(tmp_path / "report.docx").report.contents == each.contents
    again = read_report(tmp_path / "report.docx").report
    sample.save(tmp_path / "report.docx")
    assert read_report(tmp_path / "report.docx").report == again.model_copy(update={"contents": True})


def test_the_first_page_that_shows_text_is_the_one_behind_it():
    assert [*first_page(FinishedDocument(parse_package(WHOLE.to_bytes())))] == []


def printed(text: str) -> PrintedPage:
    return PrintedPage(210, 297, [PrintedLine(each, 28, 180, 50, 0, 5.6) for each in text.split("\n")])


def test_nor_is_it_the_first_page_as_it_is_printed():
    document = FinishedDocument(parse_package(WHOLE.to_bytes()))
    leaf, text = "目录\n" + "\n".join(ENTRIES), official().introduction[0]
    for pages, rules in (
        ([leaf, f"工作总结\n{text}"], []),
        ([leaf, "工作总结", text], ["printed_first_page"]),
    ):
        found = [*printed_first_page(Printout(document, [*map(printed, pages)]))]
        assert [each.finding.rule for each in found] == rules


def test_two_versions_differ_in_their_headings_and_not_in_their_contents_pages():
    new = WHOLE.model_copy(update={"attachments": (), "contents": False})
    for old in (WHOLE, WHOLE.model_copy(update={"contents": False})):
        assert "指标表" in [change.old for change in redline(old, new).changes]
        assert not {"目　录", "一、2022年工作开展情况"} & {change.old for change in redline(old, new).changes}
    assert redline(WHOLE, WHOLE).changes == ()


def without_field(main: bytes) -> bytes:
    """The main part of our own template whose contents page has no field."""
    begin, end = main.index(b'<w:p><w:pPr><w:pStyle w:val="TOC1"/>'), main.index(b"<w:p><w:pPr><w:spacing ")
    return main[:begin] + main[end:]


def test_a_template_without_the_field_is_refused_by_what_it_lacks():
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(changed(document=without_field(parts()[MAIN]).decode())).render(TEXT)
    assert [(finding.rule, finding.found) for finding in caught.value.findings] == [("template_lacks", "@contents")]


def test_a_template_of_ones_own_may_ask_in_chinese_and_leave_the_page_numbers_alone():
    main = parts()[MAIN].decode().replace("{%p if contents %}", "{%p if 目录 %}")
    page = main[main.index('<w:p><w:pPr><w:spacing w:line="20"') :].partition("</w:p>")[0] + "</w:p>"
    own = Template.from_bytes(changed(document=main.replace(page, "")))
    root = etree.fromstring(parts_of(own.render(TEXT))[MAIN])
    assert ("TOC1", "一、2022年工作开展情况") in texts_of(root)
    assert next(root.iter(w("pgNumType")), None) is None
    without = parts_of(own.render(report()))[MAIN].decode()
    assert "TOC" not in without
    assert PLACEHOLDER not in without
