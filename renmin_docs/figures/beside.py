"""Texts and units that stand beside one another: in two keys of a data file, in two cells of a sheet."""

from __future__ import annotations

from renmin_docs.errors import FigureError
from renmin_docs.figures.base import Figure
from renmin_docs.figures.notation import parse
from renmin_docs.figures.pieces import normal
from renmin_docs.figures.tables import UNIT_ALIASES


def parse_beside(text: str, unit: str) -> Figure:
    """The figure that a text writes beside a unit: 两百 beside 户 is 两百户; one with a unit of its own stays as it is.

    Raises:
        FigureError: The text is no figure, alone or with the unit.
    """
    try:
        return parse(text)
    except FigureError as alone:
        if not unit:
            raise
        try:
            return parse(text + unit)
        except FigureError as together:
            is_clear = any(finding.rule == "numeral_form" for finding in together.findings)
            raise (together if is_clear else alone) from None


def plain_unit(text: str) -> str:
    """A unit as the library knows it: half-width, without blanks, by the name that is printed.

    >>> plain_unit(" ％"), plain_unit("百分点"), plain_unit("亿 元")
    ('%', '个百分点', '亿元')
    """
    unit = normal(text)
    return UNIT_ALIASES.get(unit, unit)
