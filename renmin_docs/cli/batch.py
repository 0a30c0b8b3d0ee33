"""The command `batch`: many reports in one run, with a line for each or a progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from renmin_docs.batch.names import DEFAULT_NAMES
from renmin_docs.cli.codes import FOUND, INTERRUPTED
from renmin_docs.cli.console import complain, complaint, echo, limited, print_json, say_of
from renmin_docs.cli.groups import command
from renmin_docs.cli.progress import bar
from renmin_docs.cli.targets import PATH
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.messages import Language

if TYPE_CHECKING:
    from renmin_docs.batch.jobs import JobSource
    from renmin_docs.batch.outcomes import BatchResult, Outcome
    from renmin_docs.batch.pools import Workers

_TEXTS: dict[str, tuple[str, str]] = {
    "batch": (
        "Make the documents of many reports: data files, patterns, folders, or a workbook with a row a report.",
        "批量生成：可给出数据文件、通配符、文件夹，或每行一份报告的工作簿。",
    ),
    "batch_examples": (
        "batch reports/*.yaml -o documents\nbatch districts.xlsx -o documents --resume",
        "batch 报告/*.yaml -o 文档\nbatch 各街道.xlsx -o 文档 --resume",
    ),
    "reports_metavar": ("REPORTS …", "报告 …"),
    "output": ("the folder of the documents; made where it is missing", "存放文档的文件夹，没有则新建"),
    "jobs": (
        "how many processes work (default: as many as there are cores; one for few reports)",
        "同时工作的进程数（默认与处理器核数相同，份数少时只用一个）",
    ),
    "cluster": ("let a Dask cluster do the work; the address of its scheduler", "交给 Dask 集群处理：调度器的地址"),
    "resume": (
        "go on with a run that was stopped; what is done is not made again",
        "接着上次中断处继续，已完成的不再生成",
    ),
    "name": ("pattern of the documents' names (default: {default})", "文件名格式（默认 {default}）"),
    "text": (
        "the text that a workbook's rows share (default: the data file of the workbook's name beside it)",
        "工作簿各行共用的正文（默认用旁边与工作簿同名的数据文件）",
    ),
    "output_metavar": ("FOLDER", "文件夹"),
    "text_metavar": ("SHARED.yaml", "正文.yaml"),
    "name_metavar": ("PATTERN", "格式"),
    "jobs_metavar": ("N", "N"),
    "cluster_metavar": ("ADDRESS", "地址"),
    "unchanged": ("unchanged", "未改动"),
    "total": (
        "{0} reports: {1} written, {2} unchanged, {3} failed; {4} warnings",
        "共 {0} 份：生成 {1}，未改动 {2}，失败 {3}；警告 {4} 条",
    ),
}
_FEW = 16
"""Up to so many reports are made before processes for them would have started."""


class _Order(NamedTuple):
    """What `batch` was asked for; the settings are those of `render_all`, by their names."""

    reports: tuple[str, ...]
    output: Path
    profile: Path | None
    text: Path | None
    jobs: int | None
    cluster: str | None
    as_json: bool
    language: Language
    settings: dict[str, Any]


def batch_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def batch(**options: Any) -> int:
        if options["output"] is None:  # click's own mark of what must be there is English
            raise Misuse(_without_output(options["reports"]))
        own = {name: options.pop(name) for name in _Order._fields if name in options}
        return _batch(_Order(language=language, settings=options, **own))

    name = say("name").format(default=DEFAULT_NAMES)
    parameters: list[click.Parameter] = [
        click.Argument(["reports"], nargs=-1, required=True, metavar=say("reports_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar=say("output_metavar")),
        click.Option(["--template"], help=say("template"), metavar=say("template_metavar")),
        click.Option(["--numbering"], type=click.Choice(["typed", "native"]), help=say("numbering")),
        click.Option(["--profile"], type=PATH, help=say("profile"), metavar=say("profile_metavar")),
        click.Option(["--name", "names"], default=DEFAULT_NAMES, help=name, metavar=say("name_metavar")),
        click.Option(["--text"], type=PATH, help=say("text"), metavar=say("text_metavar")),
        click.Option(["--jobs"], type=click.IntRange(1), help=say("jobs"), metavar=say("jobs_metavar")),
        click.Option(["--cluster"], help=say("cluster"), metavar=say("cluster_metavar")),
        say.flag("resume"),
        say.flag("strict"),
        say.flag("force"),
        say.flag("json", "--json", "as_json"),
    ]
    return command("batch", batch, parameters, say)


def _without_output(reports: tuple[str, ...]) -> Finding:
    if len(reports) == 1 and os.path.splitext(reports[0])[1].lower() in DATA_FILES:
        return Finding("usage_folder", found=reports[0])
    return Finding("usage_output")


def _batch(order: _Order) -> int:
    from renmin_docs.batch.api import render_all

    if order.jobs and order.cluster:
        raise Misuse(Finding("usage_together", found="--jobs", expected="--cluster"))
    reports, total = _reports(order)
    display = _Display(order, total)
    try:
        with closing(display), _workers(order, total) as workers:
            result = render_all(
                reports,
                order.output,
                profile=order.profile,
                executor=workers.executor,
                in_flight=workers.in_flight,
                progress=display.show,
                language=order.language,
                **order.settings,
            )
    except KeyboardInterrupt:
        return _stopped(order, display)
    _tell_end(result, order)
    return FOUND if result.failed else 0


def _stopped(order: _Order, display: _Display) -> int:
    """Say how many documents there are already, and how to go on."""
    finding = Finding("batch_stopped", found=str(display.done), expected="--resume")
    complain(finding.message(order.language), "aborted", order.language)
    return INTERRUPTED


def _reports(order: _Order) -> tuple[Iterator[JobSource], int]:
    """The reports one after another, and how many there are."""
    from renmin_docs.batch.inputs import WORKBOOK, expanded
    from renmin_docs.batch.workbook import Rows

    paths = expanded(order.reports, order.output)
    if order.text and not any(path.lower().endswith(WORKBOOK) for path in paths):
        raise Misuse(Finding("rows_text_alone", expected=WORKBOOK))
    parts = [Rows(path, order.text, order.profile) if path.lower().endswith(WORKBOOK) else [path] for path in paths]
    return (report for part in parts for report in part), sum(map(len, parts))


def _workers(order: _Order, total: int) -> AbstractContextManager[Workers]:
    from renmin_docs.batch.pools import cluster, here, processes

    if order.cluster:
        return cluster(order.cluster)
    jobs = order.jobs or (_cores() if total > _FEW else 1)
    return processes(min(jobs, total)) if jobs > 1 else here()


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- what is shown ----------------------------------------------------------------------------


class _Display:
    """Shows every outcome as it comes: a bar on a terminal that has tqdm, else lines."""

    def __init__(self, order: _Order, total: int) -> None:
        self.done = 0
        self._order = order
        self._bar = bar(total)

    def close(self) -> None:
        """End the bar."""
        if self._bar is not None:
            self._bar.close()

    def show(self, outcome: Outcome) -> None:
        """Show how a report ended."""
        self.done += outcome.state != "failed"
        language = self._order.language
        shown = replace(outcome, findings=tuple(limited(outcome.findings)), warnings=tuple(limited(outcome.warnings)))
        lines = complaint(shown.message(language), "error", language)
        lines += complaint(shown.warning_message(language), "warning", language)
        if self._bar is not None:
            self._bar.update()
            for line in lines:
                self._bar.write(line, file=sys.stderr)
            return
        for line in lines:
            echo(line, err=True)
        if outcome.output is not None and not self._order.as_json:
            say_of(outcome.output, Words(language, _TEXTS)(outcome.state), language)


def _tell_end(result: BatchResult, order: _Order) -> None:
    warnings = sum(len(outcome.warnings) for outcome in result)
    counts = (len(result), len(result.written), len(result.unchanged), len(result.failed), warnings)
    if order.as_json:
        names = ("reports", "written", "unchanged", "failed", "warnings")
        outcomes = [_as_data(outcome, order.language) for outcome in result]
        print_json({**dict(zip(names, counts, strict=True)), "outcomes": outcomes})
    else:
        echo(Words(order.language, _TEXTS)("total").format(*counts))


def _as_data(outcome: Outcome, language: Language) -> dict[str, Any]:
    return {
        "input": outcome.input,
        "state": outcome.state,
        "output": str(outcome.output) if outcome.output else None,
        "sha256": outcome.sha256 or None,
        "messages": outcome.reasons(language),
        "warnings": [finding.message(language) for finding in outcome.warnings],
    }
