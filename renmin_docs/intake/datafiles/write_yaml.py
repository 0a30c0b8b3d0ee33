"""A report as a data file, YAML or JSON: what `WorkReport.load` reads as the same report.

Only what differs from the defaults is written, every text in one line, with the comments
that the caller gives.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from renmin_docs.intake.datafiles.own_data import own_data
from renmin_docs.intake.datafiles.yaml_text import to_yaml
from renmin_docs.vocabulary import Spelling, keys_with

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.models import WorkReport

_PARAGRAPHS, _CHAPTERS, _FIELDS = keys_with("paragraphs"), keys_with("chapters"), keys_with("fields")
_FIRST = (
    *("profile", "organization", "year", "period", "issue_date", "title", "marks"),
    *("name", "issuer", "heading", "lead", "after", "series", "inline"),
)
_APART = {"figures", *_FIELDS, *_PARAGRAPHS, *_CHAPTERS}
"""Keys before which a blank line stands."""
_ALONE = {"columns": "heading", "figures": "name"}
"""Lists whose items may be texts: what such a text is of a mapping."""


def report_to_yaml(
    report: WorkReport,
    comments: Mapping[str, str] | None = None,
    *,
    keys: Spelling = "en",
    source: DataSource | None = None,
    folder: str | PathLike[str] | None = None,
) -> str:
    """The data file of a report.

    Args:
        report: The report.
        comments: Key path in English (`plans.body[1]`), as the file has it, → the comment before it; the empty path
            for the file's head.
        keys: The spelling of keys, and of the words that stand as values.
        source: The data file that the report comes from: its profile stays beneath.
        folder: Where the file will stand: paths in it count from there. By default absolute ones stay as they are.
    """
    return to_yaml(report_data(report, source, folder), comments or {}, _APART, keys)


def report_to_json(report: WorkReport, folder: str | PathLike[str] | None = None) -> str:
    """The same in JSON, which has English keys and no comments."""
    return json.dumps(report_data(report, folder=folder), ensure_ascii=False, indent=2, default=str) + "\n"


def report_data(
    report: WorkReport, source: DataSource | None = None, folder: str | PathLike[str] | None = None
) -> dict[str, Any]:
    """The report as plain values, in the shortest form that a data file has for them; see `report_to_yaml`."""
    data = own_data(report, source, folder)
    return {key: _as_lists(data[key]) if key in _FIELDS else _short(key, data[key]) for key in sorted(data, key=_rank)}


def _rank(key: str) -> int:
    """Where a key stands: short ones that say what the rest is first, the long body last, others as they come."""
    return _FIRST.index(key) if key in _FIRST else len(_FIRST) + (key == "body")


def _short(key: str, value: Any) -> Any:
    """A value in its short form: what may stand alone or in a list of one, alone."""
    if isinstance(value, dict):
        return {inner: _short(inner, value[inner]) for inner in sorted(value, key=_rank)}
    if not isinstance(value, list | tuple):
        return value
    if len(value) == 1 and (key in _CHAPTERS or (key in _PARAGRAPHS and isinstance(value[0], str))):
        return _short("", value[0])
    return [_alone(_short("", item), _ALONE.get(key, "")) for item in value]


def _as_lists(value: Any) -> Any:
    """Fields as a file has them: in their order, nothing of them in a shorter form."""
    if isinstance(value, dict):
        return {name: _as_lists(inner) for name, inner in value.items()}
    return [*map(_as_lists, value)] if isinstance(value, tuple) else value


def _alone(item: Any, key: str) -> Any:
    """An item of a list; of a mapping that has this key alone, what stands under it."""
    return item[key] if isinstance(item, dict) and [*item] == [key] else item
