"""YAML as values, with lines: the core schema of YAML 1.2, one document.

Built from the parser's events, without recursion. Nothing in a file can run code, since tags outside the
core schema are refused, or grow, since aliases are weighed as often as they are used, while they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.likely_slips import is_remarkable
from renmin_docs.intake.datafiles.source import (
    MAX_DEPTH,
    MAX_VALUES,
    DataSource,
    Mark,
    exact_number,
    too_deep,
    whole_number,
)
from renmin_docs.intake.datafiles.yaml_events import STUMBLES, events
from renmin_docs.intake.datafiles.yaml_notes import Notes
from renmin_docs.intake.datafiles.yaml_quick import UnlikeError, quick_events
from renmin_docs.intake.datafiles.yaml_slips import WORDS
from renmin_docs.report.validation.key_paths import KeyPath, show_path

if TYPE_CHECKING:
    Children = dict[str | int, Mark]

_CORE_TAG = "tag:yaml.org,2002:"
_CHARACTERS_PER_WEIGHT = 100
_NOTHING: Children = {}
"""The marks in a text: shared by all."""

_PLAIN: tuple[tuple[str, Callable[[str], Any]], ...] = (
    (r"~|null|Null|NULL|", lambda _: None),
    (r"true|True|TRUE", lambda _: True),
    (r"false|False|FALSE", lambda _: False),
    (r"[-+]?[0-9]+", whole_number),
    (r"0o[0-7]{1,100}|0x[0-9a-fA-F]{1,100}", lambda text: int(text, 0)),
    (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]+)?)(?:[eE][-+]?[0-9]+)?", exact_number),
)
"""What a text without quotation marks is, if it is no text.

