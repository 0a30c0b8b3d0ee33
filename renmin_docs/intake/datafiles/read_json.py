"""JSON as values, with lines and with every key that stands twice.

Python's own reader makes the values, fast; a second walk over the tokens finds lines, duplicates and NaN,
only when there is something to say.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.source import (
    DataSource,
    Mark,
    SyntaxRule,
    exact_number,
    line_at,
    line_text,
    require_shallow,
    too_deep,
    whole_number,
)
from renmin_docs.messages.shown import quote
from renmin_docs.report.validation.key_paths import KeyPath, show_path

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|\n')
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_AWAITS_ITEM = re.compile("trailing comma|property name|Expecting value")
_AROUND = 20

_RULES = (
    SyntaxRule("',' delimiter", "json_comma"),
    SyntaxRule("':' delimiter", "json_colon"),
    SyntaxRule("property name", "json_key"),
    SyntaxRule("Expecting value", "json_value"),
    SyntaxRule("Extra data", "json_rest"),
    SyntaxRule("Unterminated string", "quote_unclosed"),
    SyntaxRule("control character", "json_control"),
    SyntaxRule("escape", "json_escape"),
)
_BEFORE = ("json_comma", "json_colon", "json_key", "json_value", "json_rest")
"""The rules whose message names what stands behind the fault; the others' names the line."""


def read_json(text: str) -> DataSource:
    """The values of a JSON text.

    Raises:
        DataFileError: It is broken, or nested too deep.
    """
    odd: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in items:
            if key in values:
                odd.append(key)
            else:
                values[key] = value
        return values

    def constant(name: str) -> str:
        odd.append(name)
        return name

    try:
        data = json.loads(
            text, object_pairs_hook=pairs, parse_float=exact_number, parse_int=whole_number, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        raise DataFileError(_syntax(error, text)) from error
    except RecursionError as error:
        raise too_deep() from error
    require_shallow(data)
    walk = _Walk(text)
    return DataSource(data, walk.findings() if odd else [], walk.mark)


def _syntax(error: json.JSONDecodeError, text: str) -> Finding:
    comma = _trailing_comma(error, text)
    if comma is not None:
        line = line_at(text, comma)
        return Finding("json_trailing_comma", found=quote(line_text(text, line)), line=line)
    rule = next((rule.rule for rule in _RULES if rule.match(error.msg)), "")
    if not rule:
        return Finding("file_syntax", found=quote(line_text(text, error.lineno)), expected=error.msg, line=error.lineno)
    rest = text[error.pos : error.pos + _AROUND].strip()
    if not rest:
        rule = "bracket_unclosed"
    found = rest if rule in _BEFORE else line_text(text, error.lineno)
    return Finding(rule, found=quote(found), line=error.lineno)


def _trailing_comma(error: json.JSONDecodeError, text: str) -> int | None:
    """Where a comma stands behind the last item: Python 3.13 points at it, its forerunners at the bracket behind."""
    if not _AWAITS_ITEM.search(error.msg):
        return None
    before = text[: error.pos + 1].rstrip().removesuffix("}").removesuffix("]").rstrip()
    is_last = text[len(before) :].lstrip().startswith(("}", "]"))
    return len(before) - 1 if before.endswith(",") and is_last else None


@dataclass(slots=True)
class _Frame:
    """An object or array that is being walked: its mark, and the key or index that comes next."""

    mark: Mark
    is_object: bool
    position: str | int
    awaits_key: bool
    first_lines: dict[str, int] = field(default_factory=dict)


class _Walk:
    """The tokens of a JSON text that was read already, once walked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Mark | None = None
        self._stack: list[_Frame] = []
        self._findings: list[Finding] = []

    def mark(self) -> Mark:
        """The mark of the whole text."""
        if self._root is None:
            self._root = Mark(1)
            self._walk()
        return self._root

    def findings(self) -> list[Finding]:
        """Each key that stands twice, each NaN."""
        self.mark()
        return self._findings

    def _walk(self) -> None:
        line = 1
        for match in _TOKEN.finditer(self._text):
            piece = match.group()
            if piece == "\n":
                line += 1
            elif piece in "}]":
                self._stack.pop()
            elif piece == ",":
                self._next()
            elif piece != ":":
                self._key_or_value(piece, line)

    def _next(self) -> None:
        frame = self._stack[-1]
        if isinstance(frame.position, int):
            frame.position += 1
        else:
            frame.awaits_key = True

    def _key_or_value(self, piece: str, line: int) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.awaits_key:
            self._key(frame, json.loads(piece), line)
            return
        mark = self._placed(frame, line)
        if piece in "{[":
            is_object = piece == "{"
            self._stack.append(_Frame(mark, is_object, "" if is_object else 0, awaits_key=is_object))
        elif piece in _CONSTANTS:
            self._findings.append(Finding("json_constant", place=show_path(self._path()), found=piece, line=line))

    def _key(self, frame: _Frame, key: str, line: int) -> None:
        frame.position, frame.awaits_key = key, False
        if key in frame.first_lines:
            place, expected = show_path(self._path()[:-1]), str(frame.first_lines[key])
            self._findings.append(Finding("duplicate_key", place=place, found=key, expected=expected, line=line))
        else:
            frame.first_lines[key] = line

    def _placed(self, frame: _Frame | None, line: int) -> Mark:
        """The mark of a value that begins here; a key's value stands in the key's line."""
        if frame is None:
            self._root = Mark(line)
            return self._root
        key = frame.position
        first = frame.first_lines[key] if isinstance(key, str) else line
        return frame.mark.children.setdefault(key, Mark(first))

    def _path(self) -> KeyPath:
        return tuple(frame.position for frame in self._stack)
