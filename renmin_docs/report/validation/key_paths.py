"""Key paths: pydantic's locations and the report's own paths, as a reader of the file counts.

The three differ where a file may say one thing in two ways: a chapter or a list of chapters, a text or a
list of texts, a text of several paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from renmin_docs.vocabulary import keys_with

KeyPath: TypeAlias = tuple[str | int, ...]
_PARAGRAPH_KEYS = keys_with("paragraphs")
_DATE_KEYS = keys_with("date")
_KEY_FAULT = "[key]"
"""What pydantic appends where a key of a mapping is at fault, not its value."""


def show_path(path: KeyPath) -> str:
    """A key path as messages write it.

    >>> show_path(("plans", "body", 1, "lead"))
    'plans.body[1].lead'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def path_of_location(data: Any, location: tuple[int | str, ...]) -> KeyPath:
    """Pydantic's location as a key path of the file: without tags of unions, without lists it put in."""
    path: list[str | int] = []
    here = data
    for place, part in enumerate(location):
        if part == _KEY_FAULT or _is_tag(location, place) or isinstance(here, str):
            continue  # a text may stand for a mapping: a column for its heading
        if isinstance(part, int):
            if isinstance(here, list) and part < len(here):
                path.append(part)
                here = here[part]
        else:
            path.append(part)
            here = here.get(part) if isinstance(here, dict) else None
    return tuple(path)


def _is_tag(location: tuple[int | str, ...], place: int) -> bool:
    """Whether this part is the tag of a body's item ("point") or of a date ("day"), which no file has."""
    if place and location[place - 1] in _DATE_KEYS:
        return True
    return (
        place >= 2
        and isinstance(location[place], str)
        and isinstance(location[place - 1], int)
        and location[place - 2] == "body"
    )


def path_in_file(place: str, data: Any) -> KeyPath:
    """A key path of the report (`plans.body[1].lead`) as one of the file."""
    path: list[str | int] = []
    here, key = data, ""
    for part in _parts(place):
        if isinstance(here, str):
            break  # a text that stands for a mapping: a column for its heading
        if isinstance(part, str):
            if isinstance(here, list) and len(here) == 1:  # one chapter, given as a list
                path.append(0)
                here = here[0]
            path.append(part)
            key, here = part, here.get(part) if isinstance(here, dict) else None
        elif isinstance(here, list) and here:
            index = min(item_of_paragraph(here, part) if key in _PARAGRAPH_KEYS else part, len(here) - 1)
            path.append(index)
            here = here[index]
    return tuple(path)


def _parts(place: str) -> Iterator[str | int]:
    for name in place.replace("[", ".[").split("."):
        if name.startswith("["):
            yield int(name[1:-1])
        elif name:
            yield name


def item_of_paragraph(items: list[Any], paragraph: int) -> int:
    """The item of a body in the file that holds a paragraph of the report, a text with line breaks being several.

    Where there is no such paragraph, the number of items.
    """
    for index, item in enumerate(items):
        paragraph -= item.removesuffix("\n").count("\n") + 1 if isinstance(item, str) else 1
        if paragraph < 0:
            return index
    return len(items)
