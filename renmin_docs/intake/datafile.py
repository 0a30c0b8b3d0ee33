"""A data file as a report, or all that is wrong with it: line, key path, what was found, what would be right."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from renmin_docs.errors import DataFileError, FigureError, Finding, RenminDocsError, TextError
from renmin_docs.figures.data import from_data
from renmin_docs.intake.expected import expected_value, missing_key, unknown_key
from renmin_docs.intake.mending import Mended
from renmin_docs.intake.pictures import missing_pictures, with_pictures_from
from renmin_docs.intake.places import path_in_file, path_of_location
from renmin_docs.intake.printed import items_in, texts_in
from renmin_docs.intake.reading import read_source
from renmin_docs.intake.source import show_path
from renmin_docs.intake.wording import in_spelling_of
from renmin_docs.report.consistency import figure_findings, mention_findings
from renmin_docs.report.figures_from import FiguresFrom
from renmin_docs.report.models import WorkReport
from renmin_docs.report.nearest import nearest
from renmin_docs.report.text import quote, require_characters
from renmin_docs.report.walk import PlacedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from renmin_docs.figures import Figure
    from renmin_docs.intake.source import DataSource, KeyPath

_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_ROUNDS = 80  # of mending: each frees one floor of the report at least
_MAX_SHOWN = 40
_SETTLED = ("json_constant", "yaml_tag", "yaml_alias", "yaml_key")
"""Faults of the file's own language, after which nothing more is said about the same value."""


class Fault(NamedTuple):
    """A finding, and where in the file: the key path that it names, and the one whose line it takes."""

    path: KeyPath
    finding: Finding
    spot: KeyPath = ()

    def located(self, source: DataSource) -> Finding:
        """The finding with place and line, in the spelling of the file."""
        spot = self.spot or self.path
        finding = in_spelling_of(source, self.finding, self.path)
        return finding.at(show_path(source.as_written(self.path)), source.line_of(spot))


def load_report(path: str | PathLike[str]) -> WorkReport:
    """The report in a data file; see `WorkReport.load`."""
    return report_of(read_source(path))


def report_of(source: DataSource) -> WorkReport:
    """The report that a source holds.

    Raises:
        DataFileError: With every fault.
    """
    folder = Path(source.subject).parent
    data, faults = without_surrogate_keys(source.data)
    data, more = _with_workbook(data, folder)
    faults += more
    try:
        report = WorkReport.model_validate(data)
    except ValidationError as error:
        faults += _faults(error, data)
        faults += [*_hidden_faults(data, faults), *_text_faults(data, faults)]
    faults += _picture_faults(data, folder, {fault.path for fault in faults})
    named = {finding.place for finding in source.findings if finding.rule in _SETTLED}
    found = [fault for fault in (fault.located(source) for fault in faults) if fault.place not in named]
    if findings := dict.fromkeys([*source.findings, *found]):
        raise DataFileError(*sorted(findings, key=lambda finding: finding.line or 0), subject=source.subject)
    return with_pictures_from(folder, report)


def _picture_faults(data: Any, folder: Path, seen: set[KeyPath]) -> list[Fault]:
    return [Fault(path, finding) for path, finding in missing_pictures(data, folder) if path not in seen]


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
        return rest, [Fault((key, *fault.path), fault.finding) for fault in _faults(error, data[key], FiguresFrom)]
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
    if not finding.place:
        return finding
    return Fault(path_in_file(finding.place, source.data), finding).located(source)


# --- pydantic's errors as findings ------------------------------------------------------------


def _faults(error: ValidationError, data: Any, root: type[BaseModel] = WorkReport) -> Iterator[Fault]:
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


def _plain(detail: ErrorDetails, path: KeyPath, data: Any, root: type[BaseModel]) -> Iterator[Fault]:
    kind, value = detail["type"], detail["input"]
    if kind == "missing":
        yield Fault(path[:-1], missing_key(path, data, root), path)
    elif kind == "extra_forbidden":
        yield Fault(path[:-1], unknown_key(path, value, data, root), path)
    elif kind == "string_unicode" and isinstance(value, str):
        yield from (Fault(path, finding) for finding in _characters(value))
    else:
        expected = expected_value(detail, path, data, root)
        yield Fault(path, Finding("wrong_type", found=_shown(value), expected=expected))


def _characters(text: str) -> tuple[Finding, ...]:
    """Pydantic refuses lone surrogates before our own validator sees them."""
    try:
        require_characters(text)
    except TextError as error:
        return error.findings
    return ()


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
    for path, text in texts_in(data):
        for finding in mention_findings(figures, [PlacedText("", text)]):
            if finding.rule != "unknown_figure" or (path not in malformed and finding.found not in unreadable):
                yield Fault(path, finding)
    for path, name in _figures_of_tables(data):
        if name.isidentifier() and name not in figures and name not in unreadable:
            yield Fault(path, Finding("unknown_figure", found=name, expected=nearest(name, figures)))


def _figures_of_tables(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """The names of figures that tables show, each behind its key path."""
    for path, kind, item in items_in(data):
        rows = item.get("figures") if kind == "table" else ()
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("name") if isinstance(row, dict) else row
            if isinstance(name, str):
                yield (*path, "figures", index), name


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
