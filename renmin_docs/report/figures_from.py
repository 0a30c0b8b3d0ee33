"""The key `figures_from` of data files: a workbook that figures come from. `intake` reads it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from renmin_docs.report.fields import Model

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
