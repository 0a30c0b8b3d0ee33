"""How an official document ends: signature and imprint (版记). Source: GB/T 9704-2012, 7.3.5 and 7.4."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import model_validator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.frozen import ABSENT, NOTHING
from renmin_docs.report.fields import Model, Name, Names, OptionalDay

SignatureKind: TypeAlias = Literal["unsealed", "sealed", "stamped"]


class Signature(Model):
    """How the document is signed above its date."""

    kind: SignatureKind = "unsealed"
    """Without a seal, with a seal on every organ's name, or with the signatory's signature stamp (签名章)."""
    issuers: Names = NOTHING
    """The organs that sign, the leading one first; by default the report's issuer."""
    positions: Names = NOTHING
    """Of a stamped document: the signatories' positions (签发人职务), one an organ."""

    @model_validator(mode="after")
    def _positions_fit(self) -> Self:
        wanted = max(1, len(self.issuers)) if self.kind == "stamped" else 0
        if len(self.positions) != wanted:
            rule = "positions_count" if wanted else "positions_misplaced"
            raise ReportError(Finding(rule, found=str(len(self.positions)), expected=str(wanted)))
        return self


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
