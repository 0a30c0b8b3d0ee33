"""Names by which a template may mean a variable: its own, those that offices give to merge fields, and Chinese ones."""

from __future__ import annotations

import re
from functools import cache

from renmin_docs.render.filling.shapes import shape_at
from renmin_docs.render.values.context import ITEMS, VARIABLES
from renmin_docs.render.variables import tags

_NAME = re.compile(r"\{\{[a-z]?\s+([\w.]+)|\sin\s([\w.]+)")
_LETTERS = re.compile(r"[^\w.]|_")
_OTHERS = {
    **dict.fromkeys(("标题", "公文标题", "总结标题"), "title"),
    **dict.fromkeys(("单位名称", "单位全称", "街道", "街道名称", "org", "organisation"), "organization"),
    **dict.fromkeys(("署名", "落款", "落款单位", "发文机关", "发文单位"), "issuer"),
    **dict.fromkeys(("日期", "落款日期", "date"), "issue_date"),
    **dict.fromkeys(("年份", "总结年度"), "year"),
    **dict.fromkeys(("主送", "主送单位", "抬头"), "addressee"),
    **dict.fromkeys(("文号", "发文号"), "header.number"),
    **dict.fromkeys(("抄送", "抄送单位"), "imprint.copied_to"),
    **dict.fromkeys(("印发单位",), "imprint.printed_by"),
}
"""What offices call a variable beside its own names."""


def tag_of(name: str) -> str:
    """The tag that prints what a name means; empty where it means nothing.

    >>> tag_of("Issue Date"), tag_of("发文字号"), tag_of("甲")
    ('{{ issue_date }}', '{{ header.number }}', '')
    """
    return _tags().get(_key(name), "")


def names() -> list[str]:
    """The variables that print a text of their own, as templates write them."""
    return [name for name, shape in VARIABLES.items() if isinstance(shape, str)]


def is_variable(path: str) -> bool:
    """Whether a path is that of a variable, or of an item of a list under its usual name."""
    path = path.partition("|")[0].strip()
    return path in _paths() or path in ITEMS.values() or shape_at(path) is not None


@cache
def _paths() -> frozenset[str]:
    return frozenset(path for path, *_ in _rows())


@cache
def _tags() -> dict[str, str]:
    by_path = {path: tag for path, tag, _ in _rows()}
    named = {_key(term): tag for path, tag, term in reversed(_rows()) if path.partition(".")[0] not in ITEMS.values()}
    others = {_key(name): by_path[path] for name, path in _OTHERS.items()}
    return {**others, **named, **{_key(path): tag for path, tag in by_path.items()}}


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """Path, tag and Chinese term of each variable."""
    matches = ((_NAME.search(tag), tag, description.partition(": ")[0]) for tag, description in tags(VARIABLES))
    return tuple((match[1] or match[2], tag, term) for match, tag, term in matches if match)


def _key(name: str) -> str:
    """A name without what people write differently: capitals, spaces, hyphens, underscores."""
    return _LETTERS.sub("", name).casefold()
