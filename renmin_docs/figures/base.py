"""The common base of all figures: what they can be asked, and how they print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import ValidationError

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.tables import HEDGES, NO_HEDGE, Hedge
from renmin_docs.frozen import Frozen, RefusedFigureError

if TYPE_CHECKING:
    from renmin_docs.figures.quantity import Quantity

Writers = Mapping[str, Callable[[str], str]]

_COMPUTED = ("_shown", "_text", "_change", "_doubt")
"""What a frozen figure remembers of itself, beside its fields."""


class Figure(Frozen):
    """A quantity of a report: a value with a unit, as it is printed.

    `str(figure)` is the printed form, `format(figure, style)` the printed form in a style.

    Attributes:
        value: The number in base units (9.75亿元 → 975000000, 10.67% → 0.1067); several for a span or a ratio; None
            where it is not known.
        unit: What is counted; empty for a bare number.
        hedge: The hedging word, or nothing.
        kind: What sort of figure it is, for sheets: figure, rank, ratio or fraction.
        is_phrase: Whether its text is no number with a unit behind it, and stands whole in the cell of a table.
    """

    REFUSED_BY = RefusedFigureError

    kind: ClassVar[str] = "figure"
    is_phrase: ClassVar[bool] = False

    if TYPE_CHECKING:
        # fields of some kinds and properties of others, which pydantic must not see here
        @property
        def value(self) -> Decimal | tuple[Decimal, ...] | None:
            """The number in base units."""

        @property
        def unit(self) -> str:
            """What is counted."""

        @property
        def hedge(self) -> str:
            """The hedging word."""

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The value as a tuple: two for a span, each term of a ratio, none where it is unknown."""
        value = self.value
        return () if value is None else value if isinstance(value, tuple) else (value,)

    @property
    def hedge_row(self) -> Hedge:
        """What the hedge says, as a row of `tables.HEDGES`."""
        return HEDGES.get(self.hedge, NO_HEDGE)

    @property
    def rate(self) -> Quantity | None:
        """The rate in digits that it prints or stands for; None for a figure that is none, and for a plain number."""
        return None

    @property
    def plain(self) -> str:
        """The value as text, for programs and sheets; empty where it is unknown."""
        return "～".join(f"{value:f}" for value in self.values)

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles in which this figure can be printed, besides the plain one."""
        return tuple(self.writers())

    def as_printed(self) -> Figure:
        """The figure that a reader gets from what is printed: `parse(str(figure))`."""
        return self

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong within this figure: parts against total, a stated rate against its two values."""
        return ()

    def writers(self) -> Writers:
        """The styles, each with what writes the figure in it; a writer takes the style."""
        return {}

    @classmethod
    def _findings_of(cls, error: ValidationError, _data: Any, /) -> list[Finding]:
        return findings_of(error)

    def __copy__(self) -> Self:
        """A copy that remembers no printed form: what it is made of may be changed."""
        copied = super().__copy__()
        for name in _COMPUTED:
            copied.__dict__.pop(name, None)
        return copied

    def __str__(self) -> str:
        raise NotImplementedError

    def __format__(self, style: str) -> str:
        if not style:
            return str(self)
        writer = self.writers().get(style)
        if writer is None:
            raise FigureError(Finding("unknown_style", found=style, expected="、".join(self.styles)))
        return writer(style)


class Unhedged(Figure):
    """A figure that takes no hedge."""

    hedge: ClassVar[str] = ""


class Unvalued(Unhedged):
    """A figure that stands for a number which is not there, and is not guessed at: its value is None."""

    value: ClassVar[None] = None
    unit: ClassVar[str] = ""


class Between(Unhedged):
    """A figure with two ends of one unit."""

    first: Figure
    last: Figure

    @property
    def value(self) -> tuple[Decimal, ...]:
        """The values of both ends, in base units."""
        return self.first.values + self.last.values

    @property
    def unit(self) -> str:
        """The unit of the last end."""
        return self.last.unit


FigureT = TypeVar("FigureT", bound=Figure)


def built(kind: type[FigureT], **fields: Any) -> FigureT:
    """A figure of that kind; what its validators refuse comes out as one FigureError."""
    try:
        figure: FigureT = kind.__pydantic_validator__.validate_python(fields)
    except ValidationError as error:
        raise FigureError(*findings_of(error)) from None
    return figure


def refuse(findings: Iterable[Finding]) -> None:
    """Refuse a figure with which something is wrong.

    Raises:
        FigureError: Something is.
    """
    if found := [*findings]:
        raise FigureError(*found)


def only_hedge(text: str, *words: str | None) -> str:
    """The one hedge of a text among the words that were found in it; empty without any.

    Raises:
        FigureError: There are several.
    """
    found = [word for word in words if word]
    if len(found) > 1:
        right = "、".join(text.replace(word, "", 1) for word in reversed(found))
        raise FigureError(Finding("hedges_stacked", found=text, expected=right))
    return "".join(found)


def findings_of(error: ValidationError) -> list[Finding]:
    """Our own findings out of pydantic's error; what pydantic itself refuses becomes one too."""
    findings: list[Finding] = []
    for fault in error.errors(include_url=False):
        cause = fault.get("ctx", {}).get("error")
        if isinstance(cause, FigureError):
            findings += cause.findings
        else:
            findings.append(Finding("invalid_value", found=f"{fault['loc'][-1]}: {fault['msg']}"))
    return findings
