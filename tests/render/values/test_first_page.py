"""What stands on page 1 before its first line of text, in lines."""

from __future__ import annotations

import pytest

from renmin_docs import Chapter, Point
from renmin_docs.errors import ReportError
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.first_page import lines_of, require_text
from tests.official import official
from tests.samples import report


def test_title_addressee_and_the_headings_before_the_text_are_counted():
    chapter = Chapter(heading="章" * 30, body=[Point(heading="节", body="文。")])
    blocks = Printer(report(achievements=chapter)).blocks
    assert lines_of("一\n二", "县" * 27 + "：", blocks) == {"title": 3, "addressee": 1, "text": 2 + 1 + 1}
    assert lines_of("一", "县" * 28 + "：", blocks)["addressee"] == 2


def test_an_introduction_needs_one_line():
    assert lines_of("一", "", Printer(report(introduction="文。" * 100)).blocks) == {
        "title": 2,
        "addressee": 0,
        "text": 1,
    }


def test_a_page_that_is_just_full_is_taken():
    require_text({"title": 2, "addressee": 19, "text": 1})
    require_text({"title": 2, "addressee": 9, "text": 1}, head=10)


@pytest.mark.parametrize(
    ("lines", "head", "rule", "found", "expected"),
    [
        ({"title": 2, "addressee": 20, "text": 1}, 0, "addressee_fills_page", "20", "19"),
        ({"title": 22, "addressee": 1, "text": 1}, 0, "title_fills_page", "21", "19"),
        ({"title": 3, "addressee": 1, "text": 1}, 22, "title_fills_page", "2", "1"),
    ],
)
def test_whichever_is_longer_is_to_blame(lines, head, rule, found, expected):
    with pytest.raises(ReportError) as caught:
        require_text(lines, head)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.found, finding.expected) == (rule, found, expected)


def test_addressees_that_fill_page_1_are_refused_without_a_red_head_too():
    with pytest.raises(ReportError, match="addressee"):
        official(header=None, addressee=["县" * 60] * 10).to_bytes(template="red_head")


def test_all_that_does_not_fit_is_reported_at_once():
    from renmin_docs.report.closing import Imprint, Signature
    from tests.official import LONG_NAME, header

    sample = official(
        header=header(issuers=[LONG_NAME]),
        addressee=["县" * 60] * 10,
        signature=Signature(kind="sealed", issuers=[LONG_NAME, "甲" * 30]),
        imprint=Imprint(printed_by=LONG_NAME),
    )
    with pytest.raises(ReportError) as caught:
        sample.to_bytes(template="red_head")
    assert [(finding.rule, finding.place) for finding in caught.value.findings] == [
        ("issuer_long", "signature.issuers[0]"),
        ("issuer_long", "signature.issuers[1]"),
        ("addressee_fills_page", "addressee"),
        ("issuer_mark_long", "header"),
        ("issuer_long", "imprint.printed_by"),
    ]
