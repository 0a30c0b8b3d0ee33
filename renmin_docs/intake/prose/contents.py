"""A typed list of contents: headings with dots and a number, or headings that all stand again below."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Lines

_LABEL = lazy(r"[\[【（(]?\s*目\s*[录錄]\s*[\]】）)]?[:：]?")
_DOTTED = lazy(r"\S.{0,60}?\s*[.．·…⋯‥—_-]{3,}\s*[-—(（]?\s*[0-9]{1,3}\s*[-—)）]?|\S.{0,60}?…{2,}\s*[0-9]{1,3}")
_NUMBER = lazy(r"\s*[.．·…⋯‥—_-]*\s*[-—(（]?\s*[0-9]{0,3}\s*[-—)）]?\Z")
"""What stands behind a heading in a list of contents."""
_LONGEST = 100
_LAST = frozenset("0123456789-—)）")
_LEAST, _MOST, _BEGINS = 2, 60, 4
"""Entries of a list, at least and at most; characters in which its label begins."""


def contents(lines: Lines) -> dict[int, str]:
    """The lines of a list of contents, by place, each with nothing left of it."""
    texts = lines.bare
    likely = [place for place, text in enumerate(texts) if "目" in text[:_BEGINS]] if "目" in lines.text else []
    labelled = {place: label for place in likely if (label := _LABEL().match(texts[place]))}
    dotted = {
        place
        for place, text in enumerate(texts)
        if text[-1] in _LAST and len(text) < _LONGEST and _DOTTED().fullmatch(text)
    }
    if not labelled and len(dotted) < _LEAST:
        return dict.fromkeys(range(_abridged(texts)), "")
    last = {_entry(text): place for place, text in enumerate(texts)}
    if inline := [place for place in labelled if place < _MOST and _is_inline(texts[place], last)]:
        return dict.fromkeys(inline, "")
    labels = {place for place, label in labelled.items() if label.end() == len(texts[place])}
    if not labels and len(dotted) < _LEAST:
        return dict.fromkeys(range(_abridged(texts)), "")
    found: set[int] = set()
    end = 0
    for start in sorted(labels | {place for place in dotted if place - 1 not in dotted}):
        if start >= end:
            first = start + (start in labels)
            end = next(_ends(texts, first, dotted, last), len(texts))
            again = sum(last[_entry(text)] >= end for text in texts[first:end])
            if end - first >= _LEAST and (2 * again >= end - first or (start < first and first in dotted)):
                found.update(range(start, end))
    return dict.fromkeys(found, "")


def _is_inline(text: str, lines: Collection[str]) -> bool:
    """Whether a list stands in one line, and most of its entries are lines of their own."""
    entries = text.split()[1:]
    return len(entries) >= _LEAST and 2 * sum(_entry(entry) in lines for entry in entries) > len(entries)


def _abridged(texts: list[str]) -> int:
    """How many headings at the top, which may be cut short, stand again below, all of them above other text."""
    end = 0
    for place, text in enumerate(texts[:_MOST]):
        if not begins_with_mark(text) or not any(other.startswith(text) for other in texts[place + 1 :]):
            end = place
            break
    return end if end > _LEAST else 0


def _ends(texts: list[str], first: int, dotted: set[int], last: dict[str, int]) -> Iterator[int]:
    """The places of lines, from one on, that are no entries: neither dotted nor such as stand again below."""
    for place in range(first, len(texts)):
        if place not in dotted and last[_entry(texts[place])] == place:
            yield place


def _entry(text: str) -> str:
    """A heading as one may compare it: without spaces, and without the number of its page."""
    return "".join(_NUMBER().sub("", text).split()) if len(text) < _LONGEST else text
