"""Sections and paragraphs of an OpenDocument text that are hidden: their text is made hidden text.

LibreOffice hides them on the page, but has no such thing in a .docx, and writes them there for all to read; hidden text
it keeps. Source: OASIS OpenDocument 1.3, part 3: 5.4 (sections), 7.7.9 and 7.7.10 (hidden text, hidden paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}".format
_SECTION, _PARAGRAPHS = _NAMESPACE("text", "section"), (_NAMESPACE("text", "p"), _NAMESPACE("text", "h"))
_FIELD = _NAMESPACE("text", "hidden-paragraph")
_DISPLAY, _IS_HIDDEN = _NAMESPACE("text", "display"), _NAMESPACE("text", "is-hidden")
_STYLE_NAME, _HIDDEN = _NAMESPACE("text", "style-name"), "renmin-docs-hidden"


def hide_text(root: _Element) -> None:
    """Make the text of hidden sections and paragraphs of a `content.xml` hidden text."""
    paragraphs = dict.fromkeys(_hidden_paragraphs(root))
    for paragraph in paragraphs:
        span = etree.Element(_NAMESPACE("text", "span"), {_STYLE_NAME: _HIDDEN})
        span.text, paragraph.text = paragraph.text, None
        span.extend(list(paragraph))
        paragraph.append(span)
    if paragraphs:
        _add_style(root)


def _hidden_paragraphs(root: _Element) -> Iterator[_Element]:
    for section in root.iter(_SECTION):
        display = section.get(_DISPLAY, "true")
        if display == "none" or (display == "condition" and section.get(_IS_HIDDEN) != "false"):
            section.set(_DISPLAY, "true")
            yield from section.iter(*_PARAGRAPHS)
    for field in root.iter(_FIELD):
        if field.get(_IS_HIDDEN) == "true":
            yield from (each for each in field.iterancestors(*_PARAGRAPHS))


def _add_style(root: _Element) -> None:
    styles = root.find(_NAMESPACE("office", "automatic-styles"))
    if styles is None:
        styles = etree.Element(_NAMESPACE("office", "automatic-styles"))
        root.insert(0, styles)
    named = {_NAMESPACE("style", "name"): _HIDDEN, _NAMESPACE("style", "family"): "text"}
    style = etree.SubElement(styles, _NAMESPACE("style", "style"), named)
    etree.SubElement(style, _NAMESPACE("style", "text-properties"), {_DISPLAY: "none"})
