"""Slips in the keys of data: what a wrong word was meant for, and which kind of item it was to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from renmin_docs.messages.suggestions import alike
from renmin_docs.vocabulary import MAPPINGS, Key, Shape, below

_LIKE = 0.6
_KINDS = below("Chapter", "body")
_POINT = MAPPINGS[_KINDS[0]].keys()
_DECIDING = {
    kind: frozenset(key for key, row in MAPPINGS[kind].items() if row.decides) for kind in reversed(_KINDS[1:])
}
"""Kind of an item → the keys that only it has."""


def shape_of(data: Mapping[str, Any], shapes: Sequence[Shape]) -> Shape:
    """What a mapping is, of those that may stand in its place; empty where none may. Where several may it is a body."""
    if len(shapes) > 1:
        return kind_of_data(data)
    return shapes[0] if shapes else ""


def kind_of_data(item: Mapping[str, Any]) -> Shape:
    """The kind of a mapping in a body, by the keys that only one kind has; a slip counts for what it was meant for.

    >>> kind_of_data({"lead": "甲"}), kind_of_data({"colums": ["甲"], "row": [["乙"]]})
    ('Point', 'Table')
    """
    if item.keys() <= _POINT:  # most are
        return _KINDS[0]
    for kind, deciding in _DECIDING.items():
        if not deciding.isdisjoint(item):
            return kind

    def likeness(kind: Shape) -> int:
        known = MAPPINGS[kind]
        return sum(2 if word in known else bool(likely_keys(str(word), known)) for word in item)

    return max(_KINDS, key=likeness)


def likely_keys(word: str, known: Mapping[str, Key]) -> list[str]:
    """The known keys that a wrong one was meant for, the likeliest first.

    >>> likely_keys("photo", MAPPINGS["Picture"]), likely_keys("capton", MAPPINGS["Picture"])
    (['path'], ['caption'])
    """
    meant = [key for key, row in known.items() if word in row.meant]
    return meant or alike(word, known, most=2, like=_LIKE)
