"""The command `new`: a profile and a first report for another office, or another year."""

from __future__ import annotations

import re
from pathlib import Path

import click

from renmin_docs.cli.console import say_of
from renmin_docs.cli.groups import command
from renmin_docs.cli.targets import PATH, keys_option
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language
from renmin_docs.vocabulary import Spelling

_YEAR = re.compile("[1-9][0-9]{3}(?<!9999)", re.ASCII)
_TEXTS: dict[str, tuple[str, str]] = {
    "new": (
        "Begin the report of an office: its profile, and a report that renders as it stands.",
        "新建一个单位的报告：配置文件，和一份现在就能生成文档的示例报告。",
    ),
    "new_examples": (
        "new 清河街道 --year 2025\nnew 清河街道 --year 2025 -o qinghe",
        "new 清河街道 --year 2025\nnew 清河街道 --year 2025 -o 清河",
    ),
    "name_metavar": ("NAME", "单位名称"),
    "year": ("the year of the report, like 2023", "报告的年度，例如 2023"),
    "year_metavar": ("YEAR", "年度"),
    "keys": ("Chinese keys (zh, the default) or English ones", "用中文键（zh，默认）还是英文键（en）"),
    "folder": ("the folder for both files (default: this one)", "存放两个文件的文件夹（默认为当前文件夹）"),
    "folder_metavar": ("FOLDER", "文件夹"),
    "kept": ("kept, it was there already", "沿用已有的"),
}


def new_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def new(name: str, year: str | None, keys: Spelling, folder: Path, *, force: bool) -> None:
        from renmin_docs.skeleton import skeleton, write_skeleton

        written = write_skeleton(skeleton(name, _year(year), keys=keys, language=language), folder, force=force)
        for word, file in (("kept" if written.kept else "written", written.profile), ("written", written.report)):
            say_of(file, say(word), language)

    parameters: list[click.Parameter] = [
        click.Argument(["name"], metavar=say("name_metavar")),
        click.Option(["--year"], help=say("year"), metavar=say("year_metavar")),
        keys_option(say("keys"), "zh"),
        click.Option(
            ["-o", "--output", "folder"], type=PATH, default=".", help=say("folder"), metavar=say("folder_metavar")
        ),
        say.flag("force"),
    ]
    return command("new", new, parameters, say)


def _year(text: str | None) -> int:
    """The year; click's own words for one that is missing or wrong are English."""
    if text is None or not _YEAR.fullmatch(text):
        raise Misuse(Finding("usage_year"))
    return int(text)
