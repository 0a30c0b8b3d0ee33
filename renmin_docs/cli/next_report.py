"""The command `next`: next year's report, from this year's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from renmin_docs.cli.groups import command
from renmin_docs.cli.reports import report_at, write_report
from renmin_docs.cli.targets import PATH, Output, keys_option
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language
from renmin_docs.vocabulary import Spelling

_TEXTS: dict[str, tuple[str, str]] = {
    "next": (
        "Make the skeleton of next year's report: plans to be filled in, figures with their previous values.",
        "由今年的报告生成明年的底稿：打算变为待填写的成绩，数据带上年值。",
    ),
    "next_examples": ("next report.yaml\nnext report.yaml -o next.yaml", "next 报告.yaml\nnext 报告.yaml -o 明年.yaml"),
    "next_output": (
        "the .yaml to write (default: named after office and year)",
        "要写的 .yaml 文件（默认以单位和年度命名）",
    ),
    "next_keys": (
        "Chinese keys (zh) or English ones (en); by default as in the report",
        "中文键（zh）或英文键（en），默认与原报告相同",
    ),
    "made_next": ("made from {name}; write where something is said", "由 {name} 生成，请在有提示处填写"),
}


def next_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("next_output"), metavar="NEXT.yaml"),
        keys_option(say("next_keys")),
        say.flag("force"),
    ]
    return command("next", partial(_next, language=language), parameters, say)


def _next(report: Path, output: Path | None, language: Language, *, keys: Spelling | None, force: bool) -> None:
    from renmin_docs.batch.names import stem_of_report
    from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
    from renmin_docs.report.years.next_year import next_year

    opened = report_at(report, language)
    skeleton = next_year(opened.report)
    name = stem_of_report(skeleton.report.organization.name, skeleton.report.period)
    target = report.with_name(f"{name}.yaml") if output is None else output
    writing = Output("next", opened.inputs, force, language)
    writing.require(target)
    comments = {
        path: "\n".join(filter(None, (remark.finding.message(language), remark.text)))
        for path, remark in skeleton.remarks.items()
    }
    comments[""] = Words(language, _TEXTS)("made_next").format(name=report.name)
    source = opened.source
    chosen = keys or (language if source is None else source.keys)
    text = report_to_yaml(skeleton.report, comments, keys=chosen, source=source, folder=target.parent)
    write_report(target, text, writing)
