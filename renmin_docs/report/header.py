"""The head of an official document (版头): everything above the red rule. Source: GB/T 9704-2012, 7.2."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BeforeValidator, model_validator

from renmin_docs.errors import Finding, ReportError, TextError
from renmin_docs.figures import UNFILLED
from renmin_docs.frozen import NOTHING
from renmin_docs.messages.shown import quote
from renmin_docs.report.document_number import DocumentNumber  # pydantic reads it at run time
from renmin_docs.report.fields import Model, Names, PlainLine

_COPY_DIGITS = 6


def _copy_number(value: object) -> str:
    """A number as the six digits that are printed; digits that are given as text keep their value.

    The mark of what is still to be written may stand in its place.
    """
    if value in ("", UNFILLED):
        return str(value)
    text = "" if isinstance(value, bool) else str(value)
    if not (text.isascii() and text.isdecimal() and len(text) <= _COPY_DIGITS and int(text)):
        raise TextError(Finding("copy_number", found=quote(str(value)), expected="000001"))
    return text.zfill(_COPY_DIGITS)


CopyNumber: TypeAlias = Annotated[str, BeforeValidator(_copy_number, json_schema_input_type=int | str)]


class Header(Model):
    """版头: the issuer's mark, the document number, and what stands above and beside them."""

    number: DocumentNumber
    """发文字号, e.g. 人办发〔2022〕8号."""
    issuers: Names = NOTHING
    """发文机关标志: the organs in the mark; by default the report's issuer."""
    suffix: PlainLine = "文件"
    """The word beside the organs in the mark; empty for the organs alone."""
    copy_number: CopyNumber = ""
    """份号: a number, printed in six digits."""
    classification: Literal["", "绝密", "机密", "秘密"] = ""
    """密级."""
    classification_period: PlainLine = ""
    """保密期限, e.g. 1年; printed behind the classification and a ★."""
    urgency: Literal["", "特急", "加急"] = ""
    """紧急程度."""
    signatories: Names = NOTHING
    """签发人: who signs an upward document; with them the number moves to the left."""
    preprinted: bool = False
    """For paper that brings mark and red rule: their space stays empty."""

    @property
    def is_upward(self) -> bool:
        """Whether the document goes to a superior organ (上行文)."""
        return bool(self.signatories)

    @model_validator(mode="after")
    def _period_has_classification(self) -> Self:
        if self.classification_period and not self.classification:
            raise ReportError(Finding("classification_missing", expected="绝密、机密、秘密"))
        return self
