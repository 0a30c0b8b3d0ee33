"""What a paragraph style says, itself or through the styles that it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value

if TYPE_CHECKING:
    from lxml.etree import _Element


_DEEPEST = 50
"""How many styles a style is based on at most; Word takes fewer."""


def styles_by_id(styles: _Element | None) -> dict[str, _Element]:
    """The styles of a styles part, which a package may not have, by `w:styleId`."""
    return {} if styles is None else {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}


def style_chain(by_id: Mapping[str, _Element], style_id: str) -> Iterator[_Element]:
    """A style and those that it is based on, the nearest first."""
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen and len(seen) < _DEEPEST:
        seen.add(style_id)
        yield by_id[style_id]
        style_id = value(by_id[style_id], "basedOn")


def style_property(by_id: Mapping[str, _Element], style_id: str, name: str) -> _Element | None:
    """A child of the style's `w:pPr`, from the style or the nearest one it is based on that has it."""
    found = (style.find(f"{w('pPr')}/{w(name)}") for style in style_chain(by_id, style_id))
    return next((child for child in found if child is not None), None)
