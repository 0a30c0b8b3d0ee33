"""The command line: it parses and prints, the rooms below do the work.

Exit codes: 0 done, also with warnings; 1 findings or failed reports; 2 wrong use or bad input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renmin_docs import __version__
from renmin_docs.errors import RenminDocsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from renmin_docs.errors import Finding
    from renmin_docs.messages import Language
    from renmin_docs.render import Numbering

_TEXTS: dict[str, tuple[str, str]] = {
    "group": ("Typed work reports (工作总结) in Word, in the layout of GB/T 9704.", "把数据文件生成规范的工作总结（GB/T 9704）。"),
    "render": ("Make the Word document of a report.", "由报告数据文件生成 Word 文档。"),
    "schema": ("Print the JSON Schema of data files.", "输出数据文件的 JSON Schema。"),
    "output": ("the .docx to write (default: the report's name)", "要写的 .docx 文件（默认与数据文件同名）"),
    "template": ("a template's name, or the path of a .docx", "模板名称，或 .docx 模板的路径"),
    "numbering": ("heading numbers as text, or as Word's list", "序号写成文字（typed）或 Word 自动编号（native）"),
    "strict": ("treat warnings as errors", "把警告当作错误"),
    "lang": ("language of messages", "提示语言"),
    "version": ("Print the version.", "显示版本号。"),
    "help": ("Show this message.", "显示帮助。"),
    "written": ("written", "已生成"),
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "notice": ("notice", "提示"),
    "usage": ("wrong use", "用法有误"),
    "aborted": ("aborted", "已中断"),
}


def _language(arguments: Sequence[str]) -> Language:
    """`--lang`, else the locale; Chinese where neither says anything (Windows sets no LANG)."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return "en" if argument.endswith("en") else "zh"
        if argument == "--lang" and place + 1 < len(arguments):
            return "en" if arguments[place + 1] == "en" else "zh"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh"


def _command_line(language: Language) -> click.Group:
    """The commands, their help in one language."""

    def say(key: str) -> str:
        return _TEXTS[key][language == "zh"]

    help_names = {"help_option_names": ["-h", "--help"]}

    def lang(function: Callable[..., Any]) -> Callable[..., Any]:
        option = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("lang"))
        return option(function)

    @click.group(help=say("group"), context_settings=help_names)
    @click.version_option(__version__, prog_name="renmin-docs", help=say("version"))
    @lang
    def group() -> None:
        pass

    @group.command(help=say("render"))
    @click.argument("report", type=click.Path(path_type=Path))
    @click.option("-o", "--output", type=click.Path(path_type=Path), help=say("output"))
    @click.option("--template", default="work_report", show_default=True, help=say("template"))
    @click.option(
        "--numbering", type=click.Choice(["typed", "native"]), default="typed", show_default=True, help=say("numbering")
    )
    @click.option("--strict", is_flag=True, help=say("strict"))
    @lang
    def render(report: Path, output: Path | None, template: str, numbering: Numbering, *, strict: bool) -> None:
        target = output or report.with_suffix(".docx")
        _render(report, target, template, numbering, strict=strict, language=language)
        click.echo(f"{say('written')}: {target}" if language == "en" else f"{say('written')}：{target}")

    @group.command(help=say("schema"))
    @lang
    def schema() -> None:
        import json

        from renmin_docs.report.models import WorkReport

        click.echo(json.dumps(WorkReport.model_json_schema(), ensure_ascii=False, indent=2))

    return group


def _render(
    path: Path, target: Path, template: str, numbering: Numbering, *, strict: bool, language: Language
) -> None:
    from renmin_docs.errors import DataFileError
    from renmin_docs.intake.datafile import located, report_of
    from renmin_docs.intake.source import read_source

    source = read_source(path)
    report = report_of(source)
    findings = [located(finding, source) for finding in report.check()]
    grave = [finding for finding in findings if finding.severity == "error" or (strict and _is_warning(finding))]
    if grave:
        raise DataFileError(*grave, subject=str(path))
    for finding in findings:
        _complain(f"{path}: {finding.message(language)}", finding.severity, language)
    report.save(target, template=template, numbering=numbering)


def _is_warning(finding: Finding) -> bool:
    return finding.severity == "warning"


def _complain(text: str, kind: str, language: Language) -> None:
    word = _TEXTS[kind][language == "zh"]
    for line in text.splitlines():
        click.echo(f"{word}：{line}" if language == "zh" else f"{word}: {line}", err=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(given, _language(given)))


def _run(arguments: list[str], language: Language) -> int:
    try:
        code = _command_line(language).main(arguments, prog_name="renmin-docs", standalone_mode=False)
    except RenminDocsError as error:
        _complain(error.message(language), "error", language)
        return 2
    except click.ClickException as error:
        _complain(error.format_message(), "usage", language)
        return 2
    except click.Abort:
        _complain("Ctrl-C", "aborted", language)
        return 130
    return code if isinstance(code, int) else 0
