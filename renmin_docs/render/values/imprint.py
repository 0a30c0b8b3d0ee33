"""The imprint (版记) as a template sees it, with the height that its box takes. Source: GB/T 9704-2012, 7.4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, ReportError
from renmin_docs.messages.shown import quote
from renmin_docs.render.values.dates import write_date
from renmin_docs.standard.imprint import LINE, PRINTED, below_type_area, copied_to_lines, imprint_height
from renmin_docs.standard.page import GRIDS
from renmin_docs.standard.text_width import half_widths
from renmin_docs.units import Length, Pt

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_BETWEEN = "，"
_LEADING = Pt(2)
"""By which the first rule may reach into the line above, less than that leaves free below its characters."""


def imprint_of(report: WorkReport) -> dict[str, Any]:
    """What `context.VARIABLES` says of the imprint, and of its box the engine's own `height`, `height_twips`, `below`.

    The first two are the box's and that of the room that the text leaves, the last lies below the last rule.

    Returns:
        Nothing, for a report without an imprint.

    Raises:
        ReportError: It would fill the page.
    """
    imprint = report.imprint
    if imprint is None:
        return {}
    day = imprint.print_date or report.issue_date
    assert day is not None  # noqa: S101 - the model has looked
    copied_to = _BETWEEN.join(imprint.copied_to) + "。" if imprint.copied_to else ""
    lines = (copied_to_lines(copied_to) if copied_to else 0) + 1
    grid = GRIDS[report.page.grid]
    height = imprint_height(lines, grid)
    if height > grid.text_height:
        raise ReportError(Finding("imprint_long", place="imprint.copied_to", found=str(lines)))
    printed_by, print_date = imprint.printed_by or report.organization.issuer, write_date(day) + PRINTED
    if half_widths(printed_by + print_date) >= LINE:
        most = (LINE - half_widths(print_date) - 1) // 2
        raise ReportError(
            Finding("issuer_long", place="imprint.printed_by", found=quote(printed_by), expected=str(most))
        )
    return {
        "copied_to": copied_to,
        "printed_by": printed_by,
        "print_date": print_date,
        "height": int(height),
        "height_twips": Length(height - _LEADING).twips,
        "below": int(below_type_area(grid)),
    }
