"""Series within paragraphs."""

import pytest

from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.intake.prose.series import inline_series, leading_series


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("一是甲。二是乙。", [("一是", "甲。"), ("二是", "乙。")]),
        ("一是甲；二是乙；三是丙。", [("一是", "甲；"), ("二是", "乙；"), ("三是", "丙。")]),
        ("一是甲，二是乙。", [("一是", "甲，"), ("二是", "乙。")]),
        ("差距有：一是甲；二是乙。", [("", "差距有："), ("一是", "甲；"), ("二是", "乙。")]),
        ("一是甲；三是丙。", [("一是", "甲；"), ("三是", "丙。")]),
        ("一要甲；二要乙。", [("", "一要甲；"), ("", "二要乙。")]),
        ("首先甲。其次乙。最后丙。", [("", "首先甲。"), ("", "其次乙。"), ("", "最后丙。")]),
        ("第一，甲。第二，乙。", [("", "第一，甲。"), ("", "第二，乙。")]),
    ],
)
def test_a_series_is_taken_apart(text, pieces):
    _, found = inline_series(text)
    assert [(piece.mark, piece.text) for piece in found] == pieces


@pytest.mark.parametrize(
    "text",
    [
        "一是甲。",
        "二是乙。三是丙。",
        "原因在于，一是甲，二是乙。",
        "主要原因一是甲，二是乙。",
        "一是甲。二是乙。又，一是丙。二是丁。",
        "第一季度，甲。第二季度，乙。",
        "甲是首先要做的，乙其次。",
        "甲。",
    ],
)
def test_what_is_no_series_stays_whole(text):
    assert inline_series(text) is None


@pytest.mark.parametrize(
    ("texts", "span"),
    [
        (["首先，甲。", "其次，乙。", "最后，丙。"], (0, 3)),
        (["甲。", "第一，乙。", "第二，丙。", "丁。"], (1, 3)),
        (["第一，甲。", "乙。", "第二，丙。"], None),
        (["首先，甲。"], None),
        ([], None),
    ],
)
def test_a_series_of_paragraphs_is_found(texts, span):
    assert leading_series(texts) == span


def _chapter(body):
    reading = parse_report(f"一、工作情况\n{body}", year=2022, organization="人民街道")
    return reading.report.achievements[0], [note.rule for note in reading.notes if note.line and note.line > 1]


def test_two_series_in_one_body_stay_text_with_a_note():
    chapter, rules = _chapter("一是甲；二是乙。\n一是丙；二是丁。")
    assert chapter.body == ("一是甲；二是乙。", "一是丙；二是丁。")
    assert chapter.series == "numbered"
    assert "series_kept" in [note.rule for note in parse_report("一、工作\n一是甲；二是乙。\n一是丙；二是丁。").notes]
    assert rules == []


def test_a_second_series_of_paragraphs_is_kept_as_text():
    chapter, rules = _chapter("一是甲。\n二是乙。\n此外还有。\n一是丙。\n二是丁。")
    assert [point.body for point in chapter.points] == [("甲。",), ("乙。",), ("丁。",)]
    assert "一是丙。" in chapter.body
    assert rules


def test_numbered_points_behind_a_series_and_a_text_make_it_text():
    chapter, _ = _chapter("一是甲。\n二是乙。\n具体如下：\n（一）丙\n丁。")
    assert chapter.body[:3] == ("一是甲。", "二是乙。", "具体如下：")
    assert chapter.points[0].heading == "丙"


def test_a_series_behind_a_bare_number_stays_its_text():
    chapter, _ = _chapter("（一）一是甲；二是乙。\n（二）一是丙；二是丁。")
    assert [point.body for point in chapter.points] == [("一是甲；二是乙。",), ("一是丙；二是丁。",)]


def test_a_heading_within_a_series_keeps_the_text_below_it():
    chapter, rules = _chapter("一是抓党建\n新建驿站4个。\n二是抓民生\n新增托位60个。")
    assert [(point.heading, point.body) for point in chapter.points] == [
        ("抓党建", ("新建驿站4个。",)),
        ("抓民生", ("新增托位60个。",)),
    ]
    assert chapter.series == "ordinal"
    assert rules == []
