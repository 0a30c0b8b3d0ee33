"""The list of attachments and the attachments of a finished document. Source: GB/T 9704-2012, 7.3.4, 7.3.7."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.line_places import left_halves
from renmin_docs.check.rules import Deviation, checks
from renmin_docs.errors import Finding

_LABEL = re.compile(r"附件[0-9]{0,2}")
_MARKS = ("。", "；", "，", "、", ";", ",", ".")
_FIRST, _OTHERS = 4, 10
"""Where 附件： begins, and the numbers behind the first, which stand below one another; in halves of a 字."""
_TOLERANCE = 1
_TITLE_LINE = 3


@checks("attachment_list_gap", "attachment_list_place", "attachment_list_mark", of="document")
def attachment_list(subject: FinishedDocument) -> Iterator[Deviation]:
    """An empty line above it, two characters in, no marks behind the names."""
    items = subject.with_role("attachment_item")
    for item in items:
        printed, is_first = subject.printed_at(item), item == items[0]
        if is_first and not subject.empty_lines_above(item):
            yield Finding("attachment_list_gap", found="0", expected="1"), printed
        place, wanted = left_halves(subject, printed), _FIRST if is_first else _OTHERS
        if place is not None and abs(place - wanted) > _TOLERANCE:
            found, expected = f"{round(place) / 2:g}", f"{wanted / 2:g}"
            yield Finding("attachment_list_place", found=found, expected=expected), printed
        if printed.text.rstrip().endswith(_MARKS):
            yield Finding("attachment_list_mark", found=printed.text.rstrip()[-1]), printed


@checks("attachment_page", "attachment_label", "attachment_title_line", of="document")
def attachments(subject: FinishedDocument) -> Iterator[Deviation]:
    """Each on a page of its own, its label flush on the first line, its title on the third."""
    for label in subject.with_role("attachment_label"):
        printed, text = subject.printed_at(label), subject.placed[label].text
        if not subject.begins_page(label):
            yield Finding("attachment_page"), printed
        is_flush = abs(left_halves(subject, printed) or 0) <= _TOLERANCE
        if not (_LABEL.fullmatch(text) and is_flush):
            yield Finding("attachment_label", found=printed.place if is_flush else "@indented"), printed
        title = subject.next_text(label)
        if title is not None and subject.placed[title].role == "attachment_title":
            line = 2 + subject.empty_lines_above(title)
            if line != _TITLE_LINE:
                finding = Finding("attachment_title_line", found=str(line), expected=str(_TITLE_LINE))
                yield finding, subject.printed_at(title)
