"""The keys that a data file may have and a report has not: where figures come from, what `check` does, the profile."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field
from pydantic.config import JsonDict

from renmin_docs.frozen import NOTHING
from renmin_docs.report.fields import Model, Name, Names, PlainLine
from renmin_docs.report.figure_rows import FigureColumn  # pydantic reads it at run time
from renmin_docs.vocabulary import CHECK, PROFILE


class FiguresFrom(Model):
    """A workbook that figures come from: one row a figure, in columns that the sheet's first row names."""

    workbook: str
    """Path of the .xlsx, from the report file's folder."""
    sheet: str = ""
    """Name of the sheet; the first one where it is missing."""
    columns: dict[FigureColumn, str] = Field(default_factory=dict)
    """Headings of the columns where they are not 指标, 本年, 单位, 上年."""


class CheckWord(Model):
    """A word that an office wants to be looked for."""

    wrong: Name
    """The word as it must not stand."""
    right: PlainLine = ""
    """What would be right."""
    level: Literal["error", "warning", "notice"] = "warning"
    """How grave it is."""


class CheckSettings(Model):
    """What `check` looks for in this report, or in all reports of an office."""

    select: Names = NOTHING
    """The only rules to apply, by their identifiers or the letters of groups."""
    ignore: Names = NOTHING
    """The rules that are not applied."""
    words: tuple[CheckWord, ...] = ()
    """Words of the office's own that are looked for."""


_PROFILE = "Path of the profile that lies under this report, from this file's folder."


def with_file_keys(schema: JsonDict) -> None:
    """Add these keys to the JSON Schema of a report."""
    properties = schema["properties"]
    if isinstance(properties, dict):
        properties["figures_from"] = FiguresFrom.model_json_schema()
        properties[CHECK] = _whole(CheckSettings.model_json_schema())
        properties[PROFILE] = {"type": "string", "title": "Profile", "description": _PROFILE}


def _whole(schema: dict[str, Any]) -> JsonDict:
    """A schema with what it refers to in the place of the references: within another one they would lead nowhere."""
    parts = schema.pop("$defs", {})

    def resolved(node: Any) -> Any:
        if isinstance(node, list):
            return [resolved(each) for each in node]
        if not isinstance(node, dict):
            return node
        name = node.get("$ref", "").removeprefix("#/$defs/")
        return resolved(parts[name]) if name else {key: resolved(value) for key, value in node.items()}

    made: JsonDict = resolved(schema)
    return made
