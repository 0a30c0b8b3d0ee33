"""Messages of the check of templates: missing places, lost styles, deviations from GB/T 9704-2012.

A row's severity follows its strength: what the standard demands (R) is a warning, the rest a notice. Where elements
differ, the row says R and the finding brings the element's own clause and strength.
"""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

_PLACE = (
    "the template has no place for {found}, and a report with one is refused",
    "模板里没有{found}的位置，含有它的报告不能生成",
    "add a paragraph with {expected}, or take it over from the library's template",
    "请加上含有 {expected} 的段落，或照抄自带的模板",
)

CHECKS: dict[str, Rule] = {
    "place_missing": Rule(*_PLACE, severity="warning"),
    "place_absent": Rule(*_PLACE, severity="notice"),
    "tag_missing": Rule(
        "the template has no place for {found}, which every report has",
        "模板里没有{found}的位置，而每份报告都有",
        "add {expected}",
        "请加上 {expected}",
    ),
    "kind_unknown": Rule(
        "no block is of the kind {found}, and what stands below is never printed",
        "没有 {found} 这个种类，下面的段落不会印出",
        "did you mean {expected}?",
        "是否应为：{expected}",
        severity="warning",
    ),
    "tag_unfilled": Rule(
        "tags in this part are not filled",
        "这个部件里的标签不会填写",
        "tags are filled in the text, headers, footers and notes, not in comments, charts, diagrams or properties",
        "标签只在正文、页眉、页脚和脚注、尾注里填写，批注、图表、属性里不填",
        severity="warning",
    ),
    "tag_formats": Rule(
        "the tag {found} has several formats and prints in the first of them",
        "标签 {found} 前后格式不一，将按开头的格式印出",
        "give it one format",
        "请统一它的格式",
        severity="notice",
    ),
    "style_missing": Rule(
        "there is no style {found}, which tables are written in",
        "没有样式 {found}，而表格要用它",
        "rename {expected} to it, or copy the style from the library's template",
        "请把 {expected} 改成这个名称，或从自带的模板复制",
        severity="warning",
    ),
    "style_unknown": Rule(
        "the paragraph has the style {found}, which the template does not define",
        "本段的样式 {found} 在模板里没有定义",
        "did you mean {expected}?",
        "是否应为：{expected}",
        severity="warning",
    ),
    "style_unplaced": Rule(
        "no paragraph has its style, by which its position or level is known",
        "没有段落使用它的样式，位置或级别无从确定",
        "give its paragraph the style {expected}",
        "请把那一段的样式设为 {expected}",
        severity="warning",
        strength="R",
    ),
    "native_missing": Rule(
        "the headings ({found}) are not linked to a multilevel list of four levels: numbering native is refused",
        "标题（{found}）没有链接到四级的多级列表，不能用 native 编号",
        "link a list in Word (Multilevel List), or copy the styles from the library's template",
        "请在 Word 的“多级列表”中链接，或从自带的模板复制样式",
        severity="warning",
    ),
    "paper_size": Rule(
        "the paper is {found}",
        "纸张为 {found}",
        "the standard says {expected}",
        "标准为 {expected}",
        severity="warning",
        clause="5.1",
        strength="R",
    ),
    "margin_top": Rule(
        "the margin above is {found}",
        "上边距（天头）为 {found}",
        "the standard says {expected}",
        "标准为 {expected}",
        severity="warning",
        clause="5.2.1",
        strength="R",
    ),
    "margin_left": Rule(
        "the margin on the left is {found}",
        "左边距（订口）为 {found}",
        "the standard says {expected}",
        "标准为 {expected}",
        severity="warning",
        clause="5.2.1",
        strength="R",
    ),
    "type_area": Rule(
        "the margins leave {found} for the text",
        "页边距之间（版心）为 {found}",
        "the standard says {expected}",
        "标准为 {expected}",
        severity="warning",
        clause="5.2.1",
        strength="R",
    ),
    "lines_per_page": Rule(
        "lines on a page: {found}",
        "每面行数：{found}",
        "the standard has {expected}; an exact pitch of 28.95 pt gives them",
        "标准为 {expected} 行；行距固定值 28.95 磅正好",
        severity="notice",
        clause="5.2.3",
        strength="G",
    ),
    "characters_per_line": Rule(
        "characters in a line: {found}",
        "每行字数：{found}",
        "the standard has {expected}; 16 pt type condensed by 0.3 pt gives them",
        "标准为 {expected} 字；3号字、字符间距紧缩 0.3 磅正好",
        severity="notice",
        clause="5.2.3",
        strength="G",
    ),
    "page_number_missing": Rule(
        "there is no page number",
        "没有页码",
        "the standard has it in 14 pt half-width Song digits between dashes, 7 mm below the type area",
        "标准为4号半角宋体数字，左右各一条一字线，在版心下边缘之下 7 mm",
        severity="notice",
        clause="7.5",
        strength="G",
    ),
    "element_face": Rule(
        "the type is {found}",
        "字体为 {found}",
        "the standard has {expected}",
        "标准为 {expected}",
        severity="warning",
        strength="R",
    ),
    "element_size": Rule(
        "the type has {found} pt",
        "字号为 {found} 磅",
        "the standard has {expected} pt",
        "标准为 {expected} 磅",
        severity="warning",
        strength="R",
    ),
    "element_color": Rule(
        "the colour is {found}",
        "颜色为 {found}",
        "the standard has {expected}",
        "标准为 {expected}",
        severity="warning",
        strength="R",
    ),
    "element_alignment": Rule(
        "the paragraph is {found}",
        "段落{found}",
        "the standard has it {expected}",
        "标准为{expected}",
        severity="warning",
        strength="R",
    ),
    "element_indent": Rule(
        "the first line is indented by {found} characters",
        "首行缩进 {found} 字",
        "the standard has {expected}",
        "标准为 {expected} 字",
        severity="warning",
        strength="R",
    ),
    "theme_fonts": Rule(
        "the style names fonts of the theme, which win over fonts by name",
        "样式使用了主题字体，会盖过指定的字体",
        "choose the fonts by their names in Word (Font)",
        "请在 Word 的“字体”中按名称选择",
        severity="notice",
    ),
    "auto_space": Rule(
        "Word puts space between Chinese and digits, so that a line does not hold its characters",
        "Word 在汉字和数字之间加了空，每行字数会减少",
        "switch it off (Paragraph, Asian Typography)",
        "请在“段落、中文版式”中取消自动调整间距",
        severity="notice",
        clause="5.2.3",
        strength="G",
    ),
    "compatibility_mode": Rule(
        "Word opens the document in compatibility mode {found}, and may set lines otherwise",
        "Word 将以兼容模式（{found}）打开，行距可能不同",
        "convert it (File, Info, Convert): mode {expected}",
        "请在“文件、信息”中转换为新版：模式 {expected}",
        severity="notice",
    ),
}

STRENGTHS: dict[str, tuple[str, str]] = {
    "R": ("required", "规定"),
    "G": ("usual", "一般"),
    "T": ("recommended", "推荐"),
    "K": ("allowed", "可以"),
}
"""How the standard words a demand: strength → (English, Chinese)."""
