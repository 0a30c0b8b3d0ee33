"""Paragraphs as atoms: the characters of their runs, and what else stands in a run, each of which is one sign.

Two paragraphs are compared by their atoms; the runs that these stand in are what a changed paragraph is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from renmin_docs.ooxml.names import w

_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\xad"}
_SILENT = {w("rPr"), w("lastRenderedPageBreak"), w("delText"), w("delInstrText")}
_FIRST_SIGN = 0x100000
"""Signs of drawings, fields and references: a plane for private use."""


class Atom(NamedTuple):
    """One sign of a paragraph.

    Attributes:
        sign: The character, or what stands for the element.
        run: The run that it stands in.
        child: The element of the run: a text, of which it is one character, or that which it stands for.
    """

    sign: str
    run: _Element
    child: _Element

    @property
    def is_text(self) -> bool:
        """Whether it is a character of a text."""
        return self.child.tag == w("t")

    @property
    def is_plain(self) -> bool:
        """Whether it can stand in another document: a character, a tab, a line break."""
        return self.is_text or self.child.tag in _SIGNS


class Signs:
    """What stands for elements that are no characters: the same sign for the same XML, in both documents."""

    def __init__(self) -> None:
        self._signs: dict[bytes, str] = {}

    def of(self, element: _Element) -> str:
        """The sign of an element."""
        written = etree.tostring(element, method="c14n", with_tail=False)
        return self._signs.setdefault(written, chr(_FIRST_SIGN + len(self._signs)))

    def atoms(self, paragraph: _Element) -> list[Atom]:
        """The atoms of a paragraph in order."""
        return [atom for run in runs_of(paragraph) for atom in self._in_run(run)]

    def _in_run(self, run: _Element) -> Iterator[Atom]:
        for child in run:
            if child.tag == w("t"):
                yield from (Atom(sign, run, child) for sign in child.text or "")
            elif child.tag not in _SILENT:
                yield Atom(_SIGNS.get(child.tag) or self.of(child), run, child)


def runs_of(paragraph: _Element) -> list[_Element]:
    """A paragraph's own runs: not those of text boxes or ruby in it."""
    found: list[_Element] = []
    waiting = [*reversed(paragraph)]
    while waiting:
        element = waiting.pop()
        if element.tag == w("r"):
            found.append(element)
        elif element.tag not in (w("pPr"), w("p")):
            waiting += reversed(element)
    return found


def printed(atoms: list[Atom]) -> str:
    """What the atoms say."""
    return "".join(atom.sign for atom in atoms if atom.is_plain)
