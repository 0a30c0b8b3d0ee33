"""Both spellings of keys and values in a JSON Schema, so that an editor completes and checks either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.vocabulary import MAPPINGS, PROFILE, Key, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema = dict[str, Any]


def in_both_spellings(schema: Schema, shape: str) -> None:
    """Add the Chinese keys and words to the schema of a mapping.

    A key that must be there must be there in one of its spellings.

    >>> schema = {"properties": {"body": {"type": "string"}}, "required": ["body"]}
    >>> in_both_spellings(schema, "Point")
    >>> list(schema["properties"]), schema["allOf"]
    (['body', '正文'], [{'oneOf': [{'required': ['body']}, {'required': ['正文']}]}])
    """
    properties, keys = schema["properties"], MAPPINGS.get(shape, {})
    for key in properties:
        _add_words(properties[key], words_for(shape, key))
        _add_names(properties[key], f"{shape}.{key}")
    known = [(key, keys[key].zh) for key in properties if key in keys]
    properties.update({word: {**properties[key], "title": word} for key, word in known})
    if needed := [key for key in schema.get("required", ()) if key in keys]:
        schema["allOf"] = [_one_of(keys, key) for key in needed]
        schema["required"] = [key for key in schema["required"] if key not in keys]
        if not schema["required"]:
            del schema["required"]


def _one_of(keys: Mapping[str, Key], key: str) -> Schema:
    """That a key is there in one spelling, or may come from the profile."""
    one: Schema = {"oneOf": [{"required": [key]}, {"required": [keys[key].zh]}]}
    if not keys[key].profile or PROFILE not in keys:
        return one
    return {"anyOf": [one, {"required": [PROFILE]}, {"required": [keys[PROFILE].zh]}]}


def _add_words(schema: Schema, words: Mapping[str, str | bool]) -> None:
    """Allow the Chinese words for values."""
    if True in words.values():
        schema["anyOf"] = [{"type": schema.pop("type")}, {"type": "string", "enum": [*words]}]
    elif words:
        for node in _with_enum(schema):
            node["enum"] = [*node["enum"], *words]


def _with_enum(schema: Schema) -> Iterator[Schema]:
    if "enum" in schema:
        yield schema
    for child in schema.get("anyOf", ()):
        yield from _with_enum(child)


def _add_names(schema: Schema, names: str) -> None:
    """Allow the Chinese keys of a mapping that is no model but has keys of ours."""
    if names in MAPPINGS:
        words = [row.zh for row in MAPPINGS[names].values()]
        schema["propertyNames"]["enum"] = [*schema["propertyNames"]["enum"], *words]
