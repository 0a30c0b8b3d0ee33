"""Where the paragraphs of the text stand in their lines: alignment, indents, space between scripts."""

from __future__ import annotations

from collections.abc import Iterator

from renmin_docs.check.line_places import first_indent_of, indent_of
from renmin_docs.check.rules import Deviation, checks
from renmin_docs.check.subject import Printed, Subject
from renmin_docs.errors import Finding
from renmin_docs.render.preparing.paragraphs import text_of

_SIDES = {
    **dict.fromkeys(("left", "start", ""), "@left"),
    **dict.fromkeys(("right", "end"), "@right"),
    "center": "@center",
    **dict.fromkeys(("both", "distribute"), "@both"),
}
"""`w:jc` → the word for it."""
_TEXT_INDENT = 2
_TOLERANCE = 0.25
_ALIGNED = ("center", "right")
_SPACE = "\u3000"
_MEASURED = {"template": ("page_number",), "document": ("page_number", "issuer", "issuers", "position", "issue_date")}
"""Kind of subject → elements whose place other checks measure, however they are aligned."""


@checks("element_alignment", "element_indent", "element_inset")
def position_of_elements(subject: Subject) -> Iterator[Deviation]:
    """Alignment where the standard names one; two characters before the first line of text, none before the others."""
    for printed in subject.of_standard():
        element = printed.element
        side = _SIDES.get(subject.formatting.of_paragraph(printed.paragraph, "jc"), "@both")
        is_aligned = element.alignment in _ALIGNED and element.identifier not in _MEASURED[subject.kind]
        if is_aligned and side != _SIDES[element.alignment]:
            yield Finding("element_alignment", found=side, expected=_SIDES[element.alignment]), printed
        if element.indent == _TEXT_INDENT:
            yield from ((finding, printed) for finding in _indents(subject, printed))


@checks("auto_space")
def automatic_space(subject: Subject) -> Iterator[Deviation]:
    """Space that Word puts between Chinese and digits eats the 28 characters."""
    for printed in subject.of_standard():
        if printed.element.indent == _TEXT_INDENT and any(
            subject.formatting.switch(printed.paragraph, name, default=True) for name in ("autoSpaceDE", "autoSpaceDN")
        ):
            yield Finding("auto_space"), printed


def _indents(subject: Subject, printed: Printed) -> Iterator[Finding]:
    first, inset = first_indent_of(subject, printed), indent_of(subject, printed, "left")
    text = text_of(printed.paragraph)
    first += len(text) - len(text.lstrip(_SPACE))
    if abs(first - _TEXT_INDENT) > _TOLERANCE:
        yield Finding("element_indent", found=f"{round(first, 1):g}", expected=f"{_TEXT_INDENT}")
    if abs(inset) > _TOLERANCE:
        yield Finding("element_inset", found=f"{round(inset, 1):g}", expected="0")
