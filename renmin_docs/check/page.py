"""The page of a template against GB/T 9704-2012: paper, margins, lines and characters, page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.check.rules import checks
from renmin_docs.errors import Finding
from renmin_docs.ooxml.fields import field_codes, field_name
from renmin_docs.ooxml.names import RELATIONSHIPS, w
from renmin_docs.ooxml.relationships import targets
from renmin_docs.ooxml.values import is_on, measure, whole
from renmin_docs.render.preparing.paragraphs import within
from renmin_docs.standard.page import (
    BODY_SIZE,
    CHARACTERS_PER_LINE,
    GRID_A,
    GRIDS,
    LINES_PER_PAGE,
    MARGIN_TOLERANCE,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    REQUIRED,
    TYPE_AREA_WIDTH,
    Grid,
)
from renmin_docs.units import Length, Mm, Pt, Twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from renmin_docs.check.subject import Subject

_PAPER_TOLERANCE = Mm(0.5)
_GRIDS = ("lines", "linesAndChars", "snapToChars")
_LEFT, _RIGHT = ("left", "start", "both", ""), ("right", "end")


@checks("paper_size")
def paper(subject: Subject) -> Iterator[Finding]:
    """A4, in every section; turned pages too."""
    for section in subject.sections:
        sides = sorted(_sides(section, "pgSz", "w", "h"))
        if any(abs(side - a4) > _PAPER_TOLERANCE for side, a4 in zip(sides, (PAPER_WIDTH, PAPER_HEIGHT), strict=True)):
            yield Finding("paper_size", found=_across(sides), expected=REQUIRED["纸张"])


@checks("margin_top", "margin_left")
def margins(subject: Subject) -> Iterator[Finding]:
    """天头 and 订口."""
    for section in subject.sections[-1:]:
        top, left, gutter = _sides(section, "pgMar", "top", "left", "gutter")
        meant = _grid(section)
        if abs(abs(top) - meant.top) > MARGIN_TOLERANCE:
            yield Finding("margin_top", found=_mm(Length(abs(top))), expected=REQUIRED["天头"])
        if abs(left + gutter - meant.left) > MARGIN_TOLERANCE:
            yield Finding("margin_left", found=_mm(Length(left + gutter)), expected=REQUIRED["订口"])


@checks("type_area")
def type_area(subject: Subject) -> Iterator[Finding]:
    """版心: what the margins leave."""
    for section in subject.sections[-1:]:
        area, meant = _type_area(section), _grid(section)
        wanted = (TYPE_AREA_WIDTH, PAPER_HEIGHT - meant.top - meant.bottom)
        if any(abs(side - each) > MARGIN_TOLERANCE for side, each in zip(area, wanted, strict=True)):
            yield Finding("type_area", found=_across(area), expected=REQUIRED["版心"])


@checks("lines_per_page", "characters_per_line")
def grid(subject: Subject) -> Iterator[Finding]:
    """22 lines of 28 characters, counted as Word sets the paragraphs of the text."""
    body = next((each for each in subject.paragraphs() if _is_body(each)), None)
    if body is None or not subject.sections:
        return
    width, height = _type_area(subject.sections[-1])
    pitch, character = _pitch(subject, body), _character(subject, body)
    lines = height // pitch if pitch else 0
    if lines != LINES_PER_PAGE:
        yield Finding("lines_per_page", found=str(lines) if lines else "@auto_pitch", expected=str(LINES_PER_PAGE))
    characters = width // character if character > 0 else 0
    if characters != CHARACTERS_PER_LINE:
        yield Finding("characters_per_line", found=str(characters), expected=str(CHARACTERS_PER_LINE))


@checks("page_number_missing", "page_number_place")
def page_number(subject: Subject) -> Iterator[Finding]:
    """A page number, on odd pages right and on even ones left."""
    numbers = {name: found for name, root in subject.running.items() if (found := _number(root)) is not None}
    if not numbers:
        yield Finding("page_number_missing")
        return
    sides = {kind: _side(subject, numbers[name]) for kind, name in _footers(subject) if name in numbers}
    if sides.get("default") != "right" or sides.get("even") != "left" or not _has_even_pages(subject):
        where = "@centred" if set(sides.values()) == {"center"} else "@one_sided"
        yield Finding("page_number_place", found=where, expected="@mirrored")


# --- measures ---------------------------------------------------------------------------------


def _sides(section: _Element, name: str, *sides: str) -> list[Length]:
    found = section.find(w(name))
    return [(measure(found.get(w(side))) if found is not None else None) or Length(0) for side in sides]


def _type_area(section: _Element) -> tuple[Length, Length]:
    width, height = _sides(section, "pgSz", "w", "h")
    top, right, bottom, left, gutter = _sides(section, "pgMar", "top", "right", "bottom", "left", "gutter")
    return Length(width - left - right - gutter), Length(height - abs(top) - abs(bottom))


def _grid(section: _Element) -> Grid:
    """The grid that the margins are those of: the one that is measured on paper, or else the usual one."""
    top, bottom = (abs(side) for side in _sides(section, "pgMar", "top", "bottom"))
    fits = (grid for grid in GRIDS.values() if max(abs(top - grid.top), abs(bottom - grid.bottom)) <= MARGIN_TOLERANCE)
    return next(fits, GRID_A)


def _mm(length: Length) -> str:
    return f"{length.mm:.1f} mm"


def _across(sides: list[Length] | tuple[Length, Length]) -> str:
    return " × ".join(map(_mm, sides))


def _is_body(paragraph: _Element) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    is_text = style is None or style.get(w("val")) in ("BodyText", "Normal")
    return is_text and _printing_run(paragraph) is not None


def _printing_run(paragraph: _Element) -> _Element | None:
    """The run that prints a text; a tag that stands in no run has no type."""
    texts = (text for text in within(paragraph, w("t")) if ".text" in (text.text or ""))
    runs = (text.getparent() for text in texts)
    return next((run for run in runs if run is not None and run.tag == w("r")), None)


def _pitch(subject: Subject, paragraph: _Element) -> Length | None:
    """The distance of lines; None where it follows the fonts."""
    formatting, document_grid = subject.formatting, subject.sections[-1].find(w("docGrid"))
    line = measure(formatting.of_paragraph(paragraph, "spacing", "line")) or Twips(240)
    if formatting.of_paragraph(paragraph, "spacing", "lineRule") == "exact":
        return line
    on_grid = document_grid is not None and document_grid.get(w("type")) in _GRIDS
    if not on_grid or document_grid is None or not formatting.switch(paragraph, "snapToGrid", default=True):
        return None
    pitch = measure(document_grid.get(w("linePitch")))
    return Length(pitch * line // Twips(240)) if pitch else None


def _character(subject: Subject, paragraph: _Element) -> Length:
    """The width of a character of body text with what is added to it."""
    run = _printing_run(paragraph)
    size = 0 if run is None else whole(subject.formatting.of_run(run, "sz"))
    spacing = None if run is None else measure(subject.formatting.of_run(run, "spacing"))
    width = Pt(size / 2) if size > 0 else BODY_SIZE
    document_grid = subject.sections[-1].find(w("docGrid"))
    if document_grid is not None and document_grid.get(w("type")) in _GRIDS[1:]:
        width = Length(width + Pt(whole(document_grid.get(w("charSpace"))) / 4096))
    return Length(width + (spacing or 0))


# --- page number ------------------------------------------------------------------------------


def _number(root: _Element) -> _Element | None:
    """The paragraph with the page number."""
    return next(
        (each for each in root.iter(w("p")) if any(field_name(code) == "PAGE" for code in field_codes(each))), None
    )


def _side(subject: Subject, paragraph: _Element) -> str:
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    aligned = "" if frame is None else frame.get(w("xAlign"), "")
    side = {"outside": "right", "inside": "left"}.get(aligned, aligned)
    side = side or subject.formatting.of_paragraph(paragraph, "jc")
    return "right" if side in _RIGHT else "left" if side in _LEFT else side


def _footers(subject: Subject) -> Iterator[tuple[str, str]]:
    """Kind of pages → name of their header or footer, in the last section."""
    names = targets(subject.parts, subject.examined.package.main_part, ("header", "footer"))
    for section in subject.sections[-1:]:
        for reference in section.iter(w("footerReference"), w("headerReference")):
            name = names.get(reference.get(f"{{{RELATIONSHIPS}}}id", ""), "")
            if name and name in subject.running and _number(subject.running[name]) is not None:
                yield reference.get(w("type"), "default"), name


def _has_even_pages(subject: Subject) -> bool:
    return subject.settings is not None and is_on(subject.settings.find(w("evenAndOddHeaders")))
