"""Numbers typed straight into text: found, and held against the declared figures and one another."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from renmin_docs.errors import Finding
from renmin_docs.figures import Quantity, scan
from renmin_docs.report.declared import DeclaredQuantities, says_more
from renmin_docs.report.text import Tokens, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from renmin_docs.figures import Figure
    from renmin_docs.report.text import Mention
    from renmin_docs.report.texts import PlacedText

_Span: TypeAlias = "tuple[int, int, Figure | None]"
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
        hits: list[_Span] = [(hit.start, hit.end, hit.figure) for hit in scan(plain)]
        spans: list[_Span] = [(match.start(), match.end(), None) for match in _DIGITS.finditer(plain)]
        rest = [span for span in spans if not _touches(hits, span)]
        for start, end, figure in sorted([*hits, *rest], key=lambda found: found[0]):
            yield Loose(plain[start:end].rstrip(".,:/—～~-"), figure, text)


def loose_findings(texts: Iterable[PlacedText], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Typed numbers that nearly say what a declared figure says, or the same with another hedge."""
    declared = DeclaredQuantities(figures)
    hedged: dict[tuple[Decimal, str], tuple[str, str]] = {}
    for loose in loose_numbers(texts):
        if isinstance(loose.figure, Quantity):
            place, printed = loose.text.path, loose.printed
            for name in declared.beside(loose.figure):
                yield Finding("figure_beside", place=place, found=printed, expected=f"{name} = {figures[name]}")
            if says_more(loose.figure):
                key = (loose.figure.value, loose.figure.unit)
                hedge, first = hedged.setdefault(key, (loose.figure.hedge, f"{printed} ({place})"))
                if hedge != loose.figure.hedge:
                    yield Finding("hedges_differ", place=place, found=printed, expected=first)


def _touches(hits: list[_Span], span: _Span) -> bool:
    """Whether a span shares characters with a hit; the hits stand in their order and share none."""
    before = bisect_left(hits, span[1], key=itemgetter(0)) - 1
    return before >= 0 and hits[before][1] > span[0]


def _blank(_: Mention) -> str:
    return _BLANK
