"""Relationships of a package, judged by what uses them.

A relationship says itself of what type it is, and may lie: Word and LibreOffice fetch a picture through one that calls
itself a hyperlink. So one that leads outside is harmless only if nothing but hyperlinks uses it; within the package the
types of a list are. Source: ECMA-376-2, 6.5; ECMA-376-1, 17.16.22 (`w:hyperlink`), 20.1.2.2.35 (`a:hlinkClick`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from renmin_docs.ooxml.names import DRAWING, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, w
from renmin_docs.ooxml.xml import parse_xml, to_part

_HYPERLINK = "hyperlink"
_CLICKED = {w("hyperlink"), f"{{{DRAWING}}}hlinkClick", f"{{{DRAWING}}}hlinkHover", f"{{{DRAWING}}}hlinkMouseOver"}
"""Elements that wait for a click."""
_ID = f"{{{RELATIONSHIPS}}}id"
_SCHEMES = frozenset(("http", "https", "mailto", "ftp", "tel", "file"))
"""What a hyperlink may open: pages, letters, files. Others run something (`macro:`, `javascript:`)."""
_SCHEME, _ELSEWHERE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):"), re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[\\/]{2}")

KNOWN = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", _HYPERLINK),
        *("styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "font", "theme"),
        *("header", "footer", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "people"),
        *("commentsExtensible", "documenttasks", "glossaryDocument", "bibliography", "customXml", "customXmlProps"),
        *("image", "hdphoto", "ink", "chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle"),
        *("themeOverride", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
        *("printerSettings", "origin", "signature", "certificate", "classificationlabels"),
    )
)
"""Last words of the types of relationships whose parts are text, layout, pictures, or data that nothing runs."""
MARKUP = KNOWN - {"image", "hdphoto", "font", "thumbnail", "printerSettings", "certificate", "origin", _HYPERLINK}
"""Those whose parts are XML."""


class Link(NamedTuple):
    """A relationship.

    Attributes:
        part: The part that holds it.
        kind: The last word of its type.
        target: Where it leads.
        is_outside: Whether that is outside the package.
        is_clicked: Whether nothing but hyperlinks uses it.
        element: The element that it is.
    """

    part: str
    kind: str
    target: str
    is_outside: bool
    is_clicked: bool
    element: _Element


def links(parts: Mapping[str, bytes]) -> Iterator[Link]:
    """All relationships of a package.

    Raises:
        PackageError: A part that has to be looked at is no sound XML.
    """
    for name, content in parts.items():
        if name.lower().endswith(".rels"):
            yield from _links(name, parse_xml(content, part=name), parts)


def without(parts: Mapping[str, bytes], dropped: list[Link]) -> dict[str, bytes]:
    """The parts without some of their relationships; what refers to them shows nothing."""
    roots = {link.part: link.element.getroottree() for link in dropped}
    for link in dropped:
        parent = link.element.getparent()
        if parent is not None:
            parent.remove(link.element)
    return {**parts, **{name: to_part(tree.getroot()) for name, tree in roots.items()}}


def _links(name: str, root: _Element, parts: Mapping[str, bytes]) -> Iterator[Link]:
    # by local names: what is no relationship to one program may be one to another
    found = [each for each in root.iter("*") if etree.QName(each).localname == "Relationship"]
    outside = {_id(each) for each in found if _is_outside(each)}
    fetched = outside and _not_only_clicked(name, parts, outside)
    for each in found:
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        is_clicked = kind == _HYPERLINK and _id(each) not in fetched and is_openable(target)
        yield Link(name, kind, target, _is_outside(each), is_clicked, each)


def _id(relationship: _Element) -> str:
    return relationship.get("Id", "").strip()


def _is_outside(relationship: _Element) -> bool:
    mode, target = relationship.get("TargetMode", "Internal"), relationship.get("Target", "")
    is_known = relationship.tag == f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
    return not is_known or mode != "Internal" or bool(_ELSEWHERE.match(target.strip()))


def is_openable(target: str) -> bool:
    """Whether a click on a hyperlink opens a page, a letter or a file, and runs nothing."""
    scheme = _SCHEME.match(target.strip())
    return scheme is None or len(scheme[1]) == 1 or scheme[1].lower() in _SCHEMES  # one letter is a drive


def _not_only_clicked(name: str, parts: Mapping[str, bytes], ids: set[str]) -> set[str]:
    """Those of some ids that anything but a hyperlink mentions; all of them where their part is not found."""
    folder, base = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lower()
    content = next((content for part, content in parts.items() if part.lower() == source), None)
    if content is None:
        return ids
    fetched = set()
    for element in parse_xml(content, part=source).iter("*"):
        for key, value in element.items():
            if (mentioned := str(value).strip()) in ids and not (key == _ID and element.tag in _CLICKED):
                fetched.add(mentioned)
    return fetched


def targets_of(parts: Mapping[str, bytes], found: Collection[Link], kinds: Collection[str]) -> set[str]:
    """The names of the parts that relationships of some kinds lead to."""
    names = {name.lower(): name for name in parts}
    targets = (
        posixpath.normpath(posixpath.join("/", posixpath.dirname(posixpath.dirname(link.part)), unquote(link.target)))
        for link in found
        if not link.is_outside and link.kind in kinds
    )
    return {names[target[1:].lower()] for target in targets if target[1:].lower() in names}
