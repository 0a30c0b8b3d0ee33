from __future__ import annotations

import pytest
from pydantic import ValidationError

from renmin_docs import ReportError
from renmin_docs.report.closing import Imprint, Signature
from tests.official import DAY, ORGANS
from tests.samples import report


@pytest.mark.parametrize(("issuers", "positions"), [((), ("主任",)), (ORGANS[:2], ("主任", "局长"))])
def test_a_stamped_document_names_a_position_for_each_organ(issuers, positions):
    assert Signature(kind="stamped", issuers=issuers, positions=positions).positions == positions


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "stamped"},
        {"kind": "stamped", "positions": ["主任", "局长"]},
        {"kind": "stamped", "issuers": ORGANS[:2], "positions": ["主任"]},
        {"kind": "sealed", "positions": ["主任"]},
        {"positions": ["主任"]},
        {"kind": "signed"},
    ],
)
def test_positions_that_do_not_fit_are_refused(wrong):
    with pytest.raises(ValidationError):
        Signature(**wrong)


def test_an_imprint_needs_a_date_from_somewhere():
    with pytest.raises(ValidationError, match="print_date"):
        report(imprint=Imprint())
    assert report(imprint=Imprint(print_date=DAY)).imprint.print_date == DAY
    assert report(imprint=Imprint(), issue_date=DAY).imprint.print_date is None


def test_one_organ_stands_for_a_list_of_one():
    assert Imprint(copied_to="县委办公室").copied_to == ("县委办公室",)
    assert Signature(issuers="县民政局").issuers == ("县民政局",)


@pytest.mark.parametrize(
    ("right", "width"),
    [
        ({"kind": "sealed", "seal": "印章.png"}, 42),
        ({"kind": "sealed", "issuers": ORGANS[:2], "seal": ["甲.png", "乙.jpg"], "seal_width": 45}, 45),
        ({"kind": "stamped", "positions": "主任", "seal": "签名章.png"}, 40),
        ({"kind": "sealed", "seal_width": 38.5}, 38.5),
    ],
)
def test_each_organ_has_its_seal_and_it_is_as_wide_as_is_usual(right, width):
    assert Signature(**right).seal_size.mm == width


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"seal": "印章.png"}, "seal_misplaced"),
        ({"kind": "sealed", "seal": ["甲.png", "乙.png"]}, "seal_count"),
        ({"kind": "sealed", "issuers": ORGANS[:3], "seal": "甲.png"}, "seal_count"),
        ({"kind": "sealed", "seal": "印章.gif"}, "picture_ending"),
        ({"kind": "sealed", "seal": [" "]}, "blank_name"),
    ],
)
def test_seals_that_do_not_fit_are_refused(wrong, rule):
    with pytest.raises(ReportError) as caught:
        Signature(**wrong)
    assert [finding.rule for finding in caught.value.findings] == [rule]


@pytest.mark.parametrize("width", [19, 61, "宽", True])
def test_no_seal_has_another_width(width):
    with pytest.raises(ReportError):
        Signature(kind="sealed", seal_width=width)
