from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from renmin_docs.messages import rules
from renmin_docs.report.page import PageProfile, page_findings
from renmin_docs.standard.page import GRIDS, REQUIREMENTS
from renmin_docs.standard.type import FONT_SETS


def test_a_profile_offers_what_the_standard_rooms_hold():
    fields = PageProfile.model_fields
    assert set(get_args(fields["grid"].annotation)) == set(GRIDS)
    assert set(get_args(fields["fonts"].annotation)) == set(FONT_SETS)


@pytest.mark.parametrize(
    "wrong", [{"grid": "C"}, {"grid": "a"}, {"fonts": "宋体"}, {"page_number": "left"}, {"paper": 4}]
)
def test_other_choices_are_refused(wrong):
    with pytest.raises(ValidationError):
        PageProfile(**wrong)


def test_every_field_names_its_clause_in_the_schema():
    properties = PageProfile.model_json_schema()["properties"]
    assert all(clause in properties[name]["description"] for name, clause in CLAUSES.items())


CLAUSES = {"grid": "5.2.1", "fonts": "5.2.2", "page_number": "7.5"}


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_the_default_and_every_font_set_keep_the_standard(fonts):
    assert [*page_findings(PageProfile(fonts=fonts))] == []


def found(**choices):
    return [(finding.rule, finding.place, finding.found) for finding in page_findings(PageProfile(**choices))]


def test_grid_b_is_noticed_by_the_numbers_of_the_dialog():
    assert found(grid="B") == [
        ("page_top", "page.grid", "34.58 mm"),
        ("page_type_area", "page.grid", "156 mm × 229.84 mm"),
    ]


def test_a_centred_page_number_is_noticed():
    assert found(page_number="centred") == [("page_number_place", "page.page_number", "@centred")]
    assert len(found(grid="B", fonts="plain", page_number="centred")) == 3


def test_each_deviation_is_a_notice_with_the_clause_and_strength_of_its_requirement():
    terms = {"page_top": "天头", "page_type_area": "版心", "page_number_place": "页码位置"}
    required = {requirement.term: requirement for requirement in REQUIREMENTS}
    for finding in page_findings(PageProfile(grid="B", page_number="centred")):
        requirement = required[terms[finding.rule]]
        assert (finding.clause, finding.strength) == (requirement.clause, requirement.strength)
        assert rules()[finding.rule].severity == "notice"


def test_a_notice_reads_well_in_both_languages():
    top, _, number = page_findings(PageProfile(grid="B", page_number="centred"))
    assert top.message("zh").startswith("page.grid：页面设置中的上边距为 34.58 mm；标准为 37 mm ± 1 mm；")
    assert number.message("zh") == "page.page_number：页码居中；标准为单页居右、双页居左"
    assert number.message("en").endswith(
        "the page number stands in the middle of each page; "
        "the standard has it right on odd pages and left on even ones"
    )
