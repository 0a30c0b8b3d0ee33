"""Messages about figures (C) in a text that is proofread: numbers of a sentence, or two places, that must agree."""

from __future__ import annotations

from renmin_docs.messages.composing import COMPARE, ELSEWHERE, Rule, notice, warning

_COMPUTED = ("the numbers give {expected}", "按文中数字计算：{expected}")

CONSISTENCY: dict[str, Rule] = {
    "C1": Rule("the parts behind 其中 don't add up to {found}", "“其中”各项之和不等于总数 {found}", *_COMPUTED),
    "C2": Rule("{found} does not follow from the two values", "增减幅 {found} 与前后两数不符", *_COMPUTED),
    "C3": Rule("the share {found} does not follow from part and whole", "占比 {found} 与部分、总数不符", *_COMPUTED),
    "C4": Rule(
        "{found} does not agree with the change from one value to the other", "{found} 与“由…到…”的变化不符", *_COMPUTED
    ),
    "C5": Rule("{found} of the target is not what was reached", "完成目标的比例 {found} 与数字不符", *_COMPUTED),
    "C6": Rule("the rate {found} does not follow from value and increase", "增减幅 {found} 与增减量不符", *_COMPUTED),
    "C7": Rule("the rate {found} does not follow from the two counts", "比率 {found} 与两个数不符", *_COMPUTED),
    "C8": Rule("the structure {found} is not 100 together", "结构 {found} 之和不等于 100", *_COMPUTED),
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
    "C12": warning("{found} has another number elsewhere", "同一指标前后数字不一致：{found}", *ELSEWHERE),
    "C13": warning("{found} is not what last year's report gives", "{found} 与上年报告不符", *COMPARE),
    "C14": Rule("the mean {found} does not follow from sum and number", "平均数 {found} 与总数、个数不符", *_COMPUTED),
    "C15": Rule("the parts of the year don't add up to {found}", "分时段各数之和不等于 {found}", *_COMPUTED),
    "C16": Rule("the date or period {found} is not possible here", "日期或时段 {found} 有误", *COMPARE),
    "C17": Rule(
        "the part {found} is larger than its whole, or its unit is wrong",
        "部分 {found} 大于总数，或单位有误",
        *_COMPUTED,
    ),
    "C18": notice("the shares {found} are more than a hundred together", "各项占比 {found} 之和超过 100%", *_COMPUTED),
    "C19": Rule("{found} is not balanced by what makes it", "{found} 与构成它的各数不平", *_COMPUTED),
    "C20": warning("{found} is left over from another year", "{found} 疑为往年文稿残留", *COMPARE),
}
