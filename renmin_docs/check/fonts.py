"""The type of paragraphs against GB/T 9704-2012, element by element, and what Word makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from renmin_docs.check.rules import Deviation, checks
from renmin_docs.check.subject import Subject, TemplateSubject
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import ON, whole
from renmin_docs.render.preparing.grids import text_of
from renmin_docs.standard.elements import BLACK, CHARACTER_ROLES, Element
from renmin_docs.standard.type import FONT_SETS, face_of

_ROLES = {role.style_name.lower(): role.face for role in CHARACTER_ROLES}
_SIZED_BY_ENGINE = ("issuer_mark",)
_IN_DIGITS = ("page_number",)
"""Elements whose type is that of their digits."""
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_MOST_SHOWN = 3
_STYLED = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_BLACK = ("", "AUTO", BLACK)
_CHINESE = re.compile("[⺀-鿿豈-﫿]")
_QUOTES = re.compile("[“”‘’—…·]")
"""Marks that are full-width in a Chinese font and half so in a Latin one."""
_NEWEST = 15
"""compatibilityMode of Word 2013 and later."""


@checks("element_face", "element_size", "element_color")
def type_of_elements(subject: Subject) -> Iterator[Deviation]:
    """Face, size and colour of everything that is printed."""
    for printed in subject.of_standard():
        for run in printed.runs:
            yield from ((finding, printed) for finding in _type(subject, run, printed.element))


@checks("quote_face", of="document")
def quotes(subject: Subject) -> Iterator[Deviation]:
    """Quotation marks and dashes, which Word takes from the Latin font unless the run says otherwise."""
    for printed in subject.printed:
        for run in printed.runs if _QUOTES.search(text_of(printed.paragraph)) else ():
            if _QUOTES.search(text_of(run)) and subject.formatting.of_run(run, "rFonts", "hint") != "eastAsia":
                family = subject.formatting.font(run, "hAnsi")
                if face_of(family) is None and family != subject.formatting.font(run):
                    yield Finding("quote_face", found=family or "@no_font"), printed


@checks("theme_fonts", of="template")
def theme_fonts(subject: TemplateSubject) -> Iterator[Finding]:
    """Fonts of the theme win over fonts by name; of styles that are used."""
    used = _used_styles(subject)
    styles = () if subject.styles is None else subject.styles.iter(w("style"), w("docDefaults"))
    found: list[str] = []
    for style in (each for each in styles if each.tag != w("style") or each.get(w("styleId"), "") in used):
        for fonts in style.iter(w("rFonts")):
            if any(fonts.get(w(name)) for name in _THEME):
                found.append(subject.style_name(style.get(w("styleId"), "")))
                break
    if found:
        named = "、".join([*filter(None, found)][:_MOST_SHOWN])
        yield Finding("theme_fonts", place=f"{named} ×{len(found)}" if len(found) > 1 else named)


@checks("compatibility_mode")
def compatibility(subject: Subject) -> Iterator[Finding]:
    """An older mode sets lines otherwise than what was measured."""
    settings = () if subject.settings is None else subject.settings.iter(w("compatSetting"))
    modes = [each.get(w("val"), "") for each in settings if each.get(w("name")) == "compatibilityMode"]
    if modes[-1:] != [str(_NEWEST)]:
        yield Finding("compatibility_mode", found=(modes or ["12"])[-1], expected=str(_NEWEST))


def _used_styles(subject: TemplateSubject) -> set[str]:
    """The styles of what stands in a template, and those that they are based on."""
    sheet = Stylesheet(subject.styles)
    defaults = {name for name, style in sheet.by_id.items() if style.get(w("default")) in ON}
    named = {each.get(w("val"), "") for root in subject.roots() for each in root.iter(*_STYLED)}
    return {each for name in named | defaults for each in sheet.chain(name)}


def _type(subject: Subject, run: _Element, element: Element) -> Iterator[Finding]:
    formatting, slot = subject.formatting, "ascii" if element.identifier in _IN_DIGITS else "eastAsia"
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    own = None if style is None else _ROLES.get(subject.style_name(style.get(w("val"), "")).lower())
    faces, family = (own,) if own else subject.faces_of(element), formatting.font(run, slot)
    if face_of(family) not in faces and _shows(run, slot):
        families = "、".join(dict.fromkeys(families[faces[0]] for families in FONT_SETS.values()))
        yield Finding("element_face", found=family or "@no_font", expected=f"{faces[0]}（{families}）")
    size = formatting.of_run(run, "sz")
    if element.identifier not in _SIZED_BY_ENGINE and size != str(element.size.half_points):
        points = f"{half_points / 2:g}" if (half_points := whole(size)) else "?"
        yield Finding("element_size", found=points, expected=f"{element.size.pt:g}")
    color = formatting.of_run(run, "color").upper()
    if color != element.color and not (color in _BLACK and element.color == BLACK):
        more: dict[str, Any] = {"clause": "5.2.4", "strength": "R"} if element.color == BLACK else {}
        yield Finding("element_color", found=color, expected=element.color, **more)


def _shows(run: _Element, slot: str) -> bool:
    """Whether a run shows characters of a slot; what a tag will print may."""
    text = text_of(run)
    return "{{" in text or bool(_CHINESE.search(text) if slot == "eastAsia" else any(map(str.isdigit, text)))
