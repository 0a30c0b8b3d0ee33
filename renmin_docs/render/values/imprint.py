"""The imprint (版记) as a template sees it, with the height that its box takes. Source: GB/T 9704-2012, 7.4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, ReportError
from renmin_docs.messages.shown import quote
from renmin_docs.render.values.dates import write_date
from renmin_docs.standard.imprint import LINE, PRINTED, below_type_area, imprint_height, lines_behind
from renmin_docs.standard.page import GRIDS
from renmin_docs.standard.text_width import half_widths
from renmin_docs.units import Length, Pt
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Printer
    from renmin_docs.report.models import WorkReport

_LEADING = Pt(2)
"""By which the first rule may reach into the line above, less than that leaves free below its characters."""


def imprint_of(report: WorkReport, printer: Printer) -> dict[str, Any]:
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
    values = printer.values("imprint", imprint)
    texts = {key: (row.line.label, values[key]) for key, row in LINES["imprint"].items() if values[key]}
    taken = {key: lines_behind(*text) for key, text in texts.items()}
    grid, lines = GRIDS[report.page.grid], sum(taken.values()) + 1
    height = imprint_height(lines, grid, max(1, len(taken)))
    if height > grid.text_height:
        longest = max(taken, key=taken.__getitem__)
        raise ReportError(Finding("imprint_long", place=f"imprint.{longest}", found=str(lines)))
    printed_by, print_date = imprint.printed_by or report.organization.issuer, write_date(day) + PRINTED
    if half_widths(printed_by + print_date) >= LINE:
        most = (LINE - half_widths(print_date) - 1) // 2
        raise ReportError(
            Finding("issuer_long", place="imprint.printed_by", found=quote(printed_by), expected=str(most))
        )
    return {
        **values,
        "printed_by": printed_by,
        "print_date": print_date,
        "height": int(height),
        "height_twips": Length(height - _LEADING).twips,
        "below": int(below_type_area(grid)),
    }
