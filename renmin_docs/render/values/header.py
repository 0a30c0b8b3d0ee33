"""The head of a document (版头) as a template sees it, with the sizes and places that follow from its text.

Source: GB/T 9704-2012, 7.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, ReportError
from renmin_docs.messages.shown import quote
from renmin_docs.render.values.first_page import require_text
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
from renmin_docs.standard.page import GRID_A, GRIDS, LINES_PER_PAGE, TYPE_AREA_TOP, TYPE_AREA_WIDTH, Grid
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.units import Length, Pt
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Printer
    from renmin_docs.report.header import Header
    from renmin_docs.report.models import WorkReport

_STAR = "★"
_LABEL = "签发人："
_SPACE = "\u3000"
_MARGIN, _GAP = 2, 2
"""Halves of a 字 beside number and names, and at least between them."""
_HALF_POINT = Pt(0.5)
_SLACK = Pt(2)
"""Left beside the longest of several organs, so that no rounding breaks its line."""


def header_of(report: WorkReport, printer: Printer, lines: dict[str, int]) -> dict[str, Any]:
    """What `context.VARIABLES` says of the header, and the engine's `mark` sizes and `signatory_tab`.

    Args:
        report: A report.
        printer: Of the report.
        lines: What else stands on page 1, see `first_page`; it takes room from the mark.

    Returns:
        Nothing, for a report without a header.

    Raises:
        ReportError: The mark or a signatory is too long for a line, or there is no room for text on page 1.
    """
    header = report.header
    if header is None:
        return {}
    issuers = header.issuers or (report.organization.issuer,)
    rows = [*_signatory_rows(header)]
    values = printer.values("header", header) | {"classification": _classification(header)}
    return {
        **values,
        "blank_rows": [""] * (HEAD_ROWS - sum(1 for key in LINES["header"] if values[key])),
        "issuers": [{"name": "" if header.preprinted else issuer} for issuer in issuers],
        "suffix": "" if header.preprinted else header.suffix,
        "joint": len(issuers) > 1,
        "signatory_rows": rows,
        "preprinted": header.preprinted,
        "signatory_tab": _signatory_tab(rows),
        **_mark_sizes(report, issuers, max(1, len(rows)), lines),
    }


def _classification(header: Header) -> str:
    """密级 and 保密期限 with the ★ between them (7.2.2)."""
    return _STAR.join(part for part in (header.classification, header.classification_period) if part)


# --- signatories ------------------------------------------------------------------------------


def _signatory_rows(header: Header) -> Iterator[dict[str, str]]:
    """The rows of names, two to a row; the number stands on the line of the last (7.2.5, 7.2.6).

    Raises:
        ReportError: There is no room for one name beside the number.
    """
    names, per_row = header.signatories, SIGNATORIES_PER_ROW
    room = LINE - 2 * _MARGIN - half_widths(header.number) - _GAP - half_widths(_LABEL)
    widest = max(map(half_widths, names), default=0)
    if per_row * widest + half_widths(_SPACE) > room:
        per_row = 1
    if widest > room:
        longest = max(names, key=half_widths)
        more = str((widest - room + 1) // 2)
        raise ReportError(Finding("signatory_row_long", "header.signatories", quote(longest), more))
    padded = [name + _SPACE * ((widest - half_widths(name) + 1) // 2) for name in names]
    for start in range(0, len(names), per_row):
        yield {
            "number": header.number if start + per_row >= len(names) else "",
            "label": _LABEL if start == 0 else _SPACE * len(_LABEL),
            "names": _SPACE.join(padded[start : start + per_row]).rstrip(_SPACE),
        }


def _signatory_tab(rows: list[dict[str, str]]) -> int:
    """Where the label begins, in twips, so that the longest row ends one 字 before the right edge (7.2.6)."""
    widest = max((half_widths(row["label"] + row["names"]) for row in rows), default=0)
    return TYPE_AREA_WIDTH.twips - GRID_A.character.twips * (widest + _MARGIN) // 2


# --- the mark ---------------------------------------------------------------------------------


def _mark_sizes(
    report: WorkReport, issuers: tuple[str, ...], number_rows: int, lines: dict[str, int]
) -> dict[str, int]:
    """Size (half-points), line pitch, space above and indents (twips) of the mark, as large as page 1 has room for.

    Args:
        report: A report with a header.
        issuers: The organs in the mark.
        number_rows: Lines of the document number and the signatories.
        lines: What stands below the head.
    """
    assert report.header is not None  # noqa: S101 - the caller has looked
    joint, grid = len(issuers) > 1, GRIDS[report.page.grid]
    suffix, width = ("", JOINT_NAMES_WIDTH) if joint else (report.header.suffix, TYPE_AREA_WIDTH)
    widest = max(issuers, key=half_widths) + suffix
    by_width = Length(2 * width // half_widths(widest))
    if by_width < MARK_SMALLEST:
        most = width // MARK_SMALLEST - len(suffix)
        raise ReportError(Finding("issuer_mark_long", place="header", found=quote(widest, 80), expected=str(most)))
    by_height = Length(_room_for_marks(grid, number_rows, lines) // len(issuers) / MARK_PITCH)
    if by_height < MARK_SMALLEST:
        raise _too_much(grid, issuers, number_rows, lines)
    size = Length(min(MARK_LARGEST, by_width, by_height) // _HALF_POINT * _HALF_POINT)
    above = Length(grid.top - TYPE_AREA_TOP + HEAD_ROWS * grid.pitch)
    return {
        "mark_indent": max(0, Length((width - half_widths(widest) * size // 2) // 2 - _SLACK).twips),
        "mark_size": size.half_points,
        "mark_pitch": Length(MARK_PITCH * size).twips,
        "mark_before": mark_space_before(size, above).twips,
    }


def _room_for_marks(grid: Grid, number_rows: int, lines: dict[str, int]) -> Length:
    """What the mark's lines may take of page 1, so that a line of text stands there (7.3.3)."""
    taken = LINES_BELOW_MARK + number_rows + LINES_BELOW_RULE + sum(lines.values())
    foot = grid.top + (LINES_PER_PAGE - taken) * grid.pitch
    return Length(foot - TYPE_AREA_TOP - MARK_TOP - RULE_BELOW_NUMBER)


def _too_much(grid: Grid, issuers: tuple[str, ...], number_rows: int, lines: dict[str, int]) -> ReportError:
    """What takes the room of page 1: the organs, if fewer of them would leave some; else title or addressee."""
    smallest = MARK_PITCH * MARK_SMALLEST
    most = int(_room_for_marks(grid, number_rows, lines) / smallest)
    if most < 1:
        head = Length(TYPE_AREA_TOP + MARK_TOP - grid.top + smallest + RULE_BELOW_NUMBER)
        fixed = LINES_BELOW_MARK + number_rows + LINES_BELOW_RULE
        require_text(lines, fixed - (-head // grid.pitch))
    return ReportError(
        Finding("issuer_marks_many", place="header.issuers", found=str(len(issuers)), expected=str(max(1, most)))
    )
