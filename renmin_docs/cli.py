"""The command line: it parses and prints, the rooms below do the work.

Exit codes: 0 done, also with warnings; 1 findings or failed reports; 2 wrong use or bad input.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from renmin_docs.console import complain
from renmin_docs.errors import Finding, OutputError, RenminDocsError, ReportError
from renmin_docs.messages import visible
from renmin_docs.new_command import new_command
from renmin_docs.targets import output_faults
from renmin_docs.usage import WRONG_USE, ChineseContext, Group, colon, misuse_of, no_command, print_json
from renmin_docs.version import __version__
from renmin_docs.year_commands import year_commands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from renmin_docs.intake.source import DataSource
    from renmin_docs.messages import Language
    from renmin_docs.render import Numbering
    from renmin_docs.report.models import WorkReport

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_TEXTS: dict[str, tuple[str, str]] = {
    "group": (
        "Typed work reports (工作总结) in Word, in the layout of GB/T 9704.",
        "把数据文件生成规范的工作总结（GB/T 9704）。",
    ),
    "render": ("Make the Word document of a report.", "由报告数据文件生成 Word 文档。"),
    "figures": (
        "List every figure that a report shows, and where: the sheet for proofreading.",
        "列出报告中的全部数据及其位置，供校对使用。",
    ),
    "json": ("print JSON for programs", "输出 JSON，供程序读取"),
    "xlsx": ("write a workbook instead (needs openpyxl)", "改为写入工作簿（需要 openpyxl）"),
    "xlsx_metavar": ("OUT.xlsx", "OUT.xlsx"),
    "schema": ("Print the JSON Schema of data files.", "输出数据文件的 JSON Schema。"),
    "output": ("the .docx to write (default: named like the report)", "要写的 .docx 文件（默认与数据文件同名）"),
    "template": (
        "a template's name, or a .docx (default: the report's; red_head with a header or imprint; work_report)",
        "模板名称，或 .docx 模板的路径（默认：报告写明的；没有写明时，有版头或版记用 red_head，否则用 work_report）",
    ),
    "numbering": (
        "heading numbers as text, or as Word's list (default: the report's; else typed)",
        "序号写成文字（typed）或 Word 自动编号（native）；默认按报告，没有写明时为文字",
    ),
    "profile": (
        "the profile under the report (default: the one that the report names)",
        "报告共用的配置文件（默认用报告里写明的）",
    ),
    "explain": (
        "write nothing; show each setting and where it comes from",
        "不生成文件，列出每项设置及其来源",
    ),
    "explain_json": ("with --explain: as JSON, for programs", "与 --explain 合用：输出 JSON，供程序读取"),
    "schema_profile": ("the schema of profiles instead", "改为配置文件的 JSON Schema"),
    "profile_metavar": ("PROFILE", "配置文件"),
    "strict": ("treat warnings as errors", "把警告当作错误"),
    "lang": ("language of messages", "提示语言"),
    "version": ("print the version", "显示版本号"),
    "help": ("show this message", "显示帮助"),
    "options": ("[OPTIONS]", "[选项]"),
    "command": ("COMMAND …", "命令 …"),
    "report_metavar": ("REPORT", "报告文件"),
    "output_metavar": ("OUT.docx", "OUT.docx"),
    "template_metavar": ("NAME|PATH", "NAME|PATH"),
    "written": ("written", "已生成"),
}

_PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is said by who reads it
_OBJECTS = 50_000
"""How many new objects there must be before Python looks for garbage among them; 700 where nobody says so."""

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _let_any_text_out()
    # pydantic would read every installed package's entry points, for plugins that have no part here
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # what is imported stays: to look through it for garbage again and again is a fortieth of a cold start
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    sys.exit(_run(given, _language(given)))


def _run(arguments: list[str], language: Language) -> int:
    try:
        code = _command_line(language).main(arguments, prog_name="renmin-docs", standalone_mode=False)
    except RenminDocsError as error:
        complain(error.message(language), "error", language)
        return WRONG_USE
    except click.ClickException as error:
        complain(misuse_of(error).message(language), "usage", language)
        return WRONG_USE
    except OSError as error:  # a full disk, also under our own output
        finding = Finding("system_refused", place=str(error.filename or ""), found=error.strerror or str(error))
        complain(finding.message(language), "error", language)
        return WRONG_USE
    except click.Abort:
        complain("Ctrl-C", "aborted", language)
        return _INTERRUPTED
    return code if isinstance(code, int) else 0


def _let_any_text_out() -> None:
    """A console that has no Chinese shows escapes instead of stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _language(arguments: Sequence[str]) -> Language:
    """`--lang`, else the locale; Chinese where neither says anything (Windows sets no LANG)."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            if value in ("zh", "en"):
                return "zh" if value == "zh" else "en"
    locales = [os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)]
    return "zh" if not locales or locales[0].lower().startswith("zh") else "en"


# --- the commands -----------------------------------------------------------------------------


def _command_line(language: Language) -> click.Group:
    """The commands, their help in one language."""

    def say(key: str) -> str:
        return _TEXTS[key][language == "zh"]

    lang = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("lang"))
    shown = click.help_option("-h", "--help", help=say("help"))
    version = click.version_option(
        __version__, prog_name="renmin-docs", message="%(prog)s %(version)s", help=say("version")
    )
    group = Group(
        name="renmin-docs",
        help=say("group"),
        callback=click.pass_context(no_command),
        invoke_without_command=True,
        options_metavar=say("options"),
        subcommand_metavar=say("command"),
    )
    made = (
        _render_command(say, language),
        *year_commands(say, language),
        _figures_command(say, language),
        _schema_command(say),
        new_command(language),
    )
    for command in made:
        group.add_command(shown(lang(command)))
    group.add_later("batch", lambda: shown(lang(_batch_command(say, language))))
    group.add_later("template", lambda: shown(lang(_template_commands(say, language, lambda each: shown(lang(each))))))
    shown(lang(version(group)))
    if language == "zh":
        for command in (group, *group.commands.values()):
            command.context_class = ChineseContext
    return group


def _batch_command(say: Callable[[str], str], language: Language) -> click.Command:
    from renmin_docs.batch_command import batch_command

    return batch_command(say, language)


def _template_commands(
    say: Callable[[str], str], language: Language, decorate: Callable[[click.Command], click.Command]
) -> click.Command:
    from renmin_docs.template_commands import template_group

    return template_group(language, say("options"), say("command"), decorate)


def _render_command(say: Callable[[str], str], language: Language) -> click.Command:
    def render(report: Path, **options: Any) -> int:
        return _render(_Job(report, language=language, **options))

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=_PATH, metavar=say("report_metavar")),
        click.Option(["-o", "--output"], type=_PATH, help=say("output"), metavar=say("output_metavar")),
        click.Option(["--template"], help=say("template"), metavar=say("template_metavar")),
        click.Option(["--numbering"], type=click.Choice(["typed", "native"]), help=say("numbering")),
        click.Option(["--profile"], type=_PATH, help=say("profile"), metavar=say("profile_metavar")),
        click.Option(["--explain"], is_flag=True, help=say("explain")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("explain_json")),
        click.Option(["--strict"], is_flag=True, help=say("strict")),
    ]
    options = say("options")
    return click.Command("render", callback=render, params=parameters, help=say("render"), options_metavar=options)


def _figures_command(say: Callable[[str], str], language: Language) -> click.Command:
    def figures(report: Path, *, as_json: bool, xlsx: Path | None) -> None:
        _figures(report, as_json=as_json, xlsx=xlsx, language=language)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=_PATH, metavar=say("report_metavar")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("json")),
        click.Option(["--xlsx"], type=_PATH, help=say("xlsx"), metavar=say("xlsx_metavar")),
    ]
    options = say("options")
    return click.Command("figures", callback=figures, params=parameters, help=say("figures"), options_metavar=options)


def _figures(path: Path, *, as_json: bool, xlsx: Path | None, language: Language) -> None:
    from renmin_docs.figure_sheet import as_data, as_lines, as_workbook
    from renmin_docs.intake.datafile import figure_index_of, report_of
    from renmin_docs.intake.reading import read_source
    from renmin_docs.writing import write_file

    source = read_source(path)
    entries = figure_index_of(report_of(source), source)
    if xlsx is not None:
        write_file(xlsx, as_workbook(entries, language))
        click.echo(_TEXTS["written"][language == "zh"] + colon(language) + str(xlsx))
    elif as_json:
        print_json(as_data(entries))
    else:
        click.echo("\n".join(as_lines(entries, language)))


def _schema_command(say: Callable[[str], str]) -> click.Command:
    flag = click.Option(["--profile", "of_profile"], is_flag=True, help=say("schema_profile"))
    return click.Command("schema", callback=_schema, params=[flag], help=say("schema"), options_metavar=say("options"))


def _schema(*, of_profile: bool) -> None:
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.profile import Profile

    print_json((Profile if of_profile else WorkReport).model_json_schema())


class _Job(NamedTuple):
    """What `render` was asked for."""

    report: Path
    output: Path | None
    template: str | None
    numbering: Numbering | None
    profile: Path | None
    explain: bool
    as_json: bool
    strict: bool
    language: Language

    @property
    def target(self) -> Path:
        return self.report.with_suffix(".docx") if self.output is None else self.output


def _render(job: _Job) -> int:
    from renmin_docs.intake.datafile import located, report_of
    from renmin_docs.intake.reading import read_source

    source = read_source(job.report, job.profile)
    report = report_of(source)
    if job.explain:
        return _explain(report, source, job)
    grave = [_is_grave(located(finding, source), job) for finding in report.check()]
    if any(grave):
        return WRONG_USE
    try:
        _save(report, job)
    except ReportError as error:  # what shows only on the page: a table too wide, a picture that is damaged
        for finding in error.findings:
            _is_grave(located(finding, source), job)
        return WRONG_USE
    click.echo(_TEXTS["written"][job.language == "zh"] + colon(job.language) + str(job.target))
    return 0


def _explain(report: WorkReport, source: DataSource, job: _Job) -> int:
    from renmin_docs.explain import as_data, as_lines, settings_of

    given = {"template": job.template, "numbering": job.numbering, "profile": job.profile}
    settings = settings_of(report, source, given)
    if job.as_json:
        print_json(as_data(settings))
    else:
        click.echo("\n".join(as_lines(settings, job.language, source.keys)))
    return 0


def _is_grave(finding: Finding, job: _Job) -> bool:
    """Say what was found; whether it keeps the report from being printed."""
    is_error = finding.severity == "error" or (job.strict and finding.severity == "warning")
    text = visible(finding.file or str(job.report)) + colon(job.language) + finding.message(job.language)
    complain(text, "error" if is_error else finding.severity, job.language)
    return is_error


def _save(report: WorkReport, job: _Job) -> None:
    from renmin_docs.render import template_for
    from renmin_docs.shelf import find

    target, template = job.target, template_for(report) if job.template is None else job.template
    if faults := [*output_faults(target, inputs=(job.report, find(template)))]:
        raise OutputError(*faults, subject=str(target))
    report.save(target, template=template, numbering=job.numbering)
