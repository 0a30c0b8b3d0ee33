"""The imprint (版记) as a template sees it, with the height that its box takes. Source: GB/T 9704-2012, 7.4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, ReportError
from renmin_docs.render.dates import write_date
from renmin_docs.report.text import quote
from renmin_docs.standard.imprint import IMPRINT_PITCH, LINE, PRINTED, copied_to_lines
from renmin_docs.standard.page import LINES_PER_PAGE
from renmin_docs.standard.signature import half_widths
from renmin_docs.units import Length

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_BETWEEN = "，"


def imprint_of(report: WorkReport) -> dict[str, Any]:
    """What `context.VARIABLES` says of the imprint, and the engine's `height` of its box in EMU and twips.

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
    if lines >= LINES_PER_PAGE:
        raise ReportError(Finding("imprint_long", place="imprint.copied_to", found=str(lines)))
    height = Length(lines * IMPRINT_PITCH)  # the rules' own paragraphs stand in the leading of the first line
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
        "height_twips": height.twips,
    }
