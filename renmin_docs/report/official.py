"""What a report says as an official document, held against GB/T 9704: hints that keep nothing from being printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.report.document_number import EXAMPLE, code_of

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_MARKS = tuple("。；，、：.;,:")


def official_findings(report: WorkReport) -> Iterator[Finding]:
    """Slips in the head and in the names of attachments, and what an imprint on an even page brings."""
    header = report.header
    if header is not None:
        if not code_of(header.number):
            yield Finding("document_code", place="header.number", found=header.number, expected=EXAMPLE)
        if header.classification and not header.copy_number:
            yield Finding("copy_number_missing", place="header")
    if report.imprint is not None and report.imprint.even_page:
        yield Finding("imprint_even_page", place="imprint.even_page")
    for index, attachment in enumerate(report.attachments):
        if attachment.title.endswith(_MARKS):
            yield Finding("attachment_title_mark", place=f"attachments[{index}].title", found=quote(attachment.title))
