"""Which element of a document each of its paragraphs is, also where another program or person made it.

A style of ours says it, then a heading style of Word's, then what the paragraph says and where it stands: the title
first, marks before headings, date and signature at the end. What stays uncertain is a paragraph of text.
Source: GB/T 9704-2012, 7.2 to 7.4 (what the elements look like).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from renmin_docs.ooxml.blocks import DocumentParagraph
from renmin_docs.proofread.marks import mark_at
from renmin_docs.proofread.passages import Cell
from renmin_docs.standard.elements import BY_STYLE_NAME, TELLING_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from renmin_docs.ooxml.blocks import DocumentTable
    from renmin_docs.ooxml.document import Document
    from renmin_docs.ooxml.formatting import Formatting
    from renmin_docs.proofread.marks import Mark

_BUILT_IN = ("title", "heading 1", "heading 2", "heading 3", "heading 4")
"""Names of styles that mean the same in every document."""
_LEVELS = 4
_HEAD_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("copy_number", re.compile(r"[0-9]{6}")),
    ("classification", re.compile(r"(绝密|机密|秘密)([★☆].{0,12})?")),
    ("urgency", re.compile(r"特急|加急|平急|特提")),
    ("signatory_row", re.compile(r".{0,40}签发人[：:].*")),
    ("document_number", re.compile(r"[一-龥]{2,20}[〔\[［【(（][0-9]{2,4}[〕\]］】)）]第?[0-9]{1,5}号")),
    ("issuer_mark", re.compile(r".{2,60}文件")),
)
"""Elements of the head → what their lines say."""
_DATE = re.compile(
    r"[0-9〇零○一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}[日号]"
)
_LIST = re.compile(r"附件[：:].+")
_ITEM = re.compile(r"[0-9]{1,2}[.．、].+")
_LABEL = re.compile(r"附件[0-9一二三四五六七八九十]{0,3}[：:]?")
_NOTE = re.compile(r"[（(].+[）)]")
_COPIED = re.compile(r"(主送|抄送|抄报|分送)[：:].+")
_PRINTED = re.compile(r".*[0-9]{1,2}月[0-9]{1,2}日(印发|印)")
_UNIT = re.compile(r"[（(]?单位[：:].+")
_ENDS = tuple("。；：，、！？;:,!?…")
_BLANKS = re.compile(r"\s+")
_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_ISSUER, _LONGEST_ADDRESSEE = 40, 60, 30, 200
_FIRST, _LAST, _SIGNERS = 15, 12, 4
"""Lines among which a title is looked for, and date and signature; lines that a signature may have."""


@dataclass(slots=True)
class Placed:
    """A paragraph with its role.

    Attributes:
        paragraph: The paragraph.
        role: The identifier of its element in `standard.elements`; `header_line` for any other line above the title,
            empty for an empty paragraph.
        cell: Where it stands in a table.
        is_boxed: Whether it stands in a text box.
        text: What it says, without blanks.
    """

    paragraph: DocumentParagraph
    role: str
    cell: Cell | None = None
    is_boxed: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = _BLANKS.sub("", self.paragraph.text)


def placed_paragraphs(document: Document, formatting: Formatting) -> list[Placed]:
    """The paragraphs of a document in their order, with those of tables and text boxes, each with its role."""
    is_ours = set(document.styles.names.values()) >= TELLING_STYLES
    names = BY_STYLE_NAME if is_ours else {name: BY_STYLE_NAME[name] for name in _BUILT_IN}
    return _placed(document.blocks, names, formatting, is_ours=is_ours)


def placed_lines(blocks: Sequence[DocumentParagraph | DocumentTable]) -> list[Placed]:
    """The same of a text, of whose look nothing is known."""
    return _placed(blocks, {}, None, is_ours=False)


def _placed(
    blocks: Sequence[DocumentParagraph | DocumentTable],
    names: dict[str, str],
    formatting: Formatting | None,
    *,
    is_ours: bool,
) -> list[Placed]:
    placed = [*_Walk(names).of(blocks)]
    lines = [each for each in placed if each.cell is None and each.role]
    _Lines(lines, formatting, is_ours=is_ours).place()
    _place_captions(placed)
    _place_imprint_tables(placed)
    for each in placed:
        each.role = "paragraph" if each.role == "?" else each.role
    return placed


class _Walk:
    """Goes through the blocks of a document; a paragraph whose style names no role has the role `?` for now."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names, self._tables = names, 0

    def of(
        self, blocks: Sequence[DocumentParagraph | DocumentTable], cell: Cell | None = None, *, is_boxed: bool = False
    ) -> Iterator[Placed]:
        """The paragraphs of blocks, in a cell or box."""
        for block in blocks:
            if isinstance(block, DocumentParagraph):
                yield Placed(block, self._role(block, cell), cell, is_boxed)
                for box in block.boxes:
                    yield from self.of(box, is_boxed=True)
            elif cell is None:
                yield from self._of_table(block, is_boxed=is_boxed)
            else:  # a table within a cell belongs to the cell
                for row in block.rows:
                    for inner in row:
                        yield from self.of(inner, cell, is_boxed=is_boxed)

    def _of_table(self, table: DocumentTable, *, is_boxed: bool) -> Iterator[Placed]:
        number, self._tables = self._tables, self._tables + 1
        head = table.head or int(len(table.rows) > 1)
        for row_number, row in enumerate(table.rows):
            for column, blocks in enumerate(row):
                cell = Cell(number, row_number, column, is_head=row_number < head)
                yield from self.of(blocks, cell, is_boxed=is_boxed)

    def _role(self, paragraph: DocumentParagraph, cell: Cell | None) -> str:
        if not paragraph.text.strip():
            return "picture" if paragraph.content.drawings else ""
        if cell is not None:
            return "table_head" if cell.is_head else "table_text"
        if role := self._names.get(paragraph.style, ""):
            return role
        return f"heading_{paragraph.outline}" if 0 < paragraph.outline <= _LEVELS else "?"


