"""Printing to people and programs: messages on standard error, JSON on standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from renmin_docs.messages import Language

_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "notice": ("notice", "提示"),
    "usage": ("wrong use", "用法有误"),
    "aborted": ("stopped", "已中断"),
}


def colon(language: Language) -> str:
    """What stands behind a word that introduces something."""
    return "：" if language == "zh" else ": "


def complain(text: str, kind: str, language: Language) -> None:
    """Print a message, each of its lines behind what kind it is."""
    for line in complaint(text, kind, language):
        click.echo(line, err=True)


def complaint(text: str, kind: str, language: Language) -> list[str]:
    """The lines of a message, each behind what kind it is."""
    word = _WORDS[kind][language == "zh"] + colon(language)
    return [word + line for line in text.splitlines()]


def print_json(data: Any) -> None:
    """Print data for programs."""
    import json

    # Windows redirects in its code page, and programs read UTF-8: ASCII is both.
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(data, ensure_ascii=ascii_only, indent=2))
