"""Where a line that stands alone begins and ends, in halves of a 字 from the edges of the type area."""

from __future__ import annotations

from renmin_docs.check.subject import Printed, Subject
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import measure, whole
from renmin_docs.render.preparing.paragraphs import text_of
from renmin_docs.standard.page import BODY_SIZE
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.units import Length, Pt

_OTHER_NAMES = {"left": "start", "right": "end"}
"""Newer names of the sides that indents have."""


def character_of(subject: Subject, printed: Printed) -> Length:
    """The width of a character of a paragraph, with what is added to it."""
    run = printed.runs[0] if printed.runs else None
    size = 0 if run is None else whole(subject.formatting.of_run(run, "sz"))
    spacing = None if run is None else measure(subject.formatting.of_run(run, "spacing"))
    width = Length((Pt(size / 2) if size > 0 else BODY_SIZE) + (spacing or 0))
    return width if width > 0 else BODY_SIZE


def indent_of(subject: Subject, printed: Printed, side: str) -> float:
    """An indent of a paragraph (`left`, `right`, `firstLine` or `hanging`) in its characters."""
    of = subject.formatting.of_paragraph
    if hundredths := whole(of(printed.paragraph, "ind", f"{side}Chars")):
        return hundredths / 100
    given = measure(of(printed.paragraph, "ind", side))
    if not given and side in _OTHER_NAMES:
        given = measure(of(printed.paragraph, "ind", _OTHER_NAMES[side]))
    return (given or 0) / character_of(subject, printed)


def first_indent_of(subject: Subject, printed: Printed) -> float:
    """Where the first line begins, from the paragraph's own left edge; a hanging one begins before it."""
    return indent_of(subject, printed, "firstLine") or -indent_of(subject, printed, "hanging")


def left_halves(subject: Subject, printed: Printed) -> float | None:
    """From the left edge to the first character of a paragraph; None where tabs or breaks decide it."""
    text = text_of(printed.paragraph)
    inner = text.strip()
    before = half_widths(text[: text.index(inner)]) if inner else 0
    begin = 2 * (indent_of(subject, printed, "left") + first_indent_of(subject, printed)) + before
    end = 2 * indent_of(subject, printed, "right")
    side = subject.formatting.of_paragraph(printed.paragraph, "jc")
    width, after = half_widths(inner), half_widths(text) - before - half_widths(inner)
    if any(next(run.iterchildren(w("tab"), w("br")), None) is not None for run in printed.runs):
        return None
    if side in ("right", "end"):
        return LINE - end - after - width
    if side == "center":
        return begin + (LINE - begin - end - after - width) / 2
    return begin


def right_halves(subject: Subject, printed: Printed) -> float | None:
    """From the last character of a paragraph of one line to the right edge; None where tabs or breaks decide it."""
    left = left_halves(subject, printed)
    return None if left is None else LINE - left - half_widths(text_of(printed.paragraph).strip())
