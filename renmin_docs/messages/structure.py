"""Messages of proofreading: headings, series, attachments and what must not be left in a report (S1 to S9)."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

STRUCTURE: dict[str, Rule] = {
    "S1": Rule(
        "a heading marked {found} skips a level",
        "以 {found} 标注的标题跳过了一级",
        "this level is marked {expected}",
        "此处应为 {expected} 一级",
        severity="warning",
        clause="7.3.3",
        strength="K",
    ),
    "S2": Rule(
        "{found} does not follow from the number before it",
        "序号 {found} 与前一序号不连续",
        "next would be {expected}",
        "应为：{expected}",
    ),
    "S6": Rule("a placeholder is left: {found}", "留有未填写的占位内容：{found}"),
}
