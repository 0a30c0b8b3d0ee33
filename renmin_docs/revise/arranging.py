"""Points, paragraphs, and rows of tables that stand elsewhere: moved in the data before their words are compared.

So a person's comments and line breaks go where an item goes, and what was changed in it is found in its new place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from renmin_docs.proofread import Passage
from renmin_docs.revise.comparing import LEAST_ALIKE, likeness, steps
from renmin_docs.revise.data_edits import DataEditor
from renmin_docs.revise.new_items import is_ordinal, level_of, place_for
from renmin_docs.revise.pairing import Base, bare, elements
from renmin_docs.revise.printed_lines import PrintedLine

_ITEM = re.compile(r"(?:.*\.body|introduction|conclusion)(?:\[\d+\])?")


def move_items(editor: DataEditor, base: Sequence[Base], edited: Sequence[Passage], marks: Sequence[str]) -> None:
    """Move the items of bodies that the document shows elsewhere, as far as their new places are known.

    Those that stand under another one that was moved come to light when that one has been moved.
    """
    _Order(base, edited, marks).move(editor)


class _Order:
    def __init__(self, base: Sequence[Base], edited: Sequence[Passage], marks: Sequence[str]) -> None:
        self._base, self._edited, self._marks = base, edited, marks
        self._texts, self._new_texts = [bare(each.passage) for each in base], [bare(each) for each in edited]
        self._blocks = _blocks(base)
        old, new = self._unchanged()
        self._old, self._new = elements([each.passage for each in base], old), elements(edited, new)
        self._steps = steps([each.key for each in self._old], [each.key for each in self._new])

    def _unchanged(self) -> tuple[list[range], list[range]]:
        """The items of several lines that stand in both, each once; those within another one are left out."""
        old: list[range] = []
        new: list[range] = []
        for block in self._blocks.values():
            if len(block) > 1 and not (old and block.start < old[-1].stop):
                said = self._texts[block.start : block.stop]
                found = _places_of(said, self._new_texts)
                if len(found) == 1 == len(_places_of(said, self._texts)):
                    old.append(block)
                    new += found
        return old, new

    def move(self, editor: DataEditor) -> None:
        gone = self._gone()
        last: PrintedLine | None = None
        under = 0  # level of the heading that is new here, under which no place is known yet
        for step in self._steps:
            if step.kind in ("same", "changed"):
                lines = (self._base[at].line for at in reversed(self._old[step.old].places))
                last, under = next((line for line in lines if line is not None), last), 0
            elif step.kind == "in":
                element = self._new[step.new]
                first = self._edited[element.places[0]]
                level = level_of(first, self._marks)
                if last is not None and (not under or 0 < level <= under) and element.key in gone:
                    self._move(editor, gone.pop(element.key), first, place_for(last, level, is_point=is_ordinal(first)))
                under = level or under

    def _move(self, editor: DataEditor, path: str, first: Passage, place: str | None) -> None:
        if place is not None:
            editor.move(path, place, bare(first))

    def _gone(self) -> dict[str, str]:
        """What an item says first that is no longer in its place but in another → its path."""
        out = {at for step in self._steps if step.kind == "out" for at in self._old[step.old].places}
        come = {self._new[step.new].key: step.new for step in self._steps if step.kind == "in"}
        starts = {element.places.start: element for element in self._old}
        gone: dict[str, str] = {}
        within = 0
        for path, block in self._blocks.items():
            element = starts.get(block.start)
            if block.start < within or element is None or not out.issuperset(block) or element.key not in come:
                continue
            if self._is_alike(block, self._new[come[element.key]].places.start):
                gone.setdefault(element.key, path)
                within = block.stop
        return gone

    def _is_alike(self, block: range, start: int) -> bool:
        """Whether the document says there what an item says, more or less."""
        old, new = self._texts[block.start : block.stop], self._new_texts[start : start + len(block)]
        return likeness(Counter("".join(old)), Counter("".join(new))) >= LEAST_ALIKE


def _blocks(base: Sequence[Base]) -> dict[str, range]:
    """Key path of an item → the passages that it prints, what is under it too; in printed order."""
    found: dict[str, range] = {}
    for at, each in enumerate(base):
        for path in _items_above(each.line.path) if each.line is not None else ():
            found[path] = range(found[path].start if path in found else at, at + 1)
    return found


def _items_above(path: str) -> Iterator[str]:
    """The key paths of the items that a line stands in, from the outermost one."""
    ends = [match.start() for match in re.finditer(r"(?<=\])\.", path)]
    yield from (part for end in (*ends, len(path)) if _ITEM.fullmatch(part := path[:end]))


def _places_of(said: list[str], texts: list[str]) -> list[range]:
    """Where some texts stand one after another."""
    starts = (at for at, text in enumerate(texts) if text == said[0])
    return [range(at, at + len(said)) for at in starts if texts[at : at + len(said)] == said]
