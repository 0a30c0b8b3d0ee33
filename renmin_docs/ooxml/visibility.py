"""Which runs are hidden: by themselves, by their styles, by the document's defaults.

`w:vanish` is a toggle: styles of several kinds that both hide a text show it again. `w:webHidden` hides nothing on
paper. Source: ECMA-376-1, 17.3.2.41 (vanish), 17.3.2.36 (specVanish), 17.3.2.44 (webHidden), 17.7.3 (toggles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.stylesheet import Stylesheet

_TOGGLE, _ALWAYS = "vanish", "specVanish"


class Visibility:
    """Whether runs of a document are shown.

    Args:
        styles: The styles of the document.
    """

    def __init__(self, styles: Stylesheet) -> None:
        self._styles = styles
        self._by_default = is_on(styles.default_property(f"rPr/{_TOGGLE}"))
        self._in_styles = _names_hiding(styles.root)

    def may_hide(self, root: _Element) -> bool:
        """Whether anything in a part may be hidden; most documents hide nothing, and need not be asked run by run."""
        return self._in_styles or _names_hiding(root)

    def hides(self, properties: _Element | None, *styles: str) -> bool:
        """Whether a run is hidden.

        Args:
            properties: Its `w:rPr`, or that of a paragraph's mark.
            *styles: The ids of the styles of its paragraph and its table.
        """
        character_style = "" if properties is None else value(properties, "rStyle")
        levels = [style for style in (character_style, *styles) if style]
        own = None if properties is None else properties.find(w(_TOGGLE))
        always = None if properties is None else properties.find(w(_ALWAYS))
        if is_on(always) or any(self._says(style, _ALWAYS) for style in levels):
            return True
        if own is not None:
            return is_on(own)
        return self._by_default or sum(self._says(style, _TOGGLE) for style in levels) % 2 == 1

    def _says(self, style: str, name: str) -> bool:
        return is_on(self._styles.property(style, f"rPr/{name}"))


def _names_hiding(root: _Element | None) -> bool:
    """Whether a part names one of the properties that hide text."""
    return root is not None and next(root.iter(w(_TOGGLE), w(_ALWAYS)), None) is not None
