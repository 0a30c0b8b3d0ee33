"""The command `template check`: what is wrong with a template, as lines, data, SARIF or comments, and put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.codes import FOUND
from renmin_docs.cli.commenting import Copy, require_one_form, result_options
from renmin_docs.cli.console import colon, echo, kind_word, limited, print_json
from renmin_docs.cli.groups import command
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding, RenminDocsError, TemplateError, about
from renmin_docs.messages import Language, basis, visible
from renmin_docs.messages.terms import TERMS

if TYPE_CHECKING:
    from renmin_docs.proofread import Remark
    from renmin_docs.report.models import WorkReport

_TEXTS: dict[str, tuple[str, str]] = {
    "check": (
        "Say everything that is wrong with a template, or leaves GB/T 9704.",
        "检查模板：标签、样式、版式（GB/T 9704），并试填样例。",
    ),
    "check_examples": (
        "template check ours.docx\ntemplate check ours.docx --with report.yaml",
        "template check 本单位.docx\ntemplate check 本单位.docx --with 报告.yaml",
    ),
    "path": ("TEMPLATE", "模板"),
    "report": ("REPORT", "报告"),
    "with": (
        "a report that it is to print: the names of its fields and figures are known",
        "要用它印的报告：核对模板里引用的字段和数据",
    ),
    "fix": (
        "write a copy with the slips put right that leave no doubt, and check that",
        "另存一份副本，改正意思明确的笔误，再检查副本",
    ),
    "output": ("the copy of --fix (default: TEMPLATE.fixed.docx)", "--fix 的副本（默认为 模板.fixed.docx）"),
    "fixed": ("put right: {found} → {expected}", "已改正：{found} → {expected}"),
    "nothing": ("nothing to put right", "没有可以直接改正的"),
    "sum": (
        "{error} errors, {warning} warnings, {notice} notices",
        "错误 {error} 项，警告 {warning} 项，提示 {notice} 项",
    ),
}


def check_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def check(template: str, **options: Any) -> int:
        return _Check(template, language, **options).run()

    parameters: list[click.Parameter] = [
        click.Argument(["template"], metavar=say("path")),
        click.Option(["--with", "report"], type=PATH, metavar=say("report"), help=say("with")),
        say.flag("fix"),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar="OUT.docx"),
        *result_options(say),
    ]
    return command("check", check, parameters, say)


def _loaded(report: Path) -> WorkReport:
    from renmin_docs.report.models import WorkReport

    return WorkReport.load(report)


class _Check:
    """One run of the command; the arguments are its options."""

    def __init__(  # noqa: PLR0913 - the options
        self,
        template: str,
        language: Language,
        *,
        report: Path | None,
        fix: bool,
        output: Path | None,
        comments: Path | None,
        author: str | None,
        force: bool,
        as_json: bool,
        as_sarif: bool,
    ) -> None:
        from renmin_docs.builtin_templates import find

        require_one_form(as_json=as_json, as_sarif=as_sarif)
        if output is not None and not fix:
            raise Misuse(Finding("usage_missing", found="--fix", expected="renmin-docs template check"))
        self._report = None if report is None else _loaded(report)
        self._template, self._language, self._path = template, language, find(template)
        self._target = output or Path(f"{Path(template).with_suffix('')}.fixed.docx") if fix else None
        self._writing = Output("template", [self._path], force, language)
        self._copy = Copy(comments, author, Output("check", [self._path], force, language))
        self._as_json, self._as_sarif = as_json, as_sarif
        self._say = Words(language, _TEXTS)

    def run(self) -> int:
        """Check the template, or the copy in which it was put right."""
        self._copy.require([self._path])
        if self._target is not None and self._fixed(self._target):
            self._template, self._path = str(self._target), self._target
        remarks, findings = self._found()
        self._copy.write(self._path, remarks)
        if self._as_sarif:
            self._print_sarif(remarks)
        elif self._as_json:
            print_json([_as_data(remark, self._language) for remark in remarks])
        else:
            echo("\n".join(self._lines(findings)))
        return FOUND if any(finding.severity == "error" for finding in findings) else 0

    def _fixed(self, target: Path) -> bool:
        """Whether a copy was written in which the template is put right."""
        from renmin_docs.opening import read_office_file
        from renmin_docs.render.preparing.fixing import fix_template

        self._writing.require(target)
        with about(self._template, TemplateError, RenminDocsError):
            fixed = fix_template(read_office_file(self._path))
        is_plain = not (self._as_json or self._as_sarif)
        if fixed.changes:
            self._writing.write({target: fixed.data})
        for change in fixed.changes if is_plain else ():
            echo(self._say("fixed").format(found=visible(change.found), expected=visible(change.expected)))
        if is_plain and not fixed.changes:
            echo(self._say("nothing"))
        return bool(fixed.changes)

    def _found(self) -> tuple[Sequence[Remark], list[Finding]]:
        """What is found: each at its place for programs and comments, and what is alike together for people."""
        from renmin_docs.check import check_template

        if not (self._as_json or self._as_sarif or self._copy.target):
            return (), check_template(self._path, self._report)
        from renmin_docs.check.templates import checked_template

        remarks = checked_template(self._path, self._report).remarks
        together = self._copy.target is not None
        return remarks, check_template(self._path, self._report) if together else [each.finding for each in remarks]

    def _print_sarif(self, remarks: Sequence[Remark]) -> None:
        from renmin_docs.check.documents import CheckedDocument
        from renmin_docs.check.sarif import as_sarif

        print_json(as_sarif([(CheckedDocument(self._template, ()), remarks)], self._language))

    def _lines(self, findings: list[Finding]) -> Iterator[str]:
        """A line for each finding, with its clause, and one with their numbers."""
        mark, subject = colon(self._language), visible(self._template)
        for finding in limited(findings):
            word = kind_word(finding.severity, self._language)
            on = basis(finding.clause, finding.strength, self._language)
            brackets = "" if not on else f"（{on}）" if self._language == "zh" else f" ({on})"
            yield f"{word}{mark}{subject}{mark}{finding.message(self._language)}{brackets}"
        counts = Counter(finding.severity for finding in findings)
        numbers = {severity: counts[severity] for severity in ("error", "warning", "notice")}
        yield subject + mark + self._say("sum").format(**numbers)


def _as_data(remark: Remark, language: Language) -> dict[str, Any]:
    finding = remark.finding
    words = {key: _word(getattr(finding, key), language) for key in ("found", "expected")}
    keys = ("severity", "rule", "place", "clause", "strength")
    data = {**{key: getattr(finding, key) for key in keys}, **words, "message": finding.message(language)}
    at = {"passage": remark.passage + 1 or None, "start": remark.start, "end": remark.end, "context": remark.context}
    return {**data, **at, "fingerprint": remark.fingerprint}


def _word(value: str, language: Language) -> str:
    return TERMS[value][language == "zh"] if value in TERMS else value
