"""Messages about words (W) in a text that is proofread."""

from __future__ import annotations

from renmin_docs.messages.composing import WRITE, Rule, notice, warning

WORDS: dict[str, Rule] = {
    "W1": warning("a wrong character: {found}", "疑有错别字：{found}", *WRITE),
    "W2": notice("a word that is taken for another: {found}", "疑用词有误：{found}", *WRITE),
    "W3": warning("the word stands twice: {found}", "词语重复：{found}", *WRITE),
    "W4": notice("通过 … 使 leaves the sentence without a subject: {found}", "“通过……使……”句缺主语：{found}"),
    "W5": Rule(
        "personal data stands in the text: {found}",
        "文中有个人信息：{found}",
        "delete it or hide its digits",
        "请删去或隐去部分数字",
    ),
    "W6": notice("the time depends on when it is read: {found}", "相对时间：{found}"),
    "W7": notice("a phrase that says little: {found}", "空泛套话：{found}"),
    "W8": warning("the office's own list has {found}", "本单位词表列有 {found}", *WRITE),
}
