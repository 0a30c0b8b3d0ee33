"""Chinese keys and words of a data file, put into English in one step after reading; and back, before writing.

What stands behind goes on in English alone; how the file writes each key is noted, for places and lines.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.errors import Finding
from renmin_docs.intake.expected import models_of
from renmin_docs.intake.source import show_path
from renmin_docs.keys import KEYS, english_keys, words_for
from renmin_docs.report.models import WorkReport
from renmin_docs.report.sections import item_models, kind_of_data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pydantic import BaseModel

    from renmin_docs.intake.source import DataSource, KeyPath
    from renmin_docs.keys import Spelling

Shape: TypeAlias = str
"""What a mapping is, as a name in `KEYS`; `*` has names of the file's own, of figures."""

_NAMES = "*"
_FIGURE = "Figure"
_FIGURE_BELOW = {"parts": _NAMES}
_BELOW = {"WorkReport": {"figures": (_NAMES,)}, "FiguresFrom": {"columns": ("FiguresFrom.columns",)}}
"""Keys of models below which no model stands."""


def in_english(source: DataSource, root: type[BaseModel] = WorkReport) -> None:
    """Put the keys of a source, and the values that are words of ours, into English.

    Args:
        source: What was read; a key that stands there in both spellings becomes one of its findings.
        root: The model of its data.
    """
    source.root = root
    if isinstance(source.data, dict):
        reader = _Reader(root)
        source.data = reader.mapping(source.data, root.__name__, ())
        source.written = reader.written
        source.keys = "zh" if reader.chinese and reader.chinese >= reader.english else "en"
        for path, key, other in reader.twice:
            owner = source.as_written(path[:-1])
            line = source.line_written((*owner, key))
            twice = Finding("key_in_both", place=show_path(owner), found=key, expected=other, line=line)
            source.findings.append(twice)


def spelled_data(
    data: dict[str, Any], spelling: Spelling, wanted: Collection[str] = (), root: type[BaseModel] = WorkReport
) -> tuple[dict[str, Any], dict[str, str]]:
    """Data in English with their keys, and the values that are words of ours, in a spelling.

    Args:
        data: The data of a file.
        spelling: Which one.
        wanted: Key paths in English, as `show_path` writes them.
        root: The model of the data.

    Returns:
        The data; and the wanted key paths that are in them → the same in the spelling.
    """
    writer = _Writer(root, spelling, wanted)
    return writer.mapping(data, root.__name__, ("", "")), writer.paths


class _Writer:
    """One walk over data in English.

    Attributes:
        paths: Wanted key path in English → the one that is written.
    """

    def __init__(self, root: type[BaseModel], spelling: Spelling, wanted: Collection[str]) -> None:
        self._root, self._spelling, self._wanted = root, spelling, wanted
        self.paths: dict[str, str] = {}

    def mapping(self, data: dict[str, Any], shape: Shape, place: tuple[str, str]) -> dict[str, Any]:
        """The mapping in the spelling; its place in English and as it is written."""
        made = {}
        for key, value in data.items():
            name = KEYS.get(shape, {}).get(key, key) if self._spelling == "zh" else key
            old, new = (f"{path}.{last}".removeprefix(".") for path, last in zip(place, (key, name), strict=True))
            made[name] = self._value(value, shape, key, self._placed(old, new))
        return made

    def _placed(self, old: str, new: str) -> tuple[str, str]:
        if old in self._wanted:
            self.paths[old] = new
        return old, new

    def _value(self, value: Any, shape: Shape, key: str, place: tuple[str, str]) -> Any:
        below = _below(self._root, shape, key)
        if isinstance(value, dict):
            return self._item(value, below, place)
        if isinstance(value, list):
            old, new = place
            return [
                self._item(each, below, self._placed(f"{old}[{at}]", f"{new}[{at}]")) for at, each in enumerate(value)
            ]
        return self._word(value, shape, key) if self._spelling == "zh" and key in KEYS.get(shape, ()) else value

    def _item(self, value: Any, below: tuple[Shape, ...], place: tuple[str, str]) -> Any:
        return self.mapping(value, _shape_of(value, below), place) if below and isinstance(value, dict) else value

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

    def __init__(self, root: type[BaseModel]) -> None:
        self._root = root
        self.written: dict[KeyPath, str] = {}
        self.twice: list[tuple[KeyPath, str, str]] = []
        self.chinese = self.english = 0

    def mapping(self, data: dict[str, Any], shape: Shape, path: KeyPath) -> dict[str, Any]:
        """The mapping in English."""
        words, made = english_keys(shape), {}
        for key, value in data.items():
            name = words.get(key, key)
            here = (*path, name)
            if name in made:
                self.twice.append((here, key, self.written.get(here, name)))
                continue
            self._note(shape, key, here)
            made[name] = self._value(value, shape, name, here)
        return made

    def _note(self, shape: Shape, key: str, here: KeyPath) -> None:
        if here[-1] != key:
            self.written[here] = key
            self.chinese += 1
        else:
            self.english += key in KEYS.get(shape, ())

    def _value(self, value: Any, shape: Shape, key: str, path: KeyPath) -> Any:
        if isinstance(value, str):
            return words_for(shape, key).get(value, value) if key in KEYS.get(shape, ()) else value
        below = _below(self._root, shape, key)
        if isinstance(value, dict):
            return self._mapping_of(value, below, path)
        if isinstance(value, list) and below:
            return [
                self._mapping_of(item, below, (*path, index)) if isinstance(item, dict) else item
                for index, item in enumerate(value)
            ]
        return value

    def _mapping_of(self, value: dict[str, Any], below: tuple[Shape, ...], path: KeyPath) -> dict[str, Any]:
        return self.mapping(value, _shape_of(value, below), path) if below else value


def _below(root: type[BaseModel], shape: Shape, key: str) -> tuple[Shape, ...]:
    """What a mapping below a key may be."""
    if shape == _NAMES:
        return (_FIGURE,)
    if shape == _FIGURE:
        return (_FIGURE_BELOW.get(key, _FIGURE),)
    return _BELOW.get(shape, {}).get(key) or _models_below(root).get((shape, key), ())


@cache
def _models_below(root: type[BaseModel]) -> dict[tuple[Shape, str], tuple[Shape, ...]]:
    """Model and key → the models that may stand there, for all models from one on."""
    found: dict[tuple[Shape, str], tuple[Shape, ...]] = {}
    models, seen = [root], {root}
    for model in models:  # it grows as it is walked
        for key in KEYS.get(model.__name__, model.model_fields):
            below = models_of(model, key)
            found[model.__name__, key] = tuple(child.__name__ for child in below)
            models += (new := [child for child in below if child not in seen])
            seen.update(new)
    return found


def _shape_of(value: dict[str, Any], below: tuple[Shape, ...]) -> Shape:
    """What a mapping is; in a body its keys tell, in either spelling."""
    if len(below) == 1:
        return below[0]
    words = _words_of_bodies(below)
    kind = kind_of_data({words.get(key, key): item for key, item in value.items()})
    return item_models()[kind].__name__


def _words_of_bodies(shapes: Iterable[Shape]) -> dict[str, str]:
    return {word: key for shape in shapes for word, key in english_keys(shape).items()}
