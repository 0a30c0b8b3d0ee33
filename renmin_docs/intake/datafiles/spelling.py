"""Chinese keys and words of a data file, put into English in one step after reading.

What stands behind goes on in English alone; how the file writes each key is noted, for places and lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.report.item_kinds import kind_of_data
from renmin_docs.report.validation.key_paths import KeyPath, show_path
from renmin_docs.vocabulary import MAPPINGS, Shape, below, english_keys, words_for

_HOLDERS = (dict, list)
_NO_WORDS: Mapping[str, str | bool] = {}


def in_english(source: DataSource, root: Shape = "WorkReport") -> None:
    """Put the keys of a source, and values that are our words, into English; a key in both spellings is a finding."""
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
        rows = _rows_of(shape)
        if not rows:
            return self._own(data, below(shape, ""), path)
        made: dict[str, Any] = {}
        for key, value in data.items():
            name, words, within = rows.get(key) or (key, _NO_WORDS, ())
            if name in made:
                here = (*path, name)
                self.twice.append((here, key, self.written.get(here, name)))
                continue
            if name != key:
                self.written[*path, name] = key
                self.chinese += 1
            else:
                self.english += key in rows
            if isinstance(value, str):
                made[name] = words.get(value, value) if words else value
            elif isinstance(value, _HOLDERS):
                made[name] = self._value(value, within, (*path, name))
            else:
                made[name] = value
        return made

    def _own(self, data: dict[str, Any], shapes: tuple[Shape, ...], path: KeyPath) -> dict[str, Any]:
        """A mapping whose keys are names of the file's own."""
        return {
            key: self._value(value, shapes, (*path, key)) if isinstance(value, _HOLDERS) else value
            for key, value in data.items()
        }

    def _value(self, value: dict[str, Any] | list[Any], shapes: tuple[Shape, ...], path: KeyPath) -> Any:
        if isinstance(value, dict):
            return self._mapping_of(value, shapes, path)
        if not shapes:
            return value
        return [
            self._value(item, shapes, (*path, index)) if isinstance(item, _HOLDERS) else item
            for index, item in enumerate(value)
        ]

    def _mapping_of(self, value: dict[str, Any], shapes: tuple[Shape, ...], path: KeyPath) -> dict[str, Any]:
        if len(shapes) > 1:  # a body: the keys tell, in either spelling
            words = _words_of(shapes)
            is_english = words.keys().isdisjoint(value)
            item = value if is_english else {words.get(key, key): each for key, each in value.items()}
            shapes = (kind_of_data(item),)
        return self.mapping(value, shapes[0], path) if shapes else value


@cache
def _rows_of(shape: Shape) -> dict[str, tuple[str, Mapping[str, str | bool], tuple[Shape, ...]]]:
    """Key of a mapping, in either spelling → the English one, the words for its values, and what may be below it."""
    return {
        word: (key, words_for(shape, key), below(shape, key))
        for key, row in MAPPINGS.get(shape, {}).items()
        for word in (key, row.zh)
    }


@cache
def _words_of(shapes: tuple[Shape, ...]) -> dict[str, str]:
    return {word: key for shape in shapes for word, key in english_keys(shape).items()}
