"""Numbers typed straight into text: found, and held against the declared figures and one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures import Faulty, Figure, Quantity, scan
from renmin_docs.report.declared import DeclaredQuantities, DeclaredRatios, quantities, says_more
from renmin_docs.report.digit_slips import DigitSlips, pairs
from renmin_docs.report.figure_names import name_before
from renmin_docs.report.ranks import DeclaredRanks
from renmin_docs.report.texts import PlacedText, plain_texts


class TypedNumber(NamedTuple):
    """A figure that stands in the text itself.

    Attributes:
        figure: What it says.
        start: Where it begins in the plain text.
        end: Where it ends.
        plain: The text, with `texts.PLACEHOLDER` for each mention.
        text: The text as it is written, and its place.
    """

    figure: Figure
    start: int
    end: int
    plain: str
    text: PlacedText

    @property
    def printed(self) -> str:
        """As it is written."""
        return self.plain[self.start : self.end]


def typed_numbers(texts: Iterable[PlacedText]) -> Iterator[TypedNumber]:
    """The figures typed into texts, in order; those that mentions print are not among them."""
    for plain, text in plain_texts(texts):
        for hit in scan(plain):
            yield TypedNumber(hit.figure, hit.start, hit.end, plain, text)


def typed_number_findings(
    texts: Sequence[PlacedText], figures: Mapping[str, Figure], year: int = 0
) -> Iterator[Finding]:
    """What is doubtful about typed numbers; one of another year than the report is not the declared figure.

    They nearly say what a declared figure says, or have its digits but for a slip; they are written wrong, or once with
    another hedge.
    """
    declared = _Declared(figures, texts, year)
    hedged: dict[tuple[Decimal, str], TypedNumber] = {}
    for typed in typed_numbers(texts):
        place, figure = typed.text.path, typed.figure
        if isinstance(figure, Faulty):
            yield from (replace(finding, place=place, level="warning") for finding in figure.findings())
        for name in declared.beside(typed):
            rule = "rank_differs" if figure.kind == "rank" else "figure_beside"
            yield Finding(rule, place=place, found=typed.printed, expected=f"{name} = {figures[name]}")
        if isinstance(figure, Quantity) and says_more(figure):
            first = hedged.setdefault((figure.value, figure.unit), typed)
            if figure.hedge != first.figure.hedge and _may_be_one(typed, first):
                expected = f"{first.printed} ({first.text.path})"
                yield Finding("hedges_differ", place=place, found=typed.printed, expected=expected)


def _may_be_one(one: TypedNumber, other: TypedNumber) -> bool:
    """Whether two numbers may count one thing: not where both have nouns that share nothing."""
    first, second = (pairs(name_before(each.plain, each.start, each.end)) for each in (one, other))
    return not first or not second or not first.isdisjoint(second)


class _Declared:
    """The declared figures, each kind by what typed numbers of it are compared with, when the first of them comes."""

    def __init__(self, figures: Mapping[str, Figure], texts: Sequence[PlacedText], year: int) -> None:
        self._figures, self._texts, self._year = figures, texts, year

    @cached_property
    def _counted(self) -> tuple[DeclaredQuantities, DigitSlips]:
        counted = {name: quantities(figure) for name, figure in self._figures.items()}
        return DeclaredQuantities(counted), DigitSlips(counted, self._texts, self._year)

    @cached_property
    def _ranks(self) -> DeclaredRanks:
        return DeclaredRanks(self._figures, self._texts, self._year)

    @cached_property
    def _ratios(self) -> DeclaredRatios:
        return DeclaredRatios(self._figures)

    def beside(self, typed: TypedNumber) -> tuple[str, ...]:
        """The names of those that a typed number nearly says, or says otherwise."""
        figure = typed.figure
        if figure.kind == "rank":
            return self._ranks.beside(typed)
        if figure.kind == "ratio":
            return self._ratios.beside(figure)
        quantity = figure if isinstance(figure, Quantity) else figure.rate
        if quantity is None:
            return ()
        counted, slips = self._counted
        near = counted.beside(quantity)
        return tuple(name for name in near if slips.may_be(typed, name)) or slips.behind(typed)
