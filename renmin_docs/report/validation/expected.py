"""What would be right at a place of a data file: the keys that its mapping has, and how their values are written."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.messages.suggestions import alike
from renmin_docs.report.item_kinds import likely_keys, shape_of
from renmin_docs.report.validation.key_paths import KeyPath
from renmin_docs.vocabulary import MAPPINGS, PROFILE, Key, Shape, below, english_keys

_LIKE_WORD = 0.5
_SENTENCE = 5
"""So long is no name of a key: `做好以下工作:` above a list is a text."""
_BY_FORM = {"names": "@names", "date": "@date"}
"""What would be right, by the form of a key's value."""
_CHAPTER = "@chapter"

_EXPECTED_BY_TYPE: dict[str, str] = {
    "string": "@text",
    "int": "@integer",
    "bool": "@boolean",
    "date": "@date",
    "tuple": "@list",
    "dict": "@mapping",
    "model": "@mapping",
    "union_tag": "@body_item",
    "json": "JSON",
}
"""What would be right for any other, by the first word of pydantic's error type."""


def shape_at(path: KeyPath, data: Any, root: Shape = "WorkReport") -> Shape:
    """What the mapping at a key path is; empty where none may stand.

    Args:
        path: The path.
        data: The file's data, which tell a table in a body from a point or a picture.
        root: What the data are.
    """
    return _chosen(shapes_at(path, data, root), value_at(data, path))


def shapes_at(path: KeyPath, data: Any, root: Shape) -> tuple[Shape, ...]:
    """The mappings of which one may stand at a key path; none, where none may."""
    shapes: tuple[Shape, ...] = (root,)
    for end, part in enumerate(path):
        if isinstance(part, str):
            shapes = below(_chosen(shapes, value_at(data, path[:end])), part)
    return shapes


def key_at(path: KeyPath, data: Any, root: Shape = "WorkReport") -> Key | None:
    """The row of the key that a path ends in, or of the list in whose item it ends."""
    names = [place for place, part in enumerate(path) if isinstance(part, str)]
    if not names:
        return None
    shape = shape_at(path[: names[-1]], data, root)
    return MAPPINGS.get(shape, {}).get(str(path[names[-1]]))


def value_at(data: Any, path: KeyPath) -> Any:
    """What stands at a key path of data; None where nothing does."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        else:
            data = data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None
    return data


def _chosen(shapes: tuple[Shape, ...], data: Any) -> Shape:
    """What the data are; the first that may stand there where they are no mapping."""
    return shape_of(data, shapes if isinstance(data, dict) else shapes[:1])


def expected_value(detail: ErrorDetails, path: KeyPath, data: Any, root: Shape) -> str:
    """What would be right where pydantic found a value of a wrong type."""
    kind = detail["type"]
    if kind == "literal_error":
        return _choice(str(detail.get("ctx", {})["expected"]))
    row = key_at(path, data, root)
    return (
        (_expected(row, is_item=isinstance(path[-1], int), key=str(path[-1])) if row else "")
        or next((token for word, token in _EXPECTED_BY_TYPE.items() if kind.startswith(word)), "")
        or "@other"
    )


def _expected(row: Key, *, is_item: bool, key: str) -> str:
    """The word for what would be right for a key, or for an item of its list."""
    if row.form == "chapters":
        return _CHAPTER
    if is_item:
        return row.item
    return row.expects or _BY_FORM.get(row.form, "") or (f"@{key}_keys" if row.example.startswith("{") else "")


def missing_key(path: KeyPath, data: Any, root: Shape) -> Finding:
    """A key that must be there and is not."""
    key, row = str(path[-1]), key_at(path, data, root)
    example = f"{key}: {row.example.replace('`', '')}" if row and row.example else ""
    return Finding("missing_key", found=key, expected=example)


def _choice(expected: str) -> str:
    """The values that pydantic names for a literal; the empty one needs no writing."""
    values = expected.replace(" or ", ", ").split(", ")
    return " / ".join(value.strip("'") for value in values if value != "''")


def unknown_key(path: KeyPath, value: object, data: Any, root: Shape) -> Finding:
    """An unknown key with the keys most like it, or all, among those that may stand in its place.

    A text of a body that holds “: ”, or begins with a brace, reads as a key.
    """
    shape, key = shape_at(path[:-1], data, root), str(path[-1])
    known = {name: row for name, row in MAPPINGS.get(shape, {}).items() if name != "after" or path[0] == "others"}
    if likely := likely_keys(key, known) or _likely_words(key, known):
        return Finding("unknown_key", found=key, expected="、".join(likely))
    is_text = isinstance(value, str | None) or (isinstance(value, list) and len(key) >= _SENTENCE)
    if shape == "Point" and not key.isascii() and is_text:
        return Finding("text_as_key", found=quote(key))
    return Finding("strange_key", found=key, expected="、".join(known))


def key_of_report(path: KeyPath, root: Shape) -> Finding | None:
    """Why a key of a report can't stand in a profile; None for any other key."""
    written = str(path[-1])
    key = english_keys("WorkReport").get(written, written)
    if root != "Profile" or len(path) > 1 or key not in MAPPINGS["WorkReport"]:
        return None
    if key == PROFILE:
        return Finding("profile_nested", found=written)
    return Finding("key_of_report", found=written, expected="、".join(MAPPINGS["Profile"]))


def _likely_words(key: str, known: dict[str, Key]) -> list[str]:
    """The Chinese keys that a wrong one was meant for; one character of two may differ."""
    words = [] if key.isascii() else [row.zh for row in known.values()]
    return alike(key, words, most=2, like=_LIKE_WORD)
