"""Items of lists and keys of mappings that are put in, taken out and moved; what stands beside them stays.

A comment right above an item, and one below it that is indented as its content, moves with it.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from renmin_docs.intake.datafiles.edits import CannotEditError, Insert, Move, SetKey
from renmin_docs.intake.datafiles.yaml_lines import (
    above_blanks,
    behind_blanks,
    behind_comments,
    below,
    hyphen_line,
    indent_of,
    line_end,
    line_start,
    lines_of,
)
from renmin_docs.intake.datafiles.yaml_text import scalar, to_yaml
from renmin_docs.intake.datafiles.yaml_tree import Node, node_at
from renmin_docs.report.validation.key_paths import KeyPath
from renmin_docs.vocabulary import Spelling, spelled

_BRACKETS = re.compile(r"""^[^"'].*[,\[\]{}]""")
"""A plain text that is none within brackets."""
_STEP = 2


class Splice(NamedTuple):
    """A part of the text, and what is put in its place."""

    start: int
    end: int
    text: str


class _Made(NamedTuple):
    """A new item, made of a value."""

    value: Any
    spelling: Spelling

    def lines(self, indent: int) -> str:
        """It as lines of a list."""
        is_chapter = isinstance(self.value, dict) and "after" in self.value
        data = {"others": [self.value]} if is_chapter else {"achievements": {"body": [self.value]}}
        above = 1 if is_chapter else 2
        lines = to_yaml(data, {}, (), self.spelling).splitlines()[above:]
        return "".join(f"{' ' * indent}{line[2 * above :]}\n" for line in lines)

    def in_brackets(self, indent: int, step: int | None) -> str:
        """It as JSON, which is YAML: in lines of its own where there is a step."""
        is_many = isinstance(self.value, dict | list)
        written = json.dumps(_spelled(self.value, self.spelling), ensure_ascii=False, indent=step if is_many else None)
        return written.replace("\n", "\n" + " " * indent)


class _Moved(NamedTuple):
    """An item that stands elsewhere: as a person wrote it.

    Attributes:
        source: Its lines; also within brackets with the indent of the first.
        indent: That of its first line.
        is_flow: Whether it stands within brackets.
        has_gap: Whether blank lines part it from its neighbours.
    """

    source: str
    indent: int
    is_flow: bool = False
    has_gap: bool = False

    def lines(self, indent: int) -> str:
        """It as lines of a list."""
        if self.is_flow:
            return f"{' ' * indent}- {self.in_brackets(indent + _STEP, None)}\n"
        return _shifted(self.source, indent - self.indent)

    def in_brackets(self, indent: int, _step: int | None) -> str:
        """It within brackets.

        Raises:
            CannotEditError: It stands in lines, whose comments would have no place.
        """
        if not self.is_flow:
            raise CannotEditError(self.source)
        return _shifted(self.source, indent - self.indent).lstrip(" ")


def _shifted(source: str, by: int) -> str:
    """Lines with other indents."""
    return "\n".join(_indented(line, by) for line in source.split("\n"))


def _indented(line: str, by: int) -> str:
    text = line.lstrip(" ")
    return " " * max(0, len(line) - len(text) + by) + text if text.strip() else line


def set_key(text: str, root: Node, edit: SetKey, spelling: Spelling) -> Splice:
    """A key that its mapping has not yet."""
    holder, key = node_at(root, edit.path[:-1]), str(edit.path[-1])
    if holder.is_flow:
        return _key_in_brackets(text, holder, spelled(key, spelling), _Made(edit.value, spelling))
    above = {"achievements": {key: edit.value}} if len(edit.path) > 1 else {key: edit.value}
    lines = to_yaml(above, {}, (), spelling).splitlines()
    made = [line[2:] for line in lines[1:]] if len(edit.path) > 1 else lines
    return _key_in_lines(text, holder, lambda indent: "".join(f"{' ' * indent}{line}\n" for line in made))


