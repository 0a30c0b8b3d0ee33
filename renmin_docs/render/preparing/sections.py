"""Sections of a document: the template's own page, and the same page turned for wide tables.

A landscape page is the portrait page turned by a quarter to the right for its reader: its head lies on the
portrait page's left, its page number where the other pages of the bound document have theirs.
Source: GB/T 9704-2012, 8 (R).
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.names import RELATIONSHIPS, w
from renmin_docs.ooxml.values import measure
from renmin_docs.ooxml.xml import serialize, to_part
from renmin_docs.render.preparing.paragraphs import drop, element
from renmin_docs.standard.page import FOOTER_PITCH
from renmin_docs.units import Mm

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIDES = {"top": "left", "left": "bottom", "bottom": "right", "right": "top"}
"""Side of the landscape page → the side of the portrait page that it becomes."""
_REFERENCES = ("headerReference", "footerReference")
_BEFORE_TYPE = (*_REFERENCES, "footnotePr", "endnotePr")
_LARGEST = Mm(2_000)
_R_ID = f"{{{RELATIONSHIPS}}}id"


class Sections(NamedTuple):
    """The sections that a document of the template may have.

    Attributes:
        portrait: `w:sectPr` of the template's page, for a section that begins on a new page.
        even: The same for one that begins on an even page.
        landscape: Of the turned page.
        footers: Relationship id in `landscape` → the footer part, turned.
        width: Width of the type area in twips.
        height: Its height, which is the turned page's width.
        begun: The first three, by their names, with the page number that the template's section begins with: for the
            first one of a document. None where pages are counted on.
        cell_size: Size of the type in tables, in half points.
    """

    portrait: str
    even: str
    landscape: str
    footers: dict[str, bytes]
    width: int
    height: int
    begun: dict[str, str]
    cell_size: int


def write_inherited(root: _Element) -> None:
    """Write into each section the headers and footers that it takes from the one before, which a tag may leave out."""
    held: dict[tuple[str, str | None], _Element] = {}
    for section in root.iter(w("sectPr")):
        if next(section.iterancestors(w("sectPrChange")), None) is None:
            own = {(each.tag, each.get(w("type"))): each for each in section.iterchildren(*map(w, _REFERENCES))}
            section[:0] = [copy.deepcopy(each) for key, each in held.items() if key not in own]
            held |= own


def sections_of(section: _Element, footers: dict[str, _Element], cell_size: int = 0) -> Sections:
    """The sections made from the template's last one.

    Args:
        section: Its `w:sectPr`, with paper and margins.
        footers: Relationship id → root of the footer, for footers that don't differ from report to report.
        cell_size: Size of the type in tables, in half points.
    """
    margins = _margins(section)
    size = section.find(w("pgSz"))
    assert size is not None  # noqa: S101 - callers have checked
    paper = {side: _twips(size.get(w(side), "0")) for side in ("w", "h")}
    turned = _typed(section, "nextPage")
    ids = _turn_footers(turned, footers)
    _turn_paper(turned, paper, margins)
    width = paper["w"] - margins["left"] - margins["right"]
    made = {"portrait": _typed(section, "nextPage"), "even": _typed(section, "evenPage"), "landscape": turned}
    begun = {name: serialize(each) for name, each in made.items()} if _begins_anew(section) else {}
    for each in made.values():
        _count_on(each)
    return Sections(
        **{name: serialize(each) for name, each in made.items()},
        begun=begun,
        cell_size=cell_size,
        footers={name: _turned_footer(root, margins, width) for name, root in ids.items()},
        width=width,
        height=paper["h"] - margins["top"] - margins["bottom"],
    )


def _margins(section: _Element) -> dict[str, int]:
    margins = section.find(w("pgMar"))
    assert margins is not None  # noqa: S101 - callers have checked
    return {side: _twips(margins.get(w(side), "0")) for side in (*_SIDES, "footer")}


def _twips(text: str) -> int:
    """A measure of the page in twips.

    Raises:
        TemplateError: It is none, or larger than any page.
    """
    length = measure(text)
    if length is None or abs(length) > _LARGEST:
        raise TemplateError(Finding("page_measure", found=quote(text)))
    return length.twips


def _begins_anew(section: _Element) -> bool:
    number = section.find(w("pgNumType"))
    return number is not None and number.get(w("start")) is not None


def _count_on(section: _Element) -> None:
    """Let the pages of a section be counted on from the one before."""
    for number in section.findall(w("pgNumType")):
        number.attrib.pop(w("start"), "")
        if not number.attrib:
            section.remove(number)


def _typed(section: _Element, kind: str) -> _Element:
    """A copy of the section with a type."""
    made = copy.deepcopy(section)
    made.tail = None
    drop(made, "type")
    place = sum(child.tag in {w(name) for name in _BEFORE_TYPE} for child in made)
    made.insert(place, element("type", val=kind))
    return made


def _turn_paper(section: _Element, paper: dict[str, int], margins: dict[str, int]) -> None:
    size, sides = section.find(w("pgSz")), section.find(w("pgMar"))
    assert size is not None  # noqa: S101
    assert sides is not None  # noqa: S101
    size.set(w("w"), str(paper["h"]))
    size.set(w("h"), str(paper["w"]))
    size.set(w("orient"), "landscape")
    for side, former in _SIDES.items():
        sides.set(w(side), str(margins[former]))


def _turn_footers(section: _Element, footers: dict[str, _Element]) -> dict[str, _Element]:
    """Let the section refer to turned footers; new relationship id → the footer to be turned."""
    found: dict[str, _Element] = {}
    for reference in section.findall(w("footerReference")):
        if (old := reference.get(_R_ID, "")) in footers:
            new = f"rIdTurned{len(found) + 1}"
            reference.set(_R_ID, new)
            found[new] = footers[old]
    return found


def _turned_footer(root: _Element, margins: dict[str, int], width: int) -> bytes:
    """A footer whose content stands in a floating cell, turned, where the portrait page has it.

    A table and no text box: it is plain WordprocessingML, and LibreOffice 7.4 loses the place of a text box
    in the footer of odd pages.
    """
    made = copy.deepcopy(root)
    content = list(made)
    for child in content:
        made.remove(child)
    _floating_cell(made, margins, width).extend(content or [element("p")])
    properties = content[0].find(w("pPr")) if content else None
    made.append(element("p", *([] if properties is None else [copy.deepcopy(properties)])))  # a footer ends in one
    return to_part(made)


def _floating_cell(footer: _Element, margins: dict[str, int], width: int) -> _Element:
    """A table of one turned cell, at the foot of the portrait page and as wide as its text."""
    wide = FOOTER_PITCH.twips
    place = {"vertAnchor": "page", "horzAnchor": "page", "tblpX": str(margins["footer"]), "tblpY": str(margins["left"])}
    properties = element(
        "tblPr",
        element("tblpPr", leftFromText=0, rightFromText=0, **place),
        element("tblW", w=wide, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    cell = element("tc", element("tcPr", element("tcW", w=wide, type="dxa"), element("textDirection", val="tbRl")))
    row = element("tr", element("trPr", element("trHeight", val=width, hRule="exact")), cell)
    footer.append(element("tbl", properties, element("tblGrid", element("gridCol", w=wide)), row))
    return cell
