"""What a document reaches for outside itself, or runs, when somebody opens it.

A link that waits for a click reaches for nothing. All else does: other templates, linked pictures and objects,
documents within the document, macros, fields that fetch. Source: ECMA-376-2, 6.5; ECMA-376-1, 17.16.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from renmin_docs.errors import Finding
from renmin_docs.ooxml.fields import field_codes, field_name
from renmin_docs.ooxml.names import PACKAGE_RELATIONSHIPS, VML
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_ON_CLICK = "hyperlink"
_KINDS: dict[str, str] = {
    "aFChunk": "@chunk",
    "attachedTemplate": "@attached_template",
    "control": "@active_x",
    "activeXControlBinary": "@active_x",
    "frame": "@frame",
    "image": "@linked_picture",
    "mailMergeSource": "@mail_merge",
    "mailMergeHeaderSource": "@mail_merge",
    "oleObject": "@object",
    "package": "@object",
    "subDocument": "@sub_document",
    "vbaProject": "@macros",
    "wordVbaData": "@macros",
}
"""Kind of a relationship → the word for what it brings."""
_REFUSED_INSIDE = {kind for kind, word in _KINDS.items() if word in ("@chunk", "@active_x", "@object", "@macros")}
"""Kinds that are refused within the package too: what they bring is run, or is read by another program."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")
_FETCHING = frozenset(
    (
        *("CONTROL", "DATA", "DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLACTIVEX", "IMPORT", "INCLUDE"),
        *("INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "PRINT", "RD", "SUBSCRIBER", "{"),
    )
)
"""Fields that read other files or hosts, or run something; and those whose name another field makes."""
_FIELD_SIGNS = (b"instrText", b"fldSimple", b"delInstrText")
_OFFICE = "urn:schemas-microsoft-com:office:office"
_VML_ADDRESSES = ("src", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref")
_VML_NAME = VML.encode()


def reaching(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Everything in the parts that reaches outside or is run, each with its part.

    Raises:
        PackageError: A part is no sound XML.
    """
    for name, content in parts.items():
        if name.lower().endswith(".rels"):
            yield from _relationships(name, content)
        elif name.lower().endswith(".xml") and _may_reach(content):
            root = parse_xml(content, part=name)
            yield from _fields(name, root)
            yield from _addresses(name, root)


def without_links(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without the relationships that fetch something from outside; what refers to them shows nothing.

    Raises:
        PackageError: A part is no sound XML.
    """
    rels = {name: _unlinked(name, content) for name, content in parts.items() if name.lower().endswith(".rels")}
    return {**parts, **rels}


def _unlinked(name: str, content: bytes) -> bytes:
    root = parse_xml(content, part=name)
    links = [each for each in root.iter(_RELATIONSHIP) if _is_outside(each) and _kind(each) != _ON_CLICK]
    for link in links:
        root.remove(link)
    return etree.tostring(root, encoding="UTF-8", standalone=True) if links else content


def _kind(relationship: _Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]


def _is_outside(relationship: _Element) -> bool:
    mode, target = relationship.get("TargetMode", "Internal"), relationship.get("Target", "")
    return mode != "Internal" or bool(_ELSEWHERE.match(target))


def _relationships(name: str, content: bytes) -> Iterator[Finding]:
    for relationship in parse_xml(content, part=name).iter(_RELATIONSHIP):
        kind = _kind(relationship)
        if kind in _REFUSED_INSIDE or (_is_outside(relationship) and kind != _ON_CLICK):
            rule = "template_attached" if kind == "attachedTemplate" else "reaches_outside"
            found, target = _KINDS.get(kind, "@link"), relationship.get("Target", "")
            yield Finding(rule, place=name, found=found, expected=target)


def _may_reach(content: bytes) -> bool:
    """Whether a part has to be parsed: it names fields or VML, or is in an encoding that hides them."""
    if b"\0" in content[:4] or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return _VML_NAME in content or any(sign in content for sign in _FIELD_SIGNS)


def _fields(name: str, root: _Element) -> Iterator[Finding]:
    for code in field_codes(root):
        if (word := field_name(code)) in _FETCHING:
            yield Finding("field_reaches", place=name, found=word, expected=code.strip())


def _addresses(name: str, root: _Element) -> Iterator[Finding]:
    """VML names pictures by their addresses as well as by relationships."""
    for element in root.iter(f"{{{VML}}}*"):
        if address := next((value for key in _VML_ADDRESSES if (value := element.get(key))), ""):
            yield Finding("reaches_outside", place=name, found="@linked_picture", expected=address)
