"""What a paragraph style says, itself or through the styles that it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w

if TYPE_CHECKING:
    from lxml.etree import _Element


def style_property(styles: _Element | None, style_id: str, name: str) -> _Element | None:
    """A child of the style's `w:pPr`, from the style or the nearest one it is based on that has it.

    Args:
        styles: Root of the styles part; None where the package has none.
        style_id: `w:styleId` of a paragraph style.
        name: Local name of the child: `ind`, `numPr`.
    """
    by_id = {} if styles is None else {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        found = by_id[style_id].find(f"{w('pPr')}/{w(name)}")
        if found is not None:
            return found
        based_on = by_id[style_id].find(w("basedOn"))
        style_id = "" if based_on is None else based_on.get(w("val"), "")
    return None
