"""The core properties of a document (ECMA-376 part 2, 11): title, author, language, dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from markupsafe import escape

from renmin_docs.ooxml.names import CORE_PROPERTIES, PACKAGE_RELATIONSHIPS
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.patterns import lazy
from renmin_docs.render.extra_parts import TYPES, with_types

CORE_PART = "docProps/core.xml"
_ROOT_RELATIONSHIPS = "_rels/.rels"
_KIND = f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties"
_CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_SECONDS = lazy("[0-9]{1,11}")
_UNKNOWN = "1980-01-01T00:00:00Z"
"""The time of a document without a date: a constant, so that the same report gives the same bytes."""


def core_part_of(parts: dict[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The name of the package's core properties, and the parts that declare them if it has none yet."""
    from lxml import etree

    relationships = parse_xml(parts[_ROOT_RELATIONSHIPS], part=_ROOT_RELATIONSHIPS)
    for relationship in relationships:
        if relationship.get("Type", "").endswith("/core-properties"):
            return relationship.get("Target", "").lstrip("/"), {}
    attributes = {"Id": "rIdCore", "Type": _KIND, "Target": CORE_PART}
    etree.SubElement(relationships, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship", attributes)
    types = with_types(parts[TYPES], {CORE_PART: _CONTENT_TYPE})
    return CORE_PART, {TYPES: types, _ROOT_RELATIONSHIPS: to_part(relationships)}


def core_properties(*, title: str, author: str, day: date | str | None) -> bytes:
    """The core properties part.

    Args:
        title: The document's title; line breaks in it are dropped.
        author: The issuer.
        day: 成文日期; without one that is written SOURCE_DATE_EPOCH counts, and without that a constant.
    """
    moment = _moment(day)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title.replace(chr(10), ''))}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def _moment(day: date | str | None) -> str:
    """The time as ISO 8601 has it, in UTC."""
    if day is not None and not isinstance(day, str):
        return f"{day.isoformat()}T00:00:00Z"
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not _SECONDS().fullmatch(seconds):
        return _UNKNOWN
    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds)):%Y-%m-%dT%H:%M:%SZ}"
