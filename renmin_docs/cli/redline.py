"""The command `redline`: two versions as one document with tracked changes."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renmin_docs.cli.console import colon, echo
from renmin_docs.cli.groups import command
from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language
from renmin_docs.messages.shown import quote

if TYPE_CHECKING:
    from renmin_docs.revise import Redline

_TEXTS: dict[str, tuple[str, str]] = {
    "redline": (
        "Show what became of a report: the new version with tracked changes (花脸稿).",
        "生成花脸稿：在新稿上用修订标出与旧稿的不同。",
    ),
    "redline_examples": (
        "redline old.docx new.docx\nredline last.yaml this.yaml -o changes.docx",
        "redline 旧稿.docx 新稿.docx\nredline 旧稿.yaml 新稿.yaml -o 花脸稿.docx",
    ),
    "old_metavar": ("OLD", "旧稿"),
    "new_metavar": ("NEW", "新稿"),
    "output": ("the .docx to write (default: NEW-redline.docx)", "要写的 .docx 文件（默认：新稿名-redline.docx）"),
    "author": ("who made the changes", "修订人（默认 renmin-docs）"),
    "date": ("when, e.g. 2026-03-01 or 2026-03-01T09:00:00Z (default: no time)", "修订时间，如 2026-03-01（默认不写）"),
    "date_metavar": ("DATE", "日期"),
    "same": ("the versions are the same", "两稿相同"),
    "many": ("{count} paragraphs differ", "{count} 段不同"),
    "figure": ("{place}{old} → {new}", "{place}{old} → {new}"),
    "none": ("(none)", "（无）"),
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


def redline_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    parameters: list[click.Parameter] = [
        click.Argument(["old"], type=PATH, metavar=say("old_metavar")),
        click.Argument(["new"], type=PATH, metavar=say("new_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar="OUT.docx"),
        click.Option(["--author"], default="renmin-docs", help=say("author"), metavar=say("author_metavar")),
        click.Option(["--date"], default="", callback=_date, help=say("date"), metavar=say("date_metavar")),
        say.flag("force"),
    ]
    return command("redline", partial(_redline, language=language), parameters, say)


def _date(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    """The time of the changes, as `w:date` has it."""
    if not text:
        return ""
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{quote(text)}: 2026-03-01, 2026-03-01T09:00:00Z") from None
    return text if "T" in text else f"{text}T00:00:00Z"


def _redline(old: Path, new: Path, language: Language, *, output: Path | None, force: bool, **made: str) -> None:
    """Write a redline; `made` says by whom and when."""
    from renmin_docs.revise import redline

    target = new.with_name(f"{new.stem}-redline.docx") if output is None else output
    writing = Output("redline", [old, new], force, language)
    writing.require(target)
    drawn = redline(old, new, **made)
    _say(drawn, language)
    writing.write({target: writing.stamped(target, drawn.document)})


def _say(drawn: Redline, language: Language) -> None:
    """How many paragraphs differ, and which figures."""
    say = Words(language, _TEXTS)
    echo(say("many").format(count=len(drawn.changes)) if drawn.changes else say("same"))
    for change in drawn.figures:
        place = change.place + colon(language) if change.place else ""
        old, new = change.old or say("none"), change.new or say("none")
        echo("  " + say("figure").format(place=place, old=old, new=new))
