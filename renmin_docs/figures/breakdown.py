"""A total and its parts: 7家，其中商贸业4家、服务业3家."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from pydantic import SerializeAsAny, model_validator

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.base import Figure, Writers
from renmin_docs.figures.sums import sum_findings


class Breakdown(Figure):
    """A total with its parts. It is built also where they disagree; `findings()` says so.

    Attributes:
        total: The total; it is what prints where no style is named.
        parts: The parts by name, in printed order.
        partial: Whether the parts are only some of it.
    """

    total: SerializeAsAny[Figure]
    parts: dict[str, SerializeAsAny[Figure]]
    partial: bool = False

    @property
    def value(self) -> Decimal | tuple[Decimal, ...] | None:
        """The total's value."""
        return self.total.value

    @property
    def unit(self) -> str:
        """The total's unit."""
        return self.total.unit

    @property
    def hedge(self) -> str:
        """The total's hedge."""
        return self.total.hedge

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.parts or not all(name.strip() for name in self.parts):
            raise FigureError(Finding("parts_missing", found=str(self.total), expected="商贸业: 4家"))
        return self

    def as_printed(self) -> Figure:
        """The total as it is printed; its parts are printed by the style 其中 alone."""
        return self.total.as_printed()

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the sum, the total or a part."""
        inner = [finding for figure in (self.total, *self.parts.values()) for finding in figure.findings()]
        return (*sum_findings(self.total, tuple(self.parts.values()), partial=self.partial), *inner)

    def __hash__(self) -> int:
        return hash((self.total, tuple(self.parts.items()), self.partial))

    def __str__(self) -> str:
        return str(self.total)

    def writers(self) -> Writers:
        """其中, and the styles of the total."""
        return {"其中": self._with_parts, **self.total.writers()}

    def _with_parts(self, _: str) -> str:
        return f"{self.total}，其中" + "、".join(f"{name}{part}" for name, part in self.parts.items())
