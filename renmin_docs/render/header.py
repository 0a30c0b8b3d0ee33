"""The head of a document (版头) as a template sees it, with the sizes and places that follow from its text.

Source: GB/T 9704-2012, 7.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, ReportError
from renmin_docs.report.text import quote
from renmin_docs.standard.header import (
    HEAD_ROWS,
    JOINT_NAMES_WIDTH,
    LINES_BELOW_MARK,
    LINES_BELOW_RULE,
    MARK_LARGEST,
    MARK_PITCH,
    MARK_SMALLEST,
    MARK_TOP,
    RULE_BELOW_NUMBER,
    SIGNATORIES_PER_ROW,
    mark_space_before,
)
from renmin_docs.standard.page import GRID_A, TYPE_AREA_HEIGHT, TYPE_AREA_WIDTH
from renmin_docs.standard.signature import half_widths
from renmin_docs.units import Length, Pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.report.header import Header
    from renmin_docs.report.models import WorkReport

_STAR = "★"
_LABEL = "签发人："
_SPACE = "\u3000"
_HALF_POINT = Pt(0.5)
_SLACK = Pt(2)
"""Left beside the longest of several organs, so that no rounding breaks its line."""


def header_of(report: WorkReport, title: str) -> dict[str, Any]:
    """What `context.VARIABLES` says of the header, and the engine's `mark` sizes and `signatory_tab`.

    Args:
        report: A report.
        title: Its title with its line breaks, which takes room from the mark.

    Returns:
        Nothing, for a report without a header.

    Raises:
        ReportError: The mark is too long for a line, or leaves no room for text on page 1.
    """
    header = report.header
    if header is None:
        return {}
    issuers = header.issuers or (report.organization.issuer,)
    rows = [*_signatory_rows(header)]
    above = [text for text in (header.copy_number, _classification(header), header.urgency) if text]
    return {
        "copy_number": header.copy_number,
        "classification": _classification(header),
        "urgency": header.urgency,
        "blank_rows": [""] * (HEAD_ROWS - len(above)),
        "issuers": [{"name": "" if header.preprinted else issuer} for issuer in issuers],
        "suffix": "" if header.preprinted else header.suffix,
        "joint": len(issuers) > 1,
        "number": header.number,
        "signatory_rows": rows,
        "preprinted": header.preprinted,
        "signatory_tab": _signatory_tab(rows),
        **_mark_sizes(report, issuers, max(1, len(rows)) + title.count("\n") + 1),
    }


def _classification(header: Header) -> str:
    """密级 and 保密期限 with the ★ between them (7.2.2)."""
    return _STAR.join(part for part in (header.classification, header.classification_period) if part)


# --- signatories ------------------------------------------------------------------------------


def _signatory_rows(header: Header) -> Iterator[dict[str, str]]:
    """The rows of names, two to a row; the number stands on the line of the last (7.2.5, 7.2.6)."""
    names = header.signatories
    widest = max(map(len, names), default=0)
    for start in range(0, len(names), SIGNATORIES_PER_ROW):
        row = names[start : start + SIGNATORIES_PER_ROW]
        yield {
            "number": header.number if start + SIGNATORIES_PER_ROW >= len(names) else "",
            "label": _LABEL if start == 0 else _SPACE * len(_LABEL),
            "names": _SPACE.join(name.ljust(widest, _SPACE) for name in row).rstrip(_SPACE),
        }


def _signatory_tab(rows: list[dict[str, str]]) -> int:
    """Where the label begins, in twips, so that the longest row ends one 字 before the right edge (7.2.6)."""
    widest = max((half_widths(row["label"] + row["names"]) for row in rows), default=0)
    return TYPE_AREA_WIDTH.twips - GRID_A.character.twips * (widest + 2) // 2


# --- the mark ---------------------------------------------------------------------------------


def _mark_sizes(report: WorkReport, issuers: tuple[str, ...], lines_below: int) -> dict[str, int]:
    """Size (half-points), line pitch, space above and indents (twips) of the mark, as large as page 1 has room for.

    Args:
        report: A report with a header.
        issuers: The organs in the mark.
        lines_below: Lines of the document number and of the title.
    """
    assert report.header is not None  # noqa: S101 - the caller has looked
    joint = len(issuers) > 1
    suffix, width = ("", JOINT_NAMES_WIDTH) if joint else (report.header.suffix, TYPE_AREA_WIDTH)
    widest = max(issuers, key=half_widths) + suffix
    by_width = Length(2 * width // half_widths(widest))
    if by_width < MARK_SMALLEST:
        most = width // MARK_SMALLEST - len(suffix)
        raise ReportError(Finding("issuer_mark_long", place="header", found=quote(widest, 80), expected=str(most)))
    room = _room_for_marks(lines_below + (2 if report.addressee else 0))
    by_height = Length(room / MARK_PITCH / len(issuers))
    if by_height < MARK_SMALLEST:
        most = int(room / MARK_PITCH / MARK_SMALLEST)
        raise ReportError(
            Finding("issuer_marks_many", place="header.issuers", found=str(len(issuers)), expected=str(most))
        )
    size = Length(min(MARK_LARGEST, by_width, by_height) // _HALF_POINT * _HALF_POINT)
    return {
        "mark_indent": max(0, Length((width - half_widths(widest) * size // 2) // 2 - _SLACK).twips),
        "mark_size": size.half_points,
        "mark_pitch": Length(MARK_PITCH * size).twips,
        "mark_before": mark_space_before(size, Length(HEAD_ROWS * GRID_A.pitch)).twips,
    }


def _room_for_marks(lines_below: int) -> Length:
    """What the mark's lines may take of page 1, so that one line of text stands there (7.3.3)."""
    lines = LINES_BELOW_MARK + LINES_BELOW_RULE + lines_below + 1
    return Length(TYPE_AREA_HEIGHT - MARK_TOP - RULE_BELOW_NUMBER - lines * GRID_A.pitch)
