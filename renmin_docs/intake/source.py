"""Data files as plain values that remember their lines: YAML, JSON, TOML.

Nothing in a file can run code or grow beyond the limits here: YAML tags outside the core schema are
refused, aliases are counted as often as they are used, nesting is bounded.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.errors import DataFileError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

MAX_DEPTH = 60
MAX_VALUES = 500_000
_CORE_TAG = "tag:yaml.org,2002:"
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")

Path_: TypeAlias = tuple[str | int, ...]


@dataclass(slots=True)
class DataSource:
    """A data file that was read.

    Attributes:
        subject: The file's path as it was given.
        data: Its content as plain values; numbers with a point are `Decimal`.
        lines: Key path → line, from 1, where the format tells.
        findings: Faults that did not stop the reading.
        text: The file's text, where lines are still to be found in it.
    """

    subject: str
    data: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""

    def line_of(self, path: Path_) -> int | None:
        """The line of a key path, or of the nearest thing above it."""
        if self.text and not self.lines:
            self.lines = _read_yaml(self.text, self.subject).lines
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path)


def read_source(path: str | PathLike[str]) -> DataSource:
    """Read a data file; its ending tells the format.

    Raises:
        DataFileError: Missing, not UTF-8, empty, broken, too deep or too large, or not a mapping.
    """
    file = Path(path)
    subject = str(path)
    reader = _READERS.get(file.suffix.lower())
    text = _text(file, subject)
    if reader is None:
        raise _error(subject, Finding("file_kind", found=file.suffix or file.name, expected=" ".join(_READERS)))
    if not text.strip():
        raise _error(subject, Finding("file_empty", expected="organization, year, achievements"))
    source = reader(text, subject)
    if not isinstance(source.data, dict):
        found = "@list" if isinstance(source.data, list) else str(source.data)[:40] or "@empty"
        raise _error(subject, Finding("file_not_mapping", found=found, expected="@mapping"))
    return source


def _text(file: Path, subject: str) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise _error(subject, Finding("file_missing")) from error
    except OSError as error:
        raise _error(subject, Finding("file_unreadable", found=error.strerror or str(error))) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"0x{error.object[error.start]:02X}"
        raise _error(subject, Finding("file_encoding", found=found, expected="UTF-8", line=line)) from error


def _error(subject: str, *findings: Finding) -> DataFileError:
    return DataFileError(*findings, subject=subject)


# --- YAML -------------------------------------------------------------------------------------


def _read_yaml(text: str, subject: str) -> DataSource:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = " ".join(part for part in (error.context, error.problem) if part)
        line = None if mark is None else mark.line + 1
        raise _error(subject, Finding("file_syntax", found=found, line=line)) from error
    except (YAMLError, ValueError) as error:
        raise _error(subject, Finding("file_syntax", found=" ".join(str(error).split()))) from error
    except RecursionError as error:
        raise _error(subject, Finding("file_too_deep", found=str(MAX_DEPTH), expected=str(MAX_DEPTH))) from error
    source = DataSource(subject, None)
    if node is not None:
        source.data = _YamlValues(source).value(node, ())
    return source


class _YamlValues:
    """Turns composed nodes into values, counting them and noting their lines."""

    def __init__(self, source: DataSource) -> None:
        self._source = source
        self._count = 0

    def value(self, node: Any, path: Path_) -> Any:
        self._source.lines.setdefault(path, node.start_mark.line + 1)
        self._count += 1
        if self._count > MAX_VALUES:
            raise _error(self._source.subject, Finding("file_too_large", found=str(MAX_VALUES)))
        if len(path) > MAX_DEPTH:
            finding = Finding("file_too_deep", found=str(MAX_DEPTH), expected=str(MAX_DEPTH))
            raise _error(self._source.subject, finding)
        kind = type(node).__name__
        if kind == "MappingNode":
            return self._mapping(node, path)
        if kind == "SequenceNode":
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: Any, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node.value, str) else "?"
            line = key_node.start_mark.line + 1
            if key in first_lines:
                place, expected = show_path(path), str(first_lines[key])
                self._source.findings.append(
                    Finding("duplicate_key", place=place, found=key, expected=expected, line=line)
                )
                continue
            first_lines[key] = line
            self._source.lines[(*path, key)] = line
            values[key] = self.value(value_node, (*path, key))
        return values

    def _scalar(self, node: Any, path: Path_) -> Any:
        tag = str(node.tag)
        convert = _SCALARS.get(tag.removeprefix(_CORE_TAG)) if tag.startswith(_CORE_TAG) else None
        if convert is None:
            self._source.findings.append(
                Finding("file_syntax", place=show_path(path), found=tag, line=node.start_mark.line + 1)
            )
            return node.value
        try:
            return convert(node.value)
        except (ValueError, ArithmeticError):
            return node.value


def _whole(text: str) -> int:
    return int(text.replace("_", ""), 0) if text.startswith(("0x", "0o")) else int(text.replace("_", ""))


def _no_value(_: str) -> None:
    return None


_SCALARS: dict[str, Callable[[str], Any]] = {
    "str": str,
    "int": _whole,
    "float": lambda text: Decimal(text.replace("_", "")),
    "bool": lambda text: text.lower() == "true",
    "null": _no_value,
    "timestamp": date.fromisoformat,
}


# --- JSON and TOML ----------------------------------------------------------------------------


def _read_json(text: str, subject: str) -> DataSource:
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in items]
        repeated.extend(key for key in dict.fromkeys(keys) if keys.count(key) > 1)
        return dict(items)

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_float=Decimal, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _error(subject, Finding("file_syntax", found=error.msg, line=error.lineno)) from error
    except (RecursionError, ValueError) as error:
        raise _error(subject, Finding("file_too_deep", found=str(MAX_DEPTH), expected=str(MAX_DEPTH))) from error
    _require_shallow(data, subject)
    # JSON is YAML, and the YAML reader tells lines; it is slow, so it is asked only for faults.
    return _read_yaml(text, subject) if repeated else DataSource(subject, data, text=text)


def _read_toml(text: str, subject: str) -> DataSource:
    import tomllib

    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else None
        raise _error(subject, Finding("file_syntax", found=_TOML_PLACE.sub("", str(error)), line=line)) from error
    except RecursionError as error:
        raise _error(subject, Finding("file_too_deep", found=str(MAX_DEPTH), expected=str(MAX_DEPTH))) from error
    _require_shallow(data, subject)
    return DataSource(subject, data)


def _require_shallow(data: Any, subject: str) -> None:
    level, depth = [data], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise _error(subject, Finding("file_too_deep", found=str(MAX_DEPTH), expected=str(MAX_DEPTH)))
        level = [
            child
            for item in level
            if isinstance(item, dict | list)
            for child in (item.values() if isinstance(item, dict) else item)
        ]


def show_path(path: Path_) -> str:
    """A key path as messages write it.

    >>> show_path(("plans", "body", 1, "lead"))
    'plans.body[1].lead'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


_READERS: dict[str, Callable[[str, str], DataSource]] = {
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".json": _read_json,
    ".toml": _read_toml,
}
