"""The command `import`: last year's report, from a Word document or a text, as a data file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.groups import command
from renmin_docs.cli.reports import say_notes, write_report
from renmin_docs.cli.targets import PATH, Output, keys_option
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language
from renmin_docs.vocabulary import Spelling

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_TEXTS: dict[str, tuple[str, str]] = {
    "import": (
        "Read last year's report from a Word document or a text file.",
        "把去年的报告（Word 文档或文本文件）读成数据文件。",
    ),
    "import_examples": (
        "import last.docx\nimport last.txt -o report.yaml --figures",
        "import 去年总结.docx\nimport 去年总结.txt -o 报告.yaml --figures",
    ),
    "file_metavar": ("FILE", "文件"),
    "read_output": (
        "the .yaml or .json to write (default: a .yaml named like the file)",
        "要写的 .yaml 或 .json 文件（默认为同名的 .yaml）",
    ),
    "year": ("the year reported on (default: found in the text)", "报告年度（默认从文中找出）"),
    "organization": ("the office's name (default: found in the text)", "单位名称（默认从文中找出）"),
    "year_metavar": ("YEAR", "年度"),
    "organization_metavar": ("NAME", "单位"),
    "without": ("leave out a step of cleaning; may be repeated", "不做某一项清理，可重复使用"),
    "figures": ("make named figures of the numbers in the text", "把文中的数字转成有名称的数据"),
    "read_keys": (
        "Chinese keys (zh) or English ones (en); by default by the language of messages",
        "中文键（zh）或英文键（en），默认随提示所用的语言",
    ),
    "imported": ("read from {name}; check what is said here:", "由 {name} 读入，请核对以下各处："),
}


def import_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    parameters: list[click.Parameter] = [
        click.Argument(["file"], type=PATH, metavar=say("file_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("read_output"), metavar="REPORT.yaml"),
        click.Option(["--year"], type=click.IntRange(1900, 2999), help=say("year"), metavar=say("year_metavar")),
        click.Option(["--organization"], help=say("organization"), metavar=say("organization_metavar")),
        click.Option(["--without"], multiple=True, help=say("without"), metavar="STEP"),
        say.flag("figures"),
        keys_option(say("read_keys")),
        say.flag("verbose"),
        say.flag("force"),
    ]
    return command("import", partial(_import, language=language), parameters, say)


def _import(
    file: Path,
    language: Language,
    output: Path | None,
    *,
    figures: bool,
    force: bool,
    keys: Spelling | None,
    **given: Any,
) -> None:
    """Read a file; `given` are the year, the organization, the steps of cleaning to leave out, and `verbose`."""
    verbose = given.pop("verbose")
    from renmin_docs.intake.reports import read_report
    from renmin_docs.report.typed_figures import typed_figures

    _require_draft(file)
    target = file.with_suffix(".yaml") if output is None else output
    writing = Output("import", [file], force, language)
    writing.require(target)
    _require_organization(given["organization"])
    given["cleaning"] = [f"-{step}" for step in given.pop("without")] or None
    reading = read_report(file, **given)
    say_notes(file, reading.notes, language, verbose=verbose)
    report = typed_figures(reading.report) if figures else reading.report
    pictures = {target.parent / name: data for name, data in reading.pictures.items()}
    text = _text(target, report, _remarks(file, reading.notes, language), keys or language)
    del reading, report  # of a large text they hold many times what is written
    write_report(target, text, writing, pictures)


def _text(target: Path, report: WorkReport, comments: dict[str, str], keys: Spelling) -> str:
    """The data file, in the format of its ending."""
    from renmin_docs.intake.datafiles.write_yaml import report_to_json, report_to_yaml

    is_json = target.suffix.lower() == ".json"
    return report_to_json(report) if is_json else report_to_yaml(report, comments, keys=keys)


def _require_organization(name: str | None) -> None:
    from renmin_docs.report.text import require_name

    if name is not None:
        require_name(name)


def _require_draft(file: Path) -> None:
    from renmin_docs.file_kinds import DATA_FILES

    if file.suffix.lower() in DATA_FILES and file.is_file():
        raise Misuse(Finding("usage_data_file", found=str(file)))


def _remarks(file: Path, notes: Iterable[Finding], language: Language) -> dict[str, str]:
    """What is doubtful, as the comment at the head of the data file; none where nothing is."""
    doubts = [note.message(language) for note in notes if note.severity == "warning"]
    head = Words(language, _TEXTS)("imported").format(name=file.name)
    return {"": "\n".join((head, *doubts))} if doubts else {}
