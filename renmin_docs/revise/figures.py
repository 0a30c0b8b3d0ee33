"""Figures that changed between two versions of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.figures import scan

if TYPE_CHECKING:
    from renmin_docs.revise.redline import Change


class FigureChange(NamedTuple):
    """A figure in a place of the text, before and after; empty where there is none."""

    place: str
    old: str
    new: str


def changed_figures(changes: Iterable[Change]) -> Iterator[FigureChange]:
    """The figures of changed paragraphs that are not printed alike, in order."""
    for change in changes:
        old, new = _figures(change.old), _figures(change.new)
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for kind, i, i_end, j, j_end in matcher.get_opcodes():
            if kind == "equal":
                continue
            many = max(i_end - i, j_end - j)
            before, after = old[i:i_end] + [""] * many, new[j:j_end] + [""] * many
            yield from (FigureChange(change.place, before[k], after[k]) for k in range(many))


def _figures(text: str) -> list[str]:
    """The figures of a text as they are written, but for words like 达到, which say nothing of the value."""
    said = ((text[hit.start : hit.end], hit.figure) for hit in scan(text))
    return [each.removeprefix(figure.hedge) if figure.hedge_row.bound == "reached" else each for each, figure in said]
