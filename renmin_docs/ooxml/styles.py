"""The styles of a document, each with what it inherits. Source: ECMA-376-1, 17.7."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import ON, value

_DEEPEST = 50
"""How many styles a style is based on at most; Word takes fewer."""

Properties = Mapping[str, _Element]
"""The children of a `w:pPr` or `w:rPr` by their tags; of two of one name the first counts."""


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
        self._defaults = None if root is None else root.find(w("docDefaults"))
        self._said: dict[tuple[str, str], tuple[tuple[str, Properties], ...]] = {}
        self._own: dict[tuple[str, str], tuple[str, Properties]] = {}
        self._based_on: dict[str, str] = {}

    def chain(self, style_id: str) -> Iterator[str]:
        """The ids of a style and of those that it is based on, the nearest first."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            yield style_id
            if style_id not in self._based_on:
                self._based_on[style_id] = value(self.by_id[style_id], "basedOn")
            style_id = self._based_on[style_id]

    def said(self, style_id: str, kind: str) -> tuple[tuple[str, Properties], ...]:
        """The `pPr` or `rPr` of a style and of those that it is based on, the nearest first, each with its style's id.

        Styles that say nothing are left out, so that a long chain of them costs its walk once.
        """
        key = (style_id, kind)
        if key not in self._said:
            own = (self._own_of(each, kind) for each in self.chain(style_id))
            self._said[key] = tuple(each for each in own if each[1])
        return self._said[key]

    def _own_of(self, style_id: str, kind: str) -> tuple[str, Properties]:
        key = (style_id, kind)
        if key not in self._own:
            self._own[key] = (style_id, properties_of(self.by_id[style_id].find(w(kind))))
        return self._own[key]

    def default_property(self, path: str) -> _Element | None:
        """What the document's defaults say: `rPr/vanish`, or `rPr` for all of it."""
        kind = path.partition("/")[0]
        return None if self._defaults is None else self._defaults.find(_inner(f"{kind}Default/{path}"))

    def property(self, style_id: str, path: str) -> _Element | None:
        """What a style says, itself or through another: `pPr/jc`, `rPr/sz`."""
        found = self.with_owner(style_id, path)
        return found[0] if found else None

    def with_owner(self, style_id: str, path: str) -> tuple[_Element, str] | None:
        """A property of a style with the id of the style that sets it; None where no style of the chain does."""
        kind, _, inner = path.partition("/")
        found = ((child_at(properties, inner), owner) for owner, properties in self.said(style_id, kind))
        return next(((child, owner) for child, owner in found if child is not None), None)


def properties_of(element: _Element | None) -> Properties:
    """The children of a `w:pPr` or `w:rPr`; none where it is missing."""
    return {} if element is None else {str(each.tag): each for each in reversed(element)}


def child_at(properties: Properties, path: str) -> _Element | None:
    """One of the properties, `jc`, or what stands in it, `pBdr/top`."""
    name, _, inner = path.partition("/")
    found = properties.get(w(name))
    return found.find(_inner(inner)) if inner and found is not None else found


def _inner(path: str) -> str:
    return "/".join(map(w, path.split("/")))
