"""The commands `template …`: own templates, from a copy of the library's to the check of what became of it."""

from __future__ import annotations

from pathlib import Path

import click

from renmin_docs.cli.console import complain_about, echo, limited
from renmin_docs.cli.groups import Group, command, finished
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.template_check import check_command
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "template": ("Copy, check and describe templates.", "导出、检查模板，列出模板变量。"),
    "template_examples": (
        "template export work_report ours.docx\ntemplate check ours.docx",
        "template export work_report 本单位.docx\ntemplate check 本单位.docx",
    ),
    "export": (
        "Copy one of the library's templates, to be changed in Word or WPS.",
        "导出一份自带的模板，供在 Word 或 WPS 中修改。",
    ),
    "export_examples": (
        "template export work_report ours.docx\ntemplate export red_head ours.docx --force",
        "template export work_report 本单位.docx\ntemplate export red_head 本单位.docx --force",
    ),
    "list": ("List the library's templates.", "列出自带的模板。"),
    "list_examples": ("template list\ntemplate list --lang zh", "template list\ntemplate list --lang en"),
    "variables": ("Print what a template may print, as Markdown.", "输出模板可用的变量（Markdown）。"),
    "variables_examples": (
        "template variables\ntemplate variables > variables.md",
        "template variables\ntemplate variables > 变量.md",
    ),
    "make": ("Make a template of a finished document.", "把一份做好的文档变成模板。"),
    "make_examples": (
        "template make last.docx -o ours.docx\ntemplate make last.docx -o ours.docx --force",
        "template make 去年总结.docx -o 我们的.docx\ntemplate make 去年总结.docx -o 我们的.docx --force",
    ),
    "document": ("DOCUMENT.docx", "文档.docx"),
    "name": ("NAME", "名称"),
    "output": ("OUT.docx", "OUT.docx"),
    "made": ("the template", "要写的模板"),
}
_DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "work_report": ("a work report, without a red head", "工作总结，不带版头"),
    "red_head": ("an official document, with head and imprint", "公文格式，带版头和版记"),
}


def template_command(language: Language) -> click.Command:
    """The group of commands about templates, their help in one language."""
    say = Words(language, _TEXTS)
    group = Group("template", say("template"))
    group.epilog = say("template_examples")
    made = [_list(say, language), _export(say, language), _make(say, language)]
    for each in (*made, check_command(language), _variables(say)):
        group.add_command(finished(each, language))
    return group


def _list(say: Words, language: Language) -> click.Command:
    def listed() -> None:
        from renmin_docs.builtin_templates import names

        for name in names():
            echo(f"{name}  {_DESCRIPTIONS.get(name, ('', ''))[language == 'zh']}".rstrip())

    return command("list", listed, [], say)


def _export(say: Words, language: Language) -> click.Command:
    parameters: list[click.Parameter] = [
        click.Argument(["name"], metavar=say("name")),
        click.Argument(["output"], type=PATH, metavar=say("output")),
        say.flag("force"),
    ]

    def export(name: str, output: Path, *, force: bool) -> None:
        from renmin_docs.builtin_templates import find_own
        from renmin_docs.templating.export import exported_template

        writing = Output("template", [find_own(name)], force, language)
        writing.require_kind(output)
        writing.write({output: exported_template(name, language)})

    return command("export", export, parameters, say)


def _make(say: Words, language: Language) -> click.Command:
    parameters: list[click.Parameter] = [
        click.Argument(["document"], type=PATH, metavar=say("document")),
        click.Option(["-o", "--output"], type=PATH, required=True, help=say("made"), metavar=say("output")),
        say.flag("force"),
    ]

    def make(document: Path, output: Path, *, force: bool) -> None:
        from renmin_docs.templating.making import make_template

        writing = Output("template", [document], force, language)
        writing.require_kind(output)
        made = make_template(document)
        for finding in limited(made.findings):
            complain_about(document, finding, language)
        writing.write({output: made.data})

    return command("make", make, parameters, say)


def _variables(say: Words) -> click.Command:
    def variables() -> None:
        from renmin_docs.render.variables import variables_page

        echo(variables_page().removesuffix("\n"))

    return command("variables", variables, [], say)
