"""What would be right at a place of a data file: the keys that its model has, and how their values are written.

The models say themselves which of them stands where; what is kept here are the examples.
"""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from renmin_docs.errors import Finding
from renmin_docs.keys import KEYS, english_keys, spelled
from renmin_docs.report.figures_from import FiguresFrom
from renmin_docs.report.file_keys import PROFILE
from renmin_docs.report.item_kinds import likely_keys
from renmin_docs.report.models import WorkReport
from renmin_docs.report.sections import Point, item_models, kind_of_data
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from renmin_docs.intake.source import KeyPath

_LIKE_WORD = 0.5
_SENTENCE = 5
"""So long is no name of a key: `做好以下工作:` above a list is a text."""
_BESIDE: dict[str, type[BaseModel]] = {"figures_from": FiguresFrom}
"""Keys of a data file that the report itself does not have."""

_NAMES = ("addressee", "issuers", "signatories", "positions", "copied_to")
_CHAPTERS = ("achievements", "difficulties", "plans", "others")
_EXPECTED: dict[str, str] = {
    "organization": "@organization",
    "year": "@year",
    "period": "@period",
    "headings": "@heading_keys",
    "header": "@header_keys",
    "number": "@document_number",
    "signature": "@signature_keys",
    "imprint": "@imprint_keys",
    "page": "@page_keys",
    "attachments": "@attachment_list",
    "attachments[]": "@attachment",
    "figures": "@figures",
    "Table.figures": "@figure_names",
    "Table.figures[]": "@figure_row",
    "columns": "@columns",
    "columns[]": "@column",
    "FiguresFrom.columns": "@mapping",
    "path": "@picture_path",
    "width": "@millimetres",
    "issue_date": "@date",
    "print_date": "@date",
    "body": "@body",
    **dict.fromkeys(_NAMES, "@names"),
    **dict.fromkeys((*_CHAPTERS, *(f"{key}[]" for key in _CHAPTERS)), "@chapter"),
}
"""What would be right for a key, for an item of its list (`[]`), and for a key that a model has for itself."""

_EXPECTED_BY_TYPE: dict[str, str] = {
    "string": "@text",
    "int": "@integer",
    "bool": "@boolean",
    "date": "@date",
    "tuple": "@list",
    "dict": "@mapping",
    "model": "@mapping",
    "union_tag": "@body_item",
}
"""What would be right for any other, by the first word of pydantic's error type."""

_EXAMPLES = {
    "organization": "organization: {name: 人民街道}",
    "name": "name: 人民街道",
    "FigureRow.name": "name: shops",
    "year": "year: 2022",
    "achievements": "achievements: {body: …}",
    "number": "number: 人办发〔2022〕8号",
    "heading": "heading: 街道",
    "path": "path: 照片/广场.jpg",
    "workbook": "workbook: 指标.xlsx",
}
"""How a key that must be there is written."""


def model_at(path: KeyPath, data: Any, root: type[BaseModel] = WorkReport) -> type[BaseModel] | None:
    """The model of the mapping at a key path; None where no model stands.

    Args:
        path: The path.
        data: The file's data, which tell a table in a body from a point or a picture.
        root: The model of the data.
    """
    return _chosen(models_at(path, data, root), _value_at(data, path))


