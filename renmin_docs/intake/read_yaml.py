"""YAML as values, with lines: the core schema of YAML 1.2, one document.

Built from the parser's events, without recursion. Nothing in a file can run code, since tags outside the
core schema are refused, or grow, since aliases are weighed as often as they are used, while they are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.source import (
    MAX_DEPTH,
    MAX_VALUES,
    DataSource,
    Mark,
    SyntaxRule,
    exact_number,
    line_at,
    line_text,
    show_path,
    too_deep,
    whole_number,
)
from renmin_docs.keys import KEYS
from renmin_docs.patterns import lazy
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from renmin_docs.intake.source import KeyPath

_CORE_TAG = "tag:yaml.org,2002:"
_CHARACTERS_PER_WEIGHT = 100

_RULES = (
    SyntaxRule("quoted scalar found unexpected", "quote_unclosed", at_start=True),
    SyntaxRule(r"found character '\\t' that cannot start", "yaml_tab"),
    SyntaxRule(r"found character '(.+)' that cannot start", "yaml_first_character"),
    SyntaxRule(r"while scanning an (?:alias|anchor).*but found '(.+)'", "yaml_first_character", at_start=True),
    SyntaxRule("mapping values are not allowed|found unexpected ':'", "yaml_colon"),
    SyntaxRule("could not find expected ':'", "yaml_no_colon", at_start=True),
    SyntaxRule("sequence entries are not allowed", "yaml_dash"),
    SyntaxRule("flow", "bracket_unclosed", at_start=True),
    SyntaxRule("escape character '(.+)'", "yaml_escape"),
    SyntaxRule("double-quoted scalar expected escape sequence", "json_escape"),
    SyntaxRule("block scalar", "yaml_block"),
    SyntaxRule("undefined tag handle '(.+)'|an? tag", "yaml_tag"),
    SyntaxRule("directive|YAML document", "yaml_first_character"),
    SyntaxRule("document start|end marker", "yaml_indent"),
    SyntaxRule("block end|node content|mapping keys are not allowed", "yaml_indent"),
)
_OUR_WORDS = "|".join(sorted({word for row in KEYS.values() for word in row.values()}))
_LOOKS = (
    (lazy(rf"^\s*(?:-\s+)?(?:(?:[a-z_]+|{_OUR_WORDS})：|\w+：(?:\s|$))"), "yaml_wide_colon"),
    (lazy(r"[\[{][^\]}]*，\s*\w+:"), "yaml_wide_comma"),
    (lazy(r"(?:^|[:-])\s+(?:\{[^\s{}]+\}|\[[^\[\]]*\])\s*[^\s,\]}#]"), "yaml_brace"),
)
"""What a line looks like → the rule that says more than the parser can; where the parser has stumbled over it."""
_STUMBLES = ("yaml_indent", "yaml_no_colon", "yaml_colon", "bracket_unclosed")
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\u3000"))
_COMMENT = re.compile(r"[ \t]+(#[^\s#].*)")

_PLAIN: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), whole_number),
    (re.compile(r"0o[0-7]{1,100}|0x[0-9a-fA-F]{1,100}"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]+)?)(?:[eE][-+]?[0-9]+)?"), exact_number),
)
"""What a text without quotation marks is, if it is no text.

Source: YAML 1.2.2, 10.3.2, less .inf and .nan, and less the number `1.`, which is a mark of headings.
"""

_TYPED_TAGS = tuple(_CORE_TAG + name for name in ("null", "bool", "int", "float"))
_KNOWN_TAGS = (*_TYPED_TAGS, *(_CORE_TAG + name for name in ("str", "map", "seq", "timestamp")), "!", None)


def read_yaml(text: str) -> DataSource:
    """The values of a YAML text.

    Raises:
        DataFileError: It is broken, holds a second document, or is nested too deep or too large.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    yaml = YAML(typ="safe", pure=True)
    yaml.Reader, yaml.Scanner = _reader(), _scanner()
    builder = _Builder(text)
    try:
        for event in yaml.parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        raise DataFileError(*builder.findings, _syntax(error, text)) from error
    except ReaderError as error:
        found = f"U+{error.character:04X}"
        line = line_at(text, error.position)
        around = quote(line_text(text, line))
        raise DataFileError(Finding("control_character", found=found, expected=around, line=line)) from error
    except DataFileError:
        raise
    except (ValueError, AttributeError, IndexError, TypeError) as error:
        # ruamel.yaml 0.18 and 0.19 stumble so over a few broken tags and directives
        finding = Finding("file_syntax", found=quote(line_text(text, builder.line)), line=builder.line)
        raise DataFileError(*builder.findings, finding) from error
    return builder.source()


