"""Page 1, which must show text of the report (GB/T 9704-2012, 7.3.3, R): what else stands there, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, ReportError
from renmin_docs.standard.page import LINES_PER_PAGE
from renmin_docs.standard.text_width import LINE, half_widths

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Block

_INDENT = 4
"""Halves of a 字 before a heading."""
_MARK = 4
"""And of its mark, which is empty where Word makes it."""

_RULES = {"title": "title_fills_page", "addressee": "addressee_fills_page"}
"""Key of the report → the message where it takes too much space."""


def lines_of(title: str, addressee: str, blocks: Iterable[Block]) -> dict[str, int]:
    """What stands on page 1 below the head: key of the report → its lines.

    Args:
        title: The title with its line breaks; an empty line follows it.
        addressee: The organs with their colon.
        blocks: Of headings that begin the text, page 1 has as many as keep with its first line.
    """
    return {
        "title": title.count("\n") + 2,
        "addressee": _lines(half_widths(addressee)),
        "text": sum(_opening(blocks)) + 1,
    }


def _opening(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if not block["kind"].startswith("heading"):
            return
        yield _lines(_INDENT + _MARK + half_widths(block["text"]))


def _lines(halves: int) -> int:
    return -(-halves // LINE)


def require_text(lines: dict[str, int], head: int = 0) -> None:
    """See that the first line of text stands on page 1.

    Args:
        lines: See `lines_of`.
        head: The lines that the red head takes.

    Raises:
        ReportError: It does not; whichever is longer, title or addressee, is to blame.
    """
    excess = head + sum(lines.values()) - LINES_PER_PAGE
    if excess > 0:
        place = max(_RULES, key=lines.__getitem__)
        found, most = lines[place] - (place == "title"), max(1, lines[place] - (place == "title") - excess)
        raise ReportError(Finding(_RULES[place], place=place, found=str(found), expected=str(most)))
