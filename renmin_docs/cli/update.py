"""The command `update`: edits that were made in Word, brought back into the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renmin_docs.cli.codes import FOUND
from renmin_docs.cli.console import colon, complain_about, echo
from renmin_docs.cli.groups import command
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language
from renmin_docs.messages.shown import quote

if TYPE_CHECKING:
    from renmin_docs.revise.results import Edit, Update

_TEXTS: dict[str, tuple[str, str]] = {
    "update": (
        "Bring what was changed in a report's Word document back into its data file.",
        "把在 Word 里对报告所作的修改写回数据文件。",
    ),
    "update_examples": (
        "update report.yaml edited.docx --dry-run\nupdate report.yaml edited.docx",
        "update 报告.yaml 修改稿.docx --dry-run\nupdate 报告.yaml 修改稿.docx",
    ),
    "document_metavar": ("EDITED.docx", "修改稿.docx"),
    "output": (
        "write another file (default: the data file itself; the old one is kept as .bak)",
        "另存为其他文件（默认改写数据文件，原文件另存为 .bak）",
    ),
    "dry_run": ("write nothing; show what would be changed", "只列出修改，不写文件"),
    "same": ("nothing was changed", "没有修改"),
    "many": ("{count} changes", "修改 {count} 处"),
    "in": ("+ {place}{new}", "＋ {place}{new}"),
    "out": ("- {place}{old}", "－ {place}{old}"),
    "changed": ("  {place}{old} → {new}", "  {place}{old} → {new}"),
    "moved": ("↕ {place}{new}", "↕ {place}{new}"),
    "kept": ("kept", "原文件另存为"),
}
_SHOWN = 60


def update_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def update(report: Path, document: Path, *, output: Path | None, dry_run: bool, force: bool) -> int:
        target = None if dry_run else _Target(report, document, output, language, force=force)
        return _update(report, document, target, language)

    parameters: list[click.Parameter] = [
        click.Argument(["report"], type=PATH, metavar=say("report_metavar")),
        click.Argument(["document"], type=PATH, metavar=say("document_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar="REPORT.yaml"),
        say.flag("dry_run", "--dry-run"),
        say.flag("force"),
    ]
    return command("update", update, parameters, say)


class _Target:
    """Where the data file goes."""

    def __init__(self, report: Path, document: Path, output: Path | None, language: Language, *, force: bool) -> None:
        self._report, self._output, self._language = report, output, language
        inputs = [document] if output is None else [report, document]
        maker = "update JSON" if report.suffix.lower() == ".json" else "update"
        self._writing = Output(maker, inputs, force or output is None, language)
        if output is not None:
            self._writing.require(output)

    def write(self, text: str, before: bytes) -> None:
        """Write the file; in its own place with the old one beside it, whose bytes are `before`."""
        data = text.encode()
        if self._output is not None:
            self._writing.write({self._output: self._writing.stamped(self._output, data)})
            return
        kept = _free(self._report.with_name(f"{self._report.name}.bak"))
        self._writing.write({kept: before, self._report: data})


def _free(path: Path) -> Path:
    """A path at which nothing stands: with a number where something does."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}{number}")
    return free


def _update(report: Path, document: Path, target: _Target | None, language: Language) -> int:
    from renmin_docs.revise.update import update_report

    found = update_report(report, document)
    _say(found, report, language)
    if target is not None and found.is_changed:
        target.write(found.text, found.before)
    return FOUND if found.unplaced or found.findings or found.notes else 0


def _say(found: Update, report: Path, language: Language) -> None:
    say = Words(language, _TEXTS)
    echo(say("many").format(count=len(found.edits)) if found.edits else say("same"))
    for edit in found.edits:
        kind = "in" if not edit.old else "out" if not edit.new else "moved" if edit.old == edit.new else "changed"
        place = edit.place + colon(language) if edit.place else ""
        echo("  " + say(kind).format(place=place, old=_shown(edit.old), new=_shown(edit.new)))
    listed = _listed(found.unplaced, language)
    for file, finding in (*listed, *(("", each) for each in (*found.findings, *found.notes))):
        complain_about(file or report, finding, language)


def _shown(text: str) -> str:
    return quote(text, _SHOWN)


def _listed(edits: Sequence[Edit], language: Language) -> Iterator[tuple[str, Finding]]:
    """A remark for each edit that stays out of the data, with its file; one for all mentions of a figure."""
    figures: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.others and not edit.file:
            figures.setdefault(edit.figure, []).append(edit)
    for edit in edits:
        same = figures.get(edit.figure, []) if edit.others else []
        if not same:
            yield edit.file, _unplaced(edit)
        elif same[0] is edit:
            yield "", _disagreeing(same, language)


def _disagreeing(edits: Sequence[Edit], language: Language) -> Finding:
    def shown(mentions: Iterable[tuple[str, str]]) -> str:
        said = (
            f"{quote(text)} ({place})" if language == "en" else f"{quote(text)}（{place}）" for place, text in mentions
        )
        return (", " if language == "en" else "、").join(said)

    changed = shown((each.place, each.new) for each in edits)
    return Finding("figure_disagrees", edits[0].figure, changed, shown(edits[0].others))


def _unplaced(edit: Edit) -> Finding:
    rule = "edit_elsewhere" if edit.file else "edit_unplaced"
    return Finding(rule, edit.place, _shown(edit.new) if edit.new else "@none", _shown(edit.old))