@cache
def _reader() -> Any:
    """The reader of ruamel.yaml, which looks closer only at a text that may hold a control character.

    Its own pattern for them takes Python longer to compile than a report takes to read.
    """
    from ruamel.yaml.reader import Reader

    class QuickReader(Reader):  # type: ignore[misc, unused-ignore]
        def check_printable(self, data: Any) -> None:
            if not data.translate(_BLANKS).isprintable():  # stricter than YAML, so a first look only
                super().check_printable(data)

    return QuickReader


@cache
def _scanner() -> Any:
    """The scanner of ruamel.yaml, bounded in depth: it reads far ahead of the events, and ever slower."""
    from ruamel.yaml.scanner import Scanner

    class BoundedScanner(Scanner):  # type: ignore[misc, unused-ignore]
        def fetch_flow_collection_start(self, *arguments: Any, **named: Any) -> None:
            if len(self.flow_context) > MAX_DEPTH:
                raise too_deep(self.reader.line + 1)
            super().fetch_flow_collection_start(*arguments, **named)

    return BoundedScanner


def _syntax(error: Any, text: str) -> Finding:
    complaint = " ".join(part for part in (error.context, error.problem) if part)
    for rule in _RULES:
        if match := rule.match(complaint):
            mark = (error.context_mark if rule.at_start else None) or error.problem_mark or error.context_mark
            line = mark.line + 1
            source = line_text(text, line)
            found = match[1] if match.re.groups and match[1] else quote(source)
            looks = [name for look, name in _LOOKS if look().search(source)] if rule.rule in _STUMBLES else []
            return (
                Finding(looks[0], found=quote(source), line=line)
                if looks
                else Finding(rule.rule, found=found, line=line)
            )
    mark = error.problem_mark or error.context_mark
    line = None if mark is None else mark.line + 1
    return Finding("file_syntax", found=quote(line_text(text, line or 1)), expected=complaint, line=line)


class _Built(NamedTuple):
    """A value that was read: what it is, where, how much it weighs and how deep it is."""

    value: Any
    mark: Mark
    weight: int
    height: int


@dataclass(slots=True)
class _Frame:
    """A mapping or a list that is being read."""

    value: dict[str, Any] | list[Any]
    mark: Mark
    anchor: str | None
    weight: int = 1
    height: int = 1
    key: str | None = None
    key_line: int = 0
    key_lines: dict[str, int] = field(default_factory=dict)

    @property
    def position(self) -> str | int:
        return len(self.value) if isinstance(self.value, list) else self.key or ""


