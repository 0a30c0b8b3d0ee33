"""Both spellings of keys and values in a JSON Schema, so that an editor completes and checks either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from renmin_docs.vocabulary import MAPPINGS, PROFILE, Key, Spelling, spelled, words_for

Schema = dict[str, Any]
_KEY_IN_EXAMPLE = re.compile(r"`([\w.]+)`")


def in_both_spellings(schema: Schema, shape: str, resolved: Callable[[Schema], Schema] | None = None) -> None:
    """Add the Chinese keys and words to the schema of a mapping, with what they are for in Chinese.

    A key that must be there must be there in one of its spellings, and none may be there in both. `resolved` finds what
    a reference leads to: in a report over a profile, what that may hold may be missing in the mappings below too.

    >>> schema = {"properties": {"body": {"type": "string"}}, "required": ["body"]}
    >>> in_both_spellings(schema, "Point")
    >>> list(schema["properties"]), schema["allOf"]
    (['body', '正文'], [{'oneOf': [{'required': ['body']}, {'required': ['正文']}]}])
    """
    properties, keys = schema["properties"], MAPPINGS.get(shape, {})
    known = [key for key in properties if key in keys]
    for key in properties:
        if not isinstance(properties[key].get("default"), str | bool):
            properties[key].pop("default", None)  # an editor would write it
        _add_words(properties[key], words_for(shape, key))
        _add_names(properties[key], f"{shape}.{key}")
        _add_example(properties[key], keys.get(key), "en")
    properties.update({keys[key].zh: _chinese(properties[key], shape, key) for key in known})
    needed = schema.pop("required", [])
    if known:
        schema["allOf"] = [_one_of(keys, key) if key in needed else _not_both(keys, key) for key in known]
    if others := [key for key in needed if key not in keys]:
        schema["required"] = others
    if PROFILE in properties and resolved:
        _leave_to_profile(schema, keys, resolved)


def _chinese(schema: Schema, shape: str, key: str) -> Schema:
    """The schema of a key in its Chinese spelling: title, description, example and default in Chinese, words first."""
    from renmin_docs.vocabulary.descriptions import described  # loaded where a schema is made

    row, words = MAPPINGS[shape][key], {value: word for word, value in words_for(shape, key).items()}
    made = {**deepcopy(schema), "title": row.zh, "description": described(shape, key)}
    _add_example(made, row, "zh")
    for node in _with_enum(made):
        node["enum"].sort(key=words.__contains__)
    if made.get("default") in words:
        made["default"] = words[made["default"]]
    return made


def _add_example(schema: Schema, row: Key | None, spelling: Spelling) -> None:
    """An example of a value, with the keys in it in a spelling."""
    if row and row.example:
        schema["examples"] = [_value(_KEY_IN_EXAMPLE.sub(lambda match: spelled(match[1], spelling), row.example))]


def _value(text: str) -> Any:
    """What an example says: a mapping of one key, a list of one item, a number or a text."""
    if match := re.fullmatch(r"\{(\w+): (.+)\}", text):
        return {match[1]: _value(match[2])}
    if text.startswith("["):
        return [_value(text[1:-1])]
    return int(text) if text.isdecimal() else text


def _not_both(keys: Mapping[str, Key], key: str) -> Schema:
    """That a key is there in one spelling at the most; editors show the message, other programs pass it over."""
    pair = [key, keys[key].zh]
    return {"not": {"required": pair}, "errorMessage": "、".join(pair) + " 是同一个键，只能写一个"}


def _one_of(keys: Mapping[str, Key], key: str) -> Schema:
    """That a key is there in one spelling."""
    return {"oneOf": [{"required": [key]}, {"required": [keys[key].zh]}]}


def _leave_to_profile(schema: Schema, keys: Mapping[str, Key], resolved: Callable[[Schema], Schema]) -> None:
    """Demand keys that a profile may hold, here and in the mappings below, only of a report that names none."""
    parts: Schema = {}
    for key, row in keys.items():
        if row.profile == "part" and "$ref" in (part := schema["properties"][key]):
            demands = _taken_out(resolved(part), MAPPINGS[row.of[0]])
            if demands:
                parts |= {spelling: {"allOf": demands} for spelling in (key, row.zh)}
    missing = {"allOf": _taken_out(schema, keys), "properties": parts}
    schema |= {"if": {"anyOf": [{"required": [PROFILE]}, {"required": [keys[PROFILE].zh]}]}, "else": missing}


def _taken_out(schema: Schema, keys: Mapping[str, Key]) -> list[Schema]:
    """The demands of a mapping that a profile may meet; of each it stays that no key is there in both spellings."""
    optional = {key: demand for key in keys if keys[key].profile and (demand := _one_of(keys, key)) in schema["allOf"]}
    for key, demand in optional.items():
        schema["allOf"][schema["allOf"].index(demand)] = _not_both(keys, key)
    return [*optional.values()]


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
