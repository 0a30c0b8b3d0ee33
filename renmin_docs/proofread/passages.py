"""Passages: the paragraphs and cells of a document with their roles, as the rules see them.

They are not cleaned: what cleaning would mend is what the rules look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from renmin_docs.proofread.marks import mark_at
from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.report import ITEM_TEXTS

Role = Literal[
    "title",
    "heading",
    "paragraph",
    "cell",
    "caption",
    "addressee",
    "issuer",
    "issue_date",
    "note",
    "header",
    "imprint",
    "attachment_item",
    "attachment_label",
    "attachment_title",
]
"""What a passage is: an element of GB/T 9704-2012, as far as the rules distinguish them. `header` is any line of the
版头, `imprint` any of the 版记; a passage of unknown role is a `paragraph`."""

BODY: frozenset[Role] = frozenset({"title", "heading", "paragraph", "cell", "caption", "note", "attachment_title"})
"""Roles of running text: the others have forms of their own, which are no sentences."""
ALL_ROLES: frozenset[Role] = frozenset(get_args(Role))

ROLE_OF: dict[str, Role] = {
    "title": "title",
    **dict.fromkeys(("heading_1", "heading_2", "heading_3", "heading_4"), "heading"),
    **dict.fromkeys(("table_head", "table_text"), "cell"),
    **dict.fromkeys((*ITEM_TEXTS, *LINES["below_title"]), "caption"),
    "addressee": "addressee",
    **dict.fromkeys(("issuer", "issuers", "position"), "issuer"),
    **{role: role for role in ("issue_date", "attachment_item", "attachment_label", "attachment_title")},
    **dict.fromkeys(LINES["behind_signature"], "note"),
    **dict.fromkeys((*LINES["imprint"], "printed_by"), "imprint"),
    **dict.fromkeys((*LINES["header"], "issuer_mark"), "header"),
    **dict.fromkeys(("document_number", "signatory_row", "header_line", "contents"), "header"),
    "aside": "caption",
}
"""Element, or kind of block → the role of its passage, where that is no `paragraph`."""


class Cell(NamedTuple):
    """Where a cell stands: the number of its table in the document, its row and column, all from 0."""

    table: int
    row: int
    column: int
    is_head: bool = False


class Passage(NamedTuple):
    """A paragraph, or a cell of a table.

    Attributes:
        text: What is printed, as it stands, without a number that is not typed.
        role: What it is.
        level: Of a heading, from 1; else 0.
        mark: The number before it that is not typed: Word's own, or that of a report's point.
        place: Where it stands, as messages name it; where it is empty, its headings are named (二、（三）).
        cell: Where in its table it stands.
    """

    text: str
    role: Role = "paragraph"
    level: int = 0
    mark: str = ""
    place: str = ""
    cell: Cell | None = None


_ROW = re.compile(r"\|(.*)\|")
_RULE = re.compile(r"[\s|:-]+")
_LONGEST_ISSUER = 25
_LONGEST_HEADING = 40
ENDS = tuple("。；：，、！？;:,!?…")
"""Marks that no heading, title or name of an office ends in."""
_NUMERAL = "[0-9〇零一二三四五六七八九十]"
_DATE = re.compile(f"{_NUMERAL}{{2,4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}[日号]")


def may_sign(text: str) -> bool:
    """Whether a line above a date may be who signs."""
    return len(text.strip()) <= _LONGEST_ISSUER and not text.rstrip().endswith(ENDS)


def read_lines(text: str) -> list[Passage]:
    r"""The passages of a plain text: a line is a paragraph, a line between `|` a row of a table.

    A first line without an end mark is the title; a short line behind the mark of a heading and without an end mark is
    a heading; the rest are paragraphs.

    >>> [passage.role for passage in read_lines("工作总结\n一、党建工作\n全年新增3家。")]
    ['title', 'heading', 'paragraph']
    """
    return [passage for _, passage in read_each(text.splitlines())]


def read_each(lines: Iterable[str]) -> Iterator[tuple[int, Passage]]:
    """The passages of some lines, each behind the place of its line, from 0."""
    table, row, is_first = -1, -1, True
    for number, line in enumerate(lines):
        cells = _ROW.fullmatch(line.strip())
        if cells is None:
            row = -1
            if line.strip():
                yield number, read_line(line, is_first=is_first)
                is_first = False
        elif not _RULE.fullmatch(line.strip()):
            row += 1
            table += row == 0
            is_first = False
            yield from ((number, passage) for passage in _cells(cells[1], table, row))


def _cells(row_text: str, table: int, row: int) -> Iterator[Passage]:
    for column, text in enumerate(row_text.split("|")):
        yield Passage(text.strip(), "cell", cell=Cell(table, row, column, is_head=row == 0))


def read_line(line: str, *, is_first: bool = False) -> Passage:
    """The passage that a line is: a date, a heading, the title where it is the first line, or a paragraph."""
    text = line.strip()
    mark = mark_at(text)
    is_short = len(text) <= _LONGEST_HEADING and not text.endswith(ENDS)
    if _DATE.fullmatch(text):
        return Passage(line, "issue_date")
    if mark is not None and is_short and mark.level:
        return Passage(line, "heading", mark.level)
    if is_first and is_short and mark is None:
        return Passage(line, "title")
    return Passage(line)
