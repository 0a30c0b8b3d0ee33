"""The command `compare`: two years side by side."""

from __future__ import annotations

from pathlib import Path

import click

from renmin_docs.cli.console import limited
from renmin_docs.cli.groups import command
from renmin_docs.cli.reports import report_at, say_finding, show_sheets
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "compare": (
        "Set two years side by side: figures with their growth, plans kept and not mentioned again.",
        "对比两年的报告：数据及增幅，打算兑现与否。",
    ),
    "compare_examples": (
        "compare last.yaml this.yaml\ncompare last.docx this.docx --xlsx growth.xlsx",
        "compare 去年.yaml 今年.yaml\ncompare 去年.docx 今年.docx --xlsx 对比.xlsx",
    ),
    "last_metavar": ("LAST", "上年报告"),
    "this_metavar": ("THIS", "本年报告"),
}


def compare_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def compare(last: Path, this: Path, *, as_json: bool, xlsx: Path | None, force: bool) -> None:
        from renmin_docs.report.years.compare import compare
        from renmin_docs.sheets.comparison import as_data, as_sheets

        reports = [report_at(file, language) for file in (last, this)]
        inputs = [file for opened in reports for file in opened.inputs]
        found = compare(*(opened.report for opened in reports))
        for finding in limited(found.findings):
            say_finding(this, finding, reports[1], language)
        output = Output("compare", inputs, force, language)
        show_sheets(as_sheets(found, language), as_data(found), xlsx, output, as_json=as_json)

    parameters: list[click.Parameter] = [
        click.Argument(["last"], type=PATH, metavar=say("last_metavar")),
        click.Argument(["this"], type=PATH, metavar=say("this_metavar")),
        say.flag("json", "--json", "as_json"),
        click.Option(["--xlsx"], type=PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
        say.flag("force"),
    ]
    return command("compare", compare, parameters, say)
