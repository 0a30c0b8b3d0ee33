"""A data file as a report, or all that is wrong with it: line, key path, what was found, what would be right."""

from __future__ import annotations

import difflib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from renmin_docs.errors import DataFileError, Finding, RenminDocsError
from renmin_docs.intake.source import DataSource, Path_, read_source, show_path
from renmin_docs.report.consistency import nearest
from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
from renmin_docs.report.text import mentions, quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from pydantic_core import ErrorDetails

_CHAPTER_KEYS = ("achievements", "difficulties", "plans", "others")
_TEXT_KEYS = ("title", "introduction", *_CHAPTER_KEYS, "conclusion")
_PARAGRAPH_KEYS = ("introduction", "body", "conclusion")

_EXPECTED: dict[str, str] = {
    "string": "@text",
    "int": "@integer",
    "bool": "@boolean",
    "date": "@date",
    "datetime": "@date",
    "tuple": "@list",
    "list": "@list",
    "dict": "@mapping",
    "model": "@mapping",
    "union_tag": "@body_item",
}
"""What would be right, by the first word of pydantic's error type."""


def load_report(path: str | PathLike[str]) -> WorkReport:
    """The report in a data file; see `WorkReport.load`."""
    return report_of(read_source(path))


def report_of(source: DataSource) -> WorkReport:
    """The report that a source holds.

    Raises:
        DataFileError: With every fault.
    """
    findings = list(source.findings)
    try:
        report = WorkReport.model_validate(source.data)
    except ValidationError as error:
        findings += [finding for detail in error.errors() for finding in _of_detail(detail, source)]
        findings += _unknown_mentions(source)
    except RenminDocsError as error:
        findings += error.findings
    if findings:
        findings.sort(key=lambda finding: finding.line or 0)
        raise DataFileError(*findings, subject=source.subject)
    return report


def located(finding: Finding, source: DataSource) -> Finding:
    """A finding on the report with the line of its key path in the file."""
    return finding.at(finding.place, source.line_of(_in_file(finding.place, source.data)))


# --- pydantic's errors as findings ------------------------------------------------------------


def _of_detail(detail: ErrorDetails, source: DataSource) -> Iterator[Finding]:
    if detail["type"] == "default_factory_not_called":
        return  # a consequence of another fault, which is named
    path = _path_in(source.data, detail["loc"])
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, RenminDocsError):
        for finding in error.findings:
            yield _placed(finding, path, source)
    else:
        yield _plain(detail, path, source)


def _placed(finding: Finding, path: Path_, source: DataSource) -> Finding:
    """A validator's finding, its own place behind the path of what was validated."""
    inner = finding.place
    place = show_path(path) + ("" if not inner or inner.startswith("[") or not path else ".") + inner
    return finding.at(place, source.line_of(_in_file(place, source.data)))


def _plain(detail: ErrorDetails, path: Path_, source: DataSource) -> Finding:
    kind, value = detail["type"], detail["input"]
    owner, key = show_path(path[:-1]), str(path[-1]) if path else ""
    line = source.line_of(path)
    if kind == "missing":
        return Finding("missing_key", place=owner, found=key, line=line)
    if kind == "extra_forbidden":
        return Finding("unknown_key", place=owner, found=key, expected=_near_keys(path), line=line)
    return Finding("wrong_type", place=show_path(path), found=_shown(value), expected=_right(detail), line=line)


def _right(detail: ErrorDetails) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return str(context["expected"]).replace(" or ", ", ")
    bounds = {name: context[name] for name in ("ge", "le") if name in context}
    if bounds:
        return " ".join(f"{'≥' if name == 'ge' else '≤'} {value}" for name, value in bounds.items())
    for word, token in _EXPECTED.items():
        if detail["type"].startswith(word):
            return token
    return detail["msg"]


def _near_keys(path: Path_) -> str:
    """The keys most like an unknown one, among those that may stand in its place."""
    fields = list(_model_at(path[:-1]).model_fields)
    if _model_at(path[:-1]) is Chapter and path[0] != "others":
        fields.remove("after")
    return "、".join(difflib.get_close_matches(str(path[-1]), fields, n=2, cutoff=0.5) or fields)


def _model_at(path: Path_) -> type[Organization | Point | Chapter | WorkReport]:
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return WorkReport
    return Organization if names[-1] == "organization" else Point if names[-1] == "body" else Chapter


def _shown(value: object) -> str:
    if value is None:
        return "@empty"
    if isinstance(value, dict):
        return "@mapping"
    if isinstance(value, list | tuple):
        return "@list"
    if isinstance(value, str):
        return quote(value)
    return str(value) if isinstance(value, int | Decimal | date) else type(value).__name__


# --- key paths --------------------------------------------------------------------------------


def _path_in(data: Any, loc: tuple[int | str, ...]) -> Path_:
    """pydantic's location as a key path of the file: without tags of unions, without lists it put in."""
    path: list[str | int] = []
    here = data
    for place, part in enumerate(loc):
        if isinstance(here, dict) and isinstance(part, str):
            last = place == len(loc) - 1
            if part in here or last:
                path.append(part)
                here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            path.append(part)
            here = here[part]
        elif here is None and isinstance(part, str):
            path.append(part)
    return tuple(path)


def _in_file(place: str, data: Any) -> Path_:
    """A key path of the report as one of the file: paragraphs that share a text lead to that text."""
    path: list[str | int] = []
    here, key = data, ""
    for part in _parts(place):
        if isinstance(part, int):
            if not isinstance(here, list):
                continue
            index = _item_of_paragraph(here, part) if key in _PARAGRAPH_KEYS else part
        elif isinstance(here, list):  # one chapter, given as a list
            path.append(0)
            here = here[0] if here else None
        step = index if isinstance(part, int) else part
        if isinstance(here, dict) and isinstance(part, str):
            key, here = part, here.get(part)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        path.append(step)
    return tuple(path)


def _parts(place: str) -> Iterator[str | int]:
    for name in place.replace("[", ".[").split("."):
        if name.startswith("["):
            yield int(name[1:-1])
        elif name:
            yield name


def _item_of_paragraph(items: list[Any], paragraph: int) -> int:
    """The item of a body in the file that holds the paragraph of the report."""
    for index, item in enumerate(items):
        paragraph -= item.removesuffix("\n").count("\n") + 1 if isinstance(item, str) else 1
        if paragraph < 0:
            return index
    return len(items) - 1


# --- figures that a broken report mentions ----------------------------------------------------


def _unknown_mentions(source: DataSource) -> Iterator[Finding]:
    """Unknown names in the texts of a file that is no report yet, so that all faults come at once."""
    figures = source.data.get("figures") or {}
    if not isinstance(figures, dict):
        return
    for key in _TEXT_KEYS:
        for path, text in _strings(source.data.get(key), (key,)):
            for mention in mentions(text):
                if mention.name.isidentifier() and mention.name not in figures:
                    near = nearest(mention.name, figures)
                    yield Finding("unknown_figure", show_path(path), mention.name, near, source.line_of(path))


def _strings(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
