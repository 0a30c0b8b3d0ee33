"""The printed imprint (版记) on last pages with 1 to 22 lines of text, in both grids, in millimetres."""

from __future__ import annotations

import pytest

from renmin_docs.report.closing import Imprint
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.imprint import INNER_RULE, OUTER_RULE
from renmin_docs.standard.page import GRIDS, LINES_PER_PAGE, TYPE_AREA_HEIGHT, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from tests.effort import THOROUGH
from tests.official import LEFT, LONG_NAME, RIGHT, copies, official, plain
from tests.printing import Printed

pytestmark = pytest.mark.printed

FOOT = TYPE_AREA_TOP.mm + TYPE_AREA_HEIGHT.mm
DATE = "2022年12月20日"
ALL = range(1, LINES_PER_PAGE + 1)
LAST_LINES = (
    {("A", 1): ALL, ("B", 30): ALL, ("A", 30): (1, 11, 12, 13, 14, 22), ("B", 1): (1, 18, 19, 20, 21, 22)}
    if THOROUGH
    else {("A", 1): (1, 19, 20, 21), ("B", 30): (1, 12, 22), ("A", 30): (1, 12, 13), ("B", 1): (1, 19, 20)}
)
"""Grid and organs that get copies → lines of text on the last page."""
IMPRINTS = [(grid, organs, lines) for (grid, organs), counts in LAST_LINES.items() for lines in counts]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    samples = {
        f"{grid}_{organs}_{count}": plain(count, imprint=copies(organs), page=PageProfile(grid=grid))
        for grid, organs, count in IMPRINTS
    }
    samples["long"] = official(
        header=None, imprint=Imprint(copied_to=[LONG_NAME, "县委", "ABC Consulting (Holding) Ltd."])
    )
    samples["alone"] = official(header=None, imprint=Imprint())
    documents = {name: sample.to_bytes(template="red_head") for name, sample in samples.items()}
    return Printed(documents, tmp_path_factory.mktemp("imprint"))


@pytest.mark.parametrize(("grid", "organs", "count"), IMPRINTS)
def test_the_last_rule_of_the_imprint_lies_on_the_foot_of_the_type_area(pages, grid, organs, count):
    *before, last = pages[f"{grid}_{organs}_{count}"]
    assert abs(last.rules[-1].bottom - FOOT) < 0.5
    rows = [line for page in (*before, last) for line in page.body if line.size == 16]
    assert len(rows) == LINES_PER_PAGE - 2 + count  # nothing of the text lies hidden
    above = [line.bottom for line in last.body if line.size == 16]
    assert max(above, default=0) < last.rules[0].top
    assert all(line.size == 14 and line.top > last.rules[0].bottom for line in last.body if line.size != 16)


def test_a_page_with_room_for_the_imprint_keeps_it(pages):
    """Two lines of imprint leave 20 lines of text, in grid B 19."""
    assert {name: len(pages[name]) for name in ("A_1_19", "A_1_20", "B_1_19")} == {
        "A_1_19": 2,
        "A_1_20": 2,
        "B_1_19": 2,
    }
    assert len(pages["A_30_12"]) == 2


@pytest.mark.parametrize("name", ["A_1_1", "A_30_1", "B_1_1", "B_30_1", "long"])
def test_rules_of_the_imprint_are_as_thick_and_as_wide_as_they_should_be(pages, name):
    first, inner, last = pages[name][-1].rules
    for rule, weight in ((first, OUTER_RULE), (inner, INNER_RULE), (last, OUTER_RULE)):
        assert abs(rule.width - TYPE_AREA_WIDTH.mm) < 0.2
        assert abs(rule.left - LEFT) < 0.2
        assert abs(rule.weight - weight.mm) < 0.02
        assert not rule.is_red


def test_an_imprint_without_copies_has_two_rules(pages):
    first, last = pages["alone"][-1].rules
    assert {round(rule.weight, 2) for rule in (first, last)} == {0.35}
    assert abs(last.bottom - FOOT) < 0.5


@pytest.mark.parametrize("name", ["A_1_1", "A_30_1", "long"])
def test_lines_of_the_imprint_are_one_character_in_on_both_sides_and_further_ones_begin_under_the_first(pages, name):
    *copied, by = [line for line in pages[name][-1].body if line.size == 14]
    character = 14 * 25.4 / 72
    assert copied[0].text.startswith("抄送：")
    assert copied[-1].text.endswith("。")
    assert abs(copied[0].left - LEFT - character) < 0.2
    assert all(abs(line.left - LEFT - 4 * character) < 0.3 for line in copied[1:])
    assert all(line.right <= RIGHT - character + 0.2 for line in copied)
    assert by.text == "人民街道办事处" + DATE + "印发"
    assert abs(by.left - LEFT - character) < 0.2
    assert abs(by.right - (RIGHT - character)) < 0.3


def test_all_organs_that_get_copies_are_printed(pages):
    wanted = "，".join(f"县第{number}办公室" for number in range(1, 31))
    for grid in GRIDS:
        found = "".join(line.text for line in pages[f"{grid}_30_12"][-1].body if line.size == 14)
        assert found.startswith(f"抄送：{wanted}。")
    long = "".join(line.text for line in pages["long"][-1].body)
    assert f"{LONG_NAME}，县委，ABCConsulting(Holding)Ltd.。" in long
