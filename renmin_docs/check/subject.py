"""A .docx as the checks see it: its parts parsed once, the paragraphs that print something, how they look."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from renmin_docs.check.geometry import geometry_of
from renmin_docs.check.rules import PageFinding
from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.fields import field_codes, field_name
from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.theme import theme_fonts
from renmin_docs.ooxml.xml import parse_xml
from renmin_docs.render.preparing.contents import contents_fields, entry_paragraphs
from renmin_docs.render.preparing.known_names import tag_of
from renmin_docs.render.preparing.paragraphs import style_of, text_of, within
from renmin_docs.standard.elements import BY_IDENTIFIER, ELEMENTS, Element
from renmin_docs.standard.type import Face

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.package import Package
    from renmin_docs.render.preparing.compiler import Examined

_PLAIN = ("", "Normal")
_BY_STYLE = {element.style_id: element for element in ELEMENTS} | dict.fromkeys(_PLAIN, BY_IDENTIFIER["paragraph"])
_ONE_TAG = re.compile(r"\s*\{\{\s*([^\s{}]+)\s*\}\}\s*")
_LONGEST_PLACE, _SHORT_PLACE = 60, 24
"""Characters of a tag's paragraph, and of a text's, that a message shows."""


class Printed(NamedTuple):
    """A paragraph that prints something.

    Attributes:
        paragraph: The `w:p`.
        element: The element of a document that it is.
        runs: Its runs that print.
        number: That of its passage, from 0; -1 in a template, and outside of the text.
    """

    paragraph: _Element
    element: Element
    runs: list[_Element]
    number: int = -1

    @property
    def text(self) -> str:
        """What it says."""
        return text_of(self.paragraph)

    @property
    def place(self) -> str:
        """How messages name it: by how its text begins."""
        return place_of(self.paragraph, _LONGEST_PLACE if self.number < 0 else _SHORT_PLACE)

    def finding(self, rule: str, found: str = "", expected: str = "") -> PageFinding:
        """A finding on it alone."""
        return PageFinding(Finding(rule, f"{self.element.term} {self.place}", found, expected), (self.number,))


class Subject(ABC):
    """A .docx that is checked."""

    kind: ClassVar[Literal["template", "document"]]

    def __init__(self, package: Package) -> None:
        self.parts, self.main_part = package.parts, package.main_part
        self._roots: dict[str, _Element | None] = {}

    @cached_property
    @abstractmethod
    def printed(self) -> list[Printed]:
        """The paragraphs that print something and are an element of a document."""

    def of_standard(self) -> list[Printed]:
        """Those of them that the standard says something of; the rest is practice."""
        return [printed for printed in self.printed if printed.element.strength in "RGTK"]

    def faces_of(self, element: Element) -> tuple[Face, ...]:
        """The kinds of type that an element may have."""
        return (element.face,)

    def root(self, name: str) -> _Element | None:
        """The root of a part; None where there is no such part."""
        if name not in self._roots:
            self._roots[name] = parse_xml(self.parts[name], part=name) if name in self.parts else None
        return self._roots[name]

    def beside(self, kind: str) -> _Element | None:
        """The root of the part of a kind, `styles`, that the document part leads to; None where there is none."""
        return self.root(next(iter(related(self.parts, self.main_part, (kind,))), ""))

    @cached_property
    def main(self) -> _Element:
        """The root of the document part."""
        root = self.root(self.main_part)
        assert root is not None  # noqa: S101 - the package was opened
        return root

    @cached_property
    def styles(self) -> _Element | None:
        """The root of the styles part."""
        return self.beside("styles")

    @cached_property
    def settings(self) -> _Element | None:
        """The root of the settings part."""
        return self.beside("settings")

    @cached_property
    def formatting(self) -> Formatting:
        """How runs and paragraphs look."""
        return Formatting(self.styles, self.beside("numbering"), theme_fonts(self.beside("theme"), self.settings))

    @cached_property
    def running(self) -> dict[str, _Element]:
        """The headers and footers by their names."""
        names = related(self.parts, self.main_part, ("header", "footer"))
        return {name: root for name in names if (root := self.root(name)) is not None}

    @cached_property
    def sections(self) -> list[_Element]:
        """The `w:sectPr` of the document that have a paper, the last one last."""
        return [section for section in self.main.iter(w("sectPr")) if section.find(w("pgSz")) is not None]

    @cached_property
    def upright(self) -> list[_Element]:
        """Those of the sections whose pages stand upright."""
        return [section for section in self.sections if geometry_of(section).is_portrait]

    @cached_property
    def page_numbers(self) -> dict[str, _Element]:
        """Name of a header or footer → the paragraph in it that has the page number, the innermost one."""
        found = {name: [*_numbered(root)] for name, root in self.running.items()}
        return {name: paragraphs[-1] for name, paragraphs in found.items() if paragraphs}

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


class TemplateSubject(Subject):
    """A template that is checked, with what the compiler says of it."""

    kind = "template"

    def __init__(self, examined: Examined) -> None:
        super().__init__(examined.package)
        self.examined = examined

    def roots(self) -> list[_Element]:
        """The roots of the parts that are filled, and of all headers and footers."""
        names = dict.fromkeys((*self.examined.filled, *self.running))
        return [root for root in map(self.root, names) if root is not None]

    def paragraphs(self) -> Iterator[_Element]:
        """The paragraphs of these."""
        for root in self.roots():
            yield from root.iter(w("p"))

    @cached_property
    def printed(self) -> list[Printed]:
        """The paragraphs with tags that print something of a report."""
        entries = {each for field in contents_fields(self.main) for each in entry_paragraphs(field)}
        paragraphs = (each for each in self.paragraphs() if each not in entries)
        found = ((each, _element_of(each), _filled_runs(each)) for each in paragraphs)
        return [Printed(each, element, runs) for each, element, runs in found if element is not None and runs]


def _element_of(paragraph: _Element) -> Element | None:
    """What a paragraph of a template prints: its style says it, or where that says nothing its only tag."""
    style, tag = style_of(paragraph), _ONE_TAG.fullmatch(text_of(paragraph))
    named = BY_IDENTIFIER.get(tag_of(tag[1]).strip("{} ")) if tag and style in _PLAIN else None
    return named or _BY_STYLE.get(style)


def place_of(paragraph: _Element, longest: int = _LONGEST_PLACE) -> str:
    """A paragraph as messages name it: by its text."""
    return quote(text_of(paragraph), longest)


def _filled_runs(paragraph: _Element) -> list[_Element]:
    """The runs of a paragraph with a tag that prints something."""
    return [run for run in within(paragraph, w("r")) if "{{" in "".join(each.text or "" for each in run.iter(w("t")))]


def _numbered(root: _Element) -> Iterator[_Element]:
    """The paragraphs with a page number; of two versions of one text box those of the first."""
    for paragraph in root.iter(w("p")):
        is_other = next(paragraph.iterancestors(f"{{{COMPATIBILITY}}}Fallback"), None) is not None
        if not is_other and any(field_name(code) == "PAGE" for code in field_codes(paragraph)):
            yield paragraph
