"""What attributes of untrusted XML hold: whole numbers, lengths, switches.

Python's own `int` and `float` take `1_0`, `１` and `nan`, and raise at thousands of digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.patterns import lazy
from renmin_docs.units import Length, Mm, Pt, Twips

if TYPE_CHECKING:
    from lxml.etree import _Element

_VAL = w("val")
_WHOLE = lazy("[-+]?[0-9]{1,9}")
_MEASURE = lazy(r"(-?[0-9]{1,9}(?:\.[0-9]{1,20})?)(mm|cm|in|pt|pc|pi)?")
_UNITS = {"mm": Mm(1), "cm": Mm(10), "in": Mm(25.4), "pt": Pt(1), "pc": Pt(12), "pi": Pt(12), None: Twips(1)}
ON, _OFF = ("1", "true", "on"), ("0", "false", "off", "none")


def value(element: _Element | None, name: str, attribute: str = "val") -> str:
    """An attribute of a child; empty where there is no such element, no such child, or none with that attribute."""
    child = None if element is None else element.find(w(name))
    return "" if child is None else child.get(w(attribute), "")


def is_on(element: _Element | None) -> bool:
    """Whether a switch is there and is not switched off."""
    return element is not None and element.get(_VAL, "1").lower() not in _OFF


def whole(text: str | None, otherwise: int = 0) -> int:
    """The whole number in an attribute.

    Args:
        text: The attribute; None where it is missing.
        otherwise: What holds where it is no number, or one of more digits than a document can mean.

    >>> whole("12"), whole(" -3 "), whole("9" * 5000), whole("zwei", 1)
    (12, -3, 0, 1)
    """
    digits = (text or "").strip()
    return int(digits) if _WHOLE().fullmatch(digits) else otherwise


def measure(text: str | None) -> Length | None:
    """A length as attributes have it: in twips, or with a unit (ECMA-376-1, 22.9.2.15). None where it is none.

    >>> measure("567").twips, round(measure("21cm").mm)
    (567, 210)
    """
    match = _MEASURE().fullmatch(text or "")
    return Length(round(float(match[1]) * _UNITS[match[2]])) if match else None
