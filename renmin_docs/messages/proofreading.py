"""Messages of proofreading: what a text says against itself, and how numbers, marks and words are written.

A row's key is the rule's identifier: C consistency, N numbers, P punctuation, S structure, W words.
"""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

PROOFREADING: dict[str, Rule] = {
    "C1": Rule(
        "the parts behind 其中 don't add up to {found}",
        "“其中”各项之和不等于总数 {found}",
        "the sum: {expected}",
        "各项相加：{expected}",
    ),
    "C2": Rule(
        "the rate {found} does not follow from the two values",
        "增幅 {found} 与前后两数不符",
        "the two values give {expected}",
        "按两数计算：{expected}",
    ),
    "W8": Rule(
        "the office's own list has {found}",
        "本单位词表列有 {found}",
        "write {expected}",
        "应为：{expected}",
        severity="warning",
    ),
}
