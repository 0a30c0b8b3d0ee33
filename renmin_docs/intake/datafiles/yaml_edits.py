"""Edits of a YAML file at the places of its values: everything else stays byte for byte.

Comments, line breaks, quotation marks and the order of keys are a person's. A text is changed within its own quotes
and lines where that can be, and else written anew in its place; items of lists come, go and move as lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations

from renmin_docs.errors import DataFileError
from renmin_docs.intake.datafiles.edits import CannotEditError, DataEdit, Insert, Move, Piece, Remove, Replace
from renmin_docs.intake.datafiles.yaml_items import Splice, inserted, moved, removed, set_key
from renmin_docs.intake.datafiles.yaml_text import scalar
from renmin_docs.intake.datafiles.yaml_tree import BLOCKS, Node, node_at, tree
from renmin_docs.vocabulary import Spelling

_BYTE_ORDER_MARK = "\ufeff"


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
    root = tree(text)
    splices = [(number, each) for number, edit in enumerate(edits) for each in _splices(text, root, edit, spelling)]
    for (_, one), (number, other) in combinations(splices, 2):
        if one.start < other.end and other.start < one.end:
            raise CannotEditError(str(edits[number].path))
    for _, (start, end, new) in sorted(splices, key=lambda each: (*each[1][:2], each[0]), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _splices(text: str, root: Node, edit: DataEdit, spelling: Spelling) -> Iterator[Splice]:
    if isinstance(edit, Replace):
        node = node_at(root, edit.path)
        if node.kind != "scalar":
            raise CannotEditError(str(edit.path))
        yield Splice(node.start, node.end, _respelled(text, node, edit))
    elif isinstance(edit, Move):
        yield from moved(text, root, edit, spelling)
    elif isinstance(edit, Remove):
        yield removed(text, root, edit.path)
    elif isinstance(edit, Insert):
        yield inserted(text, root, edit, spelling)
    else:
        yield set_key(text, root, edit, spelling)


def _respelled(text: str, node: Node, edit: Replace) -> str:
    """The scalar in the file with another text: within its own form where that reads back as the text."""
    source = text[node.start : node.end]
    places = _places(source, node)
    if places is not None and edit.pieces:
        candidate = _patched(source, places, edit.pieces, node.style)
        if node.style in BLOCKS or _reads_as(candidate, edit.text, in_flow=node.in_flow):
            return candidate
    return json.dumps(edit.text, ensure_ascii=False) if node.in_flow else scalar(edit.text)


def _places(source: str, node: Node) -> list[int] | None:
    """Where in the source each character of the value begins, and where the last one ends; None where unclear."""
    style, value = node.style, node.value
    at, end = 0, len(source)
    if style in BLOCKS:
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
        node = tree(whole)
    except (DataFileError, CannotEditError):
        return False
    found = node.items[0].items if in_flow and node.items else node.items
    return len(found) == 1 and found[0].kind == "scalar" and found[0].value == text
