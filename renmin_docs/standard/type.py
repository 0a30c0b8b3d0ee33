"""Faces and sizes: which kind of type each element takes, and which families print it.

GB/T 9704 names kinds of type (仿宋, 黑体 …); family names are what offices have installed.
"""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    """The kinds of type that the standard names."""

    XIAOBIAOSONG = "小标宋"
    HEITI = "黑体"
    KAITI = "楷体"
    FANGSONG = "仿宋"
    SONGTI = "宋体"


FONT_SETS: dict[str, dict[Face, str]] = {
    "gb2312": {
        Face.XIAOBIAOSONG: "方正小标宋简体",
        Face.HEITI: "黑体",
        Face.KAITI: "楷体_GB2312",
        Face.FANGSONG: "仿宋_GB2312",
        Face.SONGTI: "宋体",
    },
}
"""Font set → face → family name. `gb2312` is what most offices ask for (practice)."""

ALTERNATIVES: dict[str, str] = {
    "方正小标宋简体": "宋体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""Family → what Word takes (`w:altName`) where the family is missing."""
