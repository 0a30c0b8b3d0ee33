"""What a template drops with its text, so that last year's words are not handed on: pictures, notes, comments."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from renmin_docs.ooxml.links import links, without
from renmin_docs.ooxml.names import CONTENT_TYPES, w
from renmin_docs.ooxml.relationships import related, relationships_name
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.extra_parts import TYPES
from renmin_docs.render.preparing.paragraphs import drop_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_USED_BY_ID = frozenset(("image", "hdphoto", "chart", "chartEx", "hyperlink", "oleObject", "package", "control", "ink"))
"""Kinds of relationships that the main part uses by their ids."""
_DIAGRAM = "diagram"
"""Begins those of the parts of a diagram."""
_LEFT = frozenset(
    (
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "attachedTemplate"),
        *("custom-properties", "thumbnail", "customXml", "glossaryDocument", "printerSettings"),
        *("aFChunk", "subDocument", "stylesWithEffects"),
    )
)
"""Kinds of relationships that a template does without."""
_MARKS = tuple(
    map(w, ("commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak"))
)
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_SETTINGS = tuple(
    map(w, ("attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "rsids", "mailMerge"))
)
_HEADINGS = tuple(f"heading {level}" for level in range(1, 5))
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def forget_marks(root: _Element) -> None:
    """Drop comments' marks, and bookmarks that have lost their other end."""
    for each in [*root.iter(*_MARKS, w("commentReference"))]:
        drop_element(each)
    begun, ended = ({each.get(w("id")) for each in root.iter(tag)} for tag in _BOOKMARKS)
    for each in [*root.iter(*_BOOKMARKS)]:
        if each.get(w("id")) not in begun & ended:
            drop_element(each)


def forget_headings(styles: _Element, used: Collection[str]) -> None:
    """Drop Word's own styles of headings that no paragraph uses, so that such headings get the standard's look.

    Those in fonts of the theme, and mostly blue, were never any office's. What is based on one is so no longer.
    """
    for style in [*styles.iterfind(w("style"))]:
        style_id, name = style.get(w("styleId"), ""), value(style, "name").lower()
        is_of_theme = any(str(key).endswith("Theme") for fonts in style.iter(w("rFonts")) for key in fonts.attrib)
        if name in _HEADINGS and is_of_theme and style_id not in used:
            for each in [*styles.iter(w("basedOn"), w("link"), w("next"))]:
                if each.get(w("val")) == style_id:
                    drop_element(each)
            drop_element(style)


def without_unused(parts: Mapping[str, bytes], main_part: str, root: _Element) -> dict[str, bytes]:
    """The parts of a template without what its main part, whose root is given, has no use for."""
    kept = {**parts, main_part: to_part(root)}
    kept |= _without_notes(kept, main_part, root)
    for name in related(kept, main_part, ("settings",)):
        kept[name] = _without_settings(kept[name], name)
    mentioned = {str(value) for each in root.iter() for value in each.attrib.values()}
    dropped = []
    for link in links(kept):
        is_of_main = link.part == relationships_name(main_part)
        is_by_id = link.kind in _USED_BY_ID or link.kind.startswith(_DIAGRAM)
        if link.kind in _LEFT or (is_of_main and is_by_id and link.element.get("Id") not in mentioned):
            dropped.append(link)
    return _reached(without(kept, dropped))


def _without_notes(parts: Mapping[str, bytes], main_part: str, root: _Element) -> dict[str, bytes]:
    """The parts of notes without those that nothing refers to."""
    made = {}
    for kind, name in _NOTES.items():
        used = {each.get(w("id")) for each in root.iter(w(f"{name}Reference"))}
        for part in related(parts, main_part, (kind,)):
            notes = parse_xml(parts[part], part=part)
            for note in [*notes.iterchildren(w(name))]:
                if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in used:
                    drop_element(note)
            made[part] = to_part(notes)
    return made


def _without_settings(content: bytes, name: str) -> bytes:
    settings = parse_xml(content, part=name)
    for each in [*settings.iterchildren(*_SETTINGS)]:
        drop_element(each)
    return to_part(settings)


def _reached(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that relationships lead to from the package on, and their declarations."""
    reached, pending = {""}, [""]
    while pending:
        new = {*related(parts, pending.pop())} - reached
        reached |= new
        pending += new
    found = {TYPES, *reached, *map(relationships_name, reached)}
    types = parse_xml(parts[TYPES], part=TYPES)
    for each in [*types.iter(f"{{{CONTENT_TYPES}}}Override")]:
        if each.get("PartName", "").lstrip("/") not in found:
            drop_element(each)
    return {name: to_part(types) if name == TYPES else content for name, content in parts.items() if name in found}
