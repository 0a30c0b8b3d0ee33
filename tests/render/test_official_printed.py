"""The printed head of an official document: what LibreOffice makes of it, in millimetres."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from renmin_docs.report.page import PageProfile
from renmin_docs.standard.header import MARK_TOP, RULE_BELOW_NUMBER
from renmin_docs.standard.page import GRIDS, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from tests.effort import THOROUGH
from tests.official import (
    CHARACTER,
    LEFT,
    NUMBER,
    ORGANS,
    RIGHT,
    header,
    left_indent,
    line_of,
    lines_between,
    official,
    right_indent,
)
from tests.printing import Printed, ink

pytestmark = pytest.mark.printed

SIGNATORIES = ("张某某", "李某", "欧阳某某", "赵某", "钱某某")
ROWS = {0: {}, 1: {"copy_number": 1}, 2: {"copy_number": 1, "classification": "秘密"}}
ROWS[3] = {**ROWS[2], "urgency": "特急"}

HEADS = {
    **{f"rows_{number}": header(**rows) for number, rows in ROWS.items()},
    **{f"name_{length}": header(issuers=["国" * length]) for length in (1, 4, 12, 18)},
    **{f"organs_{number}": header(issuers=ORGANS[:number]) for number in (2, 3, 6)},
    "organs_8": header(issuers=[*ORGANS, "县水利局", "县司法局"]),
    "bare": header(suffix=""),
    **{f"signatories_{number}": header(signatories=SIGNATORIES[:number]) for number in range(1, 6)},
    "long_signatories": header(signatories=["阿卜杜拉·买买提明", "努尔买买提·艾合买提"]),
    "preprinted": header(preprinted=True),
    "preprinted_organs_3": header(preprinted=True, issuers=ORGANS[:3]),
}
PRINTED_HEADS = [name for name in HEADS if not name.startswith("preprinted")]


ON_BOTH_GRIDS = HEADS if THOROUGH else ("rows_0", "organs_3", "preprinted", "preprinted_organs_3")
SHEETS = [*product(HEADS, ["A"]), *product(ON_BOTH_GRIDS, ["B"])]
EVERY_SHEET = pytest.mark.parametrize(("name", "grid"), SHEETS)
EVERY_PRINTED = pytest.mark.parametrize(("name", "grid"), [each for each in SHEETS if each[0] in PRINTED_HEADS])


def samples():
    for name, grid in SHEETS:
        yield f"{name}-{grid}", official(header=HEADS[name], page=PageProfile(grid=grid))
    title = "关于" + "人民街道" * 8 + "2022年工作情况的报告"
    yield "long_title", official(title=title, header=header(issuers=ORGANS[:3]))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    documents = {name: sample.to_bytes(template="red_head") for name, sample in samples()}
    return Printed(documents, tmp_path_factory.mktemp("official"))


# --- the head ---------------------------------------------------------------------------------

EVERY_GRID = pytest.mark.parametrize("grid", GRIDS)


@EVERY_PRINTED
def test_the_mark_begins_35_mm_below_the_top_of_the_type_area_and_is_centred(pages, name, grid):
    mark, *_, rule = ink(pages.pdf(f"{name}-{grid}"), red=True)
    assert abs(mark.top - TYPE_AREA_TOP.mm - MARK_TOP.mm) < 0.5
    assert rule.top > mark.bottom
    assert mark.left >= LEFT
    assert mark.right <= RIGHT
    if "organs" not in name:
        assert abs((mark.left + mark.right) / 2 - (LEFT + RIGHT) / 2) < 1


@EVERY_PRINTED
def test_the_red_rule_lies_4_mm_below_the_number_and_is_as_wide_as_the_type_area(pages, name, grid):
    (rule,) = pages[f"{name}-{grid}"][0].rules
    number = [row for row in ink(pages.pdf(f"{name}-{grid}")) if row.bottom < rule.top][-1]
    assert rule.is_red
    assert abs(rule.width - TYPE_AREA_WIDTH.mm) < 0.2
    assert abs(rule.left - LEFT) < 0.2
    assert abs(rule.top - number.bottom - RULE_BELOW_NUMBER.mm) < 0.3


@EVERY_PRINTED
def test_two_lines_stand_free_between_the_rule_and_the_title(pages, name, grid):
    page = pages[f"{name}-{grid}"][0]
    line = GRIDS[grid].pitch.mm
    free = line_of(page, "工作总结").top - page.rules[0].bottom
    assert 2 * line < free < 2.3 * line


@EVERY_SHEET
def test_page_1_shows_text(pages, name, grid):
    page = pages[f"{name}-{grid}"][0]
    title = line_of(page, "工作总结")
    assert any(line.size == 16 and line.top > title.bottom for line in page.body)


def test_page_1_shows_text_below_a_long_title(pages):
    page = pages["long_title"][0]
    *_, last = [line for line in page.body if line.size == 22]
    assert page.body[-1].top > last.bottom


@pytest.mark.parametrize("number", ROWS)
def test_copy_number_classification_and_urgency_stand_on_the_first_rows(pages, number):
    page = pages[f"rows_{number}-A"][0]
    wanted = ["000001", "秘密", "特急"][:number]
    assert [line.text for line in page.body[:number]] == wanted
    for row, line in enumerate(page.body[:number]):
        assert abs(left_indent(line)) < 0.2
        assert abs(line.bottom - page.body[0].bottom - row * GRIDS["A"].pitch.mm) < 0.5


@pytest.mark.parametrize("name", [name for name in PRINTED_HEADS if not name.startswith(("sign", "long"))])
def test_two_lines_stand_free_above_the_number_which_is_centred(pages, name):
    number = line_of(pages[f"{name}-A"][0], NUMBER)
    assert abs((number.left + number.right) / 2 - (LEFT + RIGHT) / 2) < 0.3
    mark = [row for row in ink(pages.pdf(f"{name}-A"), red=True) if row.bottom < number.top][-1]
    assert 2 < (number.top - mark.bottom) / GRIDS["A"].pitch.mm < 2.9


@pytest.mark.parametrize("number", range(1, 6))
def test_names_of_signatories_stand_two_a_row_and_the_number_on_the_line_of_the_last(pages, number):
    page = pages[f"signatories_{number}-A"][0]
    rows = [line for line in page.body if line.bottom < page.rules[0].top and line.size == 16]
    names = SIGNATORIES[:number]
    texts = ["".join(names[start : start + 2]) for start in range(0, number, 2)]
    texts[0] = "签发人：" + texts[0]
    texts[-1] = NUMBER + texts[-1]
    assert [row.text for row in rows] == texts
    assert abs(left_indent(rows[-1]) - 1) < 0.1
    assert abs(min(map(right_indent, rows)) - 1) < 0.6  # the stand-in font's label is a little narrower
    assert all(abs(lines_between(*pair) - 1) < 0.1 for pair in pairwise(rows))


def test_names_of_signatories_begin_at_one_edge(pages):
    page = pages["signatories_3-A"][0]
    first, last = [line for line in page.body if line.bottom < page.rules[0].top and line.size == 16]
    assert first.text.startswith("签发人：")
    assert abs((first.left + 4 * CHARACTER) - (last.right - 4 * CHARACTER)) < 0.5
    assert "Kai" in "".join(last.fonts)


def test_signatories_with_no_room_beside_the_number_stand_one_a_row(pages):
    page = pages["long_signatories-A"][0]
    rows = [line for line in page.body if line.bottom < page.rules[0].top and line.size == 16]
    assert [row.text for row in rows] == ["签发人：阿卜杜拉·买买提明", NUMBER + "努尔买买提·艾合买提"]


@EVERY_GRID
@pytest.mark.parametrize(("name", "like"), [("preprinted", "rows_0"), ("preprinted_organs_3", "organs_3")])
def test_preprinted_paper_keeps_the_same_space_and_nothing_is_red(pages, name, like, grid):
    page, other = pages[f"{name}-{grid}"][0], pages[f"{like}-{grid}"][0]
    assert ink(pages.pdf(f"{name}-{grid}"), red=True) == []
    assert page.rules == ()
    assert page.body[0].text == NUMBER
    for text in (NUMBER, "工作总结"):
        assert abs(line_of(page, text).top - line_of(other, text).top) < 0.1
