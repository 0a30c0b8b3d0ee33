"""The page: each demand of the standard, broken alone."""

from __future__ import annotations

import pytest

from renmin_docs.standard.page import GRID_B
from tests.check.made import FOOTER, SETTINGS, STYLES, found, in_main, rules
from tests.templates import LOOP, with_body

EVEN = "word/footer2.xml"


@pytest.mark.parametrize(
    ("change", "rule", "found", "clause", "severity"),
    [
        (in_main('w:w="11906"', 'w:w="12240"'), "paper_size", "215.9 mm × 297.0 mm", "5.1", "warning"),
        (in_main('w:top="2098"', 'w:top="2168"'), "margin_top", "38.2 mm", "5.2.1", "warning"),
        (in_main('w:left="1587"', 'w:left="1800"'), "margin_left", "31.8 mm", "5.2.1", "warning"),
        (in_main('w:gutter="0"', 'w:gutter="200"'), "margin_left", "31.5 mm", "5.2.1", "warning"),
        (in_main('w:bottom="1984"', 'w:bottom="1440"'), "type_area", "156.0 mm × 234.6 mm", "5.2.1", "warning"),
        ((STYLES, 'w:line="579"', 'w:line="600"'), "lines_per_page", "21", "5.2.3", "notice"),
        ((STYLES, 'w:lineRule="exact"', 'w:lineRule="atLeast"'), "lines_per_page", "@auto_pitch", "5.2.3", "notice"),
        ((STYLES, '<w:spacing w:val="-6"/>', ""), "characters_per_line", "27", "5.2.3", "notice"),
        ((SETTINGS, "<w:evenAndOddHeaders/>", ""), "page_number_place", "@one_sided", "7.5", "notice"),
        ((FOOTER, 'w:jc w:val="right"', 'w:jc w:val="left"'), "page_number_place", "@one_sided", "7.5", "notice"),
    ],
)
def test_a_deviation_has_its_clause_and_its_strength(change, rule, found, clause, severity):
    finding = rules(change)[rule]
    assert (finding.found, finding.clause, finding.severity) == (found, clause, severity)


def test_a_page_number_in_the_middle_is_reported_as_such():
    centred = [
        (part, f'w:jc w:val="{side}"', 'w:jc w:val="center"') for part, side in ((FOOTER, "right"), (EVEN, "left"))
    ]
    assert rules(*centred)["page_number_place"].found == "@centred"


def test_a_page_number_that_is_missing_is_reported():
    told = rules((FOOTER, " PAGE ", " DATE "), (EVEN, " PAGE ", " DATE "))
    assert told["page_number_missing"].strength == "G"
    assert "page_number_place" not in told


@pytest.mark.parametrize(
    "changes",
    [
        [in_main('w:top="2098"', 'w:top="2150"'), in_main('w:bottom="1984"', 'w:bottom="1932"')],  # 37.9 mm
        [in_main('w:top="2098"', 'w:top="37mm"')],
        [in_main('w:w="11906"', 'w:w="11907"')],
        [(FOOTER, 'w:jc w:val="right"', 'w:jc w:val="end"')],
        [
            in_main('w:top="2098"', f'w:top="{GRID_B.top.twips}"'),
            in_main('w:bottom="1984"', f'w:bottom="{GRID_B.bottom.twips}"'),
            (STYLES, 'w:line="579"', f'w:line="{GRID_B.pitch.twips}"'),
        ],
    ],
)
def test_what_lies_within_the_tolerance_is_none(changes):
    assert rules(*changes) == {}


def test_a_grid_of_word_counts_as_a_pitch():
    loose = (STYLES, 'w:line="579" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"')
    snapping = (STYLES, '<w:snapToGrid w:val="0"/>', "")
    assert rules(loose)["lines_per_page"].found == "@auto_pitch"
    assert "lines_per_page" not in rules(loose, snapping)


@pytest.mark.parametrize(
    "body", ["<w:p><w:t>{{ block.text }}</w:t></w:p>", "<w:p><w:ins><w:t>{{ title }}</w:t></w:ins></w:p>"]
)
def test_a_tag_outside_a_run_is_checked_without_a_traceback(body):
    text = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
    assert found(with_body("{{ title }}", LOOP[0], body.replace("<w:p>", text), LOOP[2]))