class _Lines:
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

    # --- the front ---

    def _place_front(self) -> int:
        """Head, title, addressee; the number of the line behind them."""
        begin, end = self._title()
        for line in self._lines[:begin]:
            self._place_head_line(line)
        for line in self._lines[begin:end]:
            line.role = "title"
        while end < len(self._lines) and (self._is(end, "document_number") or _is_noted_date(self._lines[end])):
            self._set(end, "note" if _is_noted_date(self._lines[end]) else "document_number")
            end += 1
        if begin < end < len(self._lines) and self._is_addressee(self._lines[end]):
            self._set(end, "addressee")
        return end + (end < len(self._lines) and self._lines[end].role == "addressee")

    def _title(self) -> tuple[int, int]:
        """Where the title begins and ends; both 0 where there is none."""
        styled = [number for number, line in enumerate(self._lines) if line.role == "title"]
        if styled:
            last = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], enumerate(styled, styled[0])))
            return styled[0], styled[0] + last
        for number, line in enumerate(self._lines[:_FIRST]):
            if not any(pattern.fullmatch(line.text) for _, pattern in _HEAD_LINES) and not _LABEL.fullmatch(line.text):
                return (number, self._title_end(number)) if self._is_title(line) else (0, 0)
        return 0, 0

    def _is_title(self, line: Placed) -> bool:
        is_free = line.role in ("?", "heading_1") and _mark(line) is None
        return is_free and len(line.text) <= _LONGEST_TITLE and not line.text.endswith(_ENDS)

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
        found = (role for role, pattern in _HEAD_LINES if pattern.fullmatch(line.text))
        if line.role in ("?", *(f"heading_{level}" for level in range(1, _LEVELS + 1))):
            line.role = next(found, "header_line")

    def _is_addressee(self, line: Placed) -> bool:
        is_short = len(line.text) <= _LONGEST_ADDRESSEE and "。" not in line.text
        return is_short and line.text.endswith(("：", ":")) and _mark(line) is None

    # --- the end ---

    def _place_imprint(self) -> int:
        """The imprint's lines; the number of the first line behind the last other one."""
        end = len(self._lines)
        for number in range(end - 1, max(-1, end - _LAST), -1):
            line = self._lines[number]
            role = _of_imprint(line.text)
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
        if not _LABEL.fullmatch(line.text):
            return False
        is_list = number + 1 < len(self._lines) and _ITEM.fullmatch(self._lines[number + 1].text)
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
        dates = [at for at in range(max(start, end - _LAST), end) if _DATE.fullmatch(self._lines[at].text)]
        if not dates:
            return
        date = dates[-1]
        self._set(date, "issue_date")
        if date + 1 < end and _NOTE.fullmatch(self._lines[date + 1].text):
            self._set(date + 1, "note")
        for number in range(date - 1, max(start, date - _SIGNERS) - 1, -1):
            if not self._is_issuer(self._lines[number]):
                break
            self._set(number, "issuer")

    def _begins_list(self, number: int) -> bool:
        text = self._lines[number].text
        return bool(_LIST.fullmatch(text) or (_LABEL.fullmatch(text) and not self._is_label(number)))

    def _place_list(self, number: int, end: int) -> None:
        self._set(number, "attachment_item")
        number += 1
        while number < end and _ITEM.fullmatch(self._lines[number].text):
            self._set(number, "attachment_item")
            number += 1

    def _is_issuer(self, line: Placed) -> bool:
        is_short = len(line.text) <= _LONGEST_ISSUER and not line.text.endswith(_ENDS)
        return line.role == "?" and is_short and _mark(line) is None

    # --- headings ---

    def _place_heading(self, line: Placed) -> None:
        """A heading by its mark; a style may only raise the level of 1. and （1）, where （一） is left out."""
        is_heading = line.role.startswith("heading_")
        mark = _mark(line) if line.role == "?" or (is_heading and not self._is_ours) else None
        if mark is None or not mark.level:
            return
        if is_heading and mark.level > int(line.role[-1]) > 1:
            return
        if is_heading or _is_like_heading(line.text):
            line.role = f"heading_{mark.level}"

    # --- how a line looks ---

    def _is(self, number: int, role: str) -> bool:
        pattern = dict(_HEAD_LINES)[role]
        return self._lines[number].role in ("?", role) and bool(pattern.fullmatch(self._lines[number].text))

    def _set(self, number: int, role: str) -> None:
        if self._lines[number].role == "?" or self._lines[number].role.startswith("heading_"):
            self._lines[number].role = role

    def _is_centred(self, line: Placed) -> bool:
        element = line.paragraph.element
        return (
            element is not None
            and self._formatting is not None
            and self._formatting.of_paragraph(element, "jc") == "center"
        )


