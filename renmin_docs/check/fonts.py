"""The type of a template's paragraphs against GB/T 9704-2012, element by element, and what Word makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from renmin_docs.check.rules import checks
from renmin_docs.check.subject import place_of
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import measure, whole
from renmin_docs.render.preparing.paragraphs import style_of
from renmin_docs.standard.elements import BLACK, CHARACTER_ROLES, ELEMENTS
from renmin_docs.standard.page import BODY_SIZE
from renmin_docs.standard.type import FACES, FONT_SETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from renmin_docs.check.subject import Subject
    from renmin_docs.standard.elements import Element

_BY_STYLE = {element.style_id: element for element in ELEMENTS if element.strength in "RGTK"}
"""What the standard says something of; the rest is practice."""
_ROLES = {role.style_id: role.face for role in CHARACTER_ROLES}
_SIZED_BY_ENGINE = ("issuer_mark",)
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_SIDES = {
    "left": "@left",
    "start": "@left",
    "": "@left",
    "right": "@right",
    "end": "@right",
    "center": "@center",
    "both": "@both",
    "distribute": "@both",
}
"""`w:jc` → the word for it."""
_BLACK = ("", "AUTO", BLACK)
_TEXT_INDENT = 2
_ALIGNED = ("center", "right")
_NEWEST = 15
"""compatibilityMode of Word 2013 and later."""


@checks("element_face", "element_size", "element_color")
def type_of_elements(subject: Subject) -> Iterator[Finding]:
    """Face, size and colour of everything that a tag prints."""
    found = _Deviations()
    for paragraph, element in _elements(subject):
        for run in _printing(paragraph):
            for finding in _type(subject, run, element):
                found.add(finding, paragraph, element)
    yield from found.together()


@checks("element_alignment", "element_indent")
def position_of_elements(subject: Subject) -> Iterator[Finding]:
    """Alignment where the standard names one, and the two characters before the first line of text."""
    found = _Deviations()
    for paragraph, element in _elements(subject):
        side, wanted = _SIDES.get(subject.formatting.of_paragraph(paragraph, "jc"), "@both"), _SIDES[element.alignment]
        if element.alignment in _ALIGNED and side != wanted:
            found.add(Finding("element_alignment", found=side, expected=wanted), paragraph, element)
        if element.indent == _TEXT_INDENT and (indent := _indent(subject, paragraph)) != _TEXT_INDENT:
            found.add(Finding("element_indent", found=f"{indent:g}", expected=f"{_TEXT_INDENT}"), paragraph, element)
    yield from found.together()


@checks("theme_fonts")
def theme_fonts(subject: Subject) -> Iterator[Finding]:
    """Fonts of the theme win over fonts by name."""
    for style in () if subject.styles is None else subject.styles.iter(w("style"), w("docDefaults")):
        for fonts in style.iter(w("rFonts")):
            if any(fonts.get(w(name)) for name in _THEME):
                yield Finding("theme_fonts", place=subject.style_name(style.get(w("styleId"), "")))
                break


@checks("auto_space")
def automatic_space(subject: Subject) -> Iterator[Finding]:
    """Space that Word puts between Chinese and digits eats the 28 characters."""
    for paragraph, element in _elements(subject):
        if element.indent == _TEXT_INDENT and any(
            subject.formatting.switch(paragraph, name, default=True) for name in ("autoSpaceDE", "autoSpaceDN")
        ):
            yield Finding("auto_space", place=place_of(paragraph))
            return


@checks("compatibility_mode")
def compatibility(subject: Subject) -> Iterator[Finding]:
    """An older mode sets lines otherwise than what was measured."""
    settings = () if subject.settings is None else subject.settings.iter(w("compatSetting"))
    modes = [each.get(w("val"), "") for each in settings if each.get(w("name")) == "compatibilityMode"]
    if modes[-1:] != [str(_NEWEST)]:
        yield Finding("compatibility_mode", found=(modes or ["12"])[-1], expected=str(_NEWEST))


def _elements(subject: Subject) -> Iterator[tuple[_Element, Element]]:
    for paragraph in subject.paragraphs():
        element = _BY_STYLE.get(style_of(paragraph))
        if element is not None and next(_printing(paragraph), None) is not None:
            yield paragraph, element


def _printing(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph that print something of a report."""
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p"))) is paragraph and "{{" in "".join(
            each.text or "" for each in run.iter(w("t"))
        ):
            yield run


def _type(subject: Subject, run: _Element, element: Element) -> Iterator[Finding]:
    formatting = subject.formatting
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    face = (None if style is None else _ROLES.get(style.get(w("val"), ""))) or element.face
    family = formatting.of_run(run, "rFonts", "eastAsia")
    if FACES.get(family.lower()) != face:
        families = "、".join(dict.fromkeys(families[face] for families in FONT_SETS.values()))
        yield Finding("element_face", found=family or "@no_font", expected=f"{face}（{families}）")
    size = formatting.of_run(run, "sz")
    if element.identifier not in _SIZED_BY_ENGINE and size != str(element.size.half_points):
        points = f"{half_points / 2:g}" if (half_points := whole(size)) else "?"
        yield Finding("element_size", found=points, expected=f"{element.size.pt:g}")
    color = formatting.of_run(run, "color").upper()
    if color != element.color and not (color in _BLACK and element.color == BLACK):
        more: dict[str, Any] = {"clause": "5.2.4", "strength": "R"} if element.color == BLACK else {}
        yield Finding("element_color", found=color, expected=element.color, **more)


def _indent(subject: Subject, paragraph: _Element) -> float:
    """The first line's indent in characters of body text, rounded to tenths."""
    characters = subject.formatting.of_paragraph(paragraph, "ind", "firstLineChars")
    if hundredths := whole(characters):
        return hundredths / 100
    return round((measure(subject.formatting.of_paragraph(paragraph, "ind", "firstLine")) or 0) / BODY_SIZE, 1)


class _Deviations:
    """Deviations of elements, those that are the same in several reported once, with all the elements."""

    def __init__(self) -> None:
        self._places: dict[Finding, dict[str, str]] = {}

    def add(self, finding: Finding, paragraph: _Element, element: Element) -> None:
        """A deviation of a paragraph, under its element's clause unless it brings its own."""
        if not finding.clause:
            finding = replace(finding, clause=element.clause, strength=element.strength)
        self._places.setdefault(finding, {}).setdefault(element.term, place_of(paragraph))

    def together(self) -> Iterator[Finding]:
        """Each deviation with its element and paragraph, or with all its elements."""
        for finding, places in self._places.items():
            single = " ".join(*places.items()) if len(places) == 1 else ""
            yield finding.at(single or "、".join(places))
