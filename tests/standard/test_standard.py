from __future__ import annotations

import pytest

from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES, ELEMENTS, GLOSSARY
from renmin_docs.standard.page import (
    CHARACTERS_PER_LINE,
    FOOTER_DISTANCE,
    FOOTER_PITCH,
    GRID_A,
    GRID_B,
    GRIDS,
    LINES_PER_PAGE,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    REQUIREMENTS,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
    TYPE_AREA_WIDTH,
)
from renmin_docs.standard.signature import half_indents
from renmin_docs.standard.text_width import half_widths
from renmin_docs.standard.type import ALTERNATIVES, FONT_SETS, Face
from renmin_docs.units import Mm

BOTH_GRIDS = pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)


def test_margins_and_type_area_add_up_to_the_paper():
    assert GRID_A.left + TYPE_AREA_WIDTH + GRID_A.right == PAPER_WIDTH
    assert GRID_A.top + TYPE_AREA_HEIGHT + GRID_A.bottom == PAPER_HEIGHT


@BOTH_GRIDS
def test_22_lines_and_28_characters_fit_and_one_more_does_not(grid):
    lines, text_height = grid.pitch * LINES_PER_PAGE, grid.text_height
    assert lines <= text_height < grid.pitch * (LINES_PER_PAGE + 1)
    assert grid.character * CHARACTERS_PER_LINE <= TYPE_AREA_WIDTH < grid.character * (CHARACTERS_PER_LINE + 1)
    assert grid.text_width == TYPE_AREA_WIDTH


@BOTH_GRIDS
def test_they_still_fit_when_word_has_rounded_everything_to_twips(grid):
    room = PAPER_HEIGHT.twips - grid.top.twips - grid.bottom.twips
    assert grid.pitch.twips * LINES_PER_PAGE <= room < grid.pitch.twips * (LINES_PER_PAGE + 1)


def test_in_grid_b_the_characters_are_as_high_as_the_type_area_and_in_grid_a_less():
    heights = {name: grid.characters_bottom - grid.characters_top for name, grid in GRIDS.items()}
    assert abs(heights["B"] - TYPE_AREA_HEIGHT) < Mm(0.1)
    assert heights["A"] < TYPE_AREA_HEIGHT - Mm(4)
    assert abs(GRID_B.characters_top - TYPE_AREA_TOP) < abs(GRID_A.characters_top - TYPE_AREA_TOP)


@BOTH_GRIDS
def test_the_footer_has_room_below_the_text(grid):
    assert grid.bottom - FOOTER_DISTANCE >= FOOTER_PITCH


def test_twips_are_those_of_word():
    assert (PAPER_WIDTH.twips, PAPER_HEIGHT.twips) == (11906, 16838)
    assert (GRID_A.top.twips, GRID_A.pitch.twips, GRID_A.character_spacing.twips) == (2098, 579, -6)
    assert (GRID_B.top.twips, GRID_B.pitch.twips, GRID_B.character_spacing.twips) == (1960, 592, -6)


@pytest.mark.parametrize(
    ("issuer", "date", "halves"),
    [
        ("人民街道办事处", "2022年1月5日", (4, 2)),
        ("甲街道办", "2022年11月22日", (14, 4)),
        ("人民街道办事处", "2022年12月20日", (4, 0)),
    ],
)
def test_signature_indents_follow_the_rule(issuer, date, halves):
    assert half_indents([issuer], date) == ([halves[0]], halves[1])


def test_the_date_begins_two_characters_behind_the_issuer():
    for length in range(1, 26):
        issuer, date = "街" * length, "2022年1月5日"
        (of_issuer,), of_date = half_indents([issuer], date)
        assert of_issuer - of_date + half_widths(issuer) - half_widths(date) == 4
        assert min(of_issuer, of_date) >= 0


def test_a_very_long_name_leaves_the_date_on_the_page():
    assert half_indents(["街" * 60], "2022年1月5日")[1] <= 2 * (CHARACTERS_PER_LINE - 6)


def test_names_are_unique():
    assert len(BY_IDENTIFIER) == len(GLOSSARY) == len({element.style_id for element in ELEMENTS}) == len(ELEMENTS)
    assert len({role.style_id for role in CHARACTER_ROLES} | {element.style_id for element in ELEMENTS}) == len(
        ELEMENTS
    ) + len(CHARACTER_ROLES)


def test_every_set_has_every_face_and_every_family_an_alternative():
    for families in FONT_SETS.values():
        assert set(families) == set(Face)
        assert set(families.values()) <= set(ALTERNATIVES)
        assert len(set(families.values())) == len(Face)


def test_an_alternative_is_one_name_that_word_takes():
    for family, alternative in ALTERNATIVES.items():
        assert alternative != family
        assert len(alternative) <= 31
        assert "," not in alternative


def test_requirements_carry_clause_and_strength():
    assert all(item.clause and item.strength in "RGTK" for item in REQUIREMENTS)
