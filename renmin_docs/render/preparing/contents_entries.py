r"""The entries of a contents page: the headings of the filled document, without page numbers.

Only a program that lays out the page knows these; it makes the entries anew when the field is updated.
Source: ECMA-376-1, 17.16.5.68 (TOC: `\o` levels of headings, `\u` outline levels, `\t` styles with their levels).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_filled, parse_xml, serialize
from renmin_docs.render.preparing.contents import contents_fields, entry_paragraphs
from renmin_docs.render.preparing.paragraphs import drop, element, insert_in_order, properties_of
from renmin_docs.render.preparing.prepared import PLACEHOLDER
from renmin_docs.render.preparing.style_ids import STYLES
from renmin_docs.standard.elements import BY_STYLE_NAME, GLOSSARY

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.render.values.blocks import Block

_SWITCH = re.compile(r'\\([a-z])(?:\s+"([^"]*)"|\s*([^\\"]*))', re.IGNORECASE)
_RANGE = re.compile(r"\s*([1-9])\s*[-–]\s*([1-9])\s*")
_SEPARATOR = re.compile("[,;，；]")
_HEADING, _TITLE = "heading_", "attachment_title"
_CHINESE = re.compile(r"标题 ?([1-9])")
_NOT_REPEATED = ("pageBreakBefore", "sectPr")
"""Properties of the first entry's paragraph that would hold for that paragraph alone."""
_SECTION = w("sectPr")
_REFERENCES = (w("headerReference"), w("footerReference"))
_BEFORE_NUMBER = (*_REFERENCES, *map(w, ("footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders")))
"""What stands before `w:pgNumType` in a section (`w:lnNumType` aside, which numbers lines)."""


class Heading(NamedTuple):
    """A heading of a document: the kind of its block, and what is printed."""

    kind: str
    text: str


def headings_of(blocks: Sequence[Block]) -> list[Heading]:
    """The headings among blocks whose marks are still written out, and the titles of attachments."""
    return [
        Heading(block["kind"], " ".join(f"{block['mark']}{block['text']}".split()))
        for block in blocks
        if block["kind"].startswith(_HEADING) or (block["kind"] == _TITLE and block["text"])
    ]


def with_entries(xml: str, headings: Sequence[Heading], styles: bytes | None, *, is_own_leaf: bool = False) -> str:
    """A filled part with the entries of its contents fields; one without entries keeps its placeholder.

    Args:
        xml: The part.
        headings: The headings in it.
        styles: The part of the styles.
        is_own_leaf: Whether a contents page that is a section without page number is not counted: the pages behind it
            begin with 1. A template can't say so, if that section stands in it under a condition.
    """
    root = parse_filled(xml)
    by_level = {} if styles is None else _entry_styles(parse_xml(styles, part=STYLES))
    for field in [*contents_fields(root)]:
        levels = levels_of(field.code)
        entries = [(levels[each.kind], each.text) for each in headings if each.kind in levels]
        paragraphs = entry_paragraphs(field)
        if entries and len(paragraphs) == 1:
            _fill(paragraphs[0], field.end, entries, by_level)
    if is_own_leaf:
        _count_behind(root)
    return serialize(root)


def _count_behind(root: _Element) -> None:
    """Let the section behind that of the first contents page begin with page 1, if that has no page number."""
    begin = next((field.begin for field in contents_fields(root)), None)
    marks = [each for each in root.iter(_SECTION, w("fldChar")) if each.tag == _SECTION or each is begin]
    sections = marks[marks.index(begin) + 1 :] if begin in marks else []
    if len(sections) > 1 and not any(each.tag in _REFERENCES for each in sections[0]):
        drop(sections[1], "pgNumType")
        before = [each for each in sections[1] if each.tag in _BEFORE_NUMBER]
        before[-1].addnext(element("pgNumType", start="1"))


def levels_of(code: str) -> dict[str, int]:
    r"""Kind of heading → its level in the contents, as the switches of a field's code have it.

    >>> levels_of(r'TOC \o "1-2" \h')
    {'heading_1': 1, 'heading_2': 2}
    """
    switches = {name.lower(): quoted or plain for name, quoted, plain in _SWITCH.findall(code)}
    levels: dict[str, int] = {}
    if switches.keys() & {"o", "u"} or not switches.keys() & {"t", "c", "a", "f"}:
        found = _RANGE.fullmatch(switches.get("o", ""))
        first, last = (int(found[1]), int(found[2])) if found else (1, 9)
        levels = {f"{_HEADING}{level}": level for level in range(first, min(last, 4) + 1)}
    names = _SEPARATOR.split(switches.get("t", ""))
    for name, level in zip(names[::2], names[1::2], strict=False):
        if level.strip() in {*"123456789"}:
            levels[_kind(name.strip(), level.strip())] = int(level)
    return levels


def _kind(style: str, level: str) -> str:
    """The kind of heading that has a style; by its level where the style's name tells none."""
    name = _CHINESE.sub(r"heading \1", style).lower()
    return BY_STYLE_NAME.get(name) or GLOSSARY.get(style) or f"{_HEADING}{level}"


def _entry_styles(styles: _Element) -> dict[int, str]:
    """Level → id of the style for its entries, by the names that Word and LibreOffice have for them."""
    found = {}
    for style in styles.iter(w("style")):
        words = value(style, "name").strip().lower()
        if re.fullmatch("(?:toc|contents) [1-9]", words):
            found[int(words[-1])] = style.get(w("styleId"), "")
    return found


def _fill(first: _Element, end: _Element, entries: list[tuple[int, str]], styles: dict[int, str]) -> None:
    """Put entries in the place of the placeholder, each in a paragraph; the field ends in the last one."""
    text = next((each for each in first.iter(w("t")) if each.text == PLACEHOLDER), None)
    end_run = end.getparent()
    if text is None or end_run is None or end_run.getparent() is not first:
        return
    tail = [end_run, *end_run.itersiblings()]
    text.text = entries[0][1]
    paragraphs = [first, *_following(first, entries[1:])]
    for paragraph, (level, _) in zip(paragraphs, entries, strict=True):
        if level in styles:
            properties = properties_of(paragraph)
            drop(properties, "pStyle")
            properties.insert(0, element("pStyle", val=styles[level]))
    paragraphs[-1].extend(tail)
    section = properties_of(first).find(_SECTION)
    if section is not None:
        insert_in_order(properties_of(paragraphs[-1]), section)


def _following(first: _Element, entries: list[tuple[int, str]]) -> Iterator[_Element]:
    """New paragraphs behind the first, with its properties."""
    properties = copy.deepcopy(properties_of(first))
    for name in _NOT_REPEATED:
        drop(properties, name)
    before = first
    for _, words in entries:
        paragraph = element("p", copy.deepcopy(properties), element("r", element("t", text=words)))
        before.addnext(paragraph)
        before = paragraph
        yield paragraph
