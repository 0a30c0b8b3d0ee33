"""The reference of commands, of keys and of what programs get, made from the package: search finds each of them."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import click

from renmin_docs.cli import codes, main
from renmin_docs.cli.commands import command_line
from renmin_docs.report.fields import Model
from renmin_docs.report.shown_models import descriptions
from renmin_docs.vocabulary import MAPPINGS, spelled
from renmin_docs.vocabulary.descriptions import described
from renmin_docs.vocabulary.report import CALLED

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

数据文件和配置里能写的键和词，中文、英文都行；“配置”一栏是能写进单位配置的。怎样写，见[中文键与共用的配置](zh/keys.md)、
[数据的写法](zh/figures.md)。Every key and word of data files and profiles, in both spellings.

This page is made from the tables in `renmin_docs/vocabulary/` by `python -m tests.write_docs`.
"""
PROGRAMS_HEAD = """\
# 给程序用：退出码和 JSON · For programs: exit codes and JSON

| 退出码 · code | |
|---|---|
| 0 | 完成，可能有警告 · done, perhaps with warnings |
| {found} | `check`、`template check`、`batch`：有意见，或有报告没有生成 · findings, or reports that failed |
| {wrong} | 用法或数据有误，没有生成 · wrong use or bad input; nothing was written |
| {interrupted} | 按了 Ctrl-C · interrupted |

错误和警告写到标准错误，结果写到标准输出；`--lang` 选语言，字段名不变。列表只印出第一项。Messages go to stderr, results
to stdout; `--lang` chooses their language, the names of fields stay. Of a list the first item is shown.

This page is made by running the commands on `report.yaml` (and `last.yaml` of the year before), by
`python -m tests.write_docs`:

```yaml
{report}```
"""
_REPORT = """\
organization: {name: 清河街道}
year: 2024
issue_date: 2024-12-25
figures:
  税收: {value: 1.36亿元, previous: 1.28亿元}
  加装电梯: 12部
achievements:
  body: 全年税收{税收}，加装电梯{加装电梯}，其中东苑8部、西苑5部。
plans:
  body: 2025年，继续抓好各项工作。
"""
_RUNS = (
    ("数据文件里的全部数字", "Every figure", "figures report.yaml --json"),
    ("校对意见", "Remarks of proofreading", "check report.yaml --json"),
    ("每项设置从哪里来", "Where each setting is from", "render report.yaml --explain --json"),
    ("模板的问题", "What is wrong with a template", "template check ours.docx --json"),
    ("两年对比", "Two years side by side", "compare last.yaml report.yaml --json"),
    ("一批报告", "A batch", "batch report.yaml -o out --json"),
)
_DIGEST = re.compile("[0-9a-f]{64}")
"""The digest of a document, which is another one with each version."""
_KEY_IN_EXAMPLE = re.compile(r"`([\w.]+)`")
_NAMES = {
    "WorkReport": "报告",
    "CheckSettings": "校对",
    "CheckWord": "词表的一项",
    "Organization": "单位",
    "Headings": "章标题",
    "Chapter": "章",
    "Point": "要点",
    "Attachment": "附件",
    **{item: part.zh for item, part in CALLED.items()},
    "Column": "表格的列",
    "Cell": "合并的格子",
    "FigureRow": "表格里的数据",
    "Header": "版头",
    "Signature": "落款",
    "Imprint": "版记",
    "PageProfile": "页面",
    "FiguresFrom": "数据来源",
    "FiguresFrom.columns": "数据来源的列名",
    "Figure": "一个数据",
}
"""What the mappings are called in Chinese."""
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
        yield f"```text\n{_printed([*words, '--lang', language, '--help']).rstrip()}\n```{NEWLINE}"


def _printed(words: list[str]) -> str:
    """What a command prints on its output."""
    printed = io.StringIO()
    with (
        redirect_stdout(printed),
        redirect_stderr(io.StringIO()),
        patch.dict(os.environ, COLUMNS="100"),
        suppress(SystemExit),
    ):
        main(words)
    return printed.getvalue()


def programs_page() -> str:
    """The page for programs: exit codes, and what each command prints as JSON."""
    head = PROGRAMS_HEAD.format(found=codes.FOUND, wrong=codes.WRONG_USE, interrupted=codes.INTERRUPTED, report=_REPORT)
    with tempfile.TemporaryDirectory() as name, chdir(name):
        Path("report.yaml").write_text(_REPORT, encoding="utf-8")
        Path("last.yaml").write_text(_REPORT.replace("2024", "2023").replace("1.36", "1.28"), encoding="utf-8")
        _printed(["template", "export", "work_report", "ours.docx"])
        return NEWLINE.join([head, *(line for run in _RUNS for line in _as_json(*run))])


def _as_json(zh: str, en: str, command: str) -> Iterator[str]:
    value = _first(json.loads(_printed([*command.split(), "--lang", "zh"])))
    made = _DIGEST.sub("…", json.dumps(value, ensure_ascii=False, indent=2).replace("\\\\", "/"))
    yield f"## {zh} · {en}{NEWLINE}\n```sh\nrenmin-docs {command}\n```{NEWLINE}\n```json\n{made}\n```{NEWLINE}"


def _first(value: Any) -> Any:
    """A value with the first item of each list alone."""
    if isinstance(value, list):
        return [_first(item) for item in value[:1]]
    return {key: _first(item) for key, item in value.items()} if isinstance(value, dict) else value


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
    yield f"## {_heading(shape)}{NEWLINE}{NEWLINE}| 键 | key | 值 | 例 | 配置 | |{NEWLINE}|---|---|---|---|---|---|"
    for name, key in MAPPINGS[shape].items():
        words = "、".join(f"`{word}`（{str(value).lower()}）" for word, value in key.words.items())
        holds = words or "、".join(map(_link, key.of)) or _FORMS[key.form]
        example = _KEY_IN_EXAMPLE.sub(lambda match: spelled(match[1], "zh"), key.example)
        about = " ".join([described(shape, name), *sentences.get(name, "").split()]).replace("|", "\\|")
        mark = "✓" if key.profile else ""
        yield f"| `{key.zh}` | `{name}` | {holds} | {f'`{example}`' if example else ''} | {mark} | {about} |"
    yield ""


def _heading(shape: str) -> str:
    return f"{_NAMES[shape]}（{shape}）"


def _link(shape: str) -> str:
    """A link to the table of a mapping; its anchor is the heading without its marks, on the site as on GitHub.

    `*` is a mapping in which the writer names figures.
    """
    shape = "Figure" if shape == "*" else shape
    anchor = "".join(re.findall(r"\w", _heading(shape))).lower()
    return f"[{_NAMES[shape]}](#{anchor})"
