from __future__ import annotations

from fractions import Fraction

import pytest

from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES, ELEMENTS, GLOSSARY
from renmin_docs.standard.page import (
    CHARACTERS_PER_LINE,
    GRID_A,
    LINES_PER_PAGE,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    REQUIREMENTS,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_WIDTH,
)
from renmin_docs.standard.signature import signature_indents, text_width
from renmin_docs.standard.type import ALTERNATIVES, FONT_SETS, Face


def test_margins_and_type_area_add_up_to_the_paper():
    assert GRID_A.left + TYPE_AREA_WIDTH + GRID_A.right == PAPER_WIDTH
    assert GRID_A.top + TYPE_AREA_HEIGHT + GRID_A.bottom == PAPER_HEIGHT


def test_22_lines_and_28_characters_fit_and_one_more_does_not():
    assert GRID_A.pitch * LINES_PER_PAGE <= TYPE_AREA_HEIGHT < GRID_A.pitch * (LINES_PER_PAGE + 1)
    assert GRID_A.character * CHARACTERS_PER_LINE <= TYPE_AREA_WIDTH < GRID_A.character * (CHARACTERS_PER_LINE + 1)


def test_twips_are_those_of_word():
    assert (PAPER_WIDTH.twips, PAPER_HEIGHT.twips) == (11906, 16838)
    assert (GRID_A.top.twips, GRID_A.pitch.twips, GRID_A.character_spacing.twips) == (2098, 579, -6)


@pytest.mark.parametrize(
    ("issuer", "date", "indents"),
    [
        ("人民街道办事处", "2022年1月5日", (2, 1)),
        ("甲街道办", "2022年11月22日", (2 + Fraction(5), 2)),
        ("人民街道办事处", "2022年12月20日", (2, 0)),
    ],
)
def test_signature_indents_follow_the_rule(issuer, date, indents):
    assert signature_indents(issuer, date) == indents


def test_the_date_begins_two_characters_behind_the_issuer():
    for length in range(1, 26):
        issuer, date = "街" * length, "2022年1月5日"
        found = signature_indents(issuer, date)
        assert (found.issuer + text_width(issuer)) - (found.date + text_width(date)) == 2
        assert min(found) >= 0


def test_a_very_long_name_leaves_the_date_on_the_page():
    assert signature_indents("街" * 60, "2022年1月5日").date <= CHARACTERS_PER_LINE - 6


def test_names_are_unique():
    assert len(BY_IDENTIFIER) == len(GLOSSARY) == len({element.style_id for element in ELEMENTS}) == len(ELEMENTS)
    assert len({role.style_id for role in CHARACTER_ROLES} | {element.style_id for element in ELEMENTS}) == len(
        ELEMENTS
    ) + len(CHARACTER_ROLES)


def test_every_set_has_every_face_and_every_family_an_alternative():
    for families in FONT_SETS.values():
        assert set(families) == set(Face)
        assert set(families.values()) <= set(ALTERNATIVES)


def test_requirements_carry_clause_and_strength():
    assert all(item.clause and item.strength in "RGTK" for item in REQUIREMENTS)
