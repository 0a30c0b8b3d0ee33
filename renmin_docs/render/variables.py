"""The page of a template's variables, made from the tables that the compiler checks templates against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.render.filling.language import FILTERS, LOOP
from renmin_docs.render.filling.verify import MARKUP_TAGS
from renmin_docs.render.values.context import ITEMS, OFFICIAL_KINDS, TEXT_KINDS, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renmin_docs.render.values.context import Shape

_HEAD = """# 模板的变量 · Variables of a template

本页由程序生成（`renmin-docs template variables`），与模板检查所用的是同一张表。
This page is generated (`renmin-docs template variables`) from the table that templates are checked against.

`{{ 变量 }}` 印出一个值；`{%p for … in … %}` 逐项循环列表，独占一段；`{%p if … %}` 按条件选段。
`{{ name }}` prints a value; `{%p for … in … %}` loops over a list in a paragraph of its own; `{%p if … %}` chooses.
"""
_LANGUAGE = """## 语言 · Language

| 写法 · tag | 说明 · what it does |
|---|---|
| `{{ a }}` | 印出 · prints |
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
            *(_HEAD, "## 变量 · Variables\n", *_table("标签 · tag", tags(VARIABLES))),
            *("\n## 段落的种类 · Kinds of blocks\n", *_table("条件 · condition", _conditions(kinds))),
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
    else:
        member = ITEMS[path.rpartition(".")[2]]
        kind = "r" if member == "point" else "p"
        yield f"{{%{kind} for {member} in {path} %}}", "循环: loops over the list"
        yield from _tag(member, shape[0])


def _conditions(kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((f'block.kind == "{kind}"', description) for kind, description in kinds.items())


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
