"""Numbers with steps in them, 3亿4500万 and 1千3百万: what they add up to, and the scale that writes it."""

from __future__ import annotations

import re
from decimal import Decimal

from renmin_docs.figures.arithmetic import CONTEXT, MOST_PLACES, exact, places_of, tidy
from renmin_docs.figures.pieces import NUMBER, STEPS, plain_number
from renmin_docs.figures.tables import SCALES

_REST = re.compile("[十百千万亿]([0-9]+)$")
_STEP = re.compile(rf"(?P<number>{NUMBER})?个?(?P<step>[十百千万亿])")


def mixed_value(text: str) -> Decimal:
    """What a number with steps in it adds up to.

    >>> mixed_value("3亿4500万"), mixed_value("1千3百万"), mixed_value("3万2000")
    (Decimal('345000000'), Decimal('13000000'), Decimal('32000'))
    """
    total = section = Decimal(0)
    for match in _STEP.finditer(text):
        number = exact(plain_number(match["number"])) if match["number"] else None
        step = Decimal(STEPS[match["step"]])
        if step < 10**4:
            section = CONTEXT.add(section, CONTEXT.multiply(number or Decimal(1), step))
        else:
            section = CONTEXT.add(section, number or Decimal(0))
            total, section = CONTEXT.add(total, CONTEXT.multiply(section, step)), Decimal(0)
    rest = _REST.search(text)
    return tidy(CONTEXT.add(CONTEXT.add(total, section), Decimal(rest[1]) if rest else Decimal(0)))


def fitting_scale(value: Decimal) -> str:
    """The largest scale that writes the value in two places; the smaller the number, the more it takes.

    >>> fitting_scale(Decimal(345_000_000)), fitting_scale(Decimal(4000))
    ('亿', '')
    """
    for scale in ("亿", "万"):
        number = CONTEXT.divide(value, SCALES[scale])
        if number >= 1 and places_of(number) <= MOST_PLACES:
            return scale
    return ""
