"""Messages about words (W) in a text that is proofread."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

_WRITE = "write {expected}", "应为：{expected}"

WORDS: dict[str, Rule] = {
    "W1": Rule("a wrong character: {found}", "疑有错别字：{found}", *_WRITE, severity="warning"),
    "W2": Rule("a word that is taken for another: {found}", "疑用词有误：{found}", *_WRITE, severity="notice"),
    "W3": Rule("the word stands twice: {found}", "词语重复：{found}", *_WRITE, severity="warning"),
    "W4": Rule(
        "通过 … 使 leaves the sentence without a subject: {found}", "“通过……使……”句缺主语：{found}", severity="notice"
    ),
    "W5": Rule(
        "personal data stands in the text: {found}",
        "文中有个人信息：{found}",
        "delete it or hide its digits",
        "请删去或隐去部分数字",
    ),
    "W6": Rule("the time depends on when it is read: {found}", "相对时间：{found}", severity="notice"),
    "W7": Rule("a phrase that says little: {found}", "空泛套话：{found}", severity="notice"),
}
