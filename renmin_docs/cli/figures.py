"""The command `figures`: every figure that a report shows, for proofreading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from renmin_docs.cli.console import print_json, say_written
from renmin_docs.cli.targets import PATH
from renmin_docs.cli.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "figures": (
        "List every figure that a report shows, and where: the sheet for proofreading.",
        "列出报告中的全部数据及其位置，供校对使用。",
    ),
}


def figures_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def figures(report: Path, *, as_json: bool, xlsx: Path | None) -> None:
        _figures(report, as_json=as_json, xlsx=xlsx, language=language)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("json")),
        click.Option(["--xlsx"], type=PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
    ]
    return click.Command("figures", callback=figures, params=parameters, help=say("figures"))


def _figures(path: Path, *, as_json: bool, xlsx: Path | None, language: Language) -> None:
    from renmin_docs.intake.datafile import figure_index_of, report_of
    from renmin_docs.intake.reading import read_source
    from renmin_docs.sheets.figures import as_data, as_lines, as_workbook
    from renmin_docs.writing import write_file

    source = read_source(path)
    entries = figure_index_of(report_of(source), source)
    if xlsx is not None:
        write_file(xlsx, as_workbook(entries, language))
        say_written(xlsx, language)
    elif as_json:
        print_json(as_data(entries))
    else:
        click.echo("\n".join(as_lines(entries, language)))
