"""Paragraphs of a template's XML: their text, style and properties, and children put in where the schema wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from renmin_docs.ooxml.characters import MATH
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value

if TYPE_CHECKING:
    from lxml.etree import _Element

FILLED = ("header", "footer", "footnotes", "endnotes")
"""The parts that are filled beside the main one, by the kind of its relationship to them."""
WITHIN = r"(?:(?!\{[{%#]).)*?"  # no tag begins in a tag: a search ends there, and thousands of them in no time
_PARAGRAPH, _TEXT = w("p"), w("t")
ANY_TAG = re.compile(rf"\{{\{{{WITHIN}\}}\}}|\{{%{WITHIN}%\}}|\{{#(?:(?!\{{#).)*?#\}}", re.DOTALL)
"""A whole tag of a template, of any kind."""

_HELD: dict[str, str] = {
    w("txbxContent"): "@text_box",
    w("drawing"): "@picture",
    w("pict"): "@picture",
    w("object"): "@object",
    w("sectPr"): "@section_break",
    w("footnoteReference"): "@note_mark",
    w("endnoteReference"): "@note_mark",
    w("fldChar"): "@word_field",
    w("fldSimple"): "@word_field",
    f"{{{MATH}}}oMath": "@formula",
    w("sym"): "@sign",
}
"""What else than text goes with a paragraph that is only a tag; the first that is there is named."""
_BREAKS = {"page": "@page_break", "column": "@column_break"}

_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The children of `w:pPr` (CT_PPr; ECMA-376, 17.3.1.26)."""
_PLACES = {w(name): place for place, name in enumerate(_ORDER)}


def within(paragraph: _Element, *tags: str) -> Iterator[_Element]:
    """Elements of a paragraph in their order, without those of the paragraphs in its text boxes.

    These are passed over, not looked at: boxes in boxes would take time in the square of their number.
    """
    pending = [*reversed(paragraph)]
    while pending:
        element = pending.pop()
        if element.tag != _PARAGRAPH:
            if element.tag in tags:
                yield element
            pending += reversed(element)


def text_of(paragraph: _Element) -> str:
    """The paragraph's own text, without that of the paragraphs in its text boxes."""
    return "".join(text.text or "" for text in within(paragraph, _TEXT))


def held_in(paragraph: _Element) -> str:
    """The word for what a paragraph holds beside text; empty where there is nothing."""
    tags = {element.tag for element in paragraph.iter(*_HELD)}
    if word := next((word for tag, word in _HELD.items() if tag in tags), ""):
        return word
    kinds = (element.get(w("type"), "") for element in within(paragraph, w("br")))
    return next((_BREAKS[kind] for kind in kinds if kind in _BREAKS), "")


def with_texts(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Each paragraph of a part with its own text; each text is looked at once, however deep it stands."""
    pieces: dict[_Element, list[str]] = {paragraph: [] for paragraph in root.iter(w("p"))}
    for text in root.iter(w("t")):
        if text.text and (owner := next(text.iterancestors(w("p")), None)) is not None:
            pieces[owner].append(text.text)
    return ((paragraph, "".join(texts)) for paragraph, texts in pieces.items())


def style_of(paragraph: _Element) -> str:
    """The `w:styleId` that a paragraph names; empty for the default style."""
    return value(paragraph.find(w("pPr")), "pStyle")


def properties_of(paragraph: _Element) -> _Element:
    """The paragraph's `w:pPr`, made where there is none."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    return properties


def drop(properties: _Element, name: str) -> None:
    """Take the children of a name out."""
    for child in properties.findall(w(name)):
        properties.remove(child)


def drop_element(child: _Element) -> None:
    """Take an element out of its parent; the text behind it, which Word's parts don't have, goes with it."""
    parent = child.getparent()
    if parent is not None:
        parent.remove(child)


def replace_with(old: _Element, new: Iterable[_Element]) -> None:
    """Put elements, which may be those within it, in the place of another."""
    for each in [*new]:
        old.addprevious(each)
    drop_element(old)


def insert_in_order(properties: _Element, child: _Element) -> None:
    """Put a child into `w:pPr` where the schema has it."""
    mine = _PLACES[child.tag]
    place = sum(_PLACES.get(other.tag, 0) < mine for other in properties)
    properties.insert(place, child)


def replace(properties: _Element, child: _Element) -> None:
    """Put a child where the schema has it, in place of those of its name."""
    drop(properties, child.tag.rpartition("}")[2])
    insert_in_order(properties, child)


def only_if(child: _Element, condition: str, otherwise: str = "") -> None:
    """Put a child that stands in its place between the tags of an `if`, with what else is to stand there."""
    parent, previous = child.getparent(), child.getprevious()
    opening = f"{{% if {condition} %}}"
    if previous is not None:
        previous.tail = (previous.tail or "") + opening
    elif parent is not None:
        parent.text = (parent.text or "") + opening
    child.tail = (f"{{% else %}}{otherwise}" if otherwise else "") + "{% endif %}" + (child.tail or "")


def append_tag(properties: _Element, tag: str) -> None:
    """Put a tag behind all children."""
    if len(properties):
        properties[-1].tail = (properties[-1].tail or "") + tag
    else:
        properties.text = tag


def element(name: str, *children: _Element, text: str | None = None, **attributes: str | int) -> _Element:
    """A WordprocessingML element with its children, or its text."""
    from lxml import etree

    made = etree.Element(w(name), {w(key): str(value) for key, value in attributes.items()})
    made.text = text
    made.extend(children)
    return made
