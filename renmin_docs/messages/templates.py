"""Messages about templates: the .docx itself, its tags, its numbering, and filling it."""

from __future__ import annotations

from renmin_docs.messages.composing import DID_YOU_MEAN, USE, WRITE_THIS, Rule, notice

_OWN_PARAGRAPH = ("give {expected} a paragraph of its own", "请让 {expected} 独占一段")
_STRANGE_FILE = ("no program writes such a file; don't use it", "正常软件不会生成这样的文件，请勿使用")

TEMPLATES: dict[str, Rule] = {
    "template_missing": Rule(
        "there is no template {found}",
        "没有模板 {found}",
        "check the path; it counts from the folder of this file",
        "请核对路径；路径从本文件所在的文件夹算起",
    ),
    "template_unknown": Rule(
        "there is no template named {found}",
        "没有名为“{found}”的模板",
        "the library has {expected}; a template of your own is the path of a .docx",
        "现有模板：{expected}；自己的模板请写 .docx 文件的路径",
    ),
    "not_a_docx": Rule(
        "the file is no .docx: it is {found}",
        "不是 .docx 文件，而是{found}",
        "open it in Word or WPS and save it as a Word document (.docx)",
        "请用 Word 或 WPS 打开，另存为 Word 文档（.docx）",
    ),
    "package_damaged": Rule(
        "the .docx is damaged: {found}",
        ".docx 文件已损坏：{found}",
        "take another copy, or open it in Word and save it anew",
        "请换一份完好的，或用 Word 打开后重新保存",
    ),
    "package_encrypted": Rule(
        "the file is protected with a password",
        "文件有密码保护",
        "open it in Word, take the password away (File, Info, Protect Document), and save it as a .docx",
        "请用 Word 打开，取消密码（文件、信息、保护文档），再存为 .docx",
    ),
    "package_name": Rule(
        "the .docx holds a part with the name {found}", ".docx 中有名为 {found} 的部件", *_STRANGE_FILE
    ),
    "package_doctype": Rule(
        "the part {found} declares entities (DOCTYPE)", "部件 {found} 带有实体声明（DOCTYPE）", *_STRANGE_FILE
    ),
    "part_damaged": Rule(
        "the part {found} of the .docx is no sound XML",
        ".docx 中的部件 {found} 不是完好的 XML",
        "({expected})",
        "（{expected}）",
    ),
    "package_limit": Rule(
        "the .docx is larger than any template: {found}",
        ".docx 文件过大：{found}",
        "the limit is {expected}; take large pictures out",
        "上限为 {expected}，请去掉过大的图片",
    ),
    "template_syntax": Rule(
        "the tag is not understood", "看不懂这个标签", "the language has {expected}", "可用的有：{expected}"
    ),
    "template_unclosed": Rule(
        "a for or an if is never closed",
        "for 或 if 没有结束",
        "add {{%p endfor %}} or {{%p endif %}}",
        "请补上 {{%p endfor %}} 或 {{%p endif %}}",
    ),
    "template_unpaired": Rule(
        "the tag {found} closes nothing",
        "标签 {found} 没有对应的开头",
        "delete it, or open its for or if before it",
        "请删去，或在前面补上 for 或 if",
    ),
    "template_nesting": Rule(
        "tags are nested too deeply", "标签嵌套过深", "a template needs a few levels at most", "模板只需要几层"
    ),
    "template_nested_loop": Rule(
        "a loop over {found} stands inside a loop over it",
        "{found} 的循环里又循环 {found}",
        "end the outer loop first",
        "请先结束外层循环",
    ),
    "template_loop_apart": Rule(
        "the loop over {found} stands inside another loop",
        "{found} 的循环套在另一个循环里",
        "inside a loop go over what its item holds, or end it first",
        "循环里只能再循环本项所含的列表，否则请先结束外层循环",
    ),
    "template_whole": Rule(
        "{found} holds several values and can't be printed as a whole",
        "{found} 含有多个值，不能整个印出",
        "print one of {expected}",
        "请印出其中之一：{expected}",
    ),
    "template_no_list": Rule(
        "{found} is no list and can't be looped over",
        "{found} 不是列表，不能循环",
        "loop over {expected}",
        "可循环的有：{expected}",
    ),
    "tag_unclosed": Rule(
        "a tag in this paragraph is not closed", "本段的标签没有写完整", "tags are {expected}", "标签的写法：{expected}"
    ),
    "tag_full_width": Rule("the tag {found} has full-width signs", "标签 {found} 用了全角符号", *WRITE_THIS),
    "tag_braces": Rule("the tag {found} does not begin and end as a tag", "标签 {found} 的花括号不对", *WRITE_THIS),
    "tag_prefix": Rule(
        "in the tag {found} what it takes with it (p, r, tr, tc) stands in the wrong place",
        "标签 {found} 中的 p、r、tr、tc 位置或写法不对",
        "write it in small letters right behind the opening sign, with a space after it: {expected}",
        "应小写并紧跟开头的符号，后面空一格，请写成 {expected}",
    ),
    "tag_words": Rule(
        "the tag {found} has words, signs or capitals that the language has not",
        "标签 {found} 的关键字、大小写或符号写法不对",
        *WRITE_THIS,
    ),
    "tag_outside_table": Rule(
        "the tag {found} takes a row or cell with it, and stands in no table",
        "标签 {found} 用于表格的行或单元格，却不在表格里",
        *WRITE_THIS,
    ),
    "template_outside_loop": Rule(
        "{found} is known in its loop alone",
        "{found} 只在它的循环里有值",
        "let the tag stand behind {expected} and before the end of that loop",
        "请把标签放在 {expected} 和循环的结尾之间",
    ),
    "template_without_tags": Rule(
        "the document has no tags, and nothing of a report would be printed",
        "文档里没有任何标签，报告的内容无处可印",
        "it may be a finished document; begin with a copy of the library's template (template export), or put in {expected}",
        "这可能是成品文档；请从自带的模板开始（template export），或加入 {expected}",
    ),
    "tag_long": Rule(
        "a tag in this paragraph is too long",
        "本段的标签过长",
        "a tag has at most {expected} characters",
        "标签最多 {expected} 个字符",
    ),
    "tag_without_p": Rule(
        "the tag {found} alone in its paragraph would leave an empty one",
        "标签 {found} 独占一段会留下空段",
        *WRITE_THIS,
    ),
    "template_language": Rule(
        "{found} is not part of the template language",
        "模板语言中没有 {found}",
        "it has {expected}",
        "可用的有：{expected}",
    ),
    "template_variable": Rule("no variable is named {found}", "没有名为 {found} 的变量", *DID_YOU_MEAN),
    "body_outside_text": Rule(
        "{found} prints the whole text of a report, which can't stand in a header, a footer or a note",
        "{found} 印出报告的全文，不能放在页眉、页脚或注释里",
        "put it into a paragraph of the text",
        "请放到正文的一个段落里",
    ),
    "body_twice": Rule(
        "{found} stands there a second time, and the text of a report would be printed twice",
        "{found} 写了两次，报告的全文会印两遍",
        "keep one of them",
        "请只留一处",
    ),
    "text_beside_tag": Rule(
        "the text {found} beside a paragraph tag would be lost", "段落标签旁的文字“{found}”会丢失", *_OWN_PARAGRAPH
    ),
    "text_beside_row_tag": Rule(
        "the text {found} beside a row tag would be lost",
        "表格行标签旁的文字“{found}”会丢失",
        "give {expected} a row of its own",
        "请让 {expected} 独占一行",
    ),
    "text_beside_cell_tag": Rule(
        "the text {found} beside a cell tag would be lost",
        "单元格标签旁的文字“{found}”会丢失",
        "give {expected} a cell of its own",
        "请让 {expected} 独占一个单元格",
    ),
    "object_beside_tag": Rule(
        "{found} beside a paragraph tag would be lost", "段落标签旁的{found}会丢失", *_OWN_PARAGRAPH
    ),
    "markup_tag": Rule(
        "the tag {found} would print a table or picture as text", "标签 {found} 会把表格或图片当成文字", *WRITE_THIS
    ),
    "template_lacks": Rule(
        "the report has {found}, and the template has no place for it",
        "报告含有{found}，模板里没有它的位置",
        "add a paragraph with {expected}, or take it over from the library's template",
        "请加上含有 {expected} 的段落，或照抄自带的模板",
    ),
    "table_columns": Rule(
        "a loop makes a table of {found} columns",
        "循环生成的表格有 {found} 列",
        "Word takes at most {expected}; loop over rows ({{%tr for … %}}) instead",
        "Word 最多 {expected} 列，请改为按行循环（{{%tr for … %}}）",
    ),
    "template_fill": Rule("the template can't be filled ({found})", "模板无法填写（{found}）"),
    "numbering_unknown": Rule("there is no numbering {found}", "没有“{found}”这种编号方式", *USE),
    "text_lost": Rule(
        "the text {found} of the report is not in the filled document",
        "报告中的{found}没有出现在生成的文档里",
        "the template needs {expected}",
        "模板需要 {expected}",
    ),
    "list_missing": Rule(
        "native numbers need a multilevel list, and the template's {found} has none",
        "自动编号需要多级列表，而模板的 {found} 没有",
        "link a list to the heading styles in Word, or use numbering={expected}",
        "请在 Word 中把多级列表链接到标题样式，或使用 numbering={expected}",
    ),
    "list_level": Rule(
        "the template's list has no level for {found}",
        "模板的多级列表没有 {found} 这一级",
        "define {expected} levels",
        "请定义 {expected} 级",
    ),
    "make_without_text": Rule(
        "no {found} is found in the document, so no template can be made of it",
        "文档里没有找到{found}，不能做成模板",
        "give the title and the text the look of a report, or start from `renmin-docs template export`",
        "请把题目和正文排成报告的样子，或从 renmin-docs template export 开始",
    ),
    "make_kept": notice(
        "{found} is no part of the text and stays as it stands",
        "{found} 不属于正文，原样留在模板里",
        "put a tag in its place if it changes from report to report (renmin-docs template variables)",
        "每份报告不同的，请换成标签（见 renmin-docs template variables）",
    ),
    "make_box_left": notice(
        "the text box {found} stood in the text and is left out",
        "正文里的文本框{found}没有留下",
        "put it into a paragraph of the template if every report is to have it",
        "每份报告都要有的，请加到模板的段落里",
    ),
    "make_sections": notice(
        "of {found} sections of the text the first one's page is kept",
        "正文分成 {found} 节，保留第一节的页面",
        "wide tables turn their pages by themselves",
        "宽表会自动用横向页面",
    ),
}