def removed(text: str, root: Node, path: KeyPath) -> Splice:
    """The item or key at a path, taken out."""
    holder, part = node_at(root, path[:-1]), path[-1]
    if holder.kind == "list" and isinstance(part, int) and part < len(holder.items) and len(holder.items) > 1:
        node = holder.items[part]
        if not holder.is_flow:
            return Splice(hyphen_line(text, node.start), line_end(text, node.end), "")
        if part:
            return Splice(holder.items[part - 1].end, node.end, "")
        return Splice(node.start, holder.items[1].start, "")
    if holder.kind == "mapping" and part in holder.keys and len(holder.keys) > 1 and not holder.is_flow:
        start, node = holder.keys[str(part)]
        if not text[line_start(text, start) : start].strip():
            return Splice(line_start(text, start), line_end(text, node.end), "")
    raise CannotEditError(str(path))


def inserted(text: str, root: Node, edit: Insert, spelling: Spelling) -> Splice:
    """A new item, put in."""
    return _put(text, root, edit.path, _Made(edit.value, spelling), spelling)


def moved(text: str, root: Node, edit: Move, spelling: Spelling) -> tuple[Splice, Splice]:
    """An item, taken from its place and put into another."""
    holder, part = node_at(root, edit.path[:-1]), edit.path[-1]
    node = node_at(root, edit.path)
    if holder.is_flow:
        indent = indent_of(text, node.start)
        item = _Moved(" " * indent + text[node.start : node.end], indent, is_flow=True)
        out = removed(text, root, edit.path)
    elif holder.kind == "list" and isinstance(part, int):
        out, item = _lines_out(text, root, edit.path)
    else:
        out, item = removed(text, root, edit.path), _alone(text, holder.keys[str(part)])
    return out, _put(text, root, edit.to, item, spelling)


# --- out --------------------------------------------------------------------------------------


def _lines_out(text: str, root: Node, path: KeyPath) -> tuple[Splice, _Moved]:
    """The lines of an item with its comments; where it is the only one, the key of the list goes."""
    holder, index = node_at(root, path[:-1]), int(path[-1])
    start, end = lines_of(text, holder, index)
    source = text[start:end] + ("" if text[end - 1 : end] == "\n" else "\n")
    indent = indent_of(text, holder.items[0].start)
    if len(holder.items) == 1:
        return removed(text, root, path[:-1]), _Moved(source, indent)
    blank_end, blank_start = behind_blanks(text, end), above_blanks(text, start)
    is_last = index == len(holder.items) - 1
    has_gap = blank_start < start if is_last else blank_end > end
    if is_last and index and has_gap:
        return Splice(blank_start, end, ""), _Moved(source, indent, has_gap=True)
    return Splice(start, end if is_last else blank_end, ""), _Moved(source, indent, has_gap=has_gap)


def _alone(text: str, key: tuple[int, Node]) -> _Moved:
    """A text that stands alone behind its key, as an item of a list."""
    start, node = key
    indent = start - line_start(text, start)
    source = text[node.start : line_end(text, node.end)].removesuffix("\n")
    return _Moved(f"{' ' * indent}- {source}\n", indent)


# --- in ---------------------------------------------------------------------------------------


def _put(text: str, root: Node, path: KeyPath, item: _Made | _Moved, spelling: Spelling) -> Splice:
    index, above = path[-1], node_at(root, path[:-2]) if len(path) > 1 else root
    if not isinstance(index, int):
        raise CannotEditError(str(path))
    if above.kind == "mapping" and path[-2] not in above.keys:
        name = spelled(str(path[-2]), spelling)
        if above.is_flow:
            return _key_in_brackets(text, above, name, item, is_list=True)
        return _key_in_lines(text, above, lambda indent: f"{' ' * indent}{name}:\n{item.lines(indent + _STEP)}")
    holder = node_at(root, path[:-1])
    if holder.kind == "scalar" and above.kind == "mapping":
        return _beside(text, above.keys[str(path[-2])], index, item, spelling)
    if holder.kind != "list" or not (holder.items or holder.is_flow):
        raise CannotEditError(str(path))
    return _into_brackets(text, holder, index, item) if holder.is_flow else _into_lines(text, holder, index, item)


