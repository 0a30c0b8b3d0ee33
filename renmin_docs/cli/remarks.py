"""Remarks of `check` as people read them: grouped by file, each with its sentence, and their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from renmin_docs.cli.console import colon, kind_word, limited
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language, Severity, basis, rules, visible

if TYPE_CHECKING:
    from renmin_docs.check.documents import CheckedDocument
    from renmin_docs.proofread import Remark

_TEXTS: dict[str, tuple[str, str]] = {
    "sum": ("{error} errors, {warning} warnings", "错误 {error} 项，警告 {warning} 项"),
    "notices": (", {notice} notices", "，提示 {notice} 项"),
    "more": (" (shown with --all)", "（用 --all 列出）"),
    "accepted": ("; {accepted} accepted before", "；已接受 {accepted} 项"),
    "total": ("{count} files", "共 {count} 个文件"),
}


def lines_of(checked: CheckedDocument, remarks: Sequence[Remark], language: Language) -> Iterator[str]:
    """The name of a file and its remarks; nothing where there are none."""
    placed = {id(remark.finding): remark for remark in remarks}
    if remarks:
        yield visible(checked.path)
    for finding in limited([remark.finding for remark in remarks]):
        if (remark := placed.get(id(finding))) is None:
            yield f"  {kind_word(finding.severity, language)}{colon(language)}{finding.message(language)}"
        else:
            yield from _lines(remark, language)


def _lines(remark: Remark, language: Language) -> Iterator[str]:
    """What was found, with rule and clause, and below it the sentence where it is on words of one."""
    finding = remark.finding
    on = basis(finding.clause, finding.strength, language, rules()[finding.rule].standard)
    between, brackets = ("，", "（{}）") if language == "zh" else (", ", " ({})")
    behind = brackets.format(between.join(filter(None, (finding.rule, on))))
    yield f"  {kind_word(finding.severity, language)}{colon(language)}{finding.message(language)}{behind}"
    if remark.end:
        yield f"      {visible(remark.context)}"


def sum_of(checked: CheckedDocument, severities: Collection[Severity], language: Language) -> str:
    """How many remarks of each kind a file has, and how many are not shown."""
    return _sum(visible(checked.path), checked.counts, checked.accepted, severities, language)


def total_of(checked: Sequence[CheckedDocument], severities: Collection[Severity], language: Language) -> str:
    """How many remarks of each kind several files have together, and how many are not shown."""
    counts = sum((each.counts for each in checked), Counter[Any]())
    name = Words(language, _TEXTS)("total").format(count=len(checked))
    return _sum(name, counts, sum(each.accepted for each in checked), severities, language)


def _sum(name: str, counts: Counter[Any], accepted: int, severities: Collection[Severity], language: Language) -> str:
    say = Words(language, _TEXTS)
    numbers = {severity: counts[severity] for severity in ("error", "warning", "notice")}
    parts = ["sum"]
    if numbers["notice"]:
        parts += ["notices"] if "notice" in severities else ["notices", "more"]
    parts += ["accepted"] if accepted else []
    return name + colon(language) + "".join(say(part).format(accepted=accepted, **numbers) for part in parts)
