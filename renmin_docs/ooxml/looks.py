"""How runs are shown: hidden, struck out, bold, raised; by themselves, their styles, the document's defaults.

`w:vanish`, `w:strike` and `w:b` are toggles: styles of several kinds that both have one cancel each other.
`w:webHidden` hides nothing on paper. Source: ECMA-376-1, 17.3.2.1 (b), 17.3.2.9 (dstrike), 17.3.2.36 (specVanish),
17.3.2.37 (strike), 17.3.2.41 (vanish), 17.3.2.42 (vertAlign), 17.3.2.44 (webHidden), 17.7.3 (toggles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.stylesheet import Stylesheet

    LeftOut = Literal["hidden", "struck", ""]

_HIDDEN, _STRUCK, _BOLD, _RAISED = ("vanish", "specVanish"), ("strike", "dstrike"), ("b", ""), "vertAlign"
"""Of a look the toggle, and the property that holds whatever other levels say."""
_NAMES = (*_HIDDEN, *_STRUCK, "b", _RAISED)
_NOT_RAISED = "baseline"


class Looks:
    """How the runs of a document are shown.

    Args:
        styles: The styles of the document.
    """

    def __init__(self, styles: Stylesheet) -> None:
        self._styles = styles
        self._in_styles = _names_in(styles.root)
        self._met = self._in_styles
        self._inherited: dict[tuple[str, ...], bool] = {}

    def begin(self, root: _Element) -> None:
        """Begin with a part: what nothing in it or in the styles names need not be asked run by run."""
        self._met = self._in_styles | _names_in(root)

    def of(self, style: str, table_style: str) -> ParagraphLooks | None:
        """The looks of runs in a paragraph of these styles; None where all are plain."""
        return ParagraphLooks(self, tuple(filter(None, (style, table_style)))) if self._met else None

    def left_out(self, properties: _Element | None, styles: tuple[str, ...]) -> LeftOut:
        """Why a run is not read: hidden or struck out; empty for one that is read."""
        if self._has(_HIDDEN, properties, styles):
            return "hidden"
        return "struck" if self._has(_STRUCK, properties, styles) else ""

    def is_bold(self, properties: _Element | None, styles: tuple[str, ...]) -> bool:
        """Whether a run is bold."""
        return self._has(_BOLD, properties, styles)

    def raised(self, properties: _Element | None, styles: tuple[str, ...]) -> str:
        """`superscript` or `subscript`; empty for a run on the line."""
        if _RAISED not in self._met:
            return ""
        own = "" if properties is None else value(properties, _RAISED)
        levels = (style for style in (_character_style(properties), *styles) if style and not own)
        found = (self._styles.property(style, f"rPr/{_RAISED}") for style in levels)
        own = own or next((each.get(w("val"), "") for each in found if each is not None), "")
        return "" if own == _NOT_RAISED else own

    def _has(self, look: tuple[str, str], properties: _Element | None, styles: tuple[str, ...]) -> bool:
        if self._met.isdisjoint(look):
            return False
        levels = (_character_style(properties), *styles)
        toggle, always = (None if properties is None or not name else properties.find(w(name)) for name in look)
        if is_on(always) or (always is None and look[1] and self._any(look[1], levels)):
            return True
        return is_on(toggle) if toggle is not None else self._toggled(look[0], levels)

    def _any(self, name: str, levels: tuple[str, ...]) -> bool:
        """Whether a style of any level has a property."""
        key = (name, *levels)
        if key not in self._inherited:
            self._inherited[key] = any(self._says(style, name) for style in levels if style)
        return self._inherited[key]

    def _toggled(self, name: str, levels: tuple[str, ...]) -> bool:
        """Whether a toggle is on by the defaults, or by an odd number of levels."""
        key = (name, *levels)
        if key not in self._inherited:
            by_default = is_on(self._styles.default_property(f"rPr/{name}"))
            count = sum(self._says(style, name) for style in levels if style)
            self._inherited[key] = by_default or count % 2 == 1
        return self._inherited[key]

    def _says(self, style: str, name: str) -> bool:
        return is_on(self._styles.property(style, f"rPr/{name}"))


class ParagraphLooks(NamedTuple):
    """The looks of the runs in a paragraph, by the styles of the paragraph and of the table that it stands in."""

    looks: Looks
    styles: tuple[str, ...]

    def left_out(self, properties: _Element | None) -> LeftOut:
        """Why a run is not read; empty for one that is read."""
        return self.looks.left_out(properties, self.styles)

    def is_bold(self, properties: _Element | None) -> bool:
        """Whether a run is bold."""
        return self.looks.is_bold(properties, self.styles)

    def raised(self, properties: _Element | None) -> str:
        """`superscript`, `subscript` or nothing."""
        return self.looks.raised(properties, self.styles)


def _character_style(properties: _Element | None) -> str:
    return "" if properties is None else value(properties, "rStyle")


def _names_in(root: _Element | None) -> frozenset[str]:
    """The properties of looks that are switched on anywhere in a part."""
    if root is None:
        return frozenset()
    return frozenset(name for name in _NAMES if any(map(is_on, root.iter(w(name)))))
