"""Help pages: examples of every command, and Chinese pages whose columns line up."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.messages import Language

_EXAMPLES: dict[str, tuple[str, str]] = {
    "batch": (
        "batch reports/*.yaml -o documents\nbatch districts.xlsx -o documents --resume",
        "batch 报告/*.yaml -o 文档\nbatch 各街道.xlsx -o 文档 --resume",
    ),
    "check": (
        "check report.docx\ncheck report.docx --comments checked.docx",
        "check 总结.docx\ncheck 总结.docx --comments 批注.docx",
    ),
    "compare": (
        "compare last.yaml this.yaml\ncompare last.docx this.docx --xlsx growth.xlsx",
        "compare 去年.yaml 今年.yaml\ncompare 去年.docx 今年.docx --xlsx 对比.xlsx",
    ),
    "figures": (
        "figures report.yaml\nfigures report.yaml --xlsx figures.xlsx",
        "figures 报告.yaml\nfigures 报告.yaml --xlsx 数据核对.xlsx",
    ),
    "import": (
        "import last.docx\nimport last.txt -o report.yaml --figures",
        "import 去年总结.docx\nimport 去年总结.txt -o 报告.yaml --figures",
    ),
    "new": (
        "new 清河街道 --year 2025\nnew 清河街道 --year 2025 -o qinghe",
        "new 清河街道 --year 2025\nnew 清河街道 --year 2025 -o 清河",
    ),
    "next": ("next report.yaml\nnext report.yaml -o next.yaml", "next 报告.yaml\nnext 报告.yaml -o 明年.yaml"),
    "preview": (
        "preview report.docx --open\npreview report.yaml -o pages.png --sheet",
        "preview 总结.docx --open\npreview 报告.yaml -o 各页.png --sheet",
    ),
    "redline": (
        "redline old.docx new.docx\nredline last.yaml this.yaml -o changes.docx",
        "redline 旧稿.docx 新稿.docx\nredline 旧稿.yaml 新稿.yaml -o 花脸稿.docx",
    ),
    "render": (
        "render report.yaml --pdf --open\nrender draft.docx -o report.docx --template red_head",
        "render 报告.yaml --pdf --open\nrender 草稿.docx -o 总结.docx --template red_head",
    ),
    "schema": ("schema\nschema > report.schema.json", "schema\nschema > 报告.schema.json"),
    "template": (
        "template export work_report ours.docx\ntemplate check ours.docx",
        "template export work_report 本单位.docx\ntemplate check 本单位.docx",
    ),
    "template check": (
        "template check ours.docx\ntemplate check ours.docx --with report.yaml",
        "template check 本单位.docx\ntemplate check 本单位.docx --with 报告.yaml",
    ),
    "template export": (
        "template export work_report ours.docx\ntemplate export red_head ours.docx --force",
        "template export work_report 本单位.docx\ntemplate export red_head 本单位.docx --force",
    ),
    "template list": ("template list\ntemplate list --lang zh", "template list\ntemplate list --lang en"),
    "template make": (
        "template make last.docx -o ours.docx\ntemplate make last.docx -o ours.docx --force",
        "template make 去年总结.docx -o 我们的.docx\ntemplate make 去年总结.docx -o 我们的.docx --force",
    ),
    "template variables": (
        "template variables\ntemplate variables > variables.md",
        "template variables\ntemplate variables > 变量.md",
    ),
    "update": (
        "update report.yaml edited.docx --dry-run\nupdate report.yaml edited.docx",
        "update 报告.yaml 修改稿.docx --dry-run\nupdate 报告.yaml 修改稿.docx",
    ),
}
"""Command → what is typed behind `renmin-docs`, a line each, in English and Chinese."""
_HEADINGS = ("Examples:", "示例：")
_NOT_WRAPPED = "\b\n"
"""How click marks a paragraph whose lines stay as they are."""
_CHINESE_FRAME = {"Usage: ": "用法：", "Options": "选项", "Commands": "命令"}
_PIECE = re.compile(r"\s+|[（《“]*(?:[!-~]+|\S)[，。；：、！？）》”]*")
"""What stays in one line: a Latin word, or a Chinese character with the marks around it."""


def examples(path: str, language: Language) -> list[str]:
    """Two whole command lines of a command; none where it has none."""
    lines = _EXAMPLES.get(path, ("", ""))[language == "zh"].splitlines()
    return [f"renmin-docs {line}" for line in lines]


def epilog(path: str, language: Language) -> str | None:
    """The end of a command's help page."""
    lines = examples(path, language)
    return _NOT_WRAPPED + "\n  ".join((_HEADINGS[language == "zh"], *lines)) if lines else None


def cells(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> cells("用法: a")
    7
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


class ChineseFormatter(click.HelpFormatter):
    """Help pages in Chinese; click has English headings, and counts characters as if all were of one width."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is written."""
        super().write_usage(prog, args, _CHINESE_FRAME["Usage: "] if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        self.write(f"{'':>{self.current_indent}}{_CHINESE_FRAME.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        lines = text[2:].splitlines() if text.startswith(_NOT_WRAPPED) else _wrapped(text, self.width)
        self.write("".join(f"{'':>{self.current_indent}}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms and their texts in two columns."""
        table = list(rows)
        column = min(max(cells(term) for term, _ in table), col_max) + col_spacing
        margin = " " * (self.current_indent + column)
        for term, text in table:
            gap = column - cells(term)
            between = " " * gap if gap >= col_spacing else "\n" + margin
            lines = _wrapped(text.replace("[default: ", "[默认："), max(self.width - column - 2, 10))
            self.write(f"{'':>{self.current_indent}}{term}{between}" + f"\n{margin}".join(lines) + "\n")


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none of them wider than so many columns unless one word is."""
    line = ""
    for piece in _PIECE.findall(text):
        if line and cells(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line
