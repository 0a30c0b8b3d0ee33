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


_GB2312 = {
    Face.XIAOBIAOSONG: "方正小标宋简体",
    Face.HEITI: "黑体",
    Face.KAITI: "楷体_GB2312",
    Face.FANGSONG: "仿宋_GB2312",
    Face.SONGTI: "宋体",
}
FONT_SETS: dict[str, dict[Face, str]] = {
    "gb2312": _GB2312,
    "plain": {**_GB2312, Face.KAITI: "楷体", Face.FANGSONG: "仿宋"},
    "fangzheng": {
        Face.XIAOBIAOSONG: "方正小标宋_GBK",
        Face.HEITI: "方正黑体_GBK",
        Face.KAITI: "方正楷体_GBK",
        Face.FANGSONG: "方正仿宋_GBK",
        Face.SONGTI: "方正书宋_GBK",
    },
}
"""Font set → face → family name (practice; GB/T 9704 names faces alone, so that no set leaves it).

`gb2312` is what most offices ask for; its cuts hold 6,763 characters. `plain` is what Windows and WPS bring: over
20,000, rare names too. `fangzheng` is one foundry's, as many, to be installed: offices that print all their
documents in it name the _GBK cuts.
"""

_FAMILIES = (
    ("方正小标宋简体", "宋体", "FZXBSJW"),
    ("仿宋_GB2312", "仿宋", "FangSong_GB2312"),
    ("楷体_GB2312", "楷体", "KaiTi_GB2312"),
    ("黑体", "SimHei", "SimHei"),
    ("宋体", "SimSun", "SimSun"),
    ("仿宋", "FangSong", "FangSong"),
    ("楷体", "KaiTi", "KaiTi"),
    ("方正小标宋_GBK", "方正小标宋简体", "FZXBSK"),
    ("方正黑体_GBK", "黑体", "FZHTK"),
    ("方正楷体_GBK", "楷体", "FZKTK"),
    ("方正仿宋_GBK", "仿宋", "FZFSK"),
    ("方正书宋_GBK", "宋体", "FZSSK"),
)
ALTERNATIVES: dict[str, str] = {family: other for family, other, _ in _FAMILIES}
"""Family → what Word takes (`w:altName`) where the family is missing.

One name each: ECMA-376 has a list with commas, but Word takes the whole for one name (MS-OI29500, 2.1.262).
"""
POSTSCRIPT: dict[str, str] = {family: begin for family, _, begin in _FAMILIES}
"""Family → how the name begins by which a PDF names it (PostScript)."""

_OTHER_NAMES: dict[Face, tuple[str, ...]] = {
    Face.XIAOBIAOSONG: ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋", "小标宋体", "汉仪小标宋简"),
    Face.HEITI: ("SimHei", "华文黑体", "STHeiti"),
    Face.KAITI: ("KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti"),
    Face.FANGSONG: ("FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong"),
    Face.SONGTI: ("SimSun", "NSimSun", "新宋体", "华文宋体", "STSong"),
}
"""Further names of families, as Word and WPS write them in one language or another."""

FACES: dict[str, Face] = {
    **{family.lower(): face for families in FONT_SETS.values() for face, family in families.items()},
    **{family.lower(): face for face, families in _OTHER_NAMES.items() for family in families},
}
"""Name of a family in small letters → the kind of type that it is."""

_TELLING = (Face.XIAOBIAOSONG, Face.FANGSONG, Face.KAITI, Face.HEITI, Face.SONGTI)
"""Faces in whose families' names their own stands (方正仿宋简体, 汉仪楷体), the longer name first."""


def face_of(family: str) -> Face | None:
    """The kind of type that a family is; None where it is of another kind, or its name does not show it.

    >>> face_of("仿宋_GB2312"), face_of("汉仪楷体简"), face_of("微软雅黑")
    (<Face.FANGSONG: '仿宋'>, <Face.KAITI: '楷体'>, None)
    """
    return FACES.get(family.lower()) or next((face for face in _TELLING if face in family), None)
