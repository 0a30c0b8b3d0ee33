"""What the lines of an official document say: patterns by which its elements are recognised.

Source: GB/T 9704-2012, 7.2 to 7.4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renmin_docs.ooxml.blocks import DocumentParagraph
from renmin_docs.proofread.marks import Mark, mark_at
from renmin_docs.proofread.passages import ENDS, Cell

HEAD_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("copy_number", re.compile(r"[0-9]{6}")),
    ("classification", re.compile(r"(绝密|机密|秘密)([★☆].{0,12})?")),
    ("urgency", re.compile(r"特急|加急|平急|特提")),
    ("signatory_row", re.compile(r".{0,40}签发人[：:].*")),
    ("document_number", re.compile(r"[一-龥]{2,20}[〔\[［【(（][0-9]{2,4}[〕\]］】)）]第?[0-9]{1,5}号")),
    ("issuer_mark", re.compile(r".{2,60}文件")),
)
"""Elements of the head → what their lines say."""
DATE = re.compile(
    r"[0-9〇零○一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}[日号]"
)
LIST = re.compile(r"附件[：:].+")
ITEM = re.compile(r"[0-9]{1,2}[.．、].+")
LABEL = re.compile(r"附件[0-9一二三四五六七八九十]{0,3}[：:]?")
NOTE = re.compile(r"[（(].+[）)]")
_COPIED = re.compile(r"(主送|抄送|抄报|分送)[：:].+")
_PRINTED = re.compile(r".*[0-9]{1,2}月[0-9]{1,2}日(印发|印)")
PART = re.compile(r"第[一二三四五六七八九十百]{1,4}[章节编]")
UNIT = re.compile(r"[（(]?单位[：:].+")
_BLANKS = re.compile(r"\s+")
_LONGEST_HEADING = 40


@dataclass(slots=True)
class Placed:
    """A paragraph with its role.

    Attributes:
        paragraph: The paragraph.
        role: The identifier of its element in `standard.elements`; `header_line` for any other line above the title,
            `contents` for one of a table of contents, `aside` for a line that stands alone and is none of the
            standard's elements; empty for an empty paragraph.
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


def mark_of(line: Placed) -> Mark | None:
    """The mark before a line, its list's or a typed one."""
    return mark_at(line.paragraph.mark or line.paragraph.text)


def is_like_heading(text: str) -> bool:
    """Whether a text is as short as a heading and has no mark at its end."""
    return len(text) <= _LONGEST_HEADING and not text.endswith(ENDS)


def imprint_role(text: str) -> str:
    """Which line of an imprint a text is; empty for none."""
    return "copied_to" if _COPIED.fullmatch(text) else "printed_by" if _PRINTED.fullmatch(text) else ""
