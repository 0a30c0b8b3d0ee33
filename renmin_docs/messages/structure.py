"""Messages of proofreading: headings, series, attachments and what must not be left in a report (S1 to S9)."""

from __future__ import annotations

from renmin_docs.messages.composing import COMPARE, ELSEWHERE, Rule, notice, warning

STRUCTURE: dict[str, Rule] = {
    "S1": warning(
        "a heading marked {found} skips a level",
        "以 {found} 标注的标题跳过了一级",
        "this level is marked {expected}",
        "此处应为 {expected} 一级",
        clause="7.3.3",
        strength="K",
    ),
    "S2": Rule(
        "{found} does not follow from the number before it",
        "序号 {found} 与前一序号不连续",
        "next would be {expected}",
        "应为：{expected}",
    ),
    "S3": Rule(
        "the text, the list of attachments and the attachments don't agree at {found}",
        "附件引用、附件说明与所附附件不一致：{found}",
        *COMPARE,
        clause="7.3.4",
        strength="R",
    ),
    "S4": warning(
        "the heading {found} has no text below it, or is there twice",
        "标题 {found} 下无内容或重复出现",
        "{expected}",
        "{expected}",
    ),
    "S5": warning(
        "the text {found} stands twice", "文字 {found} 重复出现", "the first time: {expected}", "前一处：{expected}"
    ),
    "S6": Rule("a placeholder is left: {found}", "留有未填写的占位内容：{found}"),
    "S7": warning("a report asks for a decision: {found}", "报告中夹带请示事项：{found}"),
    "S8": warning(
        "{found} is another year or office than the title has",
        "{found} 与标题的年度或单位不一致",
        "the title has {expected}",
        "标题为：{expected}",
    ),
    "S9": notice("the office is spelled in two ways: {found}", "单位名称前后写法不一：{found}", *ELSEWHERE),
}
