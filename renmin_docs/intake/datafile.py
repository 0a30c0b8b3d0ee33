"""A data file as a report, or all that is wrong with it: line, key path, what was found, what would be right."""

from __future__ import annotations

import difflib
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from renmin_docs.errors import DataFileError, FigureError, Finding, RenminDocsError, TextError
from renmin_docs.figures.data import from_data
from renmin_docs.intake.mending import Mended
from renmin_docs.intake.places import path_in_file, path_of_location
from renmin_docs.intake.reading import read_source
from renmin_docs.intake.source import show_path
from renmin_docs.report.consistency import figure_findings, mention_findings
from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
from renmin_docs.report.text import quote, require_characters
from renmin_docs.report.walk import PlacedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from pydantic_core import ErrorDetails

    from renmin_docs.figures import Figure
    from renmin_docs.intake.source import DataSource, KeyPath

_TEXT_KEYS = ("title", "introduction", "achievements", "difficulties", "plans", "others", "conclusion")
_PRINTED_KEYS = ("heading", "lead", "body")
_MAX_ROUNDS = 80  # of mending: each frees one floor of the report at least
_MAX_SHOWN = 40

_EXPECTED_BY_KEY = {"year": "@year", "issue_date": "@date", "period": "@period"}
_EXPECTED_BY_TYPE: dict[str, str] = {
    "string": "@text",
    "int": "@integer",
    "bool": "@boolean",
    "date": "@date",
    "tuple": "@list",
    "dict": "@mapping",
    "model": "@mapping",
    "union_tag": "@body_item",
}
"""What would be right, by the first word of pydantic's error type."""

_EXAMPLES = {
    "organization": "organization: {name: 人民街道}",
    "name": "name: 人民街道",
    "year": "year: 2022",
    "achievements": "achievements: {body: …}",
}
"""How a key that must be there is written."""


class Fault(NamedTuple):
    """A finding, and the key path of the file that it is about."""

    path: KeyPath
    finding: Finding


def load_report(path: str | PathLike[str]) -> WorkReport:
    """The report in a data file; see `WorkReport.load`."""
    return report_of(read_source(path))


def report_of(source: DataSource) -> WorkReport:
    """The report that a source holds.

    Raises:
        DataFileError: With every fault.
    """
    faults: list[Fault] = []
    try:
        report = WorkReport.model_validate(source.data)
    except ValidationError as error:
        faults = [*_faults(error, source.data)]
        faults += [*_hidden_faults(source.data, faults), *_text_faults(source.data)]
    findings = [*source.findings, *(_located(fault, source) for fault in faults)]
    if findings:
        unique = dict.fromkeys(findings)
        raise DataFileError(*sorted(unique, key=lambda finding: finding.line or 0), subject=source.subject)
    return report


def located(finding: Finding, source: DataSource) -> Finding:
    """A finding on the report as one on the file: the file's key path, with its line."""
    return _located(Fault(path_in_file(finding.place, source.data), finding), source)


def _located(fault: Fault, source: DataSource) -> Finding:
    owner = fault.path[:-1] if fault.finding.rule in _ABOUT_KEYS else fault.path
    return fault.finding.at(show_path(owner), source.line_of(fault.path))


# --- pydantic's errors as findings ------------------------------------------------------------

_ABOUT_KEYS = ("missing_key", "unknown_key", "strange_key")


def _faults(error: ValidationError, data: Any) -> Iterator[Fault]:
    for detail in error.errors():
        if detail["type"] == "default_factory_not_called":
            continue  # a consequence of another fault, which is named
        path = path_of_location(data, detail["loc"])
        ours = detail.get("ctx", {}).get("error")
        if isinstance(ours, RenminDocsError):
            for finding in ours.findings:
                yield Fault(_inner_path(path, finding.place, data), finding)
        else:
            yield from (Fault(path, finding) for finding in _plain(detail, path))


def _inner_path(path: KeyPath, place: str, data: Any) -> KeyPath:
    """The path of what was validated, and behind it the place that a validator named within."""
    if not place:
        return path
    outer = show_path(path)
    return path_in_file(outer + ("" if place.startswith("[") or not outer else ".") + place, data)


