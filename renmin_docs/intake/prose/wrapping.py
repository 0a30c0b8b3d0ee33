"""Hard-wrapped text put together again: lines that break off at the right edge, and words cut by a page's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.paragraphs import without_indent
from renmin_docs.standard.text_width import half_widths

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_ENDS = tuple("。！？；：”’）》.!?;:)")
_LEAST_FULL = 3
"""Full lines that tell anything; a title and a line that happens to be as long show no edge."""
_WIDEST = 130
"""Half 字; a file with longer lines than this has a line for each paragraph."""
_NARROWEST = 36
_SLACK = 5
"""Half 字 that a full line may lack, since no mark begins the next one and no number is cut."""
_SHARE = 0.4
"""How many of the lines are full where a text is wrapped."""


def joined(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Finding]]:
    """The paragraphs that the lines make, without indents, and a note if lines were put together."""
    full = _full_lines(lines)
    paragraphs: list[list[Paragraph]] = []
    for place, line in enumerate(lines):
        if place and _continues(lines[place - 1], line, is_full=full[place - 1]):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    count = len(lines) - len(paragraphs)
    first = next((parts[0].line for parts in paragraphs if len(parts) > 1), None)
    return [_whole(parts) for parts in paragraphs], [
        Finding("lines_joined", line=first, found=str(count))
    ] if count else []


def _full_lines(lines: list[Paragraph]) -> list[bool]:
    """Which lines reach the right edge; none where the text is not wrapped."""
    none = [False] * len(lines)
    if len(lines) <= _LEAST_FULL or max(len(line.text) for line in lines) > _WIDEST:
        return none
    widths = [half_widths(line.text) for line in lines]
    edge = sorted(widths)[-1 - len(widths) // 20]  # a stray long line is no edge
    full = [width >= edge - _SLACK for width in widths]
    telling = [line for line, reaches in zip(lines, full, strict=True) if reaches and not _may_be_heading(line)]
    open_ended = sum(not line.text.endswith(_ENDS) for line in telling)
    has_edge = edge >= _NARROWEST and sum(full) >= _SHARE * len(lines)
    wrapped = has_edge and len(telling) >= _LEAST_FULL and 2 * open_ended > len(telling)
    return full if wrapped else none


def _may_be_heading(line: Paragraph) -> bool:
    return begins_with_mark(line.text.lstrip())


def _is_indented(line: Paragraph) -> bool:
    return line.text.startswith(("  ", "\u3000", "\t"))


def _continues(before: Paragraph, line: Paragraph, *, is_full: bool) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if not (is_full or line.new_page) or _is_indented(line) or _may_be_heading(line):
        return False
    broken_off = not before.text.endswith(_ENDS)
    if line.new_page and broken_off:
        return is_full or 2 * len(before.text) > _NARROWEST
    return is_full and (broken_off or line.new_page or line.line - before.line == 1)


def _whole(parts: list[Paragraph]) -> Paragraph:
    if len(parts) == 1:
        return without_indent(parts[0])
    pieces = [parts[0].text.strip()]
    for part in parts[1:]:
        new = part.text.strip()
        pieces += [" ", new] if _are_words(pieces[-1], new) else [new]
    return parts[0]._replace(text="".join(pieces))


def _are_words(before: str, after: str) -> bool:
    """Whether two Latin words meet."""
    return (before[-1:] + after[:1]).isascii() and before[-1:].isalpha() and after[:1].isalpha()
