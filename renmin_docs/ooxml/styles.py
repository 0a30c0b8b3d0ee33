"""The styles of a document, each with what it inherits. Source: ECMA-376-1, 17.7."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import ON, value

_DEEPEST = 50
"""How many styles a style is based on at most; Word takes fewer."""


class Stylesheet:
    """The styles of a document by their ids.

    Attributes:
        root: The root of their part; None where the package has none.
        by_id: Id → style.
        default: The id of the style of paragraphs that name none.
        default_table: The id of that of tables.
        names: Id → name in lower case, which is what programs agree on: `heading 1`, `body text`.
    """

    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else list(root.iter(w("style")))
        self.root = root
        self.by_id = {style.get(w("styleId"), ""): style for style in styles}
        self.names = {style_id: value(style, "name").lower() for style_id, style in self.by_id.items()}
        defaults = [style for style in reversed(styles) if style.get(w("default")) in ON]
        by_kind = {style.get(w("type"), ""): style.get(w("styleId"), "") for style in defaults}
        self.default, self.default_table = by_kind.get("paragraph", ""), by_kind.get("table", "")
        self._found: dict[tuple[str, str], tuple[_Element, str] | None] = {}

    def chain(self, style_id: str) -> Iterator[_Element]:
        """A style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = value(self.by_id[style_id], "basedOn")

    def default_property(self, path: str) -> _Element | None:
        """What the document's defaults say: `rPr/vanish`, or `rPr` for all of it."""
        kind = path.partition("/")[0]
        return None if self.root is None else self.root.find(_inner(f"docDefaults/{kind}Default/{path}"))

    def property(self, style_id: str, path: str) -> _Element | None:
        """What a style says, itself or through another: `pPr/jc`, `rPr/sz`."""
        found = self.with_owner(style_id, path)
        return found[0] if found else None

    def with_owner(self, style_id: str, path: str) -> tuple[_Element, str] | None:
        """A property of a style with the id of the style that sets it; None where no style of the chain does."""
        if (style_id, path) in self._found or style_id not in self.by_id:
            return self._found.get((style_id, path))
        inner, asked = _inner(path), []
        found: tuple[_Element, str] | None = None
        for style in self.chain(style_id):
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


def _inner(path: str) -> str:
    return "/".join(map(w, path.split("/")))
