"""Every sentence that the library says to people, in Chinese and English, one row a rule.

A row's sentence has two halves: what is wrong, with `{found}` in it, and the remedy, with `{expected}`
in it. The remedy is left out where a finding brings nothing for its `{expected}`.
"""

from __future__ import annotations

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
    "title_promises_plans": Rule(
        "the title {found} speaks of plans, and the report has none",
        "标题“{found}”提到工作打算，报告中却没有",
        "add plans, or give the title: {expected}",
        "请补写 plans，或写明标题：{expected}",
        severity="warning",
    ),
    "blank_name": Rule(
        "the name is blank", "名称是空的", "write the full name", "请写全称"
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
        "{found} is not one number with a unit", "“{found}”不是带单位的单个数值", "give one like {expected}", "请写成：{expected}"
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
    "hedge_unknown": Rule("{found} is not a hedge that is known", "不认识概数词“{found}”", "use {expected}", "可用：{expected}"),
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
    "step_not_positive": Rule("a step of {found} rounds to nothing", "取整单位不能是 {found}", "name one like {expected}", "例如 {expected}"),
    "step_missing": Rule(
        "hedge={found} needs a step to round to", "hedge={found} 需要取整单位 step", "add one, say step={expected}", "例如 step={expected}"
    ),
    "numerals_whole": Rule(
        "{found} can't be written in Chinese numerals",
        "“{found}”不能写成汉字数字",
        "only whole numbers can, from {expected}",
        "只有整数才能这样写，从 {expected} 起",
    ),
    "ordinal_range": Rule(
        "{found} is no place in an order", "{found} 不能作序数", "count in whole numbers from {expected}", "序数是从 {expected} 起的整数"
    ),
    "times_negative": Rule(
        "{found}: nothing falls by 倍", "“{found}”：下降不能用倍数", "tell a fall as a rate, like {expected}", "下降请用百分比，例如 {expected}",
        clause="GB/T 15835",
    ),
    "stated_only": Rule(
        "{found} belongs to a figure whose scale and places are stated", "只有写明数量级和小数位的数据才能设 {found}"
    ),
    "span_units": Rule(
        "the ends of {found} have different units", "“{found}”两端的单位不同", "write both in {expected}", "请都用“{expected}”"
    ),
    "span_order": Rule(
        "the range {found} runs backwards", "“{found}”前大后小", "write {expected}", "请写成：{expected}"
    ),
    "span_hedged": Rule(
        "the range {found} is hedged", "“{found}”是范围，不再加概数词", "write {expected}", "请写成：{expected}",
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
    "file_unreadable": Rule("the file can't be read: {found}", "文件无法读取：{found}"),
    "file_kind": Rule(
        "the ending {found} is not one of a report", "不认识的文件类型 {found}", "use {expected}", "请用 {expected}"
    ),
    "file_empty": Rule("the file is empty", "文件是空的", "it needs at least {expected}", "至少要有 {expected}"),
    "file_encoding": Rule(
        "the file is not UTF-8: {found}", "文件不是 UTF-8 编码：{found}", "save it as {expected}", "请另存为 {expected}"
    ),
    "file_syntax": Rule("{found}", "格式有误：{found}", "{expected}", "{expected}"),
    "file_not_mapping": Rule(
        "the file holds {found}", "文件内容是{found}", "a report is {expected}", "报告应当是{expected}"
    ),
    "file_too_deep": Rule(
        "the data is nested more than {found} levels deep",
        "数据嵌套超过 {found} 层",
        "a report needs no more than {expected}",
        "报告用不到 {expected} 层以上",
    ),
    "file_too_large": Rule(
        "the data holds more than {found} values", "数据超过 {found} 项", "{expected}", "{expected}"
    ),
    "duplicate_key": Rule(
        "the key {found} stands twice", "键 {found} 重复", "first in line {expected}", "先见于第 {expected} 行"
    ),
    "unknown_key": Rule("the key {found} is not known", "不认识的键 {found}", "{expected}", "{expected}"),
    "missing_key": Rule("the key {found} is missing", "缺少键 {found}", "{expected}", "{expected}"),
    "wrong_type": Rule("found {found}", "这里是 {found}", "expected {expected}", "应为{expected}"),
    "invalid_value": Rule("{found}", "{found}", "{expected}", "{expected}"),
}

_TEMPLATE = {
    "template_unknown": Rule(
        "there is no template named {found}",
        "没有名为“{found}”的模板",
        "the library has {expected}; a template of your own is the path of a .docx",
        "现有模板：{expected}；自己的模板请写 .docx 文件的路径",
    ),
    "not_a_docx": Rule(
        "the file is no .docx: {found}",
        "不是 .docx 文件：{found}",
        "save it from Word as {expected}",
        "请在 Word 中另存为 {expected}",
    ),
    "package_limit": Rule(
        "the file is refused: {found}", "文件被拒绝：{found}", "the limit is {expected}", "上限为 {expected}"
    ),
    "template_syntax": Rule(
        "the tag {found} is not understood", "看不懂标签 {found}", "{expected}", "{expected}"
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
    "template_fill": Rule("the template can't be filled: {found}", "模板无法填写：{found}", "{expected}", "{expected}"),
    "text_lost": Rule(
        "the text {found} of the report is not in the filled document",
        "报告中的“{found}”没有出现在生成的文档里",
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

_OUTPUT = {
    "output_directory": Rule(
        "the output is a folder", "输出位置是一个文件夹", "name a file, say {expected}", "请写文件名，例如 {expected}"
    ),
    "output_folder_missing": Rule(
        "the folder {found} does not exist", "文件夹 {found} 不存在", "make it first", "请先建立它"
    ),
    "output_failed": Rule(
        "the file can't be written: {found}", "文件无法写入：{found}", "{expected}", "{expected}"
    ),
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
    **_FIGURES,
    **_DATA_FILE,
    **_TEMPLATE,
    **_OUTPUT,
    **_NUMERALS,
}


TERMS: dict[str, tuple[str, str]] = {
    "@text": ("text", "文字"),
    "@list": ("a list", "列表"),
    "@mapping": ("keys with values", "“键: 值”形式的内容"),
    "@number": ("a number like 312", "数值，例如 312"),
    "@integer": ("a whole number", "整数"),
    "@date": ("a date like 2022-12-20", "日期，例如 2022-12-20"),
    "@boolean": ("true or false", "true 或 false"),
    "@body": ("text, or a list of texts and points", "文字，或由文字和要点组成的列表"),
    "@body_item": ("text or a point (heading, lead, body …)", "文字或要点（heading、lead、body 等）"),
    "@chapter": ("a chapter (heading, body …)", "一章（heading、body 等）"),
    "@figure": ("a figure like 9.75亿元", "数据，例如 9.75亿元"),
    "@empty": ("nothing", "空值"),
    "@heading_or_points": ("a heading, points or several paragraphs", "标题、下级要点或多个段落"),
    "@inline_point": ("a lead and one text", "一个引题和一段文字"),
}
"""Words of findings that differ by language: the token in the field → (English, Chinese)."""


def compose(rule: str, language: Language, *, place: str, line: int | None, found: str, expected: str) -> str:
    """One sentence about one case of a rule.

    >>> compose("unknown_figure", "en", place="plans", line=None, found="shop", expected="shops")
    'plans: no figure is named shop; did you mean shops?'
    """
    row = RULES[rule]
    statement, remedy = (row.zh, row.zh_remedy) if language == "zh" else (row.en, row.en_remedy)
    sentence = _place(place, line, language) + statement.format(found=_word(found, language))
    if not remedy or ("{expected}" in remedy and not expected):
        return sentence
    return sentence + ("；" if language == "zh" else "; ") + remedy.format(expected=_word(expected, language))


def _word(value: str, language: Language) -> str:
    """The value itself, or the word that its token stands for."""
    if value in TERMS:
        return TERMS[value][language == "zh"]
    return value


def _place(place: str, line: int | None, language: Language) -> str:
    """The part before the sentence: line and key path, as far as there are any."""
    at = "" if line is None else (f"第 {line} 行" if language == "zh" else f"line {line}")
    parts = [part for part in (at, place) if part]
    if not parts:
        return ""
    return ("，".join(parts) + "：") if language == "zh" else (", ".join(parts) + ": ")
