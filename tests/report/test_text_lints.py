from __future__ import annotations

import pytest

from renmin_docs import Chapter, Point
from tests.samples import report


def slips(**parts) -> list[str]:
    sample = report(title="总结", **parts)
    return [finding.rule for finding in sample.check() if finding.severity == "warning"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("完成 改造", "space_between_chinese"),
        ("完成 5件", "space_between_chinese"),
        ("“平安” 品牌", "space_between_chinese"),
        ("　　街道", "indent_typed"),
        ("走访｛户数｝", "full_width_braces"),
        (" ", "empty_paragraph"),
    ],
)
def test_a_slip_in_a_paragraph_is_named(text, rule):
    assert slips(introduction=text) == [rule]


@pytest.mark.parametrize("text", ["A & B < C", "GB/T 9704", "甲\t乙", "使用 Word 文档"])
def test_honest_spaces_are_left_alone(text):
    assert slips(introduction=text) == []


@pytest.mark.parametrize(
    "mark",
    [
        *("一、", "十一、", "一．", "一.", "一，", "一：", "一。", "一 ", "一\u3000", "二．2024年", "一 2024年"),
        *("（一）", "（一）.", "（一）、", "(一)", "【一】", "一）", "㈠", "(1)", "（1）.", "⑴", "1)"),
        *("1.", "3、", "1．", "１．", "⒈", "1、2024年", "1.2024年", "①", "❶"),
        *("第二章", "第2章", "第一部分", "第一、", "二是", "Ⅰ.", "Ⅱ、", "II."),
    ],
)
def test_a_heading_with_a_number_of_its_own_is_named(mark):
    assert "own_mark" in slips(achievements=Chapter(heading=f"{mark}成绩"))
    assert "own_mark" in slips(achievements=Chapter(body=[Point(lead=f"{mark}成绩")]))


@pytest.mark.parametrize(
    "heading",
    [
        *("一是", "1.5倍增长", "2022年成绩", "一流环境", "三个一工作", "十家村"),
        *(
            "一．二九精神",
            "五．四青年节活动",
            "第一书记工作",
            "第一节约用水",
            "Ⅱ类水质提升",
            "V型反转",
            "（2022）年成绩",
        ),
    ],
)
def test_a_heading_that_only_begins_like_one_is_not(heading):
    assert slips(achievements=Chapter(heading=heading)) == []


def test_a_paragraph_may_begin_with_what_looks_like_a_number():
    assert slips(introduction="一、二、三，都是数。") == []
