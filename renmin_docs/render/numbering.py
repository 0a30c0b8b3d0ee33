"""Word's multilevel list: unlinked for typed numbers, put to work for native ones.

A template carries one list whose levels are linked to its heading styles. Typed documents must not
number twice, so the link is cut in them. In native documents each numbered paragraph names the list
and its level; where the report begins to count anew and Word would count on (points under 一是, then
under 二是), a further `w:num` with `w:startOverride` restarts that level.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.numerals import MARK_FORMS
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_property
from renmin_docs.ooxml.xml import to_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from renmin_docs.render.blocks import Block

_MAX_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Restart:
    """A further `w:num` that counts a level anew.

    Attributes:
        num_id: Its id.
        level: The `w:ilvl` that starts again at 1.
    """

    num_id: int
    level: int


def unlink(styles: _Element | None, numbering: _Element | None) -> None:
    """Cut the link between heading styles and the list, in both parts, so that nothing numbers itself."""
    for root, name in ((styles, "numPr"), (numbering, "pStyle")):
        if root is not None:
            for link in list(root.iter(w(name))):
                parent = link.getparent()
                if parent is not None:
                    parent.remove(link)


def find_list(styles: _Element | None, used: Iterable[str]) -> int | None:
    """The `w:numId` of the list that one of the used paragraph styles is linked to."""
    for style_id in used:
        link = style_property(styles, style_id, "numPr")
        num_id = "" if link is None else _value(link, w("numId"))
        if num_id not in ("", "0"):
            return int(num_id)
    return None


def assign(blocks: list[Block], main: int, first_free: int) -> list[Restart]:
    """Give every block `list_num` and `list_level` (0 and 0 for no number), and empty its typed mark.

    Counts as Word does: a level starts again when a higher one has counted. Where the report's number
    differs, a restart is made; it serves its level and those below it until a higher level comes.
    """
    restarts: list[Restart] = []
    counters = [0] * _MAX_LEVELS
    current, scope = main, -1
    for block in blocks:
        rung = block["rung"]
        if rung is None:
            block["list_num"], block["list_level"] = 0, 0
            continue
        if rung < scope:
            current, scope = main, -1
        counters[rung] += 1
        counters[rung + 1 :] = [0] * (_MAX_LEVELS - rung - 1)
        if counters[rung] != block["number"]:
            current, scope = first_free + len(restarts), rung
            restarts.append(Restart(current, rung))
            counters[rung] = block["number"]
        block["list_num"], block["list_level"], block["mark"] = current, rung, ""
    return restarts


class NativeList:
    """The list of a template, ready to be written for a report.

    Args:
        numbering: Root of the numbering part.
        num_id: The list's `w:numId`.

    Raises:
        TemplateError: The part has no such list.
    """

    def __init__(self, numbering: _Element, num_id: int) -> None:
        self._root = numbering
        self.num_id = num_id
        abstract_id = self._abstract_id()
        found = [item for item in numbering.iter(w("abstractNum")) if item.get(w("abstractNumId")) == abstract_id]
        if not found:
            raise TemplateError(Finding("list_missing", found=f"numId {num_id}", expected="typed"))
        self._abstract = found[0]

    @property
    def first_free(self) -> int:
        """The first `w:numId` that nothing uses."""
        return 1 + max(int(item.get(w("numId"), "0")) for item in self._root.iter(w("num")))

    def part(self, marks: tuple[str, ...], restarts: list[Restart]) -> bytes:
        """The numbering part for a ladder and its restarts.

        Raises:
            TemplateError: The list has fewer levels than the ladder has marks.
        """
        twin = NativeList(copy.deepcopy(self._root), self.num_id)
        twin._write_ladder(marks)
        last = list(twin._root.iter(w("num")))[-1]
        for restart in reversed(restarts):
            last.addnext(twin._num(restart))
        return to_part(twin._root)

    def _abstract_id(self) -> str:
        for item in self._root.iter(w("num")):
            if item.get(w("numId")) == str(self.num_id):
                return _value(item, w("abstractNumId"))
        return ""

    def _write_ladder(self, marks: tuple[str, ...]) -> None:
        levels = {level.get(w("ilvl")): level for level in self._abstract.iter(w("lvl"))}
        for rung, mark in enumerate(marks):
            if str(rung) not in levels:
                raise TemplateError(Finding("list_level", found=mark, expected=str(len(marks))))
            form, level = MARK_FORMS[mark], levels[str(rung)]
            _set(level, "numFmt", form.number_format)
            _set(level, "lvlText", f"{form.before}%{rung + 1}{form.after}")

    def _num(self, restart: Restart) -> _Element:
        from lxml import etree

        num = etree.Element(w("num"), {w("numId"): str(restart.num_id)})
        etree.SubElement(num, w("abstractNumId"), {w("val"): self._abstract_id()})
        override = etree.SubElement(num, w("lvlOverride"), {w("ilvl"): str(restart.level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
        return num


def _value(element: _Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(w("val"), "")


def _set(level: _Element, name: str, value: str) -> None:
    found = level.find(w(name))
    if found is not None:
        found.set(w("val"), value)
