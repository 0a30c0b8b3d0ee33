"""Messages of proofreading: numbers of a sentence that must agree (C1 to C8, C14, C15, C17 to C19)."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, notice

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
    "C14": Rule("the mean {found} does not follow from sum and number", "平均数 {found} 与总数、个数不符", *_COMPUTED),
    "C15": Rule("the parts of the year don't add up to {found}", "分时段各数之和不等于 {found}", *_COMPUTED),
    "C17": Rule(
        "the part {found} is larger than its whole, or its unit is wrong",
        "部分 {found} 大于总数，或单位有误",
        *_COMPUTED,
    ),
    "C18": notice("the shares {found} are more than a hundred together", "各项占比 {found} 之和超过 100%", *_COMPUTED),
    "C19": Rule("{found} is not balanced by what makes it", "{found} 与构成它的各数不平", *_COMPUTED),
}
