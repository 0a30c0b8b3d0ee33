"""Every sentence that the library says to people, in Chinese and English, one row a rule.

A row's sentence has two halves: what is wrong, with `{found}` in it, and the remedy, with `{expected}`
in it. The remedy is left out where a finding brings nothing for its `{expected}`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
Severity = Literal["error", "warning", "notice"]


class Rule(NamedTuple):
    """One rule: its sentence in both languages, how grave a break is, and the clause behind it."""

    en: str
    zh: str
    en_remedy: str = ""
    zh_remedy: str = ""
    severity: Severity = "error"
    clause: str = ""
    strength: str = ""


_TEXT = {
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
    "figure_name": Rule(
        "a figure can't be named {found}",
        "{found}不能作数据的名称",
        "use letters, digits and _, no digit first, like {expected}",
        "请用文字、数字和下划线，不以数字开头，例如 {expected}",
    ),
    "unknown_figure": Rule(
        "no figure is named {found}", "没有名为“{found}”的数据", "did you mean {expected}?", "是否应为：{expected}"
    ),
    "unknown_style": Rule(
        "a figure can't be printed in the style {found}",
        "数据没有“{found}”这种写法",
        "this one can be printed as {expected}",
        "可用的写法：{expected}",
    ),
}

_REPORT = {
    "empty_point": Rule(
        "the point is empty",
        "要点是空的",
        "give it a heading, a lead or a body",
        "请填写标题（heading）、引题（lead）或正文（body）",
    ),
    "heading_and_lead": Rule(
        "the point has both a heading and a lead",
        "要点同时有标题（heading）和引题（lead）",
        "keep one: a heading stands on a line of its own, a lead runs into the text",
        "请保留其一：标题独占一行，引题与正文相连",
    ),
    "too_deep": Rule(
        "the point is numbered one level deeper than the ladder has marks ({found})",
        "要点的层次超过了序号的层数（{found}）",
        "use at most {expected} levels, or a series that takes no number",
        "最多 {expected} 层，或改用不占层次的序列（ordinal、plain）",
        clause="7.3.3",
        strength="K",
    ),
    "inline_numbered": Rule(
        "numbered points can't be printed inline",
        "编号的要点不能排在同一段里",
        "set series to {expected}, or leave inline out",
        "请把 series 设为 {expected}，或去掉 inline",
    ),
    "inline_shape": Rule(
        "a point that is printed inline has {found}",
        "排在同一段里的要点含有{found}",
        "an inline point is {expected}",
        "这样的要点只能是{expected}",
    ),
    "chapter_missing": Rule(
        "achievements holds no chapter", "achievements 里没有内容", "write at least one chapter", "请至少写一章"
    ),
    "heading_missing": Rule(
        "the chapter has no heading, and there is more than one of its kind",
        "本章没有标题，而同类的章不止一个",
        "give each of them a heading",
        "请为每一章写明标题",
    ),
    "after_missing": Rule(
        "a chapter in others does not say where it stands",
        "others 中的章没有写明位置",
        "give after: {expected}",
        "请填写 after：{expected}",
    ),
    "after_misplaced": Rule(
        "only chapters in others take after: {found}",
        "只有 others 中的章才写 after：{found}",
        "delete it, or move the chapter to others",
        "请删去它，或把本章移到 others",
    ),
    "period_unknown": Rule(
        "the period {found} is not understood",
        "看不懂时段“{found}”",
        "write one like {expected}",
        "请写成：{expected}",
    ),
    "period_year": Rule(
        "the period {found} does not begin with the report's year",
        "时段“{found}”与年度不一致",
        "write it as {expected}",
        "请以 {expected} 开头",
    ),
    "ladder": Rule(
        "the ladder of marks is {found}",
        "序号的层次写成了 {found}",
        "name one to four of {expected}, none twice",
        "请从 {expected} 中选一至四种，不得重复",
    ),
    "ladder_order": Rule(
        "the marks {found} stand in another order than the standard names them",
        "序号 {found} 的次序与标准不同",
        "the order is {expected}",
        "标准次序为 {expected}",
        severity="notice",
        clause="7.3.3",
        strength="K",
    ),
    "empty_paragraph": Rule(
        "an empty paragraph prints an empty line",
        "空段落会印出空行",
        "delete the empty line",
        "请删去空行",
        severity="warning",
    ),
    "space_between_chinese": Rule(
        "a space stands beside a Chinese character: {found}",
        "汉字旁有空格：{found}",
        "delete it; a folded text of YAML (>-) makes one of every line break, so write the text in one line",
        "请删去；YAML 的折叠写法（>-）会把每个换行变成空格，请把文字写在一行里",
        severity="warning",
    ),
    "indent_typed": Rule(
        "the text begins with typed spaces: {found}",
        "段首有手打的空格：{found}",
        "delete them: the template indents paragraphs by itself",
        "请删去：模板会自动空两字",
        severity="warning",
    ),
    "full_width_braces": Rule(
        "full-width braces are no placeholder and print as they stand: {found}",
        "全角花括号不是数据的引用，会原样印出：{found}",
        "write them half-width: {{name}}",
        "请写成半角：{{名称}}",
        severity="warning",
    ),
    "own_mark": Rule(
        "the heading brings a number of its own: {found}",
        "标题自带序号：{found}",
        "delete it: numbers are written by the library",
        "请删去：序号由程序编排",
        severity="warning",
    ),
    "title_promises_plans": Rule(
        "the title {found} speaks of plans, and the report has none",
        "标题“{found}”提到工作打算，报告中却没有",
        "add plans, or give the title: {expected}",
        "请补写 plans，或写明标题：{expected}",
        severity="warning",
    ),
    "blank_name": Rule("the name is blank", "名称是空的", "write the full name", "请写全称"),
}

_CONSISTENCY = {
    "figure_unmentioned": Rule(
        "the figure {found} is declared and never mentioned",
        "数据 {found} 没有在文中引用",
        "mention it, or delete it",
        "请在文中引用，或删去",
        severity="warning",
    ),
    "figure_beside": Rule(
        "the number {found} in the text stands beside {expected}",
        "文中的 {found} 与数据 {expected} 相近而不相等",
        "mention the figure, or say what differs",
        "请引用该数据，或写明区别",
        severity="warning",
    ),
    "hedges_differ": Rule(
        "the number {found} stands elsewhere with another hedge",
        "{found} 在别处用了不同的约数词",
        "write both alike: {expected}",
        "请写成一致：{expected}",
        severity="warning",
    ),
}

_FIGURES = {
    "figure_unreadable": Rule(
        "{found} is not a figure that is understood",
        "看不懂数据“{found}”",
        "write it like {expected}",
        "请写成：{expected}",
    ),
    "number_unreadable": Rule(
        "{found} is not a number", "“{found}”不是数值", "write one like {expected}", "请写成：{expected}"
    ),
    "not_one_number": Rule(
        "{found} is not one number with a unit",
        "“{found}”不是带单位的单个数值",
        "give one like {expected}",
        "请写成：{expected}",
    ),
    "unit_unreadable": Rule(
        "{found} can't stand as a unit here", "“{found}”不能作单位", "write one like {expected}", "单位例如：{expected}"
    ),
    "units_differ": Rule(
        "{found} is not in the unit that is named beside it",
        "“{found}”与另写的单位不一致",
        "that unit is {expected}",
        "另写的单位是：{expected}",
    ),
    "scale_unknown": Rule("{found} is not a scale", "没有“{found}”这种数量级", "use {expected}", "可用：{expected}"),
    "scale_of_rate": Rule(
        "a rate takes no scale ({found})", "比率不加数量级（{found}）", "write it in {expected}", "请只用 {expected}"
    ),
    "hedge_unknown": Rule(
        "{found} is not a hedge that is known", "不认识概数词“{found}”", "use {expected}", "可用：{expected}"
    ),
    "hedge_untrue": Rule(
        "the hedge of {found} is not true of its value",
        "“{found}”中的概数词与实际数值不符",
        "write {expected}, or give a step to round to",
        "请写 {expected}，或给出取整的单位 step",
        clause="GB/T 15835",
    ),
    "hedges_stacked": Rule(
        "{found} hedges a number that is hedged already",
        "“{found}”重复使用概数词",
        "keep one: {expected}",
        "请保留其一：{expected}",
        clause="GB/T 15835",
    ),
    "hedge_on_decimal": Rule(
        "余 and 多 stand behind whole numbers, not in {found}",
        "“余”“多”只能跟在整数后，不能写“{found}”",
        "write {expected}, or another hedge",
        "请写 {expected}，或换用其他概数词",
        clause="GB/T 15835",
    ),
    "estimate_form": Rule(
        "{found} is not how an estimate in two numbers is written",
        "相邻两数的概数不能写作“{found}”",
        "write it like {expected}",
        "请写成：{expected}",
        clause="GB/T 15835",
    ),
    "places_range": Rule(
        "{found} decimal places can't be printed", "不能保留 {found} 位小数", "name {expected}", "请写 {expected}"
    ),
    "step_not_positive": Rule(
        "a step of {found} rounds to nothing", "取整单位不能是 {found}", "name one like {expected}", "例如 {expected}"
    ),
    "step_missing": Rule(
        "hedge={found} needs a step to round to",
        "hedge={found} 需要取整单位 step",
        "add one, say step={expected}",
        "例如 step={expected}",
    ),
    "numerals_whole": Rule(
        "{found} can't be written in Chinese numerals",
        "“{found}”不能写成汉字数字",
        "only whole numbers can, from {expected}",
        "只有整数才能这样写，从 {expected} 起",
    ),
    "ordinal_range": Rule(
        "{found} is no place in an order",
        "{found} 不能作序数",
        "count in whole numbers from {expected}",
        "序数是从 {expected} 起的整数",
    ),
    "times_negative": Rule(
        "{found}: nothing falls by 倍",
        "“{found}”：下降不能用倍数",
        "tell a fall as a rate, like {expected}",
        "下降请用百分比，例如 {expected}",
        clause="GB/T 15835",
    ),
    "stated_only": Rule(
        "{found} belongs to a figure whose scale and places are stated", "只有写明数量级和小数位的数据才能设 {found}"
    ),
    "span_units": Rule(
        "the ends of {found} have different units",
        "“{found}”两端的单位不同",
        "write both in {expected}",
        "请都用“{expected}”",
    ),
    "span_order": Rule(
        "the range {found} runs backwards", "“{found}”前大后小", "write {expected}", "请写成：{expected}"
    ),
    "span_hedged": Rule(
        "the range {found} is hedged",
        "“{found}”是范围，不再加概数词",
        "write {expected}",
        "请写成：{expected}",
        clause="GB/T 15835",
    ),
    "previous_not_positive": Rule(
        "there is no rate against {found}: it is not above 0",
        "上期数为 {found}，不大于 0，不能计算增长率",
        "give both values without a rate",
        "请只列出两个数值",
    ),
    "change_units": Rule(
        "{found} have different units", "{found}的单位不同", "give both in {expected}", "请都用“{expected}”"
    ),
    "rate_unit": Rule(
        "the rate {found} is in another unit than its two values give",
        "“{found}”的单位与两个数值算出的不同",
        "write it in {expected}",
        "请用 {expected}",
    ),
    "rate_disagrees": Rule(
        "the rate {found} is not what its two values give",
        "增长率或占比 {found} 与两个数值不符",
        "they give {expected}",
        "按数值计算为 {expected}",
    ),
    "shares_over": Rule(
        "the share is {found}", "占比为 {found}", "a share is at most {expected}", "占比不超过 {expected}"
    ),
    "parts_missing": Rule(
        "the breakdown of {found} has no parts, or one without a name",
        "“{found}”没有列出各部分，或有的部分没有名称",
        "write them like {expected}",
        "请写成：{expected}",
    ),
    "part_unit": Rule(
        "the part {found} is not in the unit of its total",
        "“{found}”与总数的单位不同",
        "the total is {expected}",
        "总数是 {expected}",
    ),
    "parts_disagree": Rule(
        "the parts add up to {found}",
        "各部分之和为 {found}",
        "the total says {expected}",
        "总数却是 {expected}",
        clause="GB/T 15835",
    ),
}

_DATA_FILE = {
    "file_missing": Rule("there is no such file", "文件不存在", "check the path", "请核对路径"),
    "file_directory": Rule("this is a folder", "这是一个文件夹", "name a file in it", "请写明其中的文件"),
    "file_forbidden": Rule(
        "you are not allowed to read the file", "没有读取这个文件的权限", "ask for the permission", "请申请权限"
    ),
    "file_unreadable": Rule("the file can't be read ({found})", "文件无法读取（{found}）"),
    "file_kind": Rule(
        "a report is not read from a file that ends in {found}",
        "不能从 {found} 文件读取报告",
        "use {expected}",
        "可用的文件类型：{expected}",
    ),
    "file_empty": Rule("the file is empty", "文件是空的", "it needs at least {expected}", "至少要有 {expected}"),
    "file_encoding": Rule(
        "the file is not UTF-8: it looks like {found}",
        "文件不是 UTF-8 编码，看上去是{found}",
        "save it as {expected}",
        "请另存为 {expected}",
    ),
    "file_bytes": Rule(
        "the file is not UTF-8: {found}", "文件不是 UTF-8 编码：{found}", "save it as {expected}", "请另存为 {expected}"
    ),
    "file_not_mapping": Rule(
        "the file holds {found}", "文件内容是{found}", "a report is {expected}", "报告应当是{expected}"
    ),
    "file_too_deep": Rule(
        "the data is nested more than {found} levels deep",
        "数据嵌套超过 {found} 层",
        "a report needs far fewer",
        "报告用不到这么多层",
    ),
    "file_too_large": Rule(
        "the data is larger than a report can be",
        "数据过大，不像是一份报告",
        "the limit is {expected}",
        "上限为 {expected}",
    ),
    "duplicate_key": Rule(
        "the key {found} stands twice",
        "键 {found} 重复",
        "it stands in line {expected} already; keep one",
        "第 {expected} 行已有，请保留其一",
    ),
    "unknown_key": Rule(
        "the key {found} is not known", "不认识的键 {found}", "did you mean {expected}?", "是否应为：{expected}"
    ),
    "strange_key": Rule(
        "the key {found} is not known", "不认识的键 {found}", "the keys here are {expected}", "此处可用的键：{expected}"
    ),
    "text_as_key": Rule(
        "the text {found} reads as a key",
        "文字 {found} 被当成了键",
        "put the whole text in quotation marks: one with “: ” in it, or one that begins with {{, needs them",
        "请给整段文字加引号：含有英文冒号加空格、或以 {{ 开头的文字都要加",
    ),
    "missing_key": Rule("the key {found} is missing", "缺少键 {found}", "write {expected}", "请写：{expected}"),
    "wrong_type": Rule("found {found}", "这里是{found}", "expected {expected}", "应为{expected}"),
    "invalid_value": Rule("{found}", "{found}", "{expected}", "{expected}"),
}

_SYNTAX = {
    "file_syntax": Rule(
        "the line {found} is not understood", "看不懂这一行：{found}", "({expected})", "（{expected}）"
    ),
    "quote_unclosed": Rule(
        "the quotation mark in {found} is not closed",
        "引号没有配对：{found}",
        "close it with the same straight mark",
        "请用同样的英文引号收尾",
    ),
    "bracket_unclosed": Rule(
        "a bracket is not closed, or a comma is missing, in {found}",
        "括号没有配对，或缺少逗号：{found}",
        "close every [ and {{, and put a comma between items",
        "请让 [ 和 {{ 各自配对，各项之间用英文逗号隔开",
    ),
    "yaml_colon": Rule(
        "a colon can't stand here: {found}",
        "此处不能出现冒号：{found}",
        "check the indentation; put a text with “: ” in it in quotation marks",
        "请核对缩进；文字里有英文冒号加空格的，请给整段文字加引号",
    ),
    "yaml_tab": Rule(
        "a tab can't indent: {found}", "缩进不能用制表符（Tab）：{found}", "indent with spaces", "请改用空格缩进"
    ),
    "yaml_first_character": Rule(
        "a text can't begin with {found}",
        "文字不能以 {found} 开头",
        "put the text in quotation marks",
        "请给这段文字加引号",
    ),
    "yaml_no_colon": Rule(
        "the line {found} has no key", "这一行没有键：{found}", "write “key: value”", "请写成“键: 值”，冒号后留一个空格"
    ),
    "yaml_dash": Rule(
        "a list item can't stand here: {found}",
        "此处不能出现列表项：{found}",
        "begin the list in a new line, behind its key",
        "请在键的下一行开始列表",
    ),
    "yaml_indent": Rule(
        "the line {found} doesn't fit the lines above",
        "这一行与上文接不上：{found}",
        "check its indentation, and that no text follows a closing quotation mark",
        "请核对缩进；引号收尾之后不能再有文字",
    ),
    "yaml_brace": Rule(
        "a text that begins with a bracket needs quotation marks: {found}",
        "以括号开头的文字要加引号：{found}",
        'write "{{name}} …"',
        '请写成 "{{名称}}……"',
    ),
    "yaml_escape": Rule(
        "there is no \\{found} in a text in double quotation marks",
        "双引号里没有 \\{found} 这种写法",
        "write \\\\ for a backslash, or use single quotation marks",
        "反斜杠本身请写作 \\\\，或改用单引号",
    ),
    "yaml_block": Rule(
        "nothing can follow | or > in its line: {found}",
        "“|”“>”所在的行后面不能有文字：{found}",
        "begin the text in the next line",
        "请在下一行开始正文",
    ),
    "yaml_wide_colon": Rule(
        "the colon is full-width: {found}", "冒号是全角的：{found}", "write “key: value”", "请改用英文冒号，后面空一格"
    ),
    "yaml_wide_comma": Rule(
        "a comma is full-width: {found}",
        "逗号是全角的：{found}",
        "write “, ” between items",
        "请改用英文逗号，后面空一格",
    ),
    "yaml_comment": Rule(
        "{found} would be dropped as a comment",
        "{found} 会被当作注释丢掉",
        "put the whole text in quotation marks; a comment has a space behind its #",
        "是正文的，请给整段文字加引号；是注释的，请在 # 后空一格",
    ),
    "yaml_alias": Rule(
        "*{found} refers to nothing above",
        "*{found} 在上文没有可引用的内容",
        "a text that begins with * needs quotation marks",
        "以 * 开头的文字要加引号",
    ),
    "yaml_tag": Rule(
        "the tag {found} is not allowed",
        "不允许使用标签 {found}",
        "a text that begins with ! needs quotation marks",
        "以 ! 开头的文字要加引号",
    ),
    "yaml_key": Rule("a list or a mapping can't be a key", "列表等不能作键", "write a name", "请写一个名称"),
    "yaml_documents": Rule(
        "a second document begins here ({found})",
        "从这里开始了第二份文档（{found}）",
        "one file is one report",
        "一个文件只能是一份报告",
    ),
    "json_comma": Rule("a comma is missing before {found}", "{found} 之前缺少逗号", "put one in", "请用英文逗号隔开"),
    "json_colon": Rule(
        "a colon is missing before {found}", "{found} 之前缺少冒号", 'write "key": value', '请写成 "键": 值'
    ),
    "json_key": Rule(
        "a key in double quotation marks is missing before {found}",
        "{found} 之前缺少用英文双引号括起的键",
        'write "key": value',
        '请写成 "键": 值',
    ),
    "json_value": Rule(
        "a value is missing before {found}",
        "{found} 之前缺少值",
        "put text in double quotation marks",
        "文字要用英文双引号括起",
    ),
    "json_trailing_comma": Rule(
        "a comma stands behind the last item: {found}", "最后一项后面多了逗号：{found}", "delete it", "请删去"
    ),
    "json_rest": Rule(
        "{found} stands behind the end of the data",
        "数据结束之后还有内容：{found}",
        "one file is one report",
        "一个文件只能是一份报告",
    ),
    "json_control": Rule(
        "a line break, a tab or another control character stands in a text: {found}",
        "文字里直接写了换行、制表符等控制字符：{found}",
        "write \\n for a line break and \\t for a tab",
        "换行请写作 \\n，制表符请写作 \\t",
    ),
    "json_escape": Rule(
        "a backslash stands in {found} where it means nothing",
        "反斜杠的写法有误：{found}",
        "write \\\\ for a backslash",
        "反斜杠本身请写作 \\\\",
    ),
    "json_constant": Rule("{found} is no number", "{found} 不是数值", "write a number, or a text", "请写数值或文字"),
    "toml_line": Rule(
        "the line {found} is not “key = value”",
        "这一行不是“键 = 值”：{found}",
        "put a key that is not of letters, digits, - and _ in quotation marks",
        "含有中文的键要加引号",
    ),
    "toml_value": Rule(
        "the value in {found} is not understood",
        "看不懂这里的值：{found}",
        "put text in quotation marks; write a date as 2022-12-20",
        "文字要用英文引号括起，日期写成 2022-12-20",
    ),
    "toml_rest": Rule(
        "something stands behind the value: {found}",
        "值的后面还有内容：{found}",
        "begin a new line for the next key",
        "下一个键请另起一行",
    ),
    "toml_break": Rule(
        "a text in simple quotation marks can't hold a line break or another control character: {found}",
        "单行引号里的文字不能换行，也不能有控制字符：{found}",
        'put it in """ … """',
        '请改用 """……"""',
    ),
    "toml_twice": Rule(
        "the key or table in {found} stands above already",
        "键或表重复：{found}",
        "keep one",
        "上文已有，请保留其一",
    ),
}

_TEMPLATE = {
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
        "the .docx holds a part with the name {found}",
        ".docx 中有名为 {found} 的部件",
        "no program writes such a file; don't use it",
        "正常软件不会生成这样的文件，请勿使用",
    ),
    "package_doctype": Rule(
        "the part {found} declares entities (DOCTYPE)",
        "部件 {found} 带有实体声明（DOCTYPE）",
        "no program writes such a file; don't use it",
        "正常软件不会生成这样的文件，请勿使用",
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
    "tag_without_p": Rule(
        "the tag {found} alone in its paragraph would leave an empty one",
        "标签 {found} 独占一段会留下空段",
        "write {expected}",
        "请写成 {expected}",
    ),
    "template_language": Rule(
        "{found} is not part of the template language",
        "模板语言中没有 {found}",
        "it has {expected}",
        "可用的有：{expected}",
    ),
    "template_variable": Rule(
        "no variable is named {found}", "没有名为 {found} 的变量", "did you mean {expected}?", "是否应为：{expected}"
    ),
    "text_beside_tag": Rule(
        "the text {found} beside a paragraph tag would be lost",
        "段落标签旁的文字“{found}”会丢失",
        "give {expected} a paragraph of its own",
        "请让 {expected} 独占一段",
    ),
    "template_fill": Rule("the template can't be filled ({found})", "模板无法填写（{found}）"),
    "numbering_unknown": Rule(
        "there is no numbering {found}", "没有“{found}”这种编号方式", "use {expected}", "可用：{expected}"
    ),
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
}

_WORKBOOK = {
    "workbook_package": Rule(
        "reading or writing a workbook needs the package openpyxl",
        "读写工作簿需要安装 openpyxl",
        "install it: {expected}",
        "请安装：{expected}",
    ),
    "workbook_unreadable": Rule(
        "the workbook can't be read: {found}",
        "工作簿无法读取：{found}",
        "save it from Excel or WPS as {expected}",
        "请在 Excel 或 WPS 中另存为 {expected}",
    ),
    "workbook_sheet": Rule(
        "the workbook has no sheet {found}",
        "工作簿中没有工作表“{found}”",
        "it has {expected}",
        "现有工作表：{expected}",
    ),
    "workbook_column": Rule(
        "the first row has no column {found}", "首行中没有“{found}”列", "it has {expected}", "首行各列为：{expected}"
    ),
    "workbook_merged": Rule(
        "the cells {found} are merged", "{found} 是合并单元格", "split them: one value a cell", "请取消合并，一格一个值"
    ),
    "workbook_formula": Rule(
        "the formula {found} has no stored value",
        "公式 {found} 没有保存计算结果",
        "open the workbook in Excel or WPS and save it",
        "请用 Excel 或 WPS 打开工作簿并保存一次",
    ),
    "workbook_number": Rule(
        "{found} stands where a number belongs",
        "{found} 处应为数值",
        "put the number into the cell and its unit into the unit column",
        "请只填数字，单位写在单位列",
    ),
    "workbook_name": Rule(
        "{found} can't be the name of a figure",
        "{found} 不能用作数据名称",
        "use letters or Chinese characters, no spaces or brackets, e.g. {expected}",
        "只用汉字、字母、数字，不用空格和括号，例如 {expected}",
    ),
    "figure_declared_twice": Rule(
        "the figure {found} is declared twice", "数据 {found} 重复", "first at {expected}", "先见于 {expected}"
    ),
}

_OUTPUT = {
    "output_directory": Rule(
        "the output is a folder", "输出位置是一个文件夹", "name a file, say {expected}", "请写文件名，例如 {expected}"
    ),
    "output_folder_missing": Rule(
        "the folder {found} does not exist", "文件夹 {found} 不存在", "make it first", "请先建立它"
    ),
    "output_failed": Rule("the file can't be written ({found})", "文件无法写入（{found}）"),
    "output_kind": Rule(
        "{found} is no name of a .docx", "{found} 不是 .docx 文件", "write {expected}", "请写 {expected}"
    ),
    "system_refused": Rule("the system refused ({found})", "系统拒绝了操作（{found}）"),
    "output_is_input": Rule(
        "the output is the data file or the template itself",
        "输出文件就是数据文件或模板本身",
        "choose another name",
        "请换一个文件名",
    ),
}

_USAGE = {
    "usage_command": Rule("there is no command {found}", "没有命令 {found}", "use {expected}", "可用：{expected}"),
    "usage_option": Rule("there is no option {found}", "没有选项 {found}", "use {expected}", "可用：{expected}"),
    "usage_missing": Rule("{found} is missing", "缺少{found}", "“{expected} -h” shows how", "用法见 {expected} -h"),
    "usage_value": Rule("{found} can't take this value", "{found} 的值有误", "use {expected}", "可用：{expected}"),
    "usage_value_missing": Rule("{found} needs a value", "{found} 后面缺少值", "write one behind it", "请补写"),
    "usage_flag": Rule("{found} takes no value", "{found} 后面不写值", "delete the value", "请删去"),
    "usage_extra": Rule(
        "there is one argument too many ({found})",
        "多出了参数 {found}",
        "put a path with spaces in it in quotation marks",
        "含有空格的路径要加引号",
    ),
    "usage_other": Rule("the command line is not understood ({found})", "看不懂这条命令（{found}）"),
}

_NUMERALS = {
    "numeral_range": Rule(
        "{found} has no Chinese numeral here", "{found} 写不成汉字数字", "give {expected}", "请给出{expected}"
    ),
    "numeral_unreadable": Rule(
        "{found} is not a Chinese numeral", "“{found}”不是汉字数字", "write one like {expected}", "请写成：{expected}"
    ),
}

RULES: dict[str, Rule] = {
    **_TEXT,
    **_REPORT,
    **_CONSISTENCY,
    **_FIGURES,
    **_DATA_FILE,
    **_SYNTAX,
    **_TEMPLATE,
    **_WORKBOOK,
    **_OUTPUT,
    **_USAGE,
    **_NUMERALS,
}


TERMS: dict[str, tuple[str, str]] = {
    "@placeholder": ("{name}, {name:style}", "{名称}、{名称:写法}"),
    "@text": ("text (numbers and dates in quotation marks)", "文字（数字、日期要加引号）"),
    "@list": ("a list", "列表"),
    "@mapping": ("keys with values", "“键: 值”形式的内容"),
    "@integer": ("a whole number", "整数"),
    "@organization": ("a mapping like {name: 人民街道}", "“键: 值”形式的内容，例如 {name: 人民街道}"),
    "@figures": ("names with figures, like shops: 600余家", "“名称: 数据”形式的内容，例如 网点数: 600余家"),
    "@year": ("a year in four digits, like 2022", "四位数的年份，例如 2022"),
    "@number": ("a number like 9.75", "数值，例如 9.75"),
    "@date": ("a date like 2022-12-20", "日期，例如 2022-12-20"),
    "@period": ("a period like 2022年上半年", "时段，例如 2022年上半年"),
    "@boolean": ("true or false", "true 或 false"),
    "@body": ("text, or a list of texts and points", "文字，或由文字和要点组成的列表"),
    "@body_item": ("text or a point (heading, lead, body …)", "文字或要点（heading、lead、body 等）"),
    "@chapter": ("a chapter (heading, body …)", "一章（heading、body 等）"),
    "@figure": ("a figure like 9.75亿元", "数据，例如 9.75亿元"),
    "@empty": ("nothing", "空值"),
    "@other": ("another value", "其他内容"),
    "@heading_or_points": ("a heading, points or several paragraphs", "标题、下级要点或多个段落"),
    "@inline_point": ("a lead and one text", "一个引题和一段文字"),
    "@gbk": ("GBK (“ANSI” in Windows Notepad)", "GBK（记事本里的“ANSI”）"),
    "@utf16": ("UTF-16 (“Unicode” in Windows Notepad)", "UTF-16（记事本里的“Unicode”）"),
    "@zip": ("a Word document or another zip archive", "Word 文档或其他压缩文件"),
    "@ole": ("a document of Word 97–2003 or WPS", "Word 97–2003 或 WPS 文档"),
    "@pdf": ("a PDF", "PDF 文件"),
    "@nothing": ("empty", "空文件"),
    "@other_file": ("a file of another kind", "其他类型的文件"),
    "@damaged_zip": ("it can't be unpacked", "无法解压"),
    "@no_main_part": ("it holds no document", "其中没有正文"),
    "@other_zip": ("a zip archive of another kind", "其他压缩文件"),
    "@workbook": ("a workbook (Excel)", "Excel 工作簿"),
    "@slides": ("a presentation (PowerPoint)", "PowerPoint 演示文稿"),
    "@word_template": ("a Word template (.dotx)", "Word 模板（.dotx）"),
    "@word_macros": ("a Word document with macros (.docm)", "带宏的 Word 文档（.docm）"),
    "@word_strict": ("a “Strict Open XML” document", "“Strict Open XML”文档"),
    "@opendocument": ("an OpenDocument text (.odt)", "OpenDocument 文本（.odt）"),
    "@old_word": ("a document of Word 97–2003 or WPS (.doc, .wps)", "Word 97–2003 或 WPS 文档（.doc、.wps）"),
    "@binary": ("no text at all", "非文本文件"),
    # What the system says where a file can't be read or written (POSIX; Windows speaks the user's language)
    "Permission denied": ("permission denied", "没有权限"),
    "Operation not permitted": ("operation not permitted", "系统不允许"),
    "Read-only file system": ("read-only file system", "磁盘是只读的"),
    "No space left on device": ("no space left on the disk", "磁盘已满"),
    "Disk quota exceeded": ("disk quota exceeded", "磁盘配额已满"),
    "No such file or directory": ("no such file or folder", "没有这个文件或文件夹"),
    "Is a directory": ("it is a folder", "它是一个文件夹"),
    "Not a directory": ("it is no folder", "它不是文件夹"),
    "Broken pipe": ("nobody reads the output", "没有程序接收输出"),
    "File name too long": ("the file name is too long", "文件名太长"),
    "Too many open files": ("too many open files", "打开的文件太多"),
    "Input/output error": ("input/output error", "磁盘读写出错"),
}
"""Words of findings that differ by language: the token in the field → (English, Chinese)."""

_ENUMERATION = re.compile(r"(?<=\S)、(?=\S)")
_EDGE = re.compile("(?<=[\u4e00-\u9fff])\0(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\0(?=[\u4e00-\u9fff])")
_INVISIBLE = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp", "Zs")


COLUMNS: dict[str, tuple[str, str]] = {
    "name": ("name", "名称"),
    "printed": ("as printed", "文中写法"),
    "value": ("value", "数值"),
    "unit": ("unit", "单位"),
    "places": ("places", "所在位置"),
}
"""Headings of the figure index: key → (English, Chinese)."""


def compose(rule: str, language: Language, *, place: str, line: int | None, found: str, expected: str) -> str:
    """One sentence about one case of a rule.

    >>> compose("unknown_figure", "en", place="plans", line=None, found="shop", expected="shops")
    'plans: no figure is named shop; did you mean shops?'
    """
    row = RULES[rule]
    statement, remedy = (row.zh, row.zh_remedy) if language == "zh" else (row.en, row.en_remedy)
    words = {"found": _word(found, language), "expected": _listed(expected, language)}
    sentence = _place(visible(place), line, language) + _filled(statement, words)
    if not remedy or ("{expected}" in remedy and not expected):
        return sentence
    return sentence + ("；" if language == "zh" else "; ") + _filled(remedy, words)


def _filled(template: str, words: dict[str, str]) -> str:
    """The template with its fields filled; between Chinese characters and Latin letters or digits stands a space."""
    edged = template.format(**{field: f"\0{word}\0" for field, word in words.items()})
    return _EDGE.sub(" ", edged).replace("\0", "")


def visible(text: str) -> str:
    r"""A text in one line, in which no character is hidden or moves others: such characters are spelled out.

    >>> visible("街道\x1b[31m\n")
    '街道\\x1b[31m\\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in _INVISIBLE and c != " " else c for c in text)


def _word(value: str, language: Language) -> str:
    """The value itself, or the word that its token stands for."""
    return TERMS[value][language == "zh"] if value in TERMS else visible(value)


def _listed(value: str, language: Language) -> str:
    """What would be right: findings list names with the Chinese enumeration comma, quoted text keeps its own."""
    word = _word(value, language)
    return _ENUMERATION.sub(", ", word) if language == "en" and "“" not in word else word


def _place(place: str, line: int | None, language: Language) -> str:
    """The part before the sentence: line and key path, as far as there are any."""
    at = "" if line is None else (f"第 {line} 行" if language == "zh" else f"line {line}")
    parts = [part for part in (at, place) if part]
    if not parts:
        return ""
    return ("，".join(parts) + "：") if language == "zh" else (", ".join(parts) + ": ")
