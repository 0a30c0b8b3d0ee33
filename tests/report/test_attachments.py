from __future__ import annotations

import pytest
from pydantic import ValidationError

from renmin_docs import Point
from renmin_docs.intake.prose.marks import number_in
from renmin_docs.render.values.blocks import Printer
from renmin_docs.report.sections import Attachment
from renmin_docs.report.texts import texts
from tests.official import attachment, columns
from tests.samples import report


@pytest.mark.parametrize("title", [{}, {"title": ""}, {"title": "　"}])
def test_an_attachment_without_a_title_is_refused(title):
    with pytest.raises(ValidationError, match="title"):
        Attachment(body="文。", **title)


def test_an_attachment_without_a_body_is_bound_elsewhere():
    assert Attachment(title="清单").is_apart
    assert not Attachment(title="清单", body="文。").is_apart


def test_its_body_is_that_of_a_chapter():
    made = Attachment(title="清单", body=["说明。", Point(heading="甲", body="文。"), columns(2)])
    assert [point.heading for point in made.points] == ["甲"]
    assert Attachment(title="清单", body="一段\n又一段").body == ("一段", "又一段")


def test_its_ladder_starts_anew():
    sample = report(attachments=[attachment(Point(heading="甲", body=[Point(heading="子")]), Point(lead="乙"))] * 2)
    printer = Printer(sample)
    for each in sample.attachments:
        made = printer.attachment(each, "attachments[0]")
        assert [block["mark"] for block in made] == ["一、", "（一）", "二、"]
        assert [block["kind"] for block in made] == ["heading_1", "heading_2", "point"]


def test_a_point_below_the_ladder_is_refused_with_its_place():
    deep = Point(heading="甲", body=[Point(heading="乙")])
    with pytest.raises(ValidationError, match=r"attachments\[0\]"):
        report(marks=("一、",), attachments=[attachment(deep)])


def test_its_texts_are_checked_like_all_others():
    sample = report(attachments=[attachment("{shops}家。", title="{shop}清单")], figures={"shops": "600余家"})
    assert ("attachments[0].title", "{shop}清单", 0) in list(texts(sample))
    findings = [finding for finding in sample.check() if finding.rule == "unknown_figure"]
    assert [finding.place for finding in findings] == ["attachments[0].title"]


@pytest.mark.parametrize("mark", "。；，")
def test_a_mark_behind_its_name_is_a_warning(mark):
    findings = report(attachments=[attachment(title="清单" + mark)]).check()
    assert [(each.rule, each.severity) for each in findings if each.place == "attachments[0].title"] == [
        ("attachment_title_mark", "warning")
    ]


@pytest.mark.parametrize(
    ("label", "number"), [("附件", 0), ("附件2", 2), ("附 件 十二：", 12), ("附件" + "9" * 5000, 0)]
)
def test_a_label_may_have_a_number(label, number):
    assert number_in(label) == number
