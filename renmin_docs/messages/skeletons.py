"""The comments that guide a clerk through the files that `renmin-docs new` writes: name → (English, Chinese)."""

from __future__ import annotations

COMMENTS: dict[str, tuple[str, str]] = {
    "schema": (
        "By the line above, editors like VS Code (with its YAML extension) complete keys and mark slips.",
        "编辑器（如 VS Code，装 YAML 扩展）照上一行提示键名、标出写错的地方。",
    ),
    "profile": (
        "What all reports of this office have in common. A key that a report has itself goes before the one here.",
        "本单位各年报告共用的设置。报告里另外写了的，以报告为准。",
    ),
    "profile_use": (
        "Lines that begin with # are comments; take the # away where you want a setting.",
        "以 # 开头的行是说明；要用哪一项，就去掉那一行开头的 # 和空格。",
    ),
    "issuer": ("how the office signs, where that differs from this", "署名用的全称，与此不同时才写"),
    "title": (
        "{name}, {period} and {next_period} are filled in by the program.",
        "{name}、{period}、{next_period} 由程序换成单位名称、本期和下期。",
    ),
    "headings": ("Headings of the three chapters.", "三章的标题。"),
    "marks": ("The marks of headings, level by level.", "各级标题的序号。"),
    "numbering": ("or %native%: Word renumbers by itself", "或 %native%：由 Word 自动编号"),
    "template": ("a template of your own, beside this file", "自己的模板，与本文件放在一起"),
    "page": ("Grid, fonts and place of the page number.", "版式、字体、页码的位置。"),
    "official": (
        "For reports sent as official documents (公文): addressee, seal, imprint.",
        "作为公文上报时用：主送机关、印章、版记。",
    ),
    "report": (
        "A skeleton that renders as it stands: put your own figures and sentences in the place of these.",
        "这份文件现在就能生成文档。请把示例的数字和文字换成自己的。",
    ),
    "report_use": (
        "Lines that begin with # are comments and may be deleted. One paragraph is one line, however long.",
        "以 # 开头的行是说明，都可以删去。一段文字写在一行里，再长也不要折行。",
    ),
    "render": ("Then run: %command%", "改好后运行：%command%"),
    "keep_profile": ("what all your reports have in common stands there", "各年共用的设置写在那里"),
    "issue_date": ("the date under the signature; without it the report is not signed", "成文日期，删去这一行就不署名"),
    "figures": (
        "Each figure has a name and is written once, with its unit; the text mentions it as {name}.",
        "每个数据起一个名称，连单位写一次；文中用 {名称} 引用，处处一致。",
    ),
    "figures_unused": (
        "A figure that no text mentions is warned of: delete what you don't need.",
        "没有引用的数据会有警告：用不着的请删去。",
    ),
    "growth": ("{投入资金:同比} prints the growth, computed", "写 {投入资金:同比}，增幅由程序算出"),
    "parts": ("{维修改造:其中} prints total and parts; they must add up", "写 {维修改造:其中}，分项之和必须等于总数"),
    "introduction": ("The paragraph before the first chapter; may be deleted.", "第一章之前的导语，可以删去。"),
    "achievements": (
        "What was done. Numbers like （一） and 1. are written by the program: type none.",
        "主要工作。（一）、1. 这些序号由程序编，自己不要写。",
    ),
    "heading": ("a heading on a line of its own", "独占一行的标题"),
    "lead": ("a run-in heading: the text goes on behind it", "与正文相连的引题"),
    "table": (
        "A table of figures: unit, this year, last year and growth are filled in. May be deleted.",
        "数据表：单位、本年、上年、同比自动填好。可以删去。",
    ),
    "difficulties": (
        "What is difficult; the whole chapter may be deleted. This series prints 一是…, 二是….",
        "困难和问题，整章可以删去。这种序列印成一是……二是……。",
    ),
    "plans": (
        "What is planned. Without it, write a title of your own.",
        "下一步打算。删去这一章时，请自己写明题目。",
    ),
}
"""`%key%` is a key or value in the spelling of the file, `%command%` the command that is to be run."""

ADVICE: tuple[tuple[str, ...], tuple[str, ...]] = (
    (
        "These grey lines are not printed; delete them when you like.",
        "Each paragraph below is the sample of a kind: change its style (right click, Modify), and all of its kind change.",
        "Words in double braces are filled from the report. Change the look of a whole tag, not of a part of it.",
        "Hidden lines of control tags say when a sample is taken (Ctrl+Shift+8 shows them); keep them.",
        "Then: renmin-docs template check THIS.docx, and renmin-docs render REPORT.yaml --template THIS.docx",
    ),
    (
        "这几行灰字不会印出来，看完可以删掉。",
        "下面每一段是一种段落的样本：改它的样式（右击样式、修改），同一种段落全都跟着变。",
        "双花括号里的字由报告填写；要改就整个标签一起改，不要只改一半。",
        "隐藏的控制标签各占一行，决定什么时候用哪个样本（按 Ctrl+Shift+8 能看到），请保留。",
        "改好后：renmin-docs template check 本文件.docx，再 renmin-docs render 报告.yaml --template 本文件.docx",
    ),
)
"""Advice at the top of an exported template, in English and Chinese."""
