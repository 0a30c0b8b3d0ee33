"""How a run and its paragraph look in the end: their own properties, their styles', the document's defaults.

Source: ECMA-376-1, 17.7.2 (style hierarchy). Table styles and conditional formats are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_chain, styles_by_id
from renmin_docs.ooxml.values import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element


class Formatting:
    """What holds for the runs and paragraphs of a document.

    Args:
        styles: Root of the styles part; None where the package has none.
    """

    def __init__(self, styles: _Element | None) -> None:
        self._styles = styles
        self._by_id = styles_by_id(styles)
        self._default = _default_style(self._by_id.values())

    def of_run(self, run: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a run's property (`sz`, `color`, `rFonts`), from the nearest place that says it."""
        for properties in self._run_properties(run):
            found = properties.find(w(name))
            if found is not None and found.get(w(attribute)) is not None:
                return found.get(w(attribute), "")
        return ""

    def of_paragraph(self, paragraph: _Element, name: str, attribute: str = "val") -> str:
        """The attribute of a paragraph's property (`jc`, `ind`, `spacing`), from the nearest place that says it."""
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(w(name))
            if found is not None and found.get(w(attribute)) is not None:
                return found.get(w(attribute), "")
        return ""

    def switch(self, paragraph: _Element, name: str, *, default: bool) -> bool:
        """Whether a switch of a paragraph (`snapToGrid`) is on."""
        for properties in self._paragraph_properties(paragraph):
            if (found := properties.find(w(name))) is not None:
                return is_on(found)
        return default

    def _run_properties(self, run: _Element) -> Iterator[_Element]:
        own = run.find(w("rPr"))
        yield from () if own is None else (own,)
        style = run.find(f"{w('rPr')}/{w('rStyle')}")
        yield from self._of_styles("" if style is None else style.get(w("val"), ""), "rPr")
        paragraph = next(run.iterancestors(w("p")), None)
        yield from self._of_styles(self._style_of(paragraph), "rPr")
        yield from self._defaults("rPr")

    def _paragraph_properties(self, paragraph: _Element) -> Iterator[_Element]:
        own = paragraph.find(w("pPr"))
        yield from () if own is None else (own,)
        yield from self._of_styles(self._style_of(paragraph), "pPr")
        yield from self._defaults("pPr")

    def _style_of(self, paragraph: _Element | None) -> str:
        style = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self._default if style is None else style.get(w("val"), "")

    def _of_styles(self, style_id: str, name: str) -> Iterator[_Element]:
        for style in style_chain(self._by_id, style_id):
            if (properties := style.find(w(name))) is not None:
                yield properties

    def _defaults(self, name: str) -> Iterator[_Element]:
        found = (
            None if self._styles is None else self._styles.find(f"{w('docDefaults')}/{w(name + 'Default')}/{w(name)}")
        )
        yield from () if found is None else (found,)


def _default_style(styles: Iterable[_Element]) -> str:
    kinds = (style for style in styles if style.get(w("type")) == "paragraph")
    return next((style.get(w("styleId"), "") for style in kinds if style.get(w("default")) in ("1", "true", "on")), "")
