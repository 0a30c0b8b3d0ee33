"""The texts of a report, or of data that need not be one yet, and the items of its bodies, each behind its key path.

One walk over the rows of the vocabulary serves models and data. It is shared by all checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel

from renmin_docs.report.item_kinds import kind_of_data, shape_of
from renmin_docs.report.sections import Content, Section
from renmin_docs.report.tables import Table
from renmin_docs.report.text import Tokens, fill, mentions
from renmin_docs.vocabulary import MAPPINGS, Key, Shape

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

DataPath: TypeAlias = tuple[str | int, ...]
_Path = TypeVar("_Path", str, DataPath)
_Section = TypeVar("_Section", bound=Section)
_Rows: TypeAlias = Mapping[Shape, list[tuple[str, Key]]]

PLACEHOLDER = "\0"
"""Stands for a mention in a plain text: no text of a report holds this sign."""

_PRINTED: _Rows = {
    shape: sorted(((key, row) for key, row in keys.items() if row.is_printed), key=lambda each: each[1].form != "text")
    for shape, keys in MAPPINGS.items()
}
"""Mapping → its printed keys: its own texts before what is in it."""
_OF_REPORT = [(key, row) for key, row in MAPPINGS["WorkReport"].items() if row.is_printed]
"""The report's own printed keys, in the order in which they are printed."""
_NESTED: _Rows = {
    shape: [(key, row) for key, row in keys if any("body" in MAPPINGS[inner] for inner in row.of)]
    for shape, keys in _PRINTED.items()
}
"""Mapping → its keys below which bodies stand."""


class PlacedText(NamedTuple):
    """A text and where it stands.

    Attributes:
        path: Key path, as a data file has it: `plans.body[1].lead`.
        text: The text as written, placeholders included.
        chapter: Number of the printed chapter, from 1; 0 outside chapters.
    """

    path: str
    text: str
    chapter: int = 0


def texts(report: WorkReport) -> list[PlacedText]:
    """All texts of a report that may mention figures, in printed order."""
    printed: list[PlacedText] = []
    chapters = enumerate(report.placed_chapters(), 1)
    for key, row in _OF_REPORT:
        value = getattr(report, key)
        if row.form == "chapters":
            for number, (path, chapter) in chapters:  # all of them, at the first of their keys
                printed += _placed(_Walk(_PRINTED, _dotted).mapping(chapter, "Chapter", path), number)
        elif isinstance(value, str):
            printed += [PlacedText(key, value)] if value else ()
        elif value:
            printed += _placed(_Walk(_PRINTED, _dotted).value(value, row, key), 0)
    return printed


def plain_texts(placed: Iterable[PlacedText]) -> Iterator[tuple[str, PlacedText]]:
    """Texts with `PLACEHOLDER` for each mention and single braces, each with the text as it is written."""
    blanks = Tokens(lambda _: PLACEHOLDER)
    for text in placed:
        yield fill(text.text, blanks), text


def texts_in(data: dict[str, Any]) -> Iterator[tuple[DataPath, str]]:
    """All texts of data that may mention figures, each behind its key path, in the order of the keys."""
    found = _Walk(_PRINTED, _joined).mapping(data, "WorkReport", ())
    return ((path, value) for path, value in found if isinstance(value, str))


def items(report: WorkReport) -> Iterator[tuple[str, Content]]:
    """Every table and picture of a report behind its key path, in printed order."""
    attachments = ((f"attachments[{index}]", each) for index, each in enumerate(report.attachments))
    for path, section in (*report.placed_chapters(), *attachments):
        yield from _items_in(path, section)


def _items_in(path: str, section: Section) -> list[tuple[str, Content]]:
    found: list[tuple[str, Content]] = []
    if _TEXTS.issuperset(map(type, section.body)):  # most hold nothing else
        return found
    for index, item in enumerate(section.body):
        if isinstance(item, Section):
            found += _items_in(f"{path}.body[{index}]", item)
        elif not isinstance(item, str):
            found.append((f"{path}.body[{index}]", item))
    return found


def items_in(data: dict[str, Any]) -> Iterator[tuple[DataPath, Shape, dict[str, Any]]]:
    """Every mapping in a body of data, behind its key path and its kind."""
    for path, item in _Walk(_NESTED, _joined).mapping(data, "WorkReport", ()):
        if "body" in path and not isinstance(item, str):
            yield path, kind_of_data(item), item


def mentioned_figures(printed: Iterable[PlacedText], shown: Iterable[tuple[str, Content]]) -> set[str]:
    """The names of the figures that the texts of a report mention or its tables show."""
    mentioned = {mention.name for text in printed for mention in mentions(text.text)}
    for _, item in shown:
        mentioned.update(item.figure_names if isinstance(item, Table) else ())
    return mentioned