def models_at(path: KeyPath, data: Any, root: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """The models of which one may stand at a key path; none, where no mapping may."""
    candidates: tuple[type[BaseModel], ...] = (root,)
    for end, part in enumerate(path):
        if isinstance(part, str):
            model = _chosen(candidates, _value_at(data, path[:end]))
            candidates = models_of(model, part) if model else ()
    return candidates


def _value_at(data: Any, path: KeyPath) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        else:
            data = data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None
    return data


def _chosen(candidates: tuple[type[BaseModel], ...], data: Any) -> type[BaseModel] | None:
    """The model that the data are one of: where several may stand it is a body."""
    if len(candidates) > 1 and isinstance(data, dict):
        return item_models()[kind_of_data(data)]
    return candidates[0] if candidates else None


@cache
def models_of(model: type[BaseModel], key: str) -> tuple[type[BaseModel], ...]:
    """The models that a field may hold, in it or in its list."""
    field = model.model_fields.get(key)
    if model is WorkReport and key in _BESIDE:
        return (_BESIDE[key],)
    return () if field is None else tuple(_within(field.annotation))


def _within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _within(part)


def expected_value(detail: ErrorDetails, path: KeyPath, data: Any, root: type[BaseModel]) -> str:
    """What would be right where pydantic found a value of a wrong type."""
    kind = detail["type"]
    if kind == "literal_error":
        return _choice(str(detail.get("ctx", {})["expected"]))
    is_item = bool(path) and isinstance(path[-1], int)
    owner, key = path[: -2 if is_item else -1], path[-2 if is_item and len(path) > 1 else -1] if path else ""
    return (
        _of_model(_EXPECTED, model_at(owner, data, root), f"{key}[]" if is_item else str(key))
        or next((token for word, token in _EXPECTED_BY_TYPE.items() if kind.startswith(word)), "")
        or "@other"
    )


def missing_key(path: KeyPath, data: Any, root: type[BaseModel]) -> Finding:
    """A key that must be there and is not."""
    key = str(path[-1])
    return Finding("missing_key", found=key, expected=_of_model(_EXAMPLES, model_at(path[:-1], data, root), key))


def _of_model(table: dict[str, str], model: type[BaseModel] | None, key: str) -> str:
    """The row of a key: the model's own, or the one for all."""
    own = f"{model.__name__}.{key}" if model else key
    return table.get(own, table.get(key, ""))


def _choice(expected: str) -> str:
    """The values that pydantic names for a literal; the empty one needs no writing."""
    values = expected.replace(" or ", ", ").split(", ")
    return " / ".join(value.strip("'") for value in values if value != "''")


def unknown_key(path: KeyPath, value: object, data: Any, root: type[BaseModel]) -> Finding:
    """An unknown key with the keys most like it, or all, among those that may stand in its place.

    A text of a body that holds “: ”, or begins with a brace, reads as a key.
    """
    model, key = model_at(path[:-1], data, root), str(path[-1])
    fields = [name for name in _keys_of(model) if name != "after" or path[0] == "others"]
    if likely := likely_keys(key, fields) or _likely_words(key, model, fields):
        return Finding("unknown_key", found=key, expected="、".join(likely))
    is_text = isinstance(value, str | None) or (isinstance(value, list) and len(key) >= _SENTENCE)
    if model is Point and not key.isascii() and is_text:
        return Finding("text_as_key", found=quote(key))
    return Finding("strange_key", found=key, expected="、".join(fields))


def key_of_report(path: KeyPath, root: type[BaseModel]) -> Finding | None:
    """Why a key of a report can't stand in a profile; None for any other key."""
    from renmin_docs.report.profile import Profile

    written = str(path[-1])
    key = english_keys(WorkReport.__name__).get(written, written)
    if root is not Profile or len(path) > 1 or key not in KEYS[WorkReport.__name__]:
        return None
    if key == PROFILE:
        return Finding("profile_nested", found=written)
    return Finding("key_of_report", found=written, expected="、".join(Profile.model_fields))


def _keys_of(model: type[BaseModel] | None) -> Iterator[str]:
    """The keys that a file may have where a model stands."""
    yield from model.model_fields if model else ()
    yield from (*_BESIDE, PROFILE) if model is WorkReport else ()


def _likely_words(key: str, model: type[BaseModel] | None, fields: list[str]) -> list[str]:
    """The Chinese keys that a wrong one was meant for; one character of two may differ."""
    words = [] if model is None or key.isascii() else [spelled(field, "zh", model.__name__) for field in fields]
    return difflib.get_close_matches(key, words, n=2, cutoff=_LIKE_WORD)
