"""Marks on lines of their own: those with nothing behind them, 01, and 1 above a heading, which is no page's number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import read_mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_LONGEST_MARK, _LEAST_MARKS = 8, 2
_PADDED = lazy("0[1-9]|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]")
"""A number that heads a part of a page and is no page's: 01, 壹."""
_SHORT = 2
"""Characters of a number."""
_LONGEST_HEADING = 24


def below_marks(lines: list[Paragraph], is_marked: Callable[[Paragraph], bool]) -> list[Paragraph]:
    """The lines, those below a mark that stands alone with this mark.

    Args:
        lines: The lines.
        is_marked: Whether a line has a mark of its own.
    """
    alone = _marks_alone(lines)
    if not alone:
        return lines
    below = {at + 1 for at in alone if at + 1 < len(lines) and not is_marked(lines[at + 1])} - alone
    return [
        line._replace(mark=lines[place - 1].text.strip()) if place in below else line
        for place, line in enumerate(lines)
        if place + 1 not in below
    ]


def _marks_alone(lines: list[Paragraph]) -> set[int]:
    """The places of marks with nothing behind them, where two or more stand on lines of their own."""
    short = [(place, line.text.strip()) for place, line in enumerate(lines) if len(line.text) <= _LONGEST_MARK]
    likely = [(place, text) for place, text in short if len(text) <= _SHORT or _may_be_mark(text)]
    if len(likely) < _LEAST_MARKS:
        return set()
    marks = ((place, read_mark(text)) for place, text in likely if text and _may_be_mark(text))
    found = {place for place, (mark, rest) in marks if mark and not rest}
    found |= {place for place, text in likely if _PADDED().fullmatch(text)}
    numbers = [(place, int(text)) for place, text in likely if text.isascii() and text.isdecimal()]
    if numbers:
        found |= heading_numbers([line.text.strip() for line in lines], numbers)
    return found if len(found) >= _LEAST_MARKS else set()


def _may_be_mark(text: str) -> bool:
    """Whether a short line may be a mark with a sign behind its number, or with a word before it: （一）, PART 01."""
    return not text[-1].isalnum() or text[0] == "P"


def heading_numbers(texts: list[str], bare: Iterable[tuple[int, int]]) -> set[int]:
    """The places of numbers from 1 on that stand each alone above a heading, as channels of messages set them.

    Args:
        texts: The lines, without spaces around them.
        bare: Where bare numbers stand, and what they are.
    """
    found: set[int] = set()
    last = 0
    for place, number in bare:
        if number not in (1, last + 1) or not _is_heading_above_text(*texts[place + 1 : place + 3]):
            return set()
        found.add(place)
        last = number
    return found if len(found) > 1 else set()


def _is_heading_above_text(*texts: str) -> bool:
    """Whether two lines are a short one that no stop ends, and a paragraph."""
    return (
        len(texts) > 1
        and len(texts[0]) <= _LONGEST_HEADING < len(texts[1])
        and texts[0][-1] not in "。！？；：，、）"
        and not texts[0][0].isascii()
        and texts[1].endswith("。")
    )
