"""The page number of a .docx: that there is one, its form, and where it stands. Source: GB/T 9704-2012, 7.5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.check.rules import checks
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import RELATIONSHIPS, WORD_DRAWING, w
from renmin_docs.ooxml.relationships import targets
from renmin_docs.ooxml.values import is_on
from renmin_docs.render.preparing.paragraphs import text_of
from renmin_docs.standard.page import PAGE_NUMBER_DASH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from renmin_docs.check.subject import Subject

_LEFT, _RIGHT = ("left", "start", "both", ""), ("right", "end")
_FORM = re.compile(rf"[{PAGE_NUMBER_DASH}―]\s?[0-9]*\s?[{PAGE_NUMBER_DASH}―]")
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


def _side(subject: Subject, paragraph: _Element) -> str:
    """Where a number stands: `left`, `right`, `center`, or `outside` where Word changes sides by itself."""
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    aligned = _anchored(paragraph) if frame is None else frame.get(w("xAlign"), "")
    side = aligned or subject.formatting.of_paragraph(paragraph, "jc")
    return "right" if side in _RIGHT else "left" if side in _LEFT else side


def _anchored(paragraph: _Element) -> str:
    """How the text box is aligned that a paragraph stands in; empty where it stands in none."""
    anchor = next(paragraph.iterancestors(f"{{{WORD_DRAWING}}}anchor"), None)
    align = None if anchor is None else anchor.find(f"{{{WORD_DRAWING}}}positionH/{{{WORD_DRAWING}}}align")
    return "" if align is None else align.text or ""


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
