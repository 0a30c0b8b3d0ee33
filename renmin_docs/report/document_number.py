"""The document number (发文字号): the organ's code, the year in 〔 〕, the serial number.

Source: GB/T 9704-2012, 7.2.5.
"""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator

from renmin_docs.errors import Finding, TextError
from renmin_docs.figures import UNFILLED
from renmin_docs.messages.shown import quote
from renmin_docs.report.fields import Name

EXAMPLE = "人办发〔2022〕8号"

_CODE = r"[^\s\[\]()〔〕【】（）［］]*"
_NUMBER = re.compile(rf"(?P<code>{_CODE})〔(?P<year>[0-9]{{4}}|{UNFILLED})〕(?P<serial>[1-9][0-9]*|{UNFILLED})号")
"""Year and serial number, or the mark of what is still to be written in their place."""
_NEARLY = re.compile(
    rf"(?P<code>{_CODE}?)(?:字)?\s*[\[(〔【（［]\s*(?P<year>[0-9]{{4}})年?\s*[\])〕】）］]\s*"
    r"(?:字?第)?\s*0*(?P<serial>[1-9][0-9]*)\s*号?"
)
"""Slips that offices make: other brackets, 第, zeros before the serial number, no 号."""


def require_document_number(text: str) -> str:
    """The number itself, if it is in the standard's form.

    Raises:
        TextError: It is not; a near miss is shown as it should be.

    >>> require_document_number("人办发〔2022〕8号")
    '人办发〔2022〕8号'
    """
    if not _NUMBER.fullmatch(text):
        raise TextError(Finding("document_number", found=quote(text), expected=corrected(text) or EXAMPLE))
    return text


def corrected(text: str) -> str:
    """The number without the slips that offices make in it; empty for what is none.

    >>> corrected("人办发[2022]第08号")
    '人办发〔2022〕8号'
    """
    if _NUMBER.fullmatch(text):
        return text
    nearly = _NEARLY.fullmatch(text.strip())
    return f"{nearly['code']}〔{nearly['year']}〕{nearly['serial']}号" if nearly else ""


def following(number: str) -> str:
    """The number of the same organ's document a year later: its serial number is still to be written.

    >>> following("人办发〔2022〕8号")
    '人办发〔2023〕（待填写）号'
    """
    match = _NUMBER.fullmatch(number)
    if match is None or match["year"] == UNFILLED:
        return number
    return f"{match['code']}〔{int(match['year']) + 1:04}〕{UNFILLED}号"


def code_of(number: str) -> str:
    """The organ's code in a number (机关代字); empty where it has none."""
    return number.partition("〔")[0]


DocumentNumber: TypeAlias = Annotated[Name, AfterValidator(require_document_number)]
