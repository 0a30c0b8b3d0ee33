"""How a run and its paragraph look in the end: their own properties, their styles', the document's defaults.

Nearest first: the run or paragraph itself, its list's level, its character style, its paragraph style, the style of
the table that it stands in, the document's defaults. Of a table's style the conditional formats are left out.
Source: ECMA-376-1, 17.7.2 (style hierarchy), 17.3.2.26 (fonts of the theme win over names).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.list_indents import ListIndents
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_chain, styles_by_id
from renmin_docs.ooxml.values import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

Slot = str
"""Which of its fonts a run takes for a character: `eastAsia`, `ascii`, `hAnsi`."""


class Formatting:
    """What holds for the runs and paragraphs of a document.

    Args:
        styles: Root of the styles part; None where the package has none.
        numbering: That of its lists.
        theme_fonts: Names of the theme's fonts (`minorEastAsia`) → families.
    """

    def __init__(
        self,
        styles: _Element | None,
        numbering: _Element | None = None,
        theme_fonts: Mapping[str, str] | None = None,
    ) -> None:
        self._by_id = styles_by_id(styles)
        self._default = _default_style(self._by_id.values(), "paragraph")
        self._default_table = _default_style(self._by_id.values(), "table")
        self._lists, self._theme = ListIndents(numbering), theme_fonts or {}
        self._defaults = {
            name: None if styles is None else styles.find(f"{w('docDefaults')}/{w(name + 'Default')}/{w(name)}")
            for name in ("rPr", "pPr")
        }
        self._of_styles: dict[tuple[str, str, str, str], str] = {}

    def of_run(self, run: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a run's property (`sz`, `color`, `rFonts`), from the nearest place that says it."""
        own = run.find(w("rPr"))
        if own is not None and (found := _said(own, name, attribute)):
            return found
        style = None if own is None else own.find(w("rStyle"))
        if style is not None and (found := self._of_style(style.get(w("val"), ""), "rPr", name, attribute)):
            return found
        return self._below(next(run.iterancestors(w("p")), None), "rPr", name, attribute)

    def font(self, run: _Element, slot: Slot = "eastAsia") -> str:
        """The family of a run's characters that take the slot; a font of the theme by the family that it stands for."""
        theme = f"{slot}Theme"
        for level in self._levels(run):
            if level is not None and (fonts := level.find(w("rFonts"))) is not None:
                if named := fonts.get(w(theme)):
                    return self._theme.get(named, "")
                if family := fonts.get(w(slot)):
                    return family
        return ""

    def of_paragraph(self, paragraph: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a paragraph's property (`jc`, `ind`, `spacing`), from the nearest place that says it."""
        own = paragraph.find(w("pPr"))
        if own is not None:
            if found := _said(own, name, attribute):
                return found
            if name == "ind" and (found := self._lists.of(own.find(w("numPr")), attribute)):
                return found
        return self._below(paragraph, "pPr", name, attribute)

    def switch(self, paragraph: _Element, name: str, *, default: bool) -> bool:
        """Whether a switch of a paragraph (`snapToGrid`) is on."""
        style = self._style_of(paragraph)
        levels = [paragraph.find(w("pPr")), *self._in_chain(style, "pPr"), *self._around(paragraph, "pPr")]
        found = (None if level is None else level.find(w(name)) for level in levels)
        return next((is_on(element) for element in found if element is not None), default)

    def border(self, paragraph: _Element, side: str) -> _Element | None:
        """The rule on a side of a paragraph, `top` or `bottom`; None where there is none."""
        levels = [paragraph.find(w("pPr")), *self._in_chain(self._style_of(paragraph), "pPr")]
        found = (None if level is None else level.find(f"{w('pBdr')}/{w(side)}") for level in levels)
        border = next((each for each in found if each is not None), None)
        return None if border is None or border.get(w("val"), "none") in ("none", "nil") else border

    # --- levels, nearest first ---

    def _levels(self, run: _Element) -> Iterator[_Element | None]:
        own = run.find(w("rPr"))
        yield own
        style = None if own is None else own.find(w("rStyle"))
        if style is not None:
            yield from self._in_chain(style.get(w("val"), ""), "rPr")
        paragraph = next(run.iterancestors(w("p")), None)
        yield from self._in_chain(self._style_of(paragraph), "rPr")
        yield from self._around(paragraph, "rPr")

    def _around(self, paragraph: _Element | None, kind: str) -> Iterator[_Element | None]:
        yield from self._in_chain(self._table_style(paragraph), kind)
        yield self._defaults[kind]

    def _in_chain(self, style_id: str, kind: str) -> Iterator[_Element | None]:
        return (style.find(w(kind)) for style in style_chain(self._by_id, style_id))

    # --- attributes ---

    def _below(self, paragraph: _Element | None, kind: str, name: str, attribute: str) -> str:
        """What the styles and defaults say that are behind a paragraph or its runs."""
        if found := self._of_style(self._style_of(paragraph), kind, name, attribute):
            return found
        if (table := self._table_style(paragraph)) and (found := self._of_style(table, kind, name, attribute)):
            return found
        defaults = self._defaults[kind]
        return "" if defaults is None else _said(defaults, name, attribute)

    def _of_style(self, style_id: str, kind: str, name: str, attribute: str) -> str:
        key = (style_id, kind, name, attribute)
        if key not in self._of_styles:
            self._of_styles[key] = self._read(*key)
        return self._of_styles[key]

    def _read(self, style_id: str, kind: str, name: str, attribute: str) -> str:
        for style in style_chain(self._by_id, style_id):
            if (properties := style.find(w(kind))) is None:
                continue
            if found := _said(properties, name, attribute):
                return found
            linked = style.get(w("styleId"), "")
            if name == "ind" and (found := self._lists.of(properties.find(w("numPr")), attribute, linked)):
                return found
        return ""

    def _style_of(self, paragraph: _Element | None) -> str:
        style = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self._default if style is None else style.get(w("val"), "")

    def _table_style(self, paragraph: _Element | None) -> str:
        table = None if paragraph is None else next(paragraph.iterancestors(w("tbl")), None)
        if table is None:
            return ""
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        return self._default_table if style is None else style.get(w("val"), "")


def _said(properties: _Element, name: str, attribute: str) -> str:
    """The attribute of a child; empty where there is no such child, or none with that attribute."""
    found = properties.find(w(name))
    return "" if found is None else found.get(w(attribute), "")


def _default_style(styles: Iterable[_Element], kind: str) -> str:
    kinds = (style for style in styles if style.get(w("type")) == kind)
    return next((style.get(w("styleId"), "") for style in kinds if style.get(w("default")) in ("1", "true", "on")), "")