def _plain(detail: ErrorDetails, path: KeyPath) -> Iterator[Finding]:
    kind, value, key = detail["type"], detail["input"], str(path[-1]) if path else ""
    if kind == "missing":
        yield Finding("missing_key", found=key, expected=_EXAMPLES.get(key, ""))
    elif kind == "extra_forbidden":
        near, known = _near_keys(path)
        yield Finding("unknown_key", found=key, expected=near) if near else Finding(
            "strange_key", found=key, expected=known
        )
    elif kind == "string_unicode" and isinstance(value, str):
        yield from _characters(value)
    else:
        yield Finding("wrong_type", found=_shown(value), expected=_right(detail, key))


def _characters(text: str) -> tuple[Finding, ...]:
    """pydantic refuses lone surrogates before our own validator sees them."""
    try:
        require_characters(text)
    except TextError as error:
        return error.findings
    return ()


def _right(detail: ErrorDetails, key: str) -> str:
    kind = detail["type"]
    if kind == "literal_error":
        return str(detail.get("ctx", {})["expected"]).replace("'", "").replace(" or ", ", ").replace(", ", "、")
    if key in _EXPECTED_BY_KEY:
        return _EXPECTED_BY_KEY[key]
    return next((token for word, token in _EXPECTED_BY_TYPE.items() if kind.startswith(word)), "@other")


def _near_keys(path: KeyPath) -> tuple[str, str]:
    """The keys most like an unknown one, and all, among those that may stand in its place."""
    model = _model_at(path[:-1])
    fields = [name for name in model.model_fields if name != "after" or path[0] == "others"]
    return "、".join(difflib.get_close_matches(str(path[-1]), fields, n=2, cutoff=0.6)), "、".join(fields)


def _model_at(path: KeyPath) -> type[Organization | Point | Chapter | WorkReport]:
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return WorkReport
    return Organization if names[-1] == "organization" else Point if names[-1] == "body" else Chapter


def _shown(value: object) -> str:
    """A value as messages show it."""
    if value is None:
        return "@empty"
    if isinstance(value, dict):
        return "@mapping"
    if isinstance(value, list | tuple):
        return "@list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal | date | time):
        text = str(value)
        return text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"
    return quote(str(value))


# --- faults that stand behind other faults ----------------------------------------------------


def _hidden_faults(data: Any, seen: list[Fault]) -> Iterator[Fault]:
    """What is wrong with the whole of a point, a chapter or the report, though something in it is wrong too."""
    mended = Mended(data)
    faults = seen
    for _ in range(_MAX_ROUNDS):
        if not mended.mend(faults):
            return
        try:
            WorkReport.model_validate(mended.data)
        except ValidationError as error:
            faults = [*_faults(error, mended.data)]
        else:
            return
        yield from (fault for fault in faults if mended.is_news(*fault))


def _text_faults(data: Any) -> Iterator[Fault]:
    """Figures that don't add up, and texts that mention unknown ones, in data that is no report yet."""
    figures, unreadable = _figures(data.get("figures"))
    for finding in figure_findings(figures):
        yield Fault(path_in_file(finding.place, data), finding)
    for key in _TEXT_KEYS:
        for path, text in _strings(data.get(key), (key,)):
            for finding in mention_findings(figures, [PlacedText("", text)]):
                if finding.rule != "unknown_figure" or _is_news(finding.found, unreadable):
                    yield Fault(path, finding)


def _is_news(name: str, unreadable: set[str]) -> bool:
    """Whether the name of a figure is well formed and unknown; what is not was reported already."""
    return name.isidentifier() and name not in unreadable


def _figures(data: Any) -> tuple[dict[str, Figure], set[str]]:
    """The figures that can be read, and the names of the others."""
    figures: dict[str, Figure] = {}
    unreadable: set[str] = set()
    for name, value in data.items() if isinstance(data, dict) else ():
        try:
            figures[name] = from_data(value)
        except FigureError:
            unreadable.add(name)
    return figures, unreadable


def _strings(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts in a value that are printed."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key in _PRINTED_KEYS:
            yield from _strings(value.get(key), (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
