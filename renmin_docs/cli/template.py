"""The commands `template …`: own templates, from a copy of the library's to the check of what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.codes import FOUND
from renmin_docs.cli.console import colon, echo, kind_word, limited, print_json
from renmin_docs.cli.groups import Group, finished
from renmin_docs.cli.targets import PATH, Output, force_option
from renmin_docs.cli.words import Words
from renmin_docs.messages import TERMS, basis, visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from renmin_docs.errors import Finding
    from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "template": ("Copy, check and describe templates.", "导出、检查模板，列出模板变量。"),
    "export": (
        "Copy one of the library's templates, to be changed in Word or WPS.",
        "导出一份自带的模板，供在 Word 或 WPS 中修改。",
    ),
    "list": ("List the library's templates.", "列出自带的模板。"),
    "check": (
        "Say everything that is wrong with a template, or leaves GB/T 9704.",
        "检查模板：标签、样式、版式（GB/T 9704），并试填样例。",
    ),
    "variables": ("Print what a template may print, as Markdown.", "输出模板可用的变量（Markdown）。"),
    "name": ("NAME", "名称"),
    "output": ("OUT.docx", "OUT.docx"),
    "path": ("TEMPLATE", "模板"),
    "sum": (
        "{error} errors, {warning} warnings, {notice} notices",
        "错误 {error} 项，警告 {warning} 项，提示 {notice} 项",
    ),
}
_DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "work_report": ("a work report, without a red head", "工作总结，不带版头"),
    "red_head": ("an official document, with head and imprint", "公文格式，带版头和版记"),
}


def template_command(language: Language) -> click.Command:
    """The group of commands about templates, their help in one language."""
    say = Words(language, _TEXTS)
    group = Group("template", say("template"))
    for command in (_list(say, language), _export(say, language), _check(say, language), _variables(say)):
        group.add_command(finished(command, language))
    return group


def _list(say: Words, language: Language) -> click.Command:
    def listed() -> None:
        from renmin_docs.builtin_templates import names

        for name in names():
            echo(f"{name}  {_DESCRIPTIONS.get(name, ('', ''))[language == 'zh']}".rstrip())

    return click.Command("list", callback=listed, help=say("list"))


def _export(say: Words, language: Language) -> click.Command:
    parameters: list[click.Parameter] = [
        click.Argument(["name"], metavar=say("name")),
        click.Argument(["output"], type=PATH, metavar=say("output")),
        force_option(say),
    ]

    def export(name: str, output: Path, *, force: bool) -> None:
        from renmin_docs.builtin_templates import find_own

        source = find_own(name)
        writing = Output("template", [source], force, language)
        writing.require_kind(output)
        writing.write({output: source.read_bytes()})

    return click.Command("export", callback=export, params=parameters, help=say("export"))


def _check(say: Words, language: Language) -> click.Command:
    parameters: list[click.Parameter] = [
        click.Argument(["template"], metavar=say("path")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("json")),
    ]

    def check(template: str, *, as_json: bool) -> int:
        from renmin_docs.check import check_template

        findings = check_template(template)
        if as_json:
            print_json([_as_data(finding, language) for finding in findings])
        else:
            echo("\n".join(_lines(findings, template, language)))
        return FOUND if any(finding.severity == "error" for finding in findings) else 0

    return click.Command("check", callback=check, params=parameters, help=say("check"))


def _lines(findings: list[Finding], template: str, language: Language) -> Iterable[str]:
    """A line for each finding, with its clause, and one with their numbers."""
    mark = colon(language)
    for finding in limited(findings):
        word = kind_word(finding.severity, language)
        on = basis(finding.clause, finding.strength, language)
        brackets = "" if not on else f"（{on}）" if language == "zh" else f" ({on})"
        yield f"{word}{mark}{visible(template)}{mark}{finding.message(language)}{brackets}"
    counts = Counter(finding.severity for finding in findings)
    numbers = {severity: counts[severity] for severity in ("error", "warning", "notice")}
    yield visible(template) + mark + Words(language, _TEXTS)("sum").format(**numbers)


def _as_data(finding: Finding, language: Language) -> dict[str, Any]:
    words = {key: _word(getattr(finding, key), language) for key in ("found", "expected")}
    keys = ("severity", "rule", "place", "clause", "strength")
    return {**{key: getattr(finding, key) for key in keys}, **words, "message": finding.message(language)}


def _word(value: str, language: Language) -> str:
    return TERMS[value][language == "zh"] if value in TERMS else value


def _variables(say: Words) -> click.Command:
    def variables() -> None:
        from renmin_docs.render.variables import variables_page

        echo(variables_page().removesuffix("\n"))

    return click.Command("variables", callback=variables, help=say("variables"))
