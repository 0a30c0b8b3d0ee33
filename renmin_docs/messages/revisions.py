"""Messages about edits made in Word that are brought back into a data file."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, warning

REVISIONS: dict[str, Rule] = {
    "update_toml": Rule(
        "edits are brought back into YAML and JSON only, not into TOML",
        "修改只能写回 YAML 和 JSON 文件，不能写回 TOML",
        "save the report as YAML first, with report_to_yaml",
        "请先用 report_to_yaml 把报告另存为 YAML",
    ),
    "edit_unplaced": warning(
        "the document shows what the data file does not print: {found}",
        "文档与数据文件生成的不一致：{found}",
        "the data file prints {expected}; change it by hand",
        "数据文件生成的是：{expected}，请手工处理",
    ),
    "figure_disagrees": warning(
        "changed in the document to {found}, but not everywhere: {expected}",
        "文档里改成了 {found}，另有几处没有随之改变：{expected}",
        "make all mentions agree in the document and run this again, or change the figure by hand",
        "请在文档里改成一致后再运行一次，或直接修改这项数据",
    ),
    "edit_elsewhere": warning(
        "the document shows {found}, and what it prints stands here: {expected}; this file is not changed",
        "文档里是{found}，生成它的内容写在这里：{expected}；本命令不改这个文件",
        "change it here by hand, if it is meant for all reports that read this file",
        "如果所有用到这个文件的报告都要改，请在这里手工改",
    ),
}
