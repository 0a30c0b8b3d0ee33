"""What is said about workbooks that hold figures."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

WORKBOOKS: dict[str, Rule] = {
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
