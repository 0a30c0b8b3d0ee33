"""Parsing XML that may come from anybody: no DTD, no entities, no network, no recovery, no comments.

Comments and processing instructions are dropped while parsing: a text with one in it would stand in two pieces, of
which `element.text` is the first alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, PackageError

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ASCII", "US-ASCII")
"""What a part may be written in. Source: ECMA-376-2, 10.1.2; ASCII is UTF-8 too."""

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

_COMPARING = (2, 12)
"""libxml2 before this one, as in lxml for Windows, compares each attribute of an element with all the others."""
_MOST_ATTRIBUTES = 1_000


def parse_xml(data: bytes, *, part: str) -> _Element:
    """The root element of a part.

    Raises:
        PackageError: The part is not well-formed, brings a DTD, or is in another encoding than UTF-8 or UTF-16.
    """
    from lxml import etree

    if any(doctype in data for doctype in _DOCTYPES):  # before the parser would read what it declares
        raise PackageError(Finding("package_doctype", found=part))
    if etree.LIBXML_VERSION < _COMPARING:
        _require_few_attributes(data, part)
    try:
        root = etree.fromstring(data, _parser(huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise PackageError(Finding("part_damaged", found=part, expected=error.msg or "")) from error
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise PackageError(Finding("package_doctype", found=part))
    if info.encoding and info.encoding.upper() not in _ENCODINGS:
        raise PackageError(Finding("part_damaged", found=part, expected=info.encoding))
    return root


def _require_few_attributes(data: bytes, part: str) -> None:
    """Refuse an element of very many attributes, by a parser whose time grows no faster than they do.

    It reads only what may have one: UTF-16, and what has as many equals signs from one `<` to the next.
    """
    if b"\0" not in data and not any(len(piece) > _MOST_ATTRIBUTES < piece.count(b"=") for piece in data.split(b"<")):
        return
    from xml.parsers.expat import ExpatError, ParserCreate

    most: list[int] = []
    parser = ParserCreate()
    parser.StartElementHandler = lambda _, attributes: most.append(len(attributes))
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError) as error:  # it may stand behind the attributes
        raise PackageError(Finding("part_damaged", found=part, expected=str(error))) from error
    if max(most) > _MOST_ATTRIBUTES:
        raise PackageError(Finding("part_damaged", found=part, expected=f"{max(most)} attributes"))


def parse_filled(xml: str) -> _Element:
    """The root element of a part that was filled and proved well-formed, of any size."""
    from lxml import etree

    return etree.fromstring(xml.encode(), _parser(huge_tree=True))


def _parser(*, huge_tree: bool) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=huge_tree, remove_comments=True, remove_pis=True
    )


def serialize(root: _Element) -> str:
    """The XML of an element as text, without a declaration."""
    from lxml import etree

    return etree.tostring(root, encoding="unicode")


def to_part(root: _Element) -> bytes:
    """The bytes of a part: declaration and element."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
