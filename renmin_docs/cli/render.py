"""The command `render`: the Word document of a report, or where its settings come from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from renmin_docs.cli.codes import WRONG_USE
from renmin_docs.cli.console import colon, complain, echo, limited, print_json
from renmin_docs.cli.groups import command
from renmin_docs.cli.reports import say_notes
from renmin_docs.cli.targets import PATH, Output, open_result
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding, ReportError
from renmin_docs.fingerprint import DOCUMENT
from renmin_docs.messages import Language, visible

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.fields import Numbering
    from renmin_docs.report.models import WorkReport

_TEXTS: dict[str, tuple[str, str]] = {
    "render": (
        "Make the Word document of a report, from a data file or a draft (.docx .doc .wps .odt .rtf .txt .md).",
        "由报告数据文件或草稿（.docx .doc .wps .odt .rtf .txt .md）生成 Word 文档。",
    ),
    "render_examples": (
        "render report.yaml --pdf --open\nrender draft.docx -o report.docx --template red_head",
        "render 报告.yaml --pdf --open\nrender 草稿.docx -o 总结.docx --template red_head",
    ),
    "output": (
        "the .docx to write (default: named like the data file; of a draft in Word, by office and period)",
        "要写的 .docx 文件（默认与数据文件同名；Word 草稿按单位和时段命名）",
    ),
    "output_metavar": ("OUT.docx", "OUT.docx"),
    "explain": ("write nothing; show each setting and where it comes from", "不生成文件，列出每项设置及其来源"),
    "pdf": ("print it to a PDF beside the document, too, by LibreOffice", "同时用 LibreOffice 在文档旁生成 PDF"),
    "explain_json": ("with --explain: as JSON, for programs", "与 --explain 合用：输出 JSON，供程序读取"),
}
_PATTERN = {"*", "?"}


class _Job(NamedTuple):
    """What `render` was asked for."""

    report: Path
    language: Language
    output: Path | None = None
    template: str | None = None
    numbering: Numbering | None = None
    profile: Path | None = None
    explain: bool = False
    as_json: bool = False
    strict: bool = False
    verbose: bool = False
    with_pdf: bool = False
    is_opened: bool = False
    force: bool = False

    def target(self, report: WorkReport) -> Path:
        """Where the document goes: never over the draft that it is made from."""
        if self.output is not None:
            return self.output
        if self.report.suffix.lower() != ".docx":
            return self.report.with_suffix(".docx")
        from renmin_docs.batch.names import DEFAULT_NAMES, name_of

        return self.report.with_name(name_of(DEFAULT_NAMES, report, str(self.report)))


def render_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def render(report: Path, **options: Any) -> int:
        return _render(_Job(report, language, **options))

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar=say("output_metavar")),
        click.Option(["--template"], help=say("template"), metavar=say("template_metavar")),
        click.Option(["--numbering"], type=click.Choice(["typed", "native"]), help=say("numbering")),
        click.Option(["--profile"], type=PATH, help=say("profile"), metavar=say("profile_metavar")),
        say.flag("explain"),
        say.flag("explain_json", "--json", "as_json"),
        say.flag("strict"),
        say.flag("verbose"),
        say.flag("pdf", "--pdf", "--preview", "with_pdf"),
        say.flag("open", "--open", "is_opened"),
        say.flag("force"),
    ]
    return command("render", render, parameters, say)


def _render(job: _Job) -> int:
    from renmin_docs.intake.drafts import opened_report

    if _PATTERN & {*job.report.name} and not job.report.exists():
        raise Misuse(Finding("usage_many", found=str(job.report)))
    with opened_report(job.report, job.profile) as opened:
        say_notes(job.report, opened.notes, job.language, verbose=job.verbose)
        return _render_opened(opened.report, opened.source, job)


def _render_opened(report: WorkReport, source: DataSource, job: _Job) -> int:
    if job.explain:
        return _explain(report, source, job)
    return WRONG_USE if _made(lambda: _save(report, source, job), report, source, job) is None else 0


def document_at(file: Path, language: Language) -> bytes | None:
    """The .docx of the report in a file; None with a message where it can't be printed."""
    from renmin_docs.intake.drafts import opened_report

    with opened_report(file) as opened:
        return _made(opened.report.to_bytes, opened.report, opened.source, _Job(file, language))


def _made(make: Callable[[], bytes], report: WorkReport, source: DataSource, job: _Job) -> bytes | None:
    """What is made of a report behind its checks; None with a message where it can't be printed."""
    from renmin_docs.render.one_document import check_for

    if _say(check_for(report, job.template), source, job):
        return None
    try:
        return make()
    except ReportError as error:  # what shows only on the page: a table too wide, a picture that is damaged
        _say(error.findings, source, job)
        return None


def _explain(report: WorkReport, source: DataSource, job: _Job) -> int:
    from renmin_docs.sheets.settings import as_data, as_lines, settings_of

    given = {"template": job.template, "numbering": job.numbering, "profile": job.profile}
    settings = settings_of(report, source, given)
    if job.as_json:
        print_json(as_data(settings))
    else:
        echo("\n".join(as_lines(settings, job.language, source.keys)))
    return 0


def _say(findings: Collection[Finding], source: DataSource, job: _Job) -> bool:
    """Print findings with their places in the data file; whether any keeps the report from being printed."""
    from renmin_docs.intake.datafiles.loading import located

    grave = ("error", "warning") if job.strict else ("error",)
    for each in limited(findings):
        finding = located(each, source)
        text = visible(finding.file or str(job.report)) + colon(job.language) + finding.message(job.language)
        complain(text, "error" if finding.severity in grave else finding.severity, job.language)
    return any(finding.severity in grave for finding in findings)


def _save(report: WorkReport, source: DataSource, job: _Job) -> bytes:
    from renmin_docs.builtin_templates import find
    from renmin_docs.intake.inputs import files_beside
    from renmin_docs.render.one_document import template_for

    template = template_for(report) if job.template is None else job.template
    inputs = [job.report, find(template), *files_beside(report, source)]
    output = Output(DOCUMENT, inputs, job.force, job.language)
    result = target = job.target(report)
    output.require_kind(target)  # all else is asked before it is written, which is soon
    if job.with_pdf:
        result = target.with_suffix(".pdf")
        output._replace(maker="preview").require(result)
    document = report.to_bytes(template=template, numbering=job.numbering)
    output.write({target: document})
    if job.with_pdf:
        _print(document, target, output._replace(maker="preview"))
    if job.is_opened:
        open_result(result, job.language)
    return document


def _print(document: bytes, target: Path, output: Output) -> None:
    """Write the PDF beside a document."""
    from renmin_docs.cli.printing import printed

    pdf = target.with_suffix(".pdf")
    output.write({pdf: output.stamped(pdf, printed(document, target, output.language))})
