"""How cells show their numbers, by the code of their format."""

import pytest

from renmin_docs.ooxml.cell_formats import GENERAL, CellFormat, built_in, format_of
from tests.timing import growth

PERCENTAGES = {"0%": 0, "0.0%": 1, "0.00%": 2, "#,##0.0%": 1, '"占比"0.0%': 1, "0.0%;[Red]-0.0%": 1, "_ 0.0% ": 1}
NUMBERS = {
    "0": 0,
    "0.00": 2,
    "#,##0.00": 2,
    "_ * #,##0.00_ ;_ * \\-#,##0.00_ ": 2,
    '0.0"%"': 1,
    '0"家"': 0,
    "0.0\\%": 1,
    "# ?/?": None,
    "0.00E+00": None,
    "0.0,,": None,
    "@": None,
}
CALENDAR = ['yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "h:mm", "[h]:mm:ss", "mm-dd-yy", "YYYY-MM-DD"]


@pytest.mark.parametrize(("code", "places"), PERCENTAGES.items())
def test_a_percent_sign_outside_quotation_marks_makes_a_percentage(code, places):
    assert format_of(code) == CellFormat(percentage=True, places=places)


@pytest.mark.parametrize(("code", "places"), NUMBERS.items())
def test_other_formats_show_a_number_at_their_places(code, places):
    assert format_of(code) == CellFormat(places=places)


@pytest.mark.parametrize("code", CALENDAR)
def test_letters_of_the_calendar_make_a_date(code):
    assert format_of(code) == CellFormat(calendar=True)


@pytest.mark.parametrize("code", ["General", "general", "", "G/通用格式", "[Red]"])
def test_what_fixes_nothing_is_general(code):
    assert format_of(code) == GENERAL


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, GENERAL),
        (2, CellFormat(places=2)),
        (9, CellFormat(percentage=True, places=0)),
        (10, CellFormat(percentage=True, places=2)),
        (14, CellFormat(calendar=True)),
        (31, CellFormat(calendar=True)),
        (46, CellFormat(calendar=True)),
        (49, GENERAL),
        (10**7, GENERAL),
    ],
)
def test_formats_without_a_code_are_known_by_their_number(number, shown):
    assert built_in(number) == shown


@pytest.mark.parametrize("unit", ["[", '"', "\\", "_", "*", "[a]", '"a"', "0.", "#,"])
def test_a_long_code_takes_no_longer_than_a_short_one(unit):
    assert growth(lambda size: [format_of.__wrapped__(unit * size) for _ in range(200)], 1_000, within=3) < 3
