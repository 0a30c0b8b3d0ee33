"""What a text may mention by a name in braces: figures, the report's own fields, and names that every report has.

Of one name a figure goes before a field (the report refuses to have both), and a field before a name of every report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from renmin_docs.errors import FigureError, Finding
from renmin_docs.messages.suggestions import Nearest
from renmin_docs.report.own_fields import field_texts
from renmin_docs.report.periods import next_period
from renmin_docs.report.text import Mention, Tokens, fill
from renmin_docs.vocabulary import both_spellings
from renmin_docs.vocabulary.key import STAND_IN

if TYPE_CHECKING:
    from renmin_docs.figures import Figure
    from renmin_docs.report.models import Organization, WorkReport


class Named(Protocol):
    """What has the names of a report: a report, or the parts that one is made from."""

    @property
    def organization(self) -> Organization:
        """Who reports."""

    @property
    def year(self) -> int:
        """The year reported on."""

    @property
    def period(self) -> str:
        """The period."""


OF_REPORT: dict[str, Callable[[Named], str]] = {
    "organization": lambda report: report.organization.name,
    "issuer": lambda report: report.organization.issuer,
    "year": lambda report: str(report.year),
    "period": lambda report: report.period,
    "next_period": lambda report: next_period(report.period),
}
"""The names that every report has, in English."""
KNOWN = both_spellings(OF_REPORT)
"""The same in both spellings → the English one."""

_LISTED = 8


class Word(NamedTuple):
    """A text that others mention, with what the tokens in it print; it has no styles."""

    text: str = ""
    tokens: Tokens | None = None

    def __format__(self, style: str) -> str:
        if style:
            raise FigureError(Finding("word_style", found=style))
        return self.text if self.tokens is None else fill(self.text, self.tokens)


Mentionable: TypeAlias = "Figure | Word"


def names_of(report: Named) -> dict[str, str]:
    """The names that every report has, in both spellings, with what each prints."""
    values = {name: get(report) for name, get in OF_REPORT.items()}
    return {name: values[english] for name, english in KNOWN.items()}


def mentionable(report: WorkReport) -> dict[str, Mentionable]:
    """All that a text of the report may mention, by its name."""
    base = mentionable_in_fields(report)
    tokens = Tokens(lambda mention: format(base[mention.name], mention.style))
    words = {name: Word(text, tokens) for name, text in field_texts(report.fields).items()}
    return {**base, **words, **report.figures}


def words_in(names: Iterable[str]) -> dict[str, Mentionable]:
    """Names for data that are no report yet, which print nothing."""
    return dict.fromkeys(names, Word(STAND_IN))


def nearest(own: Iterable[str]) -> Nearest:
    """Suggestions for a wrong name: any that is like it, else some of the report's own names."""
    names = [*own]
    return Nearest([*names, *KNOWN], listed=min(_LISTED, len(names)))


def written(report: WorkReport) -> Tokens:
    """What each token of a report's texts prints."""
    figures: Mapping[str, Figure] = report.figures

    def write(mention: Mention) -> str:
        figure = figures.get(mention.name)
        return format(mentionable(report)[mention.name] if figure is None else figure, mention.style)

    return Tokens(write)


def filled_fields(report: WorkReport) -> dict[str, Any]:
    """The report's fields with all that their texts mention written out."""
    base = mentionable_in_fields(report)
    tokens = Tokens(lambda mention: format(base[mention.name], mention.style))

    def filled(value: Any) -> Any:
        if isinstance(value, str):
            return fill(value, tokens)
        if isinstance(value, dict):
            return {name: filled(inner) for name, inner in value.items()}
        return [*map(filled, value)]

    return {name: filled(value) for name, value in report.fields.items()}


def mentionable_in_fields(report: WorkReport) -> dict[str, Mentionable]:
    """What a field's text may mention: no other field, so that none is mentioned in itself."""
    return {**{name: Word(text) for name, text in names_of(report).items()}, **report.figures}
