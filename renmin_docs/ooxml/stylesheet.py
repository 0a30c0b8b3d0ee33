"""The styles of a document, each with what it inherits. Source: ECMA-376-1, 17.7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_chain
from renmin_docs.ooxml.values import value

if TYPE_CHECKING:
    from lxml.etree import _Element


class Stylesheet:
    """The styles of a document by their ids.

    Attributes:
        root: The root.
        default: The id of the style of paragraphs that name none.
        default_table: The id of that of tables.
        names: Id → name in lower case, which is what programs agree on: `heading 1`, `body text`.
    """

    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else list(root.iter(w("style")))
        self.root = root
        self._by_id = {style.get(w("styleId"), ""): style for style in styles}
        self.names = {style_id: value(style, "name").lower() for style_id, style in self._by_id.items()}
        defaults = [style for style in reversed(styles) if style.get(w("default")) in ("1", "true", "on")]
        by_kind = {style.get(w("type"), ""): style.get(w("styleId"), "") for style in defaults}
        self.default, self.default_table = by_kind.get("paragraph", ""), by_kind.get("table", "")
        self._found: dict[tuple[str, str], tuple[_Element, str] | None] = {}

    def default_property(self, path: str) -> _Element | None:
        """What the document's defaults say: `rPr/vanish`."""
        kind, _, name = path.partition("/")
        inner = "/".join(map(w, ("docDefaults", f"{kind}Default", kind, name)))
        return None if self.root is None else self.root.find(inner)

    def property(self, style_id: str, path: str) -> _Element | None:
        """What a style says, itself or through another: `pPr/jc`, `rPr/sz`."""
        found = self.with_owner(style_id, path)
        return found[0] if found else None

    def with_owner(self, style_id: str, path: str) -> tuple[_Element, str] | None:
        """A property of a style with the id of the style that sets it; None where no style of the chain does."""
        if (style_id, path) in self._found or style_id not in self._by_id:
            return self._found.get((style_id, path))
        inner, asked = "/".join(map(w, path.split("/"))), []
        found: tuple[_Element, str] | None = None
        for style in style_chain(self._by_id, style_id):
            each = style.get(w("styleId"), "")
            if (each, path) in self._found:
                found = self._found[each, path]
                break
            asked.append(each)
            if (element := style.find(inner)) is not None:
                found = (element, each)
                break
        self._found.update(dict.fromkeys(((each, path) for each in asked), found))
        return found
