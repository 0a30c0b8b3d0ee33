"""Messages about punctuation (P) in a text that is proofread."""

from __future__ import annotations

from functools import partial

from renmin_docs.messages.composing import WRITE, Rule, notice, warning

_MARKS = "GB/T 15834-2011"

_required = partial(Rule, strength="R", standard=_MARKS)
_usual = partial(Rule, severity="notice", strength="G", standard=_MARKS)

PUNCTUATION: dict[str, Rule] = {
    "P1": _required("a half-width mark beside Chinese: {found}", "中文旁用了半角标点：{found}", *WRITE),
    "P2": _required("half-width brackets with Chinese: {found}", "中文用了半角括号：{found}", *WRITE),
    "P3": _required("straight quotes: {found}", "引号未用弯引号：{found}", *WRITE),
    "P4": _required("the mark stands twice: {found}", "标点重复：{found}", *WRITE),
    "P5": _required(
        "an ellipsis has six points and does not go with 等: {found}", "省略号应为六点，且不与“等”并用：{found}", *WRITE
    ),
    "P6": warning("a mark stands before 等: {found}", "“等”前不用顿号：{found}", *WRITE, strength="G", standard=_MARKS),
    "P7": _required("brackets or quotes don't pair or nest: {found}", "括号或引号不成对，或层次有误：{found}", *WRITE),
    "P8": _required("this mark does not go with the ordinal: {found}", "序次语后的标点有误：{found}", *WRITE),
    "P9": _usual(
        "quotes or titles side by side usually take no mark between: {found}",
        "并列的引号或书名号之间通常不用顿号：{found}",
        *WRITE,
    ),
    "P10": warning(
        "the paragraph has no end mark: {found}", "段末缺句末标点：{found}", *WRITE, strength="R", standard=_MARKS
    ),
    "P11": warning("a heading on its own line ends in a mark: {found}", "标题独占一行，末尾不用标点：{found}", *WRITE),
    "P12": notice(
        "the dash is written wrong: {found}", "破折号写法有误：{found}", *WRITE, strength="R", standard=_MARKS
    ),
    "P13": _usual(
        "a full stop stands within items that are parted by ；: {found}", "分号分隔的各项内部用了句号：{found}", *WRITE
    ),
}
