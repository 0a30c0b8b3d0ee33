"""Numbers typed straight into text: found, and held against the declared figures and one another."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures import Breakdown, Change, Quantity, Share, scan
from renmin_docs.figures.tables import RATES, SCALES
from renmin_docs.report.text import Tokens, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from renmin_docs.figures import Figure
    from renmin_docs.report.text import Mention
    from renmin_docs.report.walk import PlacedText

_BLANK = "\n"
"""Stands for a placeholder while text is scanned: no figure reaches over it."""
_DIGITS = re.compile(r"[0-9][0-9.,:/—～~-]*(?:[年月日时分%‰]|[0-9.,:/—～~-])*", re.ASCII)


class Loose(NamedTuple):
    """A number that stands in the text itself.

    Attributes:
        printed: As it is written.
        figure: What it says; None where that is not understood (a date, a code).
        text: Where it stands.
    """

    printed: str
    figure: Figure | None
    text: PlacedText


def loose_numbers(texts: Iterable[PlacedText]) -> Iterator[Loose]:
    """The numbers of the texts in order; those that mentions print are not among them."""
    blanks = Tokens(_blank)
    for text in texts:
        plain = fill(text.text, blanks)
        hits = [(hit.start, hit.end, hit.figure) for hit in scan(plain)]
        spans = [(match.start(), match.end(), None) for match in _DIGITS.finditer(plain)]
        rest = [span for span in spans if not any(start < span[1] and span[0] < end for start, end, _ in hits)]
        for start, end, figure in sorted([*hits, *rest], key=lambda found: found[0]):
            yield Loose(plain[start:end].rstrip(".,:/—～~-"), figure, text)


def loose_findings(texts: Iterable[PlacedText], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Typed numbers that nearly say what a declared figure says, or the same with another hedge."""
    declared = _by_unit(figures)
    hedged: dict[tuple[Decimal, str], tuple[str, str]] = {}
    for loose in loose_numbers(texts):
        if isinstance(loose.figure, Quantity):
            place, printed = loose.text.path, loose.printed
            for name, quantity in declared[loose.figure.unit]:
                if _nearly(loose.figure, quantity) or _hedged_otherwise(loose.figure, quantity):
                    beside = f"{name} = {figures[name]}"
                    yield Finding("figure_beside", place=place, found=printed, expected=beside)
            if _says_more(loose.figure):
                key = (loose.figure.value, loose.figure.unit)
                hedge, first = hedged.setdefault(key, (loose.figure.hedge, f"{printed} ({place})"))
                if hedge != loose.figure.hedge:
                    yield Finding("hedges_differ", place=place, found=printed, expected=first)


def _by_unit(figures: Mapping[str, Figure]) -> defaultdict[str, list[tuple[str, Quantity]]]:
    """The declared quantities with their names, by what they count."""
    declared: defaultdict[str, list[tuple[str, Quantity]]] = defaultdict(list)
    for name, figure in figures.items():
        for quantity in quantities(figure):
            declared[quantity.unit].append((name, quantity))
    return declared


def quantities(figure: Figure) -> tuple[Quantity, ...]:
    """The single quantities that a figure can print."""
    if isinstance(figure, Quantity):
        return (figure, *((figure.change,) if figure.change else ()))
    if isinstance(figure, Breakdown):
        return tuple(part for inner in (figure.total, *figure.parts.values()) for part in quantities(inner))
    if isinstance(figure, Change | Share):
        return (figure.rate,)
    return ()


def _nearly(typed: Quantity, declared: Quantity) -> bool:
    """Whether two quantities of one unit differ by less than the coarser of them shows."""
    if typed.value in (declared.value, declared.as_printed().value):
        return False
    return abs(typed.value - declared.value) < max(_precision(typed), _precision(declared))


def _hedged_otherwise(typed: Quantity, declared: Quantity) -> bool:
    """Whether they say the same number, each with a hedge, and not the same hedge."""
    same = typed.value == declared.as_printed().value
    return same and _says_more(typed) and _says_more(declared) and typed.hedge != declared.hedge


def _says_more(quantity: Quantity) -> bool:
    """Whether it has a hedge that says something of the value; 达 only says that it was reached."""
    return bool(quantity.hedge) and quantity.hedge_row.bound != "reached"


def _precision(quantity: Quantity) -> Decimal:
    """What one in the last printed place is worth, in base units."""
    shown = quantity.shown()
    return SCALES[shown.scale] * RATES.get(quantity.unit, 1) * SCALES[""].scaleb(-shown.places)


def _blank(_: Mention) -> str:
    return _BLANK
