"""The commands from one year to the next: `import` last year's report, `next` year's skeleton, `compare` two years."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.console import complain
from renmin_docs.errors import OutputError
from renmin_docs.messages import visible
from renmin_docs.targets import output_faults
from renmin_docs.usage import colon, print_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from renmin_docs.intake.prose.reading import Reading
    from renmin_docs.messages import Language
    from renmin_docs.report.models import WorkReport

    Say = Callable[[str], str]

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
_PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is said by who reads it
_YAML = (".yaml", ".yml")


def year_commands(say: Say, language: Language) -> Iterator[click.Command]:
    """The commands, their help in one language.

    Args:
        say: Gives the texts that commands have in common.
        language: Of help and messages.
    """

    def own(key: str) -> str:
        return _TEXTS[key][language == "zh"]

    def read(file: Path, **options: Any) -> None:
        _import(file, language, **options)

    def go_on(report: Path, output: Path | None) -> None:
        _next(report, output, language)

    def compare(last: Path, this: Path, *, as_json: bool, xlsx: Path | None) -> None:
        _compare(last, this, as_json=as_json, xlsx=xlsx, language=language)

    parameters = {
        "import": lambda: _import_parameters(own),
        "next": lambda: _next_parameters(say, own),
        "compare": lambda: _compare_parameters(say, own),
    }
    callbacks: dict[str, Callable[..., None]] = {"import": read, "next": go_on, "compare": compare}
    for name, callback in callbacks.items():
        options = say("options")
        yield click.Command(name, callback=callback, params=parameters[name](), help=own(name), options_metavar=options)


def _import_parameters(own: Say) -> list[click.Parameter]:
    return [
        click.Argument(["file"], type=_PATH, metavar=own("file_metavar")),
        click.Option(["-o", "--output"], type=_PATH, help=own("read_output"), metavar="REPORT.yaml"),
        click.Option(["--year"], type=click.IntRange(1900, 2999), help=own("year")),
        click.Option(["--organization"], help=own("organization")),
        click.Option(["--without"], multiple=True, help=own("without"), metavar="STEP"),
        click.Option(["--figures"], is_flag=True, help=own("figures")),
    ]


def _next_parameters(say: Say, own: Say) -> list[click.Parameter]:
    return [
        click.Argument(["report"], type=_PATH, metavar=say("report_metavar")),
        click.Option(["-o", "--output"], type=_PATH, help=own("next_output"), metavar="NEXT.yaml"),
    ]


def _compare_parameters(say: Say, own: Say) -> list[click.Parameter]:
    return [
        click.Argument(["last"], type=_PATH, metavar=own("last_metavar")),
        click.Argument(["this"], type=_PATH, metavar=own("this_metavar")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("json")),
        click.Option(["--xlsx"], type=_PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
    ]


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
    head = [_TEXTS["imported"][language == "zh"].format(name=file.name), *doubts]
    report = typed_figures(reading.report) if figures else reading.report
    for name, data in reading.pictures.items():
        _write(target.parent / name, data, language)
    _write(target, report_to_yaml(report, {"": "\n".join(head)} if doubts else {}).encode(), language)


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
    comments[""] = _TEXTS["made_next"][language == "zh"].format(name=file.name)
    _write(target, report_to_yaml(skeleton.report, comments).encode(), language)


def _compare(last: Path, this: Path, *, as_json: bool, xlsx: Path | None, language: Language) -> None:
    from renmin_docs.comparison_sheet import as_data, as_lines, as_workbook
    from renmin_docs.report.compare import compare

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


def _write(target: Path, data: bytes, language: Language) -> None:
    from renmin_docs.writing import write_file

    write_file(target, data)
    click.echo(("已生成" if language == "zh" else "written") + colon(language) + str(target))