def has_figures(item: str | BaseModel) -> bool:
    """Whether an item of a body mentions or shows a figure, itself or in what is in it."""
    if isinstance(item, str):
        return any(mentions(item))
    found = _Walk(_PRINTED, _dotted).mapping(item, shape_of_model(type(item)), "")
    return any(
        any(mentions(value)) if isinstance(value, str) else isinstance(value, Table) and bool(value.figures)
        for value in (item, *(value for _, value in found))
    )


def text_keys(model: BaseModel) -> list[str]:
    """The keys of a model that hold a single text."""
    return [key for key, row in _PRINTED[shape_of_model(type(model))] if row.form == "text"]


def changed(section: _Section, change: Callable[[Any], Any]) -> _Section:
    """A section with every text, table and picture changed that stands in it or in a point of it."""
    body = [changed(item, change) if isinstance(item, Section) else change(item) for item in section.body]
    return section.replace(body=body)


def changed_sections(report: WorkReport, change: Callable[[Any], Any]) -> dict[str, Any]:
    """All chapters and attachments of a report, changed as `changed` does: key → its new value."""
    return {key: [changed(each, change) for each in getattr(report, key)] for key, _ in _NESTED["WorkReport"]}


_LISTS, _HOLDERS, _TEXTS = (list, tuple), (dict, BaseModel), {str}

# --- the walk ---------------------------------------------------------------------------------


def _placed(found: Iterable[tuple[str, Any]], chapter: int) -> list[PlacedText]:
    return [PlacedText(path, value, chapter) for path, value in found if isinstance(value, str)]


class _Walk(Generic[_Path]):
    """One walk over a mapping or a model, along some keys; `below` makes the path of a part.

    It fills a list: generators within generators would hand every text on through each level above it.

    Attributes:
        found: Every text and every mapping or model, behind its path.
    """

    def __init__(self, rows: _Rows, below: Callable[[_Path, str | int], _Path]) -> None:
        self._rows = rows
        self._below: Callable[[_Path, str | int], _Path] = below
        self.found: list[tuple[_Path, Any]] = []

    def mapping(self, holder: Any, shape: Shape, path: _Path) -> list[tuple[_Path, Any]]:
        """What a mapping or a model of some shape holds."""
        get = holder.get if isinstance(holder, dict) else holder.__getattribute__
        for key, row in self._rows[shape]:
            value = get(key)
            if not value:
                continue
            here = self._below(path, key)
            if isinstance(value, str):
                self.found.append((here, value))
            elif isinstance(value, _LISTS):
                self._items(value, row, here)
            else:
                self.value(value, row, here)
        return self.found

    def value(self, value: Any, row: Key, path: _Path) -> list[tuple[_Path, Any]]:
        """The same for a list, a mapping or a model that a key holds."""
        if isinstance(value, _LISTS):
            self._items(value, row, path)
        elif row.form == "fields":
            for name, inner in value.items() if isinstance(value, dict) else ():
                if inner and isinstance(inner, str):
                    self.found.append((self._below(path, name), inner))
                else:
                    self.value(inner, row, self._below(path, name))
        elif row.of and isinstance(value, _HOLDERS):
            self.found.append((path, value))
            self.mapping(value, _shape_of(value, row), path)
        return self.found

    def _items(self, value: list[Any] | tuple[Any, ...], row: Key, path: _Path) -> None:
        if len(value) == 1 and row.form == "paragraphs" and isinstance(value, tuple) and isinstance(value[0], str):
            self.found.append((path, value[0]))  # a model's single paragraph needs no place; data say if it is listed
            return
        for index, item in enumerate(value):
            if not isinstance(item, str):
                self.value(item, row, self._below(path, index))
            elif item or row.form == "paragraphs":  # an empty paragraph is one, an empty cell is nothing
                self.found.append((self._below(path, index), item))


def _shape_of(value: dict[str, Any] | BaseModel, row: Key) -> Shape:
    return shape_of(value, row.of) if isinstance(value, dict) else shape_of_model(type(value))


@cache
def shape_of_model(model: type[BaseModel]) -> Shape:
    """What a model is, or one that a caller derived from it."""
    return next(base.__name__ for base in model.__mro__ if base.__name__ in MAPPINGS)


def _dotted(path: str, part: str | int) -> str:
    return f"{path}[{part}]" if isinstance(part, int) else f"{path}.{part}"


def _joined(path: DataPath, part: str | int) -> DataPath:
    return (*path, part)
