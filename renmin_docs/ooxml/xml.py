"""Parsing XML that may come from anybody: no entities, no network, no recovery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, PackageError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes, *, part: str, subject: str = "") -> _Element:
    """The root element of a part.

    Raises:
        PackageError: The part is not well-formed, or brings a DTD.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PackageError(_damaged(part, error.msg), subject=subject) from error
    if root.getroottree().docinfo.doctype:
        raise PackageError(_damaged(part, "DTD"), subject=subject)
    return root


def _damaged(part: str, what: str) -> Finding:
    return Finding("not_a_docx", found=f"{part}: {what}", expected="Word 文档 (.docx)")


def serialize(root: _Element) -> str:
    """The XML of an element as text, without a declaration."""
    from lxml import etree

    return etree.tostring(root, encoding="unicode")


def to_part(root: _Element) -> bytes:
    """The bytes of a part: declaration and element."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
