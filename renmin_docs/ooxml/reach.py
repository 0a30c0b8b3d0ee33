"""External references and active content: what a program loads or runs when it opens the document.

A link that waits for a click reaches for nothing. All else may: other templates, linked pictures and objects,
documents within the document, macros, fields that fetch. What is not known to be harmless is named, too.
Source: ECMA-376-2, 6.5; ECMA-376-1, 17.16.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from renmin_docs.errors import Finding
from renmin_docs.ooxml.fields import field_address, field_codes, field_name
from renmin_docs.ooxml.links import KNOWN, MARKUP, Link, is_openable, links, targets_of, without
from renmin_docs.ooxml.names import VML
from renmin_docs.ooxml.xml import parse_xml

_WORDS: dict[str, str] = {
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
_PICTURE_KINDS = frozenset(("image", "hdphoto", "thumbnail"))
_FIELDS = frozenset(
    (
        *("", "ADDRESSBLOCK", "ADVANCE", "ASK", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE"),
        *("BIBLIOGRAPHY", "BIDIOUTLINE", "CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DISPLAYBARCODE"),
        *("DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EQ", "FILENAME", "FILESIZE", "FILLIN", "FORMCHECKBOX"),
        *("FORMDROPDOWN", "FORMTEXT", "GOTOBUTTON", "GREETINGLINE", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS"),
        *("LASTSAVEDBY", "LISTNUM", "MERGEBARCODE", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "NOTEREF"),
        *("NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "PRIVATE", "QUOTE", "REF", "REVNUM"),
        *("SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "SET", "SHAPE", "SKIPIF", "STYLEREF", "SUBJECT", "SYMBOL"),
        *("TA", "TC", "TEMPLATE", "TIME", "TITLE", "TOA", "TOC", "USERADDRESS", "USERINITIALS", "USERNAME", "XE"),
    )
)
"""Fields that compute, count or repeat what is in the document, and formulas, which begin with `=`."""
_FETCHING = frozenset(
    (
        *("CONTROL", "DATA", "DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLACTIVEX", "IMPORT", "INCLUDE"),
        *("INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "PRINT", "RD", "SUBSCRIBER", "{"),
    )
)
"""Fields that read other files or hosts, or run something; and those whose name another field makes."""
_MOST_SHOWN = 200
_OFFICE = "urn:schemas-microsoft-com:office:office"
_VML_ADDRESSES = ("src", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref")
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The names of another edition of the format, which Word and LibreOffice read beside the usual ones."""
_SVG = "http://www.w3.org/2000/svg"
_SVG_ADDRESSES = ("href", "src")
_WITHIN = re.compile(r"#|data:|$")
_URL = re.compile(r"url\s*\(\s*['\"]?(?!\s*(?:#|data:))|@import", re.IGNORECASE)
PICTURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"II\xbc", b"RIFF"),
    *(b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),  # drawings: EMF, WMF
)
"""How pictures begin that name no files; LibreOffice reads others, for PostScript it starts another program."""
_XML_STARTS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")


def reaching(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Everything in the parts that reaches outside, is run, or is of no known kind, each with its part.

    Raises:
        PackageError: A part is no sound XML.
    """
    found = [*links(parts)]
    for link in found:
        yield from _link(link)
    for name in sorted(targets_of(parts, found, _PICTURE_KINDS)):
        if not parts[name].startswith(PICTURES) and not _is_xml(name, parts[name]):
            yield Finding("relationship_unknown", place=name, found="image", expected=name)
    texts = targets_of(parts, found, MARKUP)
    for name, content in parts.items():
        if name in texts or (not name.lower().endswith(".rels") and _is_xml(name, content)):
            root = parse_xml(content, part=name)
            yield from _strange_names(name, root)
            yield from _fields(name, root)
            yield from _addresses(name, root)


def without_links(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without the relationships that fetch something from outside; what refers to them shows nothing.

    Raises:
        PackageError: A part is no sound XML.
    """
    return without(parts, [link for link in links(parts) if link.is_outside and not link.is_clicked])


def _link(link: Link) -> Iterator[Finding]:
    if link.is_clicked or (not link.is_outside and link.kind in KNOWN):
        return
    if link.kind in _WORDS or link.is_outside:
        rule = "template_attached" if link.kind == "attachedTemplate" else "reaches_outside"
        yield Finding(rule, place=link.part, found=_WORDS.get(link.kind, "@link"), expected=link.target)
    else:
        yield Finding("relationship_unknown", place=link.part, found=link.kind, expected=link.target)


def _is_xml(name: str, content: bytes) -> bool:
    """Whether a part may be read as XML, whatever its name says; pictures may be (SVG)."""
    return name.lower().endswith((".xml", ".vml")) or content.lstrip()[:3].startswith(_XML_STARTS)


def _strange_names(name: str, root: _Element) -> Iterator[Finding]:
    if next(root.iter(f"{{{_STRICT}}}*"), None) is not None:
        yield Finding("not_a_docx", place=name, found="@word_strict")


def _fields(name: str, root: _Element) -> Iterator[Finding]:
    """The fields that are not known to be harmless, each name once."""
    seen: set[str] = set()
    for code in field_codes(root):
        word, shown = field_name(code), code.strip()[:_MOST_SHOWN]
        is_link = word == "HYPERLINK" and not is_openable(field_address(code))
        if word in seen or not (is_link or (word not in _FIELDS and not word.startswith("="))):
            continue
        seen.add(word)
        rule = "reaches_outside" if is_link else "field_reaches" if word in _FETCHING else "field_unknown"
        yield Finding(rule, place=name, found="@link" if is_link else word[:_MOST_SHOWN], expected=shown)


def _addresses(name: str, root: _Element) -> Iterator[Finding]:
    """VML and SVG name pictures by their addresses as well as by relationships."""
    for element in root.iter(f"{{{VML}}}*"):
        if address := next((value for key in _VML_ADDRESSES if (value := element.get(key))), ""):
            yield Finding("reaches_outside", place=name, found="@linked_picture", expected=address)
    for element in root.iter(f"{{{_SVG}}}*"):
        if address := _svg_address(element):
            yield Finding("reaches_outside", place=name, found="@linked_picture", expected=address)


def _svg_address(element: _Element) -> str:
    """What an element of a drawing reads from elsewhere; empty for none. A link (`a`) waits for a click."""
    for key, value in element.items():
        local = str(key).rpartition("}")[2]
        is_read = local in _SVG_ADDRESSES and element.tag != f"{{{_SVG}}}a" and not _WITHIN.match(str(value).strip())
        if is_read or _URL.search(str(value)):
            return str(value)
    return element.text or "" if _URL.search(element.text or "") else ""
