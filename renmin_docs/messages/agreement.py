"""Messages of proofreading: two places of a text that must agree (C9 to C13, C16, C20)."""

from __future__ import annotations

from renmin_docs.messages.composing import COMPARE, ELSEWHERE, Rule, warning

AGREEMENT: dict[str, Rule] = {
    "C9": Rule(
        "{found} are announced, and another number of points follows",
        "宣布的项数 {found} 与所列各点不符",
        "the text lists {expected}",
        "文中列出：{expected}",
    ),
    "C10": Rule(
        "the total or the number {found} is not what the table gives", "合计或数字 {found} 与表中数据不符", *COMPARE
    ),
    "C11": Rule("the rank or the move {found} does not agree", "名次或升降位次不一致：{found}", *COMPARE),
    "C12": warning("{found} is told with another number elsewhere", "同一指标前后数字不一致：{found}", *ELSEWHERE),
    "C13": warning("{found} is not what last year's report gives", "{found} 与上年报告不符", *COMPARE),
    "C16": Rule("the date or period {found} is not possible here", "日期或时段 {found} 有误", *COMPARE),
    "C20": warning("{found} is left over from another year", "{found} 疑为往年文稿残留", *COMPARE),
}
