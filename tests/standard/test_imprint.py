"""The numbers of the imprint: how many lines it takes, and how high it is."""

from __future__ import annotations

import pytest

from renmin_docs.standard.imprint import (
    IMPRINT_PITCH,
    INNER_RULE,
    LINE,
    OUTER_RULE,
    below_type_area,
    imprint_height,
    lines_behind,
)
from renmin_docs.standard.page import GRIDS, LINES_PER_PAGE

ROOM = (LINE - 6 - 1) // 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("县", 1),
        ("县" * ROOM, 1),
        ("县" * (ROOM + 1), 2),
        ("县" * ROOM + "。", 2),  # the mark takes a character along
        ("县" * 60, 3),
        ("县，" * 30, 3),
        ("A" * 2 * ROOM, 1),
        ("A" * 120, 3),
        ("县" * (ROOM - 1) + "ABCD", 2),
    ],
)
def test_lines_are_counted_as_they_are_broken(text, lines):
    assert lines_behind("抄送：", text) == lines


def test_words_stay_whole():
    assert lines_behind("抄送：", ("A" * 40 + "，") * 3) == 3


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_two_lines_of_imprint_take_two_lines_of_the_page(grid):
    room = grid.text_height - imprint_height(2, grid)
    assert room // grid.pitch == LINES_PER_PAGE - (3 if below_type_area(grid) else 2)


def test_each_line_adds_its_pitch():
    heights = [imprint_height(lines, GRIDS["A"]) for lines in (1, 2, 3)]
    assert heights[2] - heights[1] == heights[1] - heights[0] == IMPRINT_PITCH


def test_rules_have_the_weights_of_the_standard_in_whole_eighths_of_a_point():
    assert (OUTER_RULE.mm, INNER_RULE.mm) == (0.35, 0.25)
    assert (OUTER_RULE.eighth_points, INNER_RULE.eighth_points) == (8, 6)
