"""Redline: accepting gives the new version, rejecting the old one; what is said of it is what was changed."""

import os
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx_trackdiff.verify import view_paras
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from renmin_docs import Attachment, Chapter, Organization, Point, WorkReport, read_report
from renmin_docs.revise import redline
from tests.effort import examples
from tests.merged import REVENUE
from tests.printing import OFFICES, sdk_errors
from tests.revise.libreoffice import accepted_and_rejected
from tests.revise.made import document, plain, saved, view

TEXTS = st.text(st.sampled_from("一二三甲乙丙12.,%AB |。"), max_size=12)
CELLS = st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3)
BLOCKS = st.lists(st.one_of(TEXTS, TEXTS, TEXTS, CELLS), min_size=1, max_size=6).filter(
    lambda blocks: isinstance(blocks[-1], str)  # Word wants a paragraph at the end
)


@given(BLOCKS, BLOCKS)
@settings(max_examples=examples(200), deadline=None)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(tmp_path_factory, old, new):
    folder = tmp_path_factory.mktemp("versions")
    drawn = redline(saved(folder, "old.docx", old), saved(folder, "new.docx", new)).document
    assert [each for each in view(drawn, accepted=True) if each] == [each for each in plain(new) if each]
    assert [each for each in view(drawn, accepted=False) if each] == [each for each in plain(old) if each]


@given(BLOCKS)
@settings(max_examples=examples(20), deadline=None)
def test_a_version_against_itself_has_no_change(tmp_path_factory, blocks):
    folder = tmp_path_factory.mktemp("versions")
    drawn = redline(saved(folder, "old.docx", blocks), saved(folder, "new.docx", blocks))
    assert drawn.changes == ()
    assert b"<w:ins " not in _main(drawn.document)
    assert b"<w:del " not in _main(drawn.document)


def _main(data):
    from renmin_docs.ooxml.package import parse_package

    return parse_package(data).parts["word/document.xml"]


def report(**changes):
    fields = {
        "organization": Organization(name="人民街道"),
        "year": 2025,
        "introduction": "2025年，街道认真开展各项工作。",
        "achievements": Chapter(
            body=[
                Point(heading="党建工作", body="新增党支部3个，党员总数达到326名。"),
                Point(heading="经济工作", body="完成税收9.75亿元，同比增长10.67%。"),
                Point(heading="民生工作", body="走访居民860户。"),
            ]
        ),
        "issue_date": date(2025, 12, 20),
    }
    return WorkReport(**{**fields, **changes})


OLD = report()
NEW = report(
    achievements=Chapter(
        body=[
            Point(heading="党建工作", body="新增党支部3个，党员总数达到328名。"),
            Point(heading="民生工作", body="走访居民860户，办成实事12件。"),
            Point(heading="安全工作", body="全年没有发生安全事故。"),
        ]
    )
)


GROWN = REVENUE.replace(
    rows=[["社区", "一站", 1, 2, "100.0", ""], *REVENUE.rows[:2], ["合计", "", "192", *REVENUE.rows[2][2:]]]
)
"""The table of merged cells with a row more, and one that is merged no longer."""


HEADS = ["项目", "单位", {"heading": "税收（万元）", "columns": ["上年", "本年", "同比（%）"]}, "备注"]


def with_table(version, table):
    return version.replace(attachments=[Attachment(title="收入表", body=[table])])


@pytest.mark.parametrize("office", OFFICES)
def test_the_document_is_valid(tmp_path, office):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(with_table(OLD, REVENUE), with_table(NEW, GROWN)).document)
    assert sdk_errors(path, office) == []
    assert read_report(path).report.attachments[0].body == (GROWN.replace(columns=HEADS),)


def test_an_independent_reader_sees_both_versions(tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(OLD, NEW).document)
    tree = etree.fromstring(ZipFile(path).read("word/document.xml"))
    for mode, version in (("accept", NEW), ("reject", OLD)):
        whole = tmp_path / f"{mode}.docx"
        version.save(whole)
        # its reader knows no breaks of lines
        printed = [each.text.replace("\n", "") for each in docx.Document(whole).paragraphs]
        assert view_paras(tree, mode) == printed


def test_libreoffice_accepts_to_the_new_version_and_rejects_to_the_old_one(tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(OLD, NEW).document)
    for resolved, version in zip(accepted_and_rejected(path), (NEW, OLD), strict=True):
        whole = tmp_path / "whole.docx"
        version.save(whole)
        found = docx.Document(resolved)
        assert [each.text for each in found.paragraphs] == [each.text for each in docx.Document(whole).paragraphs]


def test_a_reader_that_knows_no_tracked_changes_sees_the_new_version_in_what_is_accepted():
    drawn = redline(OLD, NEW)
    accepted, whole = (docx.Document(BytesIO(data)) for data in (drawn.accepted, NEW.to_bytes()))
    assert [each.text for each in accepted.paragraphs] == [each.text for each in whole.paragraphs]


def test_the_texts_that_python_docx_has_of_a_redline_are_those_of_the_new_version():
    drawn, whole = (docx.Document(BytesIO(data)) for data in (redline(OLD, NEW).document, NEW.to_bytes()))
    assert "".join(drawn.element.body.xpath(".//w:t/text()")) == "".join(whole.element.body.xpath(".//w:t/text()"))


def test_what_changed_is_listed_with_its_place_and_its_figures():
    drawn = redline(OLD, NEW)
    assert drawn.changes[0].place == "一、（一）"
    assert drawn.figures[0] == ("一、（一）", "326名", "328名")
    assert ("走访居民860户。", "走访居民860户，办成实事12件。") in [(each.old, each.new) for each in drawn.changes]


def test_a_number_is_replaced_as_a_whole():
    drawn = redline(OLD, NEW).document
    main = _main(drawn).decode()
    assert ">326<" in main
    assert ">328<" in main


def test_the_same_versions_give_the_same_bytes():
    assert redline(OLD, NEW, author="甲").document == redline(OLD, NEW, author="甲").document


def test_author_and_time_are_those_that_are_given():
    main = _main(redline(OLD, NEW, author="张三", date="2026-03-01T09:00:00Z").document).decode()
    assert main.count('w:author="张三"') == main.count('w:date="2026-03-01T09:00:00Z"') > 0


def test_changes_of_the_versions_themselves_are_accepted_before(tmp_path):
    first = tmp_path / "first.docx"
    first.write_bytes(redline(OLD, NEW).document)
    again = redline(first, NEW)
    assert again.changes == ()
    assert os.path.getsize(first) > 0


def test_a_text_of_another_kind_of_file_is_a_version_too(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(["人民街道2025年工作总结", "一、党建工作", "全年新增3家。"]))
    other = tmp_path / "other.docx"
    other.write_bytes(document(["人民街道2025年工作总结", "一、党建工作", "全年|新增|5家。"]))
    assert [each[1:] for each in redline(path, other).figures] == [("3家", "5家")]
