"""What is wrong with data, as findings behind key paths: pydantic's errors in our words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding, RenminDocsError, TextError
from renmin_docs.intake.datafiles.expected import expected_value, key_of_report, missing_key, unknown_key
from renmin_docs.intake.datafiles.key_paths import path_in_file, path_of_location
from renmin_docs.intake.datafiles.localized_keys import in_spelling_of
from renmin_docs.intake.datafiles.source import show_path
from renmin_docs.messages.shown import shown
from renmin_docs.report.text import require_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from renmin_docs.intake.datafiles.source import DataSource, KeyPath
    from renmin_docs.vocabulary import Shape

_OF_REPORT = ("missing_key", "date_missing")
"""What is missing is missing in the report: a profile may leave out everything."""


class Fault(NamedTuple):
    """A finding, and where in the file: the key path that it names, and the one whose line it takes."""

    path: KeyPath
    finding: Finding
    spot: KeyPath = ()

    def located(self, source: DataSource) -> Finding:
        """The finding with place and line, in the spelling of the file; it names its file where that is the profile."""
        holder = source if self.finding.rule in _OF_REPORT else source.holder(self.path)
        finding = in_spelling_of(holder, self.finding, self.path)
        placed = finding.at(show_path(holder.as_written(self.path)), holder.line_of(self.spot or self.path))
        return placed if holder is source else replace(placed, file=holder.subject)


def faults_of(error: ValidationError, data: Any, root: Shape = "WorkReport") -> Iterator[Fault]:
    """Every fault that pydantic found.

    Args:
        error: Its error.
        data: What it was to validate.
        root: What the data are.
    """
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
    elif kind == "string_unicode" and isinstance(value, str):
        yield from (Fault(path, finding) for finding in character_findings(value))
    else:
        expected = expected_value(detail, path, data, root)
        yield Fault(path, Finding("wrong_type", found=shown(value), expected=expected))


def character_findings(text: str) -> tuple[Finding, ...]:
    """Pydantic refuses lone surrogates before our own validator sees them."""
    try:
        require_characters(text)
    except TextError as error:
        return error.findings
    return ()
