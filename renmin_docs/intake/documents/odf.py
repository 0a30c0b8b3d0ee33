"""OpenDocument texts (.odt) made ready for LibreOffice: the parts that have text or pictures, without links.

LibreOffice fetches what an .odt links to, and an .odt can bring macros, other documents and programs. Kept are the
parts of a list; in them every address that is not that of another kept part goes, except where it waits for a click.
Source: OASIS OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from lxml.etree import _Element

from renmin_docs.errors import Finding, PackageError
from renmin_docs.file_kinds import ODF_TEXT
from renmin_docs.intake.documents.odf_hidden import hide_text
from renmin_docs.libreoffice import zipped
from renmin_docs.ooxml.package import read_parts
from renmin_docs.ooxml.reach import PICTURES
from renmin_docs.ooxml.story import MAX_ELEMENTS, too_large
from renmin_docs.ooxml.xml import parse_xml, to_part

_MIMETYPE = "mimetype"
_HEAD = 128
_MANIFEST, _MANIFEST_NAMESPACE = "META-INF/manifest.xml", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_TEXTS = re.compile(r"(?:Object \d+/)?(?:content|styles)\.xml")
_PICTURES = re.compile(r"(?:Pictures|media)/[^/]+|ObjectReplacements/Object \d+")
_PICTURE_SIGNATURES = (*PICTURES, b"VCLMTF")  # the last is LibreOffice's own
"""How pictures begin that hold no text and no addresses; SVG does."""

_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_ACTIVE = {
    f"{{{_OPEN_DOCUMENT.format(prefix)}}}{name}"
    for prefix, names in (
        ("office", ("scripts", "event-listeners", "dde-source")),
        ("text", ("script", "section-source", "dde-connection-decls", "dde-connection", "execute-macro")),
        ("drawing", ("applet", "plugin", "floating-frame", "object-ole")),
        ("form", ("connection-resource",)),
    )
    for name in names
} | {"{http://www.w3.org/2002/xforms}model"}
"""Elements that fetch or run something without a click."""
_LINK = f"{{{_OPEN_DOCUMENT.format('text')}}}a"
_INLINE = f"{{{_OPEN_DOCUMENT.format('office')}}}binary-data"
_ADDRESSES = ("href", "image-data", "command", "data-source")
"""Local names of attributes that hold addresses."""
_REPEATS = ("number-columns-repeated", "number-rows-repeated", "c")
"""Local names of attributes that stand for so many cells, rows or blanks."""
_COUNT = re.compile(r"\s*\+?([0-9]{1,100})")
"""The digits that a number begins with: a program may stop at what follows, and any number counts, however large."""


def without_links(data: bytes) -> bytes:
    """The same document with nothing that is fetched or run.

    Raises:
        PackageError: It is damaged, encrypted, not safe to open, or larger than any report.
    """
    parts = read_parts(data)
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise PackageError(Finding("package_encrypted"))
    kept = {name: content for name, content in parts.items() if _is_kept(name, content)}
    places = {*kept, *filter(None, map(posixpath.dirname, kept))}  # an embedded formula is a folder
    size = 0
    for name in filter(_TEXTS.fullmatch, kept):
        root = parse_xml(kept[name], part=name)
        size += _size(root)
        if size > MAX_ELEMENTS:
            raise too_large(size, MAX_ELEMENTS)
        _clean(root, posixpath.dirname(name), places)
        hide_text(root)
        kept[name] = to_part(root)
    return zipped({_MIMETYPE: ODF_TEXT, **kept, _MANIFEST: _manifest(parts, places)})


def _is_kept(name: str, content: bytes) -> bool:
    is_picture = _PICTURES.fullmatch(name) and content.startswith(_PICTURE_SIGNATURES)
    return bool(is_picture or _TEXTS.fullmatch(name))


def _size(root: _Element) -> int:
    """How many elements there are, with what they stand for."""
    repeats = (value for element in root.iter() for _, name, value in _attributes(element) if name in _REPEATS)
    counts = filter(None, map(_COUNT.match, repeats))
    return sum(1 for _ in root.iter()) + sum(int(count[1]) for count in counts)


def _attributes(element: _Element) -> Iterator[tuple[str, str, str]]:
    """Key, local name and value of each."""
    for key, value in element.items():
        yield str(key), str(key).rpartition("}")[2], str(value)


def _clean(root: _Element, folder: str, places: set[str]) -> None:
    for element in list(root.iter()):
        if element.tag in _ACTIVE or (element.tag == _INLINE and not _is_picture(element.text)):
            _remove(element)
            continue
        for key, name, value in [*_attributes(element)]:
            if name in _ADDRESSES and element.tag != _LINK and not _is_inside(value, folder, places):
                del element.attrib[key]


def _is_picture(encoded: str | None) -> bool:
    """Whether the bytes that stand in an element are those of a picture."""
    try:
        return b64decode("".join((encoded or "").split())[:_HEAD]).startswith(_PICTURE_SIGNATURES)
    except ValueError:
        return False


def _remove(element: _Element) -> None:
    """Take an element out; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _is_inside(address: str, folder: str, places: set[str]) -> bool:
    name = unquote(address)
    return name.startswith("#") or posixpath.normpath(posixpath.join(folder, name)) in places


def _manifest(parts: dict[str, bytes], places: set[str]) -> bytes:
    """The list of parts, as far as they are kept; the original one knows what kind each is."""
    kinds = {"": ODF_TEXT.decode(), "content.xml": "text/xml", "styles.xml": "text/xml", **dict(_declared(parts))}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name or "/"}" manifest:media-type="{kind}"/>'
        for name, kind in kinds.items()
        if (not name or name.rstrip("/") in places) and not set(name + kind) & set('"<>&')
    )
    return f'<manifest:manifest xmlns:manifest="{_MANIFEST_NAMESPACE}">{entries}</manifest:manifest>'.encode()


def _declared(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    if _MANIFEST in parts:
        for entry in parse_xml(parts[_MANIFEST], part=_MANIFEST).iter(f"{{{_MANIFEST_NAMESPACE}}}file-entry"):
            path = entry.get(f"{{{_MANIFEST_NAMESPACE}}}full-path", "")
            if path != "/":
                yield path, entry.get(f"{{{_MANIFEST_NAMESPACE}}}media-type", "")
