"""The profile of the page that a document of ours was printed in."""

from __future__ import annotations

from typing import Any

from renmin_docs.ooxml.document import Document
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import Package
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.page import GRIDS
from renmin_docs.standard.type import FONT_SETS, Face


def page_of(package: Package, document: Document) -> PageProfile:
    """The profile: the grid by its pitch, the fonts by the family of the text, the page number by its footer."""
    styles = document.styles
    fonts = styles.property(styles.default, "rPr/rFonts")
    family = "" if fonts is None else fonts.get(w("eastAsia"), "")
    found: dict[str, Any] = {}
    for name, grid in GRIDS.items():
        if document.last_section.get("pitch") == str(grid.pitch.twips):
            found["grid"] = name
    for name, faces in FONT_SETS.items():
        if faces[Face.FANGSONG] == family:
            found["fonts"] = name
    if _is_centred(package):
        found["page_number"] = "centred"
    return PageProfile(**found)


def _is_centred(package: Package) -> bool:
    footers = related(package.parts, package.main_part, ("footer",))
    if not footers:
        return False
    root = parse_xml(package.parts[footers[0]], part=footers[0])
    properties = (paragraph.find(w("pPr")) for paragraph in root.iter(w("p")))
    return any(each is not None and value(each, "jc") == "center" for each in properties)
