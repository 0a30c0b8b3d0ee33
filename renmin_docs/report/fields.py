"""The field types of the models: which texts, names and marks a report may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from renmin_docs.errors import Finding, ReportError, TextError
from renmin_docs.figures import UNFILLED
from renmin_docs.frozen import Frozen, RefusedReportError
from renmin_docs.messages.shown import quote
from renmin_docs.numerals import MARK_FORMS, MARKS
from renmin_docs.report.periods import FIRST_YEAR, LAST_YEAR
from renmin_docs.report.shown_models import ShownModel, descriptions, written_docstring
from renmin_docs.report.text import require_characters, require_name, require_one_line, require_printable
from renmin_docs.vocabulary.schema import in_both_spellings

if TYPE_CHECKING:
    from pydantic import BaseModel, GetJsonSchemaHandler, ValidationError
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from renmin_docs.frozen import Takes


class Model(Frozen, metaclass=ShownModel):
    """Base of the report's models.

    The text behind a field describes it in the JSON Schema. It is read from the source when a schema is made;
    pydantic's own `use_attribute_docstrings` would read it at every import.
    """

    REFUSED_BY = RefusedReportError

    DESCRIBED_BY: ClassVar[type[BaseModel] | None] = None
    """The model whose texts describe the fields, where it is another."""

    @classmethod
    def _findings_of(cls, error: ValidationError, data: Any, /) -> list[Finding]:
        from renmin_docs.report.validation.faults import findings_of  # loaded where something is wrong

        return findings_of(error, data, cls.__name__)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with the fields' descriptions, and with both spellings of the keys that files may have."""
        made = handler(schema)
        mapping = handler.resolve_ref_schema(made)
        mapping["description"] = written_docstring(cls)
        properties = mapping.get("properties", {})
        for name, text in descriptions(cls.DESCRIBED_BY or cls).items():
            if name in properties:
                properties[name].setdefault("description", text)
        if properties and handler.mode == "validation":
            in_both_spellings(mapping, cls.__name__, handler.resolve_ref_schema)
        return made


Text: TypeAlias = Annotated[str, AfterValidator(require_printable)]


def _line(text: str) -> str:
    is_plain = text.isprintable() and "{" not in text and "}" not in text  # as most are
    return text if is_plain else require_one_line(require_printable(text))


Line: TypeAlias = Annotated[str, AfterValidator(_line)]  # one validator: two take twice as long


def figure_name(name: str) -> str:
    """The name itself, if a text can mention it."""
    if not name.isidentifier():
        raise TextError(Finding("figure_name", found=quote(name), expected="shops、网点数"))
    return name


def _plain_line(text: str) -> str:
    return require_one_line(require_characters(text))


PlainLine: TypeAlias = Annotated[str, AfterValidator(_plain_line)]
"""A text in one line that mentions no figures: braces are nothing special in it."""
Name: TypeAlias = Annotated[str, AfterValidator(require_name)]
FigureName: TypeAlias = Annotated[str, AfterValidator(figure_name)]


def _in_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


def several(item: Any, *then: object, alone: Any = None) -> Any:
    """The type of a tuple of items; one item, or what may stand `alone`, stands for a list of it."""
    given = BeforeValidator(_in_list, json_schema_input_type=(alone or item) | list[item])
    return Annotated[(tuple[item, ...], given, *then)]


def millimetres(least: int, most: int) -> Any:
    """The type of a length that may be missing."""
    schema = WithJsonSchema({"type": "number", "minimum": least, "maximum": most})
    return Annotated[Decimal, Field(ge=least, le=most), schema] | None


def split_paragraphs(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts split into paragraphs at their newlines; a final newline begins none."""
    if not [item for item in items if isinstance(item, str) and "\n" in item]:  # as in most bodies
        return items
    split: list[Any] = []
    for item in items:
        if isinstance(item, str) and "\n" in item:
            split += item.removesuffix("\n").split("\n")
        else:
            split.append(item)
    return tuple(split)


def _require_ladder(marks: tuple[str, ...]) -> tuple[str, ...]:
    if not marks or len(set(marks)) < len(marks) or not set(marks) <= set(MARK_FORMS):
        raise ReportError(Finding("ladder", found=" ".join(marks) or "@empty", expected=" ".join(MARKS)))
    return marks


if TYPE_CHECKING:
    Paragraphs: TypeAlias = Takes[tuple[str, ...], str | Sequence[str]]
    Names: TypeAlias = Takes[tuple[str, ...], str | Sequence[str]]
else:
    Paragraphs = several(Text, AfterValidator(split_paragraphs))
    Names = several(Name)
    """One organ or person, or several."""
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_YEAR = re.compile("[0-9]{4}", re.ASCII)


def _require_day(value: object) -> object:
    """A date, as such or as it is written; pydantic would take numbers too, as seconds since 1970."""
    if isinstance(value, datetime):
        is_day = value.time() == time.min and value.tzinfo is None
    else:
        is_day = isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value) is not None)
    if not is_day:
        raise PydanticCustomError("date_form", "Input should be a date like 2022-12-20")
    return value


def _require_year(value: object) -> object:
    """A year in four digits; pydantic would take 2022.0, 2.022e3 and true too."""
    is_written = isinstance(value, str) and _YEAR.fullmatch(value) is not None
    if not is_written and (isinstance(value, bool) or not isinstance(value, int)):
        raise PydanticCustomError("int_form", "Input should be a year in four digits, like 2022")
    return value


Unwritten: TypeAlias = Literal["（待填写）"]
if TYPE_CHECKING:
    Year: TypeAlias = Takes[int, int | str]
    Day: TypeAlias = date | Unwritten
    OptionalDay: TypeAlias = Takes[Day | None, date | str | None]
    Ladder: TypeAlias = Takes[tuple[str, ...], Sequence[str]]
else:
    _FourDigits = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
    Year = Annotated[_FourDigits, BeforeValidator(_require_year, json_schema_input_type=_FourDigits)]
    Day = Annotated[
        Annotated[date, BeforeValidator(_require_day, json_schema_input_type=date), Tag("day")]
        | Annotated[Unwritten, Tag("unwritten")],
        Discriminator(lambda value: "unwritten" if value == UNFILLED else "day"),
    ]
    """A date, or the mark of one that is still to be written."""
    OptionalDay = Day | None
    Ladder = Annotated[tuple[str, ...], AfterValidator(_require_ladder)]
Numbering: TypeAlias = Literal["typed", "native"]
