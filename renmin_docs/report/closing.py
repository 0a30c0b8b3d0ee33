"""How an official document ends: signature and imprint (版记). Source: GB/T 9704-2012, 7.3.5 and 7.4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from pydantic import model_validator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.frozen import ABSENT, NOTHING
from renmin_docs.report.fields import Model, Name, Names, OptionalDay, millimetres, several
from renmin_docs.report.pictures import PicturePath
from renmin_docs.standard.signature import SEAL_DIAMETER, STAMP_WIDTH
from renmin_docs.units import Length, Mm

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes

SignatureKind: TypeAlias = Literal["unsealed", "sealed", "stamped"]

LEAST_SEAL, LARGEST_SEAL = 20, 60
"""Millimetres; the State Council's seal, the largest, has 60 (国发〔1999〕25号)."""
if TYPE_CHECKING:
    Seals: TypeAlias = Takes[tuple[str, ...], str | Sequence[str]]
    SealWidth: TypeAlias = Takes[Decimal | None, Decimal | float | None]
else:
    Seals = several(PicturePath)
    SealWidth = millimetres(LEAST_SEAL, LARGEST_SEAL)


class Signature(Model):
    """How the document is signed above its date."""

    kind: SignatureKind = "unsealed"
    """Without a seal, with a seal on every organ's name, or with the signatory's signature stamp (签名章)."""
    issuers: Names = NOTHING
    """The organs that sign, the leading one first; by default the report's issuer."""
    positions: Names = NOTHING
    """Of a stamped document: the signatories' positions (签发人职务), one an organ."""
    seal: Seals = NOTHING
    """Path of a picture of the seal (or of the signature stamp), PNG or JPEG, cut to its edge; one for each organ.
    A picture of a seal is no electronic seal: it proves nothing."""
    seal_width: SealWidth = ABSENT
    """Width in millimetres at which seals are printed and for which room is left: 42 by default (a town government's by
    国发〔1999〕25号; a county's or district's is 45), for a signature stamp 40."""

    @model_validator(mode="after")
    def _positions_fit(self) -> Self:
        organs = max(1, len(self.issuers))
        wanted = organs if self.kind == "stamped" else 0
        if len(self.positions) != wanted:
            rule = "positions_count" if wanted else "positions_misplaced"
            raise ReportError(Finding(rule, found=str(len(self.positions)), expected=str(wanted)))
        if self.seal and self.kind == "unsealed":
            raise ReportError(Finding("seal_misplaced"))
        if len(self.seal) not in (0, organs):
            raise ReportError(Finding("seal_count", found=str(len(self.seal)), expected=str(organs)))
        return self

    @property
    def seal_size(self) -> Length:
        """The width of a seal, or of a signature stamp."""
        default = STAMP_WIDTH if self.kind == "stamped" else SEAL_DIAMETER
        return default if self.seal_width is None else Mm(float(self.seal_width))


class Imprint(Model):
    """版记: at the foot of the last page, who gets copies, who printed, and when."""

    copied_to: Names = NOTHING
    """抄送机关."""
    printed_by: Name | None = None
    """印发机关; by default the report's issuer."""
    print_date: OptionalDay = ABSENT
    """印发日期; by default the issue date."""
    even_page: bool = False
    """Let the imprint stand on a page of its own, an even one: for a text that ends on an odd page, whose back it
    takes. Behind a text that ends on an even page an empty page comes before it."""
