"""The imprint as a template sees it."""

from __future__ import annotations

from datetime import date

import pytest

from renmin_docs.errors import ReportError
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.imprint import imprint_of
from renmin_docs.report.closing import Imprint
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.imprint import imprint_height
from renmin_docs.standard.page import GRIDS
from tests.official import LONG_NAME, copies, official


def made(grid="A", **parts):
    return imprint_in(official(imprint=Imprint(**parts), page=PageProfile(grid=grid)))


def imprint_in(sample):
    return imprint_of(sample, Printer(sample))


def test_a_report_without_an_imprint_has_nothing():
    assert imprint_in(official()) == {}


def test_issuer_and_issue_date_stand_for_printer_and_print_date():
    assert (made()["printed_by"], made()["print_date"]) == ("人民街道办事处", "2022年12月20日印发")
    other = made(printed_by="街道党政办公室", print_date=date(2023, 1, 3))
    assert (other["printed_by"], other["print_date"]) == ("街道党政办公室", "2023年1月3日印发")


def test_organs_that_get_copies_are_set_apart_by_commas_and_end_in_a_full_stop():
    assert made(copied_to=["县委", "县政府"])["copied_to"] == "县委，县政府。"
    assert made()["copied_to"] == ""


@pytest.mark.parametrize("grid", GRIDS)
def test_the_box_is_as_high_as_its_lines_and_ends_at_the_foot_of_the_type_area(grid):
    box = made(grid, copied_to=["县委"])
    assert box["height"] == imprint_height(2, GRIDS[grid])
    assert box["below"] == (0 if grid == "A" else 36000 * 2.42)
    assert box["height"] - box["height_twips"] * 635 == pytest.approx(2 * 12700, abs=635)


def test_an_imprint_longer_than_a_page_is_refused():
    with pytest.raises(ReportError) as caught:
        imprint_in(official(imprint=copies(100)))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.place) == ("imprint_long", "imprint.copied_to")


def test_a_printer_whose_name_has_no_room_beside_the_date_is_refused():
    assert made(printed_by="国" * 18)
    with pytest.raises(ReportError) as caught:
        made(printed_by=LONG_NAME)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.place, finding.expected) == ("issuer_long", "imprint.printed_by", "19")
    assert made(printed_by="国" * int(finding.expected))
