"""Which parts a part points to, whatever their names. Source: ECMA-376-2, 6.5 (relationships), 6.2.2 (part names)."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from renmin_docs.ooxml.names import PACKAGE_RELATIONSHIPS
from renmin_docs.ooxml.xml import parse_xml


def relationships_name(source: str) -> str:
    """The name of the part that holds a part's relationships.

    >>> relationships_name("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def related(parts: Mapping[str, bytes], source: str, kinds: Collection[str] = ()) -> list[str]:
    """The parts that a part's relationships of some kinds lead to, or of any kind, each once."""
    return list(dict.fromkeys(targets(parts, source, kinds).values()))


def targets(parts: Mapping[str, bytes], source: str, kinds: Collection[str]) -> dict[str, str]:
    """Relationship id → the part that it leads to; parts that are not there are left out.

    Args:
        parts: Name → bytes.
        source: Name of the part that points.
        kinds: The last words of relationship types: `header`, `footnotes`; none for all.

    Raises:
        PackageError: The relationships are no sound XML.
    """
    rels, folder = relationships_name(source), posixpath.dirname(source)
    by_name = {name.lower(): name for name in parts}  # names that differ in case only are one
    found = {}
    for relationship_id, target in _targets(parts[rels], rels, kinds) if rels in parts else ():
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        part = by_name.get(name.lower()) or by_name.get(unquote(name).lower())
        if part:
            found[relationship_id] = part
    return found


def _targets(data: bytes, rels: str, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    for relationship in parse_xml(data, part=rels).iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        is_inside = relationship.get("TargetMode") != "External"
        if is_inside and (not kinds or relationship.get("Type", "").rpartition("/")[2] in kinds):
            yield relationship.get("Id", ""), relationship.get("Target", "")
