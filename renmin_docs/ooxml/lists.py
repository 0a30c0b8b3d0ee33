"""Word's own numbers: which list and level a paragraph stands on, and what is shown before it.

Source: ECMA-376-1, 17.9 (numbering): 17.9.3 (isLgl), 17.9.10 (lvlRestart), 17.9.11 (lvlText), 17.9.21
(numStyleLink), 17.9.23 (pStyle), 17.9.26 (startOverride).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.number_formats import write_number
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import is_on, value, whole

LEVELS = 9
_FIELD = re.compile("%([1-9])")
_LONGEST = 60
"""Characters of a mark and of a `w:lvlText`; a longer one was not made for reading."""


class Level(NamedTuple):
    """A level of a list.

    Attributes:
        number_format: `w:numFmt`.
        text: `w:lvlText`: `（%1）`.
        start: Its first number.
        restart: The level, from 1, behind which it starts anew; 0 for never, None for any higher one.
        is_legal: All numbers in it are shown as digits.
        style_id: The paragraph style that is linked to it.
    """

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    is_legal: bool = False
    style_id: str = ""


class NumberedAs(NamedTuple):
    """Where a paragraph stands: its `w:numId`, and its level from 0."""

    num_id: str
    level: int


class Lists:
    """The lists of a document, which count as its paragraphs are met in their order."""

    def __init__(self, root: _Element | None, styles: Stylesheet) -> None:
        self._styles = styles
        nums = [] if root is None else list(root.iter(w("num")))
        abstracts = [] if root is None else list(root.iter(w("abstractNum")))
        self._nums = {num.get(w("numId"), ""): num for num in nums}
        self._abstracts = {each.get(w("abstractNumId"), ""): each for each in abstracts}
        self._levels: dict[str, list[Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def of(self, properties: _Element | None, style_id: str) -> NumberedAs | None:
        """The list and level of a paragraph, by its own `w:numPr` or its style's; None for no number."""
        own = None if properties is None else properties.find(w("numPr"))
        inherited = self._styles.with_owner(style_id, "pPr/numPr")
        num_id, level = value(own, "numId"), value(own, "ilvl")
        if not num_id and inherited is not None:
            num_id = value(inherited[0], "numId")
            level = level or value(inherited[0], "ilvl") or str(self._linked_level(num_id, inherited[1]))
        if num_id not in self._nums:  # 0 takes the number away
            return None
        return NumberedAs(num_id, min(max(whole(level), 0), LEVELS - 1))

    def levels(self, num_id: str) -> list[Level]:
        """The levels of a list, with what its `w:num` overrides."""
        if num_id not in self._levels:
            abstract = self._abstracts.get(self._abstract_id(num_id))
            self._levels[num_id] = self._read(abstract, self._nums[num_id])
        return self._levels[num_id]

    def mark(self, numbered: NumberedAs) -> str:
        """What is shown before the next paragraph that stands there; it is counted with this."""
        levels, counts = self.levels(numbered.num_id), self._counts_of(numbered.num_id)
        at = numbered.level
        before = counts[at]
        counts[at] = levels[at].start if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            restart = levels[deeper].restart
            if restart is None or (restart and at < restart):
                counts[deeper] = None
        return _FIELD.sub(lambda match: self._shown(levels, counts, int(match[1]) - 1, at), levels[at].text)[:_LONGEST]

    def _shown(self, levels: list[Level], counts: list[int | None], field: int, at: int) -> str:
        number = counts[field]
        if number is None:
            number = levels[field].start
        return write_number(number, "decimal" if levels[at].is_legal else levels[field].number_format)

    def _counts_of(self, num_id: str) -> list[int | None]:
        """The counts that a list shares with all of its abstract one; its own starts count where it begins."""
        counts = self._counts.setdefault(self._abstract_id(num_id), [None] * LEVELS)
        if num_id not in self._begun:
            self._begun.add(num_id)
            for override in self._nums[num_id].iter(w("lvlOverride")):
                level = whole(override.get(w("ilvl")))
                if override.find(w("startOverride")) is not None and 0 <= level < LEVELS:
                    counts[level] = None
        return counts

    def _linked_level(self, num_id: str, style_id: str) -> int:
        """The level that a style is linked to, for a style that names the list alone."""
        levels = self.levels(num_id) if num_id in self._nums else []
        return next((number for number, level in enumerate(levels) if level.style_id == style_id), 0)

    def _abstract_id(self, num_id: str) -> str:
        """The abstract list behind a `w:num`, also where a numbering style lends it; a circle ends where it began."""
        seen: set[str] = set()
        abstract_id = ""
        while num_id in self._nums and num_id not in seen:
            seen.add(num_id)
            abstract_id = value(self._nums[num_id], "abstractNumId")
            abstract = self._abstracts.get(abstract_id)
            link = value(abstract, "numStyleLink")
            num_id = value(self._styles.property(link, "pPr/numPr") if link else None, "numId")
        return abstract_id

    def _read(self, abstract: _Element | None, num: _Element) -> list[Level]:
        levels = [Level()] * LEVELS
        given = [] if abstract is None else list(abstract.findall(w("lvl")))
        overrides = list(num.findall(w("lvlOverride")))
        for element in (*given, *(each for override in overrides for each in override.findall(w("lvl")))):
            at = whole(element.get(w("ilvl")), -1)
            if 0 <= at < LEVELS:
                levels[at] = _level(element)
        for override in overrides:
            at, start = whole(override.get(w("ilvl")), -1), override.find(w("startOverride"))
            if start is not None and 0 <= at < LEVELS:
                levels[at] = levels[at]._replace(start=whole(start.get(w("val")), 1))
        return levels


def _level(element: _Element) -> Level:
    legal, restart = element.find(w("isLgl")), element.find(w("lvlRestart"))
    return Level(
        value(element, "numFmt") or "decimal",
        "" if is_on(element.find(f"{w('rPr')}/{w('vanish')}")) else value(element, "lvlText")[:_LONGEST],
        whole(value(element, "start"), 1),
        None if restart is None else whole(restart.get(w("val"))),
        is_on(legal),
        value(element, "pStyle"),
    )
