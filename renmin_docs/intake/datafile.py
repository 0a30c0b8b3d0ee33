"""A data file as a report, or all that is wrong with it: line, key path, what was found, what would be right."""

from __future__ import annotations

import difflib
import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from renmin_docs.errors import DataFileError, FigureError, Finding, RenminDocsError, TextError
from renmin_docs.figures.data import from_data
from renmin_docs.intake.mending import CHAPTER_KEYS, Mended
from renmin_docs.intake.places import path_in_file, path_of_location
from renmin_docs.intake.reading import read_source
from renmin_docs.intake.source import show_path
from renmin_docs.report.consistency import figure_findings, mention_findings
from renmin_docs.report.figures_from import FiguresFrom
from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
from renmin_docs.report.text import quote, require_characters
from renmin_docs.report.walk import PlacedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from pydantic_core import ErrorDetails

    from renmin_docs.figures import Figure
    from renmin_docs.intake.source import DataSource, KeyPath

_TEXT_KEYS = ("title", "introduction", *CHAPTER_KEYS, "conclusion")
_PRINTED_KEYS = ("heading", "lead", "body")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_ROUNDS = 80  # of mending: each frees one floor of the report at least
_MAX_SHOWN = 40
_SETTLED = ("json_constant", "yaml_tag", "yaml_alias", "yaml_key")
"""Faults of the file's own language, after which nothing more is said about the same value."""

_EXPECTED_BY_KEY = {
    "organization": "@organization",
    "year": "@year",
    "period": "@period",
    "figures": "@figures",
    "issue_date": "@date",
    "body": "@body",
    **dict.fromkeys(CHAPTER_KEYS, "@chapter"),
}
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
    """A finding, and where in the file: the key path that it names, and the one whose line it takes."""

    path: KeyPath
    finding: Finding
    spot: KeyPath = ()

    def located(self, source: DataSource) -> Finding:
        """The finding with place and line."""
        return self.finding.at(show_path(self.path), source.line_of(self.spot or self.path))


def load_report(path: str | PathLike[str]) -> WorkReport:
    """The report in a data file; see `WorkReport.load`."""
    return report_of(read_source(path))


def report_of(source: DataSource) -> WorkReport:
    """The report that a source holds.

    Raises:
        DataFileError: With every fault.
    """
    data, faults = without_surrogate_keys(source.data)
    data, more = _with_workbook(data, Path(source.subject).parent)
    faults += more
    try:
        report = WorkReport.model_validate(data)
    except ValidationError as error:
        faults += _faults(error, data)
        faults += [*_hidden_faults(data, faults), *_text_faults(data, faults)]
    named = {finding.place for finding in source.findings if finding.rule in _SETTLED}
    found = [fault.located(source) for fault in faults if show_path(fault.path) not in named]
    if findings := dict.fromkeys([*source.findings, *found]):
        raise DataFileError(*sorted(findings, key=lambda finding: finding.line or 0), subject=source.subject)
    return report


def _with_workbook(data: Any, folder: Path) -> tuple[Any, list[Fault]]:
    """The data with the figures of its workbook beside those that it declares itself."""
    key = "figures_from"
    if key not in data:
        return data, []
    rest = {name: value for name, value in data.items() if name != key}
    declared = rest.get("figures", {})
    from renmin_docs.intake.workbook import read_figures

    try:
        figures = read_figures(FiguresFrom.model_validate(data[key]), folder)
    except ValidationError as error:
        return rest, [Fault((key, *fault.path), fault.finding) for fault in _faults(error, data[key])]
    except DataFileError as error:
        book = Path(error.subject).name
        return rest, [Fault((key, f"{book} {finding.place}".strip()), finding) for finding in error.findings]
    if not isinstance(declared, dict):
        return rest, []
    twice = [
        Fault(("figures", name), Finding("figure_declared_twice", found=name, expected=key))
        for name in declared
        if name in figures
    ]
    return {**rest, "figures": {**figures, **declared}}, twice


def located(finding: Finding, source: DataSource) -> Finding:
    """A finding on the report as one on the file: the file's key path, with its line."""
    return Fault(path_in_file(finding.place, source.data), finding).located(source)


# --- pydantic's errors as findings ------------------------------------------------------------


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
            yield from _plain(detail, path)


def _inner_path(path: KeyPath, place: str, data: Any) -> KeyPath:
    """The path of what was validated, and behind it the place that a validator named within."""
    if not place:
        return path
    outer = show_path(path)
    return path_in_file(outer + ("" if place.startswith("[") or not outer else ".") + place, data)


