"""Parts that one document has and its template has not: pictures, footers of turned pages.

They need relationships from the main part and content types; both parts are written anew then.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from renmin_docs.ooxml.names import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIP_TYPE
from renmin_docs.ooxml.relationships import relationships_name
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.package import Entry, deflated, inflated

TYPES = "[Content_Types].xml"
NO_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>'.encode()


@dataclass(slots=True)
class Additions:
    """Further parts of one document.

    Attributes:
        parts: Name → content.
        content_types: Name of a part → its content type.
        relationships: Id of a relationship of the main part → its kind (`image`) and the part's name.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    content_types: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def add(self, relationship_id: str, kind: str, name: str, content: bytes, content_type: str) -> None:
        """Add a part that the main part refers to; a part that is there already gets a further relationship."""
        self.parts[name] = content
        self.content_types[name] = content_type
        self.relationships[relationship_id] = (kind, name)


def entries_of(additions: Additions, entries: Mapping[str, Entry], main_part: str) -> dict[str, Entry]:
    """The entries that the additions need: themselves, content types, and the main part's relationships."""
    folder, links = posixpath.dirname(main_part), relationships_name(main_part)
    made = {
        TYPES: with_types(_content(entries, TYPES), additions.content_types),
        links: with_relationships(_content(entries, links), additions.relationships, folder),
        **additions.parts,
    }
    return {part: deflated(content) for part, content in made.items()}


def _content(entries: Mapping[str, Entry], name: str) -> bytes:
    return inflated(entries[name]) if name in entries else NO_RELATIONSHIPS


def with_types(xml: bytes, content_types: Mapping[str, str]) -> bytes:
    """The part of content types with further ones."""
    from lxml import etree

    root = parse_xml(xml, part=TYPES)
    for name, content_type in content_types.items():
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", attributes)
    return to_part(root)


def with_relationships(xml: bytes, relationships: Mapping[str, tuple[str, str]], folder: str) -> bytes:
    """Relationships with further ones: id → kind and name of the part; `folder` is that of the part that refers."""
    from lxml import etree

    root = parse_xml(xml, part="relationships")
    for relationship_id, (kind, name) in relationships.items():
        target = posixpath.relpath(name, folder)
        attributes = {"Id": relationship_id, "Type": f"{RELATIONSHIP_TYPE}/{kind}", "Target": target}
        etree.SubElement(root, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship", attributes)
    return to_part(root)
