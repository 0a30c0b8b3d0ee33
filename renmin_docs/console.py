"""Messages to people, on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from renmin_docs.usage import colon

if TYPE_CHECKING:
    from renmin_docs.messages import Language

_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "notice": ("notice", "提示"),
    "usage": ("wrong use", "用法有误"),
    "aborted": ("stopped", "已中断"),
}


def complain(text: str, kind: str, language: Language) -> None:
    """Print a message, each of its lines behind what kind it is."""
    for line in complaint(text, kind, language):
        click.echo(line, err=True)


def complaint(text: str, kind: str, language: Language) -> list[str]:
    """The lines of a message, each behind what kind it is."""
    word = _WORDS[kind][language == "zh"] + colon(language)
    return [word + line for line in text.splitlines()]