def _plain(detail: ErrorDetails, path: KeyPath) -> Iterator[Fault]:
    kind, value, key = detail["type"], detail["input"], str(path[-1]) if path else ""
    if kind == "missing":
        yield Fault(path[:-1], Finding("missing_key", found=key, expected=_EXAMPLES.get(key, "")), path)
    elif kind == "extra_forbidden":
        yield Fault(path[:-1], _unknown_key(path, value), path)
    elif kind == "string_unicode" and isinstance(value, str):
        yield from (Fault(path, finding) for finding in _characters(value))
    else:
        yield Fault(path, Finding("wrong_type", found=_shown(value), expected=_right(detail, path)))


def _characters(text: str) -> tuple[Finding, ...]:
    """Pydantic refuses lone surrogates before our own validator sees them."""
    try:
        require_characters(text)
    except TextError as error:
        return error.findings
    return ()


def _right(detail: ErrorDetails, path: KeyPath) -> str:
    kind = detail["type"]
    if kind == "literal_error":
        return str(detail.get("ctx", {})["expected"]).replace("'", "").replace(" or ", ", ").replace(", ", " / ")
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    if name in _EXPECTED_BY_KEY and (name == path[-1] or name in CHAPTER_KEYS):
        return _EXPECTED_BY_KEY[name]
    return next((token for word, token in _EXPECTED_BY_TYPE.items() if kind.startswith(word)), "@other")


def _unknown_key(path: KeyPath, value: object) -> Finding:
    """An unknown key with the keys most like it, or all, among those that may stand in its place.

    A text of a body that holds “: ”, or begins with a brace, reads as a key.
    """
    model, key = _model_at(path[:-1]), str(path[-1])
    fields = [name for name in model.model_fields if name != "after" or path[0] == "others"]
    if near := difflib.get_close_matches(key, fields, n=2, cutoff=0.6):
        return Finding("unknown_key", found=key, expected="、".join(near))
    if model is Point and not key.isascii() and isinstance(value, str | None):
        return Finding("text_as_key", found=quote(key))
    return Finding("strange_key", found=key, expected="、".join(fields))


def _model_at(path: KeyPath) -> type[Organization | Point | Chapter | WorkReport | FiguresFrom]:
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return WorkReport
    if names[0] == "figures_from":
        return FiguresFrom
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


def without_surrogate_keys(data: Any) -> tuple[Any, list[Fault]]:
    """The data without the keys that hold lone surrogates (JSON can write them), of which pydantic can say nothing."""
    faults: list[Fault] = []

    def kept(value: Any, path: KeyPath) -> Any:
        if isinstance(value, list):
            return [kept(item, (*path, index)) for index, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        odd = [key for key in value if _SURROGATE.search(key)]
        faults.extend(Fault(path, finding, (*path, key)) for key in odd for finding in _characters(key))
        return {key: kept(item, (*path, key)) for key, item in value.items() if key not in odd}

    return kept(data, ()), faults


# --- faults that stand behind other faults ----------------------------------------------------


def _hidden_faults(data: Any, seen: list[Fault]) -> Iterator[Fault]:
    """What is wrong with the whole of a point, a chapter or the report, though something in it is wrong too."""
    mended = Mended(data)
    faults = seen
    for _ in range(_MAX_ROUNDS):
        if not mended.mend((fault.spot or fault.path, fault.finding) for fault in faults):
            return
        try:
            WorkReport.model_validate(mended.data)
        except ValidationError as error:
            faults = [*_faults(error, mended.data)]
        else:
            return
        yield from (fault for fault in faults if mended.is_news(fault.path, fault.finding))


def _text_faults(data: Any, seen: list[Fault]) -> Iterator[Fault]:
    """Figures that don't add up, and texts that mention unknown ones, in data that is no report yet."""
    figures, unreadable = _figures(data.get("figures"))
    malformed = {fault.path for fault in seen if fault.finding.rule == "placeholder_malformed"}
    for finding in figure_findings(figures):
        yield Fault(path_in_file(finding.place, data), finding)
    for key in _TEXT_KEYS:
        for path, text in _strings(data.get(key), (key,)):
            for finding in mention_findings(figures, [PlacedText("", text)]):
                if finding.rule != "unknown_figure" or (path not in malformed and finding.found not in unreadable):
                    yield Fault(path, finding)


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
