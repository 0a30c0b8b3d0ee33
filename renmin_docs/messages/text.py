"""Messages about one text of a report: its characters, its placeholders, its figures' names."""

from __future__ import annotations

from renmin_docs.messages.composing import DID_YOU_MEAN, Rule, warning

TEXT: dict[str, Rule] = {
    "control_character": Rule(
        "character {found} can't stand in a Word document",
        "字符 {found} 不能写入 Word 文档",
        "delete it ({expected})",
        "请删除（{expected}）",
    ),
    "line_break": Rule(
        "a line break can't stand in {found}",
        "{found}中不能换行",
        "write it in one line",
        "请写成一行",
    ),
    "brace_unclosed": Rule(
        "the brace in {found} is not closed",
        "{found} 中的花括号没有配对",
        "write {{{{ and }}}} for braces that are meant as text; a figure is {expected}",
        "花括号本身请写作 {{{{ 和 }}}}；引用数据请写作 {expected}",
    ),
    "placeholder_malformed": Rule(
        "{found} is no figure's placeholder",
        "{found} 不是数据的引用",
        "write {expected}, or double the braces that are meant as text",
        "请写作 {expected}；花括号本身请写两遍",
    ),
    "emphasis_unclosed": Rule(
        "the emphasis {found} is not closed in its paragraph",
        "{found} 的强调在本段没有结束",
        "write {expected} where it ends, or double the brace that is meant as text",
        "请在结束处写 {expected}；花括号本身请写两遍",
    ),
    "emphasis_unopened": Rule(
        "the emphasis that ends in {found} begins nowhere",
        "{found} 处的强调没有开头",
        "write {expected} where it begins, or double the brace that is meant as text",
        "请在开头处写 {expected}；花括号本身请写两遍",
    ),
    "emphasis_crossed": Rule(
        "the emphasis {found} ends outside the one it begins in",
        "{found} 的强调与外面的一层交叉",
        "close the inner one first: {expected}",
        "请先结束里面的一层：{expected}",
    ),
    "emphasis_nested": Rule(
        "the emphasis {found} stands in one of the same kind, or is raised and lowered at once",
        "{found} 的强调套在同一种强调里，或者又是上标又是下标",
        "one of the two is enough",
        "请只保留一层",
    ),
    "note_holds": Rule(
        "within a note stands {found}: it holds words and figures alone",
        "脚注里有 {found}：脚注只能写文字和数据",
        "take the signs out",
        "请去掉里面的标记",
    ),
    "note_first": Rule(
        "the note {found} stands before its paragraph",
        "脚注 {found} 写在了段首",
        "write it behind the word that it is about",
        "请写在它所说明的词后面",
    ),
    "note_here": Rule(
        "there is a note in {found}: notes are for paragraphs",
        "{found} 处有脚注：脚注只用在正文段落里",
        "move it into a paragraph",
        "请移到正文段落中",
    ),
    "emphasis_empty": Rule("{found} emphasises nothing", "{found} 里没有文字", "take it out", "请删除"),
    "emphasis_here": warning(
        "{found} prints as plain words: emphasis is for paragraphs and tables, in headings only raised and lowered",
        "{found} 照普通文字印：强调只用在正文段落和表格里，标题里只能用上标和下标",
        "take its signs out",
        "请去掉标记",
    ),
    "pattern_part": Rule(
        "{found} is no part of this pattern",
        "这里不能用 {found}",
        "it may have {expected}, or double the braces that are meant as text",
        "可用的有 {expected}；花括号本身请写两遍",
    ),
    "figure_name": Rule(
        "{found} can't be the name of a figure or a field",
        "{found}不能作数据或字段的名称",
        "use letters, digits and _, no digit first, like {expected}",
        "请用文字、数字和下划线，不以数字开头，例如 {expected}",
    ),
    "unknown_figure": Rule("no figure is named {found}", "没有名为“{found}”的数据", *DID_YOU_MEAN),
    "word_style": Rule(
        "the name is that of a text, and texts have no styles: {found}",
        "该名称代表文字，没有“{found}”这种写法",
        "write the name alone",
        "请只写名称",
    ),
    "unknown_style": Rule(
        "a figure can't be printed in the style {found}",
        "数据没有“{found}”这种写法",
        "this one can be printed as {expected}",
        "可用的写法：{expected}",
    ),
}
