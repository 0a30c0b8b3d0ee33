"""Roles of the lines of a document, by what they say and where they stand: front, end, headings."""

from __future__ import annotations

from itertools import takewhile

from renmin_docs.check.line_texts import (
    DATE,
    HEAD_LINES,
    ITEM,
    LABEL,
    LIST,
    NOTE,
    PART,
    Placed,
    imprint_role,
    is_like_heading,
    mark_of,
)
from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.proofread.passages import ENDS

_LEVELS, _CHINESE_LEVELS = 4, 2
_LONGEST_TITLE, _LONGEST_ISSUER, _LONGEST_ADDRESSEE = 60, 30, 200
_FIRST, _LAST, _SIGNERS = 15, 12, 4
"""Lines among which a title is looked for, and date and signature; lines that a signature may have."""


class Lines:
    """The paragraphs outside of tables that say anything, of which those get a role whose style has none."""

    def __init__(self, lines: list[Placed], formatting: Formatting | None, *, is_ours: bool) -> None:
        self._lines, self._formatting, self._is_ours = lines, formatting, is_ours

    def place(self) -> None:
        """Give each line its role."""
        start = self._place_front()
        end = self._place_imprint()
        attachments = self._place_attachments(start, end)
        self._place_end(start, attachments)
        for line in self._lines[start:]:
            self._place_heading(line)

    def place_asides(self) -> None:
        """Give those that are still text and stand alone a role of their own."""
        for line in self._lines:
            is_apart = line.is_boxed or (not line.text.endswith(ENDS) and self._stands_alone(line))
            if line.role == "?" and is_apart:
                line.role = "aside"

    # --- the front ---

    def _place_front(self) -> int:
        """Head, title, addressee; the number of the line behind them."""
        begin, end = self._title()
        for line in self._lines[:begin]:
            self._place_head_line(line)
        for line in self._lines[begin:end]:
            line.role = "title"
        while end < len(self._lines) and (self._is(end, "document_number") or self._is_dated(self._lines[end])):
            self._set(end, "aside" if self._is_dated(self._lines[end]) else "document_number")
            end += 1
        if begin < end < len(self._lines) and self._is_addressee(self._lines[end]):
            self._set(end, "addressee")
        return end + (end < len(self._lines) and self._lines[end].role == "addressee")

    def _is_dated(self, line: Placed) -> bool:
        """Whether a line is the date below the title of a decision or speech, in brackets or in the middle."""
        is_set_apart = line.text[:1] in "（(" or self._is_centred(line)
        return line.role == "?" and is_set_apart and bool(DATE.fullmatch(line.text.strip("（）()")))

    def _title(self) -> tuple[int, int]:
        """Where the title begins and ends; both 0 where there is none."""
        styled = [number for number, line in enumerate(self._lines) if line.role == "title"]
        if styled:
            last = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], enumerate(styled, styled[0])))
            return styled[0], styled[0] + last
        for number, line in enumerate(self._lines[:_FIRST]):
            if not any(pattern.fullmatch(line.text) for _, pattern in HEAD_LINES) and not LABEL.fullmatch(line.text):
                return (number, self._title_end(number)) if self._is_title(line) else (0, 0)
        return 0, 0

    def _is_title(self, line: Placed) -> bool:
        is_free = line.role in ("?", "heading_1") and mark_of(line) is None
        return is_free and len(line.text) <= _LONGEST_TITLE and not line.text.endswith(ENDS)

    def _title_end(self, begin: int) -> int:
        first, end = self._lines[begin], begin + 1
        while end < len(self._lines) and self._is_title(self._lines[end]):
            follows = self._lines[end].paragraph.line == self._lines[end - 1].paragraph.line + 1
            is_like = self._lines[end].paragraph.size == first.paragraph.size
            if not (follows and is_like and self._is_centred(self._lines[end])):
                break
            end += 1
        return end

    def _place_head_line(self, line: Placed) -> None:
        found = (role for role, pattern in HEAD_LINES if pattern.fullmatch(line.text))
        if line.role in ("?", *(f"heading_{level}" for level in range(1, _LEVELS + 1))):
            line.role = next(found, "header_line")

    def _is_addressee(self, line: Placed) -> bool:
        is_short = len(line.text) <= _LONGEST_ADDRESSEE and "。" not in line.text
        return is_short and line.text.endswith(("：", ":")) and mark_of(line) is None

    # --- the end ---

    def _place_imprint(self) -> int:
        """The imprint's lines; the number of the first line behind the last other one."""
        end = len(self._lines)
        for number in range(end - 1, max(-1, end - _LAST), -1):
            line = self._lines[number]
            role = imprint_role(line.text)
            if role and (number > end - _SIGNERS or line.is_boxed):
                self._set(number, role)
                end = number
        return end

    def _place_attachments(self, start: int, end: int) -> int:
        """Labels and titles of the attachments; the number of the first label."""
        first = end
        for number in range(start, end):
            line = self._lines[number]
            is_label = line.role == "attachment_label" or (line.role == "?" and self._is_label(number))
            if is_label:
                line.role, first = "attachment_label", min(first, number)
                self._place_attachment_title(number + 1)
        return first

    def _is_label(self, number: int) -> bool:
        """Whether a line is the label of an attachment, and no 附件： before a list of them."""
        line = self._lines[number]
        if not LABEL.fullmatch(line.text):
            return False
        is_list = number + 1 < len(self._lines) and ITEM.fullmatch(self._lines[number + 1].text)
        return not is_list or line.paragraph.new_page

    def _place_attachment_title(self, number: int) -> None:
        while number < len(self._lines) and self._is_title(self._lines[number]):
            is_first_of_text = self._formatting is None and self._lines[number - 1].role == "attachment_label"
            if not (is_first_of_text or self._is_centred(self._lines[number])):
                break
            self._set(number, "attachment_title")
            number += 1

    def _place_end(self, start: int, end: int) -> None:
        """List of attachments, signature, date and note, before the line `end`."""
        for number in range(start, end):
            if self._lines[number].role == "?" and self._begins_list(number):
                self._place_list(number, end)
        dates = [at for at in range(max(start, end - _LAST), end) if DATE.fullmatch(self._lines[at].text)]
        if not dates:
            return
        date = dates[-1]
        self._set(date, "issue_date")
        if date + 1 < end and NOTE.fullmatch(self._lines[date + 1].text):
            self._set(date + 1, "note")
        for number in range(date - 1, max(start, date - _SIGNERS) - 1, -1):
            if not self._is_issuer(self._lines[number]):
                break
            self._set(number, "issuer")

    def _begins_list(self, number: int) -> bool:
        text = self._lines[number].text
        return bool(LIST.fullmatch(text) or (LABEL.fullmatch(text) and not self._is_label(number)))

    def _place_list(self, number: int, end: int) -> None:
        self._set(number, "attachment_item")
        number += 1
        while number < end and ITEM.fullmatch(self._lines[number].text):
            self._set(number, "attachment_item")
            number += 1

    def _is_issuer(self, line: Placed) -> bool:
        is_short = len(line.text) <= _LONGEST_ISSUER and not line.text.endswith(ENDS)
        return line.role == "?" and is_short and mark_of(line) is None

    # --- headings ---

    def _place_heading(self, line: Placed) -> None:
        """A heading by its mark; a style may only raise the level of 1. and （1）, where （一） is left out."""
        is_heading = line.role.startswith("heading_")
        mark = mark_of(line) if line.role == "?" or (is_heading and not self._is_ours) else None
        if mark is None or not mark.level:
            return
        if not is_heading and line.paragraph.mark and mark.level > _CHINESE_LEVELS:
            return  # an item of a list
        if is_heading and mark.level > int(line.role[-1]) > 1:
            return
        if is_heading or is_like_heading(line.text):
            line.role = f"heading_{mark.level}"

    # --- how a line looks ---

    def _is(self, number: int, role: str) -> bool:
        pattern = dict(HEAD_LINES)[role]
        return self._lines[number].role in ("?", role) and bool(pattern.fullmatch(self._lines[number].text))

    def _set(self, number: int, role: str) -> None:
        if self._lines[number].role == "?" or self._lines[number].role.startswith("heading_"):
            self._lines[number].role = role

    def _is_centred(self, line: Placed) -> bool:
        return self._alignment(line) == "center"

    def _stands_alone(self, line: Placed) -> bool:
        """Whether a line is set apart from the text: in the middle, on the right, or as the name of a part."""
        return self._alignment(line) in ("center", "right", "end") or bool(PART.match(line.text))

    def _alignment(self, line: Placed) -> str:
        element = line.paragraph.element
        return "" if element is None or self._formatting is None else self._formatting.of_paragraph(element, "jc")
