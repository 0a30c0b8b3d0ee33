"""Where the signature stands: several organs, seals and stamps, in halves of a 字."""

from __future__ import annotations

from itertools import pairwise

import pytest

from renmin_docs.standard.page import GRID_A
from renmin_docs.standard.signature import (
    SEAL_DIAMETER,
    SEAL_MIDDLE,
    half_indents,
    in_even_lines,
    seal_lines,
    seal_rows,
    stamped_half_indents,
)
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.units import Mm

DATE = "2022年12月20日"
SEAL = SEAL_DIAMETER / GRID_A.character * 2


def test_several_organs_begin_at_the_edge_of_the_longest():
    organs = ["人民街道办事处", "县发展和改革委员会", "县民政局"]
    indents, date = half_indents(organs, DATE)
    assert (indents, date) == ([8, 4, 14], 4)
    assert len({indent + half_widths(organ) for indent, organ in zip(indents, organs, strict=True)}) == 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [("街" * 26, [26]), ("街" * 27, [14, 13]), ("街" * 60, [20, 20, 20]), ("a" * 53, [28, 25]), ("街a" * 30, [30, 30])],
)
def test_a_name_longer_than_a_line_is_broken_into_even_ones(name, lines):
    broken = in_even_lines(name)
    assert broken.replace("\n", "") == name
    assert [len(line) for line in broken.split("\n")] == lines


@pytest.mark.parametrize("length", [1, 2, 7, 12, 14, 20, 28])
@pytest.mark.parametrize("organs", range(1, 8))
def test_seals_neither_touch_nor_leave_the_line(organs, length):
    rows, centers, date_right = seal_rows(["街" * length] * organs, DATE)
    assert sum(rows) == organs
    assert len(centers) == max(rows)
    assert all(after - before >= max(SEAL, 2 * length) for before, after in pairwise(centers))
    assert centers[0] >= length
    assert centers[-1] + length <= LINE
    if length < 27:
        assert centers[0] >= SEAL / 2
    assert centers[-1] == LINE - date_right - half_widths(DATE) // 2


def test_an_organ_that_has_room_leaves_the_date_four_characters_from_the_edge():
    assert seal_rows(["人民街道办事处"], DATE).date_right == 8


def test_a_position_leaves_room_for_the_stamp_and_a_long_one_stays_on_its_line():
    assert stamped_half_indents("主任") == (8 + 15 + 4, 8)
    right, _ = stamped_half_indents("街" * 20)
    assert right + 40 == LINE


@pytest.mark.parametrize("width", range(20, 61))
def test_a_seal_of_any_width_begins_within_a_line_of_the_text_and_touches_none(width):
    lines, pitch = seal_lines(Mm(width)), GRID_A.pitch.mm
    top = lines.above * pitch + SEAL_MIDDLE.mm - width / 2
    assert 0 <= top < pitch or (lines.above == 0 and top >= 0)
    assert top + width <= (lines.above + 2 + lines.below) * pitch
    assert (lines.between + 1) * pitch > width
    rows, centers, _ = seal_rows(["街道办事处"] * 5, DATE, Mm(width))
    assert sum(rows) == 5
    assert all(after - before > 2 * width / GRID_A.character.mm for before, after in pairwise(centers))