def _mark(line: Placed) -> Mark | None:
    """The mark before a line, its list's or a typed one."""
    return mark_at(line.paragraph.mark or line.paragraph.text)


def _is_noted_date(line: Placed) -> bool:
    """Whether a line is a date in brackets, as it stands below the title of a decision or speech."""
    return line.role == "?" and bool(_DATE.fullmatch(line.text.strip("（）()"))) and line.text[0] in "（("


def _place_captions(placed: list[Placed]) -> None:
    """The lines right above a table or below a picture that name it."""
    above: list[Placed] = []  # lines since the last table
    for each in placed:
        if each.cell is None:
            if above and above[-1].role == "picture" and each.role == "?" and each.text.startswith("图"):
                each.role = "picture_caption"
            above += [each] if each.role else []
        elif above:
            _place_above(above)
            above.clear()


def _place_above(lines: list[Placed]) -> None:
    if lines[-1].role == "?" and _UNIT.fullmatch(lines[-1].text):
        lines.pop().role = "table_unit"
    if lines and lines[-1].role == "?" and lines[-1].text.startswith("表") and _is_like_heading(lines[-1].text):
        lines[-1].role = "table_caption"


def _is_like_heading(text: str) -> bool:
    """Whether a text is as short as a heading and has no mark at its end."""
    return len(text) <= _LONGEST_HEADING and not text.endswith(_ENDS)


def _place_imprint_tables(placed: list[Placed]) -> None:
    """The cells of tables that people set an imprint in."""
    last = [each for each in placed if each.role][-_LAST:]
    imprints = {each.cell.table for each in last if each.cell is not None and _of_imprint(each.text)}
    for each in placed:
        if each.cell is not None and each.cell.table in imprints and each.role:
            each.role = _of_imprint(each.text) or "printed_by"


def _of_imprint(text: str) -> str:
    """Which line of an imprint a text is; empty for none."""
    return "copied_to" if _COPIED.fullmatch(text) else "printed_by" if _PRINTED.fullmatch(text) else ""
