"""Messages about the command line."""

from __future__ import annotations

from renmin_docs.messages.composing import USE, WRITE_THIS, Rule, notice

USAGE: dict[str, Rule] = {
    "usage_command": Rule("there is no command {found}", "没有命令 {found}", *USE),
    "usage_option": Rule("there is no option {found}", "没有选项 {found}", *USE),
    "usage_missing": Rule("{found} is missing", "缺少{found}", "“{expected} -h” shows how", "用法见 {expected} -h"),
    "usage_value": Rule("{found} can't take this value", "{found} 的值有误", *USE),
    "usage_value_missing": Rule("{found} needs a value", "{found} 后面缺少值", "write one behind it", "请补写"),
    "usage_flag": Rule("{found} takes no value", "{found} 后面不写值", "delete the value", "请删去"),
    "usage_extra": Rule(
        "there is one argument too many ({found})",
        "多出了参数 {found}",
        "put a path with spaces in it in quotation marks",
        "含有空格的路径要加引号",
    ),
    "usage_many": Rule(
        "render makes one document, and {found} stands for more",
        "render 一次生成一份文档，{found} 不是一份",
        "use: renmin-docs batch FILES -o FOLDER; put a path with spaces in quotation marks",
        "请用 renmin-docs batch 文件 -o 文件夹；含有空格的路径要加引号",
    ),
    "usage_folder": Rule(
        "--output is missing, the folder of the documents",
        "缺少 --output（存放文档的文件夹）",
        "write -o FOLDER, or make this one document: renmin-docs render {found}",
        "请写 -o 文件夹；只有这一份时可用 renmin-docs render {found}",
    ),
    "usage_output": Rule(
        "--output is missing, the folder of the documents",
        "缺少 --output（存放文档的文件夹）",
        "write it: -o FOLDER",
        "请写上，例如 -o 文档",
    ),
    "usage_year": Rule(
        "--year needs the year of the report in four digits",
        "--year 要写报告的年度，四位数字",
        *("e.g. --year 2023", "例如 --year 2023"),
    ),
    "usage_data_file": Rule(
        "{found} is a data file already",
        "{found} 已经是数据文件，不必读入",
        "make its document: renmin-docs render {found}",
        "生成文档请用 renmin-docs render {found}",
    ),
    "usage_together": Rule("{found} and {expected} can't be used together", "{found} 与 {expected} 不能同时使用"),
    "more_alike": notice(
        "{found} more of the same kind ({expected}) are not listed", "另有 {found} 处同类问题（{expected}）没有列出"
    ),
    "usage_other": Rule("the command line is not understood ({found})", "看不懂这条命令（{found}）"),
    "rule_unknown": Rule("there is no rule {found}", "没有规则 {found}", *USE),
    "word_missing": Rule(
        "the wrong word is missing at the beginning of the line",
        "行首缺少误用的词",
        "write it there, and the right one behind a tab",
        "请写：误用的词、制表符、正确的词",
    ),
    "word_cells": Rule(
        "the line has {found} columns",
        "这一行有 {found} 列",
        "a list of words has {expected} at most: wrong, right, level",
        "词表最多 {expected} 列：误、正、级别",
    ),
    "word_level": Rule("{found} is no level", "“{found}”不是级别", *WRITE_THIS),
    "accepted_line": Rule(
        "{found} is no line of a list of accepted findings",
        "“{found}”不是接受清单里的一行",
        "the list is written by --update-accepted",
        "清单由 --update-accepted 生成",
    ),
    "comments_need_docx": Rule(
        "comments can only be written into a .docx, and {found} is none",
        "批注只能写入 .docx 文档，{found} 不是",
        "check it without --comments, or save it as .docx in Word or WPS first",
        "请不带 --comments 校对，或先在 Word、WPS 中另存为 .docx",
    ),
    "comments_one_file": Rule(
        "--comments writes the copy of one document, and {found} are given",
        "--comments 只为一个文档写副本，这里给了 {found} 个",
        "check one document at a time",
        "请逐个校对",
    ),
}
