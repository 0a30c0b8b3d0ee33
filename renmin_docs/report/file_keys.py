"""The keys that a data file may have and a report has not: where figures come from, and the profile beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.report.figures_from import FiguresFrom

if TYPE_CHECKING:
    from pydantic.config import JsonDict

PROFILE = "profile"
"""The key that names the profile of a report."""
_PROFILE = "Path of the profile that lies under this report, from this file's folder."


def with_file_keys(schema: JsonDict) -> None:
    """Add these keys to the JSON Schema of a report."""
    properties = schema["properties"]
    if isinstance(properties, dict):
        properties["figures_from"] = FiguresFrom.model_json_schema()
        properties[PROFILE] = {"type": "string", "title": "Profile", "description": _PROFILE}
