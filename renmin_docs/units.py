"""Lengths as a type, so that millimetres, points and twips can't be mixed up.

A `Length` is a whole number of English Metric Units (EMU), the finest unit of Office Open XML:
1 mm = 36,000 EMU, 1 pt = 12,700 EMU, 1 twip = 635 EMU.
"""

from __future__ import annotations

_EMU_PER_MM = 36_000
_EMU_PER_PT = 12_700
_EMU_PER_TWIP = 635

_HAO_IN_POINTS = {"初号": 42, "一号": 26, "二号": 22, "三号": 16, "四号": 14, "小四": 12, "五号": 10.5}


class Length(int):
    """A length in EMU, readable in the units that WordprocessingML and people use."""

    __slots__ = ()

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / _EMU_PER_MM

    @property
    def pt(self) -> float:
        """The length in points."""
        return self / _EMU_PER_PT

    @property
    def twips(self) -> int:
        """The length in twips (twentieths of a point), as `w:pgMar` and `w:ind` want it."""
        return round(self / _EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        """The length in half-points, as `w:sz` wants it."""
        return round(self * 2 / _EMU_PER_PT)

    @property
    def eighth_points(self) -> int:
        """The length in eighths of a point, as the `w:sz` of a border wants it."""
        return round(self * 8 / _EMU_PER_PT)


def Mm(value: float) -> Length:  # noqa: N802 - reads as the unit it is
    """A length given in millimetres."""
    return Length(round(value * _EMU_PER_MM))


def Pt(value: float) -> Length:  # noqa: N802
    """A length given in points."""
    return Length(round(value * _EMU_PER_PT))


def Twips(value: int) -> Length:  # noqa: N802
    """A length given in twips."""
    return Length(value * _EMU_PER_TWIP)


def Hao(name: str) -> Length:  # noqa: N802
    """A Chinese type size by its name.

    >>> Hao("三号").pt
    16.0
    """
    return Pt(_HAO_IN_POINTS[name])
