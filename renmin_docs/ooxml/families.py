"""The families that a document asks its characters to be printed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.ooxml.formatting import Formatting
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.theme import theme_fonts
from renmin_docs.ooxml.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.package import Package

_SLOTS = (("eastAsia", re.compile("[⺀-鿿豈-﫿]")), ("ascii", re.compile("[0-9A-Za-z]")))
"""A slot of a run's fonts, and characters that certainly take it; of marks it depends."""


def asked_families(package: Package) -> list[str]:
    """The families that the text of a document asks for, in the order of the text."""
    beside = {kind: _root(package, kind) for kind in ("styles", "theme", "settings")}
    formatting = Formatting(beside["styles"], None, theme_fonts(beside["theme"], beside["settings"]))
    found: dict[str, None] = {}
    for run in parse_xml(package.parts[package.main_part], part=package.main_part).iter(w("r")):
        text = "".join(each.text or "" for each in run.iter(w("t")))
        found.update({formatting.font(run, slot): None for slot, characters in _SLOTS if characters.search(text)})
    return [family for family in found if family]


def _root(package: Package, kind: str) -> _Element | None:
    name = next(iter(related(package.parts, package.main_part, (kind,))), "")
    return parse_xml(package.parts[name], part=name) if name in package.parts else None
