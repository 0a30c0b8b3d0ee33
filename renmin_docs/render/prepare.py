"""What a template's main part gets before it is compiled: positions and list levels that no person types.

A clerk writes `{{ block.mark }}` and `{{ issue_date }}` into ordinary paragraphs. Word's list level of the
one, and the indent of the other, differ from report to report; they are put into the paragraphs'
properties here, as tags of the engine's own.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_property
from renmin_docs.report.text import quote
from renmin_docs.standard.elements import BY_IDENTIFIER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MARK = re.compile(r"\{\{-?\s*(\w+)\.mark\b")
_BLOCK = re.compile(r"(?:\{\{-?\s*|\bin )(\w+)\.(?:text|points)\b")
_WITHIN = r"(?:(?!\{[{%#]).)*?"  # no tag begins in a tag: a search ends there, and thousands of them in no time
_ANY_TAG = re.compile(rf"\{{\{{{_WITHIN}\}}\}}|\{{%{_WITHIN}%\}}|\{{#(?:(?!\{{#).)*?#\}}", re.DOTALL)
_BROKEN_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_LONE_STATEMENT = re.compile(r"\{%-?\s*((?:for|if|elif|else|endif|endfor)\b[^%]*?)-?%\}")
_PARAGRAPH_TAG = re.compile(rf"\{{[{{%#]p\s{_WITHIN}[}}%#]\}}")
_OBJECTS = {"txbxContent": "@text_box", "drawing": "@picture", "pict": "@picture", "sectPr": "@section_break"}
"""What else than text goes with a paragraph that is only a tag."""
_SIGNED = ("issuer", "issue_date")

# The order of CT_PPr (ECMA-376, 17.3.1.26) around the two children that are put in.
_BEFORE_NUM_PR = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_AFTER_IND = (
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)


def tag_faults(root: _Element) -> Iterator[Finding]:
    """Tags that would lose text or leave empty paragraphs, seen paragraph by paragraph.

    docxtpl deletes the text beside a paragraph tag; a tag that is not closed swallows what follows it; a
    `{% for %}` that stands alone leaves its paragraph behind, once a turn.
    """
    for paragraph in root.iter(w("p")):
        text = _text(paragraph)
        place = quote(text, 60)
        beside, held = _PARAGRAPH_TAG.search(text), _held(paragraph)
        if _BROKEN_TAG.search(_ANY_TAG.sub("", text)):
            yield Finding("tag_unclosed", place=place, expected="{{ … }}、{% … %}")
        elif beside and (rest := (text[: beside.start()] + text[beside.end() :]).strip()):
            yield Finding("text_beside_tag", place=place, found=rest, expected=beside.group())
        elif beside and held:
            yield Finding("object_beside_tag", place=place, found=held, expected=beside.group())
        elif not held and (alone := _LONE_STATEMENT.fullmatch(text.strip())):
            yield Finding("tag_without_p", place=place, found=text.strip(), expected=f"{{%p {alone[1]}%}}")


def marked_styles(root: _Element) -> list[str]:
    """Ids of the styles of the paragraphs that print a block's mark, in the order of the template."""
    styles = (_style(paragraph) for paragraph, _ in _marked(root))
    return list(dict.fromkeys(style for style in styles if style))


def place_signature(root: _Element) -> None:
    """Let the right indents of issuer and date come from the report, where they stand in our styles."""
    elements = {BY_IDENTIFIER[name].style_id: name for name in _SIGNED}
    for paragraph in root.iter(w("p")):
        name = elements.get(_style(paragraph))
        if name is not None and "{{" in _text(paragraph):
            properties = _properties(paragraph)
            _drop(properties, "ind")
            indent = {w("right"): f"{{{{ signature.{name} }}}}", w("firstLine"): "0"}
            _insert_before(properties, _element("ind", indent), _AFTER_IND)


def keep_with_next(root: _Element) -> None:
    """Let the last paragraph before the signature keep with it, so that no signature stands alone on a page."""
    for paragraph in root.iter(w("p")):
        text = _text(paragraph)
        match = _BLOCK.search(text)
        properties = _properties(paragraph) if match and not _PARAGRAPH_TAG.search(text) else None
        if match and properties is not None and properties.find(w("keepNext")) is None:
            style = properties.findall(w("pStyle"))
            keep = _element("keepNext")
            properties.insert(len(style), keep)
            _only_if(properties, keep, f"{match[1]}.keep_next")


def number_by_text(root: _Element) -> None:
    """Typed numbers: no paragraph that prints a mark may have Word's number as well."""
    for paragraph, _ in _marked(root):
        _drop(_properties(paragraph), "numPr")


def number_by_list(root: _Element, styles: _Element | None) -> None:
    """Native numbers: each paragraph that prints a mark takes its list and level from the block.

    A block without a number takes the list 0, which is none. The indent of the paragraph's style is
    repeated, since a list brings its own (Word) and leaving one drops the style's (LibreOffice 7.4).
    """
    for paragraph, variable in _marked(root):
        properties = _properties(paragraph)
        _drop(properties, "numPr")
        number = _element("numPr")
        number.append(_element("ilvl", {w("val"): f"{{{{ {variable}.list_level }}}}"}))
        number.append(_element("numId", {w("val"): f"{{{{ {variable}.list_num }}}}"}))
        place = sum(child.tag in {w(name) for name in _BEFORE_NUM_PR} for child in properties)
        properties.insert(place, number)
        indent = style_property(styles, _style(paragraph), "ind")
        if indent is not None and properties.find(w("ind")) is None:
            _insert_before(properties, copy.deepcopy(indent), _AFTER_IND)


def _marked(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that print the mark of a block (not those of inline points), with its variable."""
    for paragraph in root.iter(w("p")):
        text = _text(paragraph)
        match = _MARK.search(text)
        if match and f"for {match[1]} " not in text:
            yield paragraph, match[1]


def _text(paragraph: _Element) -> str:
    """The paragraph's own text, without that of the paragraphs in its text boxes."""
    texts = (text for text in paragraph.iter(w("t")) if next(text.iterancestors(w("p"))) is paragraph)
    return "".join(text.text or "" for text in texts)


def _held(paragraph: _Element) -> str:
    """The word for what the paragraph holds beside text; empty where there is nothing."""
    return next((word for name, word in _OBJECTS.items() if paragraph.find(f".//{w(name)}") is not None), "")


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


def _properties(paragraph: _Element) -> _Element:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = _element("pPr")
        paragraph.insert(0, properties)
    return properties


def _drop(properties: _Element, name: str) -> None:
    for child in properties.findall(w(name)):
        properties.remove(child)


def _only_if(properties: _Element, child: _Element, condition: str) -> None:
    """Put the child between the tags of an `if`."""
    previous = child.getprevious()
    if previous is None:
        properties.text = f"{{% if {condition} %}}"
    else:
        previous.tail = f"{{% if {condition} %}}"
    child.tail = "{% endif %}"


def _insert_before(properties: _Element, child: _Element, successors: tuple[str, ...]) -> None:
    names = {w(name) for name in successors}
    place = next((index for index, other in enumerate(properties) if other.tag in names), len(properties))
    properties.insert(place, child)


def _element(name: str, attributes: dict[str, str] | None = None) -> _Element:
    from lxml import etree

    return etree.Element(w(name), attributes or {})
