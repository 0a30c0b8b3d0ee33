"""Chinese keys and words of a data file, put into English in one step after reading; and back, before writing.

What stands behind goes on in English alone; how the file writes each key is noted, for places and lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.intake.source import show_path
from renmin_docs.report.item_kinds import kind_of_data
from renmin_docs.vocabulary import MAPPINGS, below, english_keys, words_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from renmin_docs.intake.source import DataSource, KeyPath
    from renmin_docs.vocabulary import Shape, Spelling


def in_english(source: DataSource, root: Shape = "WorkReport") -> None:
    """Put the keys of a source, and the values that are words of ours, into English.

    Args:
        source: What was read; a key that stands there in both spellings becomes one of its findings.
        root: What its data are.
    """
    source.root = root
    if isinstance(source.data, dict):
        reader = _Reader()
        source.data = reader.mapping(source.data, root, ())
        source.written = reader.written
        source.keys = "zh" if reader.chinese and reader.chinese >= reader.english else "en"
        for path, key, other in reader.twice:
            owner = source.as_written(path[:-1])
            line = source.line_written((*owner, key))
            twice = Finding("key_in_both", place=show_path(owner), found=key, expected=other, line=line)
            source.findings.append(twice)


def spelled_data(
    data: dict[str, Any], spelling: Spelling, wanted: Collection[str] = (), root: Shape = "WorkReport"
) -> tuple[dict[str, Any], dict[str, str]]:
    """Data in English with their keys, and the values that are words of ours, in a spelling.

    Args:
        data: The data of a file.
        spelling: Which one.
        wanted: Key paths in English, as `show_path` writes them.
        root: What the data are.

    Returns:
        The data; and the wanted key paths that are in them → the same in the spelling.
    """
    writer = _Writer(spelling, wanted)
    return writer.mapping(data, root, ("", "")), writer.paths


class _Writer:
    """One walk over data in English.

    Attributes:
        paths: Wanted key path in English → the one that is written.
    """

    def __init__(self, spelling: Spelling, wanted: Collection[str]) -> None:
        self._spelling, self._wanted = spelling, wanted
        self.paths: dict[str, str] = {}

    def mapping(self, data: dict[str, Any], shape: Shape, place: tuple[str, str]) -> dict[str, Any]:
        """The mapping in the spelling; its place in English and as it is written."""
        made = {}
        for key, value in data.items():
            row = MAPPINGS.get(shape, {}).get(key) if self._spelling == "zh" else None
            name = row.zh if row else key
            old, new = (f"{path}.{last}".removeprefix(".") for path, last in zip(place, (key, name), strict=True))
            made[name] = self._value(value, shape, key, self._placed(old, new))
        return made

    def _placed(self, old: str, new: str) -> tuple[str, str]:
        if old in self._wanted:
            self.paths[old] = new
        return old, new

    def _value(self, value: Any, shape: Shape, key: str, place: tuple[str, str]) -> Any:
        shapes = below(shape, key)
        if isinstance(value, dict):
            return self._item(value, shapes, place)
        if isinstance(value, list):
            old, new = place
            return [
                self._item(each, shapes, self._placed(f"{old}[{at}]", f"{new}[{at}]")) for at, each in enumerate(value)
            ]
        return self._word(value, shape, key) if self._spelling == "zh" else value

    def _item(self, value: Any, shapes: tuple[Shape, ...], place: tuple[str, str]) -> Any:
        return self.mapping(value, _shape_of(value, shapes), place) if shapes and isinstance(value, dict) else value

    def _word(self, value: Any, shape: Shape, key: str) -> Any:
        words = words_for(shape, key).items()
        return next((word for word, meant in words if type(meant) is type(value) and meant == value), value)


class _Reader:
    """One walk over the data of a file.

    Attributes:
        written: English key path → the last key as the file writes it, where that is another.
        twice: Key path of each key in both spellings, and the two.
        chinese: How many keys are Chinese.
        english: How many of our keys are English.
    """

    def __init__(self) -> None:
        self.written: dict[KeyPath, str] = {}
        self.twice: list[tuple[KeyPath, str, str]] = []
        self.chinese = self.english = 0

    def mapping(self, data: dict[str, Any], shape: Shape, path: KeyPath) -> dict[str, Any]:
        """The mapping in English."""
        words, rows, made = english_keys(shape), MAPPINGS.get(shape, {}), {}
        for key, value in data.items():
            name = words.get(key, key)
            if name in made:
                here = (*path, name)
                self.twice.append((here, key, self.written.get(here, name)))
                continue
            if name != key:
                self.written[*path, name] = key
                self.chinese += 1
            else:
                self.english += key in rows
            made[name] = self._value(value, shape, name, path)
        return made

    def _value(self, value: Any, shape: Shape, key: str, owner: KeyPath) -> Any:
        if isinstance(value, str):
            return words_for(shape, key).get(value, value)
        shapes, path = below(shape, key), (*owner, key)
        if isinstance(value, dict):
            return self._mapping_of(value, shapes, path)
        if isinstance(value, list) and shapes:
            return [
                self._mapping_of(item, shapes, (*path, index)) if isinstance(item, dict) else item
                for index, item in enumerate(value)
            ]
        return value

    def _mapping_of(self, value: dict[str, Any], shapes: tuple[Shape, ...], path: KeyPath) -> dict[str, Any]:
        return self.mapping(value, _shape_of(value, shapes), path) if shapes else value


def _shape_of(value: dict[str, Any], shapes: tuple[Shape, ...]) -> Shape:
    """What a mapping is; in a body its keys tell, in either spelling."""
    if len(shapes) == 1:
        return shapes[0]
    words = {word: key for shape in shapes for word, key in english_keys(shape).items()}
    return kind_of_data({words.get(key, key): item for key, item in value.items()})
