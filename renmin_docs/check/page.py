"""The page of a .docx against GB/T 9704-2012: paper, margins, lines and characters."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.check.geometry import geometry_of
from renmin_docs.check.rules import Deviation, checks
from renmin_docs.check.subject import Printed, Subject
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import measure, whole
from renmin_docs.standard.page import BODY_SIZE, CHARACTERS_PER_LINE, LINES_PER_PAGE, REQUIRED
from renmin_docs.units import Length, Pt, Twips

_GRIDS = ("lines", "linesAndChars", "snapToChars")
_SINGLE = Twips(240)
_TEXT_INDENT = 2


@checks("paper_size")
def paper(subject: Subject) -> Iterator[Finding]:
    """A4, in every section; turned pages too."""
    for geometry in dict.fromkeys(map(geometry_of, subject.sections)):
        if not geometry.is_a4:
            found = _across(*sorted((geometry.width, geometry.height)))
            yield Finding("paper_size", found=found, expected=REQUIRED["纸张"])


@checks("margin_top", "margin_left")
def margins(subject: Subject) -> Iterator[Finding]:
    """天头 and 订口, in every section that stands upright."""
    for geometry in dict.fromkeys(map(geometry_of, subject.upright)):
        if not geometry.has_top:
            yield Finding("margin_top", found=_mm(geometry.top), expected=REQUIRED["天头"])
        if not geometry.has_left:
            yield Finding("margin_left", found=_mm(geometry.left), expected=REQUIRED["订口"])


@checks("type_area")
def type_area(subject: Subject) -> Iterator[Finding]:
    """版心: what the other margins leave."""
    for geometry in dict.fromkeys(map(geometry_of, subject.upright)):
        if not geometry.has_type_area:
            yield Finding("type_area", found=_across(*geometry.type_area), expected=REQUIRED["版心"])


@checks("lines_per_page", "characters_per_line")
def grid(subject: Subject) -> Iterator[Deviation]:
    """22 lines of 28 characters, counted as Word sets the paragraphs of the text."""
    sections = subject.upright or subject.sections
    if not sections:
        return
    width, height = geometry_of(sections[-1]).room
    for printed in subject.printed:
        if printed.element.pitch is None:
            pitch = _pitch(subject, printed, sections[-1])
            lines = height // pitch if pitch else 0
            if lines != LINES_PER_PAGE:
                shown = str(lines) if lines else "@auto_pitch"
                yield Finding("lines_per_page", found=shown, expected=str(LINES_PER_PAGE)), printed
        character = _character(subject, printed, sections[-1]) if _is_running_text(printed) else None
        if character is not None and (number := width // character if character > 0 else 0) != CHARACTERS_PER_LINE:
            yield Finding("characters_per_line", found=str(number), expected=str(CHARACTERS_PER_LINE)), printed


@checks("element_space")
def space_between(subject: Subject) -> Iterator[Deviation]:
    """Space before and after paragraphs, which moves the lines below off the grid."""
    for printed in subject.printed:
        if printed.element.pitch is None and (space := _space(subject, printed.paragraph)):
            yield Finding("element_space", found=f"{space.pt:g}", expected="0"), printed


# --- measures ---------------------------------------------------------------------------------


def _mm(length: Length) -> str:
    return f"{length.mm:.1f} mm"


def _across(*sides: Length) -> str:
    return " × ".join(map(_mm, sides))


def _is_running_text(printed: Printed) -> bool:
    """Whether a paragraph is of the text that fills lines: no heading, and no line that stands alone."""
    element = printed.element
    return element.indent == _TEXT_INDENT and not element.outline and element.size == BODY_SIZE


def _pitch(subject: Subject, printed: Printed, section: _Element) -> Length | None:
    """The distance of lines; None where it follows the fonts."""
    formatting, document_grid = subject.formatting, section.find(w("docGrid"))
    line = measure(formatting.of_paragraph(printed.paragraph, "spacing", "line")) or _SINGLE
    if formatting.of_paragraph(printed.paragraph, "spacing", "lineRule") == "exact":
        return line
    on_grid = document_grid is not None and document_grid.get(w("type")) in _GRIDS
    if not on_grid or document_grid is None or not formatting.switch(printed.paragraph, "snapToGrid", default=True):
        return None
    pitch = measure(document_grid.get(w("linePitch")))
    if not pitch or pitch < printed.element.size:  # Word gives such a line several of the grid's, by the font's height
        return None
    return Length(pitch * line // _SINGLE)


def _character(subject: Subject, printed: Printed, section: _Element) -> Length | None:
    """The width of a character with what is added to it; None where its size is wrong, which is reported itself."""
    run, document_grid = printed.runs[0] if printed.runs else None, section.find(w("docGrid"))
    if run is None or whole(subject.formatting.of_run(run, "sz")) != BODY_SIZE.half_points:
        return None
    width = Length(BODY_SIZE + (measure(subject.formatting.of_run(run, "spacing")) or 0))
    if document_grid is not None and document_grid.get(w("type")) in _GRIDS[1:]:
        width = Length(width + Pt(whole(document_grid.get(w("charSpace"))) / 4096))
    return width


def _space(subject: Subject, paragraph: _Element) -> Length:
    """The space before and after a paragraph, in lines of 12 pt where it is given in lines."""
    total = 0
    for side in ("before", "after"):
        lines = subject.formatting.of_paragraph(paragraph, "spacing", f"{side}Lines")
        given = measure(subject.formatting.of_paragraph(paragraph, "spacing", side)) or 0
        total += Pt(12) * whole(lines) // 100 if whole(lines) else given
    return Length(total)
