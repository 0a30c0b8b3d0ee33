"""The words of help pages and results, in two languages: each command has its own, and some are in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from renmin_docs.messages import Language

    Texts = Mapping[str, tuple[str, str]]

_COMMON: Texts = {
    "author": ("who comments (default: renmin-docs)", "批注的作者（默认 renmin-docs）"),
    "author_metavar": ("NAME", "姓名"),
    "cleaned": ("{what} (--verbose lists them)", "{what}（用 --verbose 逐条列出）"),
    "cleaned_lines": ("{what}: {count} lines", "{what}：{count} 行"),
    "comments": ("write a copy in which each finding is a Word comment", "另存一份副本，每条意见写成 Word 批注"),
    "command": ("COMMAND …", "命令 …"),
    "force": (
        "replace a file of that name even if somebody made or changed it",
        "同名文件即使是别人做的或改动过的，也覆盖",
    ),
    "help": ("show this message", "显示帮助"),
    "json": ("print JSON for programs", "输出 JSON，供程序读取"),
    "lang": ("language of messages", "提示语言"),
    "numbering": (
        "heading numbers as text, or as Word's list (default: the report's; else typed)",
        "序号写成文字（typed）或 Word 自动编号（native）；默认按报告，没有写明时为文字",
    ),
    "open": ("open the result in the program that the system has for it", "生成后用系统默认的程序打开"),
    "options": ("[OPTIONS]", "[选项]"),
    "profile": (
        "the profile under the report (default: the one that the report names)",
        "报告共用的配置文件（默认用报告里写明的）",
    ),
    "profile_metavar": ("PROFILE", "配置文件"),
    "alike": ("{count} more of this kind (--verbose lists them)", "同类还有 {count} 处（用 --verbose 全部列出）"),
    "report_metavar": ("REPORT", "报告文件"),
    "sarif": ("print SARIF for editors and CI", "输出 SARIF，供编辑器和 CI 读取"),
    "strict": ("treat warnings as errors", "把警告当作错误"),
    "template": (
        "a template's name, or a .docx (default: the report's; red_head with a header or imprint; work_report)",
        "模板名称，或 .docx 模板的路径（默认：报告写明的；没有写明时，有版头或版记用 red_head，否则用 work_report）",
    ),
    "template_metavar": ("NAME|PATH", "NAME|PATH"),
    "verbose": ("list every note of the reading, not one of each kind", "列出读入时的全部提示，而不是每类一条"),
    "version": ("print the version", "显示版本号"),
    "written": ("written", "已生成"),
    "xlsx": ("write a workbook instead (needs openpyxl)", "改为写入工作簿（需要 openpyxl）"),
    "xlsx_metavar": ("OUT.xlsx", "OUT.xlsx"),
}


class Words:
    """The text of a key in one language: the command's own, or else the common one."""

    def __init__(self, language: Language, own: Texts | None = None) -> None:
        self._texts = {**_COMMON, **(own or {})}
        self._place = int(language == "zh")

    def __call__(self, key: str) -> str:
        """The word."""
        return self._texts[key][self._place]

    def flag(self, key: str, *names: str) -> click.Option:
        """An option without a value, its help the text of the key; without other names it is called like that."""
        return click.Option(names or [f"--{key}"], is_flag=True, help=self(key))
