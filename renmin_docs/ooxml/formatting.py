"""How a run and its paragraph look in the end: their own properties, their styles', the document's defaults.

Nearest first: the run or paragraph itself, its list's level, its character style, its paragraph style, the style of
the table that it stands in, the document's defaults. Of a table's style the conditional formats are left out.
Source: ECMA-376-1, 17.7.2 (style hierarchy), 17.3.2.26 (fonts of the theme win over names).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.list_indents import ListIndents
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Properties, Stylesheet, child_at, properties_of
from renmin_docs.ooxml.values import is_on

Slot = str
"""Which of its fonts a run takes for a character: `eastAsia`, `ascii`, `hAnsi`."""


class _Paragraph(NamedTuple):
    """What all properties of a paragraph and its runs are looked up by: its own, its style, its table's style."""

    properties: Properties
    style: str
    table_style: str


_NOWHERE = _Paragraph({}, "", "")


class Formatting:
    """What holds for the runs and paragraphs of a document.

    Args:
        styles: Root of the styles part; None where the package has none.
        numbering: That of its lists.
        theme_fonts: Names of the theme's fonts (`minorEastAsia`) → families.
    """

    def __init__(
        self, styles: _Element | None, numbering: _Element | None = None, theme_fonts: Mapping[str, str] | None = None
    ) -> None:
        self._styles = Stylesheet(styles)
        self._lists, self._theme = ListIndents(numbering), theme_fonts or {}
        self._defaults = {name: properties_of(self._styles.default_property(name)) for name in ("rPr", "pPr")}
        self._runs: dict[_Element, Properties] = {}
        self._paragraphs: dict[_Element, _Paragraph] = {}

    def of_run(self, run: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a run's property (`sz`, `color`, `rFonts`), from the nearest place that says it."""
        own = self._own(run)
        if found := self._said(own, name, attribute):
            return found
        style = self._said(own, "rStyle")
        if style and (found := self._of_style(style, "rPr", name, attribute)):
            return found
        return self._below(self._paragraph_of(run), "rPr", name, attribute)

    def font(self, run: _Element, slot: Slot = "eastAsia") -> str:
        """The family of a run's characters that take the slot; a font of the theme by the family that it stands for."""
        own, paragraph = self._own(run), self._paragraph_of(run)
        found = self._named(own, slot)
        for style_id in (self._said(own, "rStyle"), paragraph.style, paragraph.table_style):
            for _, properties in self._styles.said(style_id, "rPr") if found is None else ():
                found = self._named(properties, slot) if found is None else found
        return (self._named(self._defaults["rPr"], slot) if found is None else found) or ""

    def of_paragraph(self, paragraph: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a paragraph's property (`jc`, `ind`, `spacing`), from the nearest place that says it."""
        read = self._read(paragraph)
        return self._said(read.properties, name, attribute) or self._below(read, "pPr", name, attribute)

    def switch(self, paragraph: _Element, name: str, *, default: bool) -> bool:
        """Whether a switch of a paragraph (`snapToGrid`) is on."""
        found = self._child(paragraph, name)
        return default if found is None else is_on(found)

    def border(self, paragraph: _Element, side: str) -> _Element | None:
        """The rule on a side of a paragraph, `top` or `bottom`; None where there is none."""
        border = self._child(paragraph, f"pBdr/{side}")
        return None if border is None or border.get(w("val"), "none") in ("none", "nil") else border

    # --- elements ---

    def _child(self, paragraph: _Element, path: str) -> _Element | None:
        """A child of a paragraph's properties, from the nearest place that has it."""
        read = self._read(paragraph)
        found = child_at(read.properties, path)
        for style_id in (read.style, read.table_style) if found is None else ():
            found = self._styles.property(style_id, f"pPr/{path}") if found is None else found
        return child_at(self._defaults["pPr"], path) if found is None else found

    def _named(self, properties: Properties, slot: Slot) -> str | None:
        """The family that a `w:rPr` names for a slot, first by the theme; None where it names none."""
        fonts = properties.get(w("rFonts"))
        if fonts is None:
            return None
        if named := fonts.get(w(f"{slot}Theme")):
            return self._theme.get(named, "")
        return fonts.get(w(slot)) or None

    # --- attributes ---

    def _below(self, paragraph: _Paragraph, kind: str, name: str, attribute: str) -> str:
        """What the styles and defaults say that are behind a paragraph or its runs."""
        for style_id in (paragraph.style, paragraph.table_style):
            if found := self._of_style(style_id, kind, name, attribute):
                return found
        default = self._defaults[kind].get(w(name))
        return "" if default is None else default.get(w(attribute), "")

    def _of_style(self, style_id: str, kind: str, name: str, attribute: str) -> str:
        """What a style says, itself or through another."""
        said = self._styles.said(style_id, kind)
        return next(filter(None, (self._said(each, name, attribute, owner) for owner, each in said)), "")

    def _said(self, properties: Properties, name: str, attribute: str = "val", style_id: str = "") -> str:
        """What properties say themselves; of indents, also through their list."""
        child = properties.get(w(name))
        found = "" if child is None else child.get(w(attribute), "")
        if found or name != "ind":
            return found
        return self._lists.of(properties.get(w("numPr")), attribute, style_id)

    # --- paragraphs and styles ---

    def _own(self, run: _Element) -> Properties:
        if run not in self._runs:
            self._runs[run] = properties_of(run.find(w("rPr")))
        return self._runs[run]

    def _paragraph_of(self, run: _Element) -> _Paragraph:
        paragraph = next(run.iterancestors(w("p")), None)
        return _NOWHERE._replace(style=self._styles.default) if paragraph is None else self._read(paragraph)

    def _read(self, paragraph: _Element) -> _Paragraph:
        if paragraph not in self._paragraphs:
            properties = properties_of(paragraph.find(w("pPr")))
            style = properties.get(w("pStyle"))
            style_id = self._styles.default if style is None else style.get(w("val"), "")
            self._paragraphs[paragraph] = _Paragraph(properties, style_id, self._table_style(paragraph))
        return self._paragraphs[paragraph]

    def _table_style(self, paragraph: _Element) -> str:
        table = next(paragraph.iterancestors(w("tbl")), None)
        if table is None:
            return ""
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        return self._styles.default_table if style is None else style.get(w("val"), "")
