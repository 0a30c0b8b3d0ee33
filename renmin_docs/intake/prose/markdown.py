"""Signs of Markdown, in which programs that write text for people answer: levels of headings, emphasis, bullets.

They are looked for only where the text as a whole is written so. Source: CommonMark 0.31, 4.1, 4.2, 5.1, 5.2, 6.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from renmin_docs.emphasis import BOLD
from renmin_docs.intake.prose.emphasis import Piece
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Lines, Paragraph

_SIGN = r"(#(?<![^\n]#)#{0,5})(?: +(?=\S)|(?=[\u4e00-\u9fff（])(?![^\n]*#))"
_HEADING = lazy(_SIGN)
_SPACED = lazy(r"#(?<![^\n]#)#{0,5} +\S")
_MASK = lazy(r"##(?<=[\u4e00-\u9fff、，]##)#*(?![#\w]* )")
_STARS = lazy(r"\*\*(?<!\*\*\*)(?=[省市县区镇乡村街]|社区|同志|公司|学院|学校)")
"""Signs in place of a name that may not be published: 前往##、##参观, **镇妇联."""
_BOLD = lazy(r"\*\*(?<!\*\*\*)[^*\s][^*\n]{0,200}\*\*(?!\*)")  # **** masks a name that may not be published
_BOLD_BEGINNING = lazy(r"[ \t]*(?:[-*+] +)?\*\*([^*\s][^*\n]{0,200})\*\*(?!\*)")
_LEAST_BOLD = 2
_ITEM = lazy(r"[ \t]*(?:([0-9]{1,3})[.)] +(?=\S)|[-*+] +(?=\S)(?!\d{1,3} ?[-—]))")
_RINGED = range(1, 21)
RULE = "clean_markdown"
"""The row in `messages.rules()` that tells that signs were taken out."""

SIGNS = lazy(rf"(?<![^\n])(?:{_SIGN}|[ \t]*>[ \t]*|[ \t]*[-*+] +(?=\S)(?!\d{{1,3}} ?[-—]))")
"""Signs at the beginning of a line: of headings, quotations and bullets."""
EMPHASIS = lazy(
    r"(?<!\*)(\*\*\*|\*\*|__)(?=[^\s*_])([^*_\n]{0,200}[^\s*_])\1(?!\*)( ?)"
    r"|(?<![0-9A-Za-z*])\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*(?![A-Za-z*])"
)
PARTING = lazy(r"[-*_](?:\s*[-*_]){2,}|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
"""A line between sections, or between the head and the rows of a table."""
_DELIMITERS = lazy(r"(?<![^\n])\|?\s*:?-{3,}:?\s*\|\s*:?-{2,}")
_ROW = lazy(r"\|(.+)\||([^|].*\|.*\S)\s*")
_LEAST_CELLS = 2
_STOPS = "。：；！？"


_OF_MARKDOWN = frozenset("#*>|")
"""One of which each text in Markdown holds."""


def is_markdown(lines: Lines) -> bool:
    """Whether a text is written in Markdown: one of its lines is a heading's, or several words are bold."""
    text = lines.text
    if _OF_MARKDOWN.isdisjoint(lines.signs):  # as in most texts
        return False
    if 2 * text.count("\n>") > text.count("\n"):  # a mail or a message that is quoted
        return True
    if not ("#" in text or "**" in text or ("--" in text and "|" in text)):
        return False
    if "|" in text and _DELIMITERS().search(text):
        return True
    if _MASK().search(text) and not _SPACED().search(text):
        return False
    bold = len([*islice(_BOLD().finditer(text), _LEAST_BOLD)])
    masks = 2 * len(_STARS().findall(text)) > text.count("**")
    return _HEADING().search(text) is not None or (bold == _LEAST_BOLD and not masks)


def with_levels(lines: Lines) -> list[Paragraph]:
    """The lines with the levels that signs of headings give them, what is bold in them, and how deep lists nest."""
    return [_with_level(line) for line in _with_depths(lines.each)]


def _with_level(line: Paragraph) -> Paragraph:
    if sign := _HEADING().match(line.text):
        return line._replace(outline=len(sign[1]))
    bold = _BOLD_BEGINNING().match(line.text)
    return line._replace(bold=(0, sum(map(str.isalnum, bold[1])))) if bold else line


def _with_depths(lines: list[Paragraph]) -> Iterator[Paragraph]:
    """The lines with the depth of items without numbers; a number below another number gets the mark of its depth."""
    around: list[tuple[int, bool]] = []  # the indents of the items that are open, and whether each has a number
    for line in lines:
        item = _ITEM().match(line.text)
        if item is None:
            around = around if around and _indent(line.text) > around[-1][0] else []
            yield line
            continue
        indent = _indent(line.text)
        around = [outer for outer in around if outer[0] < indent]
        numbers = sum(has_number for _, has_number in around)
        around.append((indent, item[1] is not None))
        if item[1] is None:
            yield line._replace(item=len(around))
        elif numbers:
            yield line._replace(text=line.text[item.end() :], mark=_deeper_mark(int(item[1]), numbers))
        else:
            yield line


def _deeper_mark(number: int, around: int) -> str:
    """The mark of a number that stands within other numbers."""
    return chr(0x245F + number) if around > 1 and number in _RINGED else f"（{number}）"


def _indent(text: str) -> int:
    spaces = text.expandtabs(4)
    return len(spaces) - len(spaces.lstrip(" "))


def rules(lines: Lines) -> dict[int, str]:
    """The lines that only part others, by place, with nothing left; of a page drawn as a table, the cell."""
    parting = {place: "" for place, text in enumerate(lines.bare) if PARTING().fullmatch(text)}
    rows = [(place, cells(text)) for place, text in enumerate(lines.bare) if "|" in text and place not in parting]
    filled = {place: [*filter(None, row)] for place, row in rows if row}
    is_frame = all(len(row) < _LEAST_CELLS for row in filled.values())
    return parting | {place: cell for place, [cell] in filled.items()} if is_frame else parting


def cells(text: str) -> list[str]:
    """The cells of a row of a table; none where a line is no row."""
    match = _ROW().fullmatch(text.strip())
    return [cell.strip() for cell in (match[1] or match[2].removesuffix("|")).split("|")] if match else []


def pieces_of(line: str) -> Iterator[Piece]:
    """The pieces of a line, bold ones and others; italics are no emphasis of an official document."""
    at = 0
    for match in EMPHASIS().finditer(line) if "*" in line or "_" in line else ():
        yield Piece(line[at : match.start()])
        yield Piece(match[2] or match[4], BOLD.bit if match[2] else 0)
        at = match.end()
    yield Piece(line[at:])


def plain(match: re.Match[str]) -> str:
    """The emphasised text alone, and no space between its stop and what follows.

    >>> EMPHASIS().sub(plain, "**一是缺人。** 缺编3个，*其中*2个急缺")
    '一是缺人。缺编3个，其中2个急缺'
    """
    text = match[2] or match[4]
    return text if text.endswith(tuple(_STOPS)) else text + (match[3] or "")
