"""The type of the elements, and what Word makes of it."""

from __future__ import annotations

import pytest

from renmin_docs.standard.type import FACES, FONT_SETS, Face
from tests.check.made import SETTINGS, STYLES, found, in_main, only, replaced, rules

TITLE = '<w:style w:type="paragraph" w:styleId="Title">'
RUN = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{{ title }}'


def direct(properties: str) -> tuple[str, str, str]:
    """The title's run with formatting of its own."""
    return in_main(RUN, f"<w:rPr>{properties}</w:rPr><w:t>{{{{ title }}}}")


@pytest.mark.parametrize(
    ("properties", "rule", "value", "expected", "clause", "severity"),
    [
        ('<w:rFonts w:eastAsia="宋体"/>', "element_face", "宋体", "小标宋", "7.3.1", "notice"),
        ('<w:sz w:val="36"/>', "element_size", "18", "22", "7.3.1", "notice"),
        ('<w:color w:val="FF0000"/>', "element_color", "FF0000", "000000", "5.2.4", "warning"),
    ],
)
def test_formatting_by_hand_is_reported_with_its_paragraph(properties, rule, value, expected, clause, severity):
    finding = only(rule, direct(properties))
    assert finding.place == "标题 “{{ title }}”"
    assert (finding.found, finding.clause, finding.severity) == (value, clause, severity)
    assert expected in finding.expected


def test_a_style_is_reported_for_all_its_elements_at_once():
    finding = only("element_color", (STYLES, '<w:color w:val="000000"/>', '<w:color w:val="0000FF"/>'))
    assert finding.place.count("、") > 10
    assert "标题" in finding.place


@pytest.mark.parametrize("color", ["auto", "000000"])
def test_black_is_black_however_it_is_written(color):
    assert found(replaced(direct(f'<w:color w:val="{color}"/>'))) == []


@pytest.mark.parametrize(
    ("change", "rule", "value", "expected"),
    [
        ((STYLES, '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), "element_alignment", "@left", "@center"),
        (
            in_main(
                '<w:pStyle w:val="Conclusion"/>',
                '<w:pStyle w:val="Conclusion"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
            ),
            "element_indent",
            "0",
            "2",
        ),
    ],
)
def test_a_position_is_reported(change, rule, value, expected):
    findings = [finding for finding in found(replaced(change)) if finding.rule == rule]
    assert {(finding.found, finding.expected) for finding in findings} == {(value, expected)}


def test_other_names_of_a_family_are_the_same_face():
    assert found(replaced((STYLES, "仿宋_GB2312", "FangSong_GB2312"), (STYLES, "黑体", "SimHei"))) == []


def test_every_family_of_every_set_has_its_face():
    for families in FONT_SETS.values():
        assert {FACES[family.lower()]: family for family in families.values()} == families
    assert set(FACES.values()) == set(Face)


def test_fonts_of_the_theme_are_reported_with_their_style():
    finding = (
        only(
            "theme_fonts",
            (STYLES, '<w:rFonts w:ascii="黑体"', '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:ascii="黑体"'),
        )
        if False
        else rules(
            (
                STYLES,
                f'{TITLE}<w:name w:val="Title"/>',
                f'{TITLE}<w:name w:val="Title"/><w:rPr><w:rFonts w:asciiTheme="x"/></w:rPr>',
            )
        )["theme_fonts"]
    )
    assert finding.place == "Title"


def test_automatic_space_is_reported_once():
    finding = only("auto_space", (STYLES, '<w:autoSpaceDE w:val="0"/>', ""))
    assert (finding.clause, finding.severity) == ("5.2.3", "notice")


@pytest.mark.parametrize(
    ("change", "mode"),
    [((SETTINGS, 'w:val="15"', 'w:val="11"'), "11"), ((SETTINGS, '"compatibilityMode"', '"x"'), "12")],
)
def test_an_older_mode_is_reported(change, mode):
    assert only("compatibility_mode", change).found == mode
