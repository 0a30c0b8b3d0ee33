"""The command `figures`: every figure that a report shows, for proofreading."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from renmin_docs.cli.groups import command
from renmin_docs.cli.reports import show_sheets
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "figures": (
        "List every figure that a report shows, and where: the sheet for proofreading.",
        "列出报告中的全部数据及其位置，供校对使用。",
    ),
    "figures_examples": (
        "figures report.yaml\nfigures report.yaml --xlsx figures.xlsx",
        "figures 报告.yaml\nfigures 报告.yaml --xlsx 数据核对.xlsx",
    ),
}


def figures_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        say.flag("json", "--json", "as_json"),
        click.Option(["--xlsx"], type=PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
        say.flag("force"),
    ]
    return command("figures", partial(_figures, language=language), parameters, say)


def _figures(report: Path, xlsx: Path | None, language: Language, *, as_json: bool, force: bool) -> None:
    from renmin_docs.intake.datafiles.loading import figure_index_of, report_of
    from renmin_docs.intake.datafiles.reading import read_source
    from renmin_docs.intake.inputs import files_beside
    from renmin_docs.sheets.figures import as_data, as_sheets

    source = read_source(report)
    found = report_of(source)
    entries = figure_index_of(found, source)
    output = Output("figures", [report, *files_beside(found, source)], force, language)
    show_sheets(as_sheets(entries, language), as_data(entries), xlsx, output, as_json=as_json)
