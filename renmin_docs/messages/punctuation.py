"""Messages about punctuation (P) in a text that is proofread."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

_MARKS = "GB/T 15834-2011"
_WRITE = "write {expected}", "应为：{expected}"

PUNCTUATION: dict[str, Rule] = {
    "P1": Rule(
        "a half-width mark beside Chinese: {found}",
        "中文旁用了半角标点：{found}",
        *_WRITE,
        strength="R",
        standard=_MARKS,
    ),
    "P2": Rule(
        "half-width brackets with Chinese: {found}", "中文用了半角括号：{found}", *_WRITE, strength="R", standard=_MARKS
    ),
    "P3": Rule("straight quotes: {found}", "引号未用弯引号：{found}", *_WRITE, strength="R", standard=_MARKS),
    "P4": Rule("the mark stands twice: {found}", "标点重复：{found}", *_WRITE, strength="R", standard=_MARKS),
    "P5": Rule(
        "an ellipsis has six points and does not go with 等: {found}",
        "省略号应为六点，且不与“等”并用：{found}",
        *_WRITE,
        strength="R",
        standard=_MARKS,
    ),
    "P6": Rule(
        "a mark stands before 等: {found}",
        "“等”前不用顿号：{found}",
        *_WRITE,
        severity="warning",
        strength="G",
        standard=_MARKS,
    ),
    "P7": Rule(
        "brackets or quotes don't pair or nest: {found}",
        "括号或引号不成对，或层次有误：{found}",
        *_WRITE,
        strength="R",
        standard=_MARKS,
    ),
    "P8": Rule(
        "this mark does not go with the ordinal: {found}",
        "序次语后的标点有误：{found}",
        *_WRITE,
        strength="R",
        standard=_MARKS,
    ),
    "P9": Rule(
        "quotes or titles side by side usually take no mark between: {found}",
        "并列的引号或书名号之间通常不用顿号：{found}",
        *_WRITE,
        severity="notice",
        strength="G",
        standard=_MARKS,
    ),
    "P10": Rule(
        "the paragraph has no end mark: {found}",
        "段末缺句末标点：{found}",
        *_WRITE,
        severity="warning",
        strength="R",
        standard=_MARKS,
    ),
    "P11": Rule(
        "a heading on its own line ends in a mark: {found}",
        "标题独占一行，末尾不用标点：{found}",
        *_WRITE,
        severity="warning",
    ),
    "P12": Rule(
        "the dash is written wrong: {found}",
        "破折号写法有误：{found}",
        *_WRITE,
        severity="notice",
        strength="R",
        standard=_MARKS,
    ),
    "P13": Rule(
        "a full stop stands within items that are parted by ；: {found}",
        "分号分隔的各项内部用了句号：{found}",
        *_WRITE,
        severity="notice",
        strength="G",
        standard=_MARKS,
    ),
}
