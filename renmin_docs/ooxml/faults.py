"""Faults of structure in a document that the Open XML SDK does not look for, and Word stumbles over.

Cells that don't end in a paragraph, rows without cells, styles and lists that are nowhere defined, fields that
don't close.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    Rule = Callable[[_Element, set[str], set[str]], Iterator[Finding]]

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_STYLE_LINKS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_DEPTH = {"begin": 1, "end": -1}
_NAMESPACE = W.encode()


def structural_faults(parts: Mapping[str, bytes]) -> list[Finding]:
    """Every such fault in the parts of a document, with the part it stands in.

    Raises:
        PackageError: A part is no sound XML.
    """
    roots = {
        name: parse_xml(content, part=name)
        for name, content in parts.items()
        if name.endswith(".xml") and _NAMESPACE in content
    }
    styles = _defined(roots.get(_STYLES), "style", "styleId")
    lists = _defined(roots.get(_NUMBERING), "num", "numId") | {"0"}  # 0 is no list
    return [
        finding.at(name) for name, root in roots.items() for rule in _RULES for finding in rule(root, styles, lists)
    ]


def _defined(root: _Element | None, name: str, key: str) -> set[str]:
    return set() if root is None else {element.get(w(key), "") for element in root.iter(w(name))}


def _cells(root: _Element, *_: object) -> Iterator[Finding]:
    for cell in root.iter(w("tc")):
        if not len(cell) or cell[-1].tag not in (w("p"), w("sdt")):  # a content control holds the paragraph
            yield Finding("cell_end")


def _rows(root: _Element, *_: object) -> Iterator[Finding]:
    for row in root.iter(w("tr")):
        if next(row.iter(w("tc")), None) is None:
            yield Finding("row_empty")


def _style_names(root: _Element, styles: set[str], _: set[str]) -> Iterator[Finding]:
    for tag in _STYLE_LINKS:
        for value in sorted({element.get(w("val"), "") for element in root.iter(w(tag))} - styles):
            yield Finding("style_undefined", found=value)


def _list_numbers(root: _Element, _: set[str], lists: set[str]) -> Iterator[Finding]:
    for number in root.iter(w("numId")):
        if number.get(w("val"), "") not in lists:
            yield Finding("list_undefined", found=number.get(w("val"), ""))


def _fields(root: _Element, *_: object) -> Iterator[Finding]:
    """A field's end without a beginning, or one that never ends."""
    depth = 0
    for mark in root.iter(w("fldChar")):
        depth += _DEPTH.get(mark.get(w("fldCharType"), ""), 0)
        if depth < 0:
            yield Finding("field_open")
            depth = 0
    if depth:
        yield Finding("field_open")


_RULES: tuple[Rule, ...] = (_cells, _rows, _style_names, _list_numbers, _fields)
