"""The commands from one year to the next: `import` last year's report, `next` year's skeleton, `compare` two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.console import colon, complain, print_json, say_written
from renmin_docs.cli.targets import PATH, output_faults
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding, OutputError
from renmin_docs.messages import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from renmin_docs.intake.prose.reading import Reading
    from renmin_docs.messages import Language
    from renmin_docs.report.models import WorkReport

_TEXTS: dict[str, tuple[str, str]] = {
    "import": (
        "Read last year's report from a Word document or a text file.",
        "把去年的报告（Word 文档或文本文件）读成数据文件。",
    ),
    "next": (
        "Make the skeleton of next year's report: plans to be filled in, figures with their previous values.",
        "由今年的报告生成明年的底稿：打算变为待填写的成绩，数据带上年值。",
    ),
    "compare": (
        "Set two years side by side: figures with their growth, plans kept and not mentioned again.",
        "对比两年的报告：数据及增幅，打算兑现与否。",
    ),
    "file_metavar": ("FILE", "文件"),
    "last_metavar": ("LAST", "上年报告"),
    "this_metavar": ("THIS", "本年报告"),
    "read_output": ("the .yaml to write (default: named like the file)", "要写的 .yaml 文件（默认同名）"),
    "next_output": ("the .yaml to write (default: named after the year)", "要写的 .yaml 文件（默认以年度命名）"),
    "year": ("the year reported on (default: found in the text)", "报告年度（默认从文中找出）"),
    "organization": ("the office's name (default: found in the text)", "单位名称（默认从文中找出）"),
    "without": ("leave out a step of cleaning; may be repeated", "不做某一项清理，可重复使用"),
    "figures": ("make named figures of the numbers in the text", "把文中的数字转成有名称的数据"),
    "imported": ("read from {name}; check what is said here:", "由 {name} 读入，请核对以下各处："),
    "made_next": ("made from {name}; write where something is said", "由 {name} 生成，请在有提示处填写"),
}
_YAML = (".yaml", ".yml")


def import_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def read(file: Path, **options: Any) -> None:
        _import(file, language, **options)

    parameters: list[click.Parameter] = [
        click.Argument(["file"], type=PATH, metavar=say("file_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("read_output"), metavar="REPORT.yaml"),
        click.Option(["--year"], type=click.IntRange(1900, 2999), help=say("year")),
        click.Option(["--organization"], help=say("organization")),
        click.Option(["--without"], multiple=True, help=say("without"), metavar="STEP"),
        click.Option(["--figures"], is_flag=True, help=say("figures")),
    ]
    return click.Command("import", callback=read, params=parameters, help=say("import"))


def next_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def go_on(report: Path, output: Path | None) -> None:
        _next(report, output, language)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("next_output"), metavar="NEXT.yaml"),
    ]
    return click.Command("next", callback=go_on, params=parameters, help=say("next"))


def compare_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def compare(last: Path, this: Path, *, as_json: bool, xlsx: Path | None) -> None:
        _compare(last, this, as_json=as_json, xlsx=xlsx, language=language)

    parameters: list[click.Parameter] = [
        click.Argument(["last"], type=PATH, metavar=say("last_metavar")),
        click.Argument(["this"], type=PATH, metavar=say("this_metavar")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("json")),
        click.Option(["--xlsx"], type=PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
    ]
    return click.Command("compare", callback=compare, params=parameters, help=say("compare"))


# --- import -----------------------------------------------------------------------------------


def _import(file: Path, language: Language, output: Path | None, *, figures: bool, **given: Any) -> None:
    """Read a file; `given` are the year, the organization, and the steps of cleaning to leave out."""
    from renmin_docs.intake.reports import read_report
    from renmin_docs.intake.write_yaml import report_to_yaml
    from renmin_docs.report.typed_figures import typed_figures

    target = file.with_suffix(".yaml") if output is None else output
    _require_target(target, [file])
    cleaning = [f"-{step}" for step in given.pop("without")] or None
    reading = read_report(file, **given, cleaning=cleaning)
    _say_notes(file, reading, language)
    doubts = [note.message(language) for note in reading.notes if note.severity == "warning"]
    head = [Words(language, _TEXTS)("imported").format(name=file.name), *doubts]
    report = typed_figures(reading.report) if figures else reading.report
    for name, data in reading.pictures.items():
        _write(target.parent / name, data, language)
    _write_report(target, report_to_yaml(report, {"": "\n".join(head)} if doubts else {}), language)


def _say_notes(file: Path, reading: Reading, language: Language) -> None:
    for note in reading.notes:
        complain(visible(str(file)) + colon(language) + note.message(language), note.severity, language)


# --- next and compare -------------------------------------------------------------------------


def _next(file: Path, output: Path | None, language: Language) -> None:
    from renmin_docs.intake.write_yaml import report_to_yaml
    from renmin_docs.report.next_year import next_year

    skeleton = next_year(_report(file, language))
    target = file.with_name(f"{skeleton.report.period}.yaml") if output is None else output
    _require_target(target, [file])
    comments = {
        path: "\n".join(filter(None, (remark.finding.message(language), remark.text)))
        for path, remark in skeleton.remarks.items()
    }
    comments[""] = Words(language, _TEXTS)("made_next").format(name=file.name)
    _write_report(target, report_to_yaml(skeleton.report, comments), language)


def _compare(last: Path, this: Path, *, as_json: bool, xlsx: Path | None, language: Language) -> None:
    from renmin_docs.report.compare import compare
    from renmin_docs.sheets.comparison import as_data, as_lines, as_workbook

    found = compare(_report(last, language), _report(this, language))
    if xlsx is not None:
        _write(xlsx, as_workbook(found, language), language)
    elif as_json:
        print_json(as_data(found))
    else:
        click.echo("\n".join(as_lines(found, language)))


def _report(file: Path, language: Language) -> WorkReport:
    """The report in a data file, or in a document or text, whose numbers become figures then."""
    from renmin_docs.intake.datafile import load_report
    from renmin_docs.intake.reading import READERS
    from renmin_docs.intake.reports import read_report
    from renmin_docs.report.typed_figures import typed_figures

    if file.suffix.lower() in READERS:
        return load_report(file)
    reading = read_report(file)
    _say_notes(file, reading, language)
    return typed_figures(reading.report)


def _require_target(target: Path, inputs: Sequence[Path]) -> None:
    if faults := [*output_faults(target, inputs, _YAML, "output_kind_yaml")]:
        raise OutputError(*faults, subject=str(target))


def _write_report(target: Path, text: str, language: Language) -> None:
    from renmin_docs.intake.source import MAX_BYTES

    data = text.encode()
    _write(target, data, language)
    if len(data) > MAX_BYTES:
        size, most = (f"{count / 2**20:.0f} MB" for count in (len(data), MAX_BYTES))
        finding = Finding("data_written_large", found=size, expected=most)
        complain(visible(str(target)) + colon(language) + finding.message(language), finding.severity, language)


def _write(target: Path, data: bytes, language: Language) -> None:
    from renmin_docs.writing import write_file

    write_file(target, data)
    say_written(target, language)
