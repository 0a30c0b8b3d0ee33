"""A data file as a report, or all that is wrong with it: line, key path, what was found, what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from renmin_docs.errors import DataFileError, FigureError, Finding
from renmin_docs.figures.data import from_data
from renmin_docs.intake.datafiles.localized_keys import located_fault
from renmin_docs.intake.datafiles.pictures import SEAL, missing_pictures, picture_paths, with_pictures_from
from renmin_docs.intake.datafiles.profiles import layered, missing_template, profile_faults, with_template_from
from renmin_docs.intake.datafiles.reading import read_profile
from renmin_docs.intake.datafiles.recovery import Mended
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.messages.syntax import SYNTAX
from renmin_docs.report.consistency import figure_findings, mention_findings
from renmin_docs.report.models import WorkReport
from renmin_docs.report.names import KNOWN, nearest, words_in
from renmin_docs.report.own_fields import field_texts
from renmin_docs.report.text import character_findings
from renmin_docs.report.texts import PlacedText, items_in, texts_in
from renmin_docs.report.validation.faults import Fault, faults_of
from renmin_docs.report.validation.key_paths import KeyPath, path_in_file, show_path
from renmin_docs.vocabulary import CHECK

if TYPE_CHECKING:
    from renmin_docs.figures import Figure
    from renmin_docs.report.file_keys import CheckSettings
    from renmin_docs.report.index import FigurePlace, IndexEntry

_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_ROUNDS = 80  # of mending: each frees one floor of the report at least
_SETTLED = ("json_constant", *(rule for rule in SYNTAX if rule.startswith("yaml_")))
"""Faults of the file's own language, after which no other fault of the same value is reported."""

_FOLLOWS = {
    "yaml_key_folded": "missing_key",
    "yaml_quote_swallows": "missing_key",
    "yaml_block_swallows": "missing_key",
    "yaml_wide_comma": "table_ragged",
}
"""Slip → the rule that is broken because of it: a key that ended up in a text is not missing."""


def report_of(source: DataSource) -> WorkReport:
    """The report that a source holds, laid over its profile.

    Raises:
        DataFileError: With every fault of both files.
    """
    wrong_in_profile = profile_faults(source)
    data, faults = without_surrogate_keys(layered(source)) if source.has_escapes else (layered(source), [])
    data, more = _with_workbook(source, data)
    faults += more
    data, more = _without_settings(source, data)
    faults += more
    try:
        report = WorkReport.model_validate(data)
    except ValidationError as error:
        faults += faults_of(error, data)
        faults += [*_hidden_faults(data, faults), *_text_faults(data, faults)]
    has_pictures = not faults and bool(picture_paths(report))
    if faults or has_pictures:
        folder, seals = Path(source.subject).parent, Path(source.holder(SEAL).subject).parent
        known = {fault.path for fault in faults}
        faults += [Fault(*found) for found in missing_pictures(data, folder, seals) if found[0] not in known]
    faults += missing_template(source, data)
    _refuse(source, [*wrong_in_profile, *(located_fault(fault, source) for fault in faults)])
    return with_template_from(source, with_pictures_from(folder, report, seals) if has_pictures else report)


def _refuse(source: DataSource, found: list[Finding]) -> None:
    """Raise what was found, each thing once, in the order of the lines: first the report's, then its profile's."""
    every = [*source.findings, *found]
    settled = {(finding.file, finding.place) for finding in every if finding.rule in _SETTLED}
    follow = {(finding.file, _FOLLOWS[finding.rule]) for finding in every if finding.rule in _FOLLOWS}
    own = (*source.findings, *(finding for finding in found if finding.rule in _SETTLED))
    rest = (
        finding
        for finding in found
        if (finding.file, finding.place) not in settled and (finding.file, finding.rule) not in follow
    )
    if findings := dict.fromkeys([*own, *rest]):
        ordered = sorted(findings, key=lambda finding: (finding.file, finding.line or 0))
        raise DataFileError(*ordered, subject=source.subject)


def _with_workbook(source: DataSource, data: Any) -> tuple[Any, list[Fault]]:
    """The data with the figures of its workbook beside those that it declares itself; the source learns their cells."""
    key = "figures_from"
    if key not in data:
        return data, []
    rest = {name: value for name, value in data.items() if name != key}
    declared = rest.get("figures", {})
    from renmin_docs.intake.workbooks.workbook import read_figures
    from renmin_docs.report.file_keys import FiguresFrom

    try:
        book = FiguresFrom.model_validate(data[key])
        found = read_figures(book, Path(source.subject).parent)
    except ValidationError as error:
        return rest, [Fault((key, *fault.path), fault.finding) for fault in faults_of(error, data[key], "FiguresFrom")]
    except DataFileError as error:
        name = Path(error.subject).name
        return rest, [Fault((key, f"{name} {finding.place}".strip()), finding) for finding in error.findings]
    if not isinstance(declared, dict):
        return rest, []
    twice = [
        Fault(("figures", name), Finding("figure_declared_twice", found=name, expected=key))
        for name in declared
        if name in found
    ]
    source.cells = {
        name: f"{Path(book.workbook).name} {cell}" for name, (_, cell) in found.items() if name not in declared
    }
    return {**rest, "figures": {**{name: each.figure for name, each in found.items()}, **declared}}, twice