def _into_lines(text: str, holder: Node, index: int, item: _Made | _Moved) -> Splice:
    indent = indent_of(text, hyphen_line(text, holder.items[0].start))
    lines = item.lines(indent)
    if isinstance(item, _Made) and isinstance(item.value, list) and holder.items[max(0, index - 1)].is_flow:
        lines = f"{' ' * indent}- {_row(item.value)}\n"
    gap = "\n" if isinstance(item, _Moved) and item.has_gap else ""
    if not index:
        at = lines_of(text, holder, 0)[0]
        return Splice(at, at, lines + gap)
    at = behind_comments(text, holder.items[index - 1].end, indent)
    return Splice(at, at, below(text, at) + gap + lines)


def _row(values: list[Any]) -> str:
    """Values that hold no others within brackets, as a person writes them."""
    written = (scalar(value) for value in values)
    return (
        f"[{', '.join(json.dumps(each, ensure_ascii=False) if _BRACKETS.search(each) else each for each in written)}]"
    )


def _into_brackets(text: str, holder: Node, index: int, item: _Made | _Moved) -> Splice:
    """An item within brackets: in lines of its own where the others have such."""
    if not holder.items:
        return Splice(holder.start, holder.end, f"[{item.in_brackets(indent_of(text, holder.start), None)}]")
    beside = holder.items[max(0, index - 1)]
    between, indent, step = _form(text, holder, beside.start, holder.items)
    written = item.in_brackets(indent, step)
    if index:
        return Splice(beside.end, beside.end, f",{between}{written}")
    return Splice(beside.start, beside.start, f"{written},{between}")


def _key_in_brackets(text: str, holder: Node, key: str, item: _Made | _Moved, *, is_list: bool = False) -> Splice:
    values = [value for _, value in holder.keys.values()]
    last = max((start for start, _ in holder.keys.values()), default=holder.start)
    between, indent, step = _form(text, holder, last, values)
    written = item.in_brackets(indent, step)
    name = json.dumps(key, ensure_ascii=False)
    at = values[-1].end if values else holder.start + 1
    return Splice(at, at, f"{f',{between}' if values else ''}{name}: {f'[{written}]' if is_list else written}")


def _form(text: str, holder: Node, beside: int, others: list[Node]) -> tuple[str, int, int | None]:
    """What stands between items within brackets, their indent, and the step of what is in them; None for one line."""
    line = line_start(text, beside)
    if text[line:beside].strip():
        return " ", indent_of(text, line), None
    indent = beside - line
    many = [each for each in others if each.kind in ("mapping", "list")]
    is_one_line = bool(many) and all("\n" not in text[each.start : each.end] for each in many)
    return f"\n{text[line:beside]}", indent, None if is_one_line else max(1, indent - indent_of(text, holder.start))


def _key_in_lines(text: str, holder: Node, lines: Any) -> Splice:
    if holder.kind != "mapping" or not holder.keys:
        raise CannotEditError(str(holder.kind))
    first = next(iter(holder.keys.values()))[0]
    indent = first - line_start(text, first)
    at = line_end(text, holder.end)
    return Splice(at, at, below(text, at) + lines(indent))


def _beside(text: str, key: tuple[int, Node], index: int, item: _Made | _Moved, spelling: Spelling) -> Splice:
    """A text that stands alone, and what stands beside it from now on, as a list."""
    start, alone = key
    paragraphs = [*filter(None, alone.value.split("\n"))]
    if alone.in_flow:
        source, written = text[alone.start : alone.end], item.in_brackets(indent_of(text, start), None)
        return Splice(alone.start, alone.end, f"[{written}, {source}]" if not index else f"[{source}, {written}]")
    indent = start - line_start(text, start) + _STEP
    own = [_alone(text, key)] if not 0 < index < len(paragraphs) else [_Made(each, spelling) for each in paragraphs]
    items: list[_Made | _Moved] = [*own]
    items.insert(index if len(own) > 1 else min(index, 1), item)
    at = len(text[: alone.start].rstrip(" \n"))
    return Splice(at, line_end(text, alone.end), "\n" + "".join(each.lines(indent) for each in items))


def _spelled(value: Any, spelling: Spelling) -> Any:
    if isinstance(value, dict):
        return {spelled(key, spelling): _spelled(inner, spelling) for key, inner in value.items()}
    return [_spelled(inner, spelling) for inner in value] if isinstance(value, list) else value
