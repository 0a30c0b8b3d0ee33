"""Which parts a part points to, whatever their names. Source: ECMA-376-2, 6.5 (relationships), 6.2.2 (part names)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from renmin_docs.ooxml.names import PACKAGE_RELATIONSHIPS
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


def related(parts: Mapping[str, bytes], source: str, kinds: Collection[str]) -> list[str]:
    """The parts that a part's relationships of some kinds lead to, each once; those that are not there are left out.

    Args:
        parts: Name → bytes.
        source: Name of the part that points.
        kinds: The last words of relationship types: `header`, `footnotes`.

    Raises:
        PackageError: The relationships are no sound XML.
    """
    folder, base = posixpath.split(source)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    by_name = {name.lower(): name for name in parts}  # names that differ in case only are one
    targets = _targets(parts[rels], rels, kinds) if rels in parts else ()
    names = (posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in targets)
    found = (by_name.get(name.lower()) or by_name.get(unquote(name).lower()) for name in names)
    return list(dict.fromkeys(name for name in found if name))


def _targets(data: bytes, rels: str, kinds: Collection[str]) -> Iterator[str]:
    for relationship in parse_xml(data, part=rels).iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        is_inside = relationship.get("TargetMode") != "External"
        if is_inside and relationship.get("Type", "").rpartition("/")[2] in kinds:
            yield relationship.get("Target", "")
