"""Messages about lines of YAML, JSON and TOML that can't be read."""

from __future__ import annotations

from renmin_docs.messages.composing import DELETE, Rule

_JSON_KEY = ('write "key": value', '请写成 "键": 值')
_KEY_VALUE = ("write “key: value”", "请写成“键: 值”，冒号后留一个空格")
_ONE_REPORT = ("one file is one report", "一个文件只能是一份报告")

SYNTAX: dict[str, Rule] = {
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
        "close every [ and {{, put a comma between items, and quotation marks around a text with brackets",
        "请让 [ 和 {{ 各自配对，各项之间用英文逗号隔开；文字里有括号的，整段加英文引号",
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
    "yaml_no_colon": Rule("the line {found} has no key", "这一行没有键：{found}", *_KEY_VALUE),
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
    "yaml_no_blank": Rule("no space follows the colon: {found}", "冒号后面没有空格：{found}", *_KEY_VALUE),
    "yaml_wide_blank": Rule(
        "a full-width, non-breaking or hidden space indents: {found}",
        "缩进用了全角空格、不间断空格等：{found}",
        "indent with ordinary spaces",
        "请改用半角空格缩进",
    ),
    "yaml_list_sign": Rule(
        "the list item does not begin with “- ”: {found}",
        "列表项的开头写得不对：{found}",
        "write a hyphen and a space; put a text that begins so in quotation marks",
        "请写成“- ”，即半角减号加一个空格；文字本来就这样开头的，请加引号",
    ),
    "yaml_item_folded": Rule(
        "the list item {found} reads as part of the text above",
        "这一项会接在上一行的文字后面：{found}",
        "begin all items of a list in the same column, with “- ”",
        "同一列表的各项请上下对齐，都以“- ”开头",
    ),
    "yaml_key_folded": Rule(
        "the key in {found} reads as part of the text above",
        "这一行的键会接在上一行的文字后面：{found}",
        "write “key: value”, in the column of the keys beside it",
        "请写成“键: 值”，与同级的键上下对齐",
    ),
    "yaml_line_folded": Rule(
        "the line {found} reads as part of the paragraph above",
        "这一行会接在上一段的后面：{found}",
        "make a list of the paragraphs, each with “- ”, or write one paragraph in one line",
        "几段文字请写成列表，每段以“- ”开头；一段文字请写在一行里",
    ),
    "yaml_quote_swallows": Rule(
        "the quotation mark in {found} is closed in line {expected} only, and what stands between is text",
        "引号到第 {expected} 行才配对，中间各行都成了文字：{found}",
        "close it in its own line",
        "请在本行用同样的英文引号收尾",
    ),
    "yaml_block_swallows": Rule(
        "the line {found} reads as text of the | or > above",
        "这一行被当成了上面“|”“>”的文字：{found}",
        "begin a key in the column of the keys beside it; write a text that looks so in quotation marks",
        "键请与同级的键上下对齐；文字本来就这样写的，请改用引号",
    ),
    "yaml_block_empty": Rule(
        "no text follows | or >: {found}",
        "“|”“>”下面没有文字：{found}",
        "indent the text below; put a text that begins so in quotation marks",
        "请把下面的文字缩进；文字本来就这样开头的，请加引号",
    ),
    "yaml_anchor": Rule(
        "&{found} would be dropped",
        "&{found} 会被丢掉",
        "put a text that begins with & in quotation marks; delete a name that no *{found} refers to",
        "以 & 开头的文字要加引号；没有被 *{found} 引用的名称请删去",
    ),
    "yaml_number": Rule(
        "the number {found} would not be printed as it is written",
        "数 {found} 印出来会变样",
        "write {expected}",
        "请加引号：{expected}",
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
        "a second document begins here ({found})", "从这里开始了第二份文档（{found}）", *_ONE_REPORT
    ),
    "json_comma": Rule("a comma is missing before {found}", "{found} 之前缺少逗号", "put one in", "请用英文逗号隔开"),
    "json_colon": Rule("a colon is missing before {found}", "{found} 之前缺少冒号", *_JSON_KEY),
    "json_key": Rule(
        "a key in double quotation marks is missing before {found}", "{found} 之前缺少用英文双引号括起的键", *_JSON_KEY
    ),
    "json_value": Rule(
        "a value is missing before {found}",
        "{found} 之前缺少值",
        "put text in double quotation marks",
        "文字要用英文双引号括起",
    ),
    "json_trailing_comma": Rule(
        "a comma stands behind the last item: {found}", "最后一项后面多了逗号：{found}", *DELETE
    ),
    "json_rest": Rule("{found} stands behind the end of the data", "数据结束之后还有内容：{found}", *_ONE_REPORT),
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
        "there is something behind the value: {found}",
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
