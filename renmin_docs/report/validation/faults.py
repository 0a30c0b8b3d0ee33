"""What is wrong with data, as findings behind key paths: pydantic's errors in our words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from renmin_docs.errors import Finding, RenminDocsError
from renmin_docs.messages.shown import shown
from renmin_docs.report.text import character_findings
from renmin_docs.report.validation.expected import expected_value, key_of_report, missing_key, unknown_key
from renmin_docs.report.validation.key_paths import KeyPath, path_in_file, path_of_location, show_path
from renmin_docs.vocabulary import Shape


class Fault(NamedTuple):
    """A finding, and where in the data: the key path that it names, and the one whose line in a file it takes."""

    path: KeyPath
    finding: Finding
    spot: KeyPath = ()


def findings_of(error: ValidationError, data: Any, root: Shape) -> list[Finding]:
    """Every fault that pydantic found in what a model was to be made of, each at its key path."""
    return [fault.finding.at(show_path(fault.path)) for fault in faults_of(error, _as_read(data), root)]


def _as_read(value: Any) -> Any:
    """Arguments as a data file would hold them: tuples are lists there."""
    if isinstance(value, list | tuple):
        return [_as_read(item) for item in value]
    return {key: _as_read(item) for key, item in value.items()} if isinstance(value, dict) else value


def faults_of(error: ValidationError, data: Any, root: Shape = "WorkReport") -> Iterator[Fault]:
    """Every fault that pydantic found; where several keys are strange, one names all that may stand there."""
    named: set[str] = set()
    for fault in _faults(error, data, root):
        finding = fault.finding
        is_named = finding.rule == "strange_key" and finding.expected in named
        named.add(finding.expected)
        yield fault._replace(finding=replace(finding, expected="")) if is_named else fault


def _faults(error: ValidationError, data: Any, root: Shape) -> Iterator[Fault]:
    for detail in error.errors():
        if detail["type"] == "default_factory_not_called":
            continue  # a consequence of another fault, which is named
        path = path_of_location(data, detail["loc"])
        ours = detail.get("ctx", {}).get("error")
        if isinstance(ours, RenminDocsError):
            for finding in ours.findings:
                yield Fault(_inner_path(path, finding.place, data), finding)
        else:
            yield from _plain(detail, path, data, root)


def _inner_path(path: KeyPath, place: str, data: Any) -> KeyPath:
    """The path of what was validated, and behind it the place that a validator named within."""
    if not place:
        return path
    outer = show_path(path)
    return path_in_file(outer + ("" if place.startswith("[") or not outer else ".") + place, data)


def _plain(detail: ErrorDetails, path: KeyPath, data: Any, root: Shape) -> Iterator[Fault]:
    kind, value = detail["type"], detail["input"]
    if kind == "missing":
        yield Fault(path[:-1], missing_key(path, data, root), path)
    elif kind == "extra_forbidden":
        finding = key_of_report(path, root) or unknown_key(path, value, data, root)
        yield Fault(path[:-1], finding, path)
    elif kind == "string_unicode" and isinstance(value, str):  # a lone surrogate, which our own validator never sees
        yield from (Fault(path, finding) for finding in character_findings(value))
    else:
        expected = expected_value(detail, path, data, root)
        yield Fault(path, Finding("wrong_type", found=shown(value), expected=expected))