Source: YAML 1.2.2, 10.3.2, less .inf and .nan, and less the number `1.`, which is a mark of headings.
"""

_VALUE = re.compile("|".join(f"({pattern})" for pattern, _ in _PLAIN))
"""Any of them, in one look; the number of its group tells which."""

_FIRST_OF_VALUES = frozenset("~nNtTfF-+.0123456789")
"""The characters that those begin with."""

_TYPED_TAGS = tuple(_CORE_TAG + name for name in ("null", "bool", "int", "float"))
_KNOWN_TAGS = (*_TYPED_TAGS, *(_CORE_TAG + name for name in ("str", "map", "seq", "timestamp")), "!", None)


def read_yaml(text: str) -> DataSource:
    """The values of a YAML text.

    Raises:
        DataFileError: It is broken, holds a second document, or is nested too deep or too large.
    """
    try:
        source = _built(text, quick_events(text))
    except (UnlikeError, DataFileError):
        return _built(text, events(text))
    return _built(text, events(text)) if source.findings else source


def _built(text: str, parsed: Iterable[Any]) -> DataSource:
    builder = _Builder(text)
    try:
        builder.take(parsed)
    except DataFileError as error:
        rest = () if builder.explains(error.findings[0]) else error.findings
        raise DataFileError(*builder.notes.findings, *rest) from error.__cause__
    return builder.source()


class _Built(NamedTuple):
    """A value with a name: what it is, the marks in it, how much it weighs and how deep it is."""

    value: Any
    children: Children
    weight: int
    height: int


@dataclass(slots=True)
class _Frame:
    """A mapping or a list that is being read.

    Attributes:
        value: What it holds so far.
        line: Where it begins.
        anchor: Its name for aliases.
        in_flow: Whether it stands in brackets.
        children: The marks of what it holds.
        weight: How many values it holds, with all below.
        height: How deep it is.
        key: The key whose value comes next; None where a key does.
        key_line: The line of that key.
        is_dropped: Whether that key is a slip, and its value is left out.
    """

    value: dict[str, Any] | list[Any]
    line: int
    anchor: str | None
    in_flow: bool
    children: Children = field(default_factory=dict)
    weight: int = 1
    height: int = 1
    key: str | None = None
    key_line: int = 0
    is_dropped: bool = False

    @property
    def position(self) -> str | int:
        return len(self.value) if isinstance(self.value, list) else self.key or ""

    @property
    def awaits_key(self) -> bool:
        return self.key is None and isinstance(self.value, dict)


class _Builder:
    """Turns events into values, weighing them, and notes lines and faults."""

    def __init__(self, text: str) -> None:
        self.notes = Notes(text)
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Built] = {}
        self._idle: dict[str, Finding] = {}
        self._root: DataSource | None = None
        self._documents = 0
        self._weight = 0
        self._line = 1

    def source(self) -> DataSource:
        """What was read."""
        self.notes.findings += self._idle.values()
        return self._root or DataSource(None)

    def explains(self, finding: Finding) -> bool:
        """Whether a slip just before made the parser stumble."""
        return finding.rule in STUMBLES and (finding.line or 0) - self.notes.last_line <= 1

    def take(self, parsed: Iterable[Any]) -> None:
        """Take the events of the parser."""
        for event in parsed:
            step = _STEPS.get(type(event).__name__)
            if step is not None:
                self._line = event.start_mark.line + 1
                step(self, event)

    def _DocumentStartEvent(self, _: Any) -> None:  # noqa: N802 - the events' own names
        self._documents += 1
        if self._documents > 1:
            raise DataFileError(Finding("yaml_documents", found=self.notes.shown(self._line), line=self._line))

    def _ScalarEvent(self, event: Any) -> None:  # noqa: N802
        frame, text = self._stack[-1] if self._stack else None, event.value
        if frame is not None and frame.key is None and isinstance(frame.value, dict):
            if text not in WORDS:
                frame.is_dropped = self.notes.take_key(event, self._path, frame.value, frame.in_flow)
            frame.key, frame.key_line = text, self._line
            if event.anchor is not None:
                self._remember(event, text, 1)
            return
        value, is_in_line = text, event.start_mark.line == event.end_mark.line
        if event.tag is not None or not event.style:
            value = self._plain(event, frame.key_line if frame is not None else 0)
        in_flow = frame is not None and frame.in_flow
        if not (is_in_line and (event.style or not (in_flow or is_remarkable(text)))):
            self.notes.take_text(event, value, self._path, in_flow)
        weight = 1 + len(text) // _CHARACTERS_PER_WEIGHT
        if event.anchor is not None:
            self._remember(event, value, weight)
        self._add(value, weight, 1, _NOTHING)

    def _AliasEvent(self, event: Any) -> None:  # noqa: N802
        built = self._anchors.get(event.anchor)
        self._idle.pop(event.anchor, None)
        if built is None:
            is_sign = self.notes.lines[self._line - 1].lstrip().startswith("*")
            self._fault("yaml_list_sign" if is_sign else "yaml_alias", "" if is_sign else event.anchor)
            built = _Built("?", _NOTHING, 1, 1)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.awaits_key:
            self._key(frame, built.value)
        else:
            self._add(built.value, built.weight, built.height, built.children)

    def _MappingStartEvent(self, event: Any) -> None:  # noqa: N802
        self._open({}, event)

    def _SequenceStartEvent(self, event: Any) -> None:  # noqa: N802
        self._open([], event)

    def _MappingEndEvent(self, _: Any) -> None:  # noqa: N802
        self._close()

    def _SequenceEndEvent(self, _: Any) -> None:  # noqa: N802
        self._close()

    def _open(self, value: dict[str, Any] | list[Any], event: Any) -> None:
        self._require_known(event.tag)
        if len(self._stack) >= MAX_DEPTH:
            raise too_deep(self._line)
        self._weight += 1
        self._stack.append(_Frame(value, self._line, event.anchor, bool(event.flow_style)))

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.anchor is not None:
            self._anchors[frame.anchor] = _Built(frame.value, frame.children, frame.weight, frame.height)
        if frame.in_flow and isinstance(frame.value, dict) and list(frame.value.values()) == [None]:
            self._require_no_brace(frame.value)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.awaits_key:
            self._key(parent, None)
        else:
            self._weight -= frame.weight
            self._add(frame.value, frame.weight, frame.height, frame.children, frame.line)

    def _remember(self, event: Any, value: Any, weight: int) -> None:
        """Note the anchor of a text: `&甲 乙` names the text 乙, which no alias may ever ask for."""
        self._anchors[event.anchor] = _Built(value, _NOTHING, weight, 1)
        self._idle[event.anchor] = Finding("yaml_anchor", show_path(self._path()), event.anchor, line=self._line)

    def _key(self, frame: _Frame, key: Any) -> None:
        if not isinstance(key, str):
            self.notes.findings.append(Finding("yaml_key", place=show_path(self._path()[:-1]), line=self._line))
            key = "?"
        frame.key, frame.key_line = key, self._line

    def _add(self, value: Any, weight: int, height: int, children: Children, line: int = 0) -> None:
        """Put a finished value where it belongs; its line is that of its key, or else its own."""
        stack = self._stack
        if not stack:
            mark = _mark(line or self._line, children)
            self._root = DataSource(value, self.notes.findings, lambda: mark, doubts=self.notes.doubts)
            return
        frame = stack[-1]
        frame.weight += weight
        if frame.height <= height:
            frame.height = height + 1
        self._weight += weight
        if self._weight > MAX_VALUES:
            raise DataFileError(Finding("file_too_large", line=self._line))
        if len(stack) + height > MAX_DEPTH:
            raise too_deep(self._line)
        values = frame.value
        if isinstance(values, list):
            frame.children[len(values)] = _mark(line or self._line, children)
            values.append(value)
            return
        key = frame.key or ""
        if key in values:
            self._note_twice(key, frame)
        elif not frame.is_dropped:
            frame.children[key] = _mark(frame.key_line, children)
            values[key] = value
        frame.key, frame.is_dropped = None, False

    def _note_twice(self, key: str, frame: _Frame) -> None:
        place, first = show_path(self._path()[:-1]), str(frame.children[key].line)
        self.notes.findings.append(Finding("duplicate_key", place, key, first, line=frame.key_line))

    def _path(self) -> KeyPath:
        return tuple(frame.position for frame in self._stack)

    def _plain(self, event: Any, key_line: int) -> Any:
        """The value of a text without quotation marks, or with a tag."""
        text, tag = event.value, event.tag
        if tag is not None:
            self._require_known(tag)
            if tag == "!" and not event.style and _converter(text) is None:
                self._fault("yaml_tag", tag)
            if tag not in _TYPED_TAGS:
                return text
        if not text or event.end_mark.line in self.notes.comment_lines:
            self.notes.take_end(event, self._path, key_line)
        if text and text[0] not in _FIRST_OF_VALUES:
            return text
        convert = _converter(text)
        return text if convert is None else convert(text)

    def _require_no_brace(self, value: dict[str, Any]) -> None:
        """Refuse a text that begins with a figure: in brackets, a name alone is a key."""
        if not value.keys() <= WORDS:
            self._fault("yaml_brace")

    def _require_known(self, tag: str | None) -> None:
        if tag not in _KNOWN_TAGS:
            self._fault("yaml_tag", str(tag).replace(_CORE_TAG, "!!"))

    def _fault(self, rule: str, found: str = "") -> None:
        self.notes.fault(rule, self._path(), self._line, found)


_STEPS: dict[str, Callable[[_Builder, Any], None]] = {
    name.removeprefix("_"): step for name, step in vars(_Builder).items() if name.endswith("Event")
}
"""Event → what a builder does with it."""


def _mark(line: int, children: Children) -> Mark:
    """The mark of a value; all texts in a line have one and the same."""
    return Mark(line, children) if children else _mark_of_text(line)


@lru_cache(maxsize=4096)
def _mark_of_text(line: int) -> Mark:
    return Mark(line, _NOTHING)


def _converter(text: str) -> Callable[[str], Any] | None:
    """What makes the value of a plain text; None where it is a text."""
    match = _VALUE.fullmatch(text)
    return None if match is None else _PLAIN[(match.lastindex or 0) - 1][1]
