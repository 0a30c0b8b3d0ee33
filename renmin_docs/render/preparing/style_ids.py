"""The styles of a template under the ids that the engine knows, whatever program has saved it.

A style is known by its name; its id is the program's own business. WPS numbers them all, Word in Chinese those of
its built-in styles, and LibreOffice writes `TextBody` for Body Text.
"""

from __future__ import annotations

from lxml.etree import _Element

from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.standard.elements import CHARACTER_ROLES, ELEMENTS

STYLES = "word/styles.xml"
_LINKS = tuple(map(w, ("pStyle", "rStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")))
_OURS: dict[tuple[str, str], str] = {
    **{("paragraph", element.style_name.lower()): element.style_id for element in ELEMENTS},
    **{("character", role.style_name.lower()): role.style_id for role in CHARACTER_ROLES},
}
"""Kind and name of a style → our id for it."""
_NAMESPACE = W.encode()


def with_our_ids(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a template, with the styles that the engine knows under its own ids.

    A style whose id another style has already keeps its own. Templates that have our ids are returned as they are.

    Raises:
        PackageError: A part is no sound XML.
    """
    if STYLES not in parts:
        return parts
    renamed = _renamed(parse_xml(parts[STYLES], part=STYLES))
    if not renamed:
        return parts
    return {name: _rewritten(name, content, renamed) for name, content in parts.items()}


def _renamed(styles: _Element) -> dict[str, str]:
    """Id in the template → our id, where they differ."""
    found = {}
    for style in styles.iter(w("style")):
        key = style.get(w("type"), ""), value(style, "name").strip().lower()
        if key in _OURS and style.get(w("styleId"), "") != _OURS[key]:
            found[style.get(w("styleId"), "")] = _OURS[key]
    taken = {style.get(w("styleId"), "") for style in styles.iter(w("style"))} - found.keys()
    return {old: new for old, new in found.items() if new not in taken}


def _rewritten(name: str, content: bytes, renamed: dict[str, str]) -> bytes:
    if not name.endswith(".xml") or _NAMESPACE not in content:
        return content
    root = parse_xml(content, part=name)
    for link in root.iter(*_LINKS):
        link.set(w("val"), renamed.get(link.get(w("val"), ""), link.get(w("val"), "")))
    for style in root.iter(w("style")):
        style.set(w("styleId"), renamed.get(style.get(w("styleId"), ""), style.get(w("styleId"), "")))
    return to_part(root)
