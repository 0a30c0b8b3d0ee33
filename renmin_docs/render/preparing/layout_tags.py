"""Positions and sizes that follow from a report's text, put into a template's paragraphs as tags of the engine's own.

A clerk writes `{{ issue_date }}` into a paragraph of its style. How far from the right edge it stands differs
from report to report; no person types that.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

from renmin_docs.ooxml.names import COMPATIBILITY, DRAWING, WORD_DRAWING, WORD_SHAPE, w
from renmin_docs.ooxml.values import measure, value
from renmin_docs.render.preparing.paragraphs import (
    drop,
    drop_element,
    element,
    properties_of,
    replace,
    style_of,
    text_of,
)
from renmin_docs.render.preparing.tag_rules import MARKUP_TAG
from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.units import Length

_VARIABLE = re.compile(r"\{\{-?\s*(\w+)\.(?:lead|text)\b")


def place(root: _Element) -> None:
    """Give every paragraph whose position the report decides the tags that do so."""
    for paragraph in root.iter(w("p")):
        rule = _RULES.get(style_of(paragraph))
        if rule is not None:
            rule(paragraph)


def _signature(name: str) -> Callable[[_Element], None]:
    """The right indent of issuer, date or position: a block's in the loop, the report's outside it.

    A position has its stamp beside it.
    """

    def rule(paragraph: _Element) -> None:
        text = text_of(paragraph)
        match = _VARIABLE.search(text)
        if match or "{{" in text:
            tag = f"{match[1]}.right" if match else f"signature.{name}"
            _indent(paragraph, right=f"{{{{ {tag} }}}}", firstLine="0")
        if match and name == "position":
            _put_seals(paragraph, match[1])

    return rule


def _attachment_item(paragraph: _Element) -> None:
    if match := _VARIABLE.search(text_of(paragraph)):
        _indent(paragraph, left=f"{{{{ {match[1]}.left }}}}", hanging=f"{{{{ {match[1]}.hanging }}}}")


def _issuer_row(paragraph: _Element) -> None:
    """A centred tab stop for each organ of the row, and their seals."""
    if match := _VARIABLE.search(text_of(paragraph)):
        tab = element("tab", val="center", pos="{{ center }}")
        tabs = element("tabs", tab, text=f"{{% for center in {match[1]}.centers %}}")
        tab.tail = "{% endfor %}"
        _put(paragraph, tabs)
        _put_seals(paragraph, match[1])


def _put_seals(paragraph: _Element, variable: str) -> None:
    """The pictures of the seals, before the text that they lie behind, unless a tag of the template prints them."""
    if not MARKUP_TAG.search(text_of(paragraph)):
        properties_of(paragraph).tail = f"{{{{ {variable}.picture }}}}"


def _signatory_row(paragraph: _Element) -> None:
    _put(paragraph, element("tabs", element("tab", val="left", pos="{{ header.signatory_tab }}")))


def _mark_space(paragraph: _Element) -> None:
    _pitch(paragraph, "{{ header.mark_before }}")


def _mark(paragraph: _Element) -> None:
    _pitch(paragraph, "{{ header.mark_pitch }}")
    parent = paragraph.getparent()
    if parent is not None and parent.tag == w("tc") and ".name" in text_of(paragraph):  # one of several organs
        _indent(paragraph, left="{{ header.mark_indent }}", right="{{ header.mark_indent }}")
        _put(paragraph, element("jc", val="distribute"))  # as wide as the longest of them
    for run in paragraph.iter(w("r")):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        for name in ("sz", "szCs"):
            drop(properties, name)
            properties.append(element(name, val="{{ header.mark_size }}"))


def _imprint_space(paragraph: _Element) -> None:
    """The space that the imprint's box needs, and the height of the box, whose last rule lies on the foot of 版心.

    Word 2016 and LibreOffice 7.4 write the box a second time, for programs of before 2010. It has a height of its
    own that nothing sets, and so is left out.
    """
    _pitch(paragraph, "{{ imprint.height_twips }}")
    for fallback in [*paragraph.iter(f"{{{COMPATIBILITY}}}Fallback")]:
        drop_element(fallback)
    for extent in (*paragraph.iter(f"{{{WORD_DRAWING}}}extent"), *paragraph.iter(f"{{{DRAWING}}}ext")):
        if "cy" in extent.attrib:  # an extension is an `ext` too
            extent.set("cy", "{{ imprint.height }}")
    for body in paragraph.iter(f"{{{WORD_SHAPE}}}bodyPr"):
        body.set("bIns", "{{ imprint.below }}")
    for position in paragraph.iter(f"{{{WORD_DRAWING}}}positionV"):
        _stand_on_margin(position)


def _stand_on_margin(position: _Element) -> None:
    """Count a place at the foot of the text from the paper's upper edge.

    LibreOffice 7.4 has a lower margin of its own in a section that begins on an even page.
    """
    align, foot = position.find(f"{{{WORD_DRAWING}}}align"), _foot_of(position)
    if align is None or align.text != "bottom" or position.get("relativeFrom") != "margin" or foot is None:
        return
    position.set("relativeFrom", "page")
    align.tag = f"{{{WORD_DRAWING}}}posOffset"
    align.text = f"{{{{ {int(foot)} - imprint.height }}}}"


def _foot_of(position: _Element) -> Length | None:
    """From the paper's upper edge to the lower margin of the template's last section."""
    section = position.getroottree().find(f"{w('body')}/{w('sectPr')}")
    height, bottom = measure(value(section, "pgSz", "h")), measure(value(section, "pgMar", "bottom"))
    return None if height is None or bottom is None else Length(height - bottom)


_RULES: dict[str, Callable[[_Element], None]] = {
    BY_IDENTIFIER[name].style_id: rule
    for name, rule in (
        ("issuer", _signature("issuer")),
        ("issue_date", _signature("issue_date")),
        ("position", _signature("position")),
        ("attachment_item", _attachment_item),
        ("issuers", _issuer_row),
        ("signatory_row", _signatory_row),
        ("mark_space", _mark_space),
        ("issuer_mark", _mark),
        ("imprint_space", _imprint_space),
    )
}
"""Style of a paragraph → what its position needs."""


def _indent(paragraph: _Element, **sides: str) -> None:
    _put(paragraph, element("ind", **sides))


def _pitch(paragraph: _Element, line: str) -> None:
    _put(paragraph, element("spacing", line=line, lineRule="exact"))


def _put(paragraph: _Element, child: _Element) -> None:
    replace(properties_of(paragraph), child)
