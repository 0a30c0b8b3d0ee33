"""The keys that a data file may have and a report has not: where figures come from, and the profile beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import Field

from renmin_docs.report.fields import Model

if TYPE_CHECKING:
    from pydantic.config import JsonDict

Column: TypeAlias = Literal["name", "value", "unit", "previous"]

HEADINGS: dict[Column, str] = {"name": "指标", "value": "本年", "unit": "单位", "previous": "上年"}
"""The headings that the columns have where a data file names no others."""


class FiguresFrom(Model):
    """A workbook that figures come from: one row a figure, in columns that the sheet's first row names."""

    workbook: str
    """Path of the .xlsx, from the report file's folder."""
    sheet: str = ""
    """Name of the sheet; the first one where it is missing."""
    columns: dict[Column, str] = Field(default_factory=dict)
    """Headings of the columns where they are not 指标, 本年, 单位, 上年."""


PROFILE = "profile"
"""The key that names the profile of a report."""
_PROFILE = "Path of the profile that lies under this report, from this file's folder."


def with_file_keys(schema: JsonDict) -> None:
    """Add these keys to the JSON Schema of a report."""
    properties = schema["properties"]
    if isinstance(properties, dict):
        properties["figures_from"] = FiguresFrom.model_json_schema()
        properties[PROFILE] = {"type": "string", "title": "Profile", "description": _PROFILE}
