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
from renmin_docs.intake.datafiles.yaml_slips import WORDS, is_suspect
from renmin_docs.report.validation.key_paths import KeyPath, show_path

if TYPE_CHECKING:
    Children = dict[str | int, Mark]

_CORE_TAG = "tag:yaml.org,2002:"
_CHARACTERS_PER_WEIGHT = 100
_DEEPEST = MAX_DEPTH + 1
"""How many frames are open at the most: the first holds the document."""
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
        weight: How much had been read before it.
        anchor: Its name for aliases.
        in_flow: Whether it stands in brackets.
        key: The key whose value comes next; None where a key does, which is never so in a list.
        key_line: The line of that key.
        is_dropped: Whether that key is a slip, and its value is left out.
        children: The marks of what it holds.
        height: How deep what it holds is.
    """

    value: Any
    line: int
    weight: int
    anchor: str | None
    in_flow: bool
    key: str | None
    key_line: int = 0
    is_dropped: bool = False
    children: Children = field(default_factory=dict)
    height: int = 0

    @property
    def position(self) -> str | int:
        return len(self.value) if isinstance(self.value, list) else self.key or ""


class _Builder:
    """Turns events into values, weighing them, and notes lines and faults.

    Attributes:
        notes: The faults.
    """

    def __init__(self, text: str) -> None:
        self.notes = Notes(text)
        self._root = _Frame([], 0, 0, None, in_flow=False, key="")
        self._stack = [self._root]
        self._anchors: dict[str, _Built] = {}
        self._idle: dict[str, Finding] = {}
        self._documents = 0
        self._weight = 0
        self._line = 1

    def source(self) -> DataSource:
        """What was read."""
        self.notes.findings += self._idle.values()
        if not self._root.value:
            return DataSource(None)
        (value,), mark = self._root.value, self._root.children[0]
        return DataSource(value, self.notes.findings, lambda: mark, doubts=self.notes.doubts)

    def explains(self, finding: Finding) -> bool:
        """Whether a slip just before made the parser stumble."""
        return finding.rule in STUMBLES and (finding.line or 0) - self.notes.last_line <= 1

    def take(self, parsed: Iterable[Any]) -> None:
        """Take the events of the parser."""
        for event in parsed:
            step = _STEPS[type(event)]
            if step is not None:
                self._line = event.start_mark.line + 1
                step(self, event)

    def _DocumentStartEvent(self, _: Any) -> None:  # noqa: N802 - the events' own names
        self._documents += 1
        if self._documents > 1:
            raise DataFileError(Finding("yaml_documents", found=self.notes.shown(self._line), line=self._line))

    def _ScalarEvent(self, event: Any) -> None:  # noqa: N802
        frame, text, style = self._stack[-1], event.value, event.style
        end = event.end_mark.line
        is_long = end >= self._line
        if frame.key is None:
            if text not in WORDS and (is_long or not (style or not is_suspect(text))):
                frame.is_dropped = self.notes.take_key(event, self._path, frame.value, frame.in_flow)
            frame.key, frame.key_line = text, self._line
            if event.anchor is not None:
                self._remember(event, text, 1)
            return
        value = text
        if not style or event.tag is not None:
            value = self._plain(event, text, end, frame.key_line)
        if is_long or not (style or not (frame.in_flow or is_remarkable(text))):
            self.notes.take_text(event, value, self._path, frame.in_flow)
        weight = 1 + len(text) // _CHARACTERS_PER_WEIGHT
        if event.anchor is not None:
            self._remember(event, value, weight)
        self._add(value, weight, 1, _NOTHING, self._line)

    def _AliasEvent(self, event: Any) -> None:  # noqa: N802
        built = self._anchors.get(event.anchor)
        self._idle.pop(event.anchor, None)
        if built is None:
            is_sign = self.notes.lines[self._line - 1].lstrip().startswith("*")
            self._fault("yaml_list_sign" if is_sign else "yaml_alias", "" if is_sign else event.anchor)
            built = _Built("?", _NOTHING, 1, 1)
        if self._stack[-1].key is None:
            self._key(built.value)
        else:
            self._add(built.value, built.weight, built.height, built.children, self._line)

    def _MappingStartEvent(self, event: Any) -> None:  # noqa: N802
        self._open({}, None, event)

    def _SequenceStartEvent(self, event: Any) -> None:  # noqa: N802
        self._open([], "", event)

    def _MappingEndEvent(self, _: Any) -> None:  # noqa: N802
        self._close()

    def _SequenceEndEvent(self, _: Any) -> None:  # noqa: N802
        self._close()

    def _open(self, value: dict[str, Any] | list[Any], key: str | None, event: Any) -> None:
        self._require_known(event.tag)
        if len(self._stack) >= _DEEPEST:
            raise too_deep(self._line)
        self._stack.append(_Frame(value, self._line, self._weight, event.anchor, bool(event.flow_style), key))
        self._weight += 1

    def _close(self) -> None:
        frame = self._stack.pop()
        height = frame.height + 1
        if frame.anchor is not None:
            self._anchors[frame.anchor] = _Built(frame.value, frame.children, self._weight - frame.weight, height)
        if frame.in_flow and isinstance(frame.value, dict) and list(frame.value.values()) == [None]:
            self._require_no_brace(frame.value)
        if self._stack[-1].key is None:
            self._key(None)
        else:
            self._add(frame.value, 0, height, frame.children, frame.line)

    def _remember(self, event: Any, value: Any, weight: int) -> None:
        """Note the anchor of a text: `&甲 乙` names the text 乙, which no alias may ever ask for."""
        self._anchors[event.anchor] = _Built(value, _NOTHING, weight, 1)
        self._idle[event.anchor] = Finding("yaml_anchor", show_path(self._path()), event.anchor, line=self._line)

    def _key(self, key: Any) -> None:
        if not isinstance(key, str):
            self.notes.findings.append(Finding("yaml_key", place=show_path(self._path()[:-1]), line=self._line))
            key = "?"
        frame = self._stack[-1]
        frame.key, frame.key_line = key, self._line

    def _add(self, value: Any, weight: int, height: int, children: Children, line: int) -> None:
        """Put a finished value where it belongs; its line is that of its key, or else its own."""
        frame = self._stack[-1]
        values = frame.value
        self._weight += weight
        if height > frame.height:
            self._require_room(height)
            frame.height = height
        if self._weight > MAX_VALUES:
            raise DataFileError(Finding("file_too_large", line=self._line))
        line = frame.key_line or line
        mark = Mark(line, children) if children else _mark_of_text(line)
        if isinstance(values, list):
            frame.children[len(values)] = mark
            values.append(value)
            return
        key = frame.key or ""
        if key in values:
            self._note_twice(key, frame)
        elif not frame.is_dropped:
            frame.children[key] = mark
            values[key] = value
        frame.key, frame.is_dropped = None, False

    def _require_room(self, height: int) -> None:
        if len(self._stack) + height > _DEEPEST:
            raise too_deep(self._line)

    def _note_twice(self, key: str, frame: _Frame) -> None:
        place, first = show_path(self._path()[:-1]), str(frame.children[key].line)
        self.notes.findings.append(Finding("duplicate_key", place, key, first, line=frame.key_line))

    def _path(self) -> KeyPath:
        return tuple(frame.position for frame in self._stack[1:])

    def _plain(self, event: Any, text: str, end: int, key_line: int) -> Any:
        """The value of a text without quotation marks, or with a tag."""
        tag = event.tag
        if tag is not None:
            self._require_known(tag)
            if tag == "!" and not event.style and _converter(text) is None:
                self._fault("yaml_tag", tag)
            if tag not in _TYPED_TAGS:
                return text
        if not text or end in self.notes.comment_lines:
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


class _Steps(dict[type, "Callable[[_Builder, Any], None] | None"]):
    """Class of events, of either parser → what a builder does with them."""

    def __missing__(self, kind: type) -> Callable[[_Builder, Any], None] | None:
        step = self[kind] = vars(_Builder).get(f"_{kind.__name__}")
        return step


_STEPS = _Steps()


@lru_cache(maxsize=4096)
def _mark_of_text(line: int) -> Mark:
    """The mark of a value in which there is none: all in a line have one and the same."""
    return Mark(line, _NOTHING)


def _converter(text: str) -> Callable[[str], Any] | None:
    """What makes the value of a plain text; None where it is a text."""
    match = _VALUE.fullmatch(text)
    return None if match is None else _PLAIN[(match.lastindex or 0) - 1][1]
