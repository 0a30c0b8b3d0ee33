"""The page number of a .docx: that there is one, its form, and where it stands. Source: GB/T 9704-2012, 7.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.check.line_places import first_indent_of, indent_of
from renmin_docs.check.rules import checks
from renmin_docs.check.subject import Printed, Subject
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import RELATIONSHIPS, VML, WORD_DRAWING, w
from renmin_docs.ooxml.relationships import targets
from renmin_docs.ooxml.values import is_on, measure
from renmin_docs.render.preparing.paragraphs import text_of
from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.page import (
    PAGE_NUMBER_BELOW_TYPE_AREA,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_SIZE,
    PAPER_HEIGHT,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
)
from renmin_docs.standard.text_width import half_widths
from renmin_docs.units import Length, Mm

_LEFT, _RIGHT = ("left", "start", "both", ""), ("right", "end")
_FORM = re.compile(rf"[{PAGE_NUMBER_DASH}―]\s?[0-9]*\s?[{PAGE_NUMBER_DASH}―]")
_VML_SIDE = re.compile(r"mso-position-horizontal:\s*([a-z]+)")
_INDENT_TOLERANCE = 0.3
_TOLERANCE = Mm(1.5)
_BASELINE, _DASH = 0.8, 0.3
"""The share of an exact line above its baseline, and that of its type's size by which a dash lies above that."""
_IN_DASHES = "numberInDash"
"""`w:pgNumType` that puts the number between hyphens."""


@checks("page_number_missing", "page_number_place")
def page_number(subject: Subject) -> Iterator[Finding]:
    """A page number, on odd pages right and on even ones left."""
    if not subject.page_numbers:
        yield Finding("page_number_missing")
        return
    sides = {kind: _side(subject, subject.page_numbers[name]) for kind, name in _margins(subject).items()}
    if set(sides.values()) == {"outside"}:
        return
    odd, even = sides.get("default", ""), sides.get("even", "")
    if odd not in ("right", "outside") or even not in ("left", "outside") or not _has_even_pages(subject):
        where = "@centred" if set(sides.values()) == {"center"} else "@one_sided"
        yield Finding("page_number_place", found=where, expected="@mirrored")


@checks("page_number_form")
def form(subject: Subject) -> Iterator[Finding]:
    """The number between two dashes."""
    in_hyphens = any(each.get(w("fmt")) == _IN_DASHES for each in subject.main.iter(w("pgNumType")))
    texts = dict.fromkeys(text_of(paragraph).strip() for paragraph in subject.page_numbers.values())
    for text in texts:
        shown = f"- {text or '1'} -" if in_hyphens else text or "1"
        if not _FORM.fullmatch(shown):
            yield Finding("page_number_form", found=shown, expected=f"{PAGE_NUMBER_DASH} 1 {PAGE_NUMBER_DASH}")
            return


@checks("page_number_indent", "page_number_distance")
def distances(subject: Subject) -> Iterator[Finding]:
    """One character in from the edge of the type area, and 7 mm below it, as far as paragraphs show both."""
    for name, paragraph in subject.page_numbers.items():
        printed = Printed(paragraph, BY_IDENTIFIER["page_number"], [])
        side = _side(subject, paragraph)
        if side in ("left", "right") and not _is_framed(paragraph):
            indent = indent_of(subject, printed, side) + (first_indent_of(subject, printed) if side == "left" else 0)
            text = text_of(paragraph)
            spaces = half_widths(text) - half_widths(text.rstrip() if side == "right" else text.lstrip())
            indent += spaces / 2
            if abs(indent - 1) > _INDENT_TOLERANCE:
                yield Finding("page_number_indent", found=f"{indent:.1f}", expected="1")
        distance = _below_type_area(subject, name, paragraph)
        if distance is not None and abs(distance - PAGE_NUMBER_BELOW_TYPE_AREA) > _TOLERANCE:
            yield Finding("page_number_distance", found=f"{distance.mm:.0f} mm", expected="7 mm")


def _below_type_area(subject: Subject, name: str, paragraph: _Element) -> Length | None:
    """From the foot of 版心 to the dash; None where the footer has more lines, or one whose height follows its font."""
    root, sections = subject.running[name], subject.upright
    margins = sections[-1].find(w("pgMar")) if sections else None
    footer = None if margins is None else measure(margins.get(w("footer")))
    line = measure(subject.formatting.of_paragraph(paragraph, "spacing", "line"))
    is_exact = subject.formatting.of_paragraph(paragraph, "spacing", "lineRule") == "exact"
    if footer is None or not line or not is_exact or len(list(root.iter(w("p")))) != 1 or _is_framed(paragraph):
        return None
    foot = TYPE_AREA_TOP + TYPE_AREA_HEIGHT
    return Length(PAPER_HEIGHT - footer - line + round(line * _BASELINE - PAGE_NUMBER_SIZE * _DASH) - foot)


def _is_framed(paragraph: _Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('framePr')}") is not None or bool(_anchored(paragraph))


def _side(subject: Subject, paragraph: _Element) -> str:
    """Where a number stands: `left`, `right`, `center`, or `outside` where Word changes sides by itself."""
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    aligned = _anchored(paragraph) if frame is None else frame.get(w("xAlign"), "")
    side = aligned or subject.formatting.of_paragraph(paragraph, "jc")
    return "right" if side in _RIGHT else "left" if side in _LEFT else side


def _anchored(paragraph: _Element) -> str:
    """How the text box is aligned that a paragraph stands in, new or old (VML); empty where it stands in none."""
    anchor = next(paragraph.iterancestors(f"{{{WORD_DRAWING}}}anchor"), None)
    align = None if anchor is None else anchor.find(f"{{{WORD_DRAWING}}}positionH/{{{WORD_DRAWING}}}align")
    if align is not None:
        return align.text or ""
    shapes = (each.get("style", "") for each in paragraph.iterancestors(f"{{{VML}}}*"))
    found = (_VML_SIDE.search(style) for style in shapes)
    return next((match[1] for match in found if match), "")


def _margins(subject: Subject) -> dict[str, str]:
    """Kind of pages → name of the header or footer with their number, in the last section, which inherits others'."""
    names = targets(subject.parts, subject.main_part, ("header", "footer"))
    found: dict[str, str] = {}
    for section in subject.sections:
        for reference in section.iter(w("footerReference"), w("headerReference")):
            name = names.get(reference.get(f"{{{RELATIONSHIPS}}}id", ""), "")
            if name in subject.page_numbers:
                found[reference.get(w("type"), "default")] = name
    return found


def _has_even_pages(subject: Subject) -> bool:
    return subject.settings is not None and is_on(subject.settings.find(w("evenAndOddHeaders")))
