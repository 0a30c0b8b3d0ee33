"""Help pages: the examples at their end, and Chinese pages whose columns line up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import click

from renmin_docs.messages import Language

_HEADINGS = ("Examples:", "示例：")
_NOT_WRAPPED = "\b\n"
"""How click marks a paragraph whose lines stay as they are."""
_CHINESE_FRAME = {"Usage: ": "用法：", "Options": "选项", "Commands": "命令"}
_PIECE = re.compile(r"\s+|[（《“]*(?:[!-~]+|\S)[，。；：、！？）》”]*")
"""What stays in one line: a Latin word, or a Chinese character with the marks around it."""


def end_of_page(examples: str, language: Language) -> str | None:
    """The end of a command's help page: its examples, a line for each, as they are typed behind `renmin-docs`."""
    lines = [f"renmin-docs {line}" for line in examples.splitlines()]
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
