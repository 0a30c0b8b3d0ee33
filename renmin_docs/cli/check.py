"""The command `check`: proofread documents, texts and data files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.codes import FOUND, WRONG_USE
from renmin_docs.cli.console import colon, complain, echo, kind_word, limited
from renmin_docs.cli.targets import PATH
from renmin_docs.cli.words import Words
from renmin_docs.errors import RenminDocsError
from renmin_docs.messages import RULES, basis, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from renmin_docs.check.documents import CheckedDocument
    from renmin_docs.messages import Language
    from renmin_docs.proofread import Remark

_TEXTS: dict[str, tuple[str, str]] = {
    "check": (
        "Proofread documents: figures that agree, numbers, marks, structure, words.",
        "校对文稿：数据是否自洽，数字、标点、结构、用词是否合规。",
    ),
    "files_metavar": ("FILE…", "文件…"),
    "strict": ("warnings count as errors, and notices are shown", "警告按错误对待，并列出提示"),
    "all": ("show notices too", "连同提示一并列出"),
    "sum": ("{error} errors, {warning} warnings", "错误 {error} 项，警告 {warning} 项"),
    "notices": (", {notice} notices", "，提示 {notice} 项"),
    "more": (" (shown with --all)", "（用 --all 列出）"),
    "total": ("{count} files", "共 {count} 个文件"),
}


def check_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def check(files: tuple[Path, ...], *, strict: bool, show_all: bool) -> int:
        checked = [_checked(file, language) for file in files]
        read = [each for each in checked if each is not None]
        severities = ("error", "warning", "notice") if strict or show_all else ("error", "warning")
        for each in read:
            echo("\n".join(_lines(each, severities, language)))
        if len(files) > 1:
            counts = sum((each.counts for each in read), Counter[Any]())
            echo(_sum(say("total").format(count=len(read)), counts, severities, language))
        if None in checked:
            return WRONG_USE
        grave = ("error", "warning") if strict else ("error",)
        return FOUND if any(each.of(*grave) for each in read) else 0

    parameters: list[click.Parameter] = [
        click.Argument(["files"], type=PATH, metavar=say("files_metavar"), nargs=-1, required=True),
        click.Option(["--strict"], is_flag=True, help=say("strict")),
        click.Option(["--all", "show_all"], is_flag=True, help=say("all")),
    ]
    return click.Command("check", callback=check, params=parameters, help=say("check"))


def _checked(file: Path, language: Language, **options: Any) -> CheckedDocument | None:
    """A file that has been checked; None with a message where it can't be read."""
    from renmin_docs.check.documents import check_document

    try:
        return check_document(file, **options)
    except RenminDocsError as error:
        shown = RenminDocsError(*limited(error.findings), subject=error.subject or str(file))
        complain(shown.message(language), "error", language)
        return None


def _lines(checked: CheckedDocument, severities: tuple[Any, ...], language: Language) -> Iterator[str]:
    """A file's name, its remarks, and their numbers."""
    remarks = {id(remark.finding): remark for remark in checked.of(*severities)}
    name = visible(checked.path)
    if remarks:
        yield name
    for finding in limited([remark.finding for remark in remarks.values()]):
        mark = colon(language)
        if (remark := remarks.get(id(finding))) is None:
            yield f"  {kind_word(finding.severity, language)}{mark}{finding.message(language)}"
        else:
            yield from _remark_lines(remark, language)
    yield _sum(name, checked.counts, severities, language)


def _remark_lines(remark: Remark, language: Language) -> Iterator[str]:
    """What was found, with rule and clause, and below it the sentence."""
    finding = remark.finding
    on = basis(finding.clause, finding.strength, language, RULES[finding.rule].standard)
    between, brackets = ("，", "（{}）") if language == "zh" else (", ", " ({})")
    behind = brackets.format(between.join(filter(None, (finding.rule, on))))
    yield f"  {kind_word(finding.severity, language)}{colon(language)}{finding.message(language)}{behind}"
    if remark.context:
        yield f"      {visible(remark.context)}"


def _sum(name: str, counts: Counter[Any], severities: tuple[Any, ...], language: Language) -> str:
    say = Words(language, _TEXTS)
    text = name + colon(language) + say("sum").format(error=counts["error"], warning=counts["warning"])
    if counts["notice"]:
        text += say("notices").format(notice=counts["notice"])
        text += "" if "notice" in severities else say("more")
    return text
