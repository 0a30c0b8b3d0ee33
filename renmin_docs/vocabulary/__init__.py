"""The keys of data files: a row for each, in both spellings, and what follows from the rows.

The rows hold what stands beside the types of the models: spelling, words for values, what is printed, examples for
messages. Reading, checking, printing, writing and the JSON Schema take it from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, TypeAlias, get_args

from renmin_docs.vocabulary import figures, official, report
from renmin_docs.vocabulary.key import Form, Key, Mapped, Place
from renmin_docs.vocabulary.names import ENGLISH, NAMES

__all__ = ["CHECK", "ENGLISH", "FIGURES", "LINES", "MAPPINGS", "NAMES", "PROFILE", "VALUES"]
__all__ += ["Form", "Key", "Mapped", "Shape", "Spelling"]
__all__ += ["below", "both_spellings", "english_keys", "keys_with", "spelled", "words_for"]

Spelling: TypeAlias = Literal["en", "zh"]
Shape: TypeAlias = str
"""What a mapping is: the name of its model, which is a key of `MAPPINGS`; `*` has names of the file's own."""

PROFILE, CHECK = "profile", "check"
"""The keys of a report that name its profile, and what `check` looks for."""
FIGURES: Shape = "*"
"""Figures by names that the file chooses."""
_LAYER = "Profile"
"""Begins the names of the mappings of which a profile may hold a part."""

_WHOLE: dict[Shape, Mapped] = {**report.MAPPINGS, **official.MAPPINGS, **figures.MAPPINGS}


def _layer(mapped: Mapped) -> Mapped:
    """The keys that a profile may hold."""
    return {
        key: row._replace(of=tuple(_LAYER + shape for shape in row.of)) if row.profile == "part" else row
        for key, row in mapped.items()
        if row.profile
    }


MAPPINGS: dict[Shape, Mapped] = {
    **_WHOLE,
    _LAYER: _layer(_WHOLE["WorkReport"]),
    **{
        _LAYER + shape: _layer(_WHOLE[shape])
        for row in _WHOLE["WorkReport"].values()
        for shape in row.of
        if row.profile == "part"
    },
}
"""Mapping → its keys."""

VALUES: dict[Place, Mapped] = {
    place: {key: row for mapped in _WHOLE.values() for key, row in mapped.items() if row.line.place == place}
    for place in get_args(Place)
    if place
}
"""Place on the page → the keys whose values a template has there."""
LINES: dict[Place, Mapped] = {
    place: {key: row for key, row in keys.items() if not row.line.is_shared} for place, keys in VALUES.items()
}
"""Place on the page → the keys that are printed there in a paragraph of their own, in printed order."""


def below(shape: Shape, key: str) -> tuple[Shape, ...]:
    """The mappings that may stand under a key; none where none may.

    >>> below("Table", "columns"), below("Column", "unit")
    (('Column',), ())
    """
    if shape == FIGURES:
        return ("Figure",)
    row = MAPPINGS.get(shape, {}).get(key)
    return () if row is None else row.of


def words_for(shape: Shape, key: str) -> Mapping[str, str | bool]:
    """Chinese word → value, for the values of a key; empty where they are not words of ours."""
    row = MAPPINGS.get(shape, {}).get(key)
    return {} if row is None else row.words


def keys_with(form: Form, shape: Shape = "") -> tuple[str, ...]:
    """The keys whose values have a form, of one mapping or of any.

    >>> keys_with("paragraphs"), keys_with("text", "Point")
    (('introduction', 'conclusion', 'body'), ('heading', 'lead'))
    """
    mappings = (MAPPINGS[shape],) if shape else MAPPINGS.values()
    return tuple(dict.fromkeys(key for mapped in mappings for key, row in mapped.items() if row.form == form))


@cache
def english_keys(shape: Shape) -> dict[str, str]:
    """Chinese key → English key of a mapping; empty for what is none."""
    return {row.zh: key for key, row in MAPPINGS.get(shape, {}).items()}


def spelled(key: str, spelling: Spelling, shape: Shape = "") -> str:
    """A key, or a value, in one of the two spellings; itself where it has no other.

    Args:
        key: The English spelling; `Shape.key` for one that this mapping alone calls so.
        spelling: Which one.
        shape: The mapping whose word goes before.

    >>> spelled("body", "zh"), spelled("Table.caption", "zh"), spelled("ordinal", "zh"), spelled("body", "en")
    ('正文', '表题', '并列', 'body')
    """
    owner, _, name = key.rpartition(".")
    if spelling == "en":
        return name
    row = MAPPINGS.get(owner or shape, {}).get(name)
    return _any_word().get(name, name) if row is None else row.zh


def both_spellings(names: Iterable[str]) -> dict[str, str]:
    """English name of what every report has → itself, and each Chinese one → the English one.

    >>> both_spellings(["year", "next_period"])
    {'year': 'year', '年度': 'year', 'next_period': 'next_period', '下期': 'next_period', '下一时段': 'next_period'}
    """
    return {spelling: name for name in names for spelling in (name, *NAMES[name])}


@cache
def _any_word() -> dict[str, str]:
    """English key or value → the first word of the rows for it."""
    rows = [row for mapped in reversed(MAPPINGS.values()) for row in mapped.values()]
    words = {str(value): word for row in rows for word, value in row.words.items()}
    for mapped in reversed(MAPPINGS.values()):
        words.update((key, row.zh) for key, row in mapped.items())
    return words
