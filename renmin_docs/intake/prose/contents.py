"""A typed list of contents: headings with dots and a number, or headings that all stand again below."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_LABEL = lazy(r"[\[【（(]?\s*目\s*[录錄]\s*[\]】）)]?[:：]?")
_DOTTED = lazy(r"\S.{0,60}?\s*[.．·…⋯‥—_-]{3,}\s*[-—(（]?\s*[0-9]{1,3}\s*[-—)）]?|\S.{0,60}?…{2,}\s*[0-9]{1,3}")
_NUMBER = lazy(r"\s*[.．·…⋯‥—_-]*\s*[-—(（]?\s*[0-9]{0,3}\s*[-—)）]?\Z")
"""What stands behind a heading in a list of contents."""
_LONGEST = 100
_LAST = frozenset("0123456789-—)）")
_LEAST, _MOST = 2, 60
"""Entries of a list, at least and at most."""


def contents(lines: list[Paragraph]) -> dict[int, str]:
    """The lines of a list of contents, by place, each with nothing left of it."""
    labels = {place for place, line in enumerate(lines) if "目" in line.text and _LABEL().fullmatch(line.text.strip())}
    texts = ((place, line.text) for place, line in enumerate(lines) if line.text[-1] in _LAST)
    dotted = {place for place, text in texts if len(text) < _LONGEST and _DOTTED().fullmatch(text.strip())}
    labelled = [place for place, line in enumerate(lines[:_MOST]) if "目" in line.text[:4]]
    is_likely = labels or labelled or len(dotted) >= _LEAST
    last = {_entry(line.text): place for place, line in enumerate(lines)} if is_likely else {}
    if inline := [place for place in labelled if _is_inline(lines[place].text, last)]:
        return dict.fromkeys(inline, "")
    if not labels and len(dotted) < _LEAST:
        return dict.fromkeys(range(_abridged(lines)), "")
    found: set[int] = set()
    end = 0
    for start in sorted(labels | {place for place in dotted if place - 1 not in dotted}):
        if start >= end:
            first = start + (start in labels)
            end = next(_ends(lines, first, dotted, last), len(lines))
            again = sum(last[_entry(line.text)] >= end for line in lines[first:end])
            if end - first >= _LEAST and (2 * again >= end - first or (start < first and first in dotted)):
                found.update(range(start, end))
    return dict.fromkeys(found, "")


def _is_inline(text: str, lines: Collection[str]) -> bool:
    """Whether a list stands in one line, and most of its entries are lines of their own."""
    entries = text.split()[1:] if _LABEL().match(text) else []
    return len(entries) >= _LEAST and 2 * sum(_entry(entry) in lines for entry in entries) > len(entries)


def _abridged(lines: list[Paragraph]) -> int:
    """How many headings at the top, which may be cut short, stand again below, all of them above other text."""
    end = 0
    for place, line in enumerate(lines[:_MOST]):
        if not begins_with_mark(line.text) or not any(other.text.startswith(line.text) for other in lines[place + 1 :]):
            end = place
            break
    return end if end > _LEAST else 0


def _ends(lines: list[Paragraph], first: int, dotted: set[int], last: dict[str, int]) -> Iterator[int]:
    """The places of lines, from one on, that are no entries: neither dotted nor such as stand again below."""
    for place in range(first, len(lines)):
        if place not in dotted and last[_entry(lines[place].text)] == place:
            yield place


def _entry(text: str) -> str:
    """A heading as one may compare it: without spaces, and without the number of its page."""
    return "".join(_NUMBER().sub("", text.strip()).split()) if len(text) < _LONGEST else text
