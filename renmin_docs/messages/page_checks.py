"""Messages of the check of pages, a template's or a finished document's: deviations from GB/T 9704-2012.

A row's severity follows its strength: what the standard demands (R) is a warning, the rest a notice. Where elements
differ, the row says R and the finding brings the element's own clause and strength.
"""

from __future__ import annotations

from functools import partial

from renmin_docs.messages.composing import STANDARD_HAS, STANDARD_SAYS, Rule, notice, warning

_required = partial(Rule, severity="warning", strength="R")
_usual = partial(Rule, severity="notice", strength="G")

_CHARACTERS = ("the standard has {expected}", "标准为 {expected} 字")
_TEXT_FIRST = ("the first page must show text", "公文首页必须显示正文")

PAGE_CHECKS: dict[str, Rule] = {
    "paper_size": _required("the paper is {found}", "纸张为 {found}", *STANDARD_SAYS, clause="5.1"),
    "margin_top": _required("the margin above is {found}", "上边距（天头）为 {found}", *STANDARD_SAYS, clause="5.2.1"),
    "margin_left": _required(
        "the margin on the left is {found}", "左边距（订口）为 {found}", *STANDARD_SAYS, clause="5.2.1"
    ),
    "type_area": _required(
        "the margins leave {found} for the text", "页边距之间（版心）为 {found}", *STANDARD_SAYS, clause="5.2.1"
    ),
    "lines_per_page": _usual(
        "lines on a page: {found}",
        "每面行数：{found}",
        "the standard has {expected}; an exact pitch of 28.95 pt gives them",
        "标准为 {expected} 行；行距固定值 28.95 磅正好",
        clause="5.2.3",
    ),
    "characters_per_line": _usual(
        "characters in a line: {found}",
        "每行字数：{found}",
        "the standard has {expected}; 16 pt type condensed by 0.3 pt gives them",
        "标准为 {expected} 字；3号字、字符间距紧缩 0.3 磅正好",
        clause="5.2.3",
    ),
    "page_number_missing": _usual(
        "there is no page number",
        "没有页码",
        "the standard has it in 14 pt half-width Song digits between dashes, 7 mm below the type area",
        "标准为4号半角宋体数字，左右各一条一字线，在版心下边缘之下 7 mm",
        clause="7.5",
    ),
    "page_number_form": _usual(
        "the page number reads {found}",
        "页码形式为 {found}",
        "the standard has a dash on either side: {expected}",
        "标准为左右各放一条一字线：{expected}",
        clause="7.5",
    ),
    "element_face": _required("the type is {found}", "字体为 {found}", *STANDARD_HAS),
    "element_size": _required(
        "the type has {found} pt", "字号为 {found} 磅", "the standard has {expected} pt", "标准为 {expected} 磅"
    ),
    "element_color": _required("the colour is {found}", "颜色为 {found}", *STANDARD_HAS),
    "element_alignment": _required(
        "the paragraph is {found}", "段落{found}", "the standard has it {expected}", "标准为{expected}"
    ),
    "element_indent": _required(
        "the first line is indented by {found} characters", "首行缩进 {found} 字", *_CHARACTERS
    ),
    "element_inset": _required(
        "all lines are indented by {found} characters on the left",
        "全段左侧缩进 {found} 字",
        "the standard has the lines behind the first flush",
        "标准为回行顶格",
    ),
    "element_space": _usual(
        "there are {found} pt of space before and after the paragraph, which move the lines below off the 22 of a page",
        "段前段后共有 {found} 磅，其后各行偏离每面 22 行",
        "set both to {expected}",
        "段前、段后均设为 {expected}",
        clause="5.2.3",
    ),
    "quote_face": notice(
        "quotation marks or dashes are set in {found}, and stand narrow among the characters",
        "引号、破折号等用了 {found}，印出来偏窄",
        "set the Chinese font for them as well (Font, all text)",
        "请把“所有文字”的字体都设为中文字体",
    ),
    "page_number_indent": _usual(
        "the page number stands {found} characters in from the edge of the type area",
        "页码距版心边缘 {found} 字",
        "the standard has it {expected} in",
        "标准为空 {expected} 字",
        clause="7.5",
    ),
    "page_number_distance": _usual(
        "the dash of the page number lies {found} below the type area",
        "页码的一字线在版心下边缘之下 {found}",
        *STANDARD_HAS,
        clause="7.5",
    ),
    "red_rule": _required(
        "below the document number there is no red rule (found: {found})",
        "发文字号之下没有红色分隔线（现为：{found}）",
        "the standard has one as wide as the type area, 4 mm below the number",
        "标准为发文字号之下 4 mm 处与版心等宽的红色分隔线",
        clause="7.2.7",
    ),
    "head_gap": _usual(
        "empty lines above: {found}",
        "之上空行数：{found}",
        "the standard has {expected}",
        "标准为空 {expected} 行",
        clause="7.3.1",
    ),
    "addressee_gap": _required(
        "empty lines between title and addressee: {found}",
        "标题与主送机关之间的空行数：{found}",
        "the standard has {expected}",
        "标准为标题下空 {expected} 行",
        clause="7.3.2",
    ),
    "first_page": _required("the text begins behind the first page", "正文不在首页", *_TEXT_FIRST, clause="7.3.3"),
    "title_unknown": notice(
        "no paragraph is recognised as the title, so that its type is not checked",
        "看不出哪一段是标题，未检查标题的字体字号",
        "give it the style Title, or centre it above the text",
        "请把标题居中排在正文之前，或设为“标题”样式",
    ),
    "attachment_list_gap": _required(
        "there is no empty line above the list of attachments",
        "附件说明之上没有空行",
        "leave {expected}",
        "标准为正文下空 {expected} 行",
        clause="7.3.4",
    ),
    "attachment_list_place": _required(
        "the line begins {found} characters in",
        "左空 {found} 字",
        "the standard has 附件： 2 in, and the numbers below one another: {expected}",
        "标准为“附件：”左空 2 字、各序号上下对齐，此处应为 {expected} 字",
        clause="7.3.4",
    ),
    "attachment_list_mark": _required(
        "behind the name of the attachment stands {found}",
        "附件名称后有标点 {found}",
        "leave it out",
        "附件名称后不加标点符号",
        clause="7.3.4",
    ),
    "attachment_page": _required(
        "the attachment does not begin a page",
        "附件没有另面编排",
        "put a page break before it",
        "请在附件之前分页",
        clause="7.3.7",
    ),
    "attachment_label": _required(
        "the label of the attachment is {found}",
        "附件标记为 {found}",
        "write it flush left and without a colon, like 附件1",
        "应顶格编排，不加冒号，例如“附件1”",
        clause="7.3.7",
    ),
    "attachment_title_line": _required(
        "the title of the attachment stands on line {found}",
        "附件标题在第 {found} 行",
        "the standard has it on line {expected}, in the middle",
        "标准为居中排在第 {expected} 行",
        clause="7.3.7",
    ),
    "signature_place": _required(
        "organ and date stand so many characters from the right: {found}",
        "署名与日期的右空字数为 {found}",
        "without a seal: {expected}; under a seal the date stands 4 from the right, the organ in the middle above it",
        "不加盖印章的应为 {expected}；加盖印章的，日期右空 4 字，署名居中排在日期之上",
        clause="7.3.5.2",
    ),
    "signature_gap": _required(
        "there is no empty line above the signature",
        "发文机关署名之上没有空行",
        "leave {expected}",
        "标准为空 {expected} 行",
        clause="7.3.5.2",
    ),
    "place_unknown": notice(
        "its place can't be measured ({found}), and is not checked", "看不出排在何处（{found}），未检查"
    ),
    "imprint_rules": _required(
        "the imprint has no rules",
        "版记没有分隔线",
        "the standard has one above, one below and one between its lines, as wide as the type area",
        "标准为首条、末条和中间分隔线，与版心等宽",
        clause="7.4.1",
    ),
    "imprint_weight": notice(
        "a rule of the imprint is {found} thick",
        "版记分隔线粗 {found}",
        "the standard recommends (first and last, inner): {expected}",
        "标准推荐首末条与中间分隔线分别为 {expected}",
        clause="7.4.1",
        strength="T",
    ),
    "imprint_indent": _usual(
        "the line begins {found} characters in",
        "左空 {found} 字",
        "the standard has {expected} on both sides",
        "标准为左右各空 {expected} 字",
        clause="7.4.2",
    ),
    "imprint_end": _usual(
        "behind the last organ there is no full stop",
        "最后一个抄送机关之后没有句号",
        "end it with 。 as the standard does",
        "请加上“。”",
        clause="7.4.2",
    ),
    "imprint_order": _required(
        "the imprint stands before what belongs above it",
        "版记排在了其他内容之前",
        "the standard has it last, behind the attachments",
        "版记应在最后，附件在版记之前",
        clause="7.3.7",
    ),
    "printed_lines": _usual(
        "a full page has {found} lines as LibreOffice prints it",
        "用 LibreOffice 排出来每面 {found} 行",
        "the standard has {expected}",
        "标准为 {expected} 行",
        clause="5.2.3",
    ),
    "printed_characters": _usual(
        "most full lines have {found} characters as LibreOffice prints them",
        "用 LibreOffice 排出来每行多为 {found} 字",
        *_CHARACTERS,
        clause="5.2.3",
    ),
    "printed_first_page": _required(
        "the text begins on the second page as LibreOffice prints it",
        "用 LibreOffice 排出来正文不在首页",
        *_TEXT_FIRST,
        clause="7.3.3",
    ),
    "printed_number": _usual(
        "the dash of the page number lies {found} below the type area as LibreOffice prints it",
        "用 LibreOffice 排出来页码的一字线在版心下边缘之下 {found}",
        *STANDARD_HAS,
        clause="7.5",
    ),
    "signature_alone": warning(
        "signature and date stand on a page without any text",
        "署名和日期单独占一面",
        "shorten the text or lines so that some of it stands above them",
        "请调整行距、字距或删减文字，使其与正文同处一面",
    ),
    "imprint_foot": _required(
        "the imprint stands above the foot of the last page (found: {found})",
        "版记没有排在最后一面的版心底部（现为：{found}）",
        "the standard has its last rule on the lower edge of the type area",
        "标准为末条分隔线与最后一面的版心下边缘重合",
        clause="7.4.1",
    ),
    "number_parted": notice(
        "a line ends between a number and its unit",
        "数字与单位被分在两行",
        "change a word before it, or its spacing",
        "请调整前文或字距，使其处在同一行",
    ),
    "table_head": notice(
        "the table has {found} rows, more than a page holds, and its head is not repeated",
        "表格有 {found} 行，一面排不下，而表头没有在各页重复",
        "repeat it (Table Properties, Row, Repeat as header row)",
        "请在“表格属性、行”中勾选“在各页顶端以标题行形式重复出现”",
    ),
    "theme_fonts": notice(
        "the style names fonts of the theme, which win over fonts by name",
        "样式使用了主题字体，会盖过指定的字体",
        "choose the fonts by their names in Word (Font)",
        "请在 Word 的“字体”中按名称选择",
    ),
    "auto_space": _usual(
        "Word puts space between Chinese and digits, so that a line does not hold its characters",
        "Word 在汉字和数字之间加了空，每行字数会减少",
        "switch it off (Paragraph, Asian Typography)",
        "请在“段落、中文版式”中取消自动调整间距",
        clause="5.2.3",
    ),
    "compatibility_mode": notice(
        "Word opens the document in compatibility mode {found}, and may set lines otherwise",
        "Word 将以兼容模式（{found}）打开，行距可能不同",
        "convert it (File, Info, Convert): mode {expected}",
        "请在“文件、信息”中转换为新版：模式 {expected}",
    ),
}
