"""The page of the rules of `check`, made from the registry, the messages and the vectors."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import yaml

from renmin_docs import check
from renmin_docs.check.rules import CHECKS
from renmin_docs.messages import basis, rules
from renmin_docs.proofread.rules import RULES_ON_TEXT
from tests.proofread.vectors import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.messages import Rule

HEAD = """\
# The rules of `check` · 校对规则

What `renmin-docs check` looks for. A rule is selected or ignored by its identifier (`--select C1`, `--ignore P9`) or
with its group (`--ignore N`, `--select page`), in a profile by `check: {ignore: [P9]}`. An **error** makes exit code 1;
a **warning** does with `--strict`; a **notice** is shown with `--all`.

`renmin-docs check` 查的内容如下。可以按编号（`--select C1`、`--ignore P9`）或按组（`--ignore N`、`--select page`）
选查、不查，也可写在配置文件里：`校对: {不查: [P9]}`。**错误**使退出码为 1，**警告**在 `--strict` 时也是，
**提示**用 `--all` 列出。

✗ is found, at the words in 【 】; ✓ stays silent. ✗ 会指出，位置在【 】内；✓ 不报。

This page is made from the registry of the rules, their messages and the vectors of their tests, by
`python -m tests.write_docs`.
"""
GROUPS = {
    "C": "Consistency · 前后一致",
    "N": "Numbers · 数字",
    "P": "Punctuation · 标点",
    "S": "Structure · 结构",
    "W": "Words · 用词",
}
LEVELS = {"error": "error · 错误", "warning": "warning · 警告", "notice": "notice · 提示"}
MOST = 3
"""Vectors of a kind that the page shows."""
SLOT = re.compile(r"\{(found|expected)\}")
NEWLINE = "\n"


def proofreading_page() -> str:
    """The page."""
    vectors = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        vectors |= yaml.safe_load(file.read_text(encoding="utf-8"))
    lines = [HEAD]
    for letter, title in GROUPS.items():
        lines += ["## " + title, ""]
        for name in sorted(filter(lambda name: name[0] == letter, RULES_ON_TEXT), key=lambda name: int(name[1:])):
            lines += [*_rule(name), *_vectors(vectors[name]), ""]
    lines += ["## The page of a .docx · 版式（page）", "", "| | | |", "|---|---|---|"]
    lines += [_row(name, rules()[name]) for name in checks_of("", "document")]
    lines += ["", "## The printed page · 印出的版面（--printed）", "", "| | | |", "|---|---|---|"]
    lines += [_row(name, rules()[name]) for name in checks_of("printed")]
    return NEWLINE.join([*lines, ""])


def checks_of(*kinds: str) -> list[str]:
    """The rules on the page of subjects of these kinds."""
    for module in pkgutil.iter_modules(check.__path__):
        importlib.import_module(f"{check.__name__}.{module.name}")
    return [name for name in rules() if name in CHECKS and CHECKS[name].of in kinds]


def _rule(name: str) -> Iterator[str]:
    row, rule = rules()[name], RULES_ON_TEXT[name]
    off = "" if rule.is_on else " — off unless it is selected · 默认不查"
    yield f"**`{name}`** {_level(row)}{off}  "
    yield _said(row.en, row.en_remedy, "; ") + "  "
    yield _said(row.zh, row.zh_remedy, "；")
    yield ""


def _level(row: Rule) -> str:
    on = basis(row.clause, row.strength, "zh", row.standard)
    return LEVELS[row.severity] + (f" ({on})" if on else "")


def _vectors(rows: dict[str, list[str | dict[str, str]]]) -> Iterator[str]:
    for key, sign in (("found", "✗"), ("silent", "✓")):
        for row in rows[key][:MOST]:
            text, last = (row["text"], row["last"]) if isinstance(row, dict) else (row, "")
            beside = f" — last year · 上年：{_in_a_line(last)}" if last else ""
            yield f"- {sign} {_in_a_line(text)}{beside}"


def _in_a_line(text: str) -> str:
    return f"`{text.strip().replace(NEWLINE, ' ⏎ ')}`"


def _row(name: str, row: Rule) -> str:
    on = basis(row.clause, row.strength, "zh", row.standard)
    said = f"{_said(row.en, row.en_remedy, '; ')}<br>{_said(row.zh, row.zh_remedy, '；')}"
    return f"| `{name}` | {LEVELS[row.severity]}{f'<br>{on}' if on else ''} | {said} |"


def _said(statement: str, remedy: str, between: str) -> str:
    text = SLOT.sub(r"‹\1›", statement + (between + remedy if remedy else ""))
    return re.sub(r"([\\*_<>|#])", r"\\\1", text.replace("{{", "{").replace("}}", "}"))
