"""Where blocks of the old version are put among those of the new one."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from renmin_docs.ooxml.names import w

_PARAGRAPH = w("p")


class PlacedBlocks:
    """The blocks of a parent, among which those of the old version are put.

    Attributes:
        is_in: Block that was drawn → whether it was put in, not taken out.
    """

    def __init__(self, parent: _Element, blocks: Sequence[_Element]) -> None:
        self.is_in: dict[_Element, bool] = {}
        self._parent, self._first = parent, next(iter(blocks), None)
        self._order: list[_Element] = []

    def insert(self, block: _Element) -> None:
        """Put a block behind the last one."""
        if self._order:
            self._order[-1].addnext(block)
        elif self._first is not None:
            self._first.addprevious(block)
        else:
            self._parent.append(block)
        self.is_in[block] = False
        self._order.append(block)

    def step_over(self, block: _Element, *, is_new: bool) -> None:
        """Go on behind a block that stands in the parent."""
        if is_new:
            self.is_in[block] = True
        self._order.append(block)

    def trailing(self) -> tuple[_Element, list[_Element]] | None:
        """The last paragraph that is in both versions, and those behind it that are not; None where there are none."""
        at = len(self._order)
        while at and self._order[at - 1] in self.is_in and self._order[at - 1].tag == _PARAGRAPH:
            at -= 1
        if not at or at == len(self._order) or self._order[at - 1].tag != _PARAGRAPH:
            return None
        return self._order[at - 1], self._order[at:]
