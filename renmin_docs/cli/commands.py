"""All commands, each made when it is asked for."""

from __future__ import annotations

from functools import partial
from importlib import import_module

import click

from renmin_docs.cli.groups import Group, finished
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language
from renmin_docs.version import __version__

_HOMES = {
    "render": "render",
    "batch": "batch",
    "import": "importing",
    "next": "next_report",
    "compare": "compare",
    "update": "update",
    "redline": "redline",
    "preview": "preview",
    "figures": "figures",
    "check": "check",
    "template": "template",
    "new": "new",
    "schema": "schema",
}
"""Command → the module beside this one that makes it, by its function `…_command`."""
_HELP = (
    "Typed work reports (工作总结) in Word, in the layout of GB/T 9704.",
    "把数据文件生成规范的工作总结（GB/T 9704）。",
)
_FIRST_STEPS = (
    """begin a report:  renmin-docs new 清河街道 --year 2025
make its document:  renmin-docs render 清河街道2025年工作总结.yaml
a draft will do, too:  renmin-docs render DRAFT.docx  (all commands: renmin-docs --help)""",
    """新建报告：  renmin-docs new 清河街道 --year 2025
生成文档：  renmin-docs render 清河街道2025年工作总结.yaml
已有草稿：  renmin-docs render 草稿.docx  （全部命令：renmin-docs --help）""",
)


def command_line(language: Language) -> click.Command:
    """The commands, their help in one language."""
    is_chinese = language == "zh"
    group = Group("renmin-docs", _HELP[is_chinese], takes_files=True, first_steps=_FIRST_STEPS[is_chinese])
    for name, home in _HOMES.items():
        group.add_later(name, partial(_made, name, home, language))
    version = click.version_option(
        __version__, prog_name="renmin-docs", message="%(prog)s %(version)s", help=Words(language)("version")
    )
    return finished(version(group), language)


def _made(name: str, home: str, language: Language) -> click.Command:
    make = getattr(import_module(f"renmin_docs.cli.{home}"), f"{name}_command")
    return finished(make(language), language)
