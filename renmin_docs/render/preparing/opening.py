"""Opening a template that may come from anybody: one path for all of them, before anything is compiled.

A template is smaller than a document may be, reaches for nothing outside itself, and has its styles under ids that
the engine knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element

from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.package import Package, parse_package
from renmin_docs.ooxml.reach import reaching
from renmin_docs.render.preparing.style_ids import with_our_ids

MAX_TOTAL = 24 * 2**20
"""Of all parts together, unpacked: a template may bring pictures, no albums."""
MAX_XML = 2 * 2**20
"""Of a part that is XML."""
MAX_FILLED = 2**20
"""Of the parts with tags together. The library's have 45 kB; Word and WPS make three to five times that of it."""
MAX_ELEMENTS = 30_000
"""Beginnings and ends of elements in the parts with tags."""
MAX_TAGS = 3_000
MAX_ATTRIBUTES = 200
"""Of one element: lxml looks each up among all of them. Drawings have some forty."""

_TAG = re.compile(rb"\{\0?[{%#]|&\0?#")
"""What opens a tag, in UTF-8 and UTF-16; a brace may be written as its number."""


def opened(data: bytes) -> tuple[Package, list[Finding]]:
    """The package of a template, and what it reaches for outside itself.

    Raises:
        PackageError: It can't be opened, or is larger than a template may be.
    """
    package = parse_package(data, most=MAX_TOTAL, most_xml=MAX_XML)
    return Package(with_our_ids(package.parts), package.main_part), [*reaching(package.parts)]


def require_size(contents: Sequence[bytes]) -> None:
    """See that the parts with tags are no larger than what can be compiled in no time.

    Raises:
        PackageError: They are.
    """
    sizes = (
        ("template_large", sum(map(len, contents)) >> 10, MAX_FILLED >> 10),
        ("template_elements", sum(content.count(b"<") for content in contents), MAX_ELEMENTS),
        ("template_tags", sum(len(_TAG.findall(content)) for content in contents), MAX_TAGS),
    )
    findings = [Finding(rule, found=str(count), expected=str(most)) for rule, count, most in sizes if count > most]
    if findings:
        raise PackageError(*findings)


def require_few_attributes(root: _Element, part: str) -> None:
    """See that no element of a part has thousands of attributes.

    Raises:
        PackageError: One has.
    """
    if root.xpath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES}])"):
        raise PackageError(Finding("part_damaged", found=part, expected=f"> {MAX_ATTRIBUTES} attributes"))
