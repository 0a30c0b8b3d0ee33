"""The mappings that stand for figures in data files: their keys, as rows, and the JSON Schema made of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from renmin_docs.figures.base import Figure
from renmin_docs.figures.tables import AUTO, HEDGES, SCALES
from renmin_docs.vocabulary.schema import in_both_spellings

_NUMBER = (int, float, str, Decimal)
_FIGURE = (*_NUMBER, Figure, Mapping)


class Key(NamedTuple):
    """One key: the Python types of its value, the word for it in messages (`messages.TERMS`), its JSON Schema."""

    types: tuple[type, ...]
    token: str
    schema: dict[str, Any]

    def takes(self, value: object) -> bool:
        """Whether the value is of one of the types; true and false are no numbers."""
        return isinstance(value, self.types) and (not isinstance(value, bool) or bool in self.types)


class Form(NamedTuple):
    """One mapping: what it stands for, the keys it needs, and those it may have."""

    title: str
    needed: tuple[str, ...]
    allowed: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """All its keys."""
        return frozenset(self.needed + self.allowed)


_ANY = ["string", "number", "object"]


def _number(description: str) -> Key:
    return Key(_NUMBER, "@number", {"type": ["string", "number"], "description": description})


def _figure(description: str) -> Key:
    return Key(_FIGURE, "@figure", {"type": _ANY, "description": description})


def _text(description: str, *words: str) -> Key:
    schema: dict[str, Any] = {"type": "string", "description": description}
    return Key((str,), "@text", schema | ({"enum": list(words)} if words else {}))


KEYS: dict[str, Key] = {
    "value": _number("The raw number, in the unit beside it (975000000 of 元, 9.75 of 亿元, 10.67 of %), or notation"),
    "unit": _text("What is counted: 家, 元, 亿元, %"),
    "hedge": _text("A hedging word that is true of the raw number; auto chooses one", AUTO, *HEDGES),
    "step": _number("What the number is rounded to before it prints: 312 at a step of 100 prints 300"),
    "scale": _text("The scale to print; money takes one by itself", *SCALES),
    "places": Key((int,), "@integer", {"type": "integer", "minimum": 0, "description": "Decimal places to print"}),
    "previous": _figure("The value of the period before; a number is in the unit that stands beside it"),
    "total": _figure("The total"),
    "parts": Key(
        (Mapping,),
        "@mapping",
        {
            "type": "object",
            "additionalProperties": {"type": _ANY},
            "description": "The parts by name, in printed order",
        },
    ),
    "partial": Key((bool,), "@boolean", {"type": "boolean", "description": "The parts are only some of the total"}),
    "low": _figure("The lower end of a range"),
    "high": _figure("The higher end of a range"),
    "part": _figure("The part whose share it is"),
    "of": _figure("The whole that the share is of"),
    "current": _figure("The value of this period"),
    "rate": _figure("The rate as it is stated; it is checked against the two values"),
}

FORMS: dict[str, Form] = {
    "value": Form("A number with a unit", ("value",), ("unit", "hedge", "step", "scale", "places", "previous")),
    "breakdown": Form("A total and its parts", ("total", "parts"), ("partial",)),
    "span": Form("A range", ("low", "high"), ("unit",)),
    "share": Form("The share of a part in a whole", ("part", "of"), ("rate", "places")),
    "change": Form(
        "The growth from one value to another; it prints the rate", ("current", "previous"), ("rate", "places")
    ),
}
"""Every mapping that stands for a figure; one that is broken counts as the form it shares most keys with."""


class FigureSchema:
    """The JSON Schema of a figure in a data file, as an annotation: made where a schema is asked for."""

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        notation = {
            "type": "string",
            "description": "Notation, as it is printed",
            "examples": ["300余次", "9.75亿元", "10.67%", "第3位", "1.86:1", "三分之一"],
        }
        return {
            "description": "A figure: notation, a bare number, or a mapping",
            "anyOf": [notation, {"type": "number", "description": "A bare number"}, *map(_form_schema, FORMS.values())],
        }


def _form_schema(form: Form) -> dict[str, Any]:
    properties = {key: dict(KEYS[key].schema) for key in form.needed + form.allowed}
    schema: dict[str, Any] = {
        "type": "object",
        "title": form.title,
        "properties": properties,
        "required": list(form.needed),
        "additionalProperties": False,
    }
    in_both_spellings(schema, "Figure")
    return schema
