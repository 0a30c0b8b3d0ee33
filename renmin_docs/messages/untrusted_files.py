"""Messages about templates and documents from elsewhere: external references, size, their structure."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, warning

_AT_MOST = ("a template has {expected} at most", "模板最多 {expected} 个")
_DAMAGED = ("Word calls such a document damaged", "Word 会认为文档已损坏")
_DELETE_IN_WORD = ("delete it in Word and save anew: {expected}", "请在 Word 中删去后重新保存：{expected}")
_UNLINK = ("put its result in its place (Ctrl+Shift+F9): {expected}", "请用域的结果代替它（Ctrl+Shift+F9）：{expected}")

STRANGERS: dict[str, Rule] = {
    "reaches_outside": Rule(
        "the file contains {found}, which is fetched or run when somebody opens the document",
        "文件带有{found}，打开文档时会被读取或运行",
        *_DELETE_IN_WORD,
    ),
    "template_attached": Rule(
        "the file is attached to {found}, which Word fetches when somebody opens the document",
        "文件附加了{found}，打开文档时 Word 会去读取",
        "attach Normal.dotm instead (Developer, Document Template): {expected}",
        "请改为附加 Normal.dotm（开发工具、文档模板）：{expected}",
    ),
    "field_reaches": Rule(
        "a field {found} reads other files or runs something when somebody opens the document",
        "域 {found} 会在打开文档时读取其他文件或运行程序",
        *_UNLINK,
    ),
    "field_unknown": Rule(
        "the field {found} is of an unknown kind, and may read other files or run something",
        "域 {found} 的类型不明，可能会读取其他文件或运行程序",
        *_UNLINK,
    ),
    "relationship_unknown": Rule(
        "the file contains something of an unknown kind ({found})",
        "文件带有类型不明的内容（{found}）",
        *_DELETE_IN_WORD,
    ),
    "tag_outside_text": Rule(
        "the tag in {found} stands where no text is printed",
        "{found} 中的标签不在正文文字里",
        "tags belong into the text, not into alternative texts, field codes, equations or settings",
        "标签只能写在文字里，不能写在替代文字、域代码、公式或设置里",
    ),
    "tag_deleted": Rule(
        "the tag in {found} stands in text that is marked as deleted",
        "{found} 中的标签在标记为删除的文字里",
        "accept or reject the changes in Word (Review) and save anew",
        "请在 Word 的“审阅”中接受或拒绝修订后重新保存",
    ),
    "tag_pair_torn": Rule(
        "the tag {found} stands in another cell or box than the tag it belongs to",
        "标签 {found} 与它配对的标签不在同一个单元格或框里",
        "put it where {expected} stands",
        "请把它放到与 {expected} 相同的地方",
    ),
    "template_large": Rule(
        "the text with tags has {found} kB",
        "带标签的内容有 {found} kB",
        "a template has {expected} at most",
        "模板最多 {expected} kB",
    ),
    "template_elements": Rule("the text with tags has {found} elements", "带标签的内容有 {found} 个元素", *_AT_MOST),
    "template_tags": Rule("the template has {found} tags", "模板有 {found} 个标签", *_AT_MOST),
    "filled_large": Rule(
        "filled with this report the template gives more than {expected} MB",
        "用这份报告填写后，文档将超过 {expected} MB",
        "its loops repeat more than the text of the report",
        "模板的循环重复了报告以外的大量内容",
    ),
    "page_measure": Rule(
        "{found} is no measure of a page",
        "{found} 不是页面的尺寸",
        "set paper and margins anew in Word (Layout)",
        "请在 Word 的“布局”中重新设置纸张和页边距",
    ),
    # faults of structure
    "cell_end": Rule("a table's cell does not end in a paragraph", "表格单元格的末尾没有段落", *_DAMAGED),
    "row_empty": Rule("a table's row has no cells", "表格的一行没有单元格", *_DAMAGED),
    "style_undefined": warning(
        "no style has the id {found}",
        "没有标识为 {found} 的样式",
        "Word takes the style of body text instead",
        "Word 会改用正文样式",
    ),
    "list_undefined": Rule(
        "no list has the number {found}",
        "没有编号为 {found} 的列表",
        "Word prints no number there",
        "Word 不会印出编号",
    ),
    "field_open": Rule(
        "a field begins and does not end, or ends and has not begun",
        "域有头无尾，或有尾无头",
        "Word shows the rest of the document as its code",
        "Word 会把后面的内容当作域代码",
    ),
}
