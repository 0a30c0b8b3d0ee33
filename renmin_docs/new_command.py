"""The command `renmin-docs new`: a profile and a first report for another office, or another year."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renmin_docs.errors import Finding
from renmin_docs.usage import Misuse

if TYPE_CHECKING:
    from renmin_docs.keys import Spelling
    from renmin_docs.messages import Language

_YEAR = re.compile("[1-9][0-9]{3}(?<!9999)", re.ASCII)
_TEXTS: dict[str, tuple[str, str]] = {
    "help": (
        "Begin the report of an office: its profile, and a report that renders as it stands.",
        "新建一个单位的报告：配置文件，和一份现在就能生成文档的示例报告。",
    ),
    "name_metavar": ("NAME", "单位名称"),
    "year": ("the year of the report, like 2023", "报告的年度，例如 2023"),
    "year_metavar": ("YEAR", "年度"),
    "keys": ("Chinese keys (zh, the default) or English ones", "用中文键（zh，默认）还是英文键（en）"),
    "folder": ("the folder for both files (default: this one)", "存放两个文件的文件夹（默认为当前文件夹）"),
    "folder_metavar": ("FOLDER", "文件夹"),
    "options": ("[OPTIONS]", "[选项]"),
    "written": ("written: {}", "已生成：{}"),
    "kept": ("kept, it was there already: {}", "沿用已有的：{}"),
}


def new_command(language: Language) -> click.Command:
    """The command, its help in one language."""

    def say(key: str) -> str:
        return _TEXTS[key][language == "zh"]

    def new(name: str, year: str | None, keys: Spelling, folder: Path) -> None:
        from renmin_docs.skeleton import skeleton, write_skeleton

        written = write_skeleton(skeleton(name, _year(year), keys=keys, language=language), folder)
        click.echo(say("kept" if written.kept else "written").format(written.profile))
        click.echo(say("written").format(written.report))

    path = click.Path(path_type=Path, readable=False)
    parameters: list[click.Parameter] = [
        click.Argument(["name"], metavar=say("name_metavar")),
        click.Option(["--year"], help=say("year"), metavar=say("year_metavar")),
        click.Option(["--keys"], type=click.Choice(["zh", "en"]), default="zh", help=say("keys")),
        click.Option(
            ["-o", "--output", "folder"], type=path, default=".", help=say("folder"), metavar=say("folder_metavar")
        ),
    ]
    return click.Command("new", callback=new, params=parameters, help=say("help"), options_metavar=say("options"))


def _year(text: str | None) -> int:
    """The year; click's own words for one that is missing or wrong are English."""
    if text is None:
        raise Misuse(Finding("usage_missing", found="--year", expected="renmin-docs new"))
    if not _YEAR.fullmatch(text):
        raise Misuse(Finding("usage_value", found="--year", expected="2023"))
    return int(text)
