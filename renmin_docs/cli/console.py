"""What is said: messages to people on standard error, results on standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.words import Words

if TYPE_CHECKING:
    from pathlib import Path

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
    word = kind_word(kind, language) + colon(language)
    return [word + line for line in text.splitlines()]


def kind_word(kind: str, language: Language) -> str:
    """What a kind of message is called."""
    return _WORDS[kind][language == "zh"]


def say_written(path: Path, language: Language) -> None:
    """Say that a file was written."""
    click.echo(Words(language)("written") + colon(language) + str(path))


def print_json(data: Any) -> None:
    """Data for programs, on the output."""
    import json

    # Windows redirects in its code page, and programs read UTF-8: ASCII is both.
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(data, ensure_ascii=ascii_only, indent=2))


def colon(language: Language) -> str:
    """The colon of a language, with what stands behind it."""
    return "：" if language == "zh" else ": "
