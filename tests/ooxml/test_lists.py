"""The numbers that Word shows: formats, levels, starts, restarts, links through styles."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.lists import Lists, NumberedAs
from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.number_formats import write_number
from renmin_docs.ooxml.styles import Stylesheet

FORMATS = [
    ("decimal", 12, "12"),
    ("decimalZero", 3, "03"),
    ("decimalFullWidth", 12, "１２"),
    ("chineseCounting", 12, "十二"),
    ("chineseCounting", 100, "一○○"),
    ("chineseCountingThousand", 101, "一百零一"),
    ("japaneseCounting", 21, "二十一"),
    ("taiwaneseCountingThousand", 10, "十"),
    ("ideographDigital", 10, "一○"),
    ("chineseLegalSimplified", 3, "叁"),
    ("ideographLegalTraditional", 15, "拾伍"),
    ("ideographTraditional", 3, "丙"),
    ("ideographTraditional", 11, "11"),
    ("ideographZodiac", 12, "亥"),
    ("ideographZodiacTraditional", 13, "丙子"),
    ("ideographEnclosedCircle", 2, "㊁"),
    ("decimalEnclosedCircleChinese", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedParen", 1, "⑴"),
    ("decimalEnclosedFullstop", 1, "⒈"),
    ("numberInDash", 4, "- 4 -"),
    ("upperLetter", 27, "AA"),
    ("lowerLetter", 2, "b"),
    ("upperRoman", 1994, "MCMXCIV"),
    ("lowerRoman", 4, "iv"),
    ("bullet", 4, ""),
    ("none", 4, ""),
    ("unheardOf", 4, "4"),
    ("upperRoman", 4000, "4000"),
    ("chineseCounting", -1, "-1"),
]


@pytest.mark.parametrize(("number_format", "number", "shown"), FORMATS)
def test_a_number_is_written_in_its_format(number_format, number, shown):
    assert write_number(number, number_format) == shown


def level(at, text, number_format="decimal", more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LADDER = (
    level(0, "%1、", "chineseCounting") + level(1, "（%2）", "chineseCounting") + level(2, "%3.") + level(3, "（%4）")
)


def lists(abstracts, nums, styles=""):
    numbering = etree.fromstring(f'<w:numbering xmlns:w="{W}">{abstracts}{nums}</w:numbering>')
    sheet = Stylesheet(etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>'))
    return Lists(numbering, sheet)


def abstract(levels, at=0, more=""):
    return f'<w:abstractNum w:abstractNumId="{at}">{more}{levels}</w:abstractNum>'


def num(num_id, abstract_id=0, more=""):
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


def marks(found, *places):
    return [found.mark(NumberedAs(num_id, at)) for num_id, at in places]


def test_levels_count_and_start_anew_behind_a_higher_one():
    found = lists(abstract(LADDER), num(1))
    places = [("1", at) for at in (0, 1, 1, 2, 2, 1, 2, 0, 1)]
    assert marks(found, *places) == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）"]


def test_an_override_of_the_start_counts_anew_where_its_list_begins():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    from_five = again.replace('val="1"', 'val="5"')
    found = lists(abstract(LADDER), num(1) + num(2, more=again) + num(3, more=from_five))
    places = [("1", 0), ("1", 0), ("2", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)]
    assert marks(found, *places) == ["一、", "二、", "一、", "二、", "五、", "六、", "七、"]


def test_an_override_may_bring_a_level_of_its_own():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条", "chineseCounting")}</w:lvlOverride>'
    assert marks(lists(abstract(LADDER), num(1, more=other)), ("1", 0)) == ["第一条"]


def test_several_numbers_stand_in_one_mark_and_all_as_digits_where_it_is_legal():
    levels = level(0, "%1、", "chineseCounting") + level(1, "%1.%2") + level(2, "%1.%2.%3", more="<w:isLgl/>")
    assert marks(lists(abstract(levels), num(1)), ("1", 0), ("1", 1), ("1", 2)) == ["一、", "一.1", "1.1.1"]


def test_a_level_that_never_restarts_runs_on():
    levels = level(0, "%1、") + level(1, "（%2）", more='<w:lvlRestart w:val="0"/>')
    places = [("1", at) for at in (0, 1, 1, 0, 1)]
    assert marks(lists(abstract(levels), num(1)), *places) == ["1、", "（1）", "（2）", "2、", "（3）"]


def test_a_level_may_restart_behind_the_first_one_alone():
    levels = level(0, "%1、") + level(1, "（%2）") + level(2, "%3.", more='<w:lvlRestart w:val="1"/>')
    places = [("1", at) for at in (0, 1, 2, 1, 2, 0, 2)]
    assert marks(lists(abstract(levels), num(1)), *places) == ["1、", "（1）", "1.", "（2）", "2.", "2、", "1."]


def test_a_level_above_that_was_not_counted_shows_its_start():
    levels = level(0, "%1") + level(1, "%1.%2")
    assert marks(lists(abstract(levels), num(1)), ("1", 1)) == ["1.1"]


def paragraph(properties=""):
    return etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr>{properties}</w:pPr></w:p>').find(w("pPr"))


def style(style_id, properties="", based_on="", kind="paragraph"):
    basis = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{basis}<w:pPr>{properties}</w:pPr></w:style>'


def test_a_style_numbers_its_paragraphs_on_the_level_that_is_linked_to_it():
    levels = level(0, "%1、") + level(1, "（%2）", more='<w:pStyle w:val="Two"/>')
    two = style("Two", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    found = lists(abstract(levels), num(1), two + style("Three", based_on="Two"))
    assert found.of(paragraph(), "Two") == NumberedAs("1", 1)
    assert found.of(paragraph(), "Three") == NumberedAs("1", 1)
    assert found.of(paragraph('<w:numPr><w:ilvl w:val="0"/></w:numPr>'), "Two") == NumberedAs("1", 0)


def test_a_paragraph_may_take_the_number_of_its_style_away():
    found = lists(abstract(LADDER), num(1), style("One", '<w:numPr><w:numId w:val="1"/></w:numPr>'))
    assert found.of(paragraph('<w:numPr><w:numId w:val="0"/></w:numPr>'), "One") is None
    assert found.of(None, "") is None


def test_a_list_may_be_lent_by_a_numbering_style():
    lent = style("List", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    abstracts = abstract("", 0, '<w:numStyleLink w:val="List"/>') + abstract(LADDER, 1, '<w:styleLink w:val="List"/>')
    assert marks(lists(abstracts, num(1, 0) + num(2, 1), lent), ("1", 0), ("2", 0)) == ["一、", "二、"]
