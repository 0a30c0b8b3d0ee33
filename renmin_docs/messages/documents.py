"""Messages about a Word document that is read as a report."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, notice, warning


def _missing(en: str, zh: str) -> Rule:
    return Rule(
        "a {found} file goes through LibreOffice here, which is not installed",
        "处理这个 {found} 文件需要 LibreOffice，本机未安装",
        f"{en}; or open the file in Word or WPS and save it as {{expected}}",
        f"{zh}；也可用 Word、WPS 打开后另存为 {{expected}}",
    )


_AS_PNG = ("save it as a .png and name it in the data file", "请另存为 .png，并写入数据文件")

DOCUMENTS: dict[str, Rule] = {
    # the file
    "document_limit": Rule(
        "the document is larger than any report: {found}",
        "文档比任何报告都大：{found}",
        "the limit is {expected}; keep the report alone and take large pictures out",
        "上限为 {expected}，请只保留报告正文，去掉过大的图片",
    ),
    "document_large": Rule(
        "the document is larger than any report: it is made of {found} pieces",
        "文档比任何报告都大，由 {found} 个部分组成",
        "up to {expected} are read; keep the report alone, or save its text as a .txt file",
        "最多读取 {expected} 个，请只保留报告正文，或另存为 .txt 文件",
    ),
    "office_missing": _missing(
        "on Debian and Ubuntu: sudo apt install libreoffice-writer",
        "Debian、Ubuntu 请运行 sudo apt install libreoffice-writer",
    ),
    "office_missing_macos": _missing("run: brew install --cask libreoffice", "请运行 brew install --cask libreoffice"),
    "office_missing_windows": _missing(
        "run: winget install TheDocumentFoundation.LibreOffice",
        "请运行 winget install TheDocumentFoundation.LibreOffice",
    ),
    "office_failed": Rule(
        "LibreOffice made nothing of this {found} file",
        "LibreOffice 无法转换这个 {found} 文件",
        "open it in Word or WPS and save it as {expected}",
        "请用 Word 或 WPS 打开，另存为 {expected}",
    ),
    "office_slow": Rule(
        "LibreOffice did not finish in {found} seconds",
        "LibreOffice 在 {found} 秒内没有完成转换",
        "open the file in Word or WPS and save it as {expected}",
        "请用 Word 或 WPS 打开，另存为 {expected}",
    ),
    # what is in it
    "document_chunk": warning(
        "the document brings in another file, whose text can't be read",
        "文档中嵌入了另一个文件，其中的文字无法读取",
        "open it in Word and save it anew",
        "请用 Word 打开后重新保存",
    ),
    "document_changes": notice(
        "the document has tracked changes that are not accepted; it was read as if they were",
        "文档中有尚未接受的修订，已按全部接受读取",
    ),
    "document_hidden": warning(
        "hidden text was left out: {found}",
        "隐藏文字未读入：{found}",
        "write it into the report if it is meant to be read",
        "如需公开请写入正文",
    ),
    "document_deleted": notice(
        "text that a reviewer has deleted was left out: {found}", "修订中删去的文字未读入：{found}"
    ),
    "document_deleted_cells": warning(
        "rows or cells that a reviewer has deleted were left out: {found}",
        "修订中删去的表格行或单元格未读入：{found}",
    ),
    "document_struck": warning(
        "text that is struck out was left out: {found}",
        "带删除线的文字未读入：{found}",
        "take the line away if the text is to stay",
        "如需保留请去掉删除线",
    ),
    "document_raised": warning(
        "a superscript or subscript was read as plain text: {found}",
        "上标或下标已按普通文字读入：{found}",
        "check that it still says the same",
        "请核对是否走样",
    ),
    "document_comment": warning(
        "a comment was left out: {found}",
        "批注未读入：{found}",
        "it is on the paragraph {expected}",
        "所在段落为{expected}",
    ),
    "document_header": warning("the header of the pages was left out: {found}", "页眉未读入：{found}"),
    "document_footer": warning("the footer of the pages was left out: {found}", "页脚未读入：{found}"),
    "document_placeholder": warning(
        "a field that is not filled in was left out: {found}",
        "未填写的内容控件未读入：{found}",
        "fill it in",
        "请补填",
    ),
    "document_pronunciation": notice(
        "the pronunciation above characters was left out: {found}", "字上的注音未读入：{found}"
    ),
    "document_formula": warning(
        "a formula was read as one line of text: {found}",
        "公式已按一行文字读入：{found}",
        "check it: fractions, superscripts and subscripts lose their form",
        "分数、上下标等会走样，请核对",
    ),
    "document_field": warning(
        "what Word draws for the field {found} can't be read",
        "域 {found} 显示的内容无法读取",
        "write it into the text",
        "请在正文中补写",
    ),
    "document_drawing": warning(
        "a chart or diagram can't be read and was left out: {found}",
        "图表或图示无法读取，未读入：{found}",
        "keep it as a picture, or write its text",
        "请另存为图片，或补写其中的文字",
    ),
    "document_contents": notice(
        "there is a contents page, which is made anew (`contents`)", "有目录页，打印时按标题重新生成（`contents`）"
    ),
    "document_cover": warning("the cover was left out: {found}", "封面未读入：{found}"),
    "document_contents_stale": warning(
        "the table of contents names what no heading says: {found}",
        "目录中有正文没有的标题：{found}",
        "see whether it is missing in the text",
        "请核对正文是否有遗漏",
    ),
    "number_doubled": notice(
        "Word's own number {found} stands before the typed {expected}, which was taken",
        "自动编号“{found}”之后又有手工序号“{expected}”，已取后者",
    ),
    "table_heads_joined": notice("the rows of the table's head were made one: {found}", "表头 {found} 行已合并为一行"),
    "document_footnote": notice("a footnote was put into the text: {found}", "脚注已并入正文：{found}"),
    "document_form": warning(
        "part of the form in which the text stands was left out: {found}", "正文所在表格的其他内容未读入：{found}"
    ),
    "item_as_text": warning(
        "a table or picture outside the chapters was kept as text",
        "章节以外的表格或图片已按文字保留",
        "move it into a chapter if you need it as a table",
        "需要表格时请移到某一章内",
    ),
    "picture_saved": notice("a picture is kept as {found}", "图片存为 {found}"),
    "picture_left": warning(
        "the picture {found} is no PNG or JPEG and was left out", "图片 {found} 不是 PNG 或 JPEG，未读入", *_AS_PNG
    ),
    "picture_linked": warning(
        "the picture {found} is linked from elsewhere, is not in the document and was left out",
        "图片 {found} 只是链接，不在文档里，未读入",
        *_AS_PNG,
    ),
    "picture_hidden": warning("a hidden picture was left out: {found}", "隐藏的图片未读入：{found}"),
    "picture_within": warning(
        "the picture {found} stands within a table or text box and was left out",
        "图片 {found} 在表格或文本框内，未读入",
        "put it into a paragraph of its own",
        "需要时请移到单独的段落",
    ),
    "seals_left": warning(
        "{found} pictures lie upon the signature, which has {expected} organs; they were left out",
        "落款上有 {found} 个印章图片，署名机关有 {expected} 个，图片未采用",
        "give one for each organ under `signature`.`seal`",
        "请在 `signature`.`seal` 中每个署名机关写一个",
    ),
    "head_kept": warning(
        "the head above the title is not whole and was kept as paragraphs",
        "标题上方的版头不完整，已作为段落保留",
        "write it under header in the data file",
        "请在数据文件的 header 中填写",
    ),
    "line_kept": warning(
        "this line was not understood and is kept as a paragraph: {found}", "此行未能识别，已作为段落保留：{found}"
    ),
    "organs_unknown": warning(
        "{found} signatories sign by stamp, and the page names no organ of theirs; each reads as {expected}",
        "共 {found} 位签发人加盖签名章，版面上没有各自机关的名称，暂记为“{expected}”",
    ),
}
