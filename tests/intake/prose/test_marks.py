"""Marks as they are typed, and what only looks like one."""

import pytest

from renmin_docs.intake.prose.marks import FORMS, read_mark
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
