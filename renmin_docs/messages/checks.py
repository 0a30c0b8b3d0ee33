"""Messages of the check of templates: missing places, tags that are not filled, lost styles.

What is found on a page, a template's or a finished one's, is in `page_checks`.
"""

from __future__ import annotations

from renmin_docs.messages.composing import DID_YOU_MEAN, WRITE_THIS, Rule, notice, warning

_PLACE = (
    "the template has no place for {found}, and a report with one is refused",
    "模板里没有{found}的位置，含有它的报告不能生成",
    "add a paragraph with {expected}, or take it over from the library's template",
    "请加上含有 {expected} 的段落，或照抄自带的模板",
)

CHECKS: dict[str, Rule] = {
    "place_missing": warning(*_PLACE),
    "place_absent": notice(*_PLACE),
    "tag_missing": Rule(
        "the template has no place for {found}, which every report has",
        "模板里没有{found}的位置，而每份报告都有",
        "add {expected}",
        "请加上 {expected}",
    ),
    "kind_unknown": warning(
        "no block is of the kind {found}, and what stands below is never printed",
        "没有 {found} 这个种类，下面的段落不会印出",
        *DID_YOU_MEAN,
    ),
    "tag_unfilled": warning(
        "tags in this part are not filled",
        "这个部件里的标签不会填写",
        "tags are filled in the text, headers, footers and notes, not in comments, charts, diagrams or properties",
        "标签只在正文、页眉、页脚和脚注、尾注里填写，批注、图表、属性里不填",
    ),
    "tag_formats": notice(
        "the tag {found} has several formats and prints in the first of them",
        "标签 {found} 前后格式不一，将按开头的格式印出",
        "give it one format",
        "请统一它的格式",
    ),
    "foreign_tag": warning(
        "{found} is a tag of another program, and is printed as it stands",
        "{found} 是别的程序的标签，会原样印出",
        *WRITE_THIS,
    ),
    "merge_field": warning(
        "no variable has the name of the merge field {found}, and it is printed as it stands",
        "没有与邮件合并域 {found} 同名的变量，该域会原样印出",
        "write {expected} in its place",
        "请改写成 {expected}",
    ),
    "content_control": warning(
        "no variable has the name of the content control {found}, and its text is printed as it stands",
        "没有与内容控件 {found} 同名的变量，其中的文字会原样印出",
        "write {expected} into it, or delete it",
        "请在其中写上 {expected}，或删去该控件",
    ),
    "contents_renewed": notice(
        "the contents page gets the headings of the report, without page numbers until it is updated; Word asks for that",
        "目录的条目换成报告的标题，更新之前没有页码，在 Word 中打开报告时会提示更新",
        "in WPS update it by hand (right click, Update Field)",
        "在 WPS 中请右击目录、更新域",
    ),
    "template_tracked": warning(
        "tracked changes stand in the template, and in every report: {found}",
        "模板里有修订，每份报告都会带上：{found}",
        "accept or reject them in Word (Review), and save it anew",
        "请在 Word 的“审阅”中接受或拒绝修订后重新保存",
    ),
    "template_protected": warning(
        "every report takes {found} over from the template",
        "每份报告都会带上模板的{found}",
        "switch it off in Word (Review), unless that is meant",
        "如非有意，请在 Word 的“审阅”中取消",
    ),
    "signed_twice": warning(
        "behind the text stands {found}, and the loop has the sample of a signature as well: it is printed twice",
        "正文之后有 {found}，循环里又有落款的样本段落，落款会印两次",
        "delete it, or the sample {expected}",
        "请删去其一（样本为 {expected}）",
    ),
    "style_missing": warning(
        "there is no style {found}, which tables are written in",
        "没有样式 {found}，而表格要用它",
        "rename {expected} to it, or copy the style from the library's template",
        "请把 {expected} 改成这个名称，或从自带的模板复制",
    ),
    "style_unknown": warning(
        "the paragraph has the style {found}, which the template does not define",
        "本段的样式 {found} 在模板里没有定义",
        *DID_YOU_MEAN,
    ),
    "style_unplaced": warning(
        "no paragraph has its style, by which its position or level is known",
        "没有段落使用它的样式，位置或级别无从确定",
        "give its paragraph the style {expected}",
        "请把那一段的样式设为 {expected}",
        strength="R",
    ),
    "native_missing": notice(
        "the headings ({found}) are not linked to a multilevel list of four levels: numbering native is refused",
        "标题（{found}）没有链接到四级的多级列表，不能用 native 编号",
        "link a list in Word (Multilevel List), or copy the styles from the library's template",
        "请在 Word 的“多级列表”中链接，或从自带的模板复制样式",
    ),
}
