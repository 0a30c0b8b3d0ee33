"""Messages about workbooks that hold figures."""

from __future__ import annotations

from renmin_docs.messages.composing import INSTALL, Rule

_SPLIT = ("split them: one value a cell", "请取消合并，一格一个值")

WORKBOOKS: dict[str, Rule] = {
    "workbook_package": Rule("writing a workbook needs the package openpyxl", "写工作簿需要安装 openpyxl", *INSTALL),
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
    "workbook_encrypted": Rule(
        "the workbook is protected with a password",
        "工作簿有密码保护",
        "open it in Excel or WPS, take the password away, and save it as {expected}",
        "请用 Excel 或 WPS 打开，取消密码，再存为 {expected}",
    ),
    "workbook_limit": Rule(
        "the workbook is too large: {found}",
        "工作簿过大：{found}",
        "the limit is {expected}; copy the table alone to a new workbook",
        "上限为 {expected}，请只把这张表复制到新的工作簿",
    ),
    "rows_many": Rule(
        "the sheet has more than {found} rows that are not empty",
        "工作表中有内容的行超过 {found} 行",
        "divide it, or copy the rows that are needed to a sheet of their own",
        "请拆成几个工作簿，或把需要的行复制到单独的工作表",
    ),
    "workbook_cells": Rule(
        "the sheet has more than {expected} cells that are not empty",
        "工作表中有内容的单元格超过 {expected} 个",
        "copy what is needed to a sheet of its own",
        "请把需要的内容复制到单独的工作表",
    ),
    "workbook_elements": Rule(
        "the part {found} of the workbook has more than {expected} elements",
        "工作簿的部件 {found} 超过 {expected} 个元素",
        "copy the table alone to a new workbook",
        "请只把这张表复制到新的工作簿",
    ),
    "workbook_merges": Rule(
        "the sheet has more than {expected} merged ranges", "工作表中的合并单元格超过 {expected} 处", *_SPLIT
    ),
    "workbook_text": Rule(
        "a text of the workbook is longer than a cell can hold ({found})",
        "工作簿中有超出单元格容量的文字（{found}）",
        "the limit is {expected} characters",
        "上限为 {expected} 个字符",
    ),
    "workbook_column": Rule(
        "no row of headings has the column {found}",
        "表头中没有“{found}”列",
        "the headings must stand in one row, the first or one of the four below it; found were {expected}",
        "列名必须写在同一行，放在第一行或其后四行之内；现有：{expected}",
    ),
    "workbook_merged": Rule("the cells {found} are merged", "{found} 是合并单元格", *_SPLIT),
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
    "workbook_percentage": Rule(
        "the cell is shown as the percentage {found}, but its unit is {expected}",
        "单元格显示为百分数 {found}，单位却是“{expected}”",
        "change the format of the cell, or its unit",
        "请改单元格的格式，或改单位",
    ),
    "workbook_name": Rule(
        "{found} can't be the name of a figure",
        "{found} 不能用作数据名称",
        "use letters or Chinese characters, no spaces or brackets, e.g. {expected}",
        "只用汉字、字母、数字，不用空格和括号，例如 {expected}",
    ),
    "workbook_words": Rule(
        "{found} is not a figure that is understood",
        "看不懂数据“{found}”",
        "write it like 300余次, or head a column of words like {expected}",
        "请写成 300余次 这样；如果这一列是文字，请把列名写成 {expected}",
    ),
    "figure_declared_twice": Rule(
        "the figure {found} is declared twice", "数据 {found} 重复", "first at {expected}", "先见于 {expected}"
    ),
}
