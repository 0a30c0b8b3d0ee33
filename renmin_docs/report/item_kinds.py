"""Slips in the keys of data: what a wrong word was meant for, and which kind of item it was to be."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_MEANT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("picture", "image", "photo", "file", "src", "图片"), ("path",)),
    **dict.fromkeys(("alt", "description"), ("alternative_text",)),
    **dict.fromkeys(("table", "表格"), ("columns", "rows")),
    **dict.fromkeys(("header", "headers", "head"), ("columns",)),
    **dict.fromkeys(("data", "cells", "values"), ("rows",)),
    **dict.fromkeys(("heading", "name"), ("title", "heading", "caption")),
    "title": ("heading", "caption"),
    "text": ("body",),
    "align": ("alignment",),
    "date": ("issue_date", "print_date"),
    "seal": ("kind",),
    "deadline": ("classification_period",),
}
"""A word that comes to mind first → the keys that it was meant for, as far as a model has them."""
_LIKE = 0.6


def likely_keys(word: str, known: Collection[str]) -> list[str]:
    """The known keys that a wrong one was meant for, the likeliest first.

    >>> likely_keys("picture", ("path", "caption")), likely_keys("capton", ("path", "caption"))
    (['path'], ['caption'])
    """
    meant = [key for key in _MEANT.get(word, ()) if key in known]
    return meant or difflib.get_close_matches(word, known, n=2, cutoff=_LIKE)


def likeliest(words: Collection[str], kinds: Mapping[str, Collection[str]]) -> str:
    """The kind whose keys these words are, or were meant to be; the first one in doubt.

    >>> likeliest(["colums", "row"], {"point": ("heading", "lead"), "table": ("columns", "rows")})
    'table'
    """

    def likeness(kind: str) -> int:
        known = kinds[kind]
        return sum(2 if word in known else bool(likely_keys(str(word), known)) for word in words)

    return max(kinds, key=likeness)
