"""The fields that an office names itself: texts, lists of texts or records, and fields below fields.

A template prints them (`{{ fields.联系人 }}`), and texts mention those that are texts (`{联系人}`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from renmin_docs.errors import Finding, RenminDocsError, ReportError
from renmin_docs.figures.arithmetic import exact
from renmin_docs.messages.shown import shown
from renmin_docs.report.fields import figure_name
from renmin_docs.report.text import require_printable

FieldValue: TypeAlias = "str | tuple[str, ...] | tuple[dict[str, FieldValue], ...] | dict[str, FieldValue]"
"""What a field may hold; numbers become texts."""
_DEEPEST = 8
"""Fields below fields."""
_SCALARS = [{"type": "string"}, {"type": "integer"}]
_ITEMS = {"type": "array", "items": {"anyOf": [*_SCALARS, {"type": "object"}]}}
_SCHEMA = {"type": "object", "additionalProperties": {"anyOf": [*_SCALARS, _ITEMS, {"type": "object"}]}}


def _fields(value: object) -> dict[str, FieldValue]:
    """The fields with all numbers as texts; all that is wrong with them in one error."""
    findings: list[Finding] = []
    made = _mapping(value, "", 1, findings)
    if findings:
        raise ReportError(*findings)
    return made


Fields: TypeAlias = Annotated[
    dict[str, Any], PlainValidator(_fields, json_schema_input_type=dict[str, Any]), WithJsonSchema(_SCHEMA)
]


def field_texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields that are texts: others may mention them."""
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _mapping(value: object, place: str, depth: int, findings: list[Finding]) -> dict[str, FieldValue]:
    if not isinstance(value, dict):
        findings.append(Finding("wrong_type", place, shown(value), "@mapping"))
        return {}
    if depth > _DEEPEST:
        findings.append(Finding("fields_deep", place, expected=str(_DEEPEST)))
        return {}
    made: dict[str, FieldValue] = {}
    for key, inner in value.items():
        name = shown(key) if not isinstance(key, str) else key
        findings += _of(figure_name, name, place)
        made[name] = _value(inner, f"{place}.{name}".lstrip("."), depth, findings)
    return made


def _value(value: object, place: str, depth: int, findings: list[Finding]) -> FieldValue:
    if isinstance(value, dict):
        return _mapping(value, place, depth + 1, findings)
    if isinstance(value, list | tuple):
        return _list([*value], place, depth, findings)
    if isinstance(value, str):
        findings += _of(require_printable, value, place)
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        if wrong := [*_of(exact, value, place)]:
            findings += wrong
            return ""
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    findings.append(Finding("wrong_type", place, shown(value), "@field"))
    return ""


def _list(items: list[Any], place: str, depth: int, findings: list[Finding]) -> FieldValue:
    """Texts, or records that have the same keys: a template prints the same of each."""
    records = [item for item in items if isinstance(item, dict)]
    if records and len(records) < len(items):
        findings.append(Finding("field_list_mixed", place))
    for index, record in enumerate(items):
        if isinstance(record, list | tuple):
            findings.append(Finding("wrong_type", f"{place}[{index}]", shown(record), "@text"))
        elif isinstance(record, dict) and record.keys() != records[0].keys():
            found = "、".join(map(str, record.keys() ^ records[0].keys()))
            findings.append(Finding("records_ragged", f"{place}[{index}]", found, "、".join(map(str, records[0]))))
    inner = [(f"{place}[{index}]", item) for index, item in enumerate(items) if not isinstance(item, list | tuple)]
    made: Any = tuple(_value(item, path, depth, findings) for path, item in inner)
    return made  # type: ignore[no-any-return]  # texts or records, as was seen


def _of(validate: Callable[[Any], object], value: object, place: str) -> Iterator[Finding]:
    """What a validator finds wrong with a value, at a place."""
    try:
        validate(value)
    except RenminDocsError as error:
        yield from (finding.at(place) for finding in error.findings)