class _Builder:
    """Turns events into values, weighing them, and notes lines and faults.

    Attributes:
        findings: Faults that did not stop the reading.
        line: Line of the last event.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Built] = {}
        self._root: _Built | None = None
        self._documents = 0
        self.findings: list[Finding] = []
        self.line = 1

    def source(self) -> DataSource:
        """What was read."""
        if self._root is None:
            return DataSource(None)
        mark = self._root.mark
        return DataSource(self._root.value, self.findings, lambda: mark)

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        self.line = event.start_mark.line + 1
        step = getattr(self, f"_{type(event).__name__}", None)
        if step is not None:
            step(event)

    def _DocumentStartEvent(self, _: Any) -> None:  # noqa: N802 - the events' own names
        self._documents += 1
        if self._documents > 1:
            found = quote(line_text(self._text, self.line))
            raise DataFileError(*self.findings, Finding("yaml_documents", found=found, line=self.line))

    def _ScalarEvent(self, event: Any) -> None:  # noqa: N802
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, event.value)
            self._remember(event.anchor, _Built(event.value, Mark(self.line), 1, 1))
            return
        weight = 1 + len(event.value) // _CHARACTERS_PER_WEIGHT
        built = _Built(self._scalar(event), Mark(self.line), weight, 1)
        self._remember(event.anchor, built)
        self._add(built)

    def _AliasEvent(self, event: Any) -> None:  # noqa: N802
        built = self._anchors.get(event.anchor)
        if built is None:
            self.findings.append(
                Finding("yaml_alias", place=show_path(self._path()), found=event.anchor, line=self.line)
            )
            built = _Built("?", Mark(self.line), 1, 1)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, built.value)
        else:
            self._add(built._replace(mark=Mark(self.line, built.mark.children)))

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
            raise too_deep(self.line)
        self._stack.append(_Frame(value, Mark(self.line), event.anchor))

    def _close(self) -> None:
        frame = self._stack.pop()
        built = _Built(frame.value, frame.mark, frame.weight, frame.height)
        self._remember(frame.anchor, built)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, None)
        else:
            self._add(built)

    def _remember(self, anchor: str | None, built: _Built) -> None:
        if anchor is not None:
            self._anchors[anchor] = built

    def _key(self, frame: _Frame, key: Any) -> None:
        if not isinstance(key, str):
            self.findings.append(Finding("yaml_key", place=show_path(self._path()[:-1]), line=self.line))
            key = "?"
        frame.key, frame.key_line = key, self.line

    def _add(self, built: _Built) -> None:
        """Put a finished value where it belongs."""
        if not self._stack:
            self._root = built
            return
        frame = self._stack[-1]
        frame.weight += built.weight
        frame.height = max(frame.height, built.height + 1)
        if sum(open_.weight for open_ in self._stack) > MAX_VALUES:
            raise DataFileError(*self.findings, Finding("file_too_large", line=self.line))
        if len(self._stack) + built.height > MAX_DEPTH:
            raise too_deep(self.line)
        if isinstance(frame.value, list):
            frame.mark.children[len(frame.value)] = built.mark
            frame.value.append(built.value)
        else:
            self._add_pair(frame, frame.value, built)

    def _add_pair(self, frame: _Frame, values: dict[str, Any], built: _Built) -> None:
        key, line = frame.key or "", frame.key_line
        if key in values:
            place, expected = show_path(self._path()[:-1]), str(frame.key_lines[key])
            self.findings.append(Finding("duplicate_key", place=place, found=key, expected=expected, line=line))
        else:
            frame.mark.children[key] = Mark(line, built.mark.children)
            frame.key_lines[key] = line
            values[key] = built.value
        frame.key = None

    def _path(self) -> KeyPath:
        return tuple(frame.position for frame in self._stack)

    def _scalar(self, event: Any) -> Any:
        self._require_known(event.tag)
        is_plain = event.implicit[0] if event.tag is None else event.tag in _TYPED_TAGS
        if not is_plain:
            return event.value
        self._require_no_comment(event.end_mark)
        convert = next((convert for pattern, convert in _PLAIN if pattern.fullmatch(event.value)), None)
        return event.value if convert is None else convert(event.value)

    def _require_no_comment(self, end: Any) -> None:
        """Refuse what YAML would drop in silence: a text goes on with “ #3 …”, and that begins a comment."""
        lines = self._lines
        if match := _COMMENT.match(lines[end.line], end.column) if end.line < len(lines) else None:
            line = end.line + 1
            self.findings.append(Finding("yaml_comment", place=show_path(self._path()), found=match[1], line=line))

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _require_known(self, tag: str | None) -> None:
        if tag not in _KNOWN_TAGS:
            found = str(tag).replace(_CORE_TAG, "!!")
            self.findings.append(Finding("yaml_tag", place=show_path(self._path()), found=found, line=self.line))
