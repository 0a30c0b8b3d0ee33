"""The field types of the models: which texts, names and marks a report may hold."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from renmin_docs.errors import Finding, ReportError, TextError
from renmin_docs.numerals import MARK_FORMS, MARKS
from renmin_docs.report.text import quote, require_characters, require_one_line, require_printable


class Model(BaseModel):
    """Base of the models: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Text: TypeAlias = Annotated[str, AfterValidator(require_printable)]
Line: TypeAlias = Annotated[Text, AfterValidator(require_one_line)]


def require_name(text: str) -> str:
    """The name itself, if it is not blank and stands in one line; braces are nothing special in it."""
    if not text.strip():
        raise TextError(Finding("blank_name"))
    return require_one_line(require_characters(text))


def _figure_name(name: str) -> str:
    if not name.isidentifier():
        raise TextError(Finding("figure_name", found=quote(name), expected="shops、网点数"))
    return name


Name: TypeAlias = Annotated[str, AfterValidator(require_name)]
FigureName: TypeAlias = Annotated[str, AfterValidator(_figure_name)]


def in_list(value: object) -> object:
    """One thing where several may stand: a list of it."""
    return value if isinstance(value, list | tuple) else (value,)


def split_paragraphs(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts split into paragraphs at their newlines; a final newline begins none."""
    split: list[Any] = []
    for item in items:
        split.extend(item.removesuffix("\n").split("\n") if isinstance(item, str) else (item,))
    return tuple(split)


def _require_ladder(marks: tuple[str, ...]) -> tuple[str, ...]:
    if not marks or len(set(marks)) < len(marks) or not set(marks) <= set(MARK_FORMS):
        raise ReportError(Finding("ladder", found=" ".join(marks) or "@empty", expected=" ".join(MARKS)))
    return marks


Paragraphs: TypeAlias = Annotated[
    tuple[Text, ...],
    BeforeValidator(in_list, json_schema_input_type=str | list[str]),
    AfterValidator(split_paragraphs),
]
Ladder: TypeAlias = Annotated[tuple[str, ...], AfterValidator(_require_ladder)]
