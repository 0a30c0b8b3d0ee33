"""Official documents that tests share: reports with a head, an addressee, a signature, attachments, an imprint."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from renmin_docs import Chapter
from renmin_docs.report.closing import Imprint
from renmin_docs.report.header import Header
from renmin_docs.report.sections import Attachment
from renmin_docs.report.tables import Table
from renmin_docs.standard.page import GRIDS
from tests.samples import SENTENCE, report

if TYPE_CHECKING:
    from renmin_docs import WorkReport
    from tests.printing import Line, Page

LEFT, RIGHT = 28, 210 - 26
"""The edges of the type area, in millimetres."""
CHARACTER = GRIDS["A"].character.mm
ORGANS = ("人民街道办事处", "青山街道办事处", "县民政局", "县发展和改革委员会", "县财政局", "县教育局")
NUMBER = "人办发〔2022〕8号"
DAY = date(2022, 12, 20)
LONG_NAME = "国" * 60
"""An organ's name that is longer than two lines."""
LINE = "国" * 26


def official(**parts) -> WorkReport:
    """A report under a red head, signed on a day; parts may be replaced."""
    defaults = {"header": Header(number=NUMBER), "title": "工作总结", "issue_date": DAY, "introduction": SENTENCE}
    return report(**{**defaults, **parts})


def plain(lines: int, **parts) -> WorkReport:
    """A report whose last page has so many lines of text: no more than that page and one before it.

    Title and the empty line below it take two lines of the first page; a chapter's heading and its text follow.
    """
    body = "\n".join([LINE] * (22 - 2 - 1 + lines))
    return report(title="工作总结", achievements=Chapter(heading="章", body=body), **parts)


def header(**parts) -> Header:
    return Header(**{"number": NUMBER, **parts})


def columns(number: int, rows: int = 3, **parts) -> Table:
    """A table of so many columns of short texts."""
    names = [f"指标{column}" for column in range(1, number + 1)]
    return Table(columns=names, rows=[[f"{row}00{column}" for column in range(number)] for row in range(rows)], **parts)


def wide(rows: int = 3, **parts) -> Table:
    """A table that needs a landscape page."""
    return columns(14, rows, **parts)


def attachment(*body, title: str = "重点项目清单") -> Attachment:
    return Attachment(title=title, body=list(body) or ["说明。"])


def copies(number: int) -> Imprint:
    """An imprint with so many organs that get copies."""
    return Imprint(print_date=DAY, copied_to=[f"县第{each}办公室" for each in range(1, number + 1)])


# --- where a line stands ----------------------------------------------------------------------


def line_of(page: Page, text: str) -> Line:
    """The one line that has the text."""
    (line,) = [line for line in page.lines if text in line.text]
    return line


def left_indent(line: Line) -> float:
    """In 字."""
    return (line.left - LEFT) / CHARACTER


def right_indent(line: Line) -> float:
    return (RIGHT - line.right) / CHARACTER


def lines_between(upper: Line, lower: Line, grid: str = "A") -> float:
    """From one line's foot to another's, in line pitches."""
    return (lower.bottom - upper.bottom) / GRIDS[grid].pitch.mm
