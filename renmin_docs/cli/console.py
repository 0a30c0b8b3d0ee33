"""Console output: messages to people on standard error, results on standard output."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language, visible

if TYPE_CHECKING:
    from pathlib import Path


_MOST = 100
"""Findings of one rule that are printed."""
_NOT_PRINTED = r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "notice": ("notice", "提示"),
    "usage": ("wrong use", "用法有误"),
    "aborted": ("stopped", "已中断"),
}


def echo(text: str, *, err: bool = False) -> None:
    """Print lines. Everything goes through here: no text that was read moves a terminal's cursor or hides a part."""
    click.echo("\n".join(printable(text)), err=err)


def printable(text: str) -> list[str]:
    """The lines of a text, each with what a terminal would obey spelled out."""
    return [line if line.isprintable() else "".join(map(_spelled, line)) for line in text.split("\n")]


def _spelled(character: str) -> str:
    return character if unicodedata.category(character) == "Zs" else visible(character)  # a wide blank is harmless


def complain(text: str, kind: str, language: Language) -> None:
    """Print a message, each of its lines behind what kind it is."""
    for line in complaint(text, kind, language):
        echo(line, err=True)


def complaint(text: str, kind: str, language: Language) -> list[str]:
    """The lines of a message, each behind what kind it is."""
    word = kind_word(kind, language) + colon(language)
    return [word + line for line in printable(text)] if text else []


def complain_about(file: Path | str, finding: Finding, language: Language) -> None:
    """Print a finding behind the file that it is about."""
    complain(visible(str(file)) + colon(language) + finding.message(language), finding.severity, language)


def limited(findings: Collection[Finding]) -> Iterator[Finding]:
    """The findings as people can read them: at most a hundred of each rule, then how many more there are."""
    counts, shown = Counter(finding.rule for finding in findings), Counter[str]()
    for finding in findings:
        shown[finding.rule] += 1
        if shown[finding.rule] <= _MOST:
            yield finding
        elif shown[finding.rule] == counts[finding.rule]:
            yield Finding("more_alike", found=str(counts[finding.rule] - _MOST), expected=finding.rule)


def kind_word(kind: str, language: Language) -> str:
    """What a kind of message is called."""
    return _WORDS[kind][language == "zh"]


def say_written(path: Path, language: Language) -> None:
    """Say that a file was written."""
    say_of(path, Words(language)("written"), language)


def say_of(path: Path, word: str, language: Language) -> None:
    """Say a word about a file; a line end in its name begins no line."""
    echo(word + colon(language) + visible(str(path)))


def print_json(data: Any) -> None:
    """Data for programs, on the output."""
    import json

    # Windows redirects in its code page, and programs read UTF-8: ASCII is both.
    ascii_only = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") != "utf8"
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    click.echo(re.sub(_NOT_PRINTED, _escaped, text))


def _escaped(match: re.Match[str]) -> str:
    r"""A character as JSON escapes it; json.dumps leaves DEL, C1 controls, marks of direction and lone surrogates."""
    return f"\\u{ord(match[0]):04x}"


def colon(language: Language) -> str:
    """The colon of a language, with what stands behind it."""
    return "：" if language == "zh" else ": "
