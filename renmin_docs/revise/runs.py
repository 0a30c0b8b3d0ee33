"""The runs of a paragraph that changed, in pieces: kept, put in, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import replace_with
from renmin_docs.revise.revisions import Writer, run_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.revise.atoms import Atom
    from renmin_docs.revise.comparing import Edit


class ChangedRuns:
    """Rebuilds the runs of a paragraph that changed."""

    def __init__(
        self,
        writer: Writer,
        paragraph: _Element,
        atoms: list[Atom],
        deleted_runs: Callable[[Sequence[Atom]], list[_Element]],
    ) -> None:
        self._writer, self._paragraph, self._atoms, self._deleted_runs = writer, paragraph, atoms, deleted_runs

    def draw(self, found: Sequence[Edit], before: Sequence[Atom]) -> None:
        """Wrap what was put in, and put in what was taken out."""
        out_at: dict[int, list[Atom]] = {}
        is_in: set[int] = set()
        for kind, length, at_old, at_new in found:
            if kind == "out":
                out_at.setdefault(at_new, []).extend(before[at_old : at_old + length])
            elif kind == "in":
                is_in.update(range(at_new, at_new + length))
        at = 0
        for run, group in [*by_run(self._atoms)]:
            places = range(at, at + len(group))
            at += len(group)
            if is_in.intersection(places) or any(place in out_at for place in places):
                self._redraw(run, group, places.start, is_in, out_at)
        if len(self._atoms) in out_at:
            self._paragraph.extend(self._deletion(out_at[len(self._atoms)]))

    def _redraw(
        self, run: _Element, group: list[Atom], first: int, is_in: set[int], out_at: dict[int, list[Atom]]
    ) -> None:
        """Put pieces in the place of a run."""
        pieces: list[_Element] = []
        start = 0
        for end in range(1, len(group) + 1):
            if first + start in out_at and end == start + 1:
                pieces += self._deletion(out_at[first + start])
            is_end = end == len(group) or first + end in out_at
            if is_end or (first + end in is_in) != (first + start in is_in):
                piece = run_of(run.find(w("rPr")), children(group[start:end]))
                pieces.append(self._writer.change("ins", [piece]) if first + start in is_in else piece)
                start = end
        replace_with(run, pieces)

    def _deletion(self, atoms: Sequence[Atom]) -> list[_Element]:
        runs = self._deleted_runs(atoms)
        return [self._writer.change("del", runs)] if runs else []


def by_run(atoms: Iterable[Atom]) -> Iterator[tuple[_Element, list[Atom]]]:
    """The atoms of each run."""
    return ((run, [*group]) for run, group in groupby(atoms, lambda atom: atom.run))


def children(atoms: Iterable[Atom], *, is_deleted: bool = False) -> list[_Element]:
    """The content of a run that has these atoms: characters together in one text."""
    made: list[_Element] = []
    for is_text, group in groupby(atoms, lambda atom: atom.is_text):
        if is_text:
            made.append(text_of("".join(atom.sign for atom in group), is_deleted=is_deleted))
        else:
            made += (deepcopy(atom.child) for atom in group)
    return made
