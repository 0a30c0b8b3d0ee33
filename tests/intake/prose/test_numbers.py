"""The ladder found out, and old numbers held against new ones."""

import pytest

from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.numerals import MARKS


def _read(*marks):
    """A text in which each mark has a short heading behind it, and a sentence below."""
    text = "".join(f"{mark}工作{'甲乙丙丁'[at % 4]}\n街道办成实事，群众满意。\n" for at, mark in enumerate(marks))
    return parse_report(text, year=2022, organization="人民街道")


@pytest.mark.parametrize(
    ("marks", "ladder"),
    [
        (("一、", "（一）", "1.", "（1）"), MARKS),
        (("一、", "（一）", "（二）", "二、"), MARKS),
        (("一、", "1.", "2.", "二、", "1."), ("一、", "1.", "（1）")),
        (("一、", "（1）", "（2）", "二、", "（1）"), ("一、", "（1）")),
        (("一、", "（一）", "①", "②", "（二）", "①"), MARKS),
        (("一、", "1.", "①", "②", "2.", "①"), ("一、", "1.", "（1）")),
        (("第一部分 ", "一、", "二、", "第二部分 ", "一、"), MARKS),
        (("第一章 ", "第一节 ", "一、", "二、"), MARKS),
        (("一、", "1.", "二、", "（一）", "1."), MARKS),
        (("一、", "1.", "（一）", "（二）", "2.", "（一）", "二、", "1.", "（一）"), ("一、", "1.", "（一）", "（1）")),
        (("1.", "2."), MARKS),
    ],
)
def test_the_ladder_is_found_out(marks, ladder):
    found = _read(*marks).report.marks
    assert found == ladder or (ladder == MARKS and marks == ("1.", "2.") and found == ("一、", "1.", "（1）"))


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        (("一、", "二、", "三、"), []),
        (("一、", "三、"), [("number_gap", "三、", "二、")]),
        (("二、", "三、"), [("number_gap", "二、", "一、")]),
        (("一、", "二、", "二、", "三、"), [("number_repeated", "二、", "三、")]),
        (("一、", "二、", "一、"), [("number_back", "一、", "三、")]),
        (("一、", "（一）", "（二）", "二、", "（三）", "（四）"), [("number_runs_on", "（三）", "（一）")]),
        (("一、", "（一）", "（二）", "二、", "（四）"), [("number_gap", "（四）", "（一）")]),
        (("一、", "（一）", "（二）", "（一）"), [("number_back", "（一）", "（三）")]),
        (("一、", "（二）", "（三）"), [("number_gap", "（二）", "（一）")]),
    ],
)
def test_each_number_out_of_turn_is_noted_once_with_the_old_and_the_new(marks, notes):
    reading = _read(*marks)
    found = [(note.rule, note.found, note.expected) for note in reading.notes if note.rule.startswith("number_")]
    assert found == notes


def test_a_gap_between_ordinals_is_noted_with_its_line():
    reading = parse_report("一、工作\n一是甲。\n三是丙。\n四是丁。", year=2022, organization="人民街道")
    (note,) = [note for note in reading.notes if note.rule.startswith("number_")]
    assert (note.rule, note.line, note.found, note.expected) == ("number_gap", 3, "三是", "二是")


def test_each_spelling_that_is_printed_otherwise_is_noted_once():
    reading = _read("一.", "(一)", "(二)", "1、", "2、", "二.")
    found = [(note.found, note.expected) for note in reading.notes if note.rule == "mark_rewritten"]
    assert found == [("一.", "一、"), ("1、", "1.")]  # brackets were made full-width before


def test_a_fifth_level_is_kept_as_text_with_a_note():
    reading = _read("一、", "（一）", "1.", "（1）", "①")
    point = reading.report.achievements[0].points[0].points[0].points[0]
    assert point.body[-2:] == ("①工作甲", "街道办成实事，群众满意。")
    assert [note.found for note in reading.notes if note.rule == "mark_too_deep"] == ["①"]


def test_a_mark_with_nothing_behind_it_is_kept():
    reading = parse_report("一、工作\n（一）\n街道办成实事。", year=2022, organization="人民街道")
    assert reading.report.achievements[0].body == ("（一）", "街道办成实事。")
    assert [note.rule for note in reading.notes if note.line == 2] == ["mark_alone"]
