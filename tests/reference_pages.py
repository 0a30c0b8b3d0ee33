"""The reference of commands and of keys, made from the package, so that the site's search finds each of them."""

from __future__ import annotations

import io
import os
import re
from contextlib import redirect_stdout, suppress
from typing import TYPE_CHECKING
from unittest.mock import patch

import click

from renmin_docs.cli import main
from renmin_docs.cli.commands import command_line
from renmin_docs.report.fields import Model
from renmin_docs.report.shown_models import descriptions
from renmin_docs.vocabulary import MAPPINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NEWLINE = "\n"
OPTIONS_HEAD = """\
# 命令与选项 · Commands and options

每个命令的帮助，中文在前。怎样用，见[命令行](zh/commands.md)。What each command's `--help` prints, Chinese first.

This page is made from the commands by `python -m tests.write_docs`.
"""
KEYS_HEAD = """\
# 全部的键 · All keys

数据文件和配置里能写的键，中文、英文都行；“配置”一栏是能写进单位配置的。怎样写，见[键与配置](zh/keys.md)、
[数据的写法](zh/figures.md)。Every key of data files and profiles, in both spellings.

This page is made from the tables in `renmin_docs/vocabulary/` by `python -m tests.write_docs`.
"""
KEY_IN_EXAMPLE, _BARE = re.compile(r"`(?:\w+\.)?(\w+)`"), r"\1"
_FORMS = {"text": "文字", "date": "日期", "names": "一个或几个", "list": "列表", "fields": "自定", "value": ""}
_FORMS |= {"paragraphs": "一段或几段文字", "chapters": "一章或几章"}


def options_page() -> str:
    """The page of commands: what each prints for `--help`."""
    return NEWLINE.join([OPTIONS_HEAD, *(line for words in _commands(command_line("en"), ()) for line in _help(words))])


def command_names() -> Iterator[str]:
    """Every command and every long option."""
    for words in _commands(command_line("en"), ()):
        yield from words
        yield from re.findall(r"--[a-z-]+", "".join(_help(words)))


def _commands(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _commands(found, (*words, name))


def _help(words: tuple[str, ...]) -> Iterator[str]:
    yield f"## {' '.join(['renmin-docs', *words])}{NEWLINE}"
    for language in ("zh", "en"):
        printed = io.StringIO()
        with redirect_stdout(printed), patch.dict(os.environ, COLUMNS="100"), suppress(SystemExit):
            main([*words, "--lang", language, "--help"])
        yield f"```text\n{printed.getvalue().rstrip()}\n```{NEWLINE}"


def keys_page() -> str:
    """The page of keys: a table for each mapping of data files."""
    models = {model.__name__: descriptions(model) for model in _models(Model)}
    shapes = [shape for shape in MAPPINGS if not shape.startswith("Profile")]
    return NEWLINE.join([KEYS_HEAD, *(line for shape in shapes for line in _mapping(shape, models.get(shape, {})))])


def _models(base: type[Model]) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _mapping(shape: str, sentences: Mapping[str, str]) -> Iterator[str]:
    """A mapping: its keys with what may stand there, in the order of its model."""
    yield f"## {shape}{NEWLINE}{NEWLINE}| 键 | key | 值 | 例 | 配置 | |{NEWLINE}|---|---|---|---|---|---|"
    for name, key in MAPPINGS[shape].items():
        holds = "、".join(f"`{word}`" for word in key.words) or "、".join(key.of) or _FORMS[key.form]
        example = f"`{KEY_IN_EXAMPLE.sub(_BARE, key.example)}`" if key.example else ""
        about = " ".join(sentences.get(name, "").split()).replace("|", "\\|")
        yield f"| `{key.zh}` | `{name}` | {holds} | {example} | {'✓' if key.profile else ''} | {about} |"
    yield ""
