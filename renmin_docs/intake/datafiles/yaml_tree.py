"""A YAML text as a tree of nodes that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from renmin_docs.intake.datafiles.edits import CannotEditError
from renmin_docs.intake.datafiles.yaml_events import events
from renmin_docs.report.validation.key_paths import KeyPath

BLOCKS = ("|", ">")
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


def tree(text: str) -> Node:
    """The root of a text.

    Raises:
        CannotEditError: There is nothing in it.
        DataFileError: It is no YAML.
    """
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
        node.end = node.start + len(text[node.start : node.end].rstrip(" \n\r")) if node.style in BLOCKS else node.end
    else:
        node.is_flow = bool(event.flow_style)
        node.kind = "mapping" if kind == "MappingStartEvent" else "list"
        node.end = _filled(node, stream, text)
    return node


def _filled(node: Node, stream: Iterator[Any], text: str) -> int:
    """Fill a mapping or a list; where it ends."""
    within, end = node.in_flow or node.is_flow, node.start
    for event in stream:
        if type(event).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            return event.end_mark.index if node.is_flow else end
        item = _node(event, stream, text, in_flow=within)
        if node.kind == "list":
            node.items.append(item)
            end = item.end
        else:
            value = _node(next(stream), stream, text, in_flow=within)
            node.keys[item.value] = item.start, value
            end = max(item.end, value.end)
    return end


def node_at(root: Node, path: KeyPath) -> Node:
    """The node at a key path.

    Raises:
        CannotEditError: There is none, or it is shared.
    """
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
