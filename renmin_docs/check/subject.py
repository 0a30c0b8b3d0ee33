"""A template as the checks see it: its parts parsed once, its paragraphs, how they look."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.xml import parse_xml
from renmin_docs.render.preparing.paragraphs import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from renmin_docs.render.preparing.compiler import Examined


class Subject:
    """A template that is checked.

    Args:
        examined: What the compiler says of it.
    """

    def __init__(self, examined: Examined) -> None:
        self.examined = examined
        self.parts = examined.package.parts
        self._roots: dict[str, _Element | None] = {}

    def root(self, name: str) -> _Element | None:
        """The root of a part; None where there is no such part."""
        if name not in self._roots:
            self._roots[name] = parse_xml(self.parts[name], part=name) if name in self.parts else None
        return self._roots[name]

    @cached_property
    def main(self) -> _Element:
        """The root of the document part."""
        root = self.root(self.examined.package.main_part)
        assert root is not None  # noqa: S101 - the package was opened
        return root

    @cached_property
    def styles(self) -> _Element | None:
        """The root of the styles part."""
        return self.root("word/styles.xml")

    @cached_property
    def settings(self) -> _Element | None:
        """The root of the settings part."""
        return self.root("word/settings.xml")

    @cached_property
    def formatting(self) -> Formatting:
        """How runs and paragraphs look."""
        return Formatting(self.styles)

    @cached_property
    def running(self) -> dict[str, _Element]:
        """The headers and footers by their names."""
        names = related(self.parts, self.examined.package.main_part, ("header", "footer"))
        return {name: root for name in names if (root := self.root(name)) is not None}

    @cached_property
    def sections(self) -> list[_Element]:
        """The `w:sectPr` of the document that have a paper, the last one last."""
        return [section for section in self.main.iter(w("sectPr")) if section.find(w("pgSz")) is not None]

    def paragraphs(self) -> Iterator[_Element]:
        """The paragraphs of the parts that are filled, and of all headers and footers."""
        names = dict.fromkeys((*self.examined.filled, *self.running))
        for root in filter(lambda root: root is not None, map(self.root, names)):
            assert root is not None  # noqa: S101
            yield from root.iter(w("p"))

    def style_name(self, style_id: str) -> str:
        """The name that people see of a style; its id where it has none."""
        return self._names.get(style_id, style_id)

    @cached_property
    def _names(self) -> dict[str, str]:
        """The name of each style by its id; the first one of an id that several have."""
        styles = [] if self.styles is None else [*self.styles.iter(w("style"))]
        named = ((style.get(w("styleId"), ""), style.find(w("name"))) for style in reversed(styles))
        return {style_id: name.get(w("val"), "") for style_id, name in named if name is not None}

    def style_names(self) -> list[str]:
        """The names of all paragraph and character styles."""
        names = () if self.styles is None else self.styles.iterfind(f"{w('style')}/{w('name')}")
        return [name.get(w("val"), "") for name in names]


def place_of(paragraph: _Element) -> str:
    """A paragraph as messages name it: by its text."""
    return quote(text_of(paragraph), 60)
