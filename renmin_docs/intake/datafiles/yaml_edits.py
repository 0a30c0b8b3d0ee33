"""Edits of a YAML file at the places of its values: everything else stays byte for byte.

Comments, line breaks, quotation marks and the order of keys are a person's. A text is changed within its own quotes
and lines where that can be, and else written anew in its place; items of lists come and go as lines.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import DataFileError
from renmin_docs.intake.datafiles.edits import CannotEditError, Insert, Remove, Replace, SetKey
from renmin_docs.intake.datafiles.yaml_events import events
from renmin_docs.intake.datafiles.yaml_text import scalar, to_yaml
from renmin_docs.vocabulary import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from renmin_docs.intake.datafiles.edits import DataEdit, Piece
    from renmin_docs.report.validation.key_paths import KeyPath
    from renmin_docs.vocabulary import Spelling

_BYTE_ORDER_MARK = "\ufeff"
_BLOCKS = ("|", ">")
"""Styles of texts in blocks of lines."""


@dataclass(slots=True)
class Node:
    """A value in the text.

    Attributes:
        start, end: Where it stands; of a block, its last character is its last word's.
        value: Of a scalar.
        style: Of a scalar: empty for plain, else its sign.
        keys: Of a mapping: key → where the key begins, and the value.
        items: Of a list.
        kind: scalar, mapping, list or alias.
        in_flow: Whether it stands within brackets.
        is_flow: Whether it is written with brackets.
    """

    start: int
    end: int = 0
    value: str = ""
    style: str = ""
    keys: dict[str, tuple[int, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    kind: str = "scalar"
    in_flow: bool = False
    is_flow: bool = False


def edited_file(text: str, edits: Sequence[DataEdit], spelling: Spelling) -> str:
    """The text of a file with its edits: its byte order mark and its line ends stay; errors as for `edited_yaml`."""
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    is_windows = "\r\n" in plain and plain.count("\n") == plain.count("\r\n")
    made = edited_yaml(plain.replace("\r\n", "\n") if is_windows else plain, edits, spelling)
    return text[: len(text) - len(plain)] + (made.replace("\n", "\r\n") if is_windows else made)


def edited_yaml(text: str, edits: Sequence[DataEdit], spelling: Spelling) -> str:
    """The text with its edits.

    Args:
        text: A YAML text that can be read.
        edits: What is changed, each at a key path as the file writes it; paths are those of the text as it is.
        spelling: That of new keys.

    Raises:
        CannotEditError: An edit can't be made at its place.
    """
    root = _tree(text)
    splices: list[tuple[int, int, str]] = []
    for number, edit in enumerate(edits):
        start, end, new = _splice(text, root, edit, spelling)
        splices.append((start, end, new))
        if any(start < other_end and other_start < end for other_start, other_end, _ in splices[:number]):
            raise CannotEditError(str(edit.path))
    order = sorted(range(len(splices)), key=lambda number: (*splices[number][:2], number), reverse=True)
    for start, end, new in map(splices.__getitem__, order):
        text = text[:start] + new + text[end:]
    return text


# --- the tree ---------------------------------------------------------------------------------


def _tree(text: str) -> Node:
    stream = events(text)
    for event in stream:
        if type(event).__name__ in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            return _node(event, stream, text, in_flow=False)
    raise CannotEditError("empty")


def _node(event: Any, stream: Iterator[Any], text: str, *, in_flow: bool) -> Node:
    kind = type(event).__name__
    node = Node(event.start_mark.index, event.end_mark.index, in_flow=in_flow)
    if kind == "AliasEvent":
        node.kind = "alias"
    elif kind == "ScalarEvent":
        node.value, node.style = event.value, event.style or ""
        node.end = node.start + len(text[node.start : node.end].rstrip(" \n\r")) if node.style in _BLOCKS else node.end
    else:
        node.is_flow = bool(event.flow_style)
        node.kind = "mapping" if kind == "MappingStartEvent" else "list"
        node.end = (_fill_mapping if node.kind == "mapping" else _fill_list)(node, stream, text)
    return node


def _fill_mapping(node: Node, stream: Iterator[Any], text: str) -> int:
    within, end = node.in_flow or node.is_flow, node.start
    for event in stream:
        if type(event).__name__ == "MappingEndEvent":
            return event.end_mark.index if node.is_flow else end
        key = _node(event, stream, text, in_flow=within)
        value = _node(next(stream), stream, text, in_flow=within)
        node.keys[key.value] = key.start, value
        end = max(key.end, value.end)
    return end


def _fill_list(node: Node, stream: Iterator[Any], text: str) -> int:
    within, end = node.in_flow or node.is_flow, node.start
    for event in stream:
        if type(event).__name__ == "SequenceEndEvent":
            return event.end_mark.index if node.is_flow else end
        node.items.append(_node(event, stream, text, in_flow=within))
        end = node.items[-1].end
    return end


def _at(root: Node, path: KeyPath) -> Node:
    node = root
    for part in path:
        if node.kind == "mapping" and part in node.keys:
            node = node.keys[str(part)][1]
        elif node.kind == "list" and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            raise CannotEditError(str(path))
    if node.kind == "alias":
        raise CannotEditError(str(path))
    return node


# --- splices ----------------------------------------------------------------------------------


def _splice(text: str, root: Node, edit: DataEdit, spelling: Spelling) -> tuple[int, int, str]:
    if isinstance(edit, Replace):
        node = _at(root, edit.path)
        if node.kind != "scalar":
            raise CannotEditError(str(edit.path))
        return node.start, node.end, _respelled(text, node, edit)
    if isinstance(edit, SetKey):
        return _set_key(text, _at(root, edit.path[:-1]), edit, spelling)
    if isinstance(edit, Remove):
        return _removed(text, _at(root, edit.path[:-1]), edit.path[-1])
    return _inserted(text, root, edit, spelling)


def _respelled(text: str, node: Node, edit: Replace) -> str:
    """The scalar in the file with another text: within its own form where that reads back as the text."""
    source = text[node.start : node.end]
    places = _places(source, node)
    if places is not None and edit.pieces:
        candidate = _patched(source, places, edit.pieces, node.style)
        if node.style in _BLOCKS or _reads_as(candidate, edit.text, in_flow=node.in_flow):
            return candidate
    return _as_flow(edit.text, "en") if node.in_flow else scalar(edit.text)


def _places(source: str, node: Node) -> list[int] | None:
    """Where in the source each character of the value begins, and where the last one ends; None where unclear."""
    style, value = node.style, node.value
    at, end = 0, len(source)
    if style in _BLOCKS:
        at = source.index("\n") + 1 if "\n" in source else end
        at += len(source[at:]) - len(source[at:].lstrip(" \n"))
    elif style:
        at, end = 1, len(source) - 1
        if style == '"' and "\\" in source:
            return None
    places: list[int] = []
    for number, character in enumerate(value):
        if at >= end:
            return [*places, *[end] * (len(value) - number + 1)] if not value[number:].strip("\n") else None
        if source[at] in " \n" and "\n" in source[at : _behind_blanks(source, at)]:
            places.append(at)
            following = value[number + 1 : number + 2]
            at = at if character == "\n" == following else _behind_blanks(source, at)
        elif source[at] == character:
            places.append(at)
            at += 2 if style == "'" == character else 1
        else:
            return None
    return [*places, end] if at == end else None


def _behind_blanks(source: str, at: int) -> int:
    while at < len(source) and source[at] in " \n\r":
        at += 1
    return at


def _patched(source: str, places: list[int], pieces: Sequence[Piece], style: str) -> str:
    """The source with pieces in the place of others, as its quotation marks want them."""
    made, done = [], 0
    for start, end, new in pieces:
        made += [source[done : places[start]], new.replace("'", "''") if style == "'" else new]
        done = places[end]
    return "".join((*made, source[done:]))


def _reads_as(candidate: str, text: str, *, in_flow: bool) -> bool:
    whole = f"- [{candidate}]\n" if in_flow else f"- {candidate}\n"
    try:
        node = _tree(whole)
    except (DataFileError, CannotEditError):
        return False
    found = node.items[0].items if in_flow and node.items else node.items
    return len(found) == 1 and found[0].kind == "scalar" and found[0].value == text


def _set_key(text: str, node: Node, edit: SetKey, spelling: Spelling) -> tuple[int, int, str]:
    key = str(edit.path[-1])
    if node.kind != "mapping" or not (node.keys or node.is_flow):
        raise CannotEditError(key)
    if node.is_flow:
        at = node.end - 1
        return at, at, f"{', ' if node.keys else ''}{_as_flow({key: edit.value}, spelling)[1:-1]}"
    first = next(iter(node.keys.values()))[0]
    indent = " " * (first - _line_start(text, first))
    at = _line_end(text, node.end)
    above = {"achievements": {key: edit.value}} if len(edit.path) > 1 else {key: edit.value}
    lines = to_yaml(above, {}, (), spelling).splitlines()
    made = [line[2:] for line in lines[1:]] if len(edit.path) > 1 else lines
    return at, at, _below(text, at) + "".join(f"{indent}{line}\n" for line in made)


def _removed(text: str, holder: Node, part: str | int) -> tuple[int, int, str]:
    if holder.kind == "list" and isinstance(part, int) and part < len(holder.items) and len(holder.items) > 1:
        node = holder.items[part]
        if not holder.is_flow:
            return _line_start(text, node.start), _line_end(text, node.end), ""
        if part:
            return holder.items[part - 1].end, node.end, ""
        return node.start, holder.items[1].start, ""
    if holder.kind == "mapping" and part in holder.keys and len(holder.keys) > 1 and not holder.is_flow:
        start, node = holder.keys[str(part)]
        begins_item = text[_line_start(text, start) : start].strip()
        if not begins_item:
            return _line_start(text, start), _line_end(text, node.end), ""
    raise CannotEditError(str(part))


def _inserted(text: str, root: Node, edit: Insert, spelling: Spelling) -> tuple[int, int, str]:
    index, holder = edit.path[-1], _at(root, edit.path[:-1])
    if not isinstance(index, int):
        raise CannotEditError(str(edit.path))
    if holder.kind == "scalar":
        return _as_list(text, root, edit, holder, spelling)
    if holder.kind != "list" or not holder.items:
        raise CannotEditError(str(edit.path))
    if holder.is_flow:
        written = _as_flow(edit.value, spelling)
        at = holder.items[index - 1].end if index else holder.items[0].start
        return at, at, f", {written}" if index else f"{written}, "
    hyphen = _line_start(text, holder.items[0].start)
    indent = len(text[hyphen:]) - len(text[hyphen:].lstrip(" "))
    at = _line_end(text, holder.items[index - 1].end) if index else hyphen
    return at, at, _below(text, at) + _item(edit.value, " " * indent, spelling)


def _as_list(text: str, root: Node, edit: Insert, alone: Node, spelling: Spelling) -> tuple[int, int, str]:
    """A text that stands alone, and what stands beside it from now on, as a list."""
    key, _ = _at(root, edit.path[:-2]).keys[str(edit.path[-2])]
    values = [*filter(None, alone.value.split("\n"))]
    values.insert(int(edit.path[-1]), edit.value)
    if alone.in_flow:
        return alone.start, alone.end, _as_flow(values, spelling)
    indent = " " * (len(text[_line_start(text, key) : key]) + 2)
    items = "".join(_item(value, indent, spelling) for value in values)
    start = len(text[: alone.start].rstrip(" "))
    return start, _line_end(text, alone.end), "\n" + items


def _item(value: Any, indent: str, spelling: Spelling) -> str:
    """An item of a body as lines of a block."""
    lines = to_yaml({"achievements": {"body": [value]}}, {}, (), spelling).splitlines()[2:]
    return "".join(f"{indent}{line[4:]}\n" for line in lines)


def _as_flow(value: Any, spelling: Spelling) -> str:
    """A value within brackets; JSON is YAML."""
    return json.dumps(_spelled(value, spelling), ensure_ascii=False)


def _spelled(value: Any, spelling: Spelling) -> Any:
    if isinstance(value, dict):
        return {spelled(key, spelling): _spelled(inner, spelling) for key, inner in value.items()}
    return [_spelled(inner, spelling) for inner in value] if isinstance(value, list) else value


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Behind the line end that follows a place; the end of the text where none does."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _below(text: str, at: int) -> str:
    """A line end where the text has none before a place."""
    return "\n" if at and text[at - 1] != "\n" else ""