def settings_of_profile(path: str | PathLike[str]) -> CheckSettings | None:
    """What a profile says to `check`.

    Raises:
        DataFileError: With every fault of the profile.
    """
    profile = read_profile(path)
    over = DataSource({}, beneath=profile)
    if findings := profile_faults(over):
        raise DataFileError(*findings, subject=profile.subject)
    return _settings(profile.data[CHECK]) if CHECK in profile.data else None


def _settings(data: Any) -> CheckSettings:
    from renmin_docs.report.file_keys import CheckSettings  # a model that few files need

    return CheckSettings.model_validate(data)


def _without_settings(source: DataSource, data: Any) -> tuple[Any, list[Fault]]:
    """The data without what they say to `check`, which the source learns."""
    if CHECK not in data:
        return data, []
    rest = {name: value for name, value in data.items() if name != CHECK}
    try:
        source.check = _settings(data[CHECK])
    except ValidationError as error:
        faults = faults_of(error, data[CHECK], "CheckSettings")
        return rest, [Fault((CHECK, *fault.path), fault.finding) for fault in faults]
    return rest, []


def located(finding: Finding, source: DataSource) -> Finding:
    """A finding on the report as one on the file: the file's key path, with its line."""
    if not finding.place:
        return finding
    path = path_in_file(finding.place, layered(source))
    if path[:1] == ("figures",) and (cell := source.cells.get(str(*path[1:2]))):
        path = ("figures_from", cell)
    return located_fault(Fault(path, finding), source)


def figure_index_of(report: WorkReport, source: DataSource) -> list[IndexEntry]:
    """The figure index of a report, its places as the file writes them."""
    data = layered(source)

    def written(place: FigurePlace) -> FigurePlace:
        holder = source.holder(path := path_in_file(place.path, data))
        return replace(place, path=show_path(holder.as_written(path))) if holder.written else place

    return [replace(entry, places=[written(place) for place in entry.places]) for entry in report.figure_index()]


def without_surrogate_keys(data: Any) -> tuple[Any, list[Fault]]:
    """The data without the keys that hold lone surrogates (JSON can write them), of which pydantic can say nothing."""
    faults: list[Fault] = []

    def kept(value: Any, path: KeyPath) -> Any:
        if isinstance(value, list):
            return [kept(item, (*path, index)) for index, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        odd = [key for key in value if _SURROGATE.search(key)]
        faults.extend(Fault(path, finding, (*path, key)) for key in odd for finding in character_findings(key))
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
            faults = [*faults_of(error, mended.data)]
        else:
            return
        yield from (fault for fault in faults if mended.is_news(fault.path, fault.finding))


def _text_faults(data: Any, seen: list[Fault]) -> Iterator[Fault]:
    """Figures that don't add up, and texts that mention unknown ones, in data that is no report yet."""
    figures, unreadable = _figures(data.get("figures"))
    malformed = {fault.path for fault in seen if fault.finding.rule == "placeholder_malformed"}
    fields = data.get("fields")
    own = field_texts(fields) if isinstance(fields, dict) else {}
    in_fields = {**words_in(KNOWN), **figures}
    everything = {**in_fields, **words_in(own), **figures}
    near, near_in_fields = nearest([*figures, *own]), nearest(figures)
    for finding in figure_findings(figures):
        if finding.severity == "error":
            yield Fault(path_in_file(finding.place, data), finding)
    for path, text in texts_in(data):
        known, like = (in_fields, near_in_fields) if path[0] == "fields" else (everything, near)
        for finding in mention_findings(known, [PlacedText("", text)], like):
            if finding.rule != "unknown_figure" or (path not in malformed and finding.found not in unreadable):
                yield Fault(path, finding)
    for path, name in _figures_of_tables(data):
        if name.isidentifier() and name not in figures and name not in unreadable:
            yield Fault(path, Finding("unknown_figure", found=name, expected=near.to(name)))


def _figures_of_tables(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """The names of figures that tables show, each behind its key path."""
    for path, kind, item in items_in(data):
        rows = item.get("figures") if kind == "Table" else ()
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
