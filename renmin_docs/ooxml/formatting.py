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
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import is_on, value

Slot = str
"""Which of its fonts a run takes for a character: `eastAsia`, `ascii`, `hAnsi`."""


class _Paragraph(NamedTuple):
    """What all properties of a paragraph and its runs are looked up by: its own, its style, its table's style."""

    properties: _Element | None
    attributes: dict[str, dict[str, str]]
    style: str
    table_style: str


_NOTHING: dict[str, str] = {}
_NOWHERE = _Paragraph(None, {}, "", "")


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
        self._defaults = {name: self._styles.default_property(name) for name in ("rPr", "pPr")}
        self._of_styles: dict[tuple[str, str, str, str], str] = {}
        self._runs: dict[_Element, dict[str, dict[str, str]]] = {}
        self._paragraphs: dict[_Element, _Paragraph] = {}
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._fonts: dict[tuple[str, Slot], str | None] = {}

    def of_run(self, run: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a run's property (`sz`, `color`, `rFonts`), from the nearest place that says it."""
        own = self._runs.get(run)
        if own is None:
            own = self._runs[run] = _attributes(run.find(w("rPr")))
        if found := own.get(w(name), _NOTHING).get(w(attribute), ""):
            return found
        style = own.get(w("rStyle"), _NOTHING).get(w("val"), "")
        if style and (found := self._of_style(style, "rPr", name, attribute)):
            return found
        return self._below(self._paragraph_of(run), "rPr", name, attribute)

    def font(self, run: _Element, slot: Slot = "eastAsia") -> str:
        """The family of a run's characters that take the slot; a font of the theme by the family that it stands for."""
        own, paragraph = run.find(w("rPr")), self._paragraph_of(run)
        styles = (value(own, "rStyle"), paragraph.style, paragraph.table_style)
        found = self._named(own, slot)
        for style_id in styles if found is None else ():
            found = self._font_of(style_id, slot) if found is None else found
        return (self._named(self._defaults["rPr"], slot) if found is None else found) or ""

    def of_paragraph(self, paragraph: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a paragraph's property (`jc`, `ind`, `spacing`), from the nearest place that says it."""
        read = self._read(paragraph)
        if found := read.attributes.get(w(name), _NOTHING).get(w(attribute), ""):
            return found
        listed = read.properties.find(w("numPr")) if name == "ind" and read.properties is not None else None
        if listed is not None and (found := self._lists.of(listed, attribute)):
            return found
        return self._below(read, "pPr", name, attribute)

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
        found = None if read.properties is None else read.properties.find("/".join(map(w, path.split("/"))))
        for style_id in (read.style, read.table_style) if found is None else ():
            found = self._styles.property(style_id, f"pPr/{path}") if found is None else found
        return self._styles.default_property(f"pPr/{path}") if found is None else found

    def _font_of(self, style_id: str, slot: Slot) -> str | None:
        if (style_id, slot) not in self._fonts:
            chain = self._chain(style_id)
            found = (self._named(style.find(w("rPr")), slot) for style in chain)
            self._fonts[style_id, slot] = next((each for each in found if each is not None), None)
        return self._fonts[style_id, slot]

    def _named(self, properties: _Element | None, slot: Slot) -> str | None:
        """The family that a `w:rPr` names for a slot, first by the theme; None where it names none."""
        fonts = None if properties is None else properties.find(w("rFonts"))
        if fonts is None:
            return None
        if named := fonts.get(w(f"{slot}Theme")):
            return self._theme.get(named, "")
        return fonts.get(w(slot)) or None

    # --- attributes ---

    def _below(self, paragraph: _Paragraph, kind: str, name: str, attribute: str) -> str:
        """What the styles and defaults say that are behind a paragraph or its runs."""
        if found := self._of_style(paragraph.style, kind, name, attribute):
            return found
        table = paragraph.table_style
        if table and (found := self._of_style(table, kind, name, attribute)):
            return found
        return value(self._defaults[kind], name, attribute)

    def _of_style(self, style_id: str, kind: str, name: str, attribute: str) -> str:
        """What a style says, itself or through another; what those behind it say is looked for once."""
        asked: list[tuple[str, str, str, str]] = []
        found = ""
        for style in self._chain(style_id):
            key = (style.get(w("styleId"), ""), kind, name, attribute)
            if key in self._of_styles:
                found = self._of_styles[key]
                break
            asked.append(key)
            if found := self._said_by_style(style, kind, name, attribute):
                break
        self._of_styles.update(dict.fromkeys(asked, found))
        return found

    def _said_by_style(self, style: _Element, kind: str, name: str, attribute: str) -> str:
        """What one style says itself."""
        properties = style.find(w(kind))
        found = value(properties, name, attribute)
        if found or properties is None or name != "ind":
            return found
        return self._lists.of(properties.find(w("numPr")), attribute, style.get(w("styleId"), ""))

    # --- paragraphs and styles ---

    def _paragraph_of(self, run: _Element) -> _Paragraph:
        paragraph = next(run.iterancestors(w("p")), None)
        return _NOWHERE._replace(style=self._styles.default) if paragraph is None else self._read(paragraph)

    def _read(self, paragraph: _Element) -> _Paragraph:
        if paragraph not in self._paragraphs:
            properties = paragraph.find(w("pPr"))
            attributes = _attributes(properties)
            style_id = attributes.get(w("pStyle"), {w("val"): self._styles.default}).get(w("val"), "")
            self._paragraphs[paragraph] = _Paragraph(properties, attributes, style_id, self._table_style(paragraph))
        return self._paragraphs[paragraph]

    def _table_style(self, paragraph: _Element) -> str:
        table = next(paragraph.iterancestors(w("tbl")), None)
        if table is None:
            return ""
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        return self._styles.default_table if style is None else style.get(w("val"), "")

    def _chain(self, style_id: str) -> tuple[_Element, ...]:
        """A style and those that it is based on, the nearest first."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._styles.chain(style_id))
        return self._chains[style_id]


def _attributes(properties: _Element | None) -> dict[str, dict[str, str]]:
    """Tag of each child → its attributes; of two of one name the first counts."""
    children = () if properties is None else reversed(properties)
    return {str(each.tag): {str(k): str(v) for k, v in each.attrib.items()} for each in children}
