"""Marks as they are typed, and what only looks like one."""

import re

import pytest

from renmin_docs.intake.prose.marks import FIRSTS, FORMS, read_mark
from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.numerals import MARK_FORMS


@pytest.mark.parametrize(
    ("text", "form", "number", "rest"),
    [
        ("一、工作", "一、", 1, "工作"),
        ("十一、工作", "一、", 11, "工作"),
        ("二十.工作", "一、", 20, "工作"),
        ("三．工作", "一、", 3, "工作"),
        ("三，工作", "一、", 3, "工作"),
        ("三：工作", "一、", 3, "工作"),
        ("三　工作", "一、", 3, "工作"),
        ("一、2022年工作", "一、", 1, "2022年工作"),
        ("（一）工作", "（一）", 1, "工作"),
        ("(二)工作", "（一）", 2, "工作"),
        ("（三)、工作", "（一）", 3, "工作"),
        ("四）工作", "（一）", 4, "工作"),
        ("【五】工作", "（一）", 5, "工作"),
        ("㈡工作", "（一）", 2, "工作"),
        ("1.工作", "1.", 1, "工作"),
        ("12、 工作", "1.", 12, "工作"),
        ("３．工作", "1.", 3, "工作"),
        ("⒋工作", "1.", 4, "工作"),
        ("5 工作", "1.", 5, "工作"),
        ("1.1工作", "1.1", 1, "工作"),
        ("2.12 工作", "1.1", 12, "工作"),
        ("3.1.4 工作", "1.1.1", 4, "工作"),
        ("（1）工作", "（1）", 1, "工作"),
        ("(2)、工作", "（1）", 2, "工作"),
        ("⑶工作", "（1）", 3, "工作"),
        ("4)工作", "1）", 4, "工作"),
        ("①工作", "①", 1, "工作"),
        ("⑫工作", "①", 12, "工作"),
        ("第一部分　工作", "第一部分", 1, "工作"),
        ("第二章：工作", "第一部分", 2, "工作"),
        ("第三节 工作", "第一节", 3, "工作"),
        ("一是工作", "一是", 1, "工作"),
        ("十二是工作", "一是", 12, "工作"),
        ("一．2024年工作", "一、", 1, "2024年工作"),
        ("二.2025年工作", "一、", 2, "2025年工作"),
        ("一．二〇二四年工作", "一、", 1, "二〇二四年工作"),
        ("二．三大攻坚战", "一、", 2, "三大攻坚战"),
        ("三．十件实事", "一、", 3, "十件实事"),
        ("一 2024年工作", "一、", 1, "2024年工作"),
        ("一\t工作", "一、", 1, "工作"),
        ("一、.工作", "一、", 1, "工作"),
        ("（一）.工作", "（一）", 1, "工作"),
        ("（二）。工作", "（一）", 2, "工作"),
        ("㈡、工作", "（一）", 2, "工作"),
        ("1、2024年工作", "1.", 1, "2024年工作"),
        ("２．2024年工作", "1.", 2, "2024年工作"),
        ("（1）.工作", "（1）", 1, "工作"),
        ("①.工作", "①", 1, "工作"),
        ("❷工作", "①", 2, "工作"),
        ("Ⅰ.工作", "Ⅰ.", 1, "工作"),
        ("Ⅻ、工作", "Ⅰ.", 12, "工作"),
        ("Ⅱ 工作", "Ⅰ.", 2, "工作"),
        ("IV.工作", "Ⅰ.", 4, "工作"),
        ("第一、工作", "第一、", 1, "工作"),
        ("第2章 工作", "第一部分", 2, "工作"),
        ("第1节 工作", "第一节", 1, "工作"),
    ],
)
def test_a_mark_is_read_with_its_slips(text, form, number, rest):
    mark, behind = read_mark(text)
    assert (mark.form, mark.number, behind) == (form, number, rest)
    assert text.startswith(mark.text)


@pytest.mark.parametrize(
    "text",
    [
        "1.22亿元投资落地",
        "3.5公里绿道",
        "2.1个百分点",
        "1.5小时服务圈",
        "2022.5.18开工",
        "2022、2023年连续两年",
        "3、4号楼改造完成",
        "三、四季度用电量回升",
        "一、二级响应",
        "一、二、三等奖各1名",
        "10月完成",
        "32 个摄像头",
        "一个目标",
        "一是",
        "十一月",
        "〇、",
        "一一、",
        "（2022）12号",
        "（试点）",
        "“一、说得清”",
        "第一，",
        "第一季度",
        "",
        "一．二九运动纪念活动",
        "三．一五晚会后开展排查",
        "五．四青年节前夕",
        "十．一假期",
        "二．五亿元投资落地",
        "一.5亿元",
        "1.2024",
        "1、2、3月份",
        "第一、二季度完成任务",
        "第一、第二产业",
        "第一、要抓好落实，确保完成。",
        "第一书记",
        "Ⅰ、Ⅱ类水质达标",
        "Ⅱ类水质",
        "V型反转",
        "X光检查",
    ],
)
def test_a_number_that_is_no_heading_s_is_text(text):
    assert read_mark(text) == (None, text)


def test_the_forms_of_the_standard_are_among_those_that_are_read():
    assert set(MARK_FORMS) < set(FORMS)
    for name, form in MARK_FORMS.items():
        for number in (1, 10, 21, 99, 101):
            mark, rest = read_mark(form.write(number) + "工作")
            assert (mark.form, mark.number, rest) == (name, number, "工作")


@pytest.mark.parametrize(
    "lines",
    [
        ("一．2024年工作开展情况", "（一）.办好民生实事", "二．2025年工作打算"),
        ("一.2024年工作开展情况", "（一）。办好民生实事", "二.2025年工作打算"),
        ("一 2024年工作开展情况", "（一） 办好民生实事", "二 2025年工作打算"),
        ("一：2024年工作开展情况", "1．办好民生实事", "二：2025年工作打算"),
        ("一\t2024年工作开展情况", "1、办好民生实事", "二\t2025年工作打算"),
        ("Ⅰ.2024年工作开展情况", "（一）办好民生实事", "Ⅱ.2025年工作打算"),
        ("I. 工作开展情况", "1.办好民生实事", "II. 工作打算"),
        ("第一、工作开展情况", "①办好民生实事", "第二、工作打算"),
        ("第1部分 工作开展情况", "(1).办好民生实事", "第2部分 工作打算"),
    ],
)
def test_no_chapter_is_printed_with_two_marks(lines):
    first, point, second = lines
    found = parse_report(f"{first}\n{point}\n新增托位60个。\n{second}\n再接再厉。", year=2024).report
    headings = found.achievements[0].heading, found.achievements[0].points[0].heading, found.plans[0].heading
    assert [heading.removeprefix("2024年").removeprefix("2025年") for heading in headings] == [
        "工作开展情况", "办好民生实事", "工作打算",
    ]  # fmt: skip
    assert not [finding.rule for finding in found.check() if finding.rule == "own_mark"]


@pytest.mark.parametrize("form", FORMS)
def test_no_mark_of_a_form_begins_with_another_character_than_its_row_says(form):
    pattern = re.compile(FORMS[form])
    others = {first for firsts in FIRSTS.values() for first in firsts if first not in FIRSTS[form]} | {*"工文 　a,。“"}
    behind = ("", "）工作", "、工作", "一）工作", "1）工作", "一、工作", "是工作", "部分 工作", ".1工作", " 工作")
    assert not [first + rest for first in others for rest in behind if pattern.match(first + rest)]
