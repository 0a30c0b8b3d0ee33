"""The indents that the levels of Word's lists bring. Source: ECMA-376-1, 17.9.22 (pPr of a level)."""

from __future__ import annotations

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value


class ListIndents:
    """The `w:ind` of each level of each list; a list that overrides a level brings that level's."""

    def __init__(self, numbering: _Element | None) -> None:
        nums = [] if numbering is None else numbering.iter(w("num"))
        abstracts = [] if numbering is None else numbering.iter(w("abstractNum"))
        self._nums = {num.get(w("numId"), ""): num for num in nums}
        self._abstracts = {each.get(w("abstractNumId"), ""): each for each in abstracts}
        self._found: dict[tuple[str, str, str], _Element | None] = {}

    def of(self, properties: _Element | None, attribute: str, style_id: str = "") -> str:
        """An attribute of the indents of a `w:numPr`; empty where it has none.

        Args:
            properties: The `w:numPr`.
            attribute: `left`, `firstLineChars`.
            style_id: The style that it stands in: a level may name the style, and not the style its level.
        """
        if properties is None or not self._nums:
            return ""
        key = (value(properties, "numId"), value(properties, "ilvl"), style_id)
        if key not in self._found:
            self._found[key] = self._indents(*key)
        found = self._found[key]
        return "" if found is None else found.get(w(attribute), "")

    def _indents(self, num_id: str, level: str, style_id: str) -> _Element | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        abstract = self._abstracts.get(value(num, "abstractNumId"))
        levels = [*num.iterfind(f"{w('lvlOverride')}/{w('lvl')}")]
        levels += [] if abstract is None else abstract.findall(w("lvl"))
        if not level and style_id:
            levels = [each for each in levels if value(each, "pStyle") == style_id] or levels
        wanted = level or (levels[0].get(w("ilvl"), "") if levels else "")
        found = (each.find(f"{w('pPr')}/{w('ind')}") for each in levels if each.get(w("ilvl"), "") == wanted)
        return next((each for each in found if each is not None), None)
