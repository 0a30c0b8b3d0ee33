"""The page of a template's variables, made from the tables that the compiler checks templates against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from renmin_docs.render.filling.shapes import FILTERS, LOOP
from renmin_docs.render.filling.verify import MARKUP_TAGS
from renmin_docs.render.values.context import ITEMS, OFFICIAL_KINDS, TEXT_KINDS, VARIABLES, Shape
from renmin_docs.vocabulary import NAMES

_HEAD = """# 模板的变量 · Variables of a template

本页由程序生成（`renmin-docs template variables`），与模板检查所用的是同一张表。
This page is generated (`renmin-docs template variables`) from the table that templates are checked against.

`{{ 变量 }}` 印出一个值；`{%p for … in … %}` 逐项循环列表，独占一段；`{%p if … %}` 按条件选段。
`{{ name }}` prints a value; `{%p for … in … %}` loops over a list in a paragraph of its own; `{%p if … %}` chooses.

名称可用英文，也可用中文，一份模板里可以混用。
Names may be English or Chinese, in one template too.
"""
_OWN = """## 本单位的字段和数据 · Fields and figures of one's own

| 标签 · tag | 说明 · what it is |
|---|---|
| `{{ fields.联系人 }}` `{{ 字段.联系人 }}` | `fields`（`字段`）下的文字 · a text under `fields` |
| `{{ fields.机构.电话 }}` | 下一层字段 · a field below a field |
| `{%tr for row in fields.项目 %}` … `{{ row.名称 }}` … `{%tr endfor %}` | 列表，每条记录一行 · a row for each record |
| `{%p for 项 in fields.名单 %}` … `{{ 项 }}` … `{%p endfor %}` | 列表，每项一段 · a paragraph for each text |
| `{{ figures.税收 }}` `{{ 数据.税收 }}` | 一项数据 · a figure |
| `{{ figures.税收.同比 }}` | 数据的一种写法 · a figure in one of its styles |

页眉、页脚、文本框里也能用。`renmin-docs template check 模板.docx --with 报告.yaml` 核对名称；报告里没有的，生成时报错。
字段列表的循环只能放在最外层，里面只能再循环本项所含的列表。
They stand in headers, footers and text boxes too. `renmin-docs template check OURS.docx --with REPORT.yaml` knows their
names; what a report has not is refused. A loop over a list of fields stands outside of other loops; within it another
goes over what its item holds.
"""
_LANGUAGE = """## 语言 · Language

| 写法 · tag | 说明 · what it does |
|---|---|
| `{{ a }}` | 印出 · prints |
| `{{ body }}` `{{ 正文 }}` | 独占一段，印出全文 · the whole text, in a paragraph of its own |
| `{%p for a in b %}` … `{%p endfor %}` | 循环，整段 · loops over paragraphs |
| `{%r for a in b %}` … `{%r endfor %}` | 循环，段内 · loops over runs |
| `{%tr for a in b %}` … `{%tr endfor %}` | 循环，表格行 · loops over rows of a table |
| `{%p if a %}` … `{%p elif b %}` … `{%p else %}` … `{%p endif %}` | 选择 · chooses |
| `==` `!=` `and` `or` `not` | 条件 · conditions |
| `{# a #}` | 注释，不印出 · a comment, not printed |
| MERGEFIELD `title` | 名称已知的邮件合并域、内容控件 · merge fields and content controls with known names |
"""


def variables_page() -> str:
    """The page as Markdown, in Chinese and English."""
    kinds = {**TEXT_KINDS, **OFFICIAL_KINDS}
    return "\n".join(
        (
            *(_HEAD, "## 变量 · Variables\n", *_table("标签 · tag", _in_both(tags(VARIABLES)))),
            *("\n## 段落的种类 · Kinds of blocks\n", *_table("条件 · condition", _conditions(kinds))),
            f"\n{_OWN.rstrip()}",
            *(f"\n{_LANGUAGE.rstrip()}", *_loops(), *_filters()),
            "",
        )
    )


def tags(shapes: Mapping[str, Shape], owner: str = "") -> Iterator[tuple[str, str]]:
    """How a template writes each variable, with its description; members of lists behind the loop over them."""
    for name, shape in shapes.items():
        yield from _tag(f"{owner}{name}", shape)


def _tag(path: str, shape: Shape) -> Iterator[tuple[str, str]]:
    if isinstance(shape, str):
        yield MARKUP_TAGS.get(path.removeprefix("block."), f"{{{{ {path} }}}}"), shape
    elif isinstance(shape, dict):
        yield from tags(shape, f"{path}.")
    elif isinstance(shape, list):
        member = ITEMS[path.rpartition(".")[2]]
        kind = "r" if member == "point" else "p"
        yield f"{{%{kind} for {member} in {path} %}}", "循环: loops over the list"
        yield from _tag(member, shape[0])


def _in_both(rows: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Tags in both spellings; the variable of a loop is the template's own."""
    for tag, description in rows:
        path = re.sub(r"\{\{[pr]? |.* in | [%}]\}", "", tag)
        first, *rest = path.split(".")
        names = [first if rest and first in ITEMS.values() else NAMES.get(first, (first,))[0]]
        chinese = tag.replace(path, ".".join((*names, *(NAMES[name][0] for name in rest))))
        yield tag if chinese == tag else f"{tag}` `{chinese}", description


def _conditions(kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for kind, description in kinds.items():
        yield f'block.kind == "{kind}"` `block.{NAMES["kind"][0]} == "{description.partition(":")[0]}"', description


def _table(heading: str, rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    """A table of tags, with the Chinese term and the English description of each."""
    yield f"| {heading} | 中文 | English |"
    yield "|---|---|---|"
    for tag, description in rows:
        term, _, english = description.partition(": ")
        yield f"| `{tag}` | {term} | {english} |"


def _loops() -> Iterator[str]:
    for name, description in LOOP.items():
        yield f"| `loop.{name}` | 循环里 · in a loop: {str(description).replace(': ', ' · ')} |"


def _filters() -> Iterator[str]:
    yield f"| {' '.join(f'`|{name}`' for name in FILTERS).replace('|', chr(92) + '|')} | 过滤器 · filters |"
